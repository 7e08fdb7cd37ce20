import { formatAmount } from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import { austria } from '../src/plugin.ts'
import { inTurn, month, parse, payslipOf } from './support.ts'

const october = month('2026-10')
const line = (situation: unknown, code: string) => payslipOf(situation).lines.find((one) => one.code === code)
const base = { gross: '3000.00', period: october, worker: {}, engagement: {} }

const stepOf = (taxable: string, to: string) => {
  const situation = parse({
    ask: 'wage-tax',
    taxable,
    pay: 'part',
    period: { from: '2026-10-01', to },
    worker: {},
    engagement: { contract: 'short' },
  })
  return [situation, austria.payroll.law(situation), situation.taxable ?? 0n] as const
}

describe('part of a month', () => {
  test('that is a whole month is taxed as one', () => {
    const whole = payslipOf(base)
    const part = payslipOf({ ...base, pay: 'part' })
    expect(formatAmount(part.wageTax)).toBe(formatAmount(whole.wageTax))
    expect(part.employeeContributions).toBe(whole.employeeContributions)
  })

  test('is taxed by its calendar days: the same pay for fewer days bears more', () => {
    const tax = (to: string) =>
      payslipOf({
        ...base,
        pay: 'part',
        period: { from: '2026-10-01', to },
        engagement: { contract: 'short' },
      }).wageTax
    expect(tax('2026-10-05')).toBeGreaterThan(tax('2026-10-15'))
    expect(tax('2026-10-15')).toBeGreaterThan(tax('2026-10-25'))
  })

  test('projects its pay to 360 days and rounds once', () => {
    // 1428.36 × 30 − 132 = 42 718.80; tariff 1690.60 + 4339.80 + 2504.32, less 496; × 12 / 360.
    const [tax] = austria.payroll.wageTax(...stepOf('1428.36', '2026-10-12'))
    expect(tax?.employee).toBe(26_796n)
  })

  test('of an open-ended job is not marginal because it is short, that of a short contract is', () => {
    const pay = { ...base, gross: '500.00', pay: 'part', period: { from: '2026-10-22', to: '2026-10-31' } }
    expect(line(pay, 'health')).toBeDefined()
    expect(line({ ...pay, engagement: { contract: 'short' } }, 'health')).toBeUndefined()
  })

  test('of two short contracts has a ceiling for the days of each', () => {
    const job = (from: string, to: string) => ({
      ...base,
      gross: '2000.00',
      pay: 'part',
      period: { from, to },
      engagement: { contract: 'short' },
    })
    const slips = inTurn([job('2026-10-05', '2026-10-06'), job('2026-10-20', '2026-10-24')])
    expect(slips.map((slip) => slip.figures['contribution-base'])).toEqual([46_200n, 115_500n])
  })
})

describe('special pay', () => {
  const year = { of: '2026', current: '15000.00', days: 150 }

  test('beyond the sixth is taxed by the tariff with the month', () => {
    const pay = { ...base, gross: '8000.00', pay: 'one-off', toDate: { year } }
    const slip = payslipOf(pay)
    expect(slip.figures.sixth).toBe(600_000n)
    expect(line(pay, 'wage-tax-excess')?.employee).toBeGreaterThan(0n)
    expect(line({ ...pay, gross: '6000.00' }, 'wage-tax-excess')).toBeUndefined()
  })

  test('has one allowance of 620 in the year', () => {
    const [first, second] = inTurn([
      { ...base, gross: '1000.00', pay: 'one-off', engagement: { monthlyWage: '3000.00' } },
      { ...base, gross: '1000.00', pay: 'one-off', engagement: { monthlyWage: '3000.00' } },
    ])
    // 14.12 % contributions: 858.80 after them, 620 free the first time.
    expect([first?.wageTax, second?.wageTax]).toEqual([1_433n, 5_153n])
  })

  test('paid along with a job is two fourteenths of an all-in wage', () => {
    const slip = payslipOf({ ...base, gross: '1400.00', engagement: { specialPay: 'included' } })
    expect(slip.earnings.map((earning) => earning.amount)).toEqual([120_000n, 20_000n])
    expect(slip.lines.map((one) => one.code)).toContain('health-special')
  })

  test('set aside costs a sixth of the wage and the employer’s duties on it', () => {
    const aside = line({ ...base, engagement: { specialPay: 'set-aside' } }, 'special-pay-set-aside')
    // 500 and 20.48 % insurance, 1.53 % severance fund, 3.7 %, 0.36 % and 3 % on it.
    expect(aside?.employer).toBe(64_535n)
  })
})

