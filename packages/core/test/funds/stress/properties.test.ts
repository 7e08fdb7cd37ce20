import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fraction } from '../../../src/country/index.ts'
import {
  bandsOf,
  capitalFor,
  joinPaths,
  lateChance,
  leversOf,
  ordinarySteps,
  runPaths,
  type StressModel,
  scenariosOf,
  stressReport,
  withinLimits,
} from '../../../src/funds/stress/index.ts'
import { Problem } from '../../../src/problem/index.ts'

const claims = fc.array(
  fc
    .record({
      client: fc.nat(3),
      issuedOn: fc.integer({ min: -60, max: 90 }),
      toWage: fc.nat(20),
      toDue: fc.nat(45),
      wage: fc.bigInt(0n, 500_000n),
      more: fc.bigInt(0n, 50_000n),
      levy: fc.bigInt(0n, 30_000n),
    })
    .map(({ client, issuedOn, toWage, toDue, wage, more, levy }) => ({
      client,
      issuedOn,
      wageOn: issuedOn + toWage,
      dueOn: issuedOn + toDue,
      net: wage + more,
      wage,
      levy: issuedOn > 0 ? levy : 0n,
    })),
  { maxLength: 40 },
)
const models = fc.record({ claims, correlation: fc.constantFrom(0, 0.2, 0.8) }).map(
  (given): StressModel => ({
    days: 100,
    available: 400_000n,
    levyShare: fraction(1n, 2n),
    clients: [0, 0.1, 1, 3].map((hazardAYear, n) => ({
      sector: n < 2 ? 'a' : 'b',
      hazardAYear,
      limit: 900_000n,
    })),
    delays: [-5, 0, 3, 10, 40],
    ...given,
  }),
)
const seeds = fc.nat(1_000_000)
const range = (seed: number, from = 0, to = 60) => ({ seed, from, to })

