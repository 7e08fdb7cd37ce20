import { computePayslip, type Minor } from '@samen/core/country'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AustrianSituation } from '../src/payroll/situation.ts'
import { austria } from '../src/plugin.ts'
import { inTurn, parse } from './support.ts'

const { payroll } = austria

const worker = fc.record({
  birthDate: fc.constantFrom(undefined, '1990-05-04', '1968-02-01', '1965-10-30', '1961-07-15'),
  soleEarner: fc.constantFrom(undefined, { as: 'earner', children: 1 }, { as: 'parent', children: 3 }),
  familyBonus: fc.constantFrom(undefined, { minors: 1 }, { minorsHalf: 2, adults: 1 }),
  commuting: fc.constantFrom(
    undefined,
    { allowance: 'small', kilometres: 33 },
    { allowance: 'large', kilometres: 61, days: '4-to-7' },
  ),
  trafficCredit: fc.constantFrom('ordinary', 'raised'),
  trafficSupplement: fc.boolean(),
  allowances: fc.constantFrom('0', '120.00'),
  disabled: fc.boolean(),
})
const engagement = fc.record({
  status: fc.constantFrom('employee', 'employee', 'free-contract'),
  land: fc.constantFrom(...austria.regions),
  hoursPerWeek: fc.constantFrom(8, 20, 38.5),
  marginalLevy: fc.boolean(),
  chamberOfLabour: fc.boolean(),
  chamberMember: fc.boolean(),
  severanceFund: fc.constantFrom('due', 'first-month'),
  onlyWorker: fc.boolean(),
  specialPay: fc.constantFrom('none', 'included', 'set-aside'),
  leave: fc.constantFrom('taken', 'set-aside'),
  benefits: fc.constantFrom('0', '96.00'),
  supplements: fc.constantFrom('0', '150.00'),
  overtime: fc.constantFrom(undefined, { hours: 20, supplements: '240.00' }),
})
const toDate = fc.constantFrom(undefined, 'fresh', 'year')
const monthOf = fc.constantFrom('2025-01', '2025-06', '2025-12', '2026-02', '2026-06', '2026-11')
const situation = fc
  .record({
    worker,
    engagement,
    monthOf,
    toDate,
    kind: fc.constantFrom(
      ['ordinary', 'continuous'],
      ['part', 'continuous'],
      ['part', 'short'],
      ['part', 'casual'],
      ['one-off', 'continuous'],
      ['holiday', 'continuous'],
      ['settlement', 'continuous'],
    ),
  })
  .map(({ monthOf: of, kind: [pay, contract], engagement: e, toDate: known, ...rest }) =>
    parse({
      ...rest,
      pay,
      engagement: { ...e, contract },
      gross: '0',
      period: { from: `${of}-03`, to: contract === 'casual' ? `${of}-03` : `${of}-17` },
      ...(known !== undefined && {
        toDate:
          known === 'fresh'
            ? {}
            : {
                year: {
                  of: of.slice(0, 4),
                  current: '14000.00',
                  days: 150,
                  special: '2500.00',
                  specialBase: '2500.00',
                  specialNet: '2073.25',
                  specialTax: '87.20',
                },
              },
      }),
    }),
  )
const gross = fc.bigInt({ min: 0n, max: 2_500_000n })

const netOf = (of: AustrianSituation, amount: Minor): Minor => {
  const { lines } = payroll.payslip(of, payroll.law(of), amount)
  return lines.reduce((net, line) => net - line.employee, amount)
}

describe('a payslip', () => {
  test('adds up: what the worker gets and what others get is what the employer spends', () => {
    fc.assert(
      fc.property(situation, gross, (of, amount) => {
        const slip = computePayslip(austria, { ...of, gross: amount })
        const toOthers = slip.lines.reduce((sum, line) => sum + line.employee + line.employer, 0n)
        expect(slip.net + toOthers).toBe(slip.employerCost)
        expect(slip.net + slip.employeeContributions + slip.wageTax).toBe(amount)
      }),
    )
  })

  test('costs what the search for a gross believes', () => {
    fc.assert(
      fc.property(situation, gross, (of, amount) => {
        const slip = computePayslip(austria, { ...of, gross: amount })
        expect(payroll.cost(of, payroll.law(of), amount)).toBe(slip.employerCost)
      }),
      { numRuns: 400 },
    )
  })

  test('is the same alone and within a batch, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(situation, gross), { minLength: 2, maxLength: 6 }), (batch) => {
        const alone = batch.map(([of, amount]) => computePayslip(austria, { ...of, gross: amount }))
        const backwards = [...batch]
          .reverse()
          .map(([of, amount]) => computePayslip(austria, { ...of, gross: amount }))
          .reverse()
        expect(backwards).toEqual(alone)
      }),
    )
  })
})

