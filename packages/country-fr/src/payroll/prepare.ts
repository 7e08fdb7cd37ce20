import { daysInMonth, divide, type Minor, multiply, parseAmount, type Rate } from '@samen/core/country'
import { contractOf, daysEngaged, isShow } from './engagement.ts'
import type { FrenchLaw } from './law.ts'
import { type OvertimeHours, overtimeHours } from './overtime.ts'
import type { Profile } from './profile.ts'
import { type Coefficient, MINIMUM_WAGE_UNIT } from './reduction-coefficient.ts'
import type { FrenchSituation, ToDate, Totals } from './situation.ts'
import { hundredths } from './situation-overtime.ts'

/** Running totals as the rules use them; the minimum wages in 1/1200 cent. */
export interface Before {
  readonly gross: Minor
  readonly pay: Minor
  readonly ceiling: Minor
  readonly capped: Minor
  readonly pensionCeiling: Minor
  readonly pensionT1: Minor
  readonly pensionT2: Minor
  readonly technical: Minor
  readonly unemployment: Minor
  readonly minimumWage: bigint
  readonly sicknessSupplement: Minor
  readonly familySupplement: Minor
  readonly reductionPay: Minor
  readonly reductionMinimumWage: bigint
  readonly reduction: Minor
}

/** Everything about a situation that does not depend on the gross. */
export interface Prepared {
  readonly profile: Profile
  /** What this payslip regularises against; zero where it stands alone. */
  readonly before: Before
  /** What the totals it returns start from. */
  readonly carried: Before
  readonly regularised: boolean
  /** Ceiling of this pay; `cappedApart`: of this engagement alone, never regularised. */
  readonly ceiling: Minor
  /** Contractual hours a week, in hundredths. */
  readonly weeklyHours: bigint
  /** Ceiling of this pay were the engagement full time. */
  readonly wholeCeiling: Minor
  readonly cappedApart: boolean
  /** Four ceilings of the days of an artist engaged under five days, to which CSG is abated; otherwise those of the month. */
  readonly csgLimit: Minor | undefined
  readonly pensionCeiling: Minor
  /** The complementary pension has ceilings of its own, or was regularised apart. */
  readonly pensionApart: boolean
  readonly minimumWage: bigint
  readonly minimumWageByPay: boolean
  /** The minimum wage of these hours with the premiums of overtime, in 1/1200 cent. */
  readonly minimumPay: bigint
  readonly overtime: OvertimeHours | undefined
  readonly sicknessThreshold: bigint
  readonly familyThreshold: bigint
  readonly deductionPercent: bigint
  readonly deductionLeft: Minor
  readonly deducted: Minor
  readonly raised: boolean
  readonly raiseBy: bigint
  readonly accidentRate: Rate
  /** Base of the accident contribution where there is no pay; 0 but for a project holder. */
  readonly accidentFlat: Minor
  readonly leaveFundRate: Rate | undefined
  readonly leaveFundCap: Minor | undefined
  readonly mobilityRate: Rate | undefined
  readonly coefficient: Coefficient | undefined
  readonly reductionPension: bigint
}

/** Hours of the legal month in hundredths, as the payslip prints them: 151.67. */
const LEGAL_MONTH = 15_167n

const NOTHING: Before = Object.freeze({
  gross: 0n,
  pay: 0n,
  ceiling: 0n,
  capped: 0n,
  pensionCeiling: 0n,
  pensionT1: 0n,
  pensionT2: 0n,
  technical: 0n,
  unemployment: 0n,
  minimumWage: 0n,
  sicknessSupplement: 0n,
  familySupplement: 0n,
  reductionPay: 0n,
  reductionMinimumWage: 0n,
  reduction: 0n,
})

let last: Prepared | undefined
let lastLaw: FrenchLaw | undefined
let lastParts: Pick<FrenchSituation, 'engagement' | 'period' | 'pay' | 'toDate'> | undefined

