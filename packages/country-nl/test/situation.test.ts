import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { netherlands } from '../src/plugin.ts'

const period = { from: '2026-10-01', to: '2026-10-31' }
const minimal = { gross: '2500.00', period, worker: {}, engagement: { status: 'employee' } }
const artist = { ...minimal, engagement: { status: 'artist' } }
const refused = (situation: unknown) => {
  const parsed = netherlands.payroll.situation.safeParse(situation)
  return parsed.success ? undefined : parsed.error.issues.map((issue) => issue.path.join('.'))
}

describe('a Dutch situation', () => {
  test('may be as short as a gross, a period and a status', () => {
    expect(refused(minimal)).toBeUndefined()
  })

  test.each<[string, unknown, string]>([
    ['an unknown status', { ...minimal, engagement: { status: 'boss' } }, 'engagement.status'],
    ['an unknown field', { ...minimal, worker: { shoeSize: 44 } }, 'worker'],
    [
      'an employee who lives elsewhere',
      { ...minimal, worker: { residence: 'elsewhere' } },
      'worker.residence',
    ],
    [
      'a small allowance of an employee',
      { ...minimal, engagement: { status: 'employee', smallAllowance: '163' } },
      'engagement.smallAllowance',
    ],
    [
      'a cost decision of an employee',
      { ...minimal, engagement: { status: 'employee', costDecision: '20' } },
      'engagement.costDecision',
    ],
    ['a holiday allowance of an artist', { ...artist, pay: 'holiday' }, 'pay'],
    [
      'an artist whose allowance is set aside',
      { ...artist, engagement: { status: 'artist', holidayAllowance: 'set-aside' } },
      'engagement.holidayAllowance',
    ],
    [
      'severance as ordinary pay',
      { ...minimal, engagement: { status: 'employee', severance: true } },
      'engagement.severance',
    ],
    [
      'more hours than a week has',
      { ...minimal, engagement: { status: 'employee', hoursPerWeek: '70' } },
      'engagement.hoursPerWeek',
    ],
    ['both a gross and a fee', { ...minimal, fee: '3000' }, 'fee'],
    ['a month that does not exist', { ...minimal, toDate: { month: { of: '2026-13' } } }, 'toDate.month.of'],
  ])('with %s is refused, naming the field', (_title, situation, field) => {
    expect(refused(situation)).toContain(field)
  })

  test('is described field by field as JSON Schema', () => {
    const schema = z.toJSONSchema(netherlands.payroll.situation, { io: 'input' }) as {
      properties: Record<string, { properties?: Record<string, { description?: string }> }>
    }
    for (const part of ['worker', 'engagement', 'toDate'] as const) {
      const fields = schema.properties[part]?.properties ?? {}
      expect(Object.keys(fields).length).toBeGreaterThan(1)
      for (const [name, field] of Object.entries(fields))
        expect(field.description, `${part}.${name}`).toBeTruthy()
    }
  })

  test('paid before 2025 has no law', () => {
    const situation = netherlands.payroll.situation.parse({
      ...minimal,
      period: { from: '2024-12-01', to: '2024-12-31' },
    })
    expect(() => netherlands.payroll.law(situation)).toThrow(/known from 2025-01-01/)
  })
})
