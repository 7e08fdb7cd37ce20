import type { Facts } from './input.ts'
import { FADING, fadingRow } from './plan.ts'

/** Reliefs of pensions and of age, in cents (FVB, FVBZ, FVBSO, FVBZSO, ALTE). */
export interface Reliefs {
  readonly pension: bigint
  readonly pensionSupplement: bigint
  readonly pensionOneOff: bigint
  readonly pensionSupplementOneOff: bigint
  readonly age: bigint
}

/** To whole euros away from zero, in cents. */
export const upToEuro = (cents: bigint): bigint =>
  cents >= 0n ? ((cents + 99n) / 100n) * 100n : ((cents - 99n) / 100n) * 100n

const least = (a: bigint, b: bigint) => (a < b ? a : b)

/**
 * Reliefs on a year's pay of which `pensionPay` is pension (MRE4, MRE4ALTE). `months`: of pension in a yearly period,
 * undefined in any other period; `deathGrant`: what a one-off payment adds to the base.
 */
export function reliefsOf(
  facts: Facts,
  pay: bigint,
  pensionPay: bigint,
  months: bigint | undefined,
  deathGrant: bigint,
): Reliefs {
  const age = facts.ageYear === 0 ? 0n : ageRelief(facts.ageYear, pay - pensionPay)
  if (pensionPay === 0n)
    return { pension: 0n, pensionSupplement: 0n, pensionOneOff: 0n, pensionSupplementOneOff: 0n, age }
  const { pension } = facts
  const row = fadingRow(pension.since)
  const rate = FADING.rate[row] as bigint
  const capYear = FADING.pensionCap[row] as bigint
  const supplementYear = FADING.pensionSupplement[row] as bigint
  const base = pension.firstMonth * (months ?? 12n) + pension.specials
  const part = (year: bigint) => (months === undefined ? year : (year * months + 11n) / 12n) * 100n

  const relief = least(least((base * rate + 999n) / 1000n, part(capYear)), pensionPay)
  const oneOff = least((relief * 1000n + deathGrant * rate + 999n) / 1000n, capYear * 100n)
  const supplement = part(supplementYear)
  const room = base - relief
  const roomOneOff = base + deathGrant - oneOff
  const supplementOneOff = upToEuro(supplement + deathGrant)
  return {
    pension: relief,
    pensionSupplement: supplement > room ? upToEuro(room) : supplement,
    pensionOneOff: oneOff,
    pensionSupplementOneOff: least(
      supplementOneOff > roomOneOff ? upToEuro(roomOneOff) : supplementOneOff,
      supplementYear * 100n,
    ),
    age,
  }
}

function ageRelief(year: number, pay: bigint): bigint {
  const row = fadingRow(year)
  const exact = pay * (FADING.rate[row] as bigint)
  // To whole euros away from zero.
  const relief = (exact >= 0n ? (exact + 99_999n) / 100_000n : (exact - 99_999n) / 100_000n) * 100n
  return least(relief, (FADING.ageCap[row] as bigint) * 100n)
}
