import { contributionParameters } from './contributions.ts'
import { incomeTaxParameters } from './income-tax.ts'
import { municipalSurtaxes } from './municipal-surtaxes.ts'
import { regionalSurtaxes } from './regional-surtaxes.ts'

/** Law of the period of work. */
export const socialParameters = contributionParameters

/** Law of the tax year of payment. */
export const taxParameters = { ...incomeTaxParameters, regionalSurtaxes, municipalSurtaxes }

export const parameters = { ...socialParameters, ...taxParameters }

export type { Band } from './income-tax.ts'
export { isKnownTown } from './municipal-surtaxes.ts'
export { levy, payDeadlineDays } from './office.ts'
export { REGIONS, type Region, type SurtaxRule } from './regional-surtaxes.ts'
