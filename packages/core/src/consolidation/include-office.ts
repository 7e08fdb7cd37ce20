import { GROUP_CHART, type IsoDate, type Minor, multiply, type Rate } from '../country/index.ts'
import type { UsedRate } from '../rates/index.ts'
import {
  type Holding,
  type HoldingTerms,
  holdingOn,
  lineShare,
  minorityShare,
  times,
  WHOLE,
} from './holding.ts'
import {
  GROUP_ONLY,
  groupAccountType,
  type OfficeAccount,
  TRANSLATION_DIFFERENCE,
  type TranslatedBooks,
  type TranslatedPart,
} from './translate.ts'

/**
 * How one office's translated books enter the group's, by the method and share that hold.
 *
 * A change within the year: the balance sheet stands by what holds in the month it is of; each month's income and expense
 * stays by what held in that month (IFRS 10.B88, IAS 28.22), so that no later change rewrites a month. What the two leave
 * between them is a transaction with owners and goes to reserves (IFRS 10.23), on a line of its own; it is zero where
 * nothing changed.
 *
 * Every product is rounded half up to the minor unit by itself. The last line of each office (translation difference, minority
 * interest, associates) takes up the cents, so that the whole sums to zero.
 */

/** The smallest part of a group figure that comes from an office. */
export interface IncludedLine {
  readonly group: string
  /** The office's account; of a line the method makes, an account of the group chart. */
  readonly account: OfficeAccount
  /** `share`: of a sum already translated. `change`: of method or share within the year. */
  readonly basis: TranslatedPart['basis'] | 'difference' | 'share' | 'change'
  readonly day: IsoDate
  readonly home: Minor
  readonly rate: UsedRate | undefined
  readonly share: Rate
  readonly amount: Minor
}

export interface IncludedOffice {
  readonly office: string
  readonly holding: HoldingTerms
  readonly lines: readonly IncludedLine[]
  /** What moves from the group's owners to the others: sums to zero, unless the share changed within the year. */
  readonly minority: readonly { readonly group: string; readonly amount: Minor }[]
}

/** @param month first day of the month the books are stated for, by which the method is chosen. */
export function includeOffice(
  office: string,
  { parts, difference, unbalanced }: TranslatedBooks,
  { month, holdings }: { month: IsoDate; holdings: readonly Holding[] },
): IncludedOffice {
  const standing = holdingOn(holdings, office, month)
  const flows = parts.filter(({ group }) => isFlow(group))
  const stocks = parts.filter(({ group }) => !isFlow(group))
  const results = [...Map.groupBy(flows, ({ day }) => day)].map(([day, own]) => ({
    day,
    own,
    result: sumOf(own),
    held: holdingOn(holdings, office, day),
  }))
  const equity = equityOf(stocks, difference)
  const lines = [
    ...stockLines(standing, { month, parts, stocks, difference, unbalanced, equity, results }),
    ...results.flatMap(flowLines),
  ]
  const minority = minorityLines(standing, equity, results)
  const kept = multiply(unbalanced, lineShare(standing))
  const change = kept - sumOf(lines) - sumOf(minority)
  if (change !== 0n) lines.push({ ...made(RESERVES, 'change', month), amount: change })
  return { office, holding: standing, lines, minority }
}

/** Where a change of method or share within the year ends up. */
const RESERVES = 'G3500'

interface MonthResult {
  readonly day: IsoDate
  readonly own: readonly TranslatedPart[]
  readonly result: Minor
  readonly held: HoldingTerms
}

interface Stocks {
  readonly month: IsoDate
  readonly parts: readonly TranslatedPart[]
  readonly stocks: readonly TranslatedPart[]
  readonly difference: Minor
  readonly unbalanced: Minor
  readonly equity: ReadonlyMap<string, Minor>
  readonly results: readonly MonthResult[]
}

function stockLines(standing: HoldingTerms, given: Stocks): IncludedLine[] {
  const { month, parts, stocks, difference, unbalanced, equity, results } = given
  if (standing.method === 'equity') {
    const own = [...equity].map(([group, amount]) => ({
      ...made(group, 'share', month, standing.share),
      amount: multiply(amount, standing.share),
    }))
    const earned = results.reduce((sum, { result }) => sum + multiply(result, standing.share), 0n)
    const worth = {
      ...made(GROUP_ONLY.associates, 'share', month, standing.share),
      amount: -sumOf(own) - earned,
    }
    return [...own, worth]
  }
  const share = lineShare(standing)
  const rest =
    standing.method === 'full'
      ? difference
      : multiply(unbalanced, share) - parts.reduce((sum, part) => sum + scaled(part, share), 0n)
  return [
    ...stocks.map((part) => included(part, share)),
    ...(rest === 0n ? [] : [{ ...made(TRANSLATION_DIFFERENCE, 'difference', month, share), amount: rest }]),
  ]
}

function flowLines({ day, own, result, held }: MonthResult): IncludedLine[] {
  if (held.method === 'equity')
    return [
      {
        ...made(GROUP_ONLY.shareOfAssociates, 'share', day, held.share),
        amount: multiply(result, held.share),
      },
    ]
  return own.map((part) => included(part, lineShare(held)))
}

function minorityLines(
  standing: HoldingTerms,
  equity: ReadonlyMap<string, Minor>,
  results: readonly MonthResult[],
): { group: string; amount: Minor }[] {
  const others = minorityShare(standing)
  const taken = [
    ...[...equity].map(([group, amount]) => ({ group, amount: -multiply(amount, others) })),
    ...results.map(({ result, held }) => ({
      group: GROUP_ONLY.minorityResult,
      amount: -multiply(result, minorityShare(held)),
    })),
  ].filter(({ amount }) => amount !== 0n)
  const owned =
    [...equity.values()].reduce((sum, amount) => sum + multiply(amount, others), 0n) +
    results.reduce((sum, { result }) => sum + multiply(result, others), 0n)
  return owned === 0n ? taken : [...taken, { group: GROUP_ONLY.minorityInterest, amount: owned }]
}

/** The equity accounts of an office at 100 %, its translation difference among them; credit negative. */
function equityOf(stocks: readonly TranslatedPart[], difference: Minor): Map<string, Minor> {
  const sums = new Map<string, Minor>(difference === 0n ? [] : [[TRANSLATION_DIFFERENCE, difference]])
  for (const { group, amount } of stocks)
    if (groupAccountType(group) === 'equity') sums.set(group, (sums.get(group) ?? 0n) + amount)
  return sums
}

export const isFlow = (group: string): boolean => ['income', 'expense'].includes(groupAccountType(group))

/** Home amount, rate and share in one product, rounded once. */
const scaled = ({ home, rate }: Pick<TranslatedPart, 'home' | 'rate'>, share: Rate): Minor =>
  multiply(home, rate ? times(rate.rate, share) : share)

const included = (part: TranslatedPart, share: Rate): IncludedLine => {
  const { group, account, number, name, basis, day, home, rate } = part
  return {
    group,
    account: { account, number, name, group },
    basis,
    day,
    home,
    rate,
    share,
    amount: share === WHOLE ? part.amount : scaled(part, share),
  }
}

const made = (group: string, basis: IncludedLine['basis'], day: IsoDate, share: Rate = WHOLE) => ({
  group,
  account: { account: group.toLowerCase(), number: group, name: GROUP_CHART[group] ?? group, group },
  basis,
  day,
  home: 0n,
  rate: undefined,
  share,
})

const sumOf = (lines: readonly { readonly amount: Minor }[]): Minor =>
  lines.reduce((sum, { amount }) => sum + amount, 0n)
