import type { Payroll } from '@samen/core/country'
import { PARAMETERS } from '../parameters/index.ts'
import { cost } from './cost.ts'
import { costDrops } from './cost-drops.ts'
import { type FrenchLaw, frenchLaw } from './law.ts'
import { contributions, payslip } from './payslip.ts'
import { type FrenchSituation, frenchSituation } from './situation.ts'
import { withholding } from './withholding.ts'

export const payroll: Payroll<FrenchSituation, FrenchLaw> = Object.freeze({
  situation: frenchSituation,
  parameters: PARAMETERS,
  law: frenchLaw,
  payslip,
  cost,
  costDrops,
  wageTax: (situation: FrenchSituation, law: FrenchLaw, taxable: bigint) => [
    withholding(situation, law, taxable),
  ],
  contributions,
})
export type { FrenchLaw } from './law.ts'
export type { FrenchSituation } from './situation.ts'
