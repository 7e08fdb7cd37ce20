import { inflateRawSync } from 'node:zlib'
import type { XbrlReport } from '@samen/core/consolidation'
import { inOffice, newId } from '@samen/core/database'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PackSender } from '../../core/test/support/pack-sender.ts'
import { type Person, type TestServer, testServer } from './support/server.ts'

let server: TestServer
let finance: Person
let second: Person
let staff: Person

beforeAll(async () => {
  server = await testServer()
  const xd = await server.office('xd')
  const group = await server.office('group', 'group')
  await inOffice(server.db, xd, (trx) =>
    sql`insert into samen.legal_entity (office_id, legal_entity_id, entity_no, name, company_number, vat_number, iban,
              street, post_code, town, country, time_zone)
            values (${xd}, ${newId()}, 1, 'SC', '1', '1', 'X', 'Road 1', '1', 'Town', 'XT', 'Europe/Brussels')`.execute(
      trx,
    ),
  )
  const everywhere = { xd: ['finance'], group: ['finance'] } as const
  finance = await server.person('ann', everywhere)
  second = await server.person('kim', everywhere)
  staff = await server.person('joe', { xd: ['staff'] })
  const line = { number: '1', name: 'One', opening: '0.00' }
  const office = new PackSender('aa')
  await office.pair(server.db, group)
  await office.send(server.db, group, {
    period: '2026-10',
    accounts: [
      { ...line, account: 'bank', group: 'G1100', debit: '1250.50', credit: '0.00', closing: '1250.50' },
      { ...line, account: 'turnover', group: 'G4100', debit: '0.00', credit: '1250.50', closing: '-1250.50' },
    ],
  })
})
afterAll(() => server[Symbol.asyncDispose]())

const month = '/v1/group/consolidations/2026-10'
const invoice = {
  counterparty: 'aa',
  reference: 'XD-1',
  kind: 'invoice',
  direction: 'given',
  amount: '120.00',
  effectiveOn: '2026-10-20',
}

test('finance books what another office owes, once; staff may read it and not write it', async () => {
  const book = (who: Person, draft: object) => who.post('/v1/offices/xd/intercompany', draft)
  const booked = await book(finance, invoice)
  expect(booked.status).toBe(201)
  const item = (await booked.json()) as { intercompanyItemId: string }
  expect(await (await book(finance, invoice)).json()).toEqual(item)
  expect(await (await book(finance, { ...invoice, amount: '121.00' })).json()).toMatchObject({ status: 409 })
  expect(
    await (await book(finance, { ...invoice, reference: 'X', counterparty: 'XD!' })).json(),
  ).toMatchObject({
    status: 422,
    field: 'counterparty',
  })
  expect((await book(staff, invoice)).status).toBe(403)
  const list = await (await staff.get('/v1/offices/xd/intercompany?counterparty=aa')).json()
  expect(list).toMatchObject({
    items: [{ reference: 'XD-1', amount: '120.00', kind: 'invoice' }],
    next: null,
  })
})

test('shares, tolerance and margins are written from a month on and read back exactly', async () => {
  const post = async (path: string, content: object) =>
    (await finance.post(`/v1/group${path}`, content)).json()
  await post('/holdings', { office: 'aa', period: '2026-10', method: 'full', share: '3/4' })
  await post('/tolerances', { period: '2026-10', amount: '0.50' })
  const margin = {
    seller: 'aa',
    buyer: 'bb',
    group: 'G1500',
    period: '2026-11',
    amount: '3.00',
    reason: 'Van',
  }
  expect(await post('/margins', margin)).toMatchObject({
    currency: 'EUR',
    holdings: [{ office: 'aa', from: '2026-10', method: 'full', share: '3/4', acquiredNetAssets: null }],
    tolerances: [{ from: '2026-10', amount: '0.50' }],
    margins: [{ seller: 'aa', buyer: 'bb', from: '2026-11', amount: '3.00' }],
  })
  for (const [field, wrong] of [
    ['share', { share: '5/4' }],
    ['share', { share: 'all' }],
    ['office', { office: 'A' }],
    ['period', { period: '2026-13' }],
  ] as const)
    expect(
      await post('/holdings', { office: 'aa', period: '2026-10', method: 'full', share: '1', ...wrong }),
    ).toMatchObject({ type: '/problems/invalid-field', field })
  expect((await staff.get('/v1/group/terms')).status).toBe(403)
})

