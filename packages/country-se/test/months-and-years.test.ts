import { NoLawError } from '@samen/core/country'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inTurn, october, payslipOf } from './support/situations.ts'

const job = (gross: string, more: object = {}) => ({
  gross,
  pay: 'part',
  period: october,
  worker: { taxTable: 32 },
  engagement: { contract: 'several-day' },
  ...more,
})
const amount = fc.integer({ min: 1_000_00, max: 16_000_00 }).map((minor) => (minor / 100).toFixed(2))
const sum = (payslips: ReturnType<typeof inTurn>, key: 'wageTax' | 'employerContributions' | 'gross') =>
  payslips.reduce((total, payslip) => total + payslip[key], 0n)

describe('several jobs in a month', () => {
  test('are taxed together as one month’s pay, however it was split', () => {
    // Above 80 000 the percentages of the table may ask less than its amounts; what was withheld stays withheld.
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 5 }), (parts) => {
        const payslips = inTurn(parts.map((part) => job(part)))
        const whole = Number(sum(payslips, 'gross')) / 100
        const together = payslipOf(job(whole.toFixed(2)))
        expect(sum(payslips, 'wageTax')).toBe(together.wageTax)
        const difference = sum(payslips, 'employerContributions') - together.employerContributions
        // Each payment’s contributions are rounded to the öre.
        expect(difference >= -5n && difference <= 5n).toBe(true)
      }),
    )
  })

  test('share one youth ceiling of 25 000', () => {
    const young = { worker: { birthDate: '2005-02-02' } }
    const [first, second] = inTurn([job('20000.00', young), job('20000.00', young)])
    expect(first?.employerContributions).toBe(416_200n)
    // 5 000 at 20.81 % and 15 000 at 31.42 %.
    expect(second?.employerContributions).toBe(575_350n)
  })

  test('paid in another month begin a new month of tax', () => {
    const [, second] = inTurn([job('20000.00'), job('20000.00', { paidOn: '2026-11-10' })])
    expect(second?.wageTax).toBe(payslipOf(job('20000.00')).wageTax)
  })

  test('are taxed each alone where the office asks for it', () => {
    const alone = { engagement: { contract: 'several-day', cumulateMonth: false } }
    const [, second] = inTurn([job('20000.00'), job('20000.00', alone)])
    expect(second?.wageTax).toBe(payslipOf(job('20000.00')).wageTax)
  })
})

describe('the thousand kronor of a year', () => {
  test('free pay below from contributions and tax, until it is reached: then contributions are due on all of it', () => {
    const [first, second, third] = inTurn([job('400.00'), job('599.99'), job('0.01')])
    expect([first?.employerContributions, second?.employerContributions]).toEqual([0n, 0n])
    expect(third?.employerContributions).toBe(31_420n)
    expect(first?.figures).toEqual({ 'contribution-base': 0n, 'below-threshold': 40_000n })
    expect(third?.figures).toEqual({ 'contribution-base': 100_000n, 'earlier-pay-charged': 99_999n })
  })

  test('do not free a payment of one who is expected to earn more', () => {
    const expected = { engagement: { yearlyPay: '20000.00' } }
    const [first] = inTurn([job('400.00', expected)])
    expect(first?.employerContributions).toBe(12_568n)
  })

  test('begin again with a new year', () => {
    const [, second] = inTurn([job('5000.00'), job('400.00', { paidOn: '2027-01-08' })])
    expect(second?.employerContributions).toBe(0n)
  })

  test('are not looked at where nothing is known of the year', () => {
    expect(payslipOf(job('400.00')).employerContributions).toBe(12_568n)
  })

  test('count pay under F-tax as settled', () => {
    const [, second] = inTurn([job('9000.00', { worker: { withholding: 'f-tax' } }), job('2000.00')])
    expect(second?.employerContributions).toBe(62_840n)
  })
})

