import { fraction, type Minor, type Rate } from '../../country/index.ts'
import type { StressClaim, StressModel } from './model.ts'

/** What may go wrong beside chance, and what the office could do about it. */
export type ScenarioCode = 'as-is' | 'largest-client' | 'sector' | 'levy-down' | 'slow-payers'
export type LeverCode = 'levy-share' | 'credit-limits' | 'capital' | 'dunning'

/** One world to play. `detail` names what was hit: a client's index, a sector. */
export interface Scenario {
  readonly code: ScenarioCode
  readonly model: StressModel
  readonly client?: number
  readonly sector?: string
}

export interface Lever {
  readonly code: LeverCode
  readonly model: StressModel
}

/** How hard the scenarios hit and how far the levers are pulled: said with every result. */
export interface StressSteps {
  /** The day of a shock. */
  readonly shockOn: number
  /** Of a failing sector's clients, the share that fails. A chance. */
  readonly sectorChance: number
  /** What is left of the levy when it falls. */
  readonly levyLeft: Rate
  /** Days that slow payers come later. */
  readonly slowDays: number
  /** Added to the guarantee's share of the levy. */
  readonly levyShareMore: Rate
  /** What is left of every credit limit. */
  readonly limitsLeft: Rate
  /** Capital added, minor units. */
  readonly capitalMore: Minor
  /** What is left of the days after the due day. */
  readonly dunningLeft: Rate
}

/** @param standing what the fund has now, available and advanced: the capital lever adds a tenth of it. */
export const ordinarySteps = (standing: Minor): StressSteps => ({
  shockOn: 30,
  sectorChance: 0.5,
  levyLeft: fraction(7n, 10n),
  slowDays: 30,
  levyShareMore: fraction(1n, 10n),
  limitsLeft: fraction(1n, 2n),
  capitalMore: standing / 10n,
  dunningLeft: fraction(2n, 3n),
})

export function scenariosOf(model: StressModel, steps: StressSteps): Scenario[] {
  const base = withinLimits(model)
  const scenarios: Scenario[] = [{ code: 'as-is', model: base }]
  const client = largest(byKey(base.claims, ({ client }) => client))
  const sector = largest(byKey(base.claims, ({ client }) => base.clients[client]?.sector ?? ''))
  const onDay = Math.min(steps.shockOn, model.days)
  if (client !== undefined)
    scenarios.push({
      code: 'largest-client',
      client,
      model: { ...base, shock: { clients: [client], onDay, chance: 1 } },
    })
  if (sector !== undefined) {
    const clients = base.clients.flatMap((one, index) => (one.sector === sector ? [index] : []))
    scenarios.push({
      code: 'sector',
      sector,
      model: { ...base, shock: { clients, onDay, chance: steps.sectorChance } },
    })
  }
  scenarios.push(
    { code: 'levy-down', model: { ...base, levyShare: times(base.levyShare, steps.levyLeft) } },
    { code: 'slow-payers', model: { ...base, delays: base.delays.map((delay) => delay + steps.slowDays) } },
  )
  return scenarios
}

export function leversOf(model: StressModel, steps: StressSteps): Lever[] {
  const base = withinLimits(model)
  const more = fraction(
    base.levyShare.numerator * steps.levyShareMore.denominator +
      steps.levyShareMore.numerator * base.levyShare.denominator,
    base.levyShare.denominator * steps.levyShareMore.denominator,
  )
  return [
    {
      code: 'levy-share',
      model: { ...base, levyShare: more.numerator > more.denominator ? fraction(1n, 1n) : more },
    },
    {
      code: 'credit-limits',
      model: withinLimits({
        ...model,
        clients: model.clients.map((client) => ({
          ...client,
          limit: client.limit === null ? null : part(client.limit, steps.limitsLeft),
        })),
      }),
    },
    { code: 'capital', model: { ...base, available: base.available + steps.capitalMore } },
    {
      code: 'dunning',
      model: { ...base, delays: base.delays.map((delay) => sooner(delay, steps.dunningLeft)) },
    },
  ]
}

/**
 * The work an office takes on when it keeps its clients' credit limits: in the order of issue, an expected invoice whose wage
 * would lift what is lent for its client over the limit is not taken on, so it neither costs nor brings anything. A claim
 * counts as lent from its wage to its due day and the middle delay. What stands already is not undone. The claims keep
 * their places, so that a path's luck stays with whom it belonged to.
 */
export function withinLimits(model: StressModel): StressModel {
  const delay = Math.max(0, model.delays[Math.floor(model.delays.length / 2)] ?? 0)
  const order = model.claims.map((_, index) => index)
  order.sort((a, b) => issued(model, a) - issued(model, b) || a - b)
  const lent = model.clients.map(() => [] as { until: number; wage: Minor }[])
  const kept: StressClaim[] = [...model.claims]
  for (const index of order) {
    const claim = model.claims[index] as StressClaim
    const limit = model.clients[claim.client]?.limit ?? null
    const open = lent[claim.client] ?? []
    const still = open.filter(({ until }) => until >= claim.wageOn)
    const sum = still.reduce((total, { wage }) => total + wage, claim.wage)
    if (limit !== null && claim.issuedOn > 0 && sum > limit) {
      kept[index] = { ...claim, net: 0n, wage: 0n, levy: 0n }
      lent[claim.client] = still
    } else lent[claim.client] = [...still, { until: Math.max(claim.dueOn + delay, 0), wage: claim.wage }]
  }
  return { ...model, claims: kept }
}

const issued = (model: StressModel, index: number): number => model.claims[index]?.issuedOn ?? 0

function byKey<Key>(claims: readonly StressClaim[], key: (claim: StressClaim) => Key): Map<Key, Minor> {
  const sums = new Map<Key, Minor>()
  for (const claim of claims) sums.set(key(claim), (sums.get(key(claim)) ?? 0n) + claim.net)
  return sums
}

function largest<Key>(sums: ReadonlyMap<Key, Minor>): Key | undefined {
  let found: Key | undefined
  let most = 0n
  for (const [key, sum] of sums) if (sum > most) [found, most] = [key, sum]
  return found
}

const times = (a: Rate, b: Rate): Rate => fraction(a.numerator * b.numerator, a.denominator * b.denominator)
const part = (amount: Minor, rate: Rate): Minor => (amount * rate.numerator) / rate.denominator

/** Days after the due day, cut by a rate and rounded up; who pays early is not reminded. */
const sooner = (delay: number, { numerator, denominator }: Rate): number =>
  delay <= 0 ? delay : Math.ceil((delay * Number(numerator)) / Number(denominator))
