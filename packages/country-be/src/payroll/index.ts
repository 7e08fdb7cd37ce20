import type { Payroll } from '@samen/core/country'
import { parameters } from '../parameters/index.ts'
import { type Law, lawFor } from './law.ts'
import { rulesOfScheme } from './schemes.ts'
import { type BelgianSituation, belgianSituation } from './situation.ts'

export const payroll: Payroll<BelgianSituation, Law> = {
  situation: belgianSituation,
  parameters,
  law: lawFor,
  ...rulesOfScheme,
}
