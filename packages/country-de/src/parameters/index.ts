import type { InForce } from '@samen/core/country'
import { CONTRIBUTIONS } from './contributions.ts'
import { WAGE_TAX } from './wage-tax.ts'

export { CONTRIBUTIONS } from './contributions.ts'
export { type ByLand, LANDS, type Land, WAGE_TAX } from './wage-tax.ts'

/** All dated law of the country, as the plugin shows it. */
export const PARAMETERS = Object.freeze({ ...CONTRIBUTIONS, ...WAGE_TAX })

/** Looked up by the days worked. */
export type ContributionLaw = InForce<typeof CONTRIBUTIONS>
/** Looked up by the days worked for ordinary pay, by the day of payment for a one-off payment. */
export type TaxLaw = InForce<typeof WAGE_TAX>
