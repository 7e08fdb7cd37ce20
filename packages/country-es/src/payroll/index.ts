import type { Payroll } from '@samen/core/country'
import { PARAMETERS } from '../parameters/index.ts'
import { costDrops, employerCost } from './contributions.ts'
import { type Law, lawFor } from './law.ts'
import { contributionsOn, spanishPayslip, wageTaxOn } from './payslip.ts'
import { type SpanishSituation, spanishSituation } from './situation.ts'

export const payroll: Payroll<SpanishSituation, Law> = {
  situation: spanishSituation,
  parameters: PARAMETERS,
  law: lawFor,
  payslip: spanishPayslip,
  cost: employerCost,
  costDrops,
  wageTax: wageTaxOn,
  contributions: contributionsOn,
}
