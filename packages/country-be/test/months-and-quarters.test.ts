import { payslipAsJson } from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import { inTurn, month, payslipOf, total } from './support.ts'

const employee = { status: 'employee' }
const ordinary = (of: string, gross: string, more: object = {}) => ({
  gross,
  period: month(of),
  worker: {},
  engagement: employee,
  ...more,
})
const oneDay = (day: string, gross: string, engagement: object = {}) => ({
  gross,
  pay: 'part',
  period: { from: day, to: day },
  worker: { spouse: { income: 'work' } },
  engagement: { status: 'employee', contract: 'one-day', ...engagement },
})

describe('several contracts in one month', () => {
  test('pay together the wage tax of their sum', () => {
    const days = ['2026-10-05', '2026-10-07', '2026-10-12', '2026-10-20'].map((day) => oneDay(day, '500.00'))
    const slips = inTurn(days)
    expect(slips[0]?.wageTax).toBe(0n)
    const together = payslipOf({ ...ordinary('2026-10', '2000.00'), engagement: { ...employee, days: 4 } })
    const taxed = (list: typeof slips) => total(list, 'wage-tax')
    expect(taxed(slips)).toBe(taxed([together]))
  })

  test('are taxed each alone where the office says so', () => {
    const days = ['2026-10-05', '2026-10-07'].map((day) => oneDay(day, '900.00', { cumulateMonth: false }))
    expect(total(inTurn(days), 'wage-tax')).toBe('0.00')
  })

  test('get the work bonus of all their days and wages', () => {
    const days = Array.from({ length: 22 }, (_, index) =>
      oneDay('2026-10-05', '100.00', { days: index < 22 ? 1 : 0 }),
    )
    const slips = inTurn(days)
    // 22 days of 22: the full month of 2 200.00, whose bonus the contribution of 287.54 limits.
    expect(total(slips, 'work-bonus-a')).toBe('-127.54')
    expect(total(slips, 'work-bonus-b')).toBe('-160.00')
  })

  test('paid in two months are taxed in two months, though the work bonus looks at the month worked', () => {
    const [first, second] = inTurn([
      { ...oneDay('2026-10-29', '900.00'), paidOn: '2026-10-30' },
      { ...oneDay('2026-10-30', '900.00'), paidOn: '2026-11-05' },
    ])
    expect(first?.wageTax).toBe(0n)
    expect(second?.wageTax).toBe(0n)
    expect(second?.toDate).toMatchObject({
      month: { of: '2026-10', days: 200n },
      payMonth: { of: '2026-11' },
    })
  })
})

describe('the days of a pay', () => {
  const days = (situation: object) => (payslipOf(situation).toDate as { month: { days: bigint } }).month.days

  test('are all days of a short contract, a Saturday concert included', () => {
    expect(days(oneDay('2026-10-17', '250.00'))).toBe(100n)
    expect(
      days({
        ...oneDay('2026-10-16', '750.00', { contract: 'several-day' }),
        period: { from: '2026-10-16', to: '2026-10-18' },
      }),
    ).toBe(300n)
  })

  test('are the working days of a longer period, public holidays included', () => {
    expect(days(ordinary('2026-05', '3000.00'))).toBe(2100n)
    expect(
      days({ ...ordinary('2026-05', '1500.00'), period: { from: '2026-05-01', to: '2026-05-15' } }),
    ).toBe(1100n)
  })
})

describe('running totals', () => {
  test('sent back as JSON say the same as those kept in memory', () => {
    const situations = [
      oneDay('2026-10-05', '900.00'),
      oneDay('2026-10-06', '880.00'),
      oneDay('2026-11-06', '870.00'),
    ]
    let toDate: unknown
    for (const [index, kept] of inTurn(situations).entries()) {
      const sent = payslipAsJson(payslipOf({ ...situations[index], toDate }))
      expect(sent).toEqual(payslipAsJson(kept))
      toDate = JSON.parse(JSON.stringify(sent)).toDate
    }
  })
})