/**
 * Works out what the gross does not change. The last answer is kept: a budget is inverted with dozens of grosses for one
 * situation, and a batch often repeats its engagement and period.
 */
export function prepare(situation: FrenchSituation, law: FrenchLaw): Prepared {
  const { engagement, period, pay, toDate } = situation
  if (
    last &&
    lastLaw === law &&
    lastParts?.engagement === engagement &&
    lastParts.period === period &&
    lastParts.toDate === toDate &&
    lastParts.pay === pay
  )
    return last
  last = prepared(situation, law)
  lastLaw = law
  lastParts = { engagement, period, pay, toDate }
  return last
}

function prepared(situation: FrenchSituation, law: FrenchLaw): Prepared {
  const { engagement, period, pay } = situation
  const rules = law.contributions
  const profile = law.profile(engagement)
  const show = isShow(engagement)
  const toDate = sameYear(situation)
  const totals = show ? toDate?.show : toDate?.general
  const carried = totals ? carriedFrom(totals, toDate as ToDate, law) : NOTHING
  const regularised =
    totals !== undefined && (pay === 'settlement' || engagement.regularise === 'progressive')
  const before = regularised ? carried : NOTHING

  // A payment beside ordinary pay brings no ceiling and no hours of its own; alone, it stands in a whole month.
  const beside = pay === 'one-off' || pay === 'holiday' || pay === 'settlement'
  const month = daysInMonth(Number(period.from.slice(0, 4)), Number(period.from.slice(5, 7)))
  const worked = Number(period.to.slice(8)) - Number(period.from.slice(8)) + 1
  const days = BigInt(beside ? (regularised ? 0 : month) : worked)
  const weekly = BigInt(Math.round(engagement.weeklyHours * 100))
  const share = { of: days * weekly, in: BigInt(month) * 3500n }

  const artistByEngagement = engagement.status === 'artist' && contractOf(engagement) !== 'open-ended'
  const daily = artistByEngagement && !beside && daysEngaged(situation) < 5
  const overtime =
    engagement.overtime &&
    overtimeHours(
      situation,
      law,
      engagement.hours === undefined
        ? divide(52n * weekly * days, 12n * BigInt(month))
        : hundredths(engagement.hours),
      toDate?.overtimeExempt ?? 0n,
    )
  const ceiling = daily
    ? rules.hourlyCeiling * rules.artistDailyHours * BigInt(worked)
    : ceilingOf(rules.ceiling, share, overtime)
  const minimum = minimumWage(situation, rules.minimumWage, share, overtime)
  const ownPension = show && !engagement.executive
  const monthCounted = regularised && (toDate as ToDate).month === period.from.slice(0, 7)
  const pensionCeiling = ownPension ? (monthCounted || (beside && regularised) ? 0n : rules.ceiling) : ceiling

  const deduction = engagement.deduction === 'none' ? 0n : rules.deduction[engagement.deduction]
  const deducted = toDate?.deducted ?? 0n
  const reduced =
    engagement.status === 'artist'
      ? engagement.artistReduction
      : engagement.status === 'cape'
        ? rules.reductionProjectHolder
        : true
  return {
    profile,
    before,
    carried,
    regularised,
    ceiling,
    weeklyHours: weekly,
    wholeCeiling: weekly === 3500n ? ceiling : divide(rules.ceiling * days, BigInt(month)),
    cappedApart: artistByEngagement,
    csgLimit: daily ? 4n * ceiling : undefined,
    pensionCeiling,
    pensionApart: ownPension || artistByEngagement,
    minimumWage: minimum,
    minimumWageByPay: engagement.status === 'cesa' && rules.reductionByPay,
    minimumPay: overtime ? minimum + premiums(rules.minimumWage, overtime) : minimum,
    overtime,
    sicknessThreshold: rules.sicknessSupplement.numerator === 0n ? 0n : rules.sicknessThreshold,
    familyThreshold: rules.familySupplement.numerator === 0n ? 0n : rules.familyThreshold,
    deductionPercent: deduction,
    deductionLeft: deducted < rules.deductionMaximum ? rules.deductionMaximum - deducted : 0n,
    deducted,
    raised: profile.raised,
    raiseBy: (rules.leaveFundRaise.numerator * 100_000n) / rules.leaveFundRaise.denominator,
    accidentRate: shared(engagement.accidentRate ?? rules.accident, profile.artistShare),
    accidentFlat:
      engagement.status === 'cape' && !beside ? divide(rules.accidentFlatHour * LEGAL_MONTH, 100n) : 0n,
    leaveFundRate: profile.raised ? (engagement.leaveFundRate ?? rules.leaveFund) : undefined,
    leaveFundCap: engagement.leaveFundCap,
    mobilityRate:
      profile.staffFrom11 && engagement.mobilityRate && engagement.mobilityRate.numerator !== 0n
        ? shared(engagement.mobilityRate, profile.artistShare, 5)
        : undefined,
    coefficient: reduced ? law.coefficient(profile.large, profile.raised, profile.pensionPart) : undefined,
    reductionPension: profile.pensionPart,
  }
}

