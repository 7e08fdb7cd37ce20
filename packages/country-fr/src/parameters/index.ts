import type { InForce } from '@samen/core/country'
import { GENERAL } from './general.ts'
import { OVERTIME } from './overtime.ts'
import { PENSION } from './pension.ts'
import { REDUCTION } from './reduction.ts'
import { SHOW } from './show.ts'
import { TAX } from './tax.ts'

/** Looked up by the days worked. */
export const CONTRIBUTIONS = Object.freeze({ ...GENERAL, ...OVERTIME, ...PENSION, ...REDUCTION, ...SHOW })
/** Looked up by the day of payment. */
export const WITHHOLDING = Object.freeze(TAX)

/** All dated law of the country, as the plugin shows it. */
export const PARAMETERS = Object.freeze({ ...CONTRIBUTIONS, ...WITHHOLDING })

export type ContributionLaw = InForce<typeof CONTRIBUTIONS>
export type WithholdingLaw = InForce<typeof WITHHOLDING>
export type { ReductionFormula } from './reduction.ts'
export type { Grid, PayRhythm, Residence } from './tax.ts'
