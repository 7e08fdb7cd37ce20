import type { Minor, PayslipLine } from '@samen/core/country'
import type { Law } from './law.ts'
import { planFor } from './premium-plan.ts'
import { charge } from './premiums.ts'
import { yearSoFar } from './running-totals.ts'
import type { DutchSituation } from './situation.ts'
import { wageTax } from './wage-tax.ts'

/** Premiums on a stated wage for the employee insurances, under the maximum of its period and the year so far. */
export const contributionsOn = (situation: DutchSituation, law: Law, base: Minor): readonly PayslipLine[] =>
  charge(situation, law, planFor(situation, law), yearSoFar(situation), base).lines

/** Wage tax on a stated taxable wage; special rewards, artists and the anonymous by their own rates. */
export const wageTaxOn = (situation: DutchSituation, law: Law, taxable: Minor): readonly PayslipLine[] =>
  wageTax(situation, law, taxable).lines
