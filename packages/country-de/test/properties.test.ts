import assert from 'node:assert/strict'
import { answer, computePayslip, formatAmount, grossForBudget, type Payslip } from '@samen/core/country'
import fc from 'fast-check'
import { describe, test } from 'vitest'
import type { GermanSituation } from '../src/payroll/index.ts'
import type { ToDate } from '../src/payroll/situation.ts'
import { germany } from '../src/plugin.ts'

const parse = (situation: object): GermanSituation => germany.payroll.situation.parse(situation)
const pay = (situation: object): Payslip<ToDate> =>
  computePayslip(germany, parse(situation)) as Payslip<ToDate>
const line = (payslip: Payslip, code: string) => payslip.lines.find((one) => one.code === code)
const abs = (value: bigint) => (value < 0n ? -value : value)
const next = (situation: object): unknown =>
  JSON.parse(JSON.stringify(answer(germany, parse(situation)).toDate))

const gross = fc.oneof(
  fc.bigInt({ min: 0n, max: 230_000n }),
  fc.bigInt({ min: 0n, max: 1_500_000n }),
  fc.bigInt({ min: 60_000n, max: 60_600n }),
)
const worker = fc.record({
  taxClass: fc.integer({ min: 1, max: 6 }),
  children: fc.integer({ min: 0, max: 6 }),
  church: fc.constantFrom('none', 'ev', 'rk'),
  insurance: fc.constantFrom('statutory', 'statutory', 'private'),
  privateHealth: fc.constantFrom('0', '512.34', '1100'),
  privateCare: fc.constantFrom('0', '61.2'),
  supplementaryRate: fc.constantFrom('2.69', '3.8', '0', '1.239'),
})
const engagement = fc.record({
  status: fc.constantFrom('employee', 'employee', 'employee', 'minijob', 'short-term', 'unsteady'),
  land: fc.constantFrom('BE', 'SN', 'BY'),
  staff: fc.constantFrom(8, 60),
  pensionExempt: fc.boolean(),
  otherPay: fc.constantFrom('0', '0', '410.5', '7000'),
})
const period = fc.constantFrom(
  { period: { from: '2025-02-01', to: '2025-02-28' } },
  { period: { from: '2026-07-01', to: '2026-07-31' } },
  { pay: 'part', period: { from: '2026-07-11', to: '2026-07-25' } },
  { pay: 'part', period: { from: '2026-07-03', to: '2026-07-03' } },
  { pay: 'one-off', period: { from: '2026-11-01', to: '2026-11-30' } },
)

describe('any payslip', () => {
  test('sums its lines, and its cost is that of the inner loop', () => {
    fc.assert(
      fc.property(worker, engagement, period, gross, (who, engaged, when, amount) => {
        const situation = parse({ gross: formatAmount(amount), worker: who, engagement: engaged, ...when })
        const payslip = computePayslip(germany, situation)
        assert.equal(payslip.net + payslip.employeeContributions + payslip.wageTax, amount)
        assert.equal(
          payslip.employerCost,
          germany.payroll.cost(situation, germany.payroll.law(situation), amount),
        )
      }),
    )
  })

  test('is the same whatever was computed before it, alone or in a batch', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(worker, engagement, period, gross), { minLength: 2, maxLength: 6 }),
        (list) => {
          const situations = list.map(([who, engaged, when, amount]) =>
            parse({ gross: formatAmount(amount), worker: who, engagement: engaged, ...when }),
          )
          const forwards = situations.map((situation) => answer(germany, situation))
          const backwards = [...situations].reverse().map((situation) => answer(germany, situation))
          assert.deepEqual(backwards.reverse(), forwards)
        },
      ),
    )
  })

  test('charges the worker nowhere more of a cent than a cent, but where kinds of insurance meet', () => {
    fc.assert(
      fc.property(worker, engagement, period, gross, (who, engaged, when, amount) => {
        const at = (cents: bigint) =>
          pay({ gross: formatAmount(cents), worker: who, engagement: engaged, ...when })
        const less = at(amount)
        const more = at(amount + 1n)
        const kind = (payslip: Payslip) => payslip.lines.map(({ code, why }) => `${code} ${why.rule}`).join()
        const other = payslipRules(kind(less)) !== payslipRules(kind(more))
        // Each line is rounded by itself: at most one of its cents for a cent of pay.
        if (!other) assert.ok(more.employeeContributions - less.employeeContributions <= 8n)
        assert.ok(other || more.net + more.wageTax >= less.net + less.wageTax - 7n)
      }),
    )
  })

  test('moves the tax of a month by one step of the year’s whole euros for a cent of pay, up or down', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), gross, (taxClass, amount) => {
        const tax = (cents: bigint) =>
          pay({
            gross: formatAmount(cents),
            period: { from: '2026-07-01', to: '2026-07-31' },
            worker: { taxClass, parent: true },
            engagement: { zone: false },
          }).wageTax
        // Two steps of the law: income counts in whole euros down, and the deduction for social insurance in whole euros
        // up. So 12 cents more a year move income by a euro at most either way, and the yearly tax by two.
        const rise = tax(amount + 1n) - tax(amount)
        assert.ok(rise >= -19n && rise <= 19n, `${rise}`)
      }),
    )
  })

  test('leaves more net for ten euro more gross, but where a Minijob ends', () => {
    fc.assert(
      fc.property(worker, period, gross, (who, when, amount) => {
        const at = (cents: bigint) =>
          pay({ gross: formatAmount(cents), worker: who, engagement: { zone: false }, ...when })
        assert.ok(at(amount + 1_000n).net > at(amount).net)
      }),
    )
  })
})

