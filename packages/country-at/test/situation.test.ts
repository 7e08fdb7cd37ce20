import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { austria } from '../src/plugin.ts'

const period = { from: '2026-10-01', to: '2026-10-31' }
const minimal = { gross: '2500.00', period, worker: {}, engagement: {} }
const refused = (situation: unknown) => {
  const parsed = austria.payroll.situation.safeParse(situation)
  return parsed.success ? undefined : parsed.error.issues.map((issue) => issue.path.join('.'))
}

describe('an Austrian situation', () => {
  test('may be as short as a gross and a period', () => {
    expect(refused(minimal)).toBeUndefined()
  })

  test.each<[string, unknown, string]>([
    ['an unknown Land', { ...minimal, engagement: { land: 'bavaria' } }, 'engagement.land'],
    ['an unknown field', { ...minimal, worker: { shoeSize: 44 } }, 'worker'],
    [
      'a small commuter allowance for a short way',
      { ...minimal, worker: { commuting: { allowance: 'small', kilometres: 12 } } },
      'worker.commuting.kilometres',
    ],
    [
      'a sole earner without children',
      { ...minimal, worker: { soleEarner: { as: 'earner', children: 0 } } },
      'worker.soleEarner.children',
    ],
    ['casual work of a month', { ...minimal, pay: 'part', engagement: { contract: 'casual' } }, 'period.to'],
    ['a short contract paid as a whole month', { ...minimal, engagement: { contract: 'short' } }, 'pay'],
    ['more than thirty days', { ...minimal, engagement: { insuranceDays: 31 } }, 'engagement.insuranceDays'],
    ['both a gross and a fee', { ...minimal, fee: '3000' }, 'fee'],
    ['a month that does not exist', { ...minimal, toDate: { month: { of: '2026-13' } } }, 'toDate.month.of'],
  ])('with %s is refused, naming the field', (_title, situation, field) => {
    expect(refused(situation)).toContain(field)
  })

  test('is described field by field as JSON Schema', () => {
    const schema = z.toJSONSchema(austria.payroll.situation, { io: 'input' }) as {
      properties: Record<string, { properties?: Record<string, { description?: string }> }>
    }
    for (const part of ['worker', 'engagement', 'toDate'] as const) {
      const fields = schema.properties[part]?.properties ?? {}
      expect(Object.keys(fields).length).toBeGreaterThan(2)
      for (const [name, field] of Object.entries(fields))
        expect(field.description, `${part}.${name}`).toBeTruthy()
    }
  })

  test('before 2025 has no law', () => {
    const situation = austria.payroll.situation.parse({
      ...minimal,
      period: { from: '2024-12-01', to: '2024-12-31' },
    })
    expect(() => austria.payroll.law(situation)).toThrow(/known from 2025-01-01/)
  })
})
