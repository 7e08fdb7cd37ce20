import { type Balance, changesOf } from './cash-flow.ts'
import { packAmount } from './pack-amount.ts'
import { ACCUMULATED_RESULT, GROUP_ONLY, TRANSLATION_DIFFERENCE } from './translate.ts'

/** How one kind of equity came from its opening to its closing balance. Minor units, credit positive. */
export interface EquityChange {
  /** Account of the group chart; the accumulated result holds the year's result, too. */
  readonly group: string
  readonly opening: bigint
  readonly result: bigint
  readonly rates: bigint
  /** Contributions, withdrawals, and what offices brought that joined meanwhile. */
  readonly other: bigint
  readonly closing: bigint
}

/** Changes in equity between two balance sheets (IAS 1.106), those of minorities last. Pure. */
export function equityChanges(
  opening: readonly Balance[],
  closing: readonly Balance[],
  decimals: number,
): EquityChange[] {
  const { types, flows } = changesOf(opening, closing, decimals)
  const minority = flows.get(GROUP_ONLY.minorityResult) ?? 0n
  const earned = -[...flows.values()].reduce((sum, amount) => sum + amount, 0n)
  const results = new Map([
    [ACCUMULATED_RESULT, earned],
    [GROUP_ONLY.minorityInterest, minority],
  ])
  const kinds = new Set([...types].flatMap(([group, type]) => (type === 'equity' ? [group] : [])))
  if (earned !== 0n) kinds.add(ACCUMULATED_RESULT)
  return [...kinds]
    .sort()
    .map((group) => {
      const [start, end] = [balanceOf(opening, group, decimals), balanceOf(closing, group, decimals)]
      const result = results.get(group) ?? 0n
      const rest = end - start - result
      const isRates = group === TRANSLATION_DIFFERENCE
      return {
        group,
        opening: start,
        result,
        rates: isRates ? rest : 0n,
        other: isRates ? 0n : rest,
        closing: end,
      }
    })
    .filter(({ group: _, ...figures }) => Object.values(figures).some((amount) => amount !== 0n))
}

/** Credit positive; the accumulated result with what was earned and is not brought forward. */
const balanceOf = (balances: readonly Balance[], wanted: string, decimals: number): bigint =>
  balances
    .filter(
      ({ group, type }) =>
        group === wanted || (wanted === ACCUMULATED_RESULT && (type === 'income' || type === 'expense')),
    )
    .reduce((sum, { total }) => sum - packAmount(total, decimals), 0n)
