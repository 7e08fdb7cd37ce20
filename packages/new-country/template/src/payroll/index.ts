import { notWritten, type Payroll } from '@samen/core/country'
import type { z } from 'zod'
import { parameters } from '../parameters/index.ts'
import { type Law, lawOf } from './law.ts'
import { cost, payslip } from './payslip.ts'
import { type NewlandSituation, situation } from './situation.ts'

export const payroll: Payroll<NewlandSituation, Law> = {
  situation: situation as unknown as z.ZodType<NewlandSituation>,
  parameters,
  law: lawOf,
  payslip,
  cost,
  wageTax: () => notWritten('src/payroll/index.ts', 'wageTax: the lines of wage tax on a taxable amount'),
  contributions: () =>
    notWritten('src/payroll/index.ts', 'contributions: the lines of contributions on a base'),
}
