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

describe('what happens within a year', () => {
  /** Half a year of 2 500 on one state of things, half a year on another. */
  const halves = (before: object, after: object, contract: object = {}) =>
    inTurn(
      Array.from({ length: 12 }, (_, index) => ({
        gross: '2500.00',
        period: monthOf(index + 1),
        worker: index < 6 ? before : after,
        engagement: { contract: 'open-ended', ...contract },
      })),
    )
  const rateOf = (payslip: ReturnType<typeof inTurn>[number] | undefined) =>
    payslip?.lines.find(({ code }) => code === 'wage-tax')?.employeeRate?.numerator

  // 30 000 a year: contributions 1 950, base 26 050, quota 5 980.50 less 1 054.50 = 4 926.00, 16.42 %.
  test('a worker of La Palma pays two fifths of the quota from the day the law returns', () => {
    const payslips = halves({ territory: 'la-palma' }, { territory: 'la-palma' })
    expect(payslips.slice(0, 8).map(rateOf)).toEqual(Array(8).fill(1642n))
    // Algoritmo 2026, p. 34, cause 7: 20 000 at the whole quota and 10 000 at 40 %: 3 284.00 + 656.80; less 3 284.00 withheld.
    expect(rateOf(payslips[8])).toBe(656n)
    expect(rulesOf(payslips).slice(8)).toEqual(['wage-tax-regularised', ...Array(3).fill('wage-tax-kept')])
  })

  test('who moves away from Ceuta pays the whole quota of what is still to come', () => {
    const payslips = halves({ territory: 'ceuta-melilla' }, {})
    // 6.56 % and 984.00 withheld of 985.20 due; 2 463.00 on the second half: 2 464.20 over 15 000.
    expect(payslips.map(rateOf)).toEqual([...Array(6).fill(656n), ...Array(6).fill(1642n)])
  })

  test('a mortgage told of in July takes 2 % off what is still to be paid, and given up adds it again', () => {
    // Cause 9: 300 of 15 000. (4 926 - 2 463 - 300) / 15 000.
    expect(rateOf(halves({}, { mortgage: true })[6])).toBe(1442n)
    // 600 a year at first: 14.42 %, 2 163 withheld. Cause 10: 600 - 300 stays. (4 926 - 2 163 - 300) / 15 000.
    expect(rateOf(halves({ mortgage: true }, {})[6])).toBe(1642n)
  })

  test('maintenance for a child lowers the rate though base and minimum stay', () => {
    const payslips = halves({}, { childMaintenance: '3000' })
    // Scale of 23 050 and of 3 000 less that of 7 530: 5 080.50 + 570 - 1 430.70 = 4 219.80; less 2 463 over 15 000.
    expect(rateOf(payslips[6])).toBe(1171n)
  })

  test('a spouse who earns again raises the rate without the limits of art. 87.5', () => {
    const of = (family: string) => ({ family, children: [{ birthYear: 2015 }] })
    const pays = ['1550.00', '1550.00']
    const payslips = inTurn(
      pays.map((gross, index) => ({
        gross,
        period: monthOf(index * 6 + 1),
        worker: of(index === 0 ? 'sole-earner' : 'other'),
        engagement: { contract: 'open-ended', annualPay: '18600', annualContributions: '1209' },
      })),
    )
    // 43 % of 18 600 above 18 130 are 202.10; above 16 342 they are 970.94, and the quota of 1 146.31 is above it.
    expect(rateOf(payslips[0])).toBe(108n)
    expect(rateOf(payslips[1])).toBe(559n)
  })

  test('a lesser difference does not raise the rate: less contributions foreseen and a child born', () => {
    const payslips = inTurn([
      {
        gross: '2500.00',
        period: monthOf(1),
        worker: {},
        engagement: { contract: 'open-ended', annualPay: '30000', annualContributions: '1950' },
        paidOn: '2026-01-31',
      },
      {
        gross: '2500.00',
        period: monthOf(11),
        worker: { children: [{ birthYear: 2026, whole: true }] },
        engagement: { contract: 'open-ended', annualPay: '30000', annualContributions: '1950' },
      },
    ])
    // One month alone was withheld before: the rest of the year asks for more than 13.13 %, yet 16.42 % is not exceeded.
    expect((rateOf(payslips[1]) ?? 0n) <= 1642n).toBe(true)
  })
})

