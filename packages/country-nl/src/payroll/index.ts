import type { Payroll } from '@samen/core/country'
import { PARAMETERS } from '../parameters/index.ts'
import { type Law, lawFor } from './law.ts'
import { dutchPayslip } from './payslip.ts'
import { employerCost } from './premiums.ts'
import { contributionsOn, wageTaxOn } from './single-steps.ts'
import { type DutchSituation, dutchSituation } from './situation.ts'

export const payroll: Payroll<DutchSituation, Law> = {
  situation: dutchSituation,
  parameters: PARAMETERS,
  law: lawFor,
  payslip: dutchPayslip,
  cost: employerCost,
  wageTax: wageTaxOn,
  contributions: contributionsOn,
}
