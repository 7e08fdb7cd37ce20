import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { hungary } from '../src/plugin.ts'
import { october } from './support.ts'

const minimal = { gross: '400000', period: october, worker: {}, engagement: {} }
const refused = (situation: unknown) => {
  const parsed = hungary.payroll.situation.safeParse(situation)
  return parsed.success ? undefined : parsed.error.issues.map((issue) => issue.path.join('.'))
}

describe('a Hungarian situation', () => {
  test('may be as short as a gross and a period', () => {
    expect(refused(minimal)).toBeUndefined()
  })

  test.each<[string, unknown, string]>([
    ['an unknown status', { ...minimal, engagement: { status: 'boss' } }, 'engagement.status'],
    ['an unknown field', { ...minimal, worker: { shoeSize: 44 } }, 'worker'],
    [
      'more beneficiaries than dependants',
      { ...minimal, worker: { family: { dependants: 1, beneficiaries: 2 } } },
      'worker.family.beneficiaries',
    ],
    [
      'more ill than beneficiaries',
      { ...minimal, worker: { family: { dependants: 1, ill: 2 } } },
      'worker.family.ill',
    ],
    ['costs of an employee', { ...minimal, engagement: { costs: '1000' } }, 'engagement.costs'],
    ['casual work of a whole month', { ...minimal, engagement: { status: 'casual' } }, 'engagement.days'],
    [
      'sixteen casual days',
      { ...minimal, engagement: { status: 'film-extra', days: 16 } },
      'engagement.days',
    ],
    ['ekho on casual work', { ...minimal, engagement: { status: 'casual', ekho: true } }, 'engagement.ekho'],
    [
      'a lasting mandate in 2025',
      {
        ...minimal,
        period: { from: '2025-10-01', to: '2025-10-31' },
        engagement: { status: 'lasting-mandate' },
      },
      'engagement.status',
    ],
    ['a settlement, which Hungarian payroll does not know', { ...minimal, pay: 'settlement' }, 'pay'],
    ['both a gross and a fee', { ...minimal, fee: '3000' }, 'fee'],
    ['a month that does not exist', { ...minimal, toDate: { month: { of: '2026-13' } } }, 'toDate.month.of'],
  ])('with %s is refused, naming the field', (_title, situation, field) => {
    expect(refused(situation)).toContain(field)
  })

  test('is described field by field as JSON Schema', () => {
    const schema = z.toJSONSchema(hungary.payroll.situation, { io: 'input' }) as {
      properties: Record<string, { properties?: Record<string, { description?: string }> }>
    }
    for (const [part, least] of Object.entries({ worker: 8, engagement: 11, toDate: 2 })) {
      const fields = schema.properties[part]?.properties ?? {}
      expect(Object.keys(fields).length).toBeGreaterThanOrEqual(least)
      for (const [name, field] of Object.entries(fields))
        expect(field.description, `${part}.${name}`).toBeTruthy()
    }
  })

  test('before 2025 has no law', () => {
    const situation = hungary.payroll.situation.parse({
      ...minimal,
      period: { from: '2024-12-01', to: '2024-12-31' },
    })
    expect(() => hungary.payroll.law(situation)).toThrow(/known from 2025-01-01/)
  })
})
