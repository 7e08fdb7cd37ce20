import type { Payroll } from '@samen/core/country'
import { parameters } from '../parameters/index.ts'
import { costDrops, employerCost } from './employer-cost.ts'
import { type Law, lawFor } from './law.ts'
import { austrianPayslip } from './payslip.ts'
import { contributionsOn, wageTaxOn } from './single-steps.ts'
import { type AustrianSituation, austrianSituation } from './situation.ts'

export const payroll: Payroll<AustrianSituation, Law> = {
  situation: austrianSituation,
  parameters,
  law: lawFor,
  payslip: austrianPayslip,
  cost: employerCost,
  costDrops,
  wageTax: wageTaxOn,
  contributions: contributionsOn,
}