describe('changes of the law', () => {
  test('the day of payment decides: the youth rate comes with April 2026 and goes with October 2027', () => {
    const paidOn = (day: string) =>
      payslipOf(job('10000.00', { worker: { birthDate: '2005-02-02' }, paidOn: day })).employerContributions
    expect(paidOn('2026-03-31')).toBe(314_200n)
    expect(paidOn('2026-04-01')).toBe(208_100n)
    expect(paidOn('2027-09-30')).toBe(208_100n)
    expect(paidOn('2027-10-01')).toBe(314_200n)
  })

  test('the young of 2027 are those born from 2004 to 2008', () => {
    const born = (year: number) =>
      payslipOf(job('10000.00', { worker: { birthDate: `${year}-02-02` }, paidOn: '2027-02-25' }))
        .employerContributions
    expect([2003, 2004, 2008, 2009].map(born)).toEqual([314_200n, 208_100n, 208_100n, 314_200n])
  })

  test('the age of reduced contributions rises by a year in 2026, the age of the tax columns in 2027', () => {
    const old = (paidOn: string, year: number) =>
      payslipOf(job('10000.00', { worker: { birthDate: `${year}-02-02` }, paidOn })).employerContributions
    expect(old('2025-12-31', 1958)).toBe(102_100n)
    expect(old('2026-01-01', 1959)).toBe(314_200n)
    const taxed = (paidOn: string, worker: object) => payslipOf(job('30000.00', { worker, paidOn })).wageTax
    expect(taxed('2026-06-01', { birthDate: '1959-02-02' })).toBe(taxed('2026-06-01', { column: 3 }))
    expect(taxed('2027-06-01', { birthDate: '1960-02-02' })).toBe(taxed('2027-06-01', { column: 1 }))
  })

  test('SINK is 25 % in 2025, 22.5 % in 2026 and 20 % from 2027', () => {
    const sink = (paidOn: string) =>
      payslipOf(job('10000.00', { worker: { withholding: 'sink' }, paidOn })).wageTax
    expect(['2025-06-01', '2026-06-01', '2027-06-01'].map(sink)).toEqual([250_000n, 225_000n, 200_000n])
  })

  test('a one-off payment of 2025 under a column whose table was not found is refused', () => {
    const bonus = job('10000.00', {
      pay: 'one-off',
      paidOn: '2025-06-25',
      worker: { column: 3 },
      engagement: { yearlyPay: '400000' },
    })
    expect(() => payslipOf(bonus)).toThrow(NoLawError)
  })
})

describe('decisions on tax', () => {
  test('an adjustment holds only on its days of payment', () => {
    const worker = { taxTable: 32, adjustment: { rate: '10', from: '2026-04-01', until: '2026-09-30' } }
    const taxed = (paidOn: string) => payslipOf(job('30000.00', { worker, paidOn })).wageTax
    const byTable = payslipOf(job('30000.00')).wageTax
    expect(['2026-03-31', '2026-04-01', '2026-09-30', '2026-10-01'].map(taxed)).toEqual([
      byTable,
      300_000n,
      300_000n,
      byTable,
    ])
  })

  test('an adjustment to an amount is withheld once a month', () => {
    const adjusted = { worker: { adjustment: { amount: '2500' } } }
    const taxes = inTurn([job('2000.00', adjusted), job('9000.00', adjusted)]).map(({ wageTax }) => wageTax)
    expect(taxes).toEqual([200_000n, 50_000n])
  })

  test('nothing is withheld from less than a hundred kronor, from students and from F-tax', () => {
    expect(payslipOf(job('99.99', { worker: { withholding: 'side' } })).wageTax).toBe(0n)
    expect(payslipOf(job('9000.00', { worker: { withholding: 'student' } })).wageTax).toBe(0n)
    const selfEmployed = payslipOf(job('9000.00', { worker: { withholding: 'f-tax' } }))
    expect(selfEmployed.lines).toEqual([])
  })

  test('tax on a benefit in kind is at most the cash it can be withheld from', () => {
    const { net, wageTax } = payslipOf(job('1000.00', { engagement: { taxableBenefits: '40000' } }))
    expect([net, wageTax]).toEqual([0n, 100_000n])
  })

  test('an artist from abroad pays A-SINK, and no contributions with a certificate', () => {
    const guest = {
      worker: { withholding: 'a-sink', socialSecurity: 'elsewhere' },
      engagement: { status: 'artist' },
    }
    const payslip = payslipOf(job('15000.00', guest))
    expect(payslip.lines.map(({ code, employee }) => [code, employee])).toEqual([
      ['wage-tax-a-sink', 225_000n],
    ])
  })
})

describe('holiday compensation', () => {
  test('set aside costs 12 % and its contributions on top', () => {
    const { lines, employerCost } = payslipOf(job('10000.00', { engagement: { holiday: 'accrued' } }))
    const set = lines.filter(({ kind }) => kind === 'provision').map(({ code, employer }) => [code, employer])
    expect(set).toEqual([
      ['holiday-provision', 120_000n],
      ['holiday-contributions', 37_704n],
    ])
    expect(employerCost).toBe(1_000_000n + 314_200n + 157_704n)
  })

  test('is part of the pay of a fixed-term contract and not of an open-ended one', () => {
    const codes = (contract: string) =>
      payslipOf(job('11200.00', { engagement: { contract } })).earnings.map(({ code }) => code)
    expect(codes('several-day')).toEqual(['wage', 'holiday-compensation'])
    expect(codes('open-ended')).toEqual(['wage'])
  })
})
