import type { Minor } from '@samen/core/country'
import type { FrenchLaw } from './law.ts'
import { type Before, prepare } from './prepare.ts'
import { MINIMUM_WAGE_UNIT } from './reduction-coefficient.ts'
import type { FrenchSituation } from './situation.ts'

const NONE: readonly Minor[] = Object.freeze([])

/**
 * Grosses at which the employer cost jumps down. Only a CESA has any, and only in a year whose earlier pay exceeded the
 * minimum wage: every further euro up to a full month then brings as much reference minimum wage, so the coefficient of
 * the year rises step by step, and in 2025 the supplements can lapse.
 */
export function costDrops(situation: FrenchSituation, law: FrenchLaw): readonly Minor[] {
  if (situation.engagement.status !== 'cesa') return NONE
  const p = prepare(situation, law)
  const { before, coefficient } = p
  if (!p.regularised || p.minimumWage === 0n) return NONE
  const most = p.minimumWage / MINIMUM_WAGE_UNIT
  const drops = new Set<Minor>()
  if (coefficient) {
    const pay = before.reductionPay
    const minimumWage = before.reductionMinimumWage
    const top = Number(coefficient.of(pay + most, minimumWage + most * MINIMUM_WAGE_UNIT))
    for (let value = coefficient.lowest; value <= top; value++)
      add(drops, crossing(pay, minimumWage, coefficient.limit(value)), most)
    // The last limit may be exclusive: then the reduction starts a cent later.
    const start = crossing(pay, minimumWage, coefficient.limit(coefficient.lowest))
    if (start !== undefined) add(drops, start + 1n, most)
  }
  for (const threshold of [p.sicknessThreshold, p.familyThreshold])
    if (threshold !== 0n)
      add(drops, crossing(before.pay, before.minimumWage, { numerator: threshold, denominator: 100n }), most)
  return [...drops].sort((a, b) => (a < b ? -1 : 1))
}

/** Smallest gross that brings pay / minimum wage of the year down to a ratio above one, when both grow by it. */
function crossing(
  pay: Before['pay'],
  minimumWage: bigint,
  { numerator, denominator }: { readonly numerator: bigint; readonly denominator: bigint },
): Minor | undefined {
  // (pay + g) × 1200 × denominator ≤ numerator × (minimumWage + 1200 g)
  const growth = (numerator - denominator) * MINIMUM_WAGE_UNIT
  const missing = pay * MINIMUM_WAGE_UNIT * denominator - numerator * minimumWage
  return growth > 0n && missing > 0n ? (missing + growth - 1n) / growth : undefined
}

function add(drops: Set<Minor>, gross: Minor | undefined, most: Minor) {
  if (gross !== undefined && gross <= most) drops.add(gross)
}
