import { addDays, dayNumber, weekday } from '@samen/core/country'
import type { Engagement, FrenchSituation } from './situation.ts'

const SUNDAY = 7

export const isShow = ({ status }: Engagement): boolean => status === 'artist' || status === 'technician'

export type ContractKind = 'open-ended' | 'fixed-term' | 'customary'

/**
 * CDDU for artists and technicians, CDI for all others, where the situation does not say. The words that all countries
 * share for a contract with an end mean the kind such a contract ordinarily is here.
 */
export function contractOf(engagement: Engagement): ContractKind {
  const { contract } = engagement
  if (contract === 'open-ended' || contract === 'fixed-term' || contract === 'customary') return contract
  if (isShow(engagement)) return 'customary'
  return contract === undefined ? 'open-ended' : 'fixed-term'
}

/**
 * Congés Spectacles pays the leave of artists and technicians on customary contracts of less than twelve months
 * (Code du travail D7121-40 ff.).
 */
export const paysLeaveByFund = (engagement: Engagement): boolean =>
  engagement.leaveFund ??
  (isShow(engagement) &&
    contractOf(engagement) === 'customary' &&
    (engagement.startsOn === undefined ||
      engagement.endsOn === undefined ||
      lastsAtMostMonths(engagement.startsOn, addDays(engagement.endsOn, 1), 12)))

/** A customary contract of at most three months bears the unemployment surcharge. */
export const isShortCustomary = (engagement: Engagement): boolean =>
  contractOf(engagement) === 'customary' &&
  (engagement.startsOn === undefined ||
    engagement.endsOn === undefined ||
    lastsAtMostMonths(engagement.startsOn, engagement.endsOn, 3))

/** Whether the neutral rate comes with the short-contract allowance: at most two months, from day to day. */
export function isShortContract({ engagement, period }: FrenchSituation): boolean {
  if (contractOf(engagement) === 'open-ended' || engagement.status === 'cape') return false
  return lastsAtMostMonths(engagement.startsOn ?? period.from, engagement.endsOn ?? period.to, 2)
}

/** Calendar days of the whole engagement; an open-ended one has no end. */
export function daysEngaged({ engagement, period }: FrenchSituation): number {
  if (contractOf(engagement) === 'open-ended') return Number.POSITIVE_INFINITY
  return dayNumber(engagement.endsOn ?? period.to) - dayNumber(engagement.startsOn ?? period.from) + 1
}

/** From day to day: 14 March to 13 May lasts two months, to 14 May it lasts longer. */
export function lastsAtMostMonths(from: string, to: string, months: number): boolean {
  const index = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months
  const month = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
  // Compared as text: the 31st of a shorter month lies after its last day, as it should.
  return to < `${month}-${from.slice(8)}`
}

/** Working days (jours ouvrables, Monday to Saturday) of a period, at least one. */
export function workingDays({ from, to }: { readonly from: string; readonly to: string }): number {
  let days = 0
  for (let day = from; day <= to; day = addDays(day, 1)) if (weekday(day) !== SUNDAY) days++
  return Math.max(1, days)
}
