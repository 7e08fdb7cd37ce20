import type { Minor, PayslipLine } from '@samen/core/country'
import type { StructuralTable } from '../parameters/structural-reduction.ts'
import { portion, roundedShare } from './arithmetic.ts'
import type { Engagement } from './situation.ts'
import type { QuarterTotals } from './to-date.ts'

/** Wages and work of the quarter so far, this pay included. */
export interface QuarterWork {
  /** W: wages at 100 %. */
  readonly wages: Minor
  readonly days: bigint
  readonly hours: bigint
  /** The basic employer contribution with moderation of the quarter so far, which the reduction cannot exceed. */
  readonly contribution: Minor
  /** A whole month of which no running totals tell what else the quarter holds: the quarter is taken to go on like it. */
  readonly monthAlone: boolean
}

/**
 * The structural reduction (category 1) credited by a pay: that of the quarter so far as if it ended here, less what
 * earlier pays of the quarter credited. It only grows from pay to pay; a settlement takes back what was too much. A month
 * asked alone is credited a third of the quarter it would make, as payroll offices print it.
 */
export function structuralReductionLine(
  work: QuarterWork,
  engagement: Engagement,
  quarter: QuarterTotals,
  settling: boolean,
  table: StructuralTable,
): PayslipLine | undefined {
  const partTime = engagement.hoursPerWeek < engagement.fullTimeHoursPerWeek
  const worked = partTime ? work.hours : work.days
  if (worked === 0n) return undefined
  // Thirteen weeks of a full-timer, in the same hundredths of hours or days as `worked`.
  const fullQuarter =
    13n * (partTime ? engagement.fullTimeHoursPerWeek : BigInt(engagement.daysPerWeek) * 100n)
  const reference = roundedShare(work.wages, roundedShare(fullQuarter, 100n, worked), 100n)
  const reduction =
    portion(notNegative(table.s0 - reference), table.alpha) +
    portion(notNegative(table.s2 - reference), table.gamma)
  const { hoursPerWeek, fullTimeHoursPerWeek } = engagement
  const performance = !work.monthAlone
    ? roundedShare(worked, 100n, fullQuarter)
    : partTime
      ? roundedShare(hoursPerWeek, 100n, fullTimeHoursPerWeek)
      : 100n
  const halfTime = hoursPerWeek * 2n >= fullTimeHoursPerWeek
  const due = withPerformance(reduction, performance, halfTime)
  const granted = least(work.monthAlone ? roundedShare(due, 1n, 3n) : due, work.contribution)
  const credit = granted - quarter.structural
  if (credit === 0n || (credit < 0n && !settling)) return undefined
  return {
    code: 'structural-reduction',
    kind: 'mutual',
    base: reference,
    employee: 0n,
    employer: -credit,
    authority: 'onss',
    why: {
      rule: 'structural-reduction',
      source: 'Programme act of 24 December 2002 (I), art. 326-337; Royal Decree of 16 May 2003',
      inputs: {
        reference,
        reduction,
        performance: { numerator: performance, denominator: 100n },
        granted,
        before: quarter.structural,
      },
    },
  }
}

/** Ps = R × mu × beta, mu in hundredths: from 0.80 on the whole R, below a raised share, below 0.275 only from half-time. */
function withPerformance(reduction: Minor, performance: bigint, halfTime: boolean): Minor {
  if (performance >= 80n) return reduction
  if (performance * 10n < 275n && !halfTime) return 0n
  const beta = performance > 55n ? 11_800n + 28n * (performance - 55n) : 11_800n
  return roundedShare(reduction, performance * beta, 1_000_000n)
}

const least = (a: Minor, b: Minor): Minor => (a < b ? a : b)
const notNegative = (amount: Minor): Minor => (amount < 0n ? 0n : amount)
