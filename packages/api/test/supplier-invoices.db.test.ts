import { openActivity } from '@samen/core/activities'
import { officeContext } from '@samen/core/context'
import { inOffice, newId } from '@samen/core/database'
import { writeUbl } from '@samen/core/e-invoice'
import { accountsOf, openAccounts } from '@samen/core/ledger'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ordinary } from '../../core/test/e-invoice/invoices.ts'
import { type Person, type TestServer, testServer } from './support/server.ts'
import { testland } from './support/testland.ts'

let server: TestServer
let ada: Person
let bob: Person
let staff: Person
let activityId: string

beforeAll(async () => {
  server = await testServer()
  const officeId = await server.office('xb')
  const [adaId, bobId] = [newId(), newId()]
  await inOffice(server.db, officeId, async (trx) => {
    await sql`insert into samen.legal_entity (office_id, legal_entity_id, entity_no, name, company_number, vat_number, iban,
                street, post_code, town, country, time_zone)
              values (${officeId}, ${newId()}, 1, 'Théâtre de l’Invention', '1', 'BE0987654394', 'X', 'Road 1', '1', 'Town', 'XT',
                'Europe/Brussels')`.execute(trx)
    for (const [at, memberId] of [adaId, bobId].entries())
      await sql`insert into samen.member (office_id, member_id, given_name, family_name, birth_date, national_number, email,
                  iban, street, post_code, town, country, language, joined_on)
                values (${officeId}, ${memberId}, 'Ada', 'Invented', '1990-01-01', ${String(at)}, ${`${at}@x.example`}, 'X',
                  'Road 1', '1', 'Town', 'XT', 'en', '2026-01-01')`.execute(trx)
    await openAccounts(trx, officeId, accountsOf(testland))
    const context = officeContext({ officeId, plugin: testland, by: 'test', today: '2026-11-23' })
    const activity = await openActivity(trx, context, {
      name: 'Ada sings',
      kind: 'single',
      sector: 'artistic',
      openedOn: '2026-01-01',
      memberIds: [adaId],
    })
    activityId = activity.activityId
  })
  ada = await server.person('ada', { xb: ['member'] }, adaId)
  bob = await server.person('bob', { xb: ['member'] }, bobId)
  staff = await server.person('sam', { xb: ['staff'] })
})
afterAll(() => server[Symbol.asyncDispose]())

const at = (path: string) => `/v1/offices/xb${path}`
const xml = writeUbl(ordinary())
const bring = (who: Person, content = xml) =>
  who.post(
    at(`/me/imports/supplier-invoices?activityId=${activityId}&name=lamp.xml`),
    content,
    'application/xml',
  )
const read = async (answer: Response) =>
  (await answer.json()) as Record<string, unknown> & { items: object[] }

test('a member brings a supplier invoice for her own activity, sees it, and gets back the very file', async () => {
  expect((await bring(bob)).status).toBe(404)
  const brought = await bring(ada)
  expect(brought.status).toBe(201)
  const supplierInvoice = await read(brought)
  expect(supplierInvoice).toMatchObject({
    total: '1754.50',
    state: 'assigned',
    payment: 'none',
    breaksRules: false,
  })
  expect((await read(await ada.get(at('/me/purchases')))).items).toHaveLength(1)
  expect((await read(await bob.get(at('/me/purchases')))).items).toHaveLength(0)
  const original = `/me/purchases/${supplierInvoice.supplierInvoiceId}/original`
  expect(await (await ada.get(at(original))).text()).toBe(xml)
  expect((await bob.get(at(original))).status).toBe(404)
  expect((await ada.get(at('/supplier-invoices'))).status).toBe(403)
  const again = await bring(ada)
  expect(again.status).toBe(409)
  expect(await read(again)).toMatchObject({
    supplierInvoiceId: supplierInvoice.supplierInvoiceId,
    sameFile: true,
  })
})

test('a budget that does not bear a supplier invoice says so, and a refusal frees its number', async () => {
  const [supplierInvoice] = (await read(await staff.get(at('/supplier-invoices?state=assigned')))).items as {
    supplierInvoiceId: string
  }[]
  const to = (step: string) => at(`/supplier-invoices/${supplierInvoice?.supplierInvoiceId}/${step}`)
  const approval = await staff.post(to('approval'), {})
  expect(approval.status).toBe(422)
  expect(await read(approval)).toMatchObject({ type: '/problems/refused' })
  expect((await staff.post(to('refusal'), { reason: '' })).status).toBe(422)
  expect(await read(await staff.post(to('refusal'), { reason: 'Not ours' }))).toMatchObject({
    state: 'refused',
    reason: 'Not ours',
    decidedBy: 'sam',
  })
  expect((await staff.post(at('/supplier-payments'), {})).status).toBe(404)
  expect((await bring(ada, 'no invoice')).status).toBe(422)
})
