import { type Minor, multiply, type Rate } from '@samen/core/country'
import type { Bases } from './bases.ts'
import { contractDays, contractLength } from './days.ts'
import type { Law } from './law.ts'
import type { SpanishSituation } from './situation.ts'

/** The flat contribution at the end of a fixed-term contract of fewer than 30 days (LGSS art. 151). */
export function shortContract(situation: SpanishSituation, { social }: Law): Minor {
  const { engagement, period, pay } = situation
  if (engagement.contract !== 'production' || engagement.status === 'artist') return 0n
  if (pay !== 'part' && pay !== 'ordinary') return 0n
  const length = contractLength(situation)
  if (length === undefined || length >= social.shortContractDays) return 0n
  const { to = '' } = contractDays(situation)
  return to >= period.from && to <= period.to ? social.shortContract : 0n
}

/** Days of a year of 365 for every day paid: a share of the pay. */
export function endIndemnity(situation: SpanishSituation, { social }: Law, bases: Bases): Minor {
  const { engagement, pay } = situation
  if (engagement.endIndemnity !== 'set-aside' || engagement.contract !== 'production') return 0n
  const days =
    engagement.status === 'artist' && isLong(situation)
      ? social.artistLongIndemnityDays
      : social.endIndemnityDays
  return pay === 'settlement' ? 0n : multiply(bases.pay, indemnityRate(days))
}

/** More than eighteen months, the extensions within the stated days. */
function isLong(situation: SpanishSituation): boolean {
  const { from, to } = contractDays(situation)
  if (from === undefined || to === undefined) return false
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  const whole = months(to) - months(from)
  return whole > 18 || (whole === 18 && to.slice(8) >= from.slice(8))
}

const indemnityRate = (days: number): Rate => ({ numerator: BigInt(days), denominator: 365n })
