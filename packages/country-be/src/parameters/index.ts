import { amateurArtsParameters } from './amateur-arts.ts'
import { contributionParameters } from './contributions.ts'
import { flexiJobParameters, flexiJobTaxParameters } from './flexi-jobs.ts'
import { officeParameters } from './office.ts'
import { specialContributionParameters } from './special-contribution.ts'
import { structuralReductionParameters } from './structural-reduction.ts'
import { studentParameters } from './students.ts'
import { wageTaxParameters } from './wage-tax.ts'
import { workBonusParameters } from './work-bonus.ts'

/** Law in force on the days worked. */
export const socialParameters = {
  ...contributionParameters,
  ...workBonusParameters,
  ...specialContributionParameters,
  ...structuralReductionParameters,
  ...officeParameters,
  ...studentParameters,
  ...flexiJobParameters,
  ...amateurArtsParameters,
}

/** Law in force on the day of payment. */
export const taxParameters = { ...wageTaxParameters, ...flexiJobTaxParameters }