describe('the simulation', () => {
  test('answers the same to the same seed, wherever it is cut', () => {
    fc.assert(
      fc.property(models, seeds, fc.integer({ min: 1, max: 59 }), (model, seed, cut) => {
        const whole = runPaths(model, range(seed))
        const parts = [runPaths(model, range(seed, 0, cut)), runPaths(model, range(seed, cut, 60))]
        expect(joinPaths(parts)).toEqual(whole)
        expect(runPaths(model, range(seed))).toEqual(whole)
      }),
      { numRuns: 40 },
    )
  })

  test('is never made worse by more capital, a larger levy share or a lower chance to fail', () => {
    fc.assert(
      fc.property(models, seeds, fc.bigInt(0n, 900_000n), (model, seed, more) => {
        const base = runPaths(model, range(seed))
        expect(lateChance(base, model.available + more).value).toBeLessThanOrEqual(
          lateChance(base, model.available).value,
        )
        const levied = runPaths({ ...model, levyShare: fraction(3n, 5n) }, range(seed))
        const safe = runPaths(
          { ...model, clients: model.clients.map((client) => ({ ...client, hazardAYear: 0 })) },
          range(seed),
        )
        for (let path = 0; path < 60; path++) {
          expect((levied.needed[path] as bigint) <= (base.needed[path] as bigint)).toBe(true)
          expect(safe.lost[path]).toBe(0n)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('keeps every cent: what moved is levies less what is lost and what is still out', () => {
    fc.assert(
      fc.property(models, seeds, (model, seed) => {
        // Nobody fails, all levies fall in the days played: the balance at the end is known from the claims alone.
        const calm: StressModel = {
          ...model,
          days: 400,
          clients: model.clients.map((client) => ({ ...client, hazardAYear: 0 })),
        }
        const { moved, advanced, lost, needed } = runPaths(calm, range(seed))
        const days = moved.length / needed.length
        const levies = calm.claims.reduce(
          (sum, { issuedOn, levy }) => (issuedOn > 0 ? sum + levy / 2n : sum),
          0n,
        )
        // A wage lent before today and back since comes in without having gone out.
        for (let path = 0; path < 60; path++) {
          const end = moved[(path + 1) * days - 1] as bigint
          const before = calm.claims.reduce((sum, { wageOn, wage }) => (wageOn <= 0 ? sum + wage : sum), 0n)
          expect(end + (advanced[path] as bigint) + (lost[path] as bigint)).toBe(levies + before)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('loses exactly the net amount of what fails', () => {
    const model: StressModel = {
      days: 50,
      available: 0n,
      levyShare: fraction(1n, 1n),
      clients: [{ sector: 'a', hazardAYear: 0, limit: null }],
      correlation: 0,
      delays: [0],
      shock: { clients: [0], onDay: 20, chance: 1 },
      claims: [
        // Lent already; issued, the wage still to go out; issued later, and therefore never.
        { client: 0, issuedOn: -20, wageOn: -10, dueOn: 30, net: 1_000n, wage: 900n, levy: 0n },
        { client: 0, issuedOn: 5, wageOn: 25, dueOn: 40, net: 700n, wage: 650n, levy: 50n },
        { client: 0, issuedOn: 21, wageOn: 30, dueOn: 60, net: 5_000n, wage: 4_000n, levy: 500n },
      ],
    }
    const { lost, needed, moved } = runPaths(model, range(1, 0, 1))
    expect(lost[0]).toBe(1_700n)
    // 50 of levy in, 100 lost beyond what was lent, then the second wage out and its 50 beyond: 750 short.
    expect(needed[0]).toBe(750n)
    expect(moved.at(-1)).toBe(-750n)
  })
})

describe('credit limits', () => {
  test('keep expected work of a client under its limit and leave what stands alone', () => {
    fc.assert(
      fc.property(models, (model) => {
        const kept = withinLimits(model)
        expect(kept.claims).toHaveLength(model.claims.length)
        for (const [index, claim] of model.claims.entries()) {
          const now = kept.claims[index]
          if (claim.issuedOn <= 0) expect(now).toEqual(claim)
          else expect([claim.wage, 0n]).toContain(now?.wage)
        }
      }),
    )
  })

  test('refuse the third of three wages that two would fill', () => {
    const claim = (issuedOn: number) => ({
      client: 0,
      issuedOn,
      wageOn: issuedOn + 5,
      dueOn: issuedOn + 30,
      net: 500n,
      wage: 450n,
      levy: 50n,
    })
    const model: StressModel = {
      days: 90,
      available: 0n,
      levyShare: fraction(1n, 1n),
      clients: [{ sector: 'a', hazardAYear: 0, limit: 900n }],
      claims: [claim(1), claim(2), claim(3), claim(60)],
      correlation: 0,
      delays: [0],
    }
    expect(withinLimits(model).claims.map(({ wage }) => wage)).toEqual([450n, 450n, 0n, 450n])
  })
})

describe('the report', () => {
  const model: StressModel = {
    days: 120,
    available: 1_500_000n,
    levyShare: fraction(1n, 2n),
    clients: Array.from({ length: 12 }, (_, n) => ({
      sector: n < 8 ? 'culture' : 'media',
      hazardAYear: 0.15,
      limit: n === 0 ? 1_200_000n : 400_000n,
    })),
    claims: Array.from({ length: 96 }, (_, n) => ({
      client: n % 12,
      issuedOn: Math.floor(n / 12) * 14 - 13,
      wageOn: Math.floor(n / 12) * 14 - 3,
      dueOn: Math.floor(n / 12) * 14 + 17,
      net: n % 12 === 0 ? 300_000n : 100_000n,
      wage: n % 12 === 0 ? 280_000n : 93_000n,
      levy: n < 12 ? 0n : 7_000n,
    })),
    correlation: 0.15,
    delays: [-3, 0, 0, 0, 2, 5, 14, 30, 45, 80],
  }
  const steps = ordinarySteps(3_000_000n)
  const report = stressReport(model, { seed: 3, paths: 1_000, steps })

  test('says the chance, the capital and the best lever, and the same again', () => {
    expect(stressReport(model, { seed: 3, paths: 1_000, steps })).toEqual(report)
    expect(report.scenarios.map(({ code }) => code)).toEqual([
      'as-is',
      'largest-client',
      'sector',
      'levy-down',
      'slow-payers',
    ])
    expect(report.scenarios.find(({ code }) => code === 'largest-client')?.client).toBe(0)
    expect(report.scenarios.find(({ code }) => code === 'sector')?.sector).toBe('culture')
    expect(report.best).not.toBeNull()
    const best = report.levers.find(({ code }) => code === report.best)
    for (const lever of report.levers) expect((best?.relief ?? 0n) >= lever.relief).toBe(true)
  })

  test('loses more when its largest client or a sector fails, and needs more when the levy falls', () => {
    // A failure may also need less: who fails orders nothing more. What is lost is the sure part.
    const [asIs, client, sector, levy] = report.scenarios
    expect((client?.lost.low ?? 0n) > (asIs?.lost.high ?? 0n)).toBe(true)
    expect((sector?.lost.low ?? 0n) > (asIs?.lost.high ?? 0n)).toBe(true)
    expect((levy?.capital.value ?? 0n) >= (asIs?.capital.value ?? 1n)).toBe(true)
    expect(levy?.lost).toEqual(asIs?.lost)
  })

  test('counts capital at its face, and the fund with the capital it names is late once in a thousand', () => {
    expect(report.levers.find(({ code }) => code === 'capital')?.relief).toBe(steps.capitalMore)
    const world = scenariosOf(model, steps)[0]?.model as StressModel
    const paths = runPaths(world, { seed: 3, from: 0, to: 1_000 })
    const { value } = capitalFor(paths, 0.001)
    expect(value).toBe(report.scenarios[0]?.capital.value)
    expect(lateChance(paths, value).value).toBeLessThanOrEqual(0.001)
    expect(lateChance(paths, value - 1n).value).toBeGreaterThan(0.001)
    expect(bandsOf(paths, model.days, model.available)).toEqual(report.bands)
    expect(report.bands[0]).toMatchObject({ day: 0, middle: 1_500_000n })
  })

  test('tells its progress up to the end', () => {
    const told: number[] = []
    stressReport(model, { seed: 3, paths: 10, steps }, (done) => told.push(done))
    expect(told.at(-1)).toBeCloseTo(1, 12)
    expect([...told].sort((a, b) => a - b)).toEqual(told)
  })

  test('has every lever in a world of its own', () => {
    const levers = leversOf(model, steps)
    expect(levers.map(({ code }) => code)).toEqual(['levy-share', 'credit-limits', 'capital', 'dunning'])
    const { numerator, denominator } = levers[0]?.model.levyShare ?? fraction(0n, 1n)
    expect(numerator * 5n).toBe(denominator * 3n)
    expect(levers[3]?.model.delays).toEqual([-3, 0, 0, 0, 2, 4, 10, 20, 30, 54])
  })
})

test.each([
  ['days', { days: 731 }],
  ['correlation', { correlation: 1 }],
  ['delays', { delays: [] }],
  ['delays', { delays: [4, 3] }],
  ['levyShare', { levyShare: fraction(3n, 2n) }],
  ['clients[0].hazardAYear', { clients: [{ sector: 'a', hazardAYear: -1, limit: null }] }],
  [
    'claims[0].client',
    { claims: [{ client: 0, issuedOn: 0, wageOn: 0, dueOn: 0, net: 1n, wage: 1n, levy: 0n }] },
  ],
])('what cannot be played is refused by its name: %s', (field, changes) => {
  const model: StressModel = {
    days: 10,
    available: 0n,
    levyShare: fraction(1n, 1n),
    clients: [],
    claims: [],
    correlation: 0,
    delays: [0],
    ...changes,
  }
  try {
    runPaths(model, { seed: 1, from: 0, to: 1 })
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(Problem)
    expect((error as Problem).field).toBe(field)
  }
})
