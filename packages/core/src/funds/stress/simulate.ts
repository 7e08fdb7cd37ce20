import { divide } from '../../country/index.ts'
import { checkModel, STRESS_LIMITS, type StressModel, whole } from './model.ts'
import { dice, normalAt, normalChance } from './random.ts'

/** Which paths to play: those numbered `from` up to, not including, `to`, of the world with this seed. */
export interface PathRange {
  readonly seed: number
  readonly from: number
  readonly to: number
}

/** What each path came to, in minor units and in the order of the paths. */
export interface Paths {
  /**
   * What the fund would have to hold today, beside what it receives, so that it never falls below zero: with less, a
   * wage of that path is late. Never negative: a path that only ever receives needs nothing.
   */
  readonly needed: BigInt64Array
  /** Lost to clients that failed. */
  readonly lost: BigInt64Array
  /** Lent and not back on the last day. */
  readonly advanced: BigInt64Array
  /** What came (and went) since today, at the end of each of `reportDays`, path after path. */
  readonly moved: BigInt64Array
}

/** The days a result shows: today, then every `step` days, and the last. */
export function reportDays(days: number): number[] {
  const step = Math.max(1, Math.ceil(days / 26))
  const shown = [0]
  for (let day = step; day < days; day += step) shown.push(day)
  shown.push(days)
  return shown
}

/**
 * Plays the fund's future on many paths. On a path the clients' fates hang together by one common factor; a client that
 * fails pays nothing more, orders nothing more, and what was lent for it is lost with the rest of its invoice, though its
 * wages still go out. A day is netted: what comes in helps the same day. Pure; the same range gives the same answer
 * wherever it is cut.
 *
 * Money is `bigint`: held in 64-bit integers, so sums are exact up to 9.2e18 minor units. Chances are numbers.
 */
export function runPaths(model: StressModel, { seed, from, to }: PathRange): Paths {
  checkModel(model)
  whole('from', from, 0, STRESS_LIMITS.paths)
  whole('to', to, from, STRESS_LIMITS.paths)
  const plan = planOf(model)
  const shown = reportDays(model.days)
  const count = to - from
  const result = {
    needed: new BigInt64Array(count),
    lost: new BigInt64Array(count),
    advanced: new BigInt64Array(count),
    moved: new BigInt64Array(count * shown.length),
  }
  const flow = new BigInt64Array(model.days + 1)
  const failsOn = new Int32Array(model.clients.length)
  for (let path = from; path < to; path++) {
    const at = path - from
    throwFailures(model, plan, seed, path, failsOn)
    flow.fill(0n)
    throwClaims(plan, failsOn, flow, result, at)
    let balance = 0n
    let lowest = 0n
    let next = 0
    for (let day = 0; day <= model.days; day++) {
      balance = BigInt.asIntN(64, balance + (flow[day] as bigint))
      if (balance < lowest) lowest = balance
      if (day === shown[next]) result.moved[at * shown.length + next++] = balance
    }
    result.needed[at] = -lowest
  }
  return result
}

/** A day no path reaches. */
const NEVER = 1_000_000

interface Plan {
  readonly throws: ReturnType<typeof dice>
  readonly shocks: ReturnType<typeof dice>
  readonly days: number
  readonly common: number
  readonly own: number
  /** A client whose luck lies below this fails within the days played. */
  readonly threshold: Float64Array
  readonly hazardADay: Float64Array
  readonly delays: Int32Array
  readonly client: Int32Array
  readonly issuedOn: Int32Array
  readonly wageOn: Int32Array
  readonly dueOn: Int32Array
  /** The first delay that is still possible: what should have come before today has not. */
  readonly firstDelay: Int32Array
  readonly net: BigInt64Array
  readonly wage: BigInt64Array
  readonly levy: BigInt64Array
}

