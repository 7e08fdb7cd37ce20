import { computePayslip, NoLawError, unverified } from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { france } from '../src/plugin.ts'

const shortest = {
  gross: '2500.00',
  period: { from: '2026-06-01', to: '2026-06-30' },
  worker: {},
  engagement: { status: 'employee' },
}
const errors = (situation: object) => {
  const parsed = france.payroll.situation.safeParse(situation)
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'))
}

describe('a situation', () => {
  test('may be as short as a gross, a period and a status', () => {
    expect(errors(shortest)).toEqual([])
  })
  test.each([
    ['engagement.status', { engagement: { status: 'clown' } }],
    ['engagement', { engagement: { status: 'employee', cadre: true } }],
    ['engagement.weeklyHours', { engagement: { status: 'employee', weeklyHours: 0 } }],
    ['engagement.weeklyHours', { engagement: { status: 'employee', weeklyHours: 39 } }],
    ['engagement.hours', { engagement: { status: 'employee', hours: 10.005 } }],
    ['engagement.staff', { engagement: { status: 'employee', staff: -1 } }],
    ['engagement.healthEmployer', { engagement: { status: 'employee', healthEmployer: '-1' } }],
    ['engagement.overtime', { engagement: { status: 'cesa', overtime: { hours: 5 } } }],
    ['engagement.overtime', { engagement: { status: 'artist', fees: 1, overtime: { hours: 5 } } }],
    ['engagement.overtime', { pay: 'one-off', engagement: { status: 'employee', overtime: { hours: 5 } } }],
    ['engagement.overtime.hours', { engagement: { status: 'employee', overtime: {} } }],
    ['engagement.overtime.hours', { engagement: { status: 'employee', overtime: { hours: 49 } } }],
    ['engagement.overtime.moreHours', { engagement: { status: 'employee', overtime: { moreHours: 79 } } }],
    [
      'engagement.overtime.premium',
      { engagement: { status: 'employee', overtime: { hours: 5, premium: 9 } } },
    ],
    [
      'engagement.overtime.pay',
      { engagement: { status: 'employee', overtime: { hours: 5, pay: '2500.01' } } },
    ],
    [
      'engagement.overtime.hours',
      { engagement: { status: 'employee', weeklyHours: 28, overtime: { hours: 13 } } },
    ],
    [
      'engagement.overtime.moreHours',
      { engagement: { status: 'employee', weeklyHours: 28, overtime: { hours: 12, moreHours: 18.34 } } },
    ],
    ['engagement.fees', { engagement: { status: 'technician', fees: 1 } }],
    ['engagement.deduction', { engagement: { status: 'employee', deduction: 'musicians' } }],
    ['engagement.deduction', { engagement: { status: 'technician', deduction: 'dramatic' } }],
    ['engagement.leaveFund', { engagement: { status: 'employee', leaveFund: true } }],
    ['engagement.leaveFundCap', { engagement: { status: 'employee', leaveFundCap: '100.00' } }],
    ['engagement.payRhythm', { engagement: { status: 'employee', payRhythm: 'yearly' } }],
    ['worker.taxRate', { worker: { taxRate: '101' } }],
    ['worker.residence', { worker: { residence: 'paris' } }],
    ['toDate.month', { toDate: { month: '2026-13' } }],
    ['toDate.general.minimumWage', { toDate: { month: '2026-05', general: { minimumWage: 'x' } } }],
    ['period.to', { period: { from: '2026-06-01', to: '2026-07-01' } }],
    ['pay', { pay: 'thirteenth' }],
  ])('is refused naming %s', (field, wrong) => {
    expect(errors({ ...shortest, ...wrong })).toContain(field)
  })
  test('may name a contract with an end in the words all countries share', () => {
    const lines = (status: string, contract: string) =>
      computePayslip(
        france,
        france.payroll.situation.parse({ ...shortest, engagement: { status, contract } }),
      ).lines.map(({ code }) => code)
    expect(lines('employee', 'several-day')).toEqual(lines('employee', 'fixed-term'))
    expect(lines('employee', 'several-day')).not.toEqual(lines('employee', 'open-ended'))
    expect(lines('artist', 'one-day')).toEqual(lines('artist', 'customary'))
  })
  test('before 2025 has no law', () => {
    const situation = france.payroll.situation.parse({
      ...shortest,
      period: { from: '2024-12-01', to: '2024-12-31' },
    })
    expect(() => france.payroll.law(situation)).toThrow(NoLawError)
  })
  test('prints as JSON Schema in which every field of worker and engagement is described', () => {
    const schema = z.toJSONSchema(france.payroll.situation, { io: 'input' }) as {
      properties: Record<string, { properties?: Record<string, { description?: string }> }>
      required: string[]
    }
    expect(schema.required).toEqual(['period', 'worker', 'engagement'])
    for (const part of ['worker', 'engagement', 'toDate'])
      for (const [name, field] of Object.entries(schema.properties[part]?.properties ?? {}))
        expect(field.description, `${part}.${name}`).toBeTruthy()
  })
})

test('what rests on memory or a disputed reading says so', () => {
  const names = unverified(france.payroll.parameters, '2026-06-01').map(({ parameter }) => parameter)
  expect(names).toEqual(
    expect.arrayContaining([
      'leaveFund',
      'artistOldAge',
      'fnas',
      'reductionProjectHolder',
      'reductionByPay',
      'reductionLowerPension',
      'neutralRhythms',
    ]),
  )
})
