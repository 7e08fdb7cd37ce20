import {
  amountsAsJson,
  type ComputedPayslip,
  computePayslip,
  computeStep,
  payslipAsJson,
} from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import type { BelgianSituation } from '../src/payroll/situation.ts'
import type { ToDate } from '../src/payroll/to-date.ts'
import { belgium } from '../src/plugin.ts'
import { inTurn, month, parse, payslipOf, total } from './support.ts'

const totalsOf = (slip: ComputedPayslip | undefined) => (slip?.toDate ?? {}) as ToDate

const studentMonth = (of: string, hours: number, gross: string, engagement: object = {}) => ({
  gross,
  period: month(of),
  worker: {},
  engagement: {
    status: 'employee',
    scheme: 'student',
    contract: 'monthly',
    student: { hours },
    ...engagement,
  },
})
const flexiDay = (day: string, gross: string, engagement: object = {}) => ({
  gross,
  pay: 'part',
  period: { from: day, to: day },
  worker: {},
  engagement: { status: 'worker', scheme: 'flexi-job', contract: 'one-day', ...engagement },
})
const ordinaryMonth = (of: string, gross: string, engagement: object = {}) => ({
  gross,
  period: month(of),
  worker: {},
  engagement: { status: 'employee', contract: 'monthly', ...engagement },
})

describe('a student', () => {
  test('uses up the hours of the year and then pays like everybody', () => {
    const slips = inTurn([
      studentMonth('2026-07', 160, '2200.00'),
      studentMonth('2026-08', 160, '2200.00'),
      studentMonth('2026-09', 160, '2200.00', { student: { hours: 160, hoursElsewhere: 170 } }),
      studentMonth('2026-10', 160, '2200.00', { student: { hours: 160, hoursElsewhere: 170 } }),
    ])
    expect(slips.map((slip) => total([slip], 'student-contribution'))).toEqual([
      '59.62',
      '59.62',
      '59.62',
      '0.00',
    ])
    expect(slips.map((slip) => totalsOf(slip).student?.hours)).toEqual([160, 320, 480, 480])
    expect(total(slips.slice(3), 'social-security')).toBe('287.54')
  })

  test('begins each year with all hours', () => {
    const [december, january] = inTurn([
      studentMonth('2025-12', 650, '2200.00'),
      studentMonth('2026-01', 10, '140.00'),
    ])
    expect(totalsOf(december).student).toEqual({ of: '2025', hours: 650 })
    expect(totalsOf(january).student).toEqual({ of: '2026', hours: 10 })
    expect(january?.wageTax).toBe(0n)
  })

  test('pays for the hours beyond the quota what an ordinary engagement of those hours pays', () => {
    const crossing = payslipOf(
      studentMonth('2026-10', 160, '2400.00', { student: { hours: 160, hoursElsewhere: 570 } }),
    )
    const ordinary = payslipOf(ordinaryMonth('2026-10', '1200.00', { days: 11, hours: '83.60' }))
    const codes = ordinary.lines.map(({ code }) => code)
    const beyond = crossing.lines.filter(({ code }) => codes.includes(code))
    expect(beyond.map(({ code, employee, employer }) => [code, employee, employer])).toEqual(
      ordinary.lines.map(({ code, employee, employer }) => [code, employee, employer]),
    )
    expect(total([crossing], 'student-contribution')).toBe('32.52')
  })

  test('is paid holidays under the solidarity contribution, which take no hours', () => {
    const slip = payslipOf({
      ...studentMonth('2026-11', 0, '110.00'),
      pay: 'part',
      period: { from: '2026-11-11', to: '2026-11-11' },
    })
    expect(total([slip], 'student-contribution')).toBe('2.98')
    expect(totalsOf(slip).student?.hours).toBe(0)
  })

  test('below 21 is owed a share of the minimum wage', () => {
    const slip = payslipOf({
      ...studentMonth('2026-10', 100, '1700.00'),
      worker: { birthDate: '2008-10-01' },
    })
    // 79 % of 2 233.61
    expect(slip.figures).toEqual({ 'minimum-wage': 176_455n, 'minimum-wage-shortfall': 6_455n })
  })
})

describe('a flexi-job', () => {
  test('gives the worker all that is agreed and costs the employer 28 % more', () => {
    const slip = payslipOf(flexiDay('2026-08-15', '240.00'))
    expect([slip.net, slip.employerCost]).toEqual([24_000n, 30_720n])
  })

  test('finds the gross within a fee', () => {
    const slip = computePayslip(
      belgium,
      parse({ ...flexiDay('2026-08-15', '0'), gross: undefined, fee: '400.00' }),
    )
    // 400.00 less 6.5 % is 374.00, of which 128 parts of a hundred are spent.
    expect([slip.gross, slip.employerCost, slip.remainder]).toEqual([29_219n, 37_400n, 0n])
  })

  test('is taxed on what exceeds the ceiling of the year of payment, and not the year after', () => {
    const year = { of: '2026', pay: '17900.00' }
    const over = payslipOf({ ...flexiDay('2026-12-30', '5000.00'), toDate: { flexi: year } })
    expect(over.taxable).toBe(490_000n)
    expect(over.wageTax).toBeGreaterThan(0n)
    const next = payslipOf({
      ...flexiDay('2026-12-31', '5000.00'),
      paidOn: '2027-01-06',
      toDate: { flexi: year },
    })
    expect([next.taxable, next.wageTax]).toEqual([0n, 0n])
  })

  test('of a pensioner knows no ceiling', () => {
    const slip = payslipOf({
      ...flexiDay('2026-12-30', '5000.00', { flexi: { pensioner: true } }),
      toDate: { flexi: { of: '2026', pay: '30000.00' } },
    })
    expect(slip.net).toBe(slip.gross)
  })

  test('is taxed together with ordinary pay of the same month of payment', () => {
    const start = { flexi: { of: '2026', pay: '18000.00' } }
    const first = payslipOf({ ...ordinaryMonth('2026-10', '2600.00'), toDate: start })
    const second = payslipOf({ ...flexiDay('2026-10-31', '500.00'), toDate: amountsAsJson(first.toDate) })
    const alone = payslipOf({ ...flexiDay('2026-10-31', '500.00'), toDate: start })
    expect(alone.wageTax).toBe(0n)
    expect(second.wageTax).toBeGreaterThan(20_000n)
  })

  test('shows what lacks to the least wage and what exceeds the highest', () => {
    const hours = { hours: 8, flexi: { hourlyScale: '15.00' } }
    expect(payslipOf(flexiDay('2026-08-15', '107.67', hours)).figures).toEqual({
      'minimum-wage': 12_000n,
      'maximum-wage': 18_000n,
      'minimum-wage-shortfall': 2_000n,
    })
    expect(payslipOf(flexiDay('2026-08-15', '215.34', hours)).figures).toMatchObject({
      'maximum-wage-excess': 2_000n,
    })
  })
})