describe('the control of the sixth', () => {
  const december = { ...base, pay: 'settlement', period: month('2026-12') }
  const toDate = {
    year: {
      of: '2026',
      current: '15000.00',
      days: 330,
      special: '6000.00',
      specialBase: '6000.00',
      specialNet: '4975.80',
      specialTax: '261.35',
    },
  }

  test('takes the tariff on special pay beyond a sixth of the year, and gives the fixed tax back', () => {
    const control = line({ ...december, toDate }, 'wage-tax-control')
    expect(control?.why.inputs).toMatchObject({ current: 1_800_000n, sixth: 300_000n, beyond: 300_000n })
    expect(control?.employee).toBeGreaterThan(0n)
  })

  test('is silent where special pay fits, and where the worker is exempt from it', () => {
    expect(
      line({ ...december, toDate: { year: { ...toDate.year, current: '33000.00' } } }, 'wage-tax-control'),
    ).toBeUndefined()
    expect(
      line({ ...december, toDate, engagement: { controlSixth: false } }, 'wage-tax-control'),
    ).toBeUndefined()
  })
})

describe('supplements and bonuses', () => {
  const overtime = { hours: 20, supplements: '300.00' }
  test('for overtime are free of tax for 15 hours and 170.00 in 2026, for 18 hours and 200.00 in 2025', () => {
    const free = (period: object, hours: number, supplements: string) =>
      payslipOf({ ...base, period }).taxable -
      payslipOf({ ...base, period, engagement: { overtime: { hours, supplements } } }).taxable
    expect(free(october, overtime.hours, overtime.supplements)).toBe(17_000n)
    expect(free(october, 20, '160.00')).toBe(12_000n)
    expect(free(month('2025-10'), 20, '160.00')).toBe(14_400n)
    expect(free(month('2025-10'), 20, '300.00')).toBe(20_000n)
  })

  test('for Sundays and nights are free up to 400.00, and 600.00 at night', () => {
    const plain = payslipOf(base).taxable
    const taxable = (engagement: object) => payslipOf({ ...base, engagement }).taxable
    expect(plain - taxable({ supplements: '900.00' })).toBe(40_000n)
    expect(plain - taxable({ supplements: '900.00', mostlyNight: true })).toBe(60_000n)
  })

  test('such as the employee bonus bear contributions but no tax, once a year', () => {
    const bonus = { ...base, engagement: { employeeBonus: '500.00' } }
    const [first, second] = inTurn([bonus, { ...bonus, period: month('2026-11') }])
    const plain = payslipOf(base)
    expect(first?.employeeContributions).toBe(plain.employeeContributions)
    expect(first?.wageTax).toBeLessThan(plain.wageTax)
    expect(second?.wageTax).toBe(plain.wageTax)
    expect(payslipOf({ ...bonus, period: month('2026-05') }).wageTax).toBe(
      payslipOf({ ...base, period: month('2026-05') }).wageTax,
    )
  })
})

describe('age', () => {
  const at = (birthDate: string) =>
    payslipOf({ ...base, worker: { birthDate } })
      .lines.map((one) => one.code)
      .filter((code) =>
        ['accident', 'family-fund', 'unemployment', 'insolvency', 'vienna-levy'].includes(code),
      )
  test.each([
    ['1990-01-01', ['unemployment', 'accident', 'insolvency', 'family-fund', 'vienna-levy']],
    ['1971-09-30', ['unemployment', 'accident', 'insolvency', 'family-fund']],
    ['1966-10-15', ['unemployment', 'accident', 'insolvency', 'family-fund']],
    ['1966-09-15', ['unemployment', 'insolvency']],
    ['1963-09-15', []],
  ])('of someone born %s decides what is due in October 2026', (birthDate, codes) => {
    expect(at(birthDate)).toEqual(codes)
  })
})

describe('a mid-year change', () => {
  test('of the tariff follows the day of payment, of the ceilings the days worked', () => {
    const december = { ...base, gross: '7000.00', period: month('2025-12') }
    const late = payslipOf({ ...december, paidOn: '2026-01-05' })
    const early = payslipOf(december)
    expect(late.employeeContributions).toBe(early.employeeContributions)
    expect(late.wageTax).toBeLessThan(early.wageTax)
  })
})

describe('wage tax of the year anew', () => {
  const year = (pays: readonly string[], rollOver: boolean) =>
    inTurn(
      pays.map((gross, index) => ({
        ...base,
        gross,
        period: month(`2026-${String(index + 1).padStart(2, '0')}`),
        pay: index === 11 ? 'settlement' : 'ordinary',
        engagement: { rollOver },
      })),
    ).reduce((sum, slip) => sum + slip.wageTax, 0n)
  const even = Array.from({ length: 12 }, () => '3000.00')
  const uneven = even.map((_gross, index) => (index < 6 ? '4000.00' : '2700.00'))

  test('changes nothing but cents in a year of even pay', () => {
    const apart = year(even, true) - year(even, false)
    expect(apart >= -6n && apart <= 6n).toBe(true)
  })
  test('gives back what uneven pay bore too much, once', () => {
    expect(year(uneven, true)).toBeLessThan(year(uneven, false) - 5_000n)
  })
  test('needs a whole year', () => {
    expect(year(uneven.slice(0, 11), true)).toBe(year(uneven.slice(0, 11), false))
  })
})
