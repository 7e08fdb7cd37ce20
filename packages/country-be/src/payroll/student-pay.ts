import type { Minor, PayslipBody, PayslipLine, Why } from '@samen/core/country'
import { DIMONA_TYPE } from '../declarations/dimona.ts'
import { portion, roundedShare } from './arithmetic.ts'
import { employerCost, insuranceCost, insuranceLine } from './employer-contributions.ts'
import type { Law, SocialLaw } from './law.ts'
import { belgianPayslip, WAGE } from './payslip.ts'
import { calendarMonth } from './running-totals.ts'
import { contributionsOn, wageTaxOn } from './single-steps.ts'
import type { BelgianSituation } from './situation.ts'
import type { ToDate } from './to-date.ts'
import { minimumWageFigures, workOf } from './work-done.ts'

const SOURCE = 'Royal Decree of 28 November 1969, art. 17bis; NSSO instructions, « Étudiants »'

/**
 * A pay of a student. The hours that fit the year's quota bear the solidarity contribution and no wage tax; those beyond
 * are ordinary pay of an employee, manual worker or artist (NSSO instructions: « à partir de la 476ème heure », now 651st).
 */
export function studentPay(situation: BelgianSituation, law: Law, gross: Minor): PayslipBody<ToDate> {
  const share = shareOf(situation, law.social, gross)
  const within = withinQuota(situation, law.social, share)
  const beyond =
    share.beyond > 0n ? belgianPayslip(ordinaryPart(situation, share), law, share.beyond) : undefined
  const lines: PayslipLine[] = beyond === undefined ? within : [...within, ...beyond.lines]
  const insurance = insuranceLine(gross, situation.engagement.workAccidentRate)
  if (insurance !== undefined) lines.push(insurance)
  const year = situation.period.from.slice(0, 4)
  const work = workOf(situation, calendarMonth(situation.period.from))
  return {
    earnings: [{ code: 'wage', amount: gross, why: WAGE }],
    lines,
    taxable: beyond?.taxable ?? 0n,
    figures: minimumWageFigures(situation, law, gross, work),
    toDate: {
      ...(beyond?.toDate ?? situation.toDate),
      student: { of: year, hours: hoursHere(situation, year) + share.hours },
    },
  }
}

/** Employer cost of a student's gross, as the lines of `studentPay` add up. */
export function studentCost(situation: BelgianSituation, law: Law, gross: Minor): Minor {
  const { social } = law
  const share = shareOf(situation, social, gross)
  const beyond = share.beyond > 0n ? employerCost(ordinaryPart(situation, share), law, share.beyond) : 0n
  return (
    share.within +
    portion(share.within, social.studentEmployerRate) +
    portion(share.within, social.asbestosRate) +
    beyond +
    insuranceCost(gross, situation.engagement.workAccidentRate)
  )
}

/** Contributions on a stated base, split by hours as the pay is. */
export function studentContributions(
  situation: BelgianSituation,
  law: Law,
  base: Minor,
): readonly PayslipLine[] {
  const share = shareOf(situation, law.social, base)
  const within = withinQuota(situation, law.social, share)
  return share.beyond === 0n
    ? within
    : [...within, ...contributionsOn(ordinaryPart(situation, share), law, share.beyond)]
}

/** Wage tax on a stated pay: on the part for hours beyond the quota. */
export function studentTax(situation: BelgianSituation, law: Law, taxable: Minor): readonly PayslipLine[] {
  const share = shareOf(situation, law.social, taxable)
  return share.beyond === 0n ? [] : wageTaxOn(ordinaryPart(situation, share), law, share.beyond)
}

interface QuotaShare {
  /** Gross for hours within the quota and beyond it. */
  readonly within: Minor
  readonly beyond: Minor
  /** Hours of this pay within the quota, those used before it, and all hours of this pay. */
  readonly hours: number
  readonly before: number
  readonly worked: number
}

function shareOf(situation: BelgianSituation, law: SocialLaw, gross: Minor): QuotaShare {
  const { student } = situation.engagement
  const worked = student?.hours ?? hoursPaid(situation)
  const before = hoursHere(situation, situation.period.from.slice(0, 4)) + (student?.hoursElsewhere ?? 0)
  const left = Math.max(0, law.studentHours - before)
  const hours = Math.min(worked, left)
  // Pay without work (a holiday, sickness) follows the quota without using it.
  const all = hours === worked && (worked > 0 || left > 0)
  const within = all ? gross : worked === 0 ? 0n : roundedShare(gross, BigInt(hours), BigInt(worked))
  return { within, beyond: gross - within, hours, before, worked }
}

/** A begun hour counts whole (securex.be, heures prises en compte). */
function hoursPaid(situation: BelgianSituation): number {
  const { hours } = workOf(situation, calendarMonth(situation.period.from))
  return Number((hours + 99n) / 100n)
}

function hoursHere({ toDate }: BelgianSituation, year: string): number {
  return toDate?.student?.of === year ? toDate.student.hours : 0
}

function withinQuota(situation: BelgianSituation, law: SocialLaw, share: QuotaShare): PayslipLine[] {
  const { within: base } = share
  if (base === 0n) return []
  const why: Why = {
    rule: 'student-contribution',
    source: SOURCE,
    inputs: {
      quota: law.studentHours,
      before: share.before,
      hours: share.hours,
      worked: share.worked,
      workerCode: situation.engagement.status === 'worker' ? '840' : '841',
      dimona: DIMONA_TYPE.student,
    },
  }
  const employer = (code: string, rate: SocialLaw['asbestosRate'], source: string): PayslipLine => ({
    code,
    kind: 'contribution',
    base,
    employerRate: rate,
    employee: 0n,
    employer: portion(base, rate),
    authority: 'onss',
    why: { rule: code, source },
  })
  const lines: PayslipLine[] = [
    {
      code: 'student-contribution',
      kind: 'contribution',
      base,
      employeeRate: law.studentEmployeeRate,
      employee: portion(base, law.studentEmployeeRate),
      employer: 0n,
      authority: 'onss',
      why,
    },
    employer('student-contribution-employer', law.studentEmployerRate, SOURCE),
  ]
  if (law.asbestosRate.numerator > 0n)
    lines.push(
      employer(
        'asbestos-fund-students',
        law.asbestosRate,
        'Programme act of 27 December 2006 (I), art. 113; NSSO instructions, « Étudiants »',
      ),
    )
  return lines
}

/** The hours beyond the quota as an ordinary engagement of their own; the insurance premium stands on the whole pay. */
function ordinaryPart(situation: BelgianSituation, share: QuotaShare): BelgianSituation {
  const work = workOf(situation, calendarMonth(situation.period.from))
  const [beyond, worked] = [BigInt(share.worked - share.hours), BigInt(share.worked)]
  const part = (quantity: bigint) => (worked === 0n ? quantity : roundedShare(quantity, beyond, worked))
  return {
    ...situation,
    engagement: {
      ...situation.engagement,
      scheme: 'ordinary',
      days: part(work.days),
      hours: part(work.hours),
      workAccidentRate: undefined,
    },
  }
}
