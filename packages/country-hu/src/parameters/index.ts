import { CONTRIBUTIONS } from './contributions.ts'
import { MINIMUM_WAGE } from './minimum-wage.ts'
import { WAGE_TAX } from './wage-tax.ts'

export const parameters = { ...WAGE_TAX, ...CONTRIBUTIONS, ...MINIMUM_WAGE }

export type { MinimumWage } from './minimum-wage.ts'
export { levy, payDeadlineDays } from './office.ts'
export type { FamilyAllowance } from './wage-tax.ts'
