import type { Payroll } from '@samen/core/country'
import { parameters } from '../parameters/index.ts'
import { employerCost } from './contributions.ts'
import { type Law, lawFor } from './law.ts'
import { contributionsOn, italianPayslip, wageTaxOn } from './payslip.ts'
import { type ItalianSituation, italianSituation } from './situation.ts'

export const payroll: Payroll<ItalianSituation, Law> = {
  situation: italianSituation,
  parameters,
  law: lawFor,
  payslip: italianPayslip,
  cost: employerCost,
  wageTax: wageTaxOn,
  contributions: contributionsOn,
}
