import type { Minor } from '@samen/core/country'
import type { GermanLaw } from './law.ts'
import { type Prepared, prepare } from './prepare.ts'
import type { GermanSituation } from './situation.ts'

const NONE: readonly Minor[] = Object.freeze([])
let lastPrepared: Prepared | undefined
let lastDrops = NONE

/**
 * Grosses at which the employer cost jumps down: above the Minijob limit, where flat contributions and flat tax end;
 * above the transition zone, where a cent may be lost in rounding; above the year's ceiling from January to March, where
 * one-off pay goes back to last year's.
 */
export function costDrops(situation: GermanSituation, law: GermanLaw): readonly Minor[] {
  const p = prepare(situation, law)
  if (p !== lastPrepared) {
    lastPrepared = p
    lastDrops = dropsOf(p)
  }
  return lastDrops
}

function dropsOf(p: Prepared): readonly Minor[] {
  const drops: Minor[] = []
  if (p.march) drops.push((p.health === 'none' ? p.room.pension : p.room.health) + 1n)
  if (p.kind === undefined) {
    const days = BigInt(p.oneOff ? 30 : p.monthDays)
    if (p.minijobPossible) drops.push(p.law.minijobLimit - p.earlier + 1n)
    // Within the zone the Minijob limit counts by days, and the worker starts to bear a part above it.
    drops.push(((p.law.minijobLimit - p.other) * days) / 30n - p.earlier + 1n)
    drops.push(((p.law.zoneTop - p.other) * days) / 30n - p.earlier + 1n)
  }
  const reached = [...new Set(drops.filter((gross) => gross > 0n))]
  return reached.length === 0 ? NONE : Object.freeze(reached.sort((a, b) => (a < b ? -1 : 1)))
}

const RIPPLE = 20n

/**
 * In the transition zone the employer bears twice a rounded half less the rounded part of the worker, branch by branch: the
 * cost goes up with gross but ripples by a few cents. Five branches and three levies cannot be more than 20 cents apart.
 */
export const costRipple = (situation: GermanSituation, law: GermanLaw): Minor =>
  prepare(situation, law).kind === undefined ? RIPPLE : 0n
