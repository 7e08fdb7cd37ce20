import type { Minor } from './money.ts'

/** An employer cost as a function of gross, both in minor units. */
export type CostOfGross = (gross: Minor) => Minor

const EVALUATIONS_MAX = 400

/**
 * The largest gross whose employer cost fits the budget, to the cent; `undefined` when not even a gross of zero fits.
 *
 * `cost` must not fall while gross rises, except at the given `drops`: gross amounts at which the law lets the cost jump
 * down (the first cent of the cheaper side), ascending, and by no more than `ripple`, which rounding line by line may
 * bring about. Between the drops the inverse is exact; the pieces are searched from the top, so the answer is the largest
 * gross overall. Throws a RangeError when `cost` breaks its promise so badly that the search does not end.
 */
export function grossForBudget(
  cost: CostOfGross,
  budget: Minor,
  drops: readonly Minor[] = [],
  ripple: Minor = 0n,
): Minor | undefined {
  if (budget < 0n) return undefined
  let end: Minor | undefined
  for (let piece = drops.length; piece >= 0; piece--) {
    const start = piece === 0 ? 0n : (drops[piece - 1] as Minor)
    const found = cost(start) <= budget ? largestWithin(cost, budget, start, end) : undefined
    const largest =
      ripple === 0n ? found : (largestInRipple(cost, budget, found ?? start, end, ripple) ?? found)
    if (largest !== undefined) return largest
    end = start - 1n
  }
  return undefined
}

/** The largest gross above `from` that fits after all, before the cost exceeds the budget by more than the ripple. */
function largestInRipple(
  cost: CostOfGross,
  budget: Minor,
  from: Minor,
  end: Minor | undefined,
  ripple: Minor,
): Minor | undefined {
  let largest: Minor | undefined
  for (let gross = from + 1n; end === undefined || gross <= end; gross++) {
    const excess = cost(gross) - budget
    if (excess > ripple) break
    if (excess <= 0n) largest = gross
  }
  return largest
}

/** Largest gross in [start, end] that fits, given that `start` fits: interpolation guarded by bisection. */
function largestWithin(cost: CostOfGross, budget: Minor, start: Minor, end: Minor | undefined): Minor {
  let fits = start
  let fitsCost = cost(start)
  // Cost is at least gross for every employer that pays no net subsidy; where a subsidy makes it less, the bound doubles.
  let exceeds = end === undefined ? budget + 1n : end + 1n
  if (exceeds <= start) exceeds = start + 1n
  if (end === undefined) while (cost(exceeds) <= budget) exceeds = exceeds * 2n + 1n
  else if (cost(end) <= budget) return end
  let exceedsCost = end === undefined ? cost(exceeds) : cost(end)
  for (let evaluations = 0; exceeds - fits > 1n; evaluations++) {
    if (evaluations > EVALUATIONS_MAX)
      throw new RangeError('employer cost is not a monotone function of gross')
    const span = exceeds - fits
    const rise = exceedsCost - fitsCost
    // Every third step bisects, so that a kinked cost function cannot stall the interpolation on one side.
    let step = evaluations % 3 === 2 || rise <= 0n ? span / 2n : ((budget - fitsCost) * span) / rise
    if (step < 1n) step = 1n
    if (step >= span) step = span - 1n
    const middle = fits + step
    const middleCost = cost(middle)
    if (middleCost <= budget) {
      fits = middle
      fitsCost = middleCost
    } else {
      exceeds = middle
      exceedsCost = middleCost
    }
  }
  return fits
}
