import { describe, expect, test } from 'vitest'
import { fraction } from '../../../src/country/index.ts'
import {
  capitalFor,
  delayTable,
  dice,
  lateChance,
  normalAt,
  normalChance,
  runPaths,
  type StressClaim,
  type StressModel,
} from '../../../src/funds/stress/index.ts'

/**
 * The simulator against worlds whose answer is known on paper. Each asks for a figure to lie within some four and a half
 * standard errors of the known one: with the seeds fixed here the answer is always the same, and a wrong rule misses by far more.
 */
const world = (changes: Partial<StressModel>): StressModel => ({
  days: 365,
  available: 0n,
  levyShare: fraction(1n, 1n),
  clients: [],
  claims: [],
  correlation: 0,
  delays: [0],
  ...changes,
})

const client = (hazardAYear: number, sector = 'any') => ({ sector, hazardAYear, limit: null })

/** Lent before today, due after the end: only a failure touches it. */
const lent = (who: number, amount = 100n): StressClaim => ({
  client: who,
  issuedOn: -10,
  wageOn: -1,
  dueOn: 1_000,
  net: amount,
  wage: amount,
  levy: 0n,
})

const all = (paths: number, seed = 11) => ({ seed, from: 0, to: paths })
const mean = (amounts: BigInt64Array) => Number([...amounts].reduce((a, b) => a + b, 0n)) / amounts.length
const variance = (amounts: BigInt64Array) => {
  const middle = mean(amounts)
  return amounts.reduce((sum, amount) => sum + (Number(amount) - middle) ** 2, 0) / amounts.length
}

/** Chance that at least `least` of `n` independent things of chance `p` happen. */
function binomialTail(n: number, p: number, least: number): number {
  let term = (1 - p) ** n
  let below = 0
  for (let k = 0; k < least; k++) {
    below += term
    term *= ((n - k) / (k + 1)) * (p / (1 - p))
  }
  return 1 - below
}

describe('the dice', () => {
  test.each([
    [0, 0.5],
    [-1, 0.15865525393145707],
    [1.959963984540054, 0.975],
    [-3.090232306167813, 0.001],
    [-6, 9.865876450376946e-10],
    [-8, 6.220960574271785e-16],
  ])('know the normal distribution at %d', (x, chance) => {
    expect(normalChance(x) / chance).toBeCloseTo(1, 7)
    expect(normalChance(x)).toBeCloseTo(chance, 14)
    if (x > -7) expect(normalAt(chance)).toBeCloseTo(x, 7)
  })

  test('are uniform, and each path has throws of its own', () => {
    const throws = dice()
    const cells = new Array<number>(100).fill(0)
    for (let path = 0; path < 1_000; path++) {
      throws.start(5, path)
      for (let n = 0; n < 100; n++) {
        const cell = Math.floor(throws.next() * 100)
        cells[cell] = (cells[cell] ?? 0) + 1
      }
    }
    const chiSquare = cells.reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0)
    // 99 degrees of freedom: one in ten thousand lies above 162 or below 50.
    expect(chiSquare).toBeGreaterThan(50)
    expect(chiSquare).toBeLessThan(162)
  })
})

