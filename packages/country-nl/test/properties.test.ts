import { computePayslip, type Minor } from '@samen/core/country'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DutchSituation } from '../src/payroll/situation.ts'
import { netherlands } from '../src/plugin.ts'
import { inTurn, month, parse, payslipOf } from './support.ts'

const { payroll } = netherlands

const worker = fc.record({
  birthDate: fc.constantFrom(undefined, '2008-05-01', '1990-05-10', '1958-06-01', '1944-03-03'),
  taxCredit: fc.boolean(),
  singleElderlyCredit: fc.boolean(),
  annualWage: fc.constantFrom(undefined, '12000.00', '30000.00', '50000.00', '90000.00', '200000.00'),
})
const engagement = fc.record({
  status: fc.constantFrom('employee', 'agency', 'payroll', 'director'),
  contract: fc.constantFrom('open-ended', 'fixed-term', 'several-day', 'one-day'),
  employerSize: fc.constantFrom('small', 'large'),
  wagePeriod: fc.constantFrom(undefined, 'day', 'week', 'four-weeks', 'month', 'quarter'),
  days: fc.integer({ min: 1, max: 23 }),
  holidayAllowance: fc.constantFrom('set-aside', 'included', 'none'),
  recoverDisability: fc.boolean(),
})
const monthOf = fc.constantFrom('2025-01', '2025-07', '2026-01', '2026-03', '2026-10')
const situation = fc
  .record({
    worker,
    engagement,
    monthOf,
    pay: fc.constantFrom('ordinary', 'part', 'one-off', 'holiday', 'settlement'),
  })
  .map(({ monthOf: of, ...rest }) =>
    parse({ ...rest, gross: '0', period: { from: `${of}-02`, to: `${of}-27` } }),
  )
const artists = fc
  .record({
    residence: fc.constantFrom('netherlands', 'treaty', 'elsewhere'),
    smallAllowance: fc.constantFrom('0', '100', '163'),
    costDecision: fc.constantFrom('0', '250'),
    monthOf,
  })
  .map(({ monthOf: of, residence, ...rest }) =>
    parse({
      gross: '0',
      pay: 'part',
      period: { from: `${of}-09`, to: `${of}-09` },
      worker: { residence },
      engagement: { status: 'artist', ...rest },
    }),
  )
const any = fc.oneof(situation, artists)
const gross = fc.bigInt({ min: 0n, max: 3_000_000n })

const netOf = (of: DutchSituation, amount: Minor): Minor => {
  const { lines } = payroll.payslip(of, payroll.law(of), amount)
  return lines.reduce((net, line) => net - line.employee, amount)
}

describe('a payslip', () => {
  test('adds up: what the worker gets and what others get is what the employer spends', () => {
    fc.assert(
      fc.property(any, gross, (of, amount) => {
        const slip = computePayslip(netherlands, { ...of, gross: amount })
        const toOthers = slip.lines.reduce((sum, line) => sum + line.employee + line.employer, 0n)
        expect(slip.net + toOthers).toBe(slip.employerCost)
        expect(slip.wageTax).toBeGreaterThanOrEqual(0n)
        expect(slip.wageTax).toBeLessThanOrEqual((slip.taxable * 60n) / 100n + 1n)
        expect(slip.taxable).toBeLessThanOrEqual(amount)
      }),
    )
  })

  test('costs what the quick computation says, and never less for a higher gross', () => {
    fc.assert(
      fc.property(any, gross, fc.bigInt({ min: 1n, max: 100n }), (of, amount, more) => {
        const law = payroll.law(of)
        const { lines } = payroll.payslip(of, law, amount)
        const cost = lines.reduce((sum, line) => sum + line.employer, amount)
        expect(payroll.cost(of, law, amount)).toBe(cost)
        expect(payroll.cost(of, law, amount + more)).toBeGreaterThan(cost)
      }),
    )
  })

  test('spends a budget to the last cent that a whole gross can use', () => {
    fc.assert(
      fc.property(any, fc.bigInt({ min: 50_000n, max: 2_000_000n }), (of, budget) => {
        const slip = computePayslip(netherlands, { ...of, gross: undefined, budget })
        expect(slip.employerCost).toBeLessThanOrEqual(budget)
        expect(payroll.cost(of, payroll.law(of), slip.gross + 1n)).toBeGreaterThan(budget)
      }),
    )
  })
})

