import { approveAdjustment, type GroupActor, proposeAdjustment, writeBudget } from '@samen/core/consolidation'
import { addDays, type IsoDate, type Minor, monthOf } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'

export interface GroupFacts {
  readonly today: IsoDate
  readonly id: () => string
  /** What each office hopes to turn over in a month: minor units of its own currency. */
  readonly offices: readonly { readonly slug: string; readonly currency: string; readonly aMonth: Minor }[]
}

/** For a plan a round rate will do: units of a currency for one euro. */
const ABOUT: Readonly<Record<string, bigint>> = { EUR: 1n, HUF: 400n, SEK: 11n }
/** Of the turnover: gross wages, and what employers pay on them. */
const PLAN = { G4100: -100n, G5100: 55n, G5200: 17n } as const

/** What the group itself wrote down: a plan for the months of the history, and an entry of its own that two people decided. */
export async function fillGroupBooks(
  trx: Transaction,
  { first, second }: { readonly first: GroupActor; readonly second: GroupActor },
  { today, id, offices }: GroupFacts,
): Promise<void> {
  const months = [1, 2, 3].map((back) => monthBefore(today, back))
  await writeBudget(
    trx,
    first,
    offices.flatMap(({ slug: office, currency, aMonth }) =>
      months.flatMap((period) =>
        Object.entries(PLAN).map(([group, percent]) => ({
          office,
          group,
          period,
          amount: (aMonth * percent) / 100n / (ABOUT[currency] ?? 1n),
        })),
      ),
    ),
  )
  const adjustment = {
    groupAdjustmentId: id(),
    // The last month whose packs have come.
    period: monthBefore(today, 2),
    reverses: true,
    title: 'Audit of the group',
    reason: 'The work was done in this month; its invoice comes in the next.',
    lines: [
      { group: 'G5700', amount: 120_000n },
      { group: 'G2700', amount: -120_000n },
    ],
  }
  await proposeAdjustment(trx, first, adjustment)
  await approveAdjustment(trx, second, adjustment.groupAdjustmentId)
}

function monthBefore(today: IsoDate, back: number): string {
  let first = monthOf(today).from
  for (let count = 0; count < back; count++) first = monthOf(addDays(first, -1)).from
  return first.slice(0, 7)
}
