import assert from 'node:assert/strict'
import { answer, computePayslip, formatAmount, grossForBudget, type Payslip } from '@samen/core/country'
import fc from 'fast-check'
import { describe, test, vi } from 'vitest'
import type { FrenchSituation } from '../src/payroll/index.ts'
import type { ToDate } from '../src/payroll/situation.ts'
import { france } from '../src/plugin.ts'

// Years of payslips by the hundred take long on a machine that is busy with others.
vi.setConfig({ testTimeout: 60_000 })

const parse = (situation: object): FrenchSituation => france.payroll.situation.parse(situation)
const pay = (situation: object): Payslip<ToDate> =>
  computePayslip(france, parse(situation)) as Payslip<ToDate>
const line = (payslip: Payslip, code: string) => payslip.lines.find((one) => one.code === code)
const base = (payslip: Payslip, code: string) => line(payslip, code)?.base ?? 0n
const reduction = (payslip: Payslip) =>
  -(line(payslip, 'reduction-urssaf')?.employer ?? 0n) - (line(payslip, 'reduction-pension')?.employer ?? 0n)
const abs = (value: bigint) => (value < 0n ? -value : value)

const gross = fc.bigInt({ min: 0n, max: 2_500_000n })
const any = fc.record({
  status: fc.constantFrom('employee', 'executive', 'artist', 'technician', 'cesa', 'cape'),
  staff: fc.constantFrom(4, 20, 60, 300),
  weeklyHours: fc.constantFrom(35, 28, 17.5),
  alsaceMoselle: fc.boolean(),
  artistReduction: fc.boolean(),
  agreement: fc.constantFrom('none', '3090', '1285'),
  deduction: fc.constantFrom('none', 'musicians', 'dramatic'),
  overtime: fc.option(
    fc.record({
      hours: fc.constantFrom(1, 4.25, 7),
      moreHours: fc.constantFrom(0, 2.5, 20),
    }),
    { nil: undefined },
  ),
})
/** Engagements the schema takes: the deduction is for the stage, and a CESA or CAPE has no working time. */
const engagement = any.map(({ deduction, overtime, ...engaged }) => {
  const { status } = engaged
  const stage = status === 'artist' || (status === 'technician' && deduction === 'musicians')
  const timed = status !== 'cesa' && status !== 'cape'
  return { ...engaged, ...(stage && { deduction }), ...(timed && overtime && { overtime }) }
})
const month = fc.constantFrom('2025-02', '2025-09', '2026-03', '2026-07', '2026-12')
const whole = (of: string) => ({ from: `${of}-01`, to: `${of}-28` })
const daysOf = (of: string) => new Date(Number(of.slice(0, 4)), Number(of.slice(5)), 0).getDate()

describe('any payslip', () => {
  test('sums its lines, and its cost is that of the inner loop', () => {
    fc.assert(
      fc.property(engagement, month, gross, (engaged, of, amount) => {
        const situation = parse({
          gross: formatAmount(amount),
          period: whole(of),
          worker: {},
          engagement: engaged,
        })
        const payslip = computePayslip(france, situation)
        assert.equal(payslip.net + payslip.employeeContributions + payslip.wageTax, amount)
        assert.equal(
          payslip.employerCost,
          france.payroll.cost(situation, france.payroll.law(situation), amount),
        )
        assert.equal(payslip.figures['net-before-tax'], payslip.net + payslip.wageTax)
      }),
    )
  })

  test('leaves more net for a euro more gross, but where CET starts and where a neutral bracket ends', () => {
    fc.assert(
      fc.property(engagement, month, gross, fc.boolean(), (engaged, of, amount, transmitted) => {
        const at = (cents: bigint) =>
          pay({
            gross: formatAmount(cents),
            period: whole(of),
            worker: transmitted ? { taxRate: '8.2' } : {},
            engagement: engaged,
          })
        const less = at(amount)
        const more = at(amount + 100n)
        const startsCet = base(less, 'cet') === 0n && base(more, 'cet') !== 0n
        const bracket =
          line(less, 'withholding-tax')?.employeeRate !== line(more, 'withholding-tax')?.employeeRate
        const withTax = less.net + less.wageTax <= more.net + more.wageTax
        assert.ok(startsCet || withTax, 'net before tax falls')
        assert.ok(startsCet || (bracket && !transmitted) || less.net <= more.net, 'net falls')
      }),
    )
  })

  test('is not changed by what was computed before it', () => {
    fc.assert(
      fc.property(engagement, engagement, gross, (one, other, amount) => {
        const situation = (engaged: object) =>
          parse({
            gross: formatAmount(amount),
            period: whole('2026-07'),
            worker: {},
            engagement: engaged,
          })
        const first = answer(france, situation(one))
        answer(france, situation(other))
        assert.deepEqual(answer(france, situation(one)), first)
      }),
    )
  })
})