describe('the special contribution', () => {
  test('of short contracts starts when the quarter’s wages reach the first threshold, and not before', () => {
    const slips = inTurn([
      oneDay('2026-10-05', '1500.00'),
      oneDay('2026-11-05', '1785.28'),
      oneDay('2026-12-01', '0.01'),
    ])
    expect(total(slips.slice(0, 2), 'special-contribution')).toBe('0.00')
    expect(total(slips, 'special-contribution')).toBe('15.45')
  })

  test('of a steady wage is an advance for two months and settled in the third', () => {
    const months = ['2026-10', '2026-11', '2026-12'].map((of) => ordinary(of, '3000.00'))
    const slips = inTurn(months)
    expect(slips.map((slip) => total([slip], 'special-contribution'))).toEqual(['19.24', '19.24', '19.23'])
    // 30.99 + 1.10 % of (9 000.00 - 6 570.54)
    expect(total(slips, 'special-contribution')).toBe('57.71')
  })

  test('of a third month asked alone is the monthly advance', () => {
    expect(total([payslipOf(ordinary('2026-12', '3000.00'))], 'special-contribution')).toBe('19.24')
  })

  test('gives back in the third month what high months advanced too much', () => {
    const slips = inTurn([
      ordinary('2026-10', '6500.00'),
      ordinary('2026-11', '100.00'),
      ordinary('2026-12', '100.00'),
    ])
    // 30.99 + 1.10 % of (6 700.00 - 6 570.54) for the quarter, 60.94 advanced
    expect(slips.map((slip) => total([slip], 'special-contribution'))).toEqual(['60.94', '0.00', '-28.53'])
  })

  test('is settled when a contract ends within the quarter', () => {
    const [, settled] = inTurn([
      ordinary('2026-10', '3000.00'),
      { ...ordinary('2026-10', '0'), pay: 'settlement' },
    ])
    // 3 000.00 in the quarter lies under every threshold of one taxed alone
    expect(total([settled as never], 'special-contribution')).toBe('-19.24')
  })
})

describe('the structural reduction', () => {
  test('of a full quarter is the reduction of the quarter, credited to the mutual account', () => {
    const slips = inTurn(['2026-10', '2026-11', '2026-12'].map((of) => ordinary(of, '2257.00')))
    // 66 days: 65/66 rounds to 0.98; S = 6 771.00 x 0.98 = 6 635.58; 0.14 x 5 052.16 + 0.16 x 3 102.56
    expect(total(slips, 'structural-reduction')).toBe('-1203.71')
    for (const slip of slips) expect(slip.mutualised).toBeGreaterThan(0n)
  })

  test('leaves the cost of a payslip untouched', () => {
    const [slip] = inTurn([ordinary('2026-10', '2257.00')])
    const credited = slip?.mutualised ?? 0n
    const employer = slip?.lines.reduce((sum, line) => sum + line.employer, 0n) ?? 0n
    expect(slip?.employerContributions).toBe(employer + credited)
  })

  test('is refused below 27.5 % of a quarter to less than half-time, not to a full-time day', () => {
    const quarterTime = { hoursPerWeek: '9.5', contract: 'open-ended' }
    expect(
      payslipOf(ordinary('2026-10', '600.00', { engagement: { ...employee, ...quarterTime } })).mutualised,
    ).toBe(0n)
    expect(payslipOf(oneDay('2026-10-05', '110.00')).mutualised).toBeGreaterThan(0n)
  })

  test('credited too early is taken back only by a settlement', () => {
    const slips = inTurn([
      ordinary('2026-10', '2257.00'),
      ordinary('2026-11', '9000.00'),
      { ...ordinary('2026-11', '0'), pay: 'settlement' },
    ])
    expect(slips[1]?.mutualised).toBe(0n)
    expect(slips[2]?.mutualised).toBe(-(slips[0]?.mutualised ?? 0n))
  })
})

