import { contributions } from './contributions.ts'
import { wageTax } from './wage-tax.ts'

/** Every figure of the payroll law, by date. */
export const parameters = { ...contributions, ...wageTax }
