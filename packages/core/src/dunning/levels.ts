import { dayNumber, type IsoDate, type Minor } from '../country/index.ts'

/** A step of reminding: so many days after the due day. */
export interface DunningLevel {
  readonly daysAfterDue: number
  /** Asked for the letter itself, minor units: only where law or contract allows it. */
  readonly fee: Minor
}

/** When an office reminds, from a day on until the next rule. */
export interface DunningRule {
  readonly from: IsoDate
  /** Rising by days; the last one announces what follows. */
  readonly levels: readonly DunningLevel[]
  /** What recovery costs for each invoice where the law states it in another currency: minor units; null: as the law has it. */
  readonly recoveryCost: Minor | null
}

/** Levels a rule has at most. */
export const LEVELS_MAX = 5

/** How an office reminds that has decided nothing: after one, three and five weeks, at no charge. */
export const ORDINARY_RULE: DunningRule = Object.freeze({
  from: '2000-01-01',
  levels: [7, 21, 35].map((daysAfterDue) => ({ daysAfterDue, fee: 0n })),
  recoveryCost: null,
})

/** The rule in force on a day. */
export const ruleOn = (rules: readonly DunningRule[], day: IsoDate): DunningRule =>
  [...rules].sort((a, b) => (a.from < b.from ? -1 : 1)).findLast(({ from }) => from <= day) ?? ORDINARY_RULE

/** What an invoice was reminded of so far. */
export interface Reminded {
  /** 0: never. */
  readonly level: number
  readonly on: IsoDate | null
}

/**
 * The level an overdue invoice is due for; undefined when it is none's turn. Levels are taken one after the other, and
 * between two letters lies at least the time between their levels, so that nobody gets the last warning the day after the
 * first reminder. Pure.
 */
export function nextLevel(
  { levels }: Pick<DunningRule, 'levels'>,
  dueOn: IsoDate,
  { level, on }: Reminded,
  today: IsoDate,
): number | undefined {
  const next = levels[level]
  if (!next || daysFrom(dueOn, today) < next.daysAfterDue) return undefined
  const before = levels[level - 1]
  if (before && on && daysFrom(on, today) < next.daysAfterDue - before.daysAfterDue) return undefined
  return level + 1
}

/** Days that have passed between two days. */
export const daysFrom = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from)