test('an adjustment sent twice is proposed once, and counts when another person has approved it', async () => {
  const draft = {
    groupAdjustmentId: newId(),
    period: '2026-10',
    reverses: true,
    title: 'Audit',
    reason: 'Comes next month',
    lines: [
      { group: 'G5700', amount: '10.00' },
      { group: 'G2700', amount: '-10.00' },
    ],
  }
  const propose = () => finance.post('/v1/group/adjustments', draft)
  expect(await (await propose()).json()).toEqual(await (await propose()).json())
  const path = `/v1/group/adjustments/${draft.groupAdjustmentId}`
  expect((await finance.post(`${path}/approval`)).status).toBe(422)
  expect(await (await second.post(`${path}/approval`)).json()).toMatchObject({
    state: 'approved',
    reversedIn: '2026-11',
  })
  const { items } = (await (await finance.get('/v1/group/adjustments')).json()) as { items: object[] }
  expect(items).toMatchObject([{ proposedBy: 'ann', decidedBy: 'kim', mayApprove: false }])
  expect(await (await finance.get(`${month}/accounts/G2700`)).json()).toMatchObject({
    offices: [],
    adjustments: [{ title: 'Audit', amount: '-10.00' }],
    total: '-10.00',
  })
})

test('the month stands beside its plan, as statement, table, paper, workbook and facts', async () => {
  const budget = { lines: [{ office: 'aa', group: 'G4100', period: '2026-10', amount: '-1000.00' }] }
  expect(await (await finance.post('/v1/group/budgets', budget)).json()).toEqual({ changed: 1 })
  expect(await (await finance.get(`${month}/comparison`)).json()).toMatchObject({
    previousMonth: null,
    budgets: [{ office: 'aa', deviation: { month: '-250.50' } }],
  })
  expect(await (await finance.get(`${month}/statement`)).json()).toMatchObject({
    assets: { total: { amount: '1250.50' } },
    // Of 1 250.50 earned by the office a quarter is not the group's; 10.00 were accrued.
    result: { amount: '1240.50' },
    minorityResult: { amount: '312.63' },
    groupResult: { amount: '927.87' },
  })
  const csv = await finance.get(`${month}/statement/csv`)
  expect(csv.headers.get('content-disposition')).toContain('group-2026-10.csv')
  expect(await csv.text()).toContain('balance sheet,assets,G1100,Bank,1250.50,1250.50\r\n')
  const paper = await finance.get(`${month}/statement/pdf?language=de`)
  expect(paper.headers.get('content-disposition')).toContain('group-2026-10.pdf')
  expect(
    Buffer.from(await paper.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  expect(await (await finance.get(`${month}/statement/pdf?language=German`)).json()).toMatchObject({
    status: 422,
    field: 'language',
  })
  const workbook = Buffer.from(await (await finance.get(`${month}/statement/xlsx`)).arrayBuffer())
  const sheets = unzip(workbook)
  expect(Object.keys(sheets).filter((name) => /worksheets\/sheet\d/.test(name))).toHaveLength(5)
  expect(sheets['xl/worksheets/sheet1.xml']).toContain('<v>1250.5</v>')
  const facts = (await (await finance.get(`${month}/facts`)).json()) as XbrlReport
  expect(facts.facts.G1100).toMatchObject({ value: '1250.50', dimensions: { entity: 'office:group' } })
  const taxonomy = await finance.get(`${month}/${facts.documentInfo.taxonomy[0]}`)
  expect(await taxonomy.text()).toContain('<xs:element name="G1100"')
  expect((await finance.get(`${month}/as-closed`)).status).toBe(404)
  expect((await finance.get('/v1/group/consolidations/2026-13/statement')).status).toBe(422)
})

/** The texts of a ZIP file, by its central directory. */
function unzip(file: Buffer): Record<string, string> {
  const texts: Record<string, string> = {}
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  let at = file.readUInt32LE(end + 16)
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const [size, nameSize] = [file.readUInt32LE(at + 20), file.readUInt16LE(at + 28)]
    const name = file.toString('utf8', at + 46, at + 46 + nameSize)
    const start = file.readUInt32LE(at + 42)
    const data = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28)
    const packed = file.subarray(data, data + size)
    texts[name] = (file.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8')
    at += 46 + nameSize + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return texts
}
