import { type Minor, maximum } from '@samen/core/country'
import { basesOf } from './bases.ts'
import { contributionLines } from './contributions.ts'
import { contractDays, daysOf, isPermanent, MONTH_DAYS } from './days.ts'
import type { Law } from './law.ts'
import { yearSoFar } from './running-totals.ts'
import type { SpanishSituation } from './situation.ts'

/** Pay and worker's contributions of the calendar year with this payer, as far as this pay lets them be foreseen. */
export interface ExpectedYear {
  readonly pay: Minor
  readonly contributions: Minor
}

export function expectedYear(
  situation: SpanishSituation,
  law: Law,
  taxable: Minor,
  contributions: Minor,
): ExpectedYear {
  const { engagement } = situation
  const before = yearSoFar(situation)
  const least = before.pay + taxable
  const foreseen = foresee(situation, law, taxable, contributions)
  const pay = engagement.annualPay === undefined ? foreseen.pay : maximum(least, engagement.annualPay)
  if (engagement.annualContributions !== undefined)
    return { pay, contributions: engagement.annualContributions }
  if (engagement.annualPay === undefined) return foreseen
  if (taxable === 0n) return { pay, contributions: before.contributions + contributions }
  // In proportion to the pay still to come; prorated extra pays bear theirs month by month.
  const left = (pay - before.pay) * (engagement.extraPays === 'separate' ? 6n : 7n)
  return {
    pay,
    contributions: before.contributions + (contributions * left * 2n + taxable * 7n) / (taxable * 14n),
  }
}

const MONTHS = 12n
const EXTRA_PAYS = 2n

function foresee(situation: SpanishSituation, law: Law, taxable: Minor, contributions: Minor): ExpectedYear {
  const { pay, engagement, period, toDate } = situation
  const before = yearSoFar(situation)
  const once = { pay: before.pay + taxable, contributions: before.contributions + contributions }
  const separate = engagement.extraPays === 'separate'
  if (pay === 'one-off' || pay === 'holiday' || pay === 'settlement') {
    if (before.expectedPay === 0n)
      return pay === 'one-off' && separate && isPermanent(situation)
        ? {
            pay: taxable * (MONTHS + EXTRA_PAYS),
            contributions: ordinaryContributions(situation, law, taxable),
          }
        : once
    // An extra pay was foreseen with the months; anything else comes on top.
    const more = pay === 'one-off' && separate ? 0n : taxable
    return {
      pay: maximum(once.pay, before.expectedPay + more),
      contributions: maximum(once.contributions, before.expectedContributions + contributions),
    }
  }
  if (pay === 'part' && !isPermanent(situation)) return once
  const month = Number(period.from.slice(5, 7))
  const whole = pay === 'ordinary'
  if (toDate === undefined) return typicalYear(situation, taxable, contributions, whole, separate)
  const left = BigInt(lastMonth(situation) - month)
  const extras = separate ? BigInt(month <= 6 ? 2 : 1) : 0n
  const days = BigInt(whole ? MONTH_DAYS : daysOf(situation))
  const monthly = (taxable * 30n * 2n + days) / (days * 2n)
  const monthlyContributions = (contributions * 30n * 2n + days) / (days * 2n)
  return {
    pay: once.pay + monthly * (left + extras),
    contributions: once.contributions + monthlyContributions * left,
  }
}

/** Nothing is known of the year: twelve such months, or those of the contract, with two extra pays where separate. */
function typicalYear(
  situation: SpanishSituation,
  taxable: Minor,
  contributions: Minor,
  whole: boolean,
  separate: boolean,
): ExpectedYear {
  const year = situation.period.from.slice(0, 4)
  const { from, to } = contractDays(situation)
  const first = from?.startsWith(year) && to !== undefined ? Number(from.slice(5, 7)) : 1
  const last = to?.startsWith(year) ? Number(to.slice(5, 7)) : 12
  const months = BigInt(to === undefined ? 12 : last - first + 1)
  const days = BigInt(whole ? MONTH_DAYS : daysOf(situation))
  const pays = separate ? months + (months * EXTRA_PAYS) / MONTHS : months
  return {
    pay: (taxable * 30n * pays * 2n + days) / (days * 2n),
    contributions: (contributions * 30n * months * 2n + days) / (days * 2n),
  }
}

/** The last month of the year the contract reaches. */
function lastMonth(situation: SpanishSituation): number {
  const { to } = contractDays(situation)
  return to?.startsWith(situation.period.from.slice(0, 4))
    ? Math.max(Number(to.slice(5, 7)), Number(situation.period.from.slice(5, 7)))
    : 12
}

/** Worker's contributions of twelve ordinary months at a pay. */
function ordinaryContributions(situation: SpanishSituation, law: Law, pay: Minor): Minor {
  const month: SpanishSituation = { ...situation, pay: 'ordinary', toDate: undefined }
  let employee = 0n
  for (const line of contributionLines(month, law, basesOf(month, law, pay)).lines) employee += line.employee
  return employee * MONTHS
}
