import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { sweden } from '../src/plugin.ts'
import { october } from './support/situations.ts'

const minimal = { gross: '25000.00', period: october, worker: {}, engagement: {} }
const refused = (situation: unknown) => {
  const parsed = sweden.payroll.situation.safeParse(situation)
  return parsed.success ? undefined : parsed.error.issues.map((issue) => issue.path.join('.'))
}

describe('a Swedish situation', () => {
  test('may be as short as a gross and a period', () => {
    expect(refused(minimal)).toBeUndefined()
  })

  test.each<[string, unknown, string]>([
    ['an unknown status', { ...minimal, engagement: { status: 'boss' } }, 'engagement.status'],
    ['an unknown field', { ...minimal, worker: { shoeSize: 44 } }, 'worker'],
    ['a tax table that does not exist', { ...minimal, worker: { taxTable: 43 } }, 'worker.taxTable'],
    ['a column that does not exist', { ...minimal, worker: { column: 7 } }, 'worker.column'],
    [
      'A-SINK for one who does not perform',
      { ...minimal, worker: { withholding: 'a-sink' } },
      'worker.withholding',
    ],
    ['an empty adjustment decision', { ...minimal, worker: { adjustment: {} } }, 'worker.adjustment.rate'],
    [
      'an adjustment decision on a rate and an amount',
      { ...minimal, worker: { adjustment: { rate: '20', amount: '4000' } } },
      'worker.adjustment.rate',
    ],
    ['a settlement, which Swedish law does not know', { ...minimal, pay: 'settlement' }, 'pay'],
    ['both a gross and a fee', { ...minimal, fee: '3000' }, 'fee'],
    ['a month that does not exist', { ...minimal, toDate: { month: { of: '2026-13' } } }, 'toDate.month.of'],
  ])('with %s is refused, naming the field', (_title, situation, field) => {
    expect(refused(situation)).toContain(field)
  })

  test('is described field by field as JSON Schema', () => {
    const schema = z.toJSONSchema(sweden.payroll.situation, { io: 'input' }) as {
      properties: Record<string, { properties?: Record<string, { description?: string }> }>
    }
    for (const [part, least] of Object.entries({ worker: 5, engagement: 8, toDate: 2 })) {
      const fields = schema.properties[part]?.properties ?? {}
      expect(Object.keys(fields).length).toBeGreaterThanOrEqual(least)
      for (const [name, field] of Object.entries(fields))
        expect(field.description, `${part}.${name}`).toBeTruthy()
    }
  })

  test('before 2025 has no law', () => {
    const situation = sweden.payroll.situation.parse({
      ...minimal,
      period: { from: '2024-12-01', to: '2024-12-31' },
    })
    expect(() => sweden.payroll.law(situation)).toThrow(/known from 2025-01-01/)
  })
})
