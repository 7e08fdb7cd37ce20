import { contributionParameters } from './contributions.ts'
import { levyParameters } from './levies.ts'
import { officeParameters } from './office.ts'
import { specialPayParameters } from './special-pay.ts'
import { wageTaxParameters } from './wage-tax.ts'

/** Law in force on the days worked. */
export const socialParameters = { ...contributionParameters, ...levyParameters, ...officeParameters }

/** Law in force on the day of payment. */
export const taxParameters = { ...wageTaxParameters, ...specialPayParameters }

export const parameters = { ...socialParameters, ...taxParameters }