const minimumWageValue = (text: string) => parseAmount(text, 4) * 12n

/** Running totals of another year say nothing about this one. */
function sameYear({ toDate, period }: FrenchSituation): ToDate | undefined {
  return toDate?.month?.slice(0, 4) === period.from.slice(0, 4) ? toDate : undefined
}

function carriedFrom(totals: Totals, { month = '' }: ToDate, law: FrenchLaw): Before {
  const changed = month < law.reductionSince
  return {
    ...totals,
    minimumWage: minimumWageValue(totals.minimumWage),
    reductionPay: changed ? 0n : totals.reductionPay,
    reductionMinimumWage: changed ? 0n : minimumWageValue(totals.reductionMinimumWage),
    reduction: changed ? 0n : totals.reduction,
  }
}

/** Ceiling of a pay; complementary hours raise that of part time (CSS R242-2, R242-7). */
function ceilingOf(
  monthly: Minor,
  share: { of: bigint; in: bigint },
  overtime: OvertimeHours | undefined,
): Minor {
  if (!overtime?.complementary) return divide(monthly * share.of, share.in)
  // A legal month is 52 × 35 / 12 hours.
  const extra = { of: 12n * (overtime.hours + overtime.moreHours), in: 52n * 3500n }
  return divide(monthly * (share.of * extra.in + extra.of * share.in), share.in * extra.in)
}

/** Reference minimum wage by hours paid, overtime without its premium, in 1/1200 cent: 1820/12 hours a month at full time. */
function minimumWage(
  { engagement }: FrenchSituation,
  hourly: Minor,
  share: { of: bigint; in: bigint },
  overtime: OvertimeHours | undefined,
): bigint {
  const extra = overtime ? hourlyPay(hourly, overtime.hours + overtime.moreHours) : 0n
  const hours = engagement.hours ?? (engagement.fees === undefined ? undefined : engagement.fees * 12)
  if (hours !== undefined) return hourlyPay(hourly, hundredths(hours)) + extra
  return divide(hourly * 52n * 3500n * share.of, share.in) + extra
}

/** Hundredths of hours at an hourly pay, in 1/1200 cent. */
const hourlyPay = (hourly: Minor, hours: bigint) => (hourly * hours * MINIMUM_WAGE_UNIT) / 100n

const premiums = (hourly: Minor, { hours, moreHours, premium, morePremium }: OvertimeHours): bigint =>
  multiply(hourlyPay(hourly, hours), premium) + multiply(hourlyPay(hourly, moreHours), morePremium)

/** An establishment's rate as an artist bears it, rounded to two decimals of a percent (or as stated). */
function shared(rate: Rate, share: Rate | undefined, decimals = 4): Rate {
  if (!share) return rate
  const scale = 10n ** BigInt(decimals)
  return {
    numerator: divide(rate.numerator * share.numerator * scale, rate.denominator * share.denominator),
    denominator: scale,
  }
}