describe('an amateur-arts allowance', () => {
  const day = (on: string, more: object = {}) => ({
    gross: '80.00',
    pay: 'part',
    period: { from: on, to: on },
    worker: {},
    engagement: { status: 'artist', scheme: 'amateur-arts', contract: 'one-day', ...more },
  })

  test('remembers each day paid, and forgets those of the year before that make no row', () => {
    const slips = inTurn([day('2025-06-21'), day('2025-12-31'), day('2026-01-01'), day('2026-03-01')])
    expect(totalsOf(slips[3]).amateur?.days).toEqual(['2025-12-31', '2026-01-01', '2026-03-01'])
  })

  test('bears 5 % of the principal where nobody states its yearly total', () => {
    const slip = payslipOf(day('2026-10-17'))
    expect([slip.net, slip.employerCost]).toEqual([8_000n, 8_400n])
  })

  test('above its limits would cost what an ordinary artist costs', () => {
    const within = parse(day('2026-10-17'))
    const above = { ...within, gross: 20_000n } as BelgianSituation
    const ordinary = { ...parse(day('2026-10-17', { scheme: 'ordinary' })), gross: 20_000n }
    expect(computePayslip(belgium, above).lines).toEqual(
      computePayslip(belgium, ordinary as BelgianSituation).lines,
    )
  })

  test('within a budget leaves the principal its 5 %', () => {
    const slip = computePayslip(belgium, parse({ ...day('2026-10-17'), gross: undefined, budget: '81.90' }))
    expect([slip.gross, slip.employerCost]).toEqual([7_800n, 8_190n])
  })
})

describe('a single step of the law', () => {
  const step = (ask: 'wage-tax' | 'contributions', amount: string, of: object) =>
    computeStep(
      belgium,
      parse({ ...of, gross: undefined, ask, [ask === 'wage-tax' ? 'taxable' : 'base']: amount }),
    )
  const shape = (lines: ReturnType<typeof step>) =>
    lines.map(({ code, employee, employer }) => `${code} ${employee} ${employer}`)
  const student = { student: { hours: 100, hoursElsewhere: 600 } }

  test('splits a student’s pay by hours', () => {
    const month = studentMonth('2026-10', 100, '0', student)
    expect(shape(step('contributions', '1000.00', month)).slice(0, 3)).toEqual([
      'student-contribution 1355 0',
      'student-contribution-employer 0 2710',
      'social-security 6535 0',
    ])
    expect(shape(step('wage-tax', '6000.00', month))).toEqual(['wage-tax 59693 0'])
    expect(step('wage-tax', '6000.00', studentMonth('2026-10', 100, '0'))).toEqual([])
  })

  test('taxes flexi pay above the ceiling only', () => {
    const december = { ...flexiDay('2026-12-30', '0'), toDate: { flexi: { of: '2026', pay: '18000.00' } } }
    expect(shape(step('wage-tax', '3000.00', december))).toEqual(['wage-tax 59693 0'])
    expect(step('wage-tax', '3000.00', flexiDay('2026-12-30', '0'))).toEqual([])
    expect(shape(step('contributions', '100.00', december))).toEqual(['flexi-contribution 0 2800'])
  })
})

describe('the totals of a scheme', () => {
  test.each(belgium.samples.map(({ title, situation }) => [title, situation] as const))(
    'come back through JSON: %s',
    (_title, situation) => {
      const slip = payslipOf(situation)
      const again = parse({
        ...(situation as object),
        toDate: payslipAsJson(slip).toDate,
        period: later(situation),
      })
      expect(amountsAsJson(again.toDate)).toEqual(amountsAsJson(slip.toDate))
    },
  )

  test('are handed on by pay that is none of theirs', () => {
    const toDate = {
      student: { of: '2026', hours: 40 },
      flexi: { of: '2026', pay: '900.00' },
      amateur: { days: ['2026-05-01'] },
    }
    for (const pay of ['ordinary', 'one-off', 'settlement'])
      expect(payslipOf({ ...ordinaryMonth('2026-10', '2600.00'), pay, toDate }).toDate).toMatchObject({
        student: { hours: 40 },
        flexi: { pay: 90_000n },
        amateur: { days: ['2026-05-01'] },
      })
  })
})

/** Two months after, so that no allowance is paid twice for a day. */
function later(situation: unknown) {
  const { period } = situation as { period: { from: string; to: string } }
  const shifted = (date: string) => `2027-01-${date.slice(8)}`
  return { from: shifted(period.from), to: shifted(period.to) }
}