describe('failures', () => {
  test('of one client come with the chance of its hazard, and at exponential times', () => {
    const paths = 40_000
    const model = world({ clients: [client(0.5)], claims: [lent(0)] })
    const chance = 1 - Math.exp(-0.5)
    const lost = runPaths(model, all(paths)).lost.reduce((n, amount) => n + (amount > 0n ? 1 : 0), 0) / paths
    expect(Math.abs(lost - chance)).toBeLessThan(4.5 * Math.sqrt((chance * (1 - chance)) / paths))
    const early = runPaths({ ...model, days: 73 }, all(paths, 12)).lost
    const fifth = 1 - Math.exp(-0.1)
    const seen = early.reduce((n, amount) => n + (amount > 0n ? 1 : 0), 0) / paths
    expect(Math.abs(seen - fifth)).toBeLessThan(4.5 * Math.sqrt((fifth * (1 - fifth)) / paths))
  })

  test('without a common factor are binomial: mean, spread and tail', () => {
    const [n, paths] = [50, 20_000]
    const chance = 1 - Math.exp(-0.08)
    const model = world({
      clients: Array.from({ length: n }, () => client(0.08)),
      claims: Array.from({ length: n }, (_, who) => lent(who)),
    })
    const { lost } = runPaths(model, all(paths))
    const spread = n * chance * (1 - chance)
    expect(Math.abs(mean(lost) / 100 - n * chance)).toBeLessThan(4.5 * Math.sqrt(spread / paths))
    expect(variance(lost) / 10_000 / spread).toBeCloseTo(1, 1)
    const tail = binomialTail(n, chance, 8)
    const seen = lost.reduce((hits, amount) => hits + (amount >= 800n ? 1 : 0), 0) / paths
    expect(Math.abs(seen - tail)).toBeLessThan(4.5 * Math.sqrt((tail * (1 - tail)) / paths))
  })

  test('of two clients come together as often as the correlation says', () => {
    const [paths, correlation] = [40_000, 0.3]
    const model = world({ clients: [client(0.5), client(0.5)], claims: [lent(0), lent(1)], correlation })
    const { lost } = runPaths(model, all(paths))
    const p = 1 - Math.exp(-0.5)
    // Both fail: the integral over the common factor of the square of the conditional chance.
    let both = 0
    for (let z = -8; z < 8; z += 0.001) {
      const given = normalChance((normalAt(p) - Math.sqrt(correlation) * z) / Math.sqrt(1 - correlation))
      both += given * given * Math.exp((-z * z) / 2) * (0.001 / Math.sqrt(2 * Math.PI))
    }
    const seen = lost.reduce((hits, amount) => hits + (amount === 200n ? 1 : 0), 0) / paths
    expect(both).toBeGreaterThan(p * p + 0.02)
    expect(Math.abs(seen - both)).toBeLessThan(4.5 * Math.sqrt((both * (1 - both)) / paths))
  })

  test('of a great many small clients follow Vasicek’s limit', () => {
    const [n, paths, correlation] = [1_500, 4_000, 0.2]
    const p = 1 - Math.exp(-0.05)
    const model = world({
      clients: Array.from({ length: n }, () => client(0.05)),
      claims: Array.from({ length: n }, (_, who) => lent(who)),
      correlation,
    })
    const shares = Array.from(runPaths(model, all(paths)).lost, (amount) => Number(amount) / 100 / n)
    for (const share of [0.02, 0.05, 0.1, 0.2]) {
      const atMost = normalChance(
        (Math.sqrt(1 - correlation) * normalAt(share) - normalAt(p)) / Math.sqrt(correlation),
      )
      const seen = shares.filter((one) => one <= share).length / paths
      // 1 500 are not infinitely many: a further half point for the grain.
      expect(Math.abs(seen - atMost)).toBeLessThan(4.5 * Math.sqrt((atMost * (1 - atMost)) / paths) + 0.005)
    }
  })
})

