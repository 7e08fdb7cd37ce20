import {
  addDays,
  daysBetween,
  type Holidays,
  type IsoDate,
  monthOf,
  workingDaysBetween,
} from '../country/index.ts'

/** One calendar month's part of a job. */
export interface WagePeriod {
  readonly from: IsoDate
  readonly to: IsoDate
  /** The part's weight among the job's months: its working days. */
  readonly weight: bigint
}

/**
 * A job's days month by month, since a payslip lies within one. The months weigh by their working days; a job of
 * weekends and holidays only, by its calendar days.
 */
export function wagePeriods(
  from: IsoDate,
  to: IsoDate,
  holidays: Holidays,
  region?: string,
): readonly WagePeriod[] {
  if (to <= monthOf(from).to) return [{ from, to, weight: 1n }]
  const months: { from: IsoDate; to: IsoDate }[] = []
  for (let start = from; start <= to; ) {
    const end = monthOf(start).to
    months.push({ from: start, to: end < to ? end : to })
    start = addDays(end, 1)
  }
  const weighed = months.map((month) => ({
    ...month,
    weight: BigInt(workingDaysBetween(month.from, month.to, holidays, region)),
  }))
  if (weighed.some(({ weight }) => weight > 0n)) return weighed.filter(({ weight }) => weight > 0n)
  return months.map((month) => ({ ...month, weight: BigInt(daysBetween(month.from, month.to)) }))
}
