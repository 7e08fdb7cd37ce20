import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addClient } from '../../src/clients/index.ts'
import { createContracts } from '../../src/contracts/index.ts'
import { type AnyCountryPlugin, datedValues } from '../../src/country/index.ts'
import { inOffice, type Transaction } from '../../src/database/index.ts'
import {
  billingRecords,
  cancelBillingRecord,
  creditInvoice,
  exportBillingRecords,
  invoiceByNumber,
  issueInvoices,
  mendBillingRecord,
  setBillingRecords,
  verifyBillingRecords,
} from '../../src/invoices/index.ts'
import { legalEntities } from '../../src/legal-entities/index.ts'
import { asOwner, type TestDatabase, testDatabase } from '../support/database.ts'
import { clientDraft, jobDraft, type WorkScene, workland, workScene } from '../support/work-scene.ts'

/** A law that wants records from 2027 on. */
const recordland: AnyCountryPlugin = {
  ...workland,
  eInvoicing: {
    obligations: [],
    records: {
      form: 'verifactu',
      obliged: datedValues('switch', 'Records', ['2027-01-01', true, 'invented']),
    },
  },
}

let database: TestDatabase
let scene: WorkScene
let legalEntityId: string
beforeAll(async () => {
  database = await testDatabase({ max: 10 })
})
afterAll(() => database.drop())
let offices = 0
beforeEach(async () => {
  scene = await workScene(database.db, `rl${++offices}`, { plugin: recordland, vatNumber: 'ESF12345674' })
  const [entity] = await inScene((trx) => legalEntities(trx, scene.officeId))
  legalEntityId = entity?.legalEntityId as string
})

const inScene = <T>(work: (trx: Transaction) => Promise<T>) => inOffice(database.db, scene.officeId, work)
const begin = (validFrom = '2026-11-23') =>
  inScene((trx) => setBillingRecords(trx, scene.context, legalEntityId, { validFrom, sent: true }))
const issue = (count: number, issuedOn?: string) =>
  inScene(async (trx) => {
    const drafts = Array.from({ length: count }, () => jobDraft(scene))
    const made = await createContracts(trx, scene.context, drafts)
    return issueInvoices(
      trx,
      scene.context,
      made.map(({ contractId }) => contractId),
      issuedOn ? { issuedOn } : {},
    )
  })
const records = () => inScene((trx) => billingRecords(trx, scene.officeId))
const faults = () => inScene((trx) => verifyBillingRecords(trx, scene.officeId, recordland))

test('before the law wants records there are none; from its day on each invoice has one', async () => {
  await issue(1)
  expect(await records()).toEqual([])
  await issue(1, '2027-01-01')
  expect(await records()).toMatchObject([{ seq: 1n, kind: 'issued', issuedOn: '2027-01-01', previous: null }])
  expect(await faults()).toEqual([])
})

test('invoices and credit notes make one chain, each naming the hash before it', async () => {
  await begin()
  const [invoice] = await issue(2)
  expect(await inScene((trx) => invoiceByNumber(trx, scene.officeId, 1, 'INV-2026-00001'))).toEqual(invoice)
  await expect(
    inScene((trx) => invoiceByNumber(trx, scene.officeId, 2, 'INV-2026-00001')),
  ).rejects.toMatchObject({ type: 'not-found' })
  await inScene((trx) =>
    creditInvoice(trx, scene.context, invoice?.invoiceId as string, { net: 10_000n, reason: 'less' }),
  )
  const chain = await records()
  expect(chain.map(({ seq, number }) => [seq, number])).toEqual([
    [1n, 'INV-2026-00001'],
    [2n, 'INV-2026-00002'],
    [3n, 'CN-2026-00001'],
  ])
  expect(chain.map(({ previous }) => previous)).toEqual([null, chain[0]?.hash, chain[1]?.hash])
  expect(chain[2]?.content).toContain('<sf:ImporteTotal>-121.00</sf:ImporteTotal>')
  expect(chain[0]?.address).toContain('/ValidarQR?nif=F12345674&numserie=INV-2026-00001')
  expect(await faults()).toEqual([])
})

