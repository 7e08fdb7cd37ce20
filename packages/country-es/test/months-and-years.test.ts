import { computePayslip, formatAmount } from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import { spain } from '../src/plugin.ts'
import { inTurn, parse } from './support/situations.ts'

const monthOf = (month: number, year = 2026) => {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const of = `${year}-${String(month).padStart(2, '0')}`
  return { from: `${of}-01`, to: `${of}-${last}` }
}
const day = (date: string) => ({ from: date, to: date })
const sum = (amounts: readonly bigint[]) => formatAmount(amounts.reduce((a, b) => a + b, 0n))
const rulesOf = (payslips: ReturnType<typeof inTurn>) =>
  payslips.map(({ lines }) => lines.find(({ code }) => code === 'wage-tax')?.why.rule)

describe('a year of months', () => {
  const year = (grosses: readonly string[], engagement: object = {}) =>
    inTurn(
      grosses.map((gross, index) => ({
        gross,
        period: monthOf(index + 1),
        worker: {},
        engagement: { contract: 'open-ended', ...engagement },
      })),
    )

  test('of the same wage keeps one rate: 13.51 % of 24 000', () => {
    const payslips = year(Array(12).fill('2000.00'))
    expect(new Set(payslips.map(({ wageTax }) => wageTax))).toEqual(new Set([27020n]))
    expect(rulesOf(payslips)).toEqual(['wage-tax', ...Array(11).fill('wage-tax-kept')])
  })

  test('with a rise in July withholds in all what the new year asks, but for the cut of the rate', () => {
    const payslips = year([...Array(6).fill('2000.00'), ...Array(6).fill('2600.00')])
    expect(rulesOf(payslips)[6]).toBe('wage-tax-regularised')
    // 27 600 a year less 1 794 and 2 000: base 23 806, quota 5 307.30 less 1 054.50.
    const tax = payslips.reduce((total, { wageTax }) => total + wageTax, 0n)
    expect(tax <= 425280n && tax > 425280n - 160n).toBe(true)
  })

  test('with two separate extra pays foresees fourteen, and the extra pays bear tax but no contributions', () => {
    const engagement = { contract: 'open-ended', extraPays: 'separate' }
    const months = Array.from({ length: 12 }, (_, index) => ({
      gross: '1800.00',
      period: monthOf(index + 1),
      worker: {},
      engagement,
    }))
    const extra = (month: number) => ({ ...months[month - 1], pay: 'one-off' })
    const payslips = inTurn([...months.slice(0, 6), extra(6), ...months.slice(6), extra(12)])
    expect(payslips[0]?.figures['annual-pay']).toBe(2_520_000n)
    expect(payslips[0]?.figures['common-base']).toBe(210_000n)
    for (const index of [6, 13]) expect(payslips[index]?.lines.map(({ code }) => code)).toEqual(['wage-tax'])
    expect(new Set(payslips.map(({ wageTax }) => wageTax)).size).toBe(1)
  })

  test('a bonus in a month bears the contributions the month would have borne in one payment', () => {
    const engagement = { contract: 'open-ended', group: 1 }
    const parts = inTurn([
      { gross: '5300.00', period: monthOf(10), worker: {}, engagement },
      { gross: '3000.00', pay: 'one-off', period: monthOf(10), worker: {}, engagement },
    ])
    const whole = computePayslip(
      spain,
      parse({ gross: '8300.00', period: monthOf(10), worker: {}, engagement, toDate: {} }),
    )
    expect(sum(parts.map(({ employeeContributions }) => employeeContributions))).toBe(
      formatAmount(whole.employeeContributions),
    )
    expect(sum(parts.map(({ employerContributions }) => employerContributions))).toBe(
      formatAmount(whole.employerContributions),
    )
  })

  test('short contracts of one worker are regularised together from 2 % on', () => {
    const payslips = inTurn(
      [2, 4, 6, 8, 10].map((month) => ({
        gross: '6000.00',
        pay: 'part',
        period: monthOf(month),
        worker: {},
        engagement: { group: 3 },
      })),
    )
    expect(payslips[0]?.wageTax).toBe(12_000n)
    expect(rulesOf(payslips).slice(0, 3)).toEqual([
      'wage-tax-least',
      'wage-tax-least',
      'wage-tax-regularised',
    ])
  })
})