/**
 * The steps at which the law lets the net fall: the end of marginal employment, and the steps of unemployment insurance
 * on current and on special pay, and the sixth up to which special pay is free of tax.
 */
function named(of: AustrianSituation, amount: Minor): boolean {
  const rates = (at: Minor) => {
    const { lines, figures } = payroll.payslip(of, payroll.law(of), at)
    const insured = lines.filter((line) => line.kind === 'contribution' && line.authority === 'oegk')
    const law = payroll.law(of)
    return [
      ...insured.map((line) => `${line.code} ${line.employeeRate?.numerator}`),
      figures.sixth !== undefined && figures.sixth <= law.tax.exemptSixth,
    ].join()
  }
  return rates(amount) !== rates(amount + 1n)
}

/** Where the control of the sixth moves special pay between its taxes, each of them is rounded: one cent at most. */
function rippled(of: AustrianSituation, amount: Minor): boolean {
  const { lines } = payroll.payslip(of, payroll.law(of), amount)
  const moved = lines.some((line) => line.code === 'wage-tax-control')
  return moved && netOf(of, amount) - netOf(of, amount + 1n) === 1n
}

describe('one cent more of gross', () => {
  test('never lowers the net but at the steps of the law', () => {
    fc.assert(
      fc.property(situation, gross, (of, amount) => {
        for (let at = amount; at < amount + 25n; at++)
          if (netOf(of, at + 1n) < netOf(of, at))
            expect(named(of, at) || rippled(of, at) || `falls at ${at}`).toBe(true)
      }),
      { numRuns: 1500 },
    )
  })

  test('lowers the net just above the steps of unemployment insurance and marginal work', () => {
    const of = parse({
      gross: '0',
      period: { from: '2026-10-01', to: '2026-10-31' },
      worker: {},
      engagement: {},
    })
    for (const step of [55_110n, 222_500n, 242_700n, 263_000n])
      expect(netOf(of, step + 1n)).toBeLessThan(netOf(of, step))
  })

  test('never lowers the cost but where full insurance is cheaper than the levy on marginal work', () => {
    fc.assert(
      fc.property(situation, gross, (of, amount) => {
        const law = payroll.law(of)
        const drops = payroll.costDrops?.(of, law) ?? []
        for (let at = amount; at < amount + 25n; at++)
          if (!drops.includes(at + 1n))
            expect(payroll.cost(of, law, at + 1n)).toBeGreaterThanOrEqual(payroll.cost(of, law, at))
        for (const drop of drops)
          expect(payroll.cost(of, law, drop)).toBeLessThan(payroll.cost(of, law, drop - 1n))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a budget', () => {
  test('finds the largest gross it can pay', () => {
    fc.assert(
      fc.property(situation, gross, (of, amount) => {
        const law = payroll.law(of)
        const budget = payroll.cost(of, law, amount)
        const slip = computePayslip(austria, { ...of, gross: undefined, budget })
        expect(slip.employerCost).toBeLessThanOrEqual(budget)
        expect(slip.gross).toBeGreaterThanOrEqual(amount)
        expect(payroll.cost(of, law, slip.gross + 1n)).toBeGreaterThan(budget)
      }),
    )
  })
})

describe('two payments of one month', () => {
  const owed = (slips: ReturnType<typeof inTurn>) => {
    let insurance = 0n
    let employer = 0n
    let tax = 0n
    for (const { lines } of slips)
      for (const line of lines) {
        if (line.kind === 'wage-tax') tax += line.employee
        if (line.authority === 'oegk') {
          insurance += line.employee
          employer += line.employer
        }
      }
    return { insurance, employer, tax }
  }

  test('bear the insurance and wage tax of their sum', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 900_000 }),
        fc.integer({ min: 1, max: 900_000 }),
        worker,
        (one, other, of) => {
          const pay = (cents: number) => ({
            gross: (cents / 100).toFixed(2),
            period: { from: '2026-10-01', to: '2026-10-31' },
            worker: { ...of, allowances: '0' },
            engagement: {},
          })
          expect(owed(inTurn([pay(one), pay(other)]))).toEqual(owed(inTurn([pay(one + other)])))
        },
      ),
    )
  })

  test('of two casual days in one week bear the Vienna levy once', () => {
    const day = (date: string) => ({
      gross: '700.00',
      pay: 'part',
      period: { from: date, to: date },
      worker: {},
      engagement: { contract: 'casual' },
    })
    const levies = inTurn([day('2026-10-06'), day('2026-10-09'), day('2026-10-12')]).map(
      (slip) => slip.lines.find((line) => line.code === 'vienna-levy')?.employer,
    )
    expect(levies).toEqual([200n, undefined, 200n])
  })
})
