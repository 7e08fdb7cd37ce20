import type { Payroll } from '@samen/core/country'
import { PARAMETERS } from '../parameters/index.ts'
import { costDrops, costRipple } from './cost-drops.ts'
import { type GermanLaw, germanLaw } from './law.ts'
import { contributions, cost, payslip, wageTax } from './payslip.ts'
import { type GermanSituation, germanSituation } from './situation.ts'

export const payroll: Payroll<GermanSituation, GermanLaw> = Object.freeze({
  situation: germanSituation,
  parameters: PARAMETERS,
  law: germanLaw,
  payslip,
  cost,
  costDrops,
  costRipple,
  wageTax,
  contributions,
})
export type { GermanLaw } from './law.ts'
export type { GermanSituation } from './situation.ts'
