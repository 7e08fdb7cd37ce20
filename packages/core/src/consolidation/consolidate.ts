import { CURRENCY_DECIMALS, formatAmount, type Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { groupClosedAt, missingOffices } from '../packs/index.ts'
import type { GroupAdjustment } from './adjustments.ts'
import type { Consolidation } from './consolidation.ts'
import { accountsView, fundsView, officeView, statisticsView } from './figure-views.ts'
import { groupFigures } from './group-figures.ts'
import type { IncludedOffice } from './include-office.ts'
import { officeDifferences } from './office-differences.ts'
import { packAmount } from './pack-amount.ts'

/**
 * The packs the group received of a month (`2026-10`) in the group's currency, by account of the group chart and by office
 * (`translateBooks` says how), each office by its method and share (`includeOffice`), without what offices did among themselves
 * (`eliminate`), with the group's own entries. All accounts sum to zero to the cent.
 *
 * @throws Problem `rate-missing` when a rate that is needed is not there; `refused` when an office changed its currency.
 */
export async function consolidate(
  trx: Transaction,
  groupOfficeId: string,
  { period }: { period: string },
): Promise<Consolidation> {
  const figures = await groupFigures(trx, groupOfficeId, period)
  const { currency, translated, sheet, adjustments } = figures
  const decimals = CURRENCY_DECIMALS[currency] ?? 2
  const text = (amount: Minor) => formatAmount(amount, decimals)
  const amounts = (lines: readonly { group: string; amount: Minor }[]) =>
    lines.map(({ group, amount }) => ({ group, amount: text(amount) }))
  const closedAt = await groupClosedAt(trx, groupOfficeId, period)
  const accounts = accountsView(figures, decimals)
  return {
    period,
    currency,
    offices: translated.map((one, at) => officeView(one, sheet.end.offices[at] as IncludedOffice, decimals)),
    missing: await missingOffices(trx, groupOfficeId, period),
    accounts,
    funds: translated.flatMap((one) => fundsView(one, decimals)),
    statistics: translated.flatMap((one) => statisticsView(one, decimals)),
    difference: text(accounts.reduce((sum, { total }) => sum + packAmount(total, decimals), 0n)),
    eliminations: sheet.end.eliminations.map(({ kind, offices, lines }) => ({
      kind,
      offices,
      lines: amounts(lines),
    })),
    adjustments: sheet.end.adjustments.map(({ groupAdjustmentId, lines }) => {
      const { title, reason, period, proposedBy, decidedBy } = adjustments.find(
        (one) => one.groupAdjustmentId === groupAdjustmentId,
      ) as GroupAdjustment
      const own = { groupAdjustmentId, period, title, reason, proposedBy, approvedBy: decidedBy ?? '' }
      return { ...own, lines: amounts(lines) }
    }),
    differences: officeDifferences(figures).map(({ firstSays, secondSays, since, ...match }) => ({
      ...match,
      firstSays: text(firstSays),
      secondSays: text(secondSays),
      difference: text(firstSays + secondSays),
      since: since?.slice(0, 7) ?? null,
    })),
    closedAt: closedAt?.toISOString() ?? null,
    restated: translated.flatMap(({ pack: { office, packNo, supersedes, receivedAt } }) =>
      supersedes !== null && closedAt !== undefined && receivedAt > closedAt
        ? [{ office, packNo, supersedes, receivedAt: receivedAt.toISOString() }]
        : [],
    ),
  }
}
