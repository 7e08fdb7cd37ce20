import type { IsoDate } from '../country/index.ts'
import type { PackFund, PackStatistic } from '../packs/index.ts'
import type { RateSource } from '../rates/index.ts'
import type { Elimination } from './eliminate.ts'
import type { HoldingMethod } from './holding.ts'
import type { Match } from './match.ts'
import type { GroupAccountType } from './translate.ts'

/** The group's figures of a month. Amounts are decimal text in major units; debit positive, credit negative. */
export interface Consolidation {
  readonly period: string
  readonly currency: string
  readonly offices: readonly ConsolidatedOffice[]
  /** Offices of the group whose pack of the month has not arrived: the figures are without them. */
  readonly missing: readonly { slug: string; name: string }[]
  readonly accounts: readonly ConsolidatedAccount[]
  readonly funds: readonly ConsolidatedFund[]
  readonly statistics: readonly ConsolidatedStatistic[]
  /** Sum of all accounts: zero, or the packs do not balance. */
  readonly difference: string
  /** What was taken out because offices did it among themselves. */
  readonly eliminations: readonly ConsolidatedElimination[]
  /** The group's own entries that count in the month. */
  readonly adjustments: readonly ConsolidatedAdjustment[]
  /** What offices say of each other and do not agree about, largest first; what agrees is not listed. */
  readonly differences: readonly OfficeDifference[]
  /** When the group closed the month; null while it is open. */
  readonly closedAt: string | null
  /** Packs that corrected others after the group had closed the month: its figures are restated. */
  readonly restated: readonly RestatedOffice[]
}

export interface GroupAmount {
  readonly group: string
  readonly amount: string
}

export interface ConsolidatedElimination {
  readonly kind: Elimination['kind']
  /** `balance`: in alphabetical order. `supply`, `margin`: who supplied first. `participation`: whose shares, alone. */
  readonly offices: readonly string[]
  readonly lines: readonly GroupAmount[]
}

export interface ConsolidatedAdjustment {
  readonly groupAdjustmentId: string
  readonly period: string
  readonly title: string
  readonly reason: string
  readonly proposedBy: string
  readonly approvedBy: string
  /** What it does to this month's figures: nothing once it is reversed within a year. */
  readonly lines: readonly GroupAmount[]
}

export interface OfficeDifference {
  readonly kind: Match['kind']
  readonly first: string
  readonly second: string
  readonly firstSays: string
  readonly secondSays: string
  readonly difference: string
  /** `alone`: the other's pack of the month is not there. */
  readonly state: Match['state']
  /** The first month of those in a row in which they did not agree; null while the other's pack is missing. */
  readonly since: string | null
}

export interface RestatedOffice {
  readonly office: string
  readonly packNo: number
  readonly supersedes: number
  readonly receivedAt: string
}

export interface ConsolidatedOffice {
  readonly slug: string
  readonly name: string
  readonly country: string
  readonly currency: string
  readonly packNo: number
  readonly hash: string
  /** Null where the office keeps the group's currency. */
  readonly closingRate: RateView | null
  readonly averageRate: RateView | null
  /** Effect of rates that changed: what assets and debts gained or lost in the group's currency since they arose. */
  readonly translationDifference: string
  readonly method: HoldingMethod
  /** The group's share as a fraction: `1`, `3/4`. */
  readonly share: string
}

/** A rate for the reader; the computation uses the exact fraction. */
export interface RateView {
  /** Units of the office's currency for one unit of the group's, to six decimals. */
  readonly perUnit: string
  /** Day of a closing rate, last day of an average's month. */
  readonly day: IsoDate
  readonly firstQuotedOn: IsoDate
  readonly lastQuotedOn: IsoDate
  /** How many published figures it rests on. */
  readonly quotes: number
  readonly source: RateSource
}

export interface ConsolidatedAccount {
  readonly group: string
  readonly name: string
  readonly type: GroupAccountType
  /** At the end of the month, by office as its method says, and in all; income and expense from 1 January. */
  readonly byOffice: Readonly<Record<string, string>>
  /** What others own of offices that stand in the figures whole. */
  readonly minority: string
  readonly eliminations: string
  readonly adjustments: string
  /** The sum of the columns. */
  readonly total: string
  /** What the month itself added; on assets and debts of an office with another currency also what its rate did. */
  readonly movementByOffice: Readonly<Record<string, string>>
  readonly movement: string
}

export type ConsolidatedFund = PackFund & { readonly office: string; readonly home: HomeAmounts }
export type ConsolidatedStatistic = PackStatistic & {
  readonly office: string
  readonly country: string
  readonly home: HomeAmounts
}

/** The amounts as the office stated them, in its own currency. */
export type HomeAmounts = Readonly<Record<string, string | null>>
