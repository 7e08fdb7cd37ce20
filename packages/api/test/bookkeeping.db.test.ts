import { inOffice, newId } from '@samen/core/database'
import { accountsOf, openAccounts, post } from '@samen/core/ledger'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, type TestServer, testServer } from './support/server.ts'
import { testland } from './support/testland.ts'

let server: TestServer
let officeId: string
let ann: Person
let kim: Person
let staff: Person
const [legalEntityId, activityId] = [newId(), newId()]

beforeAll(async () => {
  server = await testServer()
  officeId = await server.office('xb')
  await inOffice(server.db, officeId, async (trx) => {
    await sql`
      insert into samen.legal_entity (office_id, legal_entity_id, entity_no, name, company_number, vat_number, iban,
        street, post_code, town, country, time_zone)
      values (${officeId}, ${legalEntityId}, 1, 'Testland Coop', '1234', 'XT1234', 'XT00', 'Way 1', '1000', 'Town', 'XT',
        'Europe/Brussels')`.execute(trx)
    await sql`
      insert into samen.activity (office_id, activity_id, legal_entity_id, name, kind, sector, opened_on)
      values (${officeId}, ${activityId}, ${legalEntityId}, 'Ada sings', 'single', 'artistic', '2026-01-01')`.execute(
      trx,
    )
    await openAccounts(trx, officeId, accountsOf(testland))
    await post(trx, officeId, [
      {
        key: 'test:budget',
        kind: 'opening',
        legalEntityId,
        effectiveOn: '2026-08-04',
        entries: [
          { account: 'bank', currency: 'EUR', amount: 500_000n },
          { account: 'activity-budget', subject: activityId, currency: 'EUR', amount: -500_000n },
        ],
      },
    ])
  })
  ann = await server.person('ann', { xb: ['finance'] })
  kim = await server.person('kim', { xb: ['approver'] })
  staff = await server.person('sue', { xb: ['staff'] })
})
afterAll(() => server[Symbol.asyncDispose]())

const at = (path: string) => `/v1/offices/xb${path}`
async function answered(answer: Promise<Response>, status: number) {
  const { status: got, ...response } = await answer.then(async (one) => ({
    status: one.status,
    body: (await one.json()) as Record<string, unknown>,
  }))
  expect([got, response.body]).toEqual([status, expect.anything()])
  return response.body
}

test('equipment is bought by a supplier invoice, written off and sold at /v1', async () => {
  const paper = {
    supplierInvoiceId: newId(),
    activityId,
    supplierName: 'Invented Stage Supplies',
    supplierCountry: 'BE',
    number: '2026/114',
    issuedOn: '2026-09-02',
    net: '1200.00',
    vat: '252.00',
  }
  await answered(staff.post(at('/supplier-invoices'), { ...paper, net: '-1' }), 422)
  const entered = { state: 'assigned', total: '1452.00', hasOriginal: false, assetId: null }
  expect(await answered(staff.post(at('/supplier-invoices'), paper), 201)).toMatchObject(entered)
  expect(await answered(staff.post(at('/supplier-invoices'), paper), 201)).toMatchObject(entered)
  const approval = at(`/supplier-invoices/${paper.supplierInvoiceId}/approval`)
  const equipment = { name: 'Camera', months: 24, declining: '50' }
  await answered(staff.post(approval, { equipment }), 409)
  expect(
    await answered(ann.post(approval, { equipment: { ...equipment, residual: '1200.00' } }), 422),
  ).toMatchObject({ field: 'equipment.residual' })
  const { assetId } = await answered(ann.post(approval, { equipment }), 200)
  expect(await answered(staff.get(at(`/equipment/${assetId}`)), 200)).toMatchObject({
    supplierInvoiceId: paper.supplierInvoiceId,
    reference: '2026/114',
    declining: '50',
    bookValue: '1200.00',
  })
  expect(await answered(ann.post(at('/equipment/depreciation'), { period: '2026-09' }), 200)).toEqual({
    period: '2026-09',
    currency: 'EUR',
    assets: 1,
    amount: '50.00',
  })
  expect(await answered(staff.get(at('/equipment')), 200)).toMatchObject({
    items: [{ assetId, depreciated: '50.00', bookValue: '1150.00' }],
    next: null,
  })
  const sale = { disposedOn: '2026-10-20', proceeds: '1100', vat: '0', reason: 'Sold' }
  expect(await answered(ann.post(at(`/equipment/${assetId}/disposal`), sale), 200)).toMatchObject({
    gain: '-50.00',
  })
  expect(await answered(staff.get(at('/equipment')), 200)).toMatchObject({ items: [] })
  expect(await answered(staff.get(at('/equipment?disposed=true')), 200)).toMatchObject({
    items: [{ disposedOn: '2026-10-20' }],
  })
})

