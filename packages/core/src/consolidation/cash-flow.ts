import type { ConsolidatedAccount } from './consolidation.ts'
import { packAmount } from './pack-amount.ts'
import { ACCUMULATED_RESULT, GROUP_ONLY, TRANSLATION_DIFFERENCE } from './translate.ts'

/** Where a change of the group's bank balance came from. Minor units; what came in is positive. */
export interface CashLine {
  /** What brought it: a change of an account of the group chart, or a figure that no account holds. */
  readonly source: string | 'result' | 'equipment' | 'associates' | 'minorities'
  readonly amount: bigint
}

/** Indirect method (IAS 7.18 b): the result, less what of it moved no money, and the changes of everything but the bank. */
export interface CashFlow {
  readonly operating: readonly CashLine[]
  readonly investing: readonly CashLine[]
  readonly financing: readonly CashLine[]
  /** What rates did to offices in another currency, on all lines and on the bank itself. */
  readonly rates: bigint
  readonly opening: bigint
  readonly closing: bigint
}

/** Account and its balance, debit positive; income and expense since the year's first day. */
export type Balance = Pick<ConsolidatedAccount, 'group' | 'type' | 'total'>

const BANK = 'G1100'
const EQUIPMENT = ['G1500', 'G1510'] as const
const DEPRECIATION = 'G5500'
const INVESTING: readonly string[] = ['G1400', GROUP_ONLY.goodwill]

/**
 * The cash flow between two balance sheets. Pure.
 *
 * @throws Error when it does not explain the change of the bank balance to the cent: the accounts would not sum to zero.
 */
export function cashFlow(
  opening: readonly Balance[],
  closing: readonly Balance[],
  decimals: number,
): CashFlow {
  const change = changesOf(opening, closing, decimals)
  const of = (group: string) => change.balances.get(group) ?? 0n
  const { flows } = change
  const depreciation = flows.get(DEPRECIATION) ?? 0n
  const ofAssociates = flows.get(GROUP_ONLY.shareOfAssociates) ?? 0n
  const ofMinorities = flows.get(GROUP_ONLY.minorityResult) ?? 0n
  const earned = [...flows.values()].reduce((sum, amount) => sum + amount, 0n)
  const apart: readonly string[] = [BANK, ...EQUIPMENT, GROUP_ONLY.associates, GROUP_ONLY.minorityInterest]
  const lines = (wanted: (group: string) => boolean) =>
    [...change.balances]
      .filter(([group]) => wanted(group) && !apart.includes(group) && group !== TRANSLATION_DIFFERENCE)
      .map(([group, amount]): CashLine => ({ source: group, amount: -amount }))
  const isEquity = (group: string) => change.types.get(group) === 'equity'
  const isInvesting = (group: string) => INVESTING.includes(group)
  const moved = (all: readonly CashLine[]) => all.filter(({ amount }) => amount !== 0n)
  const found: CashFlow = {
    operating: moved([
      { source: 'result', amount: ofMinorities - earned },
      { source: DEPRECIATION, amount: depreciation },
      { source: GROUP_ONLY.shareOfAssociates, amount: ofAssociates },
      ...lines((group) => !isEquity(group) && !isInvesting(group)),
    ]),
    investing: moved([
      { source: 'equipment', amount: -of('G1500') - of('G1510') - depreciation },
      { source: 'associates', amount: -of(GROUP_ONLY.associates) - ofAssociates },
      ...lines(isInvesting),
    ]),
    financing: moved([
      ...lines(isEquity),
      { source: 'minorities', amount: -of(GROUP_ONLY.minorityInterest) - ofMinorities },
    ]),
    rates: -of(TRANSLATION_DIFFERENCE),
    opening: change.bank.opening,
    closing: change.bank.closing,
  }
  const explained = [found.operating, found.investing, found.financing]
    .flat()
    .reduce((sum, { amount }) => sum + amount, found.rates)
  if (found.opening + explained !== found.closing)
    throw new Error(`The cash flow explains ${explained} of ${found.closing - found.opening}.`)
  return found
}

/** What moved between two balance sheets, debit positive. Results not yet brought forward count as accumulated at the start. */
export function changesOf(opening: readonly Balance[], closing: readonly Balance[], decimals: number) {
  const types = new Map([...opening, ...closing].map(({ group, type }) => [group, type]))
  const balances = new Map<string, bigint>([...types].map(([group]) => [group, 0n]))
  const flows = new Map<string, bigint>()
  const add = (to: Map<string, bigint>, group: string, amount: bigint) =>
    to.set(group, (to.get(group) ?? 0n) + amount)
  const bank = { opening: 0n, closing: 0n }
  const isFlow = (type: Balance['type']) => type === 'income' || type === 'expense'
  for (const { group, type, total } of opening) {
    const amount = packAmount(total, decimals)
    add(balances, isFlow(type) ? ACCUMULATED_RESULT : group, -amount)
    if (group === BANK) bank.opening = amount
  }
  for (const { group, type, total } of closing) {
    const amount = packAmount(total, decimals)
    add(isFlow(type) ? flows : balances, group, amount)
    if (group === BANK) bank.closing = amount
  }
  for (const [group, type] of types) if (isFlow(type)) balances.delete(group)
  if (balances.has(ACCUMULATED_RESULT)) types.set(ACCUMULATED_RESULT, 'equity')
  return { types, balances, flows, bank }
}
