import { divide, type IsoDate, type Minor, multiply, type Rate } from '../country/index.ts'

/** How a thing loses its value. */
export interface DepreciationPlan {
  /** Minor units. */
  readonly cost: Minor
  /** What it will still be worth at the end; less than the cost. */
  readonly residual: Minor
  /** The month it begins with, counted in full: the first of a month. */
  readonly from: IsoDate
  /** How long it is used. */
  readonly months: number
  /** Part of the book value a year; the same part of the cost every month where absent. */
  readonly declining?: Rate | undefined
}

/** Months from one first of a month to another. */
const monthsBetween = (from: IsoDate, to: IsoDate): number =>
  Number(to.slice(0, 4)) * 12 +
  Number(to.slice(5, 7)) -
  Number(from.slice(0, 4)) * 12 -
  Number(from.slice(5, 7))

/**
 * What has been written off by the end of a month, in minor units. Linear: the months' part of cost less residual, rounded half
 * up. Declining: each year of twelve months the rate of the book value the year began with, or the linear part of what is
 * left where that is more, at most down to the residual; within a year by month as linear. After the last month it is
 * cost less residual to the cent, and a month's part is the difference to the month before, so the parts sum exactly.
 *
 * @param month the first of the month asked about.
 */
export function depreciatedBy(plan: DepreciationPlan, month: IsoDate): Minor {
  const { cost, residual, months, declining } = plan
  const elapsed = Math.min(Math.max(monthsBetween(plan.from, month) + 1, 0), months)
  if (!declining) return part(cost - residual, elapsed, months)
  let written = 0n
  for (let done = 0; done < elapsed; done += 12) {
    const left = months - done
    const inYear = Math.min(12, left)
    const value = cost - written
    const byRate = multiply(value, {
      numerator: declining.numerator * BigInt(inYear),
      denominator: declining.denominator * 12n,
    })
    const linear = part(value - residual, inYear, left)
    const least = byRate > linear ? byRate : linear
    const year = least < value - residual ? least : value - residual
    written += part(year, Math.min(inYear, elapsed - done), inYear)
  }
  return written
}

const part = (amount: Minor, of: number, whole: number): Minor => divide(amount * BigInt(of), BigInt(whole))
