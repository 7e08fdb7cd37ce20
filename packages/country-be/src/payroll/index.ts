import type { Payroll } from '@samen/core/country'
import { parameters } from '../parameters/index.ts'
import { employerCost } from './employer-contributions.ts'
import { type Law, lawFor } from './law.ts'
import { belgianPayslip } from './payslip.ts'
import { contributionsOn, wageTaxOn } from './single-steps.ts'
import { type BelgianSituation, belgianSituation } from './situation.ts'

export const payroll: Payroll<BelgianSituation, Law> = {
  situation: belgianSituation,
  parameters,
  law: lawFor,
  payslip: belgianPayslip,
  cost: employerCost,
  wageTax: wageTaxOn,
  contributions: contributionsOn,
}
