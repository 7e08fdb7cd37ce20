import type { Minor, PayslipLine } from '@samen/core/country'
import { because, contribution } from './line.ts'
import type { Prepared } from './prepare.ts'
import { portion, type Share } from './shares.ts'
import type { GermanSituation } from './situation.ts'

const least = (a: bigint, b: bigint) => (a < b ? a : b)
const half = (amount: Minor) => (amount + 1n) / 2n

/** The employer's monthly subsidies to private health and care premiums (SGB V § 257 (2), SGB XI § 61 (2)). */
export interface Subsidies {
  readonly health: Minor
  readonly care: Minor
}

/** Half of each premium, at most what the employer would owe a statutory fund with the average supplement. */
export function subsidiesOn(
  { privateHealth, privateCare }: GermanSituation['worker'],
  p: Prepared,
  base: Minor,
): Subsidies {
  const { shares } = p
  return {
    health: least(half(privateHealth), portion(base, shares.health) + portion(base, shares.supplement)),
    care: least(half(privateCare), portion(base, p.careEmployer)),
  }
}

/** Paid to the worker on top of pay, untaxed: the employer's cost, and a relief of the worker. */
export function privateSubsidies(
  { worker }: GermanSituation,
  p: Prepared,
  base: Minor,
  lines: PayslipLine[] | undefined,
): Minor {
  // A one-off payment brings no premium of its own: the month's subsidy comes with ordinary pay.
  if (p.oneOff) return 0n
  const { health, care } = subsidiesOn(worker, p, base)
  if (lines) {
    if (worker.privateHealth > 0n)
      lines.push(subsidy('private-health-subsidy', base, p.shares.health, health, HEALTH))
    if (worker.privateCare > 0n) lines.push(subsidy('private-care-subsidy', base, p.careEmployer, care, CARE))
  }
  return health + care
}

const subsidy = (code: string, base: Minor, share: Share, amount: Minor, why: PayslipLine['why']) =>
  contribution(code, base, undefined, share, -amount, amount, 'private-insurer', why)

const HEALTH = because('private-subsidy', 'SGB V § 257 (2); EStG § 3 no. 62')
const CARE = because('private-subsidy', 'SGB XI § 61 (2); EStG § 3 no. 62')
