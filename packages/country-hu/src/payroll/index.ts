import type { Payroll } from '@samen/core/country'
import { parameters } from '../parameters/index.ts'
import { employerCost } from './charges.ts'
import { type Law, lawFor } from './law.ts'
import { contributionsOn, hungarianPayslip, wageTaxOn } from './payslip.ts'
import { type HungarianSituation, hungarianSituation } from './situation.ts'

export const payroll: Payroll<HungarianSituation, Law> = {
  situation: hungarianSituation,
  parameters,
  law: lawFor,
  payslip: hungarianPayslip,
  cost: employerCost,
  // Pay is whole forints; the smaller coins are gone since 1999.
  grossStep: 100n,
  wageTax: wageTaxOn,
  contributions: contributionsOn,
}
