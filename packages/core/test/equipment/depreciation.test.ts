import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fraction, percent } from '../../src/country/index.ts'
import { type DepreciationPlan, depreciatedBy } from '../../src/equipment/index.ts'
import { monthsAfter } from '../../src/legal-entities/index.ts'

const from = '2026-04-01'
const monthly = (plan: DepreciationPlan) =>
  Array.from({ length: plan.months }, (_, at) => {
    const upTo = (months: number) => depreciatedBy(plan, monthsAfter(plan.from, months))
    return upTo(at) - upTo(at - 1)
  })
const yearly = (plan: DepreciationPlan) => {
  const parts = monthly(plan)
  return Array.from({ length: Math.ceil(parts.length / 12) }, (_, year) =>
    parts.slice(year * 12, year * 12 + 12).reduce((sum, amount) => sum + amount, 0n),
  )
}

test('1000.00 over three years is 333.33, 333.34 and 333.33', () => {
  const plan = { cost: 100_000n, residual: 0n, from, months: 36 }
  expect(yearly(plan)).toEqual([33_333n, 33_334n, 33_333n])
  expect(depreciatedBy(plan, '2026-03-01')).toBe(0n)
  expect(depreciatedBy(plan, '2040-01-01')).toBe(100_000n)
})

test('10 000.00 over five years at 40 % declining turns linear when that is more', () => {
  // 40 % of 10 000, 6 000 and 3 600; then half of the 2 160 left, twice.
  const plan = { cost: 1_000_000n, residual: 0n, from, months: 60, declining: percent('40') }
  expect(yearly(plan)).toEqual([400_000n, 240_000n, 144_000n, 108_000n, 108_000n])
})

test('a declining plan never writes off below the residual', () => {
  const plan = { cost: 1_000_000n, residual: 500_000n, from, months: 60, declining: percent('40') }
  expect(yearly(plan)).toEqual([400_000n, 100_000n, 0n, 0n, 0n])
})

test('the parts of any plan are never negative and sum to cost less residual to the cent', () =>
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 1_000_000_000n }),
      fc.integer({ min: 0, max: 99 }),
      fc.integer({ min: 1, max: 130 }),
      fc.option(fc.bigInt({ min: 1n, max: 100n }), { nil: undefined }),
      (cost, kept, months, rate) => {
        const residual = (cost * BigInt(kept)) / 100n
        const declining = rate === undefined ? undefined : fraction(rate, 100n)
        const parts = monthly({ cost, residual, from, months, declining })
        expect(parts.reduce((sum, amount) => sum + amount, 0n)).toBe(cost - residual)
        expect(parts.every((amount) => amount >= 0n)).toBe(true)
      },
    ),
    { numRuns: 200 },
  ))