describe('the ceiling of employer contributions', () => {
  const base = (slip: ReturnType<typeof payslipOf> | undefined, code: string) =>
    slip?.lines.find((line) => line.code === code)?.base

  test('stops the basic contribution within a quarter, not the others', () => {
    const slips = inTurn(['2026-10', '2026-11', '2026-12'].map((of) => ordinary(of, '40000.00')))
    expect(slips.map((slip) => base(slip, 'social-security-employer'))).toEqual([
      4_000_000n,
      4_000_000n,
      670_000n,
    ])
    expect(base(slips[2], 'closure-fund')).toBe(4_000_000n)
  })

  test('does not exist in the second quarter of 2025, is 85 000 in the third', () => {
    const june = payslipOf(ordinary('2025-06', '90000.00'))
    const july = payslipOf(ordinary('2025-07', '90000.00'))
    expect(base(june, 'social-security-employer')).toBe(9_000_000n)
    expect(base(july, 'social-security-employer')).toBe(8_500_000n)
  })

  test('does not touch a year-end bonus', () => {
    const slips = inTurn([
      ordinary('2026-12', '86700.00'),
      { ...ordinary('2026-12', '20000.00'), pay: 'one-off' },
    ])
    expect(base(slips[1], 'social-security-employer')).toBe(2_000_000n)
  })
})

describe('the work bonus', () => {
  test('follows the law of the month worked', () => {
    const bonus = (of: string) => total([payslipOf(ordinary(of, '3300.00'))], 'work-bonus-a')
    // The amount falls to nothing at 3 271.48 until February 2026, 3 336.98 until August, 3 403.62 from September.
    expect(bonus('2026-02')).toBe('0.00')
    expect(bonus('2026-03')).toBe('-9.05')
    expect(bonus('2026-08')).toBe('-11.82')
    expect(bonus('2026-10')).toBe('-28.37')
  })

  test('stops at the cap of the year, part B first', () => {
    const slip = payslipOf({
      ...ordinary('2026-12', '2300.00'),
      toDate: { year: { of: '2026', bonus: '3454.36' } },
    })
    expect(total([slip], 'work-bonus-a')).toBe('-127.54')
    expect(total([slip], 'work-bonus-b')).toBe('-12.46')
  })

  test('has one cap for all, so a manual worker reaches it before December', () => {
    const slip = payslipOf({
      ...ordinary('2026-12', '2300.00', { engagement: { status: 'worker' } }),
      toDate: { year: { of: '2026', bonus: '3494.36' } },
    })
    expect(total([slip], 'work-bonus-a')).toBe('-100.00')
    expect(total([slip], 'work-bonus-b')).toBe('0.00')
  })

  test('is not for the under-nineteens of partial subjection', () => {
    const young = { birthDate: '2008-03-01' }
    const slip = payslipOf(ordinary('2026-10', '1500.00', { worker: young }))
    expect(slip.lines.map((line) => line.code)).not.toContain('work-bonus-a')
    expect(total([slip], 'social-security')).toBe('83.55')
    expect(
      payslipOf(ordinary('2027-01', '1500.00', { worker: young })).lines.map((line) => line.code),
    ).toContain('work-bonus-a')
  })
})

describe('an artist', () => {
  const evening = (more: object = {}) => oneDay('2026-10-16', '250.00', { status: 'artist', ...more })

  test('pays 11.11 % on a one-day engagement, whatever was paid before', () => {
    const slips = inTurn([evening(), evening(), evening()])
    for (const slip of slips) expect(slip.wageTax).toBe((slip.taxable * 1111n * 2n + 10_000n) / 20_000n)
  })

  test('may ask for a higher rate, not for a lower one', () => {
    const asked = (voluntaryRate: string) => payslipOf(evening({ voluntaryRate })).wageTax
    expect(asked('20')).toBe((payslipOf(evening()).taxable * 20n + 50n) / 100n)
    expect(asked('5')).toBe(payslipOf(evening()).wageTax)
  })

  test('under an open-ended contract is taxed by the formula', () => {
    expect(
      payslipOf(ordinary('2026-10', '3000.00', { engagement: { status: 'artist' } })).lines.map(
        (line) => line.code,
      ),
    ).toContain('wage-tax')
  })

  test('paid by the piece pays at least 11.11 % of the month', () => {
    const slip = payslipOf(evening({ tax: 'piece-work' }))
    expect(slip.wageTax).toBe((slip.taxable * 1111n * 2n + 10_000n) / 20_000n)
  })

  test('owes the two parts of annual holidays to two bodies', () => {
    const slip = payslipOf(evening())
    const owed = slip.lines.filter((line) => line.code.startsWith('annual-holidays'))
    expect(owed.map((line) => `${line.authority} ${line.kind} ${line.employer}`)).toEqual([
      'onss contribution 1504',
      'onva provision 2773',
    ])
  })
})

