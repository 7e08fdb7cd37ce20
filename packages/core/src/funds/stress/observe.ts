import { invalid } from '../../problem/index.ts'

/** Invoices that were settled so many days after their due day, and such that were that old and still open. */
export interface DelayCount {
  readonly days: number
  readonly settled: number
  readonly open: number
}

/** Delays a table holds: each stands for one chance in two hundred. */
const DELAYS = 200

/** Without any history: half on time, most within a month, some far later. An assumption, and shown as one. */
export const ASSUMED_DELAYS: readonly number[] = Array.from({ length: DELAYS }, (_, index) => {
  const chance = (index + 0.5) / DELAYS
  return chance < 0.5 ? 0 : Math.min(120, Math.round(-12 * Math.log(2 * (1 - chance))))
})

/**
 * The distribution of payment delays as a table of equally likely values (Kaplan and Meier's estimate): an invoice still
 * open is not left out, it counts as one that takes at least so long. What lies beyond everything ever seen counts as the
 * longest delay seen. Empty when nothing was ever settled.
 */
export function delayTable(counts: readonly DelayCount[]): number[] {
  const sorted = [...counts].sort((a, b) => a.days - b.days)
  let atRisk = sorted.reduce((sum, { settled, open }) => sum + settled + open, 0)
  let unpaid = 1
  const table: number[] = []
  let longest: number | undefined
  for (const { days, settled, open } of sorted) {
    if (settled < 0 || open < 0) throw invalid('delays', 'A count is not negative.')
    if (settled > 0) {
      unpaid *= 1 - settled / atRisk
      longest = days
      while (table.length < DELAYS && (table.length + 0.5) / DELAYS < 1 - unpaid + 1e-12) table.push(days)
    }
    atRisk -= settled + open
  }
  if (longest === undefined) return []
  while (table.length < DELAYS) table.push(longest)
  return table
}

/** How long clients of one kind were watched, and how many failed. */
export interface HazardCount {
  readonly sector: string
  readonly age: AgeBand
  readonly clientYears: number
  readonly failures: number
}

/** How long the office has worked for a client. */
export type AgeBand = 'under-1' | '1-to-3' | 'over-3'

export const ageBand = (years: number): AgeBand => (years < 1 ? 'under-1' : years < 3 ? '1-to-3' : 'over-3')

/** One failure in fifty years of a client: what is believed before anything was seen. */
export const ASSUMED_HAZARD = 0.02
/** How many client years it takes until what was seen weighs as much as what was believed. */
export const BELIEF_YEARS = 50

export interface Hazard extends HazardCount {
  /** Failures a year. */
  readonly hazardAYear: number
  /** How much of it was seen: 0 all assumed, 1 all seen. */
  readonly seen: number
}

/** The hazard of each kind of client: what was seen, weighed against what was believed by how long it was watched. */
export function hazardsOf(counts: readonly HazardCount[]): Hazard[] {
  return counts.map((count) => ({
    ...count,
    hazardAYear: (ASSUMED_HAZARD * BELIEF_YEARS + count.failures) / (BELIEF_YEARS + count.clientYears),
    seen: count.clientYears / (BELIEF_YEARS + count.clientYears),
  }))
}

/** Settled invoices from which the office's own delays are believed. */
export const DELAYS_MIN = 30
