import {
  ACCOUNT_ROLES,
  addDays,
  type IsoDate,
  type Minor,
  monthOf,
  multiply,
  type Rate,
} from '../country/index.ts'
import type { RateTable, UsedRate } from '../rates/index.ts'
import { times } from './holding.ts'

/**
 * An office's books in the group's currency, as IAS 21.39 ff. says:
 *
 * - assets and liabilities, funds and budgets among them, at the rate of the day they are stated for (closing rate);
 * - income and expense at the average rate of the month that moved them, so that a year to date is the sum of its months
 *   and no later rate changes it;
 * - equity, the result of earlier years and the position an office joined the group with at the rate of their own time;
 * - what is then missing to zero is the translation difference, equity of the group.
 *
 * Books have no year-end entry: income and expense grow for ever. The group therefore states them from 1 January, and
 * what was earned before as accumulated result. Each part is rounded half up to the minor unit by itself, so every figure
 * is the sum of the parts shown under it.
 */

export type GroupAccountType = 'asset' | 'liability' | 'equity' | 'income' | 'expense'

export const ACCUMULATED_RESULT = 'G3800'
export const TRANSLATION_DIFFERENCE = 'G3900'

/** Accounts that no office keeps: they come about where the group adds up. */
export const GROUP_ONLY = Object.freeze({
  associates: 'G1410',
  goodwill: 'G1420',
  balancesThatDiffer: 'G2990',
  minorityInterest: 'G3950',
  shareOfAssociates: 'G4500',
  minorityResult: 'G5950',
  resultsThatDiffer: 'G5990',
})

const typeOfGroup = new Map<string, GroupAccountType>([
  ...ACCOUNT_ROLES.map(({ group, type }) => [group, type] as const),
  [ACCUMULATED_RESULT, 'equity'],
  [TRANSLATION_DIFFERENCE, 'equity'],
  [GROUP_ONLY.associates, 'asset'],
  [GROUP_ONLY.goodwill, 'asset'],
  [GROUP_ONLY.minorityInterest, 'equity'],
  [GROUP_ONLY.shareOfAssociates, 'income'],
  [GROUP_ONLY.minorityResult, 'expense'],
  [GROUP_ONLY.resultsThatDiffer, 'expense'],
])

/** Of an account of the group chart; what no role names is owed to an authority or set aside. */
export const groupAccountType = (group: string): GroupAccountType => typeOfGroup.get(group) ?? 'liability'

/** Groups whose accounts keep the rate of their own time, so that every month since the first counts. */
export const HISTORICAL_GROUPS: readonly string[] = [...typeOfGroup]
  .filter(([, type]) => type === 'income' || type === 'expense' || type === 'equity')
  .map(([group]) => group)

export interface OfficeAccount {
  readonly account: string
  readonly number: string
  readonly name: string
  readonly group: string
}

/** A balance-sheet account at the end of the month and of the month before. Minor units of the home currency. */
export interface Standing extends OfficeAccount {
  readonly opening: Minor
  readonly closing: Minor
}

/** What one month moved on an account of income, expense or equity; `joined` is what the first pack began with. */
export interface Movement extends OfficeAccount {
  /** First day of the month; of the first pack's month for `joined`. */
  readonly month: IsoDate
  readonly joined: boolean
  readonly amount: Minor
}

/** An office's books up to a month: all of them sum to zero. */
export interface OfficeBooks {
  readonly currency: string
  readonly standings: readonly Standing[]
  /** All since the first pack, up to the month. */
  readonly movements: readonly Movement[]
}

/** One product of an office's amount and a rate: the smallest part of a consolidated figure. */
export interface TranslatedPart extends OfficeAccount {
  readonly basis: 'closing' | 'average' | 'joining'
  /** The day a closing rate is of, the first day of an average's month. */
  readonly day: IsoDate
  readonly home: Minor
  /** Absent where the office keeps the group's own currency. */
  readonly rate: UsedRate | undefined
  readonly amount: Minor
}