describe('holiday pay of an employee', () => {
  test('bears the personal contribution on 85 of 92 parts and costs the employer nothing more', () => {
    const slip = payslipOf(
      ordinary('2026-06', '2576.00', { pay: 'holiday', engagement: { ...employee, monthlyWage: '2800.00' } }),
    )
    expect(total([slip], 'holiday-contribution')).toBe('311.07')
    expect(slip.employerCost).toBe(slip.gross)
  })

  test('at the end of a contract is half ordinary wage', () => {
    const slip = payslipOf(
      ordinary('2026-10', '460.20', {
        pay: 'holiday',
        engagement: { ...employee, contract: 'monthly', holidayPay: 'exit', monthlyWage: '3000.00' },
      }),
    )
    // 230.10 simple at 13.07 %; 6.80/15.34 of 460.20 = 204.00 at 13.07 %
    expect(total([slip], 'social-security')).toBe('30.07')
    expect(total([slip], 'holiday-contribution')).toBe('26.66')
    expect(total([slip], 'social-security-employer')).toBe('57.53')
  })

  test('is set aside at each fixed-term contract and not for an open-ended one', () => {
    expect(total([payslipOf(oneDay('2026-10-05', '300.00'))], 'exit-holiday-pay')).toBe('46.02')
    expect(total([payslipOf(ordinary('2026-10', '3000.00'))], 'exit-holiday-pay')).toBe('0.00')
  })
})

describe('the minimum wage', () => {
  test('is stated for the time paid, with what a lower wage lacks', () => {
    const figures = (gross: string) =>
      payslipOf(ordinary('2026-10', gross, { engagement: { ...employee, hoursPerWeek: '19' } })).figures
    expect(figures('1116.81')).toEqual({ 'minimum-wage': 111_681n })
    expect(figures('1100.00')).toEqual({ 'minimum-wage': 111_681n, 'minimum-wage-shortfall': 1_681n })
  })
})

describe('the asbestos fund', () => {
  test('is due in the first three quarters of 2026 and not in the fourth', () => {
    const due = (of: string) => total([payslipOf(ordinary(of, '3000.00'))], 'asbestos-fund')
    expect([due('2026-03'), due('2026-09'), due('2026-10'), due('2025-08')]).toEqual([
      '0.30',
      '0.30',
      '0.00',
      '0.00',
    ])
  })
})

describe('one-off pay with children', () => {
  const bonus = (gross: string, monthlyWage: string, worker: object, pay = 'one-off') =>
    payslipOf({
      ...ordinary('2026-12', gross, { pay, engagement: { ...employee, monthlyWage } }),
      worker: { spouse: { income: 'work' }, ...worker },
    })

  test('is free of tax as far as the year’s pay stays below the limit of their number', () => {
    // 12 × (1 800.00 − 235.26) = 18 776.88, which leaves 81.12 below 18 858.00; of 1 564.74 taxable 1 483.62 are taxed at
    // 30.28 %, less 7.5 % for one child.
    const slip = bonus('1800.00', '1800.00', { children: 1 })
    expect(total([slip], 'wage-tax-exceptional')).toBe('415.55')
  })

  test('never pays more tax than without them, nor less for a higher bonus', () => {
    let before = 0n
    for (const gross of ['500.00', '1000.00', '1500.00', '4000.00', '8000.00']) {
      const { wageTax } = bonus(gross, '1700.00', { children: 2 })
      expect(wageTax).toBeGreaterThanOrEqual(before)
      expect(wageTax).toBeLessThan(bonus(gross, '1700.00', {}).wageTax)
      before = wageTax
    }
    expect(before).toBeGreaterThan(0n)
  })

  test('of a non-resident has one rate for holiday pay and other pay', () => {
    const abroad = { residence: 'non-resident', children: 2 }
    const holiday = bonus('1000.00', '2800.00', abroad, 'holiday')
    const other = bonus('1000.00', '2800.00', abroad)
    const rate = (slip: typeof holiday) =>
      slip.lines.find(({ code }) => code === 'wage-tax-exceptional')?.employeeRate
    expect(rate(holiday)).toEqual(rate(other))
  })
})