test('a member offers work to another activity, which pays for it out of its budget at /v1', async () => {
  const [sellerId, memberId, internalOrderId] = [newId(), newId(), newId()]
  await inOffice(server.db, officeId, async (trx) => {
    await sql`
      insert into samen.member (office_id, member_id, given_name, family_name, birth_date, national_number, email, iban,
        street, post_code, town, country, language, joined_on)
      values (samen.current_office(), ${memberId}, 'Mira', 'Invented', '1990-05-01', '90050112345', 'mira@samen.example',
        'XT01', 'Way 2', '1000', 'Town', 'XT', 'en', '2026-01-01')`.execute(trx)
    await sql`
      insert into samen.activity (office_id, activity_id, legal_entity_id, name, kind, sector, opened_on)
      values (samen.current_office(), ${sellerId}, ${legalEntityId}, 'Mira builds sets', 'single', 'artistic', '2026-01-01')`.execute(
      trx,
    )
    await sql`
      insert into samen.activity_member (office_id, activity_id, member_id)
      values (samen.current_office(), ${sellerId}, ${memberId})`.execute(trx)
  })
  const mira = await server.person('mira', { xb: ['member'] }, memberId)
  expect(await answered(mira.get(at('/me/internal-orders/activities?search=ADA')), 200)).toEqual({
    items: [{ activityId, name: 'Ada sings' }],
  })
  const offer = { internalOrderId, sellerId, buyerId: activityId, title: 'A stage set', amount: '250.00' }
  await answered(
    mira.post(at('/me/internal-orders'), { ...offer, sellerId: activityId, buyerId: sellerId }),
    403,
  )
  expect(await answered(mira.post(at('/me/internal-orders'), { ...offer, amount: '0' }), 422)).toMatchObject({
    field: 'amount',
  })
  expect(await answered(mira.post(at('/me/internal-orders'), offer), 201)).toMatchObject({
    state: 'offered',
    next: ['withdraw'],
  })
  const take = (by: Person, step: string, status: number, reason?: string, from = '') =>
    answered(by.post(at(`${from}/internal-orders/${internalOrderId}/steps`), { step, reason }), status)
  await take(mira, 'accept', 403, undefined, '/me')
  await take(staff, 'accept', 403)
  await take(ann, 'accept', 200)
  await take(mira, 'deliver', 200, undefined, '/me')
  expect(await take(ann, 'settle', 200)).toMatchObject({ state: 'settled', amount: '250.00' })
  expect(await take(mira, 'return', 422, undefined, '/me')).toMatchObject({ field: 'reason' })
  await take(mira, 'return', 200, 'It did not fit', '/me')
  const listed = { items: [{ internalOrderId, state: 'returned', next: [] }], next: null }
  expect(await answered(mira.get(at('/me/internal-orders')), 200)).toMatchObject(listed)
  expect(await answered(staff.get(at('/internal-orders')), 200)).toMatchObject(listed)
})

