import { answer } from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { germany } from '../src/plugin.ts'

const JUNE = { from: '2026-06-01', to: '2026-06-30' }
const given = { gross: '2500.00', period: JUNE, worker: {}, engagement: {} }
const faults = (change: object) =>
  germany.payroll.situation
    .safeParse({ ...given, ...change })
    .error?.issues.map(({ path }) => path.join('.')) ?? []
const lineOf = (situation: object, code: string) =>
  (
    answer(germany, germany.payroll.situation.parse(situation)) as {
      lines: { code: string; employee: string }[]
    }
  ).lines.find((line) => line.code === code)

describe('a situation', () => {
  test('may be as short as gross, period, worker and engagement', () => expect(faults({})).toEqual([]))
  test.each([
    [{ worker: { taxClass: 7 } }, 'worker.taxClass'],
    [{ worker: { factor: '0.9' } }, 'worker.factor'],
    [{ worker: { taxClass: 4, factor: '1.2' } }, 'worker.factor'],
    [{ worker: { taxClass: 4, factor: '0' } }, 'worker.factor'],
    [{ worker: { childAllowances: '0.55' } }, 'worker.childAllowances'],
    [{ worker: { supplementaryRate: '2.12345' } }, 'worker.supplementaryRate'],
    [{ worker: { church: 'yes' } }, 'worker.church'],
    [{ engagement: { land: 'XX' } }, 'engagement.land'],
    [{ engagement: { contributionGroup: '9999' } }, 'engagement.contributionGroup'],
    [{ engagement: { taxDays: 40 } }, 'engagement.taxDays'],
    [{ worker: { unknown: 1 } }, 'worker'],
    [{ toDate: { month: '2026-13' } }, 'toDate.month'],
  ])('with %o is refused at %s', (change, field) => expect(faults(change)).toEqual([field]))

  test('writes tax classes in either way', () => {
    for (const [index, roman] of ['I', 'II', 'III', 'IV', 'V', 'VI'].entries())
      expect(lineOf({ ...given, worker: { taxClass: roman } }, 'wage-tax')).toEqual(
        lineOf({ ...given, worker: { taxClass: index + 1 } }, 'wage-tax'),
      )
  })
  test('describes every field', () => {
    const schema = z.toJSONSchema(germany.payroll.situation, {
      io: 'input',
      unrepresentable: 'any',
      reused: 'inline',
    })
    const undescribed: string[] = []
    const walk = (
      node: { properties?: Record<string, { description?: string; properties?: object }> },
      path: string,
    ) => {
      for (const [name, field] of Object.entries(node.properties ?? {})) {
        if (!field.description) undescribed.push(`${path}.${name}`)
        walk(field as never, `${path}.${name}`)
      }
    }
    const parts = schema.properties as Record<string, never>
    for (const part of ['worker', 'engagement', 'toDate']) walk(parts[part] as never, part)
    expect(undescribed).toEqual([])
  })
  test('before 2025 has no law', () =>
    expect(() =>
      germany.payroll.law(
        germany.payroll.situation.parse({ ...given, period: { from: '2024-12-01', to: '2024-12-31' } }),
      ),
    ).toThrow('is known from 2025-01-01'))
})

describe('who bears what', () => {
  const childless = (birthDate: string, month: string) =>
    lineOf(
      { ...given, period: { from: `${month}-01`, to: `${month}-28` }, worker: { birthDate } },
      'care-childless',
    )
  test('the surcharge of the childless starts in the month after the 23rd birthday', () => {
    expect(childless('2003-06-15', '2026-06')).toBeUndefined()
    expect(childless('2003-06-15', '2026-07')).toBeDefined()
    expect(childless('2003-07-01', '2026-07')).toBeDefined()
    expect(childless('1939-12-31', '2026-07')).toBeUndefined()
  })
  test('a contract under ten weeks has no sick pay of the fund, unless chosen', () => {
    const employee = (engagement: object) => lineOf({ ...given, engagement }, 'health')?.employee
    const short = { startsOn: '2026-06-01', endsOn: '2026-08-08' }
    expect(employee(short)).toBe('175.00')
    expect(employee({ ...short, sickPay: true })).toBe('182.50')
    expect(employee({ startsOn: '2026-06-01', endsOn: '2026-08-09' })).toBe('182.50')
  })
  test('levy U1 is due up to 30 staff, not for contracts of four weeks', () => {
    const levy = (engagement: object) => lineOf({ ...given, engagement }, 'sick-pay-levy')
    expect(levy({ staff: 30, u1Rate: '1.7' })).toMatchObject({ employer: '42.50' })
    expect(levy({ staff: 31 })).toBeUndefined()
    expect(levy({ staff: 30, startsOn: '2026-06-01', endsOn: '2026-06-28' })).toBeUndefined()
  })
})
