/**
 * Paths a second of the guarantee fund's simulation, against a bare loop that throws the same dice and adds the same number
 * of 64-bit amounts, and nothing else: no failures, no days, no rules.
 *
 *     node bench/stress.ts [paths]
 *
 * Counted in processor time of this thread's process, so that a busy machine does not look like a slow simulation.
 */
import { fraction } from '@samen/core/country'
import {
  ASSUMED_DELAYS,
  dice,
  normalAt,
  ordinarySteps,
  runPaths,
  type StressModel,
  stressReport,
} from '@samen/core/funds/stress'

const paths = Number(process.argv[2] ?? 10_000)
const rounds = 3
const days = 180

const clients = Array.from({ length: 300 }, (_, n) => ({
  sector: ['culture', 'media', 'education'][n % 3] as string,
  hazardAYear: 0.03,
  limit: null,
}))
const claims = clients.flatMap((_, client) =>
  Array.from({ length: 10 }, (_, k) => ({
    client,
    issuedOn: k * 18 - 10,
    wageOn: k * 18,
    dueOn: k * 18 + 20,
    net: 200_000n + BigInt(client) * 1_000n,
    wage: 187_000n,
    levy: 13_000n,
  })),
)
const model: StressModel = {
  days,
  available: 70_000_000n,
  levyShare: fraction(1n, 2n),
  clients,
  claims,
  correlation: 0.15,
  delays: ASSUMED_DELAYS,
}

/** Per path: a throw and a normal for the factor and each client, a throw for each claim and three additions. */
function bare(): bigint {
  const throws = dice()
  const flow = new BigInt64Array(days + 1)
  const amounts = BigInt64Array.from(claims, ({ wage }) => wage)
  let luck = 0
  for (let path = 0; path < paths; path++) {
    throws.start(1, path)
    for (let client = 0; client <= clients.length; client++) luck += normalAt(throws.next())
    for (let claim = 0; claim < amounts.length; claim++) {
      const day = Math.floor(throws.next() * days)
      flow[day] = BigInt.asIntN(64, (flow[day] as bigint) + (amounts[claim] as bigint))
      flow[day + 1] = BigInt.asIntN(64, (flow[day + 1] as bigint) - (amounts[claim] as bigint))
      flow[0] = BigInt.asIntN(64, (flow[0] as bigint) + (amounts[claim] as bigint))
    }
  }
  return (flow[0] as bigint) + BigInt(Math.round(luck))
}

/** Processor seconds of the quickest of some rounds. */
function seconds(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(start)
    best = Math.min(best, (user + system) / 1e6)
  }
  return best
}

const simulated = seconds(() => {
  for (let from = 0; from < paths; from += 1_000)
    runPaths(model, { seed: 1, from, to: Math.min(paths, from + 1_000) })
})
const loop = seconds(bare)
console.log(
  `${clients.length} clients, ${claims.length} invoices, ${days} days, ${paths} paths; processor time`,
)
console.log(`simulation  ${simulated.toFixed(2)} s, ${(paths / simulated).toFixed(0)} paths a second`)
console.log(
  `bare loop   ${loop.toFixed(2)} s; the simulation takes ${(simulated / loop).toFixed(2)} times as long`,
)
const start = process.cpuUsage()
const report = stressReport(model, { seed: 1, paths, steps: ordinarySteps(80_000_000n) })
const { user, system } = process.cpuUsage(start)
console.log(
  `whole report, ${report.scenarios.length} scenarios and ${report.levers.length} levers: ${((user + system) / 1e6).toFixed(2)} s`,
)