test('two engagements in one period are not mistaken for each other', () => {
  const one = parse({
    gross: '2000',
    period: whole('2026-07'),
    worker: {},
    engagement: { status: 'employee' },
  })
  const other = { ...one, engagement: { ...one.engagement, status: 'artist' as const } }
  const lines = (situation: FrenchSituation) => computePayslip(france, situation).lines.length
  assert.notEqual(lines(one), lines(other))
  for (const change of [{ pay: 'one-off' as const }, { period: { from: '2026-07-01', to: '2026-07-02' } }])
    assert.notDeepEqual(
      france.payroll.payslip({ ...one, ...change }, france.payroll.law(one), 200_000n).toDate,
      france.payroll.payslip(one, france.payroll.law(one), 200_000n).toDate,
    )
})

describe('a year that is regularised', () => {
  const pays = fc.array(fc.bigInt({ min: 60_000n, max: 900_000n }), { minLength: 12, maxLength: 12 })

  /** Twelve months, each fed with what the last one returned, through JSON as a pay run keeps it. */
  const year = (of: number, amounts: readonly bigint[], engaged: object) => {
    let toDate: unknown
    return amounts.map((amount, index) => {
      const period = `${of}-${String(index + 1).padStart(2, '0')}`
      const situation = {
        gross: formatAmount(amount),
        period: { from: `${period}-01`, to: `${period}-${daysOf(period)}` },
        worker: {},
        engagement: engaged,
        ...(toDate !== undefined && { toDate }),
      }
      toDate = JSON.parse(JSON.stringify(answer(france, parse(situation)).toDate))
      return { payslip: pay(situation), toDate }
    })
  }
  const sum = (list: readonly { payslip: Payslip }[], of: (payslip: Payslip) => bigint) =>
    list.reduce((total, { payslip }) => total + of(payslip), 0n)

  test('charges under the ceiling exactly the year’s pay up to the year’s ceilings', () => {
    fc.assert(
      fc.property(pays, (amounts) => {
        const months = year(2026, amounts, { status: 'executive' })
        const total = amounts.reduce((a, b) => a + b, 0n)
        const most = total < 4_806_000n ? total : 4_806_000n
        assert.equal(
          sum(months, (p) => base(p, 'old-age-capped')),
          most,
        )
        assert.equal(
          sum(months, (p) => base(p, 'pension-t2')),
          total - most,
        )
        assert.equal(
          sum(months, (p) => base(p, 'cet')),
          total > most ? total : 0n,
        )
      }),
      { numRuns: 40 },
    )
  })

  test('grants the reduction of the year, with both minimum wages of 2026', () => {
    fc.assert(
      fc.property(pays, (amounts) => {
        const months = year(2026, amounts, { status: 'employee', staff: 10 })
        const total = amounts.reduce((a, b) => a + b, 0n)
        // 5 months at 12.02 and 7 at 12.31 of 1820/12 hours, in 1/12 cent.
        const minimumWage = (5n * 1202n + 7n * 1231n) * 1820n
        const ratio = Number(minimumWage) / 12 / Number(total)
        const coefficient =
          ratio <= 1 / 3
            ? 0
            : Math.min(3981, Math.round(200 + 3781 * (Math.max(0, 3 * ratio - 1) / 2) ** 1.75))
        const expected = (total * BigInt(coefficient) + 5_000n) / 10_000n
        assert.ok(abs(sum(months, reduction) - expected) <= 0n, `${sum(months, reduction)} ${expected}`)
      }),
      { numRuns: 40 },
    )
  })

  test('ends the same when only the settlement of December regularises', () => {
    fc.assert(
      fc.property(pays, fc.constantFrom('employee', 'executive', 'technician'), (amounts, status) => {
        const progressive = year(2026, amounts, { status, contract: 'open-ended' })
        const kept = year(2026, amounts, { status, contract: 'open-ended', regularise: 'none' })
        const settlement = pay({
          gross: '0.00',
          pay: 'settlement',
          period: { from: '2026-12-01', to: '2026-12-31' },
          worker: {},
          engagement: { status, contract: 'open-ended', regularise: 'none' },
          toDate: kept.at(-1)?.toDate,
        })
        for (const code of ['old-age-capped', 'pension-t1', 'pension-t2', 'cet', 'unemployment'])
          assert.equal(
            sum(kept, (p) => base(p, code)) + base(settlement, code),
            sum(progressive, (p) => base(p, code)),
            code,
          )
        assert.equal(sum(kept, reduction) + reduction(settlement), sum(progressive, reduction))
      }),
      { numRuns: 25 },
    )
  })

  test('charges a month in parts as it does whole', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 50_000n, max: 600_000n }),
        fc.bigInt({ min: 50_000n, max: 600_000n }),
        fc.integer({ min: 1, max: 29 }),
        fc.constantFrom('employee', 'executive'),
        (first, second, day, status) => {
          const at = (amount: bigint, from: number, to: number, toDate?: unknown) => ({
            gross: formatAmount(amount),
            pay: 'part',
            period: {
              from: `2026-09-${String(from).padStart(2, '0')}`,
              to: `2026-09-${String(to).padStart(2, '0')}`,
            },
            worker: {},
            engagement: { status },
            ...(toDate !== undefined && { toDate }),
          })
          const one = pay(at(first, 1, day))
          const toDate = JSON.parse(
            JSON.stringify(answer(france, parse(at(first, 1, day))).toDate),
          ) as unknown
          const other = pay(at(second, day + 1, 30, toDate))
          const total = pay(at(first + second, 1, 30))
          for (const code of ['old-age-capped', 'pension-t2', 'unemployment'])
            assert.ok(abs(base(one, code) + base(other, code) - base(total, code)) <= 4n, code)
          // The halves' ceilings and minimum wages are rounded apart: at most a step of the coefficient.
          const step = (first + second) / 10_000n + 1n
          assert.ok(abs(reduction(one) + reduction(other) - reduction(total)) <= step, 'reduction')
        },
      ),
    )
  })
})

