import type { Minor } from '@samen/core/country'
import type { FrenchLaw } from './law.ts'
import { type Prepared, prepare } from './prepare.ts'
import { type Limit, MINIMUM_WAGE_UNIT } from './reduction-coefficient.ts'
import type { FrenchSituation } from './situation.ts'

const NONE: readonly Minor[] = Object.freeze([])
const FIRST_CENT: readonly Minor[] = Object.freeze([1n])
let lastPrepared: Prepared | undefined
let lastDrops = NONE

/**
 * Grosses at which the employer cost jumps down. A CAPE without pay is insured on a flat base, which the first cent ends.
 * A CESA has drops in a year whose earlier pay exceeded the minimum wage: every further euro up to a full month then brings as much reference minimum wage, so the coefficient of
 * the year rises step by step, and in 2025 the supplements can lapse.
 */
export function costDrops(situation: FrenchSituation, law: FrenchLaw): readonly Minor[] {
  const { status } = situation.engagement
  if (status !== 'cesa' && status !== 'cape') return NONE
  const p = prepare(situation, law)
  if (status === 'cape') return p.accidentFlat === 0n ? NONE : FIRST_CENT
  if (p !== lastPrepared) {
    lastPrepared = p
    lastDrops = p.regularised && p.minimumWage > 0n ? dropsOf(p) : NONE
  }
  return lastDrops
}

function dropsOf(p: Prepared): readonly Minor[] {
  const { before, coefficient } = p
  const most = p.minimumWage / MINIMUM_WAGE_UNIT
  const drops: Minor[] = []
  const add = (gross: Minor | undefined) => {
    if (gross !== undefined && gross <= most && drops.at(-1) !== gross) drops.push(gross)
  }
  if (coefficient) {
    const pay = before.reductionPay
    const minimumWage = before.reductionMinimumWage
    // The first limit may be exclusive: then the reduction starts a cent later.
    const start = crossing(pay, minimumWage, coefficient.limit(coefficient.lowest))
    add(start)
    if (start !== undefined) add(start + 1n)
    const first = Number(coefficient.of(pay, minimumWage))
    const top = Number(coefficient.of(pay + most, minimumWage + most * MINIMUM_WAGE_UNIT))
    for (let value = Math.max(first, coefficient.lowest) + 1; value <= top; value++)
      add(crossing(pay, minimumWage, coefficient.limit(value)))
  }
  for (const threshold of [p.sicknessThreshold, p.familyThreshold])
    if (threshold !== 0n)
      add(crossing(before.pay, before.minimumWage, { numerator: threshold, denominator: 100n }))
  return Object.freeze([...new Set(drops)].sort((a, b) => (a < b ? -1 : 1)))
}

/** Smallest gross that brings pay / minimum wage of the year down to a ratio above one, when both grow by it. */
function crossing(pay: Minor, minimumWage: bigint, { numerator, denominator }: Limit): Minor | undefined {
  // (pay + g) × 1200 × denominator ≤ numerator × (minimumWage + 1200 g)
  const growth = (numerator - denominator) * MINIMUM_WAGE_UNIT
  const missing = pay * MINIMUM_WAGE_UNIT * denominator - numerator * minimumWage
  return growth > 0n && missing > 0n ? (missing + growth - 1n) / growth : undefined
}
