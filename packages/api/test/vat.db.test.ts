import { addClient } from '@samen/core/clients'
import { officeContext } from '@samen/core/context'
import { inOffice, newId } from '@samen/core/database'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, type TestServer, testServer } from './support/server.ts'
import { testland } from './support/testland.ts'

let server: TestServer
let staff: Person
let finance: Person
let officeId: string

beforeAll(async () => {
  server = await testServer()
  officeId = await server.office('xv')
  await inOffice(server.db, officeId, async (trx) => {
    await sql`insert into samen.legal_entity (office_id, legal_entity_id, entity_no, name, company_number, vat_number, iban,
                street, post_code, town, country, time_zone)
              values (${officeId}, ${newId()}, 1, 'SC', '1', '1', 'X', 'Road 1', '1', 'Town', 'XT', 'Europe/Brussels')`.execute(
      trx,
    )
    await sql`insert into samen.office_terms values (${officeId}, 3000, 100000)`.execute(trx)
  })
  staff = await server.person('ann', { xv: ['staff'] })
  finance = await server.person('kim', { xv: ['finance'] })
})
afterAll(() => server[Symbol.asyncDispose]())

const at = (path: string) => `/v1/offices/xv${path}`
const answer = async (asked: Promise<Response>) => {
  const response = await asked
  return { status: response.status, body: await response.json() }
}

test('a return names its period and neighbours, and of a country without a form shows figures and cannot be filed', async () => {
  expect(await answer(staff.get(at('/vat/return?period=2026-02')))).toMatchObject({
    body: {
      period: '2026-02',
      from: '2026-02-01',
      to: '2026-02-28',
      previous: '2026-01',
      next: '2026-03',
      form: null,
      boxes: [],
      canFile: false,
      agreement: { agrees: true },
    },
  })
  expect(await answer(finance.post(at('/vat/return'), { period: '2026-02', reference: 'R' }))).toMatchObject({
    status: 422,
    body: { type: '/problems/refused' },
  })
})

test('what is no period, no company or no right is refused', async () => {
  expect(await answer(staff.get(at('/vat/return?period=2026-13')))).toMatchObject({
    status: 422,
    body: { type: '/problems/invalid-field', field: 'period' },
  })
  expect((await staff.get(at('/vat/return?entity=2'))).status).toBe(404)
  expect(await answer(staff.get(at('/vat/return/items?limit=201')))).toMatchObject({
    body: { field: 'limit' },
  })
  expect((await staff.post(at('/vat/return'), { period: '2026-02', reference: 'R' })).status).toBe(403)
  expect(await answer(staff.get(at('/vat/sales-list?period=2026-Q1')))).toMatchObject({
    status: 200,
    body: { lines: [], total: '0.00' },
  })
})

test('what the register said about a client is recorded and stays', async () => {
  const context = officeContext({ officeId, plugin: testland, by: 'kim' })
  const client = await inOffice(server.db, officeId, (trx) =>
    addClient(trx, context, { name: 'Opéra', country: 'FR', language: 'fr', vatNumber: '40 303 265 045' }),
  )
  const path = at(`/clients/${client.clientId}/vat-checks`)
  expect(await answer(staff.post(path, { result: 'maybe' }))).toMatchObject({ body: { field: 'result' } })
  expect(await answer(staff.post(path, { result: 'valid', checkedOn: '2999-01-01' }))).toMatchObject({
    body: { field: 'checkedOn' },
  })
  expect(await answer(staff.post(path, { result: 'valid', consultationNumber: 'WAPI1' }))).toMatchObject({
    status: 201,
    body: { vatNumber: 'FR40303265045', result: 'valid', consultationNumber: 'WAPI1', via: 'staff' },
  })
  expect(await answer(staff.get(path))).toMatchObject({ body: { items: [{ result: 'valid' }] } })
  const wrong = inOffice(server.db, officeId, (trx) =>
    addClient(trx, context, { name: 'Teatro', country: 'IT', language: 'it', vatNumber: 'IT1' }),
  )
  await expect(wrong).rejects.toMatchObject({ type: 'invalid-field', field: 'vatNumber' })
})

test('a declaration is recorded by finance alone, and a refusal names the field and what there is', async () => {
  const wages = { filing: 'wages', period: '2026-02', reference: 'W-2' }
  expect((await staff.post(at('/declarations'), wages)).status).toBe(403)
  expect(await answer(finance.post(at('/declarations'), { ...wages, filing: 'hearsay' }))).toMatchObject({
    status: 422,
    body: {
      type: '/problems/invalid-field',
      field: 'filing',
      detail: expect.stringContaining('wages, sales'),
    },
  })
  expect(await answer(finance.post(at('/declarations'), { ...wages, period: 'soon' }))).toMatchObject({
    status: 422,
    body: { field: 'period' },
  })
  const first = await answer(finance.post(at('/declarations'), wages))
  expect(first).toMatchObject({ status: 201, body: { reference: 'W-2', corrects: null, fileName: null } })
  expect(await answer(finance.post(at('/declarations'), wages))).toEqual(first)
  expect((await finance.post(at('/declarations'), { ...wages, reference: 'W-3' })).status).toBe(409)
  // Nobody was paid and nothing sold: nothing is due.
  expect(await answer(staff.get(at('/declarations?open=true')))).toMatchObject({ body: { items: [] } })
})
