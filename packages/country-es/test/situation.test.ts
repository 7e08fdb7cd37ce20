import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { spain } from '../src/plugin.ts'
import { october } from './support/situations.ts'

const minimal = { gross: '2500.00', period: october, worker: {}, engagement: {} }
const refused = (situation: unknown) => {
  const parsed = spain.payroll.situation.safeParse(situation)
  return parsed.success ? undefined : parsed.error.issues.map((issue) => issue.path.join('.'))
}

describe('a Spanish situation', () => {
  test('may be as short as a gross and a period', () => {
    expect(refused(minimal)).toBeUndefined()
  })

  test.each<[string, unknown, string]>([
    ['an unknown status', { ...minimal, engagement: { status: 'boss' } }, 'engagement.status'],
    ['an unknown field', { ...minimal, worker: { shoeSize: 44 } }, 'worker'],
    ['a group that does not exist', { ...minimal, engagement: { group: 12 } }, 'engagement.group'],
    ['an activity without a rate', { ...minimal, engagement: { activity: '98' } }, 'engagement.activity'],
    ['a single parent without a child', { ...minimal, worker: { family: 'single-parent' } }, 'worker.family'],
    [
      'a contract that ends before it starts',
      { ...minimal, engagement: { contractFrom: '2026-10-05', contractTo: '2026-10-01' } },
      'engagement.contractTo',
    ],
    [
      'an ascendant shared by nobody',
      { ...minimal, worker: { ascendants: [{ birthYear: 1940, sharedBy: 0 }] } },
      'worker.ascendants.0.sharedBy',
    ],
    ['both a gross and a fee', { ...minimal, fee: '3000' }, 'fee'],
    ['a month that does not exist', { ...minimal, toDate: { month: { of: '2026-13' } } }, 'toDate.month.of'],
  ])('with %s is refused, naming the field', (_title, situation, field) => {
    expect(refused(situation)).toContain(field)
  })

  test('is described field by field as JSON Schema', () => {
    const schema = z.toJSONSchema(spain.payroll.situation, { io: 'input' }) as {
      properties: Record<string, { properties?: Record<string, { description?: string }> }>
    }
    for (const [part, least] of Object.entries({ worker: 12, engagement: 20, toDate: 2 })) {
      const fields = schema.properties[part]?.properties ?? {}
      expect(Object.keys(fields).length).toBeGreaterThanOrEqual(least)
      for (const [name, field] of Object.entries(fields))
        expect(field.description, `${part}.${name}`).toBeTruthy()
    }
  })

  test('before 2025 has no law', () => {
    const situation = spain.payroll.situation.parse({
      ...minimal,
      period: { from: '2024-12-01', to: '2024-12-31' },
    })
    expect(() => spain.payroll.law(situation)).toThrow(/known from 2025-01-01/)
  })

  test('comes back from the totals of a payslip written as JSON', () => {
    const situation = spain.payroll.situation.parse({ ...minimal, toDate: {} })
    const { toDate } = spain.payroll.payslip(situation, spain.payroll.law(situation), 250_000n)
    const text = JSON.stringify(toDate, (_key, value) =>
      typeof value === 'bigint' ? `${value / 100n}.${String(value % 100n).padStart(2, '0')}` : value,
    )
    const parsed = spain.payroll.situation.parse({ ...minimal, toDate: JSON.parse(text) })
    expect(parsed.toDate).toEqual(toDate)
  })
})
