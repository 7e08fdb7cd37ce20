import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { belgium } from '../src/plugin.ts'

const period = { from: '2026-10-01', to: '2026-10-31' }
const minimal = { gross: '2500.00', period, worker: {}, engagement: { status: 'employee' } }
const refused = (situation: unknown) => {
  const parsed = belgium.payroll.situation.safeParse(situation)
  return parsed.success ? undefined : parsed.error.issues.map((issue) => issue.path.join('.'))
}

describe('a Belgian situation', () => {
  test('may be as short as a gross, a period and a status', () => {
    expect(refused(minimal)).toBeUndefined()
  })

  test.each<[string, unknown, string]>([
    ['an unknown status', { ...minimal, engagement: { status: 'boss' } }, 'engagement.status'],
    ['an unknown field', { ...minimal, worker: { shoeSize: 44 } }, 'worker'],
    [
      'more disabled children than children',
      { ...minimal, worker: { disabledChildren: 1 } },
      'worker.disabledChildren',
    ],
    [
      'a single parent without children',
      { ...minimal, worker: { singleParent: true } },
      'worker.singleParent',
    ],
    [
      'more hours than a full-timer works',
      { ...minimal, engagement: { status: 'employee', hoursPerWeek: '40' } },
      'engagement.hoursPerWeek',
    ],
    ['holiday pay of an artist', { ...minimal, pay: 'holiday', engagement: { status: 'artist' } }, 'pay'],
    ['both a gross and a fee', { ...minimal, fee: '3000' }, 'fee'],
    ['a month that does not exist', { ...minimal, toDate: { month: { of: '2026-13' } } }, 'toDate.month.of'],
  ])('with %s is refused, naming the field', (_title, situation, field) => {
    expect(refused(situation)).toContain(field)
  })

  test('is described field by field as JSON Schema', () => {
    const schema = z.toJSONSchema(belgium.payroll.situation, { io: 'input' }) as {
      properties: Record<string, { properties?: Record<string, { description?: string }> }>
    }
    for (const part of ['worker', 'engagement', 'toDate'] as const) {
      const fields = schema.properties[part]?.properties ?? {}
      expect(Object.keys(fields).length).toBeGreaterThan(3)
      for (const [name, field] of Object.entries(fields))
        expect(field.description, `${part}.${name}`).toBeTruthy()
    }
  })

  test('before 2025 has no law', () => {
    const situation = belgium.payroll.situation.parse({
      ...minimal,
      period: { from: '2024-12-01', to: '2024-12-31' },
    })
    expect(() => belgium.payroll.law(situation)).toThrow(/known from 2025-01-01/)
  })
})
