import { fraction, type Rate } from '@samen/core/country'
import type { ContributionLaw } from '../parameters/index.ts'

/** A rate with its value in millionths, which is what the inner loop multiplies by. */
export interface Share {
  readonly rate: Rate
  readonly millionths: bigint
}

/** Every share of the law that does not depend on the situation. */
export interface Shares {
  readonly health: Share
  readonly healthReduced: Share
  readonly supplement: Share
  readonly care: Share
  readonly careSaxonyEmployer: Share
  readonly careSaxonyWorker: Share
  readonly careSaxonyAlone: Share
  /** The worker's care share by number of reductions, outside and inside Saxony. */
  readonly careChildren: readonly Share[]
  readonly careSaxonyChildren: readonly Share[]
  readonly careReductions: readonly Share[]
  readonly careChildless: Share
  readonly pension: Share
  readonly unemployment: Share
  readonly insolvency: Share
  readonly sickPayLevy: Share
  readonly maternityLevy: Share
  readonly accident: Share
  readonly minijobHealth: Share
  readonly minijobPension: Share
  readonly minijobPensionWorker: Share
  readonly minijobPensionWhole: Share
  readonly minijobSickPayLevy: Share
  readonly minijobMaternityLevy: Share
}

/** `rate` times `of`, in lowest whole millionths. Throws when it is finer than a millionth, which no rate of the law is. */
export function share({ numerator, denominator }: Rate, of: Rate = ONE): Share {
  const top = numerator * of.numerator
  const bottom = denominator * of.denominator
  const millionths = (top * 1_000_000n) / bottom
  if (millionths * bottom !== top * 1_000_000n)
    throw new RangeError(`a rate of ${top}/${bottom} is finer than a millionth`)
  return ofMillionths(millionths)
}

const ONE = fraction(1n, 1n)
const HALF = fraction(1n, 2n)
const ofMillionths = (millionths: bigint): Share =>
  Object.freeze({ rate: fraction(millionths, 1_000_000n), millionths })

/** A stated supplement is one of a few dozen rates: the same rate is always the same object. */
const stated: Share[] = []
const statedMax = 500

/** Half of a stated whole rate, or the whole of it. */
export function statedShare(rate: Rate, half: boolean): Share {
  const millionths = (rate.numerator * 1_000_000n) / (rate.denominator * (half ? 2n : 1n))
  for (const known of stated) if (known.millionths === millionths) return known
  const made = ofMillionths(millionths)
  if (stated.length < statedMax) stated.push(made)
  return made
}

export function sharesOf(law: ContributionLaw): Shares {
  const care = share(law.care, HALF)
  const alone = share(law.careSaxony)
  const saxonyEmployer = ofMillionths(care.millionths - alone.millionths / 2n)
  const saxonyWorker = ofMillionths(care.millionths + alone.millionths / 2n)
  const child = share(law.careChild).millionths
  const lessChildren = (whole: Share) =>
    [0n, 1n, 2n, 3n, 4n].map((count) => ofMillionths(whole.millionths - count * child))
  const minijobPension = share(law.minijobPension)
  const pensionWhole = share(law.pension)
  return Object.freeze({
    health: share(law.health, HALF),
    healthReduced: share(law.healthReduced, HALF),
    supplement: share(law.supplement, HALF),
    care,
    careSaxonyEmployer: saxonyEmployer,
    careSaxonyWorker: saxonyWorker,
    careSaxonyAlone: alone,
    careChildren: lessChildren(care),
    careSaxonyChildren: lessChildren(saxonyWorker),
    careReductions: [0n, 1n, 2n, 3n, 4n].map((count) => ofMillionths(count * child)),
    careChildless: share(law.careChildless),
    pension: share(law.pension, HALF),
    unemployment: share(law.unemployment, HALF),
    insolvency: share(law.insolvency),
    sickPayLevy: share(law.sickPayLevy),
    maternityLevy: share(law.maternityLevy),
    accident: share(law.accident),
    minijobHealth: share(law.minijobHealth),
    minijobPension,
    minijobPensionWhole: pensionWhole,
    minijobPensionWorker: ofMillionths(pensionWhole.millionths - minijobPension.millionths),
    minijobSickPayLevy: share(law.minijobSickPayLevy),
    minijobMaternityLevy: share(law.minijobMaternityLevy),
  })
}

/** `amount × share`, half up to the cent (BVV § 1 (2)); for amounts that are not negative. */
export const portion = (amount: bigint, { millionths }: Share): bigint =>
  (amount * millionths + 500_000n) / 1_000_000n
