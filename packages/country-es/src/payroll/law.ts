import { resolver } from '@samen/core/country'
import { SOCIAL, type Social, TAX, type Tax } from '../parameters/index.ts'
import type { SpanishSituation } from './situation.ts'

/** The law in force for a situation: contributions by the days worked, withholding by the day of payment. */
export interface Law {
  readonly social: Social
  readonly tax: Tax
}

const socialOn = resolver(SOCIAL)
const taxOn = resolver(TAX)
const laws = new Map<Social, Map<Tax, Law>>()
let last: Law | undefined

/** Memoised per pair of intervals between two changes of the law. Throws `NoLawError` before 2025. */
export function lawFor(situation: SpanishSituation): Law {
  const social = socialOn(situation.period.from)
  const tax = taxOn(situation.paidOn)
  if (last !== undefined && last.social === social && last.tax === tax) return last
  const byTax = laws.get(social) ?? new Map<Tax, Law>()
  const law = byTax.get(tax) ?? Object.freeze({ social, tax })
  byTax.set(tax, law)
  laws.set(social, byTax)
  last = law
  return law
}
