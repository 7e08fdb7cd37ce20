import type { ContributionLaw } from '../parameters/index.ts'

/** What the transition zone charges: the base of the whole contribution, and that of the worker's part (both rounded). */
export interface ZoneBases {
  readonly whole: bigint
  readonly worker: bigint
}

/** The figures of the zone and the days of the month it is spread over. */
export interface Zone {
  readonly law: ContributionLaw
  /** Days of employment in the month, 30 for a whole one. */
  readonly days: bigint
  /** Pay of the month from other employments, on which the zone counts but which is not charged here. */
  readonly other: bigint
}

const NOTHING: ZoneBases = Object.freeze({ whole: 0n, worker: 0n })

/**
 * Bases of a month's pay (SGB IV § 20 (2a), BVV § 2 (2)): up to the Minijob limit F × pay and nothing of the worker; then
 * F × G + (U − F × G) / (U − G) × (pay − G) and U / (U − G) × (pay − G); above U the pay. A part month is raised to 30
 * days and its base lowered again; other pay is added and the base divided by pay. Only the results are rounded.
 */
export function zoneBases({ law, days, other }: Zone, pay: bigint): ZoneBases {
  if (pay === 0n) return NOTHING
  const limit = law.minijobLimit
  const top = law.zoneTop
  const factor = law.zoneFactor
  // Monthly pay times `days`, so that no fraction appears before the end.
  const monthly = pay * 30n + other * days
  if (monthly > top * days) return { whole: pay, worker: pay }
  if (monthly <= limit * days) return { whole: half(pay * factor, 10_000n), worker: 0n }
  const above = monthly - limit * days
  const span = top - limit
  const whole = factor * limit * span * days + (10_000n * top - limit * factor) * above
  return {
    whole: half(pay * whole, 10_000n * span * monthly),
    worker: half(pay * top * above, span * monthly),
  }
}

const half = (numerator: bigint, denominator: bigint) => (2n * numerator + denominator) / (2n * denominator)
