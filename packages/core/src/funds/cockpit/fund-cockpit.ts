import { addDays, dayNumber, type IsoDate, type Minor } from '../../country/index.ts'
import type { Transaction } from '../../database/index.ts'
import { exposureByClient } from '../positions.ts'
import {
  ASSUMED_DELAYS,
  ASSUMED_HAZARD,
  ageBand,
  DELAYS_MIN,
  delayTable,
  hazardsOf,
} from '../stress/observe.ts'
import { delayCounts, fundToday, hazardCounts, openClaims } from '../stress/stress-store.ts'
import {
  type Concentration,
  concentrationOf,
  expectedLoss,
  type ForecastDay,
  forecastCash,
  taxDayAfter,
} from './cockpit.ts'
import {
  cashToday,
  dueSums,
  fundHistory,
  type HistoryDay,
  lentFigures,
  netOfCost,
  wageBudgets,
} from './cockpit-store.ts'

export interface FundCockpit {
  readonly today: IsoDate
  readonly available: Minor
  readonly advanced: Minor
  /** Days the money that is out has been out; null when none is. */
  readonly daysOut: number | null
  /** Lost of what was settled in a year; null when nothing was. A ratio, not money. */
  readonly lossRatio: number | null
  readonly concentration: Concentration | null
  /** Lost on average of what is lent now. */
  readonly expectedLoss: Minor
  /** The last ninety days and today. */
  readonly history: readonly HistoryDay[]
  /** Today and the next sixty days. */
  readonly forecast: readonly ForecastDay[]
  /** Whether delays are the office's own or assumed, and the share of a wage budget that leaves on pay day. */
  readonly delaysSeen: boolean
  readonly delayMean: number
}

const HISTORY_DAYS = 90
const FORECAST_DAYS = 60
const CLIENTS_MAX = 1_000
const OPEN_MAX = 8_000

/**
 * The guarantee fund as a board steers it: figures, history and a forecast of the office's cash, from the books of today.
 *
 * @throws Problem `conflict` when the office has no guarantee fund in the currency.
 */
export async function fundCockpit(
  trx: Transaction,
  { currency, today }: { currency: string; today: IsoDate },
): Promise<FundCockpit> {
  const fund = await fundToday(trx, currency, today)
  const yearAgo = addDays(today, -365)
  const lent = await lentFigures(trx, fund.fundId, yearAgo, today)
  const exposures = (await exposureByClient(trx, CLIENTS_MAX)).filter((one) => one.currency === currency)
  const counts = await delayCounts(trx, currency, today)
  const settled = counts.reduce((sum, count) => sum + count.settled, 0)
  const delays = settled >= DELAYS_MIN ? delayTable(counts) : ASSUMED_DELAYS
  const delayMean = delays.reduce((sum, delay) => sum + delay, 0) / delays.length
  const hazards = new Map(
    hazardsOf(await hazardCounts(trx, today)).map((hazard) => [
      `${hazard.sector} ${hazard.age}`,
      hazard.hazardAYear,
    ]),
  )
  const claims = await openClaims(trx, currency, { today, limit: OPEN_MAX })
  const { bank, owed } = await cashToday(trx, currency)
  const { net, cost } = await netOfCost(trx, yearAgo)
  // Of a wage budget the net leaves on pay day, the rest with the next taxes; without history all of it leaves at once.
  const leaves = (budget: Minor): Minor => (cost > 0n ? (budget * net) / cost : budget)
  const budgets = await wageBudgets(trx, currency, today)
  const later = budgets.reduce((sum, { amount }) => sum + amount - leaves(amount), 0n)
  const taxDay = dayNumber(taxDayAfter(today)) - dayNumber(today)
  return {
    today,
    available: fund.available,
    advanced: fund.advanced,
    daysOut: lent.daysOut,
    lossRatio: lent.repaid + lent.lost > 0n ? Number(lent.lost) / Number(lent.repaid + lent.lost) : null,
    concentration: concentrationOf(exposures.map(({ outstanding }) => outstanding)) ?? null,
    expectedLoss: expectedLoss(
      claims
        .filter(({ advanced }) => advanced > 0n)
        .map(({ advanced, sector, yearsKnown, dueOn }) => ({
          outstanding: advanced,
          hazardAYear: hazards.get(`${sector} ${ageBand(yearsKnown)}`) ?? ASSUMED_HAZARD,
          days: Math.max(1, dueOn + delayMean),
        })),
    ),
    history: await fundHistory(trx, fund.fundId, addDays(today, -HISTORY_DAYS), today),
    forecast: forecastCash(bank, FORECAST_DAYS, {
      due: await dueSums(trx, currency, today),
      wages: budgets.map(({ day, amount }) => ({ day, amount: leaves(amount) })),
      taxes: [{ day: taxDay, amount: owed + later }],
      delays,
    }),
    delaysSeen: settled >= DELAYS_MIN,
    delayMean,
  }
}
