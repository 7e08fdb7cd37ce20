import type { InForce } from '@samen/core/country'
import { MINIMUM_WAGE } from './minimum-wage.ts'
import { PREMIUMS } from './premiums.ts'
import { SPECIAL_REWARDS } from './special-rewards.ts'
import { WAGE_TAX } from './wage-tax.ts'

/** Looked up by the day of payment: wages belong to the period in which they are enjoyed. */
export const LEVIES = Object.freeze({ ...WAGE_TAX, ...SPECIAL_REWARDS, ...PREMIUMS })
/** Looked up by the days worked. */
export const LABOUR = Object.freeze(MINIMUM_WAGE)

/** All dated law of the country, as the plugin shows it. */
export const PARAMETERS = Object.freeze({ ...LEVIES, ...LABOUR })

export type Levies = InForce<typeof LEVIES>
export type Labour = InForce<typeof LABOUR>
export type { WageMaximum } from './premiums.ts'
export type { RewardRate, RewardTable } from './special-rewards.ts'
export type { AgeColumn, FallingCredit, LabourCredit } from './wage-tax.ts'
