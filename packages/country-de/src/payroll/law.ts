import { resolver } from '@samen/core/country'
import { CONTRIBUTIONS, type ContributionLaw, type TaxLaw, WAGE_TAX } from '../parameters/index.ts'
import { type Pap, papOf } from './pap/index.ts'
import { type Shares, sharesOf } from './shares.ts'
import type { GermanSituation } from './situation.ts'

/** The law in force for a situation, resolved once per interval between two changes. */
export interface GermanLaw {
  readonly contributions: ContributionLaw
  readonly shares: Shares
  readonly tax: TaxLaw
  readonly pap: Pap
  /** The contributions of the December before, for one-off pay of January to March. Throws `NoLawError` before 2025. */
  readonly previous: () => { readonly contributions: ContributionLaw; readonly shares: Shares }
}

const contributionsOn = resolver(CONTRIBUTIONS)
const taxOn = resolver(WAGE_TAX)
const sharesMade = new Map<ContributionLaw, Shares>()
const papsMade = new Map<TaxLaw, Pap>()
const made = new Map<ContributionLaw, Map<TaxLaw, GermanLaw>>()
let last: GermanLaw | undefined

/**
 * Contributions by the days worked. Wage tax too, but by the day of payment for one-off pay (EStG § 38a (1)). Memoised.
 * Throws `NoLawError` before 2025.
 */
export function germanLaw({ period, paidOn, pay }: GermanSituation): GermanLaw {
  const contributions = contributionsOn(period.to)
  const tax = taxOn(pay === 'one-off' || pay === 'holiday' ? paidOn : period.to)
  if (last?.contributions === contributions && last.tax === tax) return last
  const byTax = made.get(contributions) ?? new Map<TaxLaw, GermanLaw>()
  last = byTax.get(tax) ?? newLaw(contributions, tax, Number(period.to.slice(0, 4)))
  byTax.set(tax, last)
  made.set(contributions, byTax)
  return last
}

function newLaw(contributions: ContributionLaw, tax: TaxLaw, year: number): GermanLaw {
  const pap = papsMade.get(tax) ?? papOf(tax.plan)
  papsMade.set(tax, pap)
  return Object.freeze({
    contributions,
    shares: sharesUnder(contributions),
    tax,
    pap,
    previous() {
      const december = contributionsOn(`${year - 1}-12-31`)
      return { contributions: december, shares: sharesUnder(december) }
    },
  })
}

function sharesUnder(contributions: ContributionLaw): Shares {
  const shares = sharesMade.get(contributions) ?? sharesOf(contributions)
  sharesMade.set(contributions, shares)
  return shares
}
