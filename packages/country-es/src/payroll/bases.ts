import { type Minor, maximum, minimum, multiply, type Rate } from '@samen/core/country'
import { daysOf, groupOf, MONTH_DAYS } from './days.ts'
import type { Law } from './law.ts'
import { monthSoFar } from './running-totals.ts'
import type { MonthTotals, SpanishSituation } from './situation.ts'

/** What contributions are charged on. */
export interface Bases {
  /** Pay liable to contributions, overtime within. */
  readonly pay: Minor
  /** Base of common contingencies. */
  readonly common: Minor
  /** Base of professional contingencies, unemployment, wage guarantee and training. */
  readonly professional: Minor
  /** Pay from which the solidarity contribution is due, of the month or of the days insured. */
  readonly solidarityFrom: Minor
  /** Pay the solidarity contribution looks at: this pay, or all of the month. */
  readonly solidarityPay: Minor
  /** Days the ceiling was shared by; 30 for a month. */
  readonly days: number
  /** Part of ceiling, floors and bands of this employer where there are several. */
  readonly share?: Rate | undefined
  /** The limits, for the explanation. */
  readonly least: Minor
  readonly most: Minor
}

/** No contribution is due: extra pays already prorated, settlements, pay that is no wage. */
const EXEMPT: Bases = Object.freeze({
  pay: 0n,
  common: 0n,
  professional: 0n,
  solidarityFrom: 0n,
  solidarityPay: 0n,
  days: 0,
  least: 0n,
  most: 0n,
})

/** A part of an amount of a month by days: thirtieths, half up. */
export const thirtieths = (amount: Minor, days: number): Minor =>
  days === MONTH_DAYS ? amount : (amount * BigInt(days) * 2n + 30n) / 60n

export function basesOf(situation: SpanishSituation, law: Law, gross: Minor): Bases {
  const { engagement, pay } = situation
  if (pay === 'settlement' || engagement.taxedAs === 'course') return EXEMPT
  if (engagement.taxedAs === 'author' || engagement.taxedAs === 'small-author') return EXEMPT
  const extra = pay === 'one-off'
  if (extra && engagement.extraPays === 'separate') return EXEMPT
  const liable = maximum(0n, gross - engagement.exempt)
  if (engagement.status === 'artist') return artistBases(situation, law, liable, extra)
  const overtime = minimum(liable, engagement.overtime + engagement.emergencyOvertime)
  const ordinary = liable - overtime
  const withExtras =
    engagement.extraPays === 'separate' ? ordinary + extrasWithin(situation, ordinary) : ordinary
  const month = extra ? monthSoFar(situation) : undefined
  const days = month === undefined ? daysOf(situation) : month.days || MONTH_DAYS
  return employeeBases(situation, law, withExtras, overtime, days, month)
}

/** Part of the two extra pays that falls on an ordinary pay: a twelfth a month, or 365ths of thirty days’ pay each by the day. */
const extrasWithin = (situation: SpanishSituation, ordinary: Minor): Minor =>
  groupOf(situation) > 7 ? (ordinary * 120n + 365n) / 730n : (ordinary * 2n + 6n) / 12n

function employeeBases(
  situation: SpanishSituation,
  { social }: Law,
  pay: Minor,
  overtime: Minor,
  days: number,
  month: MonthTotals | undefined,
): Bases {
  const { engagement } = situation
  const index = groupOf(situation) - 1
  const { hours } = engagement
  const share = engagement.ceilingShare
  let most = thirtieths(social.ceiling, days)
  let least: Minor
  let leastProfessional: Minor
  if (hours === undefined) {
    least = thirtieths(social.leastBases[index] as Minor, days)
    leastProfessional = thirtieths(social.floor, days)
  } else {
    least = ((social.hourlyBases[index] as Minor) * hours + 50n) / 100n
    // The least hourly base of the lowest groups is that of professional contingencies.
    leastProfessional = ((social.hourlyBases[10] as Minor) * hours + 50n) / 100n
    if (engagement.status === 'member') {
      const member = thirtieths(social.memberBases[index] as Minor, Math.min(days, MONTH_DAYS))
      least = maximum(least, member)
      leastProfessional = maximum(leastProfessional, member)
    }
  }
  if (share !== undefined) {
    most = multiply(most, share)
    least = multiply(least, share)
    leastProfessional = multiply(leastProfessional, share)
  }
  const soFar = month?.pay ?? 0n
  const whole = soFar + pay
  const common = between(least, whole, most)
  const professional = between(leastProfessional, whole + overtime, most)
  return {
    pay: pay + overtime,
    common: maximum(0n, common - (month?.commonBase ?? 0n)),
    professional: maximum(0n, professional - (month?.professionalBase ?? 0n)),
    solidarityFrom: most,
    solidarityPay: whole + overtime,
    days,
    share,
    least,
    most,
  }
}

/** Total provisional base of days of performance at an average pay, before ceiling and floor (RD 2064/1995 art. 32.5.b). */
function provisionalBase({ social }: Law, pay: Minor, days: number): Minor {
  const count = BigInt(days)
  for (const { upTo, base } of social.artistBases)
    if (upTo === undefined || pay <= upTo * count) return base * count
  throw new RangeError('the last step of the provisional bases has no end')
}

/** All pay of the month with this employer, by day of performance; what it has borne before comes off. */
function artistBases(situation: SpanishSituation, law: Law, pay: Minor, extra: boolean): Bases {
  const { social } = law
  const month = monthSoFar(situation)
  const days = Math.max(1, month.days + (extra ? 0 : daysOf(situation)))
  const whole = month.pay + pay
  const provisional = provisionalBase(law, whole, days)
  const charged = minimum(whole, provisional)
  const most = social.ceiling
  const least = (social.leastBases[groupOf(situation) - 1] as Minor) * BigInt(days)
  const leastCommon = minimum((least + 15n) / 30n, most)
  const leastProfessional = minimum((social.floor * BigInt(days) + 15n) / 30n, most)
  const common = between(leastCommon, charged, most)
  const professional = between(leastProfessional, charged, most)
  return {
    pay,
    common: maximum(0n, common - month.commonBase),
    professional: maximum(0n, professional - month.professionalBase),
    solidarityFrom: maximum(most, provisional),
    solidarityPay: whole,
    days: MONTH_DAYS,
    least: leastCommon,
    most: minimum(most, provisional),
  }
}

const between = (least: Minor, amount: Minor, most: Minor): Minor =>
  amount > most ? most : amount < least ? minimum(least, most) : amount
