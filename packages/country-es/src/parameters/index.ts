import type { InForce } from '@samen/core/country'
import { ACCIDENTS } from './accidents.ts'
import { ARTISTS } from './artists.ts'
import { CONTRIBUTIONS } from './contributions.ts'
import { TRAINING_CONTRACT } from './training-contract.ts'
import { WITHHOLDING } from './withholding.ts'

/** Looked up by the days worked: contributions belong to the month of the work. */
export const SOCIAL = Object.freeze({ ...CONTRIBUTIONS, ...ARTISTS, ...ACCIDENTS, ...TRAINING_CONTRACT })
/** Looked up by the day of payment. */
export const TAX = Object.freeze(WITHHOLDING)

/** All dated law of the country, as the plugin shows it. */
export const PARAMETERS = Object.freeze({ ...SOCIAL, ...TAX })

export type Social = InForce<typeof SOCIAL>
export type Tax = InForce<typeof TAX>
export type { AccidentRate } from './accidents.ts'
export { tariffCode } from './accidents.ts'
export type { SolidarityBand } from './contributions.ts'
export type { FamilyMinimums, ScaleStep } from './withholding.ts'