test('the reduction starts afresh in May 2025, when its formula changes within the year', () => {
  const engaged = { status: 'employee', staff: 10 }
  const april = pay({
    gross: '2600.00',
    period: { from: '2025-04-01', to: '2025-04-30' },
    worker: {},
    engagement: engaged,
  })
  const may = (toDate?: unknown) =>
    pay({
      gross: '2000.00',
      period: { from: '2025-05-01', to: '2025-05-31' },
      worker: {},
      engagement: engaged,
      ...(toDate !== undefined && { toDate }),
    })
  const carried = JSON.parse(
    JSON.stringify(april.toDate, (_key, value) => (typeof value === 'bigint' ? formatAmount(value) : value)),
  ) as unknown
  assert.equal(reduction(may(carried)), reduction(may()))
  assert.equal(may(carried).toDate.general?.reduction, reduction(may()))
})

describe('the coefficient of the single reduction', () => {
  test('is the exact power rounded to four decimals, checked with whole numbers', () => {
    const law = france.payroll.law(
      parse({ gross: '1', period: whole('2026-07'), worker: {}, engagement: { status: 'employee' } }),
    )
    for (const [large, minimum, delta] of [
      [false, 200n, 3781n],
      [true, 200n, 3821n],
    ] as const) {
      const coefficient = law.coefficient(large, false)
      fc.assert(
        fc.property(fc.bigInt({ min: 1n, max: 700_000n }), (amount) => {
          const minimumWage = 1231n * 52n * 3500n
          const value = coefficient.of(amount, minimumWage)
          // x = ½ (3 S / G − 1) = over / under
          const over = 3n * minimumWage - amount * 1200n
          const under = 2n * amount * 1200n
          if (over <= 0n) return assert.equal(value, 0n)
          // value − ½ ≤ minimum + delta × x^(7/4) < value + ½, both sides to the fourth power
          const reached = (half: bigint) =>
            half <= 0n || half ** 4n * under ** 7n <= (2n * delta) ** 4n * over ** 7n
          assert.ok(reached(2n * value - 1n - 2n * minimum), 'too high')
          assert.ok(value === minimum + delta || !reached(2n * value + 1n - 2n * minimum), 'too low')
        }),
        { numRuns: 2_000 },
      )
    }
  })
})