test('an activity borrows, pays and reads its statement at /v1', async () => {
  const loanId = newId()
  const asked = {
    loanId,
    activityId,
    fundId: null,
    principal: '1200.00',
    firstDueOn: '2026-12-10',
    instalments: 12,
    rate: '6',
    purpose: 'A van',
  }
  expect(await answered(ann.post(at('/loans'), asked), 201)).toMatchObject({ state: 'proposed', next: null })
  await answered(ann.post(at(`/loans/${loanId}/approval`)), 422)
  expect(await answered(kim.post(at(`/loans/${loanId}/approval`)), 200)).toMatchObject({ state: 'lent' })
  await answered(ann.post(at(`/loans/${loanId}/rates`), { from: '2027-06-01', rate: '3' }), 201)
  expect(await answered(ann.post(at('/loans/collection')), 200)).toMatchObject({ instalments: 0, overdue: 0 })
  const early = { requestId: newId(), amount: '600.00' }
  await answered(ann.post(at(`/loans/${loanId}/repayments`), early), 201)
  expect(await answered(ann.post(at(`/loans/${loanId}/repayments`), early), 201)).toMatchObject({
    outstanding: '600.00',
  })
  const statement = await answered(staff.get(at(`/loans/${loanId}`)), 200)
  expect(statement).toMatchObject({
    payments: [{ paymentNo: 1, instalment: null, principal: '600.00' }],
    rates: [{ percent: '6' }, { from: '2027-06-01', percent: '3' }],
  })
  expect((statement.schedule as unknown[]).length).toBe(12)
  expect(await answered(staff.get(at(`/loans?activity=${newId()}`)), 200)).toMatchObject({ items: [] })
  // 5 000.00, less the camera, with what it brought, with the loan, less what was paid back.
  expect(await answered(staff.get(at('/activities?search=ADA')), 200)).toMatchObject({
    items: [{ activityId, name: 'Ada sings', budget: '5500.00' }],
  })
})

test('accruals, provisions, fiscal years and an assembly’s decision at /v1', async () => {
  const accrual = {
    accrualId: newId(),
    entityNo: 1,
    period: '2026-10',
    account: 'other-expenses',
    amount: '75.50',
    reason: 'Electricity',
  }
  expect(await answered(ann.post(at('/accruals'), accrual), 201)).toMatchObject({ reversedOn: '2026-11-01' })
  expect(await answered(ann.post(at('/accruals'), { ...accrual, account: 'bank' }), 422)).toMatchObject({
    field: 'account',
  })
  expect(await answered(staff.get(at('/accruals?period=2026-10')), 200)).toMatchObject({
    items: [{ amount: '75.50' }],
  })
  expect(await answered(staff.get(at('/provisions?period=2026-10')), 200)).toMatchObject({
    from: '2026-01-01',
    workers: [],
    more: false,
  })
  expect(await answered(staff.get(at('/fiscal-years')), 200)).toMatchObject({
    companies: [{ entityNo: 1, from: '2026-01-01', to: '2026-12-31', rules: [] }],
  })
  const rule = { entityNo: 1, from: '2026-09-01', months: 12, reason: 'Assembly' }
  expect(await answered(ann.post(at('/fiscal-years'), rule), 201)).toMatchObject({
    companies: [{ from: '2026-09-01', to: '2027-08-31' }],
  })
  const decided = {
    entityNo: 1,
    yearTo: '2026-08-31',
    toReserves: '10',
    decidedOn: '2026-11-01',
    minutes: 'p. 1',
  }
  await answered(ann.post(at('/appropriations'), decided), 409)
  expect(await answered(staff.get(at('/appropriations')), 200)).toEqual({ items: [] })
})

test('a month is reviewed, locked and unlocked, closed, and reopened by two people at /v1', async () => {
  const reason = { reason: 'Being reviewed' }
  await answered(staff.post(at('/months/2026-08/lock'), reason), 403)
  await answered(ann.post(at('/months/2026-13/lock'), reason), 422)
  expect(await answered(ann.post(at('/months/2026-08/lock'), reason), 200)).toMatchObject({ state: 'soft' })
  expect(await answered(ann.post(at('/months/2026-08/unlocking'), reason), 200)).toMatchObject({
    state: 'open',
  })
  await answered(ann.post(at('/closes'), { period: '2026-08' }), 201)
  expect(await answered(ann.post(at('/months/2026-08/reopening'), reason), 201)).toMatchObject({
    asked: { reason: 'Being reviewed' },
  })
  await answered(ann.post(at('/months/2026-08/reopening/confirmation')), 422)
  await answered(kim.post(at('/months/2026-08/reopening/confirmation')), 200)
  expect(await answered(staff.get(at('/months/2026-08')), 200)).toMatchObject({
    state: 'open',
    checklist: [],
    events: [
      { kind: 'locked' },
      { kind: 'unlocked' },
      { kind: 'closed' },
      { kind: 'reopening-asked' },
      { kind: 'reopened' },
    ],
  })
  await answered(kim.post(at('/months/2026-08/reopening/withdrawal')), 404)
  expect(await answered(staff.get(at('/months')), 200)).toMatchObject({
    items: expect.arrayContaining([{ period: '2026-08', state: 'open', asked: null }]),
  })
})
