import type { Payroll } from '@samen/core/country'
import { parameters } from '../parameters/index.ts'
import { employerCost } from './charges.ts'
import { type Law, lawFor } from './law.ts'
import { contributionsOn, swedishPayslip, wageTaxOn } from './payslip.ts'
import { type SwedishSituation, swedishSituation } from './situation.ts'

export const payroll: Payroll<SwedishSituation, Law> = {
  situation: swedishSituation,
  parameters,
  law: lawFor,
  payslip: swedishPayslip,
  cost: employerCost,
  wageTax: wageTaxOn,
  contributions: contributionsOn,
}