describe('a CESA in the middle of the year', () => {
  const toDate = fc.record({
    before: fc.bigInt({ min: 100_000n, max: 2_500_000n }),
    months: fc.integer({ min: 1, max: 8 }),
  })
  const situationOf = ({ before, months }: { before: bigint; months: number }, amount: string) => {
    const paid = formatAmount(before)
    const ceilings = formatAmount(400_500n * BigInt(months))
    const minimumWage = formatAmount(182_303n * BigInt(months))
    const total = { gross: paid, pay: paid, ceiling: ceilings, capped: paid, pensionCeiling: ceilings }
    return parse({
      budget: amount,
      period: { from: '2026-09-01', to: '2026-09-30' },
      worker: {},
      engagement: { status: 'cesa' },
      toDate: {
        month: '2026-08',
        general: {
          ...total,
          pensionT1: paid,
          unemployment: paid,
          minimumWage,
          reductionPay: paid,
          reductionMinimumWage: minimumWage,
          reduction: '500.00',
        },
      },
    })
  }

  test('costs less for a cent more only where the plugin says so', () => {
    fc.assert(
      fc.property(toDate, fc.bigInt({ min: 0n, max: 186_000n }), (given, from) => {
        const situation = situationOf(given, '1000')
        const law = france.payroll.law(situation)
        const drops = new Set(france.payroll.costDrops?.(situation, law))
        for (let amount = from; amount < from + 400n; amount++)
          if (!drops.has(amount + 1n))
            assert.ok(
              france.payroll.cost(situation, law, amount + 1n) >= france.payroll.cost(situation, law, amount),
              `falls at ${amount + 1n}`,
            )
      }),
    )
  })

  test('gets the largest gross its budget pays', () => {
    fc.assert(
      fc.property(toDate, fc.bigInt({ min: 20_000n, max: 400_000n }), (given, budget) => {
        const situation = situationOf(given, formatAmount(budget))
        const law = france.payroll.law(situation)
        const cost = (amount: bigint) => france.payroll.cost(situation, law, amount)
        const found = grossForBudget(cost, budget, france.payroll.costDrops?.(situation, law))
        if (found === undefined) return
        assert.ok(cost(found) <= budget)
        for (let more = 1n; more <= 3_000n; more += 7n) assert.ok(cost(found + more) > budget)
      }),
      { numRuns: 60 },
    )
  })
})

describe('overtime', () => {
  const hours = fc.integer({ min: 1, max: 34 })
  const wage = fc.bigInt({ min: 190_000n, max: 900_000n })
  const at = (gross: bigint, engaged: object, toDate?: object) =>
    pay({
      gross: formatAmount(gross),
      period: { from: '2026-07-01', to: '2026-07-31' },
      worker: { taxRate: '10' },
      engagement: engaged,
      ...(toDate && { toDate }),
    })

  test('leaves more net than as many euros of ordinary pay, and never less tax-free than it is', () => {
    fc.assert(
      fc.property(wage, hours, fc.constantFrom('employee', 'executive'), (gross, extra, status) => {
        const plain = at(gross, { status })
        const over = at(gross, { status, overtime: { hours: extra } })
        const paid = over.earnings.find(({ code }) => code === 'overtime')?.amount ?? 0n
        assert.equal(over.figures['overtime-exempt'], paid < 803_700n ? paid : 803_700n)
        assert.ok(over.net > plain.net)
        assert.ok(over.employerCost < plain.employerCost)
        assert.ok(over.employeeContributions < plain.employeeContributions)
        const relief = -(line(over, 'overtime-reduction')?.employee ?? 0n)
        assert.ok(relief * 10_000n <= paid * 1131n + 5_000n)
      }),
    )
  })

  test('is let off to the yearly limit and no further, month after month', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 0n, max: 200_000n }), { minLength: 12, maxLength: 12 }),
        (paid) => {
          let toDate: object | undefined
          let exempt = 0n
          for (const [index, amount] of paid.entries()) {
            if (amount === 0n) continue
            const month = `2026-${String(index + 1).padStart(2, '0')}`
            const given = answer(
              france,
              parse({
                gross: formatAmount(600_000n + amount),
                period: { from: `${month}-01`, to: `${month}-28` },
                worker: {},
                engagement: { status: 'employee', overtime: { hours: 30, pay: formatAmount(amount) } },
                ...(toDate && { toDate }),
              }),
            ) as { toDate: object; figures: Record<string, string> }
            toDate = given.toDate
            exempt += BigInt((given.figures['overtime-exempt'] ?? '0').replace('.', ''))
          }
          const total = paid.reduce((a, b) => a + b, 0n)
          assert.equal(exempt, total < 803_700n ? total : 803_700n)
        },
      ),
      { numRuns: 30 },
    )
  })

  test('gives the employer no more than what Urssaf is owed', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 30_000n }), hours, (gross, extra) => {
        const payslip = at(gross, { status: 'employee', staff: 5, overtime: { hours: extra } })
        const urssaf = payslip.lines
          .filter(({ authority }) => authority === 'urssaf')
          .reduce((total, { employer }) => total + employer, 0n)
        assert.ok(urssaf >= 0n || !line(payslip, 'overtime-deduction'))
      }),
    )
  })
})
