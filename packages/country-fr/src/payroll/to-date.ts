import { divide, formatAmount, type Minor } from '@samen/core/country'
import { BASE, type Bases, minimumWageOf } from './bases.ts'
import { isShow } from './engagement.ts'
import type { Prepared } from './prepare.ts'
import type { Reduction } from './reduction.ts'
import type { FrenchSituation, ToDate, Totals } from './situation.ts'

/** The running totals of the year after this payslip, as the worker's next situation states them. */
export function toDateOf(
  situation: FrenchSituation,
  p: Prepared,
  bases: Bases,
  reduction: Reduction | undefined,
  exempt: Minor,
): ToDate {
  const month = situation.period.from.slice(0, 7)
  const earlier = situation.toDate
  const previous = earlier?.month?.slice(0, 4) === month.slice(0, 4) ? earlier : undefined
  const totals = totalsAfter(p, bases, reduction)
  const show = isShow(situation.engagement)
  const general = show ? previous?.general : totals
  const ofShow = show ? totals : previous?.show
  const last = previous?.month && previous.month > month ? previous.month : month
  const deducted = p.deducted + bases[BASE.gross] - bases[BASE.pay]
  const overtimeExempt = (previous?.overtimeExempt ?? 0n) + exempt
  if (overtimeExempt !== 0n) return { month: last, general, show: ofShow, deducted, overtimeExempt }
  if (general && ofShow) return { month: last, general, show: ofShow, deducted }
  return ofShow ? { month: last, show: ofShow, deducted } : { month: last, general, deducted }
}

function totalsAfter(p: Prepared, bases: Bases, reduction: Reduction | undefined): Totals {
  const from = p.carried
  const pay = bases[BASE.pay]
  const own = minimumWageOf(p, pay)
  const minimumWage = minimumWageText(from.minimumWage + own)
  const reductionPay = reduction ? from.reductionPay + pay : from.reductionPay
  const sinceChange = reduction ? from.reductionMinimumWage + own : from.reductionMinimumWage
  return {
    gross: from.gross + bases[BASE.gross],
    pay: from.pay + pay,
    ceiling: from.ceiling + p.ceiling,
    capped: from.capped + bases[BASE.capped],
    pensionCeiling: from.pensionCeiling + p.pensionCeiling,
    pensionT1: from.pensionT1 + bases[BASE.pensionT1],
    pensionT2: from.pensionT2 + bases[BASE.pensionT2],
    technical: from.technical + bases[BASE.technical],
    unemployment: from.unemployment + bases[BASE.unemployment],
    minimumWage,
    sicknessSupplement: from.sicknessSupplement + bases[BASE.sicknessSupplement],
    familySupplement: from.familySupplement + bases[BASE.familySupplement],
    reductionPay,
    reductionMinimumWage:
      reduction && from.minimumWage === from.reductionMinimumWage
        ? minimumWage
        : minimumWageText(sinceChange),
    reduction: from.reduction + (reduction ? reduction.amount : 0n),
  }
}

/** 1/1200 cent to euro with four decimals. */
const minimumWageText = (value: bigint) => (value === 0n ? '0' : formatAmount(divide(value, 12n), 4))
