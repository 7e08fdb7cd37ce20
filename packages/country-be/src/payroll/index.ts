import type { Payroll } from '@samen/core/country'
import { socialParameters, taxParameters } from '../parameters/index.ts'
import { type Law, lawOf } from './law.ts'
import { rulesOfScheme } from './schemes.ts'
import { type BelgianSituation, belgianSituation } from './situation.ts'

/** Which dated figures a payroll reads: those of this package unless told, such as the law as it was known on a day. */
export interface BelgianParameters {
  /** In force on the days worked. */
  readonly social?: Partial<typeof socialParameters>
  /** In force on the day of payment. */
  readonly tax?: Partial<typeof taxParameters>
}

/** Belgium's payroll under a parameter set; the rules are the same for every set. */
export function belgianPayroll({ social, tax }: BelgianParameters = {}): Payroll<BelgianSituation, Law> {
  const socialSet = { ...socialParameters, ...social }
  const taxSet = { ...taxParameters, ...tax }
  return {
    situation: belgianSituation,
    parameters: { ...socialSet, ...taxSet },
    law: lawOf(socialSet, taxSet),
    ...rulesOfScheme,
  }
}