/** The model as flat arrays, everything that is the same on every path computed once. */
function planOf(model: StressModel): Plan {
  const { clients, claims, correlation, delays, days, levyShare } = model
  const hazardADay = Float64Array.from(clients, ({ hazardAYear }) => hazardAYear / 365)
  return {
    throws: dice(),
    shocks: dice(),
    days,
    common: Math.sqrt(correlation),
    own: Math.sqrt(1 - correlation),
    threshold: hazardADay.map((hazard) => normalAt(-Math.expm1(-hazard * days))),
    hazardADay,
    delays: Int32Array.from(delays),
    client: Int32Array.from(claims, ({ client }) => client),
    issuedOn: Int32Array.from(claims, ({ issuedOn }) => issuedOn),
    wageOn: Int32Array.from(claims, ({ wageOn }) => wageOn),
    dueOn: Int32Array.from(claims, ({ dueOn }) => dueOn),
    firstDelay: Int32Array.from(claims, ({ dueOn, issuedOn }) =>
      issuedOn > 0 ? 0 : firstAfter(delays, -dueOn),
    ),
    net: BigInt64Array.from(claims, ({ net }) => net),
    wage: BigInt64Array.from(claims, ({ wage }) => wage),
    levy: BigInt64Array.from(claims, ({ levy }) =>
      divide(levy * levyShare.numerator, levyShare.denominator, 'down'),
    ),
  }
}

function firstAfter(delays: readonly number[], day: number): number {
  const found = delays.findIndex((delay) => delay > day)
  return found < 0 ? delays.length : found
}

function throwFailures(
  model: StressModel,
  plan: Plan,
  seed: number,
  path: number,
  failsOn: Int32Array,
): void {
  const { throws, common, own, threshold, hazardADay } = plan
  throws.start(seed, path)
  const factor = common * normalAt(throws.next())
  for (let client = 0; client < failsOn.length; client++) {
    const luck = factor + own * normalAt(throws.next())
    failsOn[client] =
      luck < (threshold[client] as number)
        ? Math.floor(-Math.log1p(-normalChance(luck)) / (hazardADay[client] as number)) + 1
        : NEVER
  }
  if (!model.shock) return
  const { clients, onDay, chance } = model.shock
  plan.shocks.start(seed, path, 1)
  for (const client of clients)
    if (plan.shocks.next() < chance && (failsOn[client] as number) > onDay) failsOn[client] = onDay
}

function throwClaims(
  plan: Plan,
  failsOn: Int32Array,
  flow: BigInt64Array,
  { lost, advanced }: Pick<Paths, 'lost' | 'advanced'>,
  at: number,
): void {
  const { throws, days, delays, client, issuedOn, wageOn, dueOn, firstDelay, net, wage, levy } = plan
  for (let claim = 0; claim < client.length; claim++) {
    // Thrown for every claim, needed or not: a lever that drops one leaves the luck of the others as it was.
    const chance = throws.next()
    const issued = issuedOn[claim] as number
    const fails = failsOn[client[claim] as number] as number
    if (issued > 0 && (issued >= fails || issued > days)) continue
    const first = firstDelay[claim] as number
    const open = delays.length - first
    const due = dueOn[claim] as number
    const settled =
      open > 0 ? Math.max(due + (delays[first + Math.floor(chance * open)] as number), issued, 1) : NEVER
    const received = settled < fails ? settled : NEVER
    const paid = wageOn[claim] as number
    if (issued > 0) flow[issued] = BigInt.asIntN(64, (flow[issued] as bigint) + (levy[claim] as bigint))
    if (received <= paid) continue
    if (paid > 0 && paid <= days)
      flow[paid] = BigInt.asIntN(64, (flow[paid] as bigint) - (wage[claim] as bigint))
    if (received <= days)
      flow[received] = BigInt.asIntN(64, (flow[received] as bigint) + (wage[claim] as bigint))
    else if (settled >= fails && Math.max(fails, paid) <= days) {
      const day = Math.max(fails, paid)
      const more = BigInt.asIntN(64, (net[claim] as bigint) - (wage[claim] as bigint))
      flow[day] = BigInt.asIntN(64, (flow[day] as bigint) - more)
      lost[at] = BigInt.asIntN(64, (lost[at] as bigint) + (net[claim] as bigint))
    } else if (paid <= days)
      advanced[at] = BigInt.asIntN(64, (advanced[at] as bigint) + (wage[claim] as bigint))
  }
}
