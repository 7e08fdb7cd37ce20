import { addDays } from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { belgium } from '../src/plugin.ts'

const period = { from: '2026-10-01', to: '2026-10-31' }
const minimal = { gross: '2500.00', period, worker: {}, engagement: { status: 'employee' } }
const allowance = (gross?: string, engagement: object = {}) => ({
  ...(gross !== undefined && { gross }),
  period: { from: '2026-10-17', to: '2026-10-17' },
  worker: {},
  engagement: { status: 'artist', scheme: 'amateur-arts', ...engagement },
})
const daysBefore = (day: string, count: number) =>
  Array.from({ length: count }, (_, index) => addDays(day, index - count))
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
    [
      'an open-ended student contract',
      { ...minimal, engagement: { status: 'employee', scheme: 'student' } },
      'engagement.contract',
    ],
    [
      'the hours of a student in an ordinary engagement',
      { ...minimal, engagement: { status: 'employee', student: { hours: 10 } } },
      'engagement.student',
    ],
    [
      'a one-off payment under a special scheme',
      { ...minimal, pay: 'one-off', engagement: { status: 'employee', scheme: 'flexi-job' } },
      'pay',
    ],
    [
      'an artist in a flexi-job',
      { ...minimal, engagement: { status: 'artist', scheme: 'flexi-job' } },
      'engagement.status',
    ],
    [
      'a technician paid by amateur-arts allowance',
      { ...allowance('80.00'), engagement: { status: 'worker', scheme: 'amateur-arts' } },
      'engagement.status',
    ],
    ['an allowance above the most a day', allowance('81.91'), 'gross'],
    ['a budget above the most a day', { ...allowance(), budget: '81.91' }, 'budget'],
    ['a fee that leaves more than the most a day', { ...allowance(), fee: '87.60' }, 'fee'],
    [
      'travel above the most a day',
      allowance('100.00', { amateur: { travel: '23.41' } }),
      'engagement.amateur.travel',
    ],
    [
      'a day already paid by allowance',
      { ...allowance('80.00'), toDate: { amateur: { days: ['2026-10-17'] } } },
      'period.from',
    ],
    ['a thirty-first day of the year', allowance('80.00', { amateur: { daysElsewhere: 30 } }), 'period.to'],
    [
      'an eighth day in a row',
      { ...allowance('80.00'), toDate: { amateur: { days: daysBefore('2026-10-17', 7) } } },
      'period.to',
    ],
    [
      'eight days in a row in one pay',
      { ...allowance('80.00'), period: { from: '2026-10-01', to: '2026-10-08' } },
      'period.to',
    ],
    ['a month that does not exist', { ...minimal, toDate: { month: { of: '2026-13' } } }, 'toDate.month.of'],
  ])('with %s is refused, naming the field', (_title, situation, field) => {
    expect(refused(situation)).toContain(field)
  })

  test.each<[string, unknown]>([
    ['the most a day', allowance('81.90')],
    ['a fee that leaves the most a day', { ...allowance(), fee: '87.59' }],
    ['the thirtieth day of the year', allowance('80.00', { amateur: { daysElsewhere: 29 } })],
    [
      'a seventh day in a row',
      { ...allowance('80.00'), toDate: { amateur: { days: daysBefore('2026-10-17', 6) } } },
    ],
    [
      'days of the year before',
      { ...allowance('80.00'), toDate: { amateur: { days: daysBefore('2025-12-31', 30) } } },
    ],
  ])('of an allowance with %s is accepted', (_title, situation) => {
    expect(refused(situation)).toBeUndefined()
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
