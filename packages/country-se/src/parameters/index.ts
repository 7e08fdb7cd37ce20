import { annualTaxParameters } from './annual-tax.ts'
import { contributionParameters } from './contributions.ts'
import { officeParameters } from './office.ts'
import { oneOffParameters, withholdingParameters } from './withholding.ts'

/** Resolved together for a day of payment; tables for one-off payments are looked up when one is paid. */
export const resolvedParameters = {
  ...contributionParameters,
  ...annualTaxParameters,
  ...withholdingParameters,
  ...officeParameters,
}

export const parameters = { ...resolvedParameters, ...oneOffParameters }

export type { AnnualTaxRules, Piece } from './annual-tax.ts'
export { levy, payDeadlineDays } from './office.ts'
export { type OneOffStep, oneOffParameters, type PublishedPercentage } from './withholding.ts'
