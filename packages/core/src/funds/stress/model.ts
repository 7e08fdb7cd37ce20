import type { Minor, Rate } from '../../country/index.ts'
import { invalid } from '../../problem/index.ts'

/** Who owes money that the fund lends meanwhile. */
export interface StressClient {
  readonly sector: string
  /** Failures a client like this one sees in a year: one in fifty is 0.02. A chance, not money. */
  readonly hazardAYear: number
  /** How much may be advanced for it at any moment, minor units; null: no limit. */
  readonly limit: Minor | null
}

/** One invoice, open today or expected. Days count from today, which is day 0; what lies before it has happened. */
export interface StressClaim {
  /** Index of the client. */
  readonly client: number
  readonly issuedOn: number
  /** The day its wage goes out; the fund lends it unless the client has paid by then. */
  readonly wageOn: number
  readonly dueOn: number
  /** What nobody but the fund bears if the client fails: the open amount without value-added tax. Minor units. */
  readonly net: Minor
  /** The wage with its contributions: what the fund lends. Minor units. */
  readonly wage: Minor
  /** The whole levy, of which the fund gets its share on the day of issue. Minor units. */
  readonly levy: Minor
}

/** Clients that fail on one day with one chance, whatever else happens. */
export interface Shock {
  readonly clients: readonly number[]
  readonly onDay: number
  /** Of each of them, by itself. */
  readonly chance: number
}

/** A wage-guarantee fund and what will come at it. */
export interface StressModel {
  /** How many days are played. */
  readonly days: number
  /** In the fund today, minor units. */
  readonly available: Minor
  /** The fund's part of every levy. */
  readonly levyShare: Rate
  readonly clients: readonly StressClient[]
  readonly claims: readonly StressClaim[]
  /** How much the clients' luck hangs together: 0 not at all, near 1 entirely (one common factor). */
  readonly correlation: number
  /** Days between the due day and the money, each as likely as the others, ascending. Negative: early. */
  readonly delays: readonly number[]
  readonly shock?: Shock
}

export const STRESS_LIMITS = {
  days: 730,
  paths: 100_000,
  clients: 2_000,
  claims: 20_000,
  delays: 1_000,
} as const

/** @throws Problem `invalid-field` naming what is out of its limits. */
export function checkModel(model: StressModel): void {
  const { days, clients, claims, correlation, delays, shock, levyShare } = model
  whole('days', days, 1, STRESS_LIMITS.days)
  whole('clients', clients.length, 0, STRESS_LIMITS.clients)
  whole('claims', claims.length, 0, STRESS_LIMITS.claims)
  whole('delays', delays.length, 1, STRESS_LIMITS.delays)
  if (!(correlation >= 0 && correlation < 1))
    throw invalid('correlation', 'A correlation is at least 0 and under 1.')
  if (delays.some((delay, at) => !Number.isInteger(delay) || delay < (delays[at - 1] ?? delay)))
    throw invalid('delays', 'Delays are whole days, ascending.')
  if (levyShare.numerator < 0n || levyShare.numerator > levyShare.denominator)
    throw invalid('levyShare', 'A share of the levy is between nothing and all of it.')
  for (const [index, { hazardAYear }] of clients.entries())
    if (!(hazardAYear >= 0 && Number.isFinite(hazardAYear)))
      throw invalid(`clients[${index}].hazardAYear`, 'A hazard is a number from zero on.')
  for (const [index, claim] of claims.entries()) checkClaim(claim, index, clients.length)
  if (shock && !(shock.chance >= 0 && shock.chance <= 1))
    throw invalid('shock.chance', 'A chance is between 0 and 1.')
}

function checkClaim(claim: StressClaim, index: number, clients: number): void {
  whole(`claims[${index}].client`, claim.client, 0, clients - 1)
  for (const day of ['issuedOn', 'wageOn', 'dueOn'] as const)
    whole(`claims[${index}].${day}`, claim[day], -20_000, 20_000)
  if (claim.wage < 0n || claim.wage > claim.net || claim.levy < 0n)
    throw invalid(
      `claims[${index}]`,
      'Wage and levy are not negative, and the wage is within the net amount.',
    )
}

export function whole(field: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most)
    throw invalid(field, `This is a whole number from ${least} to ${most}.`)
}