describe('payments', () => {
  test('that take a fixed time need exactly the wages of that time', () => {
    const claims = Array.from({ length: 100 }, (_, k) => ({
      client: 0,
      issuedOn: k + 1,
      wageOn: k + 8,
      dueOn: k + 31,
      net: 1_000n,
      wage: 900n,
      levy: 100n,
    }))
    const model = world({ days: 200, clients: [client(0)], claims, delays: [5], levyShare: fraction(0n, 1n) })
    const { needed, lost, advanced } = runPaths(model, all(3))
    // From wage to money are 28 days: so many wages are out at once.
    expect([...needed]).toEqual([25_200n, 25_200n, 25_200n])
    expect([...lost, ...advanced]).toEqual([0n, 0n, 0n, 0n, 0n, 0n])
    const levied = runPaths({ ...model, levyShare: fraction(1n, 1n) }, all(1)).needed[0]
    // Each day brings a levy of 100 from day 1; the tightest is day 35, when 28 wages are out.
    expect(levied).toBe(25_200n - 3_500n)
  })

  test('that come before the wage need no fund', () => {
    const claim = { client: 0, issuedOn: 1, wageOn: 10, dueOn: 9, net: 10n, wage: 9n, levy: 0n }
    const model = world({ clients: [client(0)], claims: [claim] })
    expect(runPaths(model, all(1)).needed[0]).toBe(0n)
    expect(runPaths({ ...model, delays: [2] }, all(1)).needed[0]).toBe(9n)
  })

  test('at random times leave as much advanced as a service system with endless servers has busy', () => {
    // One wage a day, each out for a random time (D/G/∞): the number out is a sum of independent yes-or-no's.
    const delays = [5, 10, 10, 20, 40, 60, 60, 90]
    const [days, paths] = [200, 20_000]
    const claims = Array.from({ length: days }, (_, k) => ({
      client: 0,
      issuedOn: k + 1,
      wageOn: k + 1,
      dueOn: k + 1,
      net: 1n,
      wage: 1n,
      levy: 0n,
    }))
    const { advanced } = runPaths(world({ days, clients: [client(0)], claims, delays }), all(paths))
    const stillOut = (age: number) => delays.filter((delay) => delay > age).length / delays.length
    let [expected, spread] = [0, 0]
    for (let age = 0; age < days; age++) {
      expected += stillOut(age)
      spread += stillOut(age) * (1 - stillOut(age))
    }
    // Little's law: one a day times the mean time out.
    expect(expected).toBeCloseTo(delays.reduce((sum, delay) => sum + delay, 0) / delays.length, 10)
    expect(Math.abs(mean(advanced) - expected)).toBeLessThan(4.5 * Math.sqrt(spread / paths))
    expect(variance(advanced) / spread).toBeCloseTo(1, 1)
  })

  test('that are overdue already come by what is still possible', () => {
    // Forty days late today: of the delays only 50 and 90 are left, each as likely.
    const claim = { ...lent(0), dueOn: -40 }
    const model = world({ days: 20, clients: [client(0)], claims: [claim], delays: [0, 10, 30, 50, 90] })
    const { advanced } = runPaths(model, all(20_000))
    const back = advanced.reduce((n, amount) => n + (amount === 0n ? 1 : 0), 0) / 20_000
    expect(Math.abs(back - 0.5)).toBeLessThan(4.5 * Math.sqrt(0.25 / 20_000))
  })

  test('estimated from open and settled invoices are Kaplan and Meier’s', () => {
    // Of ten, four paid on day 0, two on day 10; one open since day 5, the others since day 20.
    const table = delayTable([
      { days: 0, settled: 4, open: 0 },
      { days: 5, settled: 0, open: 1 },
      { days: 10, settled: 2, open: 0 },
      { days: 20, settled: 0, open: 2 },
      { days: 30, settled: 1, open: 0 },
    ])
    const share = (most: number) => table.filter((delay) => delay <= most).length / table.length
    expect(share(0)).toBeCloseTo(0.4, 2)
    expect(share(10)).toBeCloseTo(1 - 0.6 * (3 / 5), 2)
    expect(share(30)).toBe(1)
    expect(delayTable([{ days: 3, settled: 0, open: 9 }])).toEqual([])
  })
})

describe('a wage', () => {
  test('is late with the chance that more fails than the fund can bear', () => {
    // Twenty clients, each with a wage still to go out on the last day and never paid back when it fails: a fund that
    // holds 18 of 20 wages and gets nothing is short when all pay late; here they pay before, unless they fail.
    const n = 20
    const chance = 1 - Math.exp(-0.3 * (99 / 365))
    const claims = Array.from({ length: n }, (_, who) => ({
      client: who,
      issuedOn: 0,
      wageOn: 120,
      dueOn: 100,
      net: 100n,
      wage: 100n,
      levy: 0n,
    }))
    const model = world({ days: 120, clients: Array.from({ length: n }, () => client(0.3)), claims })
    const paths = runPaths(model, all(40_000))
    const tail = binomialTail(n, chance, 5)
    const late = lateChance(paths, 400n)
    expect(Math.abs(late.value - tail)).toBeLessThan(4.5 * Math.sqrt((tail * (1 - tail)) / 40_000))
    expect(late.low).toBeLessThan(tail)
    expect(late.high).toBeGreaterThan(tail)
    // The capital that makes it one in a thousand, found from the binomial distribution itself.
    let enough = 0
    while (binomialTail(n, chance, enough + 1) > 0.001) enough++
    const capital = capitalFor(paths, 0.001)
    expect(capital.low).toBeLessThanOrEqual(BigInt(enough * 100))
    expect(capital.high).toBeGreaterThanOrEqual(BigInt(enough * 100))
  })
})
