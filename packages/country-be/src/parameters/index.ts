import { contributionParameters } from './contributions.ts'
import { officeParameters } from './office.ts'
import { specialContributionParameters } from './special-contribution.ts'
import { structuralReductionParameters } from './structural-reduction.ts'
import { wageTaxParameters } from './wage-tax.ts'
import { workBonusParameters } from './work-bonus.ts'

/** Law in force on the days worked. */
export const socialParameters = {
  ...contributionParameters,
  ...workBonusParameters,
  ...specialContributionParameters,
  ...structuralReductionParameters,
  ...officeParameters,
}

/** Law in force on the day of payment. */
export const taxParameters = wageTaxParameters

export const parameters = { ...socialParameters, ...taxParameters }