export interface TranslatedBooks {
  readonly parts: readonly TranslatedPart[]
  /** What brings the parts to zero, if the books were at zero; debit positive. */
  readonly difference: Minor
  /** What the books themselves lack to zero, translated at the closing rate: zero, or the pack does not balance. */
  readonly unbalanced: Minor
}

/**
 * An office's books at the end of a month in the group's currency.
 *
 * @param at `end`: as they stand. `start`: as they stood when the month began, under the same year's split.
 * @throws Problem `rate-missing` naming the currency and the day; no rate is needed for what is zero.
 */
export function translateBooks(
  { currency, standings, movements }: OfficeBooks,
  { month, at, to, rates }: { month: IsoDate; at: 'end' | 'start'; to: string; rates: RateTable },
): TranslatedBooks {
  const { from: first, to: last } = monthOf(month)
  const stated = at === 'end' ? last : addDays(first, -1)
  const yearStart = `${first.slice(0, 4)}-01-01`
  const part = (
    account: OfficeAccount,
    basis: TranslatedPart['basis'],
    day: IsoDate,
    home: Minor,
  ): TranslatedPart => {
    const rate = rateFor(basis, day)
    return { ...account, basis, day, home, rate, amount: rate ? multiply(home, rate.rate) : home }
  }
  const rateFor = (basis: TranslatedPart['basis'], day: IsoDate): UsedRate | undefined => {
    if (currency === to) return undefined
    return basis === 'average' ? rates.average(currency, to, day) : rates.closing(currency, to, day)
  }
  const parts = [
    ...standings.flatMap(({ opening, closing, ...account }) => {
      const home = at === 'end' ? closing : opening
      return home === 0n ? [] : [part(account, 'closing', stated, home)]
    }),
    ...movements.flatMap(({ month: moved, joined, amount, ...account }) => {
      if (amount === 0n || (moved > stated && !joined)) return []
      const type = groupAccountType(account.group)
      const earlier = type !== 'equity' && (joined || moved < yearStart)
      const under = earlier ? { ...account, group: ACCUMULATED_RESULT } : account
      return [part(under, joined ? 'joining' : 'average', joined ? addDays(moved, -1) : moved, amount)]
    }),
  ]
  const home = parts.reduce((sum, one) => sum + one.home, 0n)
  const unbalanced = home === 0n ? 0n : part(NOBODY, 'closing', stated, home).amount
  const sum = parts.reduce((total, { amount }) => total + amount, 0n)
  return { parts, difference: unbalanced - sum, unbalanced }
}

const NOBODY: OfficeAccount = { account: '', number: '', name: '', group: '' }

/** A part of a figure by which the effect of rates is told; `share`: where the group has less than all of it. */
type RatedPart = Pick<TranslatedPart, 'home' | 'amount'> & { readonly basis: string; readonly share?: Rate }

/** Why there is a translation difference: each part that kept an older rate, and what the closing rate makes of it. */
export interface RateEffect<Part extends RatedPart> {
  readonly part: Part
  /** What the closing rate would have made of it, less what it was translated to. */
  readonly amount: Minor
}

/**
 * Opens a translation difference: the effects of the rates since, and what rounding leaves. All of them sum to the
 * difference of `translateBooks`, unless the books themselves do not balance.
 */
export function rateEffects<Part extends RatedPart>(
  { parts, difference }: { readonly parts: readonly Part[]; readonly difference: Minor },
  closing: UsedRate,
): { effects: readonly RateEffect<Part>[]; rounding: Minor } {
  const effects = parts
    .filter(({ basis }) => basis === 'average' || basis === 'joining')
    .map((part) => ({
      part,
      amount: multiply(part.home, part.share ? times(closing.rate, part.share) : closing.rate) - part.amount,
    }))
  return { effects, rounding: effects.reduce((left, { amount }) => left - amount, difference) }
}
