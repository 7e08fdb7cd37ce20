import { divide, type Minor, type PayslipLine } from '@samen/core/country'
import { type Bases, minimumWageOf } from './bases.ts'
import { contribution } from './line.ts'
import type { Prepared } from './prepare.ts'

/** The general reduction of one payslip and what it was computed from. */
export interface Reduction {
  /** Granted now: that of the year so far less what was granted before. Negative where too much was. */
  readonly amount: Minor
  readonly coefficient: bigint
  readonly payToDate: Minor
  readonly minimumWageToDate: bigint
}

/** Computes the reduction on pay and reference minimum wage of the year so far (CSS D241-8, D241-9). */
export function reductionOf(p: Prepared, bases: Bases): Reduction | undefined {
  if (!p.coefficient) return undefined
  const pay = bases[0]
  const payToDate = p.before.reductionPay + pay
  const minimumWageToDate = p.before.reductionMinimumWage + minimumWageOf(p, pay)
  const coefficient = p.coefficient.of(payToDate, minimumWageToDate)
  let granted = (payToDate * coefficient + 5_000n) / 10_000n
  if (p.deductionPercent !== 0n) {
    const undeducted = payToDate - pay + bases[7]
    const ordinary = undeducted * p.coefficient.of(undeducted, minimumWageToDate)
    const most = divide(ordinary * 13n, 100_000n)
    if (granted > most) granted = most
  }
  return { amount: granted - p.before.reduction, coefficient, payToDate, minimumWageToDate }
}

/** The share of a reduction imputed to Agirc-Arrco, rounded; Urssaf gets the rest. */
export const pensionShare = ({ coefficient, reductionPension }: Prepared, { amount }: Reduction): Minor =>
  coefficient && amount !== 0n ? divide(amount * reductionPension, coefficient.highest) : 0n

const SOURCE = 'CSS L241-13, D241-7 to D241-10'

/** Adds the two lines of the reduction. */
export function addReduction(lines: PayslipLine[], p: Prepared, pay: Minor, reduction: Reduction): void {
  const { amount, coefficient, payToDate, minimumWageToDate } = reduction
  if (!p.coefficient || amount === 0n) return
  const { highest } = p.coefficient
  const pension = pensionShare(p, reduction)
  const inputs = {
    pay: payToDate,
    minimumWage: divide(minimumWageToDate, 1200n),
    coefficient: { numerator: coefficient, denominator: 10_000n },
    grantedBefore: p.before.reduction,
    reduction: amount,
    pensionPart: { numerator: p.reductionPension, denominator: 10_000n },
    highest: { numerator: highest, denominator: 10_000n },
  }
  const add = (code: string, employer: Minor, authority: string) =>
    lines.push(
      contribution(code, pay, undefined, undefined, 0n, employer, authority, {
        rule: code,
        source: SOURCE,
        inputs,
      }),
    )
  add('reduction-urssaf', pension - amount, 'urssaf')
  add('reduction-pension', -pension, p.profile.pensionBody)
}
