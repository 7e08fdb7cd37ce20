import { addDays, formatAmount, type IsoDate, type Minor } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import { listTransfers, poolMonths } from '@samen/core/funds'
import { fundCockpit as readCockpit } from '@samen/core/funds/cockpit'
import type { z } from 'zod'
import type { fundCockpit, pool } from '../answers/cockpit.ts'
import { fundsOverviewOf } from './books.ts'

export async function cockpitOf(
  trx: Transaction,
  currency: string,
  today: IsoDate,
): Promise<z.infer<typeof fundCockpit>> {
  const cockpit = await readCockpit(trx, { currency, today })
  return {
    currency,
    today,
    available: formatAmount(cockpit.available),
    advanced: formatAmount(cockpit.advanced),
    daysOut: cockpit.daysOut,
    lossRatio: cockpit.lossRatio,
    concentration: cockpit.concentration && { ...cockpit.concentration },
    expectedLoss: formatAmount(cockpit.expectedLoss),
    delaysSeen: cockpit.delaysSeen,
    delayMean: cockpit.delayMean,
    history: cockpit.history.map(({ on, available, advanced }) => ({
      on,
      available: formatAmount(available),
      advanced: formatAmount(advanced),
    })),
    forecast: cockpit.forecast.map(({ day, receipts, wages, taxes, cash }) => ({
      on: addDays(today, day),
      receipts: formatAmount(receipts),
      wages: formatAmount(wages),
      taxes: formatAmount(taxes),
      cash: formatAmount(cash),
    })),
  }
}

/** The funds as every member sees them: sums, months without small cells, what assemblies moved. */
export async function poolOf(
  trx: Transaction,
  officeId: string,
  currency: string,
  today: IsoDate,
): Promise<z.infer<typeof pool>> {
  const { funds } = await fundsOverviewOf(trx, officeId, currency)
  const codes = new Map(funds.map(({ fundId, code }) => [fundId, code]))
  const told = (amount: Minor | null) => (amount === null ? null : formatAmount(amount))
  const months = await poolMonths(trx, today)
  const transfers = await listTransfers(trx, officeId)
  return {
    currency,
    funds,
    months: months.map(({ period, fundId, ...amounts }) => ({
      period,
      fundId,
      code: codes.get(fundId) ?? 'custom',
      contributed: told(amounts.contributed),
      advanced: told(amounts.advanced),
      repaid: told(amounts.repaid),
      recovered: told(amounts.recovered),
      lost: told(amounts.lost),
      spent: told(amounts.spent),
    })),
    transfers: transfers
      .filter(({ state }) => state === 'approved')
      .map(({ fundTransferId, fromFundId, toFundId, amount, decidedOn, minutes }) => ({
        fundTransferId,
        fromFundId,
        toFundId,
        amount: formatAmount(amount),
        decidedOn,
        minutes,
      })),
  }
}
