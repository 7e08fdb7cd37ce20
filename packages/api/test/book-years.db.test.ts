import { inOffice, newId } from '@samen/core/database'
import { accountsOf, openAccounts, post } from '@samen/core/ledger'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, type TestServer, testServer } from './support/server.ts'
import { testland } from './support/testland.ts'

let server: TestServer
let staff: Person
const path = '/v1/offices/xt/ledger/export'

beforeAll(async () => {
  server = await testServer()
  const officeId = await server.office('xt')
  const legalEntityId = newId()
  await inOffice(server.db, officeId, async (trx) => {
    await sql`
      insert into samen.legal_entity (office_id, legal_entity_id, entity_no, name, company_number, vat_number, iban,
        street, post_code, town, country, time_zone)
      values (${officeId}, ${legalEntityId}, 1, 'Testland Coop', '1234', 'XT1234', 'XT00', 'Way 1', '1000', 'Town', 'XT',
        'Europe/Brussels')`.execute(trx)
    await openAccounts(trx, officeId, accountsOf(testland))
    await post(trx, officeId, [
      {
        key: 'test:1',
        kind: 'invoice',
        description: 'XT/2026/1',
        legalEntityId,
        effectiveOn: '2026-03-04',
        entries: [
          { account: 'client-receivable', currency: 'EUR', amount: 12_345n },
          { account: 'turnover', currency: 'EUR', amount: -12_345n },
        ],
      },
    ])
  })
  staff = await server.person('ann', { xt: ['staff'] })
})
afterAll(() => server[Symbol.asyncDispose]())

test('staff download a company’s books of a year', async () => {
  const answer = await staff.get(`${path}?format=csv&year=2026`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="1234-2026.csv"')
  const lines = (await answer.text()).trim().split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[1]).toMatch(/,2026-03-04,\d{4}-\d\d-\d\d,invoice,XT\/2026\/1,.*,EUR,123\.45,0\.00$/)
  expect(lines[2]).toMatch(/,EUR,0\.00,123\.45$/)
})

test.each([
  ['format=sie&year=2026', 422, 'format'],
  ['format=pdf&year=2026', 422, 'format'],
  ['format=csv&year=26', 422, 'year'],
  ['format=csv&year=2026&entity=0', 422, 'entity'],
  ['format=csv&year=2026&entity=2', 404, undefined],
])('a download of %s is refused before its first byte', async (question, status, field) => {
  const answer = await staff.get(`${path}?${question}`)
  expect(answer.status).toBe(status)
  expect(((await answer.json()) as { field?: string }).field).toBe(field)
})

test('staff read the statements of a year, in either chart, and take them as CSV and on paper', async () => {
  const national = await (await staff.get('/v1/offices/xt/ledger/statements?period=2026-12')).json()
  expect(national).toMatchObject({
    currency: 'EUR',
    to: '2026-12-31',
    companies: [{ entityNo: 1, name: 'Testland Coop' }],
    balanceSheet: { assets: { amount: '123.45' }, equity: { amount: '123.45' } },
    profitAndLoss: { income: { amount: '123.45', before: '0.00' }, result: { amount: '123.45' } },
    cashFlow: { closing: { amount: '0.00' } },
  })
  const group = await staff.get('/v1/offices/xt/ledger/statements?period=2026-12&chart=group&entity=1')
  expect(await group.json()).toMatchObject({
    profitAndLoss: { income: { lines: [{ number: 'G4100', name: 'Turnover', amount: '123.45' }] } },
  })
  const csv = await staff.get('/v1/offices/xt/ledger/statements/csv?period=2026-12')
  expect(csv.headers.get('content-disposition')).toBe('attachment; filename="statements-xt-2026-12.csv"')
  const paper = await staff.get('/v1/offices/xt/ledger/statements/pdf?period=2026-12&entity=1&language=nl')
  expect(paper.headers.get('content-disposition')).toContain('statements-xt-2026-12.pdf')
  expect(
    Buffer.from(await paper.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  expect(await csv.text()).toContain('profit and loss,result,,Result,123.45,0.00')
})

test.each([
  ['period=2026', 422, 'period'],
  ['period=2026-12&chart=mine', 422, 'chart'],
  ['period=2026-12&entity=2', 404, undefined],
])('statements of %s are refused', async (question, status, field) => {
  const answer = await staff.get(`/v1/offices/xt/ledger/statements?${question}`)
  expect(answer.status).toBe(status)
  expect(((await answer.json()) as { field?: string }).field).toBe(field)
})

test('the statement of an activity that is not there is refused', async () => {
  const path = '/v1/offices/xt/activities/01890a5d-ac96-774b-bcce-b302099a8057/statement'
  expect((await staff.get(`${path}?period=2026-12`)).status).toBe(404)
  expect((await staff.get(path)).status).toBe(422)
})

test('a reader who goes away gives the database connection back', async () => {
  for (let times = 0; times < 25; times++)
    await (await staff.get(`${path}?format=csv&year=2026`)).body?.cancel()
  expect((await staff.get(`${path}?format=csv&year=2026`)).status).toBe(200)
})
