import type { Minor, PayslipLine, Rate } from '@samen/core/country'
import type { TaxLaw } from '../parameters/index.ts'
import type { Kind } from './group.ts'
import { because } from './line.ts'
import type { GermanSituation } from './situation.ts'

/** Whether pay of this kind is taxed flat: a Minijob unless otherwise chosen, any other only if chosen. */
export const isFlat = ({ engagement }: GermanSituation, kind: Kind): boolean =>
  engagement.tax === undefined ? kind === 'minijob' : engagement.tax === 'flat'

/**
 * Flat wage tax (EStG § 40a): 2 % with everything in it for a Minijob, else 25 % with surcharge and church tax. Fractions
 * of a cent are dropped, but not of the 2 %, which the Minijob-Zentrale collects like a contribution. Returns what the
 * employer bears.
 */
export function flatTax(
  situation: GermanSituation,
  law: TaxLaw,
  kind: Kind,
  pay: Minor,
  lines: PayslipLine[] | undefined,
): Minor {
  const { engagement, worker } = situation
  const byWorker = engagement.flatTaxBy === 'worker'
  const push = (
    code: string,
    base: Minor,
    rate: Rate,
    amount: Minor,
    authority: string,
    why: PayslipLine['why'],
  ) =>
    lines?.push({
      code,
      kind: byWorker ? 'wage-tax' : 'contribution',
      base,
      ...(byWorker ? { employeeRate: rate } : { employerRate: rate }),
      employee: byWorker ? amount : 0n,
      employer: byWorker ? 0n : amount,
      authority,
      why,
    })
  if (kind === 'minijob') {
    const { numerator, denominator } = law.flatMinijob
    const amount = (2n * pay * numerator + denominator) / (2n * denominator)
    push('minijob-flat-tax', pay, law.flatMinijob, amount, 'minijob-zentrale', MINIJOB)
    return byWorker ? 0n : amount
  }
  const tax = down(pay, law.flatShort)
  push('flat-wage-tax', pay, law.flatShort, tax, 'finanzamt', SHORT)
  const solidarity = down(tax, law.solidarity)
  push('flat-solidarity', tax, law.solidarity, solidarity, 'finanzamt', SOLIDARITY)
  const simplified = engagement.flatChurch === 'simplified'
  let church = 0n
  if (simplified || worker.church !== 'none') {
    const rate = (simplified ? law.churchTaxFlat : law.churchTax)[engagement.land]
    church = down(tax, rate)
    push('flat-church-tax', tax, rate, church, 'finanzamt', simplified ? CHURCH_SIMPLIFIED : CHURCH)
  }
  return byWorker ? 0n : tax + solidarity + church
}

const down = (amount: Minor, { numerator, denominator }: Rate) => (amount * numerator) / denominator

const MINIJOB = because('minijob-flat-tax', 'EStG § 40a (2), (6)')
const SHORT = because('flat-wage-tax', 'EStG § 40a (1), (4)')
const SOLIDARITY = because('flat-solidarity', 'SolZG §§ 1, 3, 4')
const CHURCH = because('flat-church-tax', 'Church tax law of the Land')
const CHURCH_SIMPLIFIED = because('flat-church-simplified', 'Decree of the Land on flat church tax')