test('day labour is taxed as a hundred such days, 2 % is not asked', () => {
  const of = (gross: string, to: string, paid: object = {}) =>
    computePayslip(
      spain,
      parse({
        gross,
        pay: 'part',
        period: { from: '2026-10-05', to },
        worker: {},
        engagement: { group: 10, dayLabour: true },
        ...paid,
      }),
    )
  // 100 a day are 10 000 a year: nothing. 250 a day are 25 000.
  expect(of('200.00', '2026-10-06').wageTax).toBe(0n)
  // Contributions 11.30: 6.55 % of 170.04 by line, solidarity 0.03 and 0.13. 25 000 less 1 130 and 2 000 are 21 870:
  // 4 726.50 less 1 054.50 = 3 672.00, 14.68 %.
  expect(of('250.00', '2026-10-05').wageTax).toBe(3670n)
  expect(of('250.00', '2026-10-05').toDate).toMatchObject({ year: { pay: 0n } })
})

test.each([
  ['arrears', '15.00', '6.00'],
  ['course', '15.00', '6.00'],
  ['small-author', '7.00', '2.80'],
])('%s bear %s of 100, in Melilla %s (RIRPF art. 80.2)', (taxedAs, common, melilla) => {
  const of = (territory: string) =>
    formatAmount(
      computePayslip(
        spain,
        parse({
          gross: '100.00',
          pay: 'one-off',
          period: monthOf(10),
          worker: { territory },
          engagement: { contract: 'open-ended', taxedAs },
        }),
      ).wageTax,
    )
  expect([of('common'), of('ceuta-melilla')]).toEqual([common, melilla])
})

test('a day of day labour is worth at least 57.82 in 2026', () => {
  const payslip = computePayslip(
    spain,
    parse({
      gross: '110.00',
      pay: 'part',
      period: { from: '2026-10-05', to: '2026-10-06' },
      worker: {},
      engagement: { group: 10, dayLabour: true },
    }),
  )
  expect(payslip.figures['minimum-wage']).toBe(11_564n)
  expect(payslip.figures['minimum-wage-shortfall']).toBe(564n)
})

test.each([
  ['2026-09-30', '32.88'],
  ['2026-10-01', '54.79'],
])(
  'an artist from April 2025 to %s has %s set aside of 1 000 (RD 1435/1985 art. 10)',
  (contractTo, amount) => {
    const payslip = computePayslip(
      spain,
      parse({
        gross: '1000.00',
        period: monthOf(9),
        worker: {},
        engagement: { status: 'artist', endIndemnity: 'set-aside', contractFrom: '2025-04-01', contractTo },
      }),
    )
    expect(formatAmount(payslip.lines.find(({ code }) => code === 'end-indemnity')?.employer ?? 0n)).toBe(
      amount,
    )
  },
)

test('past the age of retirement only sickness and accidents are due (LGSS art. 152)', () => {
  const payslip = computePayslip(
    spain,
    parse({
      gross: '2000.00',
      period: monthOf(10),
      worker: { birthDate: '1959-01-01', retirementAge: true },
      engagement: { contract: 'open-ended' },
    }),
  )
  expect(
    payslip.lines
      .filter(({ kind }) => kind === 'contribution')
      .map(({ code, employer, employee }) => [code, formatAmount(employer), formatAmount(employee)]),
  ).toEqual([
    ['sickness', '26.00', '5.00'],
    ['work-accident', '30.00', '0.00'],
  ])
})

test('extra pays of a group paid by the day enter its base by 365ths: sixty days’ pay a year', () => {
  const base = computePayslip(
    spain,
    parse({
      gross: '1860.00',
      period: monthOf(10),
      worker: {},
      engagement: { contract: 'open-ended', group: 9, extraPays: 'separate' },
    }),
  ).figures['common-base']
  // Orden PJC/297/2026 art. 1.1: 60 a day, 3 600 of extra pays / 365 x 31 days.
  expect(base).toBe(186_000n + 30_575n)
})

test.each([
  ['practice', '31.00', '110.00'],
  ['substitution', '31.00', '110.00'],
  ['intermittent', '31.00', '110.00'],
  ['production', '32.00', '134.00'],
])(
  'a contract of %s bears %s and %s of unemployment on 2 000 (art. 33.2.a)',
  (contract, worker, employer) => {
    const line = computePayslip(
      spain,
      parse({ gross: '2000.00', period: monthOf(10), worker: {}, engagement: { contract } }),
    ).lines.find(({ code }) => code === 'unemployment')
    expect([formatAmount(line?.employee ?? 0n), formatAmount(line?.employer ?? 0n)]).toEqual([
      worker,
      employer,
    ])
  },
)

test('a training contract above the least base bears the ordinary rates on the rest', () => {
  const payslip = computePayslip(
    spain,
    parse({ gross: '1524.40', period: monthOf(10), worker: {}, engagement: { contract: 'training' } }),
  )
  // 100 above 1 424.40: 4.70, 1.55 and 0.10 % of it on top of 11.51, 22.08 and 0.28; equity on the least base.
  expect(formatAmount(payslip.employeeContributions)).toBe('42.36')
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
