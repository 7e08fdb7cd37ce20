import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { IsoDate, Minor } from '../../src/country/index.ts'
import { inOffice } from '../../src/database/index.ts'
import {
  debitsOfOrder,
  directDebitOrders,
  discardDirectDebits,
  endMandate,
  fileMandatePaper,
  type MandateDraft,
  mandates,
  prepareDirectDebits,
  proposeDirectDebits,
  recordMandate,
  refuseDirectDebits,
  releaseDirectDebits,
  setDirectDebitTerms,
} from '../../src/direct-debits/index.ts'
import { overdueInvoices, recordStep } from '../../src/dunning/index.ts'
import { verifyFunds } from '../../src/funds/index.ts'
import { verifyLedger } from '../../src/ledger/index.ts'
import { waitingTransactions } from '../../src/statements/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { testland } from '../support/test-country.ts'
import { major, WageScene } from '../support/wage-scene.ts'

let database: TestDatabase
let slug = 0
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const TOLD: IsoDate = '2026-11-30'
const COLLECT: IsoDate = '2026-12-14'
const days = { notifiedOn: TOLD, collectOn: COLLECT }

/** Two clients with a signed mandate each, and a job of each that is due by the day of collection; wages lent and paid. */
async function office() {
  const scene = await WageScene.open(database.db, { slug: `dd${++slug}` })
  await scene.do(TOLD, (trx, context) =>
    setDirectDebitTerms(trx, context, { creditorIdentifier: 'de98 zzz0 9999 9999 99' }),
  )
  const signed = async (reference: string, changes: Partial<MandateDraft> = {}) => {
    const { clientId } = await scene.client()
    const mandate = await scene.do(TOLD, (trx, context) =>
      recordMandate(trx, context, {
        ...{ clientId, reference, scheme: 'CORE', signedOn: '2026-10-01', recurring: true },
        ...{ debtorName: `Theatre ${reference}`, iban: 'BE71 0961 2345 6769', ...changes },
      }),
    )
    await paper(mandate.mandateId, 'signed')
    return mandate
  }
  const paper = (mandateId: string, text: string) =>
    scene.do(TOLD, (trx, context) =>
      fileMandatePaper(trx, context, {
        mandateId,
        name: 'mandate.pdf',
        bytes: new TextEncoder().encode(text),
      }),
    )
  const job = async (clientId: string) =>
    (await scene.job(await scene.worker(), clientId, { endsOn: '2026-11-12' })).invoice
  const one = await signed('M-1')
  const two = await signed('M-2', { scheme: 'B2B', recurring: false })
  const invoices = { one: await job(one.clientId), two: await job(two.clientId) }
  await scene.pay('2026-11-23')
  const prepare = (invoiceIds?: string[]) =>
    scene.do(TOLD, (trx, context) => prepareDirectDebits(trx, context, { ...days, invoiceIds }))
  const release = (orderId: string, by = 'kim', on = TOLD) =>
    scene.do(on, (trx, context) => releaseDirectDebits(trx, context, orderId), by)
  const released = async () => {
    const [orderId = ''] = await prepare()
    await release(orderId)
    return { orderId, debits: await debits(orderId) }
  }
  const debits = (orderId: string) => scene.do(TOLD, (trx) => debitsOfOrder(trx, scene.officeId, orderId))
  const propose = () => scene.do(TOLD, (trx, context) => proposeDirectDebits(trx, context, days))
  const obstacles = async () => (await propose()).map(({ obstacle }) => obstacle)
  const waiting = (on: IsoDate) =>
    scene.do(on, (trx) => waitingTransactions(trx, scene.officeId, testland.identifiers))
  return {
    ...{ scene, one, two, invoices, prepare, release, released, debits, propose, obstacles, waiting, paper },
    signed,
  }
}

async function balances({ scene }: Awaited<ReturnType<typeof office>>) {
  const { broken } = await inOffice(scene.db, scene.officeId, verifyLedger, { isolation: 'repeatable read' })
  expect(broken).toBeUndefined()
  expect(await inOffice(scene.db, scene.officeId, verifyFunds)).toEqual([])
  const { rows } = await scene.do(COLLECT, (trx) =>
    sql<{ account: string; net: Minor }>`
      select account, sum(debit - credit)::int8 as net from ledger_balance
       where office_id = ${scene.officeId} group by account having sum(debit - credit) <> 0 order by account`.execute(
      trx,
    ),
  )
  return Object.fromEntries(rows.map(({ account, net }) => [account, net]))
}

