import { addDays, type IsoDate } from '../../country/index.ts'
import type { Transaction } from '../../database/index.ts'
import { expectedClaims, lotsOf, standingClaims } from './expect-claims.ts'
import { STRESS_LIMITS, type StressClaim, type StressModel, whole } from './model.ts'
import {
  ASSUMED_DELAYS,
  ASSUMED_HAZARD,
  ageBand,
  BELIEF_YEARS,
  DELAYS_MIN,
  delayTable,
  type Hazard,
  hazardsOf,
} from './observe.ts'
import {
  type ClientFlow,
  clientFlows,
  daysOfHistory,
  delayCounts,
  type FundToday,
  fundToday,
  hazardCounts,
  openClaims,
} from './stress-store.ts'

/** Common luck of clients, where nothing is known: the lower end of what bank supervisors take for companies (Basel: 0.12 to 0.24). */
export const ASSUMED_CORRELATION = 0.15

/** What a result rests on: seen in the office's own books, believed for want of them, or some of each. */
export interface Assumption {
  readonly code: 'delays' | 'hazard' | 'correlation' | 'new-work' | 'lots' | 'recoveries'
  readonly basis: 'seen' | 'assumed' | 'mixed'
  /** Settled invoices, client years, days of history … that were seen. */
  readonly observations: number
  /** The figure itself, where it is one: a chance, a number of days. Not money. */
  readonly value: number | null
}

export interface StressInput {
  readonly currency: string
  readonly today: IsoDate
  readonly fund: FundToday
  readonly model: StressModel
  /** Name of each client of the model; a lot of small ones has none. */
  readonly names: readonly (string | null)[]
  readonly hazards: readonly Hazard[]
  readonly assumptions: readonly Assumption[]
}

/** Clients that are told apart; the smaller ones come in lots. */
const ALONE = 400
const OPEN_MAX = 8_000
const FLOWS_MAX = 20_000
/** Expected invoices of all clients together, and of one. */
const EXPECTED_MAX = 4_000

/**
 * Reads what the office's books say about the fund's future: what is open, what clients order, how they pay, how they fail.
 * Seven statements whatever the size. What the books do not say is assumed, and listed.
 *
 * @param days the days to be played, 1 to 730.
 * @throws Problem `conflict` when the office has no guarantee fund in the currency.
 */
export async function stressInput(
  trx: Transaction,
  { currency, today, days }: { currency: string; today: IsoDate; days: number },
): Promise<StressInput> {
  whole('days', days, 1, STRESS_LIMITS.days)
  const fund = await fundToday(trx, currency, today)
  const history = await daysOfHistory(trx, today)
  const window = Math.min(365, Math.max(30, history))
  const flows = await clientFlows(trx, currency, { from: addDays(today, -window), today, limit: FLOWS_MAX })
  const open = await openClaims(trx, currency, { today, limit: OPEN_MAX })
  const hazards = hazardsOf(await hazardCounts(trx, today))
  const counts = await delayCounts(trx, currency, today)
  const settled = counts.reduce((sum, count) => sum + count.settled, 0)
  const delays = settled >= DELAYS_MIN ? delayTable(counts) : ASSUMED_DELAYS

  const { clients, names, claims, lots } = placed(flows, open, hazards, { days, window })
  const watched = hazards.reduce((sum, { clientYears }) => sum + clientYears, 0)
  const failures = hazards.reduce((sum, hazard) => sum + hazard.failures, 0)
  return {
    currency,
    today,
    fund,
    hazards,
    names,
    model: {
      days,
      available: fund.available,
      levyShare: fund.levyShare,
      clients,
      claims,
      correlation: ASSUMED_CORRELATION,
      delays,
    },
    assumptions: [
      {
        code: 'delays',
        basis: settled >= DELAYS_MIN ? 'seen' : 'assumed',
        observations: settled,
        value: delays.reduce((sum, delay) => sum + delay, 0) / delays.length,
      },
      {
        code: 'hazard',
        basis: watched === 0 ? 'assumed' : watched >= 10 * BELIEF_YEARS ? 'seen' : 'mixed',
        observations: Math.round(watched),
        value: (ASSUMED_HAZARD * BELIEF_YEARS + failures) / (BELIEF_YEARS + watched),
      },
      { code: 'correlation', basis: 'assumed', observations: 0, value: ASSUMED_CORRELATION },
      { code: 'new-work', basis: history >= 365 ? 'seen' : 'mixed', observations: window, value: null },
      { code: 'recoveries', basis: 'assumed', observations: 0, value: 0 },
      ...(lots > 0
        ? [{ code: 'lots', basis: 'assumed', observations: lots, value: null } satisfies Assumption]
        : []),
    ],
  }
}

/** Clients and claims of the model: every open invoice and every expected one at the client or lot it belongs to. */
function placed(
  flows: readonly ClientFlow[],
  open: Awaited<ReturnType<typeof openClaims>>,
  hazards: readonly Hazard[],
  { days, window }: { days: number; window: number },
) {
  const byKind = new Map(hazards.map((hazard) => [`${hazard.sector} ${hazard.age}`, hazard.hazardAYear]))
  const kind = ({ sector, yearsKnown }: ClientFlow) => `${sector} ${ageBand(yearsKnown)}`
  const known = new Set(flows.map(({ clientId }) => clientId))
  const idle = new Map<string, ClientFlow>()
  for (const claim of open)
    if (!known.has(claim.clientId))
      idle.set(claim.clientId, {
        ...claim,
        invoices: 0,
        net: (idle.get(claim.clientId)?.net ?? 0n) + claim.net,
        levy: 0n,
        wage: 0n,
        toDue: 0,
        toWage: 0,
      })
  const lots = lotsOf([...flows, ...idle.values()], ALONE, kind).slice(0, STRESS_LIMITS.clients)
  const place = new Map(lots.flatMap((lot, index) => lot.map(({ clientId }) => [clientId, index] as const)))
  const working = Math.max(1, lots.filter((lot) => lot.some(({ invoices }) => invoices > 0)).length)
  const most = Math.max(1, Math.floor(EXPECTED_MAX / working))
  const claims: StressClaim[] = standingClaims(
    open.filter(({ clientId }) => place.has(clientId)),
    (clientId) => place.get(clientId) as number,
  )
  for (const [index, lot] of lots.entries()) {
    const busy = lot.filter(({ invoices }) => invoices > 0)
    const share = Math.max(1, Math.floor(most / Math.max(1, busy.length)))
    for (const flow of busy) claims.push(...expectedClaims(flow, index, { days, window, most: share }))
  }
  return {
    clients: lots.map((lot) => {
      const [first] = lot as [ClientFlow]
      return {
        sector: first.sector,
        hazardAYear: byKind.get(kind(first)) ?? ASSUMED_HAZARD,
        limit: lot.reduce((sum, { limit }) => sum + limit, 0n),
      }
    }),
    names: lots.map((lot) => (lot.length === 1 ? (lot[0]?.name ?? null) : null)),
    claims: claims.slice(0, STRESS_LIMITS.claims),
    lots: lots.filter((lot) => lot.length > 1).length,
  }
}
