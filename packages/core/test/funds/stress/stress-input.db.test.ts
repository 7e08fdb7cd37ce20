import { afterAll, beforeAll, expect, test } from 'vitest'
import { fundCockpit } from '../../../src/funds/cockpit/index.ts'
import {
  ordinarySteps,
  type StressInput,
  stressInput,
  stressReport,
} from '../../../src/funds/stress/index.ts'
import { writeOffClient } from '../../../src/write-offs/index.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'
import { major, WageScene } from '../../support/wage-scene.ts'

/**
 * An office with two clients in spring: the theatre paid one invoice late and owes the other; the studio owes one whose
 * wage has not gone out, and failed as a third, the agency, before.
 */
let database: TestDatabase
let scene: WageScene
let input: StressInput
beforeAll(async () => {
  database = await testDatabase()
  scene = await WageScene.open(database.db)
  const worker = await scene.worker()
  const other = await scene.worker()
  const theatre = await scene.client({ name: 'Theatre', sector: 'culture', paymentTermsDays: 30 })
  const studio = await scene.client({ name: 'Studio', sector: 'media', paymentTermsDays: 14 })
  const agency = await scene.client({ name: 'Agency', sector: 'media' })
  const paid = await scene.job(worker, theatre.clientId, { endsOn: '2026-02-02' })
  await scene.job(other, agency.clientId, { endsOn: '2026-02-03', fee: 100_000n })
  await scene.pay('2026-02-11')
  await scene.pay('2026-02-12')
  await scene.statement('2026-03-14', [
    { amount: major(paid.invoice.total), structured: paid.invoice.paymentReference },
  ])
  await scene.do('2026-03-20', (trx, context) =>
    writeOffClient(trx, context, { clientId: agency.clientId, on: '2026-03-20', reason: 'Bankrupt.' }),
  )
  await scene.job(worker, theatre.clientId, { endsOn: '2026-04-01' })
  await scene.pay('2026-04-14')
  await scene.job(other, studio.clientId, { endsOn: '2026-04-14', fee: 300_000n })
  input = await scene.do('2026-04-15', (trx) =>
    stressInput(trx, { currency: 'EUR', today: '2026-04-15', days: 90 }),
  )
})
afterAll(() => database.drop())

test('the fund is read as it stands in the books', async () => {
  expect(input.fund.advanced).toBeGreaterThan(0n)
  expect(input.model.available).toBe(input.fund.available)
  expect(input.fund.levyShare).toMatchObject({ numerator: 1n, denominator: 1n })
})

test('open invoices are claims: one lent, one whose wage still goes out; what failed and what was paid is none', () => {
  const standing = input.model.claims.filter(({ issuedOn }) => issuedOn <= 0)
  expect(standing).toHaveLength(2)
  const [lent] = standing.filter(({ wageOn }) => wageOn <= 0)
  const [toCome] = standing.filter(({ wageOn }) => wageOn > 0)
  expect(input.names[lent?.client ?? -1]).toBe('Theatre')
  expect(lent).toMatchObject({ issuedOn: -14, dueOn: 16, net: 200_000n, wage: input.fund.advanced, levy: 0n })
  expect(input.names[toCome?.client ?? -1]).toBe('Studio')
  expect(toCome).toMatchObject({ issuedOn: -1, dueOn: 13, net: 300_000n })
  expect(toCome?.wage).toBeLessThanOrEqual(300_000n)
  expect(toCome?.wage).toBeGreaterThan(250_000n)
})

test('clients go on as they did, to the cent of the window, and one that failed orders nothing more', () => {
  const expected = input.model.claims.filter(({ issuedOn }) => issuedOn > 0)
  const window = 73
  const of = (name: string) =>
    expected.filter(({ client }) => input.names[client] === name).reduce((sum, { net }) => sum + net, 0n)
  expect(of('Theatre')).toBe((400_000n * 90n) / BigInt(window))
  expect(of('Studio')).toBe((300_000n * 90n) / BigInt(window))
  expect(input.names).not.toContain('Agency')
})

test('what was seen and what is only believed is said', () => {
  const by = Object.fromEntries(input.assumptions.map(({ code, ...rest }) => [code, rest]))
  expect(by.delays).toMatchObject({ basis: 'assumed', observations: 1 })
  expect(by.hazard).toMatchObject({ basis: 'mixed' })
  expect(by.correlation).toMatchObject({ basis: 'assumed', value: 0.15 })
  expect(by['new-work']).toMatchObject({ basis: 'mixed', observations: 73 })
  const media = input.hazards.find(({ sector, age }) => sector === 'media' && age === 'under-1')
  expect(media?.failures).toBe(1)
  // One failure in fifty believed years, and one seen in the agency's 45 days and the studio's one.
  expect(media?.hazardAYear).toBeCloseTo(2 / (50 + 46 / 365), 6)
  const culture = input.hazards.find(({ sector }) => sector === 'culture')
  expect(culture?.failures).toBe(0)
})

test('and can be played', () => {
  const report = stressReport(input.model, {
    seed: 1,
    paths: 500,
    steps: ordinarySteps(input.fund.available),
  })
  // A hundred thousand against two jobs: not one path is short.
  expect(report.scenarios[0]?.late.value).toBe(0)
  expect(report.scenarios[0]?.late.high).toBeGreaterThan(0)
})

test('the cockpit shows the same fund: its history ends where it stands, its cash is forecast', async () => {
  const cockpit = await scene.do('2026-04-15', (trx) =>
    fundCockpit(trx, { currency: 'EUR', today: '2026-04-15' }),
  )
  expect(cockpit.available).toBe(input.fund.available)
  expect(cockpit.advanced).toBe(input.fund.advanced)
  expect(cockpit.history).toHaveLength(91)
  expect(cockpit.history.at(-1)).toEqual({
    on: '2026-04-15',
    available: cockpit.available,
    advanced: cockpit.advanced,
  })
  // Lent on 14 April, for one client.
  expect(cockpit.daysOut).toBe(1)
  expect(cockpit.concentration).toMatchObject({ clients: 1, herfindahl: 1 })
  expect(cockpit.lossRatio).toBeGreaterThan(0)
  expect(cockpit.lossRatio).toBeLessThan(1)
  expect(cockpit.expectedLoss).toBeGreaterThan(0n)
  expect(cockpit.expectedLoss).toBeLessThan(cockpit.advanced / 50n)
  expect(cockpit.forecast).toHaveLength(61)
  const received = cockpit.forecast.reduce((sum, { receipts }) => sum + receipts, 0n)
  const wages = cockpit.forecast.reduce((sum, one) => sum + one.wages, 0n)
  expect(received).toBeGreaterThan(0n)
  expect(wages).toBeGreaterThan(0n)
  expect(cockpit.delaysSeen).toBe(false)
})