/** Which rules a payslip follows, without those of tax. */
const payslipRules = (kinds: string) =>
  kinds
    .split(',')
    .filter((kind) => !kind.startsWith('wage-tax') && !kind.startsWith('solidarity'))
    .join()

describe('the employer cost', () => {
  test('falls only at the declared drops, and by the declared ripple', () => {
    fc.assert(
      fc.property(worker, engagement, period, gross, (who, engaged, when, from) => {
        const situation = parse({ gross: '1', worker: who, engagement: engaged, ...when })
        const law = germany.payroll.law(situation)
        const drops = new Set(germany.payroll.costDrops?.(situation, law))
        const ripple = germany.payroll.costRipple?.(situation, law) ?? 0n
        let highest = 0n
        for (let amount = from; amount < from + 300n; amount++) {
          const cost = germany.payroll.cost(situation, law, amount)
          if (drops.has(amount)) highest = 0n
          assert.ok(cost + ripple >= highest, `falls at ${amount}`)
          if (cost > highest) highest = cost
        }
      }),
    )
  })

  test('of the largest gross fits the budget, and that of no larger gross does', () => {
    fc.assert(
      fc.property(
        worker,
        engagement,
        period,
        fc.bigInt({ min: 1_000n, max: 900_000n }),
        (who, engaged, when, budget) => {
          const situation = parse({ gross: '1', worker: who, engagement: engaged, ...when })
          const law = germany.payroll.law(situation)
          const cost = (amount: bigint) => germany.payroll.cost(situation, law, amount)
          const drops = germany.payroll.costDrops?.(situation, law)
          const found = grossForBudget(cost, budget, drops, germany.payroll.costRipple?.(situation, law))
          if (found === undefined) return assert.ok(cost(0n) > budget)
          assert.ok(cost(found) <= budget)
          for (let more = 1n; more <= 400n; more++)
            assert.ok(cost(found + more) > budget, `${found} + ${more}`)
          for (const drop of drops ?? []) if (drop > found) assert.ok(cost(drop) > budget)
        },
      ),
    )
  })

  test('is lower just above the Minijob limit than at it', () => {
    const cost = (amount: string) =>
      pay({ gross: amount, period: { from: '2026-07-01', to: '2026-07-31' }, worker: {}, engagement: {} })
        .employerCost
    assert.ok(cost('603.01') < cost('603.00') - 500n)
  })
})

