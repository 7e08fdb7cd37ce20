import { percent } from '@samen/core/country'
import { inOffice, newId } from '@samen/core/database'
import { addAllocationRule, contribute, openFunds } from '@samen/core/funds'
import { accountsOf, openAccounts } from '@samen/core/ledger'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, type TestServer, testServer } from './support/server.ts'
import { testland } from './support/testland.ts'

let server: TestServer
let finance: Person
let second: Person
const [wages, courses] = [newId(), newId()]

beforeAll(async () => {
  server = await testServer()
  const officeId = await server.office('xd')
  const legalEntityId = newId()
  await inOffice(server.db, officeId, async (trx) => {
    await sql`insert into samen.legal_entity (office_id, legal_entity_id, entity_no, name, company_number, vat_number, iban,
                street, post_code, town, country, time_zone)
              values (${officeId}, ${legalEntityId}, 1, 'SC', '1', '1', 'X', 'Road 1', '1', 'Town', 'XT', 'Europe/Brussels')`.execute(
      trx,
    )
    await openAccounts(trx, officeId, accountsOf(testland))
    await openFunds(trx, [
      { fundId: wages, kind: 'wage-guarantee', currency: 'EUR', name: 'Wages' },
      { fundId: courses, kind: 'training', currency: 'EUR', name: 'Courses' },
    ])
    await addAllocationRule(trx, {
      currency: 'EUR',
      from: '2026-01-01',
      shares: [
        { fundId: wages, share: percent('75') },
        { fundId: courses, share: percent('25') },
      ],
    })
    await contribute(trx, [
      {
        sourceId: newId(),
        legalEntityId,
        currency: 'EUR',
        effectiveOn: '2026-09-01',
        activityId: newId(),
        amount: 100_001n,
      },
    ])
  })
  finance = await server.person('ann', { xd: ['finance'] })
  second = await server.person('kim', { xd: ['approver'] })
})
afterAll(() => server[Symbol.asyncDispose]())

const at = (path: string) => `/v1/offices/xd${path}`
const halves = [
  { fundId: wages, percent: '50' },
  { fundId: courses, percent: '50' },
]

test('a rule is tried on the last year, then written for a day to come', async () => {
  const preview = await finance.post(at('/funds/rules/preview'), { shares: halves })
  expect(preview.status).toBe(200)
  expect(await preview.json()).toMatchObject({
    levies: 1,
    total: '1000.01',
    funds: [
      { code: 'wage-guarantee', got: '750.01', would: '500.01', difference: '-250.00' },
      { code: 'training', got: '250.00', would: '500.00', difference: '250.00' },
    ],
  })
  const past = await finance.post(at('/funds/rules'), { from: '2026-11-23', shares: halves })
  expect(past.status).toBe(422)
  expect(await past.json()).toMatchObject({ field: 'from' })
  const bounds = [{ fundId: courses, floor: '0', cap: '600.00', priority: 1 }]
  expect(
    (await finance.post(at('/funds/rules'), { from: '2027-01-01', shares: halves, bounds })).status,
  ).toBe(201)
  expect(await (await second.get(at('/funds/rules'))).json()).toMatchObject({
    rules: [{ from: '2026-01-01' }, { from: '2027-01-01', shares: [{ percent: '50' }, { percent: '50' }] }],
    bounds: [{ from: '2027-01-01', bounds: [{ floor: '0.00', cap: '600.00' }] }],
  })
  expect((await second.post(at('/funds/rules'), { from: '2027-02-01', shares: halves })).status).toBe(403)
  const wrong = await finance.post(at('/funds/rules/preview'), {
    shares: [{ fundId: wages, percent: '1e2' }],
  })
  expect(await wrong.json()).toMatchObject({ field: 'shares.0.percent' })
})

test('a transfer takes two people', async () => {
  const proposed = await finance.post(at('/funds/transfers'), {
    fromFundId: courses,
    toFundId: wages,
    amount: '100.00',
    decidedOn: '2026-11-20',
    minutes: 'Point 4',
  })
  expect(proposed.status).toBe(201)
  const { fundTransferId } = (await proposed.json()) as { fundTransferId: string }
  expect((await finance.post(at(`/funds/transfers/${fundTransferId}/approval`))).status).toBe(422)
  const approved = await second.post(at(`/funds/transfers/${fundTransferId}/approval`))
  expect(await approved.json()).toMatchObject({
    state: 'approved',
    effectiveOn: '2026-11-23',
    amount: '100.00',
  })
  const { items } = (await (await finance.get(at('/funds/transfers'))).json()) as { items: object[] }
  expect(items).toHaveLength(1)
  const funds = await (await finance.get(at('/funds'))).json()
  expect(funds).toMatchObject({
    funds: [{ transferred: '100.00', available: '850.01' }, { available: '150.00' }],
  })
})

test('an office opens a fund of its own', async () => {
  const opened = await finance.post(at('/funds'), { name: 'Instruments' })
  expect(opened.status).toBe(201)
  expect(await opened.json()).toMatchObject({ code: 'custom', name: 'Instruments' })
  expect((await finance.post(at('/funds'), { name: 'instruments' })).status).toBe(409)
})
