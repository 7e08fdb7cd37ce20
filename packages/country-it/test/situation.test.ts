import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { italy } from '../src/plugin.ts'
import { payslipOf } from './support.ts'

const period = { from: '2026-10-01', to: '2026-10-31' }
const minimal = { gross: '2500.00', period, worker: {}, engagement: {} }
const refused = (situation: unknown) => {
  const parsed = italy.payroll.situation.safeParse(situation)
  return parsed.success ? undefined : parsed.error.issues.map((issue) => issue.path.join('.'))
}

describe('an Italian situation', () => {
  test('may be as short as a gross and a period', () => {
    expect(refused(minimal)).toBeUndefined()
  })

  test.each<[string, unknown, string]>([
    ['an unknown fund', { ...minimal, engagement: { fund: 'enpals' } }, 'engagement.fund'],
    ['an unknown field', { ...minimal, worker: { shoeSize: 44 } }, 'worker'],
    ['a region that does not exist', { ...minimal, worker: { region: 'padania' } }, 'worker.region'],
    ['a town by its name', { ...minimal, worker: { municipality: 'Milano' } }, 'worker.municipality'],
    ['a town not in the table', { ...minimal, worker: { municipality: 'Z999' } }, 'worker.municipality'],
    ['too many children', { ...minimal, worker: { children: 40 } }, 'worker.children'],
    ['forty days in a month', { ...minimal, engagement: { days: 40 } }, 'engagement.days'],
    ['holiday pay, which Italian law pays as wage', { ...minimal, pay: 'holiday' }, 'pay'],
    ['both a gross and a fee', { ...minimal, fee: '3000' }, 'fee'],
    ['a month that does not exist', { ...minimal, toDate: { month: { of: '2026-13' } } }, 'toDate.month.of'],
  ])('with %s is refused, naming the field', (_title, situation, field) => {
    expect(refused(situation)).toContain(field)
  })

  test('is described field by field as JSON Schema', () => {
    const schema = z.toJSONSchema(italy.payroll.situation, { io: 'input' }) as {
      properties: Record<string, { properties?: Record<string, { description?: string }> }>
    }
    for (const [part, least] of Object.entries({ worker: 11, engagement: 14, toDate: 4 })) {
      const fields = schema.properties[part]?.properties ?? {}
      expect(Object.keys(fields).length).toBeGreaterThanOrEqual(least)
      for (const [name, field] of Object.entries(fields))
        expect(field.description, `${part}.${name}`).toBeTruthy()
    }
  })

  test('before 2025 has no law', () => {
    const before = { ...minimal, period: { from: '2024-12-01', to: '2024-12-31' } }
    expect(() => payslipOf(before)).toThrow(/known from 2025-01-01/)
  })
})