test('collections are released by a second person into one file, and the bank’s entries, whole or one by one, pay the invoices', async () => {
  const it = await office()
  const { scene, invoices } = it
  const [orderId = ''] = await it.prepare()
  await expect(it.release(orderId, 'sam')).rejects.toThrow('somebody else')
  await it.release(orderId)
  await it.release(orderId)
  const { rows: files } = await scene.do(TOLD, (trx) =>
    sql<{ content: string; total: Minor; payments: number }>`
      select content, total, payments from samen.payment_file where direct_debit_order_id = ${orderId}`.execute(
      trx,
    ),
  )
  expect(files).toHaveLength(1)
  expect(files[0]).toMatchObject({ payments: 2, total: invoices.one.total + invoices.two.total })
  expect(files[0]?.content).toContain('<LclInstrm><Cd>B2B</Cd></LclInstrm><SeqTp>OOFF</SeqTp>')
  expect(files[0]?.content).toContain('<Id>DE98ZZZ09999999999</Id>')
  const debits = await it.debits(orderId)
  const [core, b2b] = ['M-1', 'M-2'].map((name) =>
    debits.find(({ mandateReference }) => mandateReference === name),
  )
  // One block is booked as a whole, the other one by one.
  const report = await scene.statement(COLLECT, [
    { amount: major(invoices.one.total), batchId: core?.blockId as string },
    { amount: major(invoices.two.total), endToEndId: b2b?.endToEndId as string },
  ])
  expect(report).toMatchObject({ waiting: 0, warnings: [], matched: { receipts: 2, settledInvoices: 2 } })
  expect(await scene.do(COLLECT, (trx) => directDebitOrders(trx, scene.officeId))).toMatchObject([
    { state: 'released', collected: 2, failed: 0 },
  ])
  expect(await it.obstacles()).toEqual([])
  await balances(it)
})

test('a returned collection is owed again as if it had never come, the client is reminded, and its dead account is not tried again', async () => {
  const [returned, never] = [await office(), await office()]
  const { scene, invoices } = returned
  const { debits } = await returned.released()
  const core = debits.find(({ mandateReference }) => mandateReference === 'M-1')
  const amount = major(invoices.one.total)
  await scene.statement(COLLECT, [{ amount, endToEndId: core?.endToEndId as string }])
  const back = {
    amount: `-${amount}`,
    endToEndId: core?.endToEndId as string,
    returned: 'AC04',
    name: 'Theatre',
  }
  const report = await scene.statement('2026-12-16', [back])
  expect(report).toMatchObject({ waiting: 0, warnings: [expect.stringContaining('AC04')] })
  expect(await returned.waiting('2026-12-16')).toEqual([])
  expect(await balances(returned)).toEqual(await balances(never))
  const overdue = await scene.do('2026-12-16', (trx) => overdueInvoices(trx, scene.officeId, '2026-12-16'))
  expect(overdue.map(({ invoiceId, open }) => ({ invoiceId, open }))).toContainEqual({
    invoiceId: invoices.one.invoiceId,
    open: invoices.one.total,
  })
  expect(
    await scene.do(TOLD, (trx) => mandates(trx, scene.officeId, { clientId: returned.one.clientId })),
  ).toMatchObject([{ endedOn: '2026-12-16', endReason: expect.stringContaining('AC04') }])
  // The same return again is no second one.
  expect(await scene.statement('2026-12-17', [back])).toMatchObject({ waiting: 1 })
})

test('a refund of what a wage was paid with is lent by the fund, though it had lent nothing, and comes back to it', async () => {
  const it = await office()
  const { scene } = it
  const { clientId } = await scene.client({ paymentTermsDays: 10, creditLimit: 0n })
  const mandate = await scene.do(TOLD, (trx, context) =>
    recordMandate(trx, context, {
      ...{ clientId, reference: 'M-9', scheme: 'CORE', signedOn: '2026-10-01', recurring: true },
      ...{ debtorName: 'Theatre', iban: 'BE71 0961 2345 6769' },
    }),
  )
  await it.paper(mandate.mandateId, 'signed too')
  const { invoice } = await scene.job(await scene.worker(), clientId, { endsOn: '2026-11-27' })
  const { debits } = await it.released()
  const debit = debits.find(({ mandateReference }) => mandateReference === 'M-9')
  const endToEndId = debit?.endToEndId as string
  await scene.statement(COLLECT, [{ amount: major(invoice.total), endToEndId }])
  await scene.pay('2026-12-16')
  const before = await balances(it)
  const report = await scene.statement('2026-12-18', [
    { amount: `-${major(invoice.total)}`, endToEndId, returned: 'MD06', name: 'Theatre' },
  ])
  expect(report).toMatchObject({ waiting: 0, warnings: [expect.stringContaining('MD06')] })
  const lent = await scene.do('2026-12-18', (trx) =>
    sql<{ amount: Minor; cost: Minor }>`
      select a.amount, p.employer_cost - p.borne as cost from fund_advance a
        join payslip p on p.office_id = a.office_id and p.payslip_id = a.payslip_id
       where a.office_id = ${scene.officeId} and a.invoice_id = ${invoice.invoiceId}`.execute(trx),
  )
  expect(lent.rows).toHaveLength(1)
  expect(lent.rows[0]?.amount).toBe(lent.rows[0]?.cost)
  // Paid after all, the fund has its money back, and the books stand where they stood.
  await scene.statement('2026-12-21', [
    { amount: major(invoice.total), structured: invoice.paymentReference },
  ])
  expect(await balances(it)).toEqual(before)
})