describe('an artist', () => {
  const gig = (gross: string, date: string, more: object = {}) => ({
    gross,
    pay: 'part',
    period: day(date),
    worker: {},
    engagement: { status: 'artist', ...more },
  })

  test('with two days in a month contributes on their average: 700 a day and 400 a day are 340 twice', () => {
    const payslips = inTurn([gig('700.00', '2026-10-02'), gig('400.00', '2026-10-09')])
    expect(payslips.map(({ figures }) => formatAmount(figures['common-base'] ?? 0n))).toEqual([
      '428.00',
      '252.00',
    ])
  })

  test('never contributes on more than the ceiling of the month', () => {
    const payslips = inTurn([
      { ...gig('9000.00', '2026-10-01'), period: { from: '2026-10-01', to: '2026-10-09' } },
      { ...gig('9000.00', '2026-10-12'), period: { from: '2026-10-12', to: '2026-10-20' } },
    ])
    expect(sum(payslips.map(({ figures }) => figures['common-base'] ?? 0n))).toBe('5101.20')
  })

  test('owes no short-contract contribution and at least 2 % of tax, 0.8 % in Melilla', () => {
    const [payslip] = inTurn([gig('300.00', '2026-10-02')])
    expect(payslip?.lines.map(({ code }) => code)).not.toContain('short-contract')
    expect(payslip?.wageTax).toBe(600n)
    const melilla = { ...gig('300.00', '2026-10-02'), worker: { territory: 'ceuta-melilla' } }
    expect(inTurn([melilla])[0]?.wageTax).toBe(240n)
  })

  test('who draws a pension bears sickness, accidents and the special solidarity alone', () => {
    const [payslip] = inTurn([{ ...gig('300.00', '2026-10-02'), worker: { pensioner: true } }])
    // Orden PJC/297/2026 art. 32.1.a: 1.30 and 0.25 %; LGSS art. 153 ter: 7 and 2 %; accidents 1.50 %.
    expect(
      payslip?.lines
        .filter(({ kind }) => kind === 'contribution')
        .map(({ code, employer, employee }) => [code, formatAmount(employer), formatAmount(employee)]),
    ).toEqual([
      ['sickness', '3.90', '0.75'],
      ['pensioner-solidarity', '21.00', '6.00'],
      ['work-accident', '4.50', '0.00'],
    ])
  })

  test('settles the year on real pay: ten days at 1 000, contributed on 428 each, leave 572 a day', () => {
    const year = Array.from({ length: 10 }, (_, index) =>
      gig('1000.00', `2026-${String(index + 1).padStart(2, '0')}-15`),
    )
    const settlement = {
      gross: '0',
      pay: 'settlement',
      period: day('2026-12-31'),
      worker: {},
      engagement: { status: 'artist' },
    }
    const settled = inTurn([...year, settlement]).at(-1)
    const employee = (code: string) => settled?.lines.find((line) => line.code === code)?.employee
    // 10 000 of pay less 4 280 of provisional bases, at 4.70 and 1.60 %.
    expect(employee('common-contingencies-settled')).toBe(26_884n)
    expect(employee('unemployment-settled')).toBe(9_152n)
    expect(settled?.employerContributions).toBe(0n)
    const later = inTurn([...year, { ...settlement, paidOn: '2027-06-30' }]).at(-1)
    expect(later?.employeeContributions).toBe(settled?.employeeContributions)
    expect(later?.toDate).toMatchObject({ year: { of: '2027', pay: 0n, artistPay: 0n } })
  })
})

test('La Palma is like Ceuta in 2025 and from 10 September 2026', () => {
  const on = (date: string) =>
    computePayslip(
      spain,
      parse({
        gross: '2000.00',
        period: day(date),
        paidOn: date,
        worker: { territory: 'la-palma' },
        engagement: { contract: 'open-ended', annualPay: '24000', annualContributions: '1560' },
      }),
    ).wageTax
  expect(on('2026-09-09')).toBe(27020n)
  expect(on('2026-09-10') < 11_000n).toBe(true)
  expect(on('2025-05-05') < 11_000n).toBe(true)
})

test('of two employers who pay 6 000 and 4 000, the first bears 60 % of ceiling and bands', () => {
  const share = (gross: string, ceilingShare: string) =>
    computePayslip(
      spain,
      parse({
        gross,
        period: monthOf(10),
        worker: {},
        engagement: { contract: 'open-ended', group: 1, ceilingShare },
      }),
    )
  const line = (payslip: ReturnType<typeof share>, code: string) =>
    formatAmount(payslip.lines.find((one) => one.code === code)?.base ?? 0n)
  const first = share('6000.00', '60')
  expect(line(first, 'common-contingencies')).toBe('3060.72')
  // 60 % of 510.12, of 2 040.48, and of the 2 348.20 above 7 651.80.
  expect(line(first, 'solidarity-1')).toBe('306.07')
  expect(line(first, 'solidarity-2')).toBe('1224.29')
  expect(line(first, 'solidarity-3')).toBe('1408.92')
})

test.each([
  [1, '895.20'],
  [2, '660.00'],
  [3, '574.20'],
  [11, '569.70'],
])('a part-time worker-member of group %i contributes on at least %s a month', (group, least) => {
  const base = (hours: string) =>
    computePayslip(
      spain,
      parse({
        gross: '200.00',
        period: monthOf(10),
        worker: {},
        engagement: { status: 'member', contract: 'open-ended', group, hours },
      }),
    ).figures['common-base']
  expect(formatAmount(base('20') ?? 0n)).toBe(least)
  expect(base('100') ?? 0n).toBeGreaterThan(base('20') ?? 0n)
})
