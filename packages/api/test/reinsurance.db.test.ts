import { newId } from '@samen/core/database'
import { fundPositions, writeOff } from '@samen/core/funds'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testland } from '../../core/test/support/test-country.ts'
import { WageScene } from '../../core/test/support/wage-scene.ts'
import { type Person, type TestServer, testServer } from './support/server.ts'

let server: TestServer
let finance: Person
let staff: Person
const funds = new Map<string, string>()

beforeAll(async () => {
  server = await testServer(testland)
  for (const slug of ['north', 'pool']) {
    const scene = await WageScene.open(server.db, { slug })
    server.known(slug, scene.officeId)
    const [guarantee] = await scene.do('2026-01-03', fundPositions)
    funds.set(slug, guarantee?.fundId as string)
    if (slug === 'north')
      await scene.do('2026-09-10', (trx) =>
        writeOff(trx, [
          {
            ...{
              sourceId: newId(),
              legalEntityId: scene.legalEntityId,
              currency: 'EUR',
              effectiveOn: '2026-09-10',
            },
            ...{
              invoiceId: newId(),
              clientId: newId(),
              activityId: newId(),
              open: 400_000n,
              vat: 0n,
              takenBack: 0n,
            },
          },
        ]),
      )
  }
  finance = await server.person('ann', { north: ['finance'], pool: ['finance'] })
  staff = await server.person('sam', { north: ['staff'] })
})
afterAll(() => server[Symbol.asyncDispose]())

test('two offices agree, one cedes a month, the other books the same statement', async () => {
  const terms = {
    fromYear: 2026,
    retentionPerLoss: '1000.00',
    retentionPerYear: '0',
    sharePercent: '80',
    premiumPercent: '2.5',
  }
  const agree = (office: string, counterparty: string, direction: string) =>
    finance.post(`/v1/offices/${office}/reinsurance/treaties`, {
      ...terms,
      counterparty,
      direction,
      fundId: funds.get(office),
    })
  expect((await agree('north', 'pool', 'ceded')).status).toBe(201)
  expect((await agree('pool', 'north', 'assumed')).status).toBe(201)
  const asked = { counterparty: 'pool', period: '2026-09' }
  const preview = await staff.get(
    '/v1/offices/north/reinsurance/cessions/preview?counterparty=pool&period=2026-09',
  )
  const expected = {
    lines: [{ lossYear: 2026, gross: '4000.00', ceded: '2400.00', change: '2400.00' }],
    premium: '0.00',
  }
  expect(await preview.json()).toMatchObject(expected)
  expect((await staff.post('/v1/offices/north/reinsurance/cessions', asked)).status).toBe(403)
  const ceded = await finance.post('/v1/offices/north/reinsurance/cessions', asked)
  expect(ceded.status).toBe(201)
  const statement = await ceded.json()
  expect(statement).toMatchObject(expected)
  expect((await finance.post('/v1/offices/pool/reinsurance/assumptions', { statement })).status).toBe(201)
  expect((await finance.post('/v1/offices/pool/reinsurance/assumptions', { statement })).status).toBe(201)
  const other = await finance.post('/v1/offices/pool/reinsurance/assumptions', {
    statement: { ...(statement as object), premium: '1.00' },
  })
  expect(other.status).toBe(409)
  expect(await (await finance.get('/v1/offices/pool/reinsurance')).json()).toMatchObject({
    treaties: [{ counterparty: 'north', direction: 'assumed', sharePercent: '80', premiumPercent: '2.5' }],
    accounts: [{ counterparty: 'north', period: '2026-09', statement: expected }],
  })
  const late = await finance.post('/v1/offices/north/reinsurance/cessions', { ...asked, period: '2026-11' })
  expect(await late.json()).toMatchObject({ status: 422, field: 'period' })
})