describe('a year with one employer', () => {
  const months = fc.array(fc.bigInt({ min: 210_000n, max: 1_200_000n }), { minLength: 12, maxLength: 12 })
  const monthOf = (index: number) => `2026-${String(index + 1).padStart(2, '0')}`

  test('charges one-off pay up to what the year’s ceilings leave', () => {
    fc.assert(
      fc.property(
        months,
        fc.bigInt({ min: 0n, max: 9_000_000n }),
        fc.integer({ min: 3, max: 11 }),
        (list, bonus, paid) => {
          let toDate: unknown = {}
          let health = 0n
          let pension = 0n
          for (const [index, amount] of list.slice(0, paid + 1).entries()) {
            const month = monthOf(index)
            const situation = {
              gross: formatAmount(amount),
              period: { from: `${month}-01`, to: `${month}-28` },
              worker: {},
              engagement: {},
              toDate,
            }
            toDate = next(situation)
            health += amount < 581_250n ? amount : 581_250n
            pension += amount < 845_000n ? amount : 845_000n
          }
          const month = monthOf(paid)
          const slip = pay({
            gross: formatAmount(bonus),
            pay: 'one-off',
            period: { from: `${month}-01`, to: `${month}-28` },
            worker: {},
            engagement: {},
            toDate,
          })
          const count = BigInt(paid + 1)
          const least = (a: bigint, b: bigint) => (a < b ? a : b)
          assert.equal(slip.figures['health-base'], least(bonus, 581_250n * count - health))
          assert.equal(slip.figures['pension-base'], least(bonus, 845_000n * count - pension))
        },
      ),
      { numRuns: 40 },
    )
  })

  test('taxes a month paid in two whole-month contracts like one', () => {
    fc.assert(
      fc.property(gross, gross, worker, (one, other, who) => {
        const of = (amount: bigint, toDate?: unknown) => ({
          gross: formatAmount(amount),
          period: { from: '2026-07-01', to: '2026-07-31' },
          worker: { ...who, insurance: 'statutory' },
          engagement: { zone: false },
          ...(toDate !== undefined && { toDate }),
        })
        const first = pay(of(one))
        const second = pay(of(other, next(of(one))))
        const both = pay(of(one + other))
        assert.equal(first.wageTax + second.wageTax, both.wageTax)
        for (const code of ['health', 'pension'])
          assert.ok(
            abs(
              (line(first, code)?.employee ?? 0n) +
                (line(second, code)?.employee ?? 0n) -
                (line(both, code)?.employee ?? 0n),
            ) <= 1n,
          )
      }),
    )
  })

  test('gives back in December what months withheld above the year’s tax, and never asks for more', () => {
    fc.assert(
      fc.property(months, (list) => {
        let toDate: unknown = {}
        let withheld = 0n
        for (const [index, amount] of list.entries()) {
          const situation = {
            gross: formatAmount(amount),
            period: { from: `${monthOf(index)}-01`, to: `${monthOf(index)}-28` },
            worker: {},
            engagement: {},
            toDate,
          }
          withheld += pay(situation).lines.find(({ code }) => code === 'wage-tax')?.employee ?? 0n
          toDate = next(situation)
        }
        const whole = pay({
          ask: 'payslip',
          gross: formatAmount(list.reduce((a, b) => a + b, 0n)),
          period: { from: '2026-12-01', to: '2026-12-31' },
          worker: {},
          engagement: { taxPeriod: 'year', zone: false },
        }).lines.find(({ code }) => code === 'wage-tax')?.employee as bigint
        const settled = pay({
          gross: '0',
          pay: 'settlement',
          period: { from: '2026-12-01', to: '2026-12-31' },
          worker: {},
          engagement: {},
          toDate,
        })
        assert.equal(
          settled.lines.find(({ code }) => code === 'wage-tax')?.employee,
          withheld > whole ? whole - withheld : 0n,
        )
      }),
      { numRuns: 40 },
    )
  })
})

test('one-off pay of January to March above this year’s room goes back to last December with its ceilings', () => {
  const slip = pay({
    gross: '6000.00',
    pay: 'one-off',
    period: { from: '2026-02-01', to: '2026-02-28' },
    worker: {},
    engagement: {},
    toDate: {
      month: '2026-02',
      monthDays: 30,
      lastPay: '4300',
      days: 60,
      health: '8600',
      pension: '8600',
      previousYear: { days: 360, health: '64000', pension: '92000' },
    },
  })
  // 66,150 − 64,000 and 96,600 − 92,000 were free in 2025; 11,625 − 8,600 are in 2026.
  assert.equal(line(slip, 'health')?.base, 215_000n)
  assert.equal(line(slip, 'pension')?.base, 460_000n)
  assert.equal(line(slip, 'health')?.why.rule, 'last-year')
})