describe('one cent more gross', () => {
  /**
   * The law's own steps: the next row of a period table (54 euro a year) taxes the whole row at once, for every day of a
   * day table; the next row of the special-reward table, where the yearly wage is not stated, changes the rate of all.
   */
  const stepOf = (of: DutchSituation, amount: Minor): Minor => {
    const step = Number(54n * 100n)
    const periods = { day: 260, week: 52, 'four-weeks': 13, month: 12, quarter: 4 }
    const period = of.engagement.wagePeriod ?? 'day'
    return amount === 0n ? 0n : BigInt(Math.ceil(step / periods[period])) * BigInt(of.engagement.days ?? 1)
  }

  test('leaves no less net, but at the steps of the tables, and there by less than a row', () => {
    fc.assert(
      fc.property(any, gross, (of, amount) => {
        fc.pre(of.pay === 'ordinary' || of.pay === 'part' || of.worker.annualWage !== undefined)
        const change = netOf(of, amount + 1n) - netOf(of, amount)
        expect(change).toBeLessThanOrEqual(1n)
        if (of.pay === 'ordinary' || of.pay === 'part') {
          // Two thirds: no row asks more than 60 % of its own width.
          if (change < 0n) expect(-change).toBeLessThanOrEqual((stepOf(of, amount + 1n) * 2n) / 3n + 23n)
        } else expect(change).toBeGreaterThanOrEqual(-1n)
      }),
      { numRuns: 500 },
    )
  })

  test('within a row all of it is the worker’s', () => {
    const of = parse({
      gross: '0',
      period: month('2026-03'),
      worker: {},
      engagement: { status: 'employee' },
    })
    // Rows of the month table begin every 4.50 euro.
    for (let amount = 300_600n; amount < 300_600n + 449n; amount++)
      expect(netOf(of, amount + 1n) - netOf(of, amount)).toBe(1n)
    expect(netOf(of, 300_600n + 450n)).toBeLessThan(netOf(of, 300_600n + 449n))
  })

  test('a whole row more gross never leaves less net', () => {
    fc.assert(
      fc.property(worker, fc.bigInt({ min: 0n, max: 1_500_000n }), (who, amount) => {
        const of = parse({
          gross: '0',
          period: month('2026-03'),
          worker: who,
          engagement: { status: 'employee' },
        })
        expect(netOf(of, amount + 450n)).toBeGreaterThan(netOf(of, amount))
      }),
      { numRuns: 500 },
    )
  })
})

describe('a year', () => {
  const wages = fc.array(fc.integer({ min: 0, max: 15_000 }), { minLength: 12, maxLength: 12 })
  const monthly = (list: readonly number[], year: number) =>
    list.map((wage, index) => ({
      gross: `${wage}.00`,
      period: month(`${year}-${String(index + 1).padStart(2, '0')}`),
      worker: {},
      engagement: { status: 'employee', contract: 'open-ended' },
    }))

  test('bears premiums on its wages up to the yearly maximum, in whatever order they come', () => {
    fc.assert(
      fc.property(wages, fc.constantFrom(2025, 2026), (list, year) => {
        const slips = inTurn(monthly(list, year))
        const counted = slips.reduce((sum, slip) => sum + (slip.figures['premium-wage'] as Minor), 0n)
        const sum = BigInt(list.reduce((total, wage) => total + wage, 0)) * 100n
        // Twelve months' maximums, each cut to the cent: 12 × 6,322.00 and 12 × 6,617.41.
        const most = year === 2025 ? 7_586_400n : 7_940_892n
        let running = 0n
        let low = 0n
        let wagesSoFar = 0n
        for (const [index, wage] of list.entries()) {
          wagesSoFar += BigInt(wage) * 100n
          low = (most / 12n) * BigInt(index + 1)
          running = wagesSoFar < low ? wagesSoFar : low
        }
        expect(counted).toBe(running)
        expect(counted).toBeLessThanOrEqual(sum < most ? sum : most)
      }),
    )
  })

  test('of another calendar starts from nothing', () => {
    const december = inTurn(monthly(Array(12).fill(9000), 2025)).at(-1)
    const january = { ...monthly([4000], 2026)[0], toDate: undefined }
    const after = computePayslip(netherlands, {
      ...parse(january),
      toDate: december?.toDate,
    } as DutchSituation)
    expect(after.lines).toEqual(payslipOf({ ...january, toDate: {} }).lines)
  })
})

test('a month paid in parts by the month table leaves the same net and premiums as the month paid at once', () => {
  // Hundreds of euros, so that the premiums of each part are exact.
  const parts = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 5 })
  fc.assert(
    fc.property(parts, worker, (list, who) => {
      const pay = (hundreds: number) => ({
        gross: `${hundreds * 100}.00`,
        pay: 'ordinary',
        period: month('2026-10'),
        worker: who,
        engagement: { status: 'employee', contract: 'open-ended' },
      })
      const split = inTurn(list.map(pay))
      const [whole] = inTurn([pay(list.reduce((sum, part) => sum + part, 0))])
      for (const of of ['net', 'wageTax', 'taxable'] as const)
        expect(split.reduce((sum, slip) => sum + slip[of], 0n)).toBe(whole?.[of])
      const counted = split.reduce((sum, slip) => sum + (slip.figures['premium-wage'] as Minor), 0n)
      expect(counted).toBe(whole?.figures['premium-wage'])
    }),
  )
})

test('only the low premium of an open-ended contract is revised, and only once', () => {
  const pay = (kind: string, who: object, job: object) => ({
    gross: '500.00',
    pay: kind,
    period: month('2026-02'),
    worker: who,
    engagement: { status: 'employee', ...job },
  })
  const revision = (who: object, job: object) =>
    inTurn([pay('ordinary', who, job), pay('settlement', who, job), pay('settlement', who, job)]).map(
      (slip) => slip.lines.find((line) => line.code === 'unemployment-revision')?.employer,
    )
  expect(revision({}, { contract: 'open-ended' })).toEqual([undefined, 2500n, undefined])
  const young = { birthDate: '2008-05-01' }
  expect(revision(young, { contract: 'fixed-term', hours: '20' })).toEqual([undefined, undefined, undefined])
})

test('a batch gives the same totals however it is split', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(any, gross), { minLength: 2, maxLength: 12 }),
      fc.integer({ min: 0, max: 12 }),
      (batch, at) => {
        const net = (list: typeof batch) => list.map(([of, amount]) => netOf(of, amount))
        expect([...net(batch.slice(0, at)), ...net(batch.slice(at))]).toEqual(net(batch))
        expect(net([...batch].reverse()).reverse()).toEqual(net(batch))
      },
    ),
  )
})
