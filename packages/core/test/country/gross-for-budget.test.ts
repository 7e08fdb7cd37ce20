import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { grossForBudget } from '../../src/country/gross-for-budget.ts'
import { divide } from '../../src/country/money.ts'

/** Employer cost as laws make it: a lump sum, brackets with rates, jumps up at thresholds, and (declared) jumps down. */
interface Law {
  readonly lump: bigint
  readonly brackets: readonly { readonly from: bigint; readonly perMille: bigint }[]
  readonly jumps: readonly { readonly at: bigint; readonly by: bigint }[]
}

const cost = (law: Law) => (gross: bigint) => {
  let total = gross + law.lump
  for (const { from, perMille } of law.brackets)
    if (gross > from) total += divide((gross - from) * perMille, 1000n)
  for (const { at, by } of law.jumps) if (gross >= at) total += by
  return total
}

const threshold = fc.bigInt({ min: 1n, max: 3_000n })
const laws = (jump: fc.Arbitrary<bigint>): fc.Arbitrary<Law> =>
  fc.record({
    lump: fc.bigInt({ min: 0n, max: 300n }),
    brackets: fc.array(fc.record({ from: threshold, perMille: fc.bigInt({ min: 0n, max: 800n }) }), {
      maxLength: 4,
    }),
    jumps: fc.array(fc.record({ at: threshold, by: jump }), { maxLength: 3 }),
  })

const byTrying = (costOf: (gross: bigint) => bigint, budget: bigint) => {
  let largest: bigint | undefined
  for (let gross = 0n; gross <= budget + 2_000n; gross++) if (costOf(gross) <= budget) largest = gross
  return largest
}

describe('the gross for a budget', () => {
  test('is the one that trying every cent finds, where cost only rises', () => {
    fc.assert(
      fc.property(
        laws(fc.bigInt({ min: 0n, max: 200n })),
        fc.bigInt({ min: 0n, max: 5_000n }),
        (law, budget) => {
          expect(grossForBudget(cost(law), budget)).toBe(byTrying(cost(law), budget))
        },
      ),
      { numRuns: 300 },
    )
  })

  test('is the one that trying every cent finds, where the law lets the cost drop at declared amounts', () => {
    fc.assert(
      fc.property(
        laws(fc.bigInt({ min: -200n, max: 200n })),
        fc.bigInt({ min: 0n, max: 4_000n }),
        (law, budget) => {
          const drops = [...new Set(law.jumps.map(({ at }) => at))].sort((a, b) => (a < b ? -1 : 1))
          expect(grossForBudget(cost(law), budget, drops)).toBe(byTrying(cost(law), budget))
        },
      ),
      { numRuns: 300 },
    )
  })

  test('is the one that trying every cent finds, where rounding ripples the cost by no more than is declared', () => {
    fc.assert(
      fc.property(
        laws(fc.bigInt({ min: -200n, max: 200n })),
        fc.array(fc.bigInt({ min: 0n, max: 9n }), { minLength: 1, maxLength: 12 }),
        fc.bigInt({ min: 0n, max: 4_000n }),
        (law, ripples, budget) => {
          const drops = [...new Set(law.jumps.map(({ at }) => at))].sort((a, b) => (a < b ? -1 : 1))
          const exact = cost(law)
          const rippled = (gross: bigint) =>
            exact(gross) + (ripples[Number(gross) % ripples.length] as bigint)
          expect(grossForBudget(rippled, budget, drops, 9n)).toBe(byTrying(rippled, budget))
        },
      ),
      { numRuns: 300 },
    )
  })

  test('is found where a subsidy makes the cost less than the gross', () => {
    const subsidised = (gross: bigint) => divide(gross * 7n, 10n)
    const gross = grossForBudget(subsidised, 70_000n) as bigint
    expect(subsidised(gross)).toBeLessThanOrEqual(70_000n)
    expect(subsidised(gross + 1n)).toBeGreaterThan(70_000n)
  })

  test('does not exist when the lump sums alone exceed the budget', () => {
    expect(grossForBudget((gross) => gross + 500n, 499n)).toBeUndefined()
    expect(grossForBudget((gross) => gross + 500n, 500n)).toBe(0n)
    expect(grossForBudget((gross) => gross, -1n)).toBeUndefined()
  })

  test('takes few evaluations even for a million euros and a kinked law', () => {
    let evaluations = 0
    grossForBudget((gross) => {
      evaluations++
      return gross + (gross > 400_500n ? divide(gross * 421n, 1000n) : divide(gross * 83n, 1000n))
    }, 100_000_000n)
    expect(evaluations).toBeLessThan(60)
  })
})