test('what was paid, disputed or promised for later, or is on its way already, is not collected, nor before the client was told in time', async () => {
  const it = await office()
  const { scene, invoices, one, two } = it
  expect(await it.obstacles()).toEqual([null, null])
  await expect(
    scene.do(TOLD, (trx, context) =>
      prepareDirectDebits(trx, context, { notifiedOn: TOLD, collectOn: '2026-12-12' }),
    ),
  ).rejects.toThrow('next day is 2026-12-14')
  const late = await scene.do('2026-12-01', (trx, context) =>
    proposeDirectDebits(trx, context, { notifiedOn: '2026-12-01', collectOn: COLLECT }),
  )
  expect(late.map(({ obstacle }) => obstacle)).toEqual(['notice', 'notice'])
  const [orderId = ''] = await it.prepare([invoices.one.invoiceId])
  expect(await it.obstacles()).toEqual(['in-collection', null])
  await expect(it.prepare([invoices.one.invoiceId])).rejects.toThrow('in-collection')
  await scene.do(TOLD, (trx, context) =>
    recordStep(trx, context, {
      clientId: two.clientId,
      invoiceId: invoices.two.invoiceId,
      kind: 'dispute',
      happenedOn: TOLD,
      reason: 'The lights failed',
    }),
  )
  expect(await it.obstacles()).toEqual(['in-collection', 'dispute'])
  await scene.statement(TOLD, [{ amount: '100.00', structured: invoices.one.paymentReference }])
  await expect(it.release(orderId)).rejects.toThrow('cannot be collected any more')
  await scene.do(TOLD, (trx, context) => discardDirectDebits(trx, context, orderId))
  const [again = ''] = await it.prepare()
  expect(await it.debits(again)).toMatchObject([{ amount: invoices.one.total - 10_000n }])
  await scene.do(TOLD, (trx, context) =>
    endMandate(trx, context, { mandateId: one.mandateId, reason: 'Revoked' }),
  )
  await expect(it.release(again)).rejects.toThrow('cannot be collected any more')
})

test('what the bank refused before any money came can be collected again, what came or was released cannot be undone', async () => {
  const it = await office()
  const { scene, invoices } = it
  const { orderId } = await it.released()
  await expect(scene.do(TOLD, (trx, context) => discardDirectDebits(trx, context, orderId))).rejects.toThrow(
    'with the bank',
  )
  const refuse = (invoiceIds?: string[]) =>
    scene.do(TOLD, (trx, context) =>
      refuseDirectDebits(trx, context, { directDebitOrderId: orderId, invoiceIds, reason: 'FF01' }),
    )
  expect(await refuse([invoices.one.invoiceId])).toBe(1)
  expect(await refuse([invoices.one.invoiceId])).toBe(0)
  expect(await it.obstacles()).toEqual([null, 'in-collection'])
  await expect(
    scene.do(TOLD, (trx) =>
      sql`update samen.direct_debit set amount = 1 where direct_debit_order_id = ${orderId}`.execute(trx),
    ),
  ).rejects.toThrow('said once')
})

test('a mandate needs a euro office, its own reference, a true account and one paper; recorded twice it is one', async () => {
  const it = await office()
  const { scene, one } = it
  await expect(it.signed('m-1')).rejects.toThrow('Another mandate has the reference')
  await expect(it.signed('M-3', { iban: 'BE71096123456768' })).rejects.toMatchObject({ field: 'iban' })
  await expect(it.signed('M 3')).rejects.toMatchObject({ field: 'reference' })
  await expect(it.paper(one.mandateId, 'another')).rejects.toThrow('Another paper')
  await expect(
    scene.do(TOLD, (trx, context) =>
      setDirectDebitTerms(trx, context, { creditorIdentifier: 'DE99ZZZ09999999999' }),
    ),
  ).rejects.toMatchObject({ field: 'creditorIdentifier' })
  scene.plugin = { ...testland, currency: 'SEK' }
  await expect(it.signed('M-4')).rejects.toThrow('Autogiro')
  scene.plugin = testland
})