test('companies that issue at once never share a link', async () => {
  await begin()
  await Promise.all(Array.from({ length: 5 }, () => issue(2)))
  expect((await records()).map(({ seq }) => Number(seq))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(await faults()).toEqual([])
})

test('an invoice that is not issued leaves no record, and the next one takes its place', async () => {
  await begin()
  await expect(
    inScene(async (trx) => {
      const [made] = await createContracts(trx, scene.context, [jobDraft(scene)])
      await issueInvoices(trx, scene.context, [made?.contractId as string])
      throw new Error('the power went out')
    }),
  ).rejects.toThrow('power')
  await issue(1)
  expect((await records()).map(({ seq }) => seq)).toEqual([1n])
})

test('a record is mended by another and taken back once, each with its reason', async () => {
  await begin()
  const [invoice] = await issue(1)
  const id = invoice?.invoiceId as string
  await inScene((trx) =>
    mendBillingRecord(trx, scene.context, id, { reason: 'refused by the agency', rejected: true }),
  )
  await expect(
    inScene((trx) => mendBillingRecord(trx, scene.context, id, { reason: ' ', rejected: false })),
  ).rejects.toMatchObject({ type: 'invalid-field' })
  await inScene((trx) => cancelBillingRecord(trx, scene.context, id, { reason: 'issued twice by mistake' }))
  await expect(
    inScene((trx) => cancelBillingRecord(trx, scene.context, id, { reason: 'again' })),
  ).rejects.toMatchObject({ type: 'conflict' })
  expect((await records()).map(({ kind, reason }) => [kind, reason])).toEqual([
    ['issued', null],
    ['corrected', 'refused by the agency'],
    ['cancelled', 'issued twice by mistake'],
  ])
  expect(await faults()).toEqual([])
  const { content, last } = await inScene((trx) =>
    exportBillingRecords(trx, scene.officeId, legalEntityId, 0n),
  )
  expect(last).toBe(3n)
  expect(content.match(/<sum:RegistroFactura>/g)).toHaveLength(3)
})

test('a client without any number is recorded as not identified', async () => {
  await begin()
  const client = await inScene((trx) =>
    addClient(trx, scene.context, clientDraft(9, { vatNumber: null, companyNumber: null })),
  )
  await inScene(async (trx) => {
    const [made] = await createContracts(trx, scene.context, [jobDraft(scene, { clientId: client.clientId })])
    await issueInvoices(trx, scene.context, [made?.contractId as string])
  })
  expect((await records())[0]?.content).toContain('<sf:TipoFactura>F2</sf:TipoFactura>')
})

test('who begins late must begin after the last invoice without a record', async () => {
  await issue(1)
  await expect(begin('2026-11-23')).rejects.toMatchObject({ type: 'invalid-field' })
  await begin('2026-11-24')
})

test('the database takes no record beside the chain, and changes none; verifying finds what an owner changed', async () => {
  await begin()
  await issue(3)
  const copy = (changes: string) =>
    asOwner(database.url, (client) =>
      client.query(`
        insert into samen.billing_record
        select (jsonb_populate_record(r, '${changes}')).* from samen.billing_record r
         where r.office_id = '${scene.officeId}' and seq = 3`),
    )
  await expect(copy('{"seq": 4, "kind": "corrected", "reason": "x"}')).rejects.toThrow(/names the hash/)
  await expect(
    asOwner(database.url, (client) => client.query(`update samen.billing_record set hash = repeat('0', 64)`)),
  ).rejects.toThrow()
  await asOwner(database.url, (client) =>
    client.query(`
      alter table samen.billing_record disable trigger append_only;
      update samen.billing_record set facts = facts || '{"gross": "1.00"}'
       where office_id = '${scene.officeId}' and seq = 2;
      alter table samen.billing_record enable always trigger append_only`),
  )
  expect(await faults()).toMatchObject([
    { seq: 2n, detail: 'Record 2 does not follow from the one before it.' },
  ])
})
