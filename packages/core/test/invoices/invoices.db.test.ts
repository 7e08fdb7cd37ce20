import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addClient } from '../../src/clients/index.ts'
import { type ContractDraft, contractById, createContracts } from '../../src/contracts/index.ts'
import { creditorReference, formatAmount } from '../../src/country/index.ts'
import { inOffice, type Transaction } from '../../src/database/index.ts'
import { creditInvoice, type Invoice, issueInvoices, printedNumber } from '../../src/invoices/index.ts'
import { post } from '../../src/ledger/index.ts'
import { asOwner, type TestDatabase, testDatabase } from '../support/database.ts'
import { clientDraft, jobDraft, type WorkScene, workScene } from '../support/work-scene.ts'

let database: TestDatabase
let scene: WorkScene
beforeAll(async () => {
  database = await testDatabase({ max: 20 })
})
afterAll(() => database.drop())
let offices = 0
beforeEach(async () => {
  scene = await workScene(database.db, `wl${++offices}`)
})

const inScene = <T>(work: (trx: Transaction) => Promise<T>) => inOffice(database.db, scene.officeId, work)

async function doneJobs(count: number, changes: Partial<ContractDraft> = {}): Promise<string[]> {
  const drafts = Array.from({ length: count }, () => jobDraft(scene, changes))
  const created = await inScene((trx) => createContracts(trx, scene.context, drafts))
  return created.map(({ contractId }) => contractId)
}
const issue = (ids: string[], options = {}) =>
  inScene((trx) => issueInvoices(trx, scene.context, ids, options))
async function issueOne(changes: Partial<ContractDraft> = {}): Promise<Invoice> {
  const [invoice] = await issue(await doneJobs(1, changes))
  return invoice as Invoice
}
const numbers = async () => {
  const { rows } = await inScene((trx) =>
    sql<{
      number: bigint
    }>`select number from samen.invoice where office_id = ${scene.officeId} and kind = 'invoice'
      order by number`.execute(trx),
  )
  return rows.map(({ number }) => Number(number))
}
const balances = async () => {
  const { rows } = await inScene((trx) =>
    sql<{ account: string; amount: bigint }>`
      select account, (sum(debit) - sum(credit))::int8 as amount from samen.ledger_balance
       where office_id = ${scene.officeId} group by account`.execute(trx),
  )
  return Object.fromEntries(rows.map(({ account, amount }) => [account, amount]))
}

describe('an invoice', () => {
  test('states the fee, its VAT and what the client owes, and is due when the client’s days are over', async () => {
    const invoice = await issueOne()
    expect(invoice).toMatchObject({
      net: 100_000n,
      vat: 21_000n,
      total: 121_000n,
      levy: 6_500n,
      dueOn: '2026-12-23',
    })
    expect(printedNumber(invoice)).toBe('INV-2026-00001')
    expect(invoice.document).toMatchObject({
      seller: { name: 'Samen Workland' },
      buyer: { name: 'Theatre 1' },
      vat: [{ code: 'standard', rate: '21', base: '1000.00', amount: '210.00' }],
    })
    expect(creditorReference.check(invoice.paymentReference)).toMatchObject({ valid: true })
  })

  test('carries each supply’s own rate, and none where the client accounts for it', async () => {
    expect(await issueOne({ supply: 'performance' })).toMatchObject({ vat: 6_000n })
    expect(await issueOne({ region: 'south' })).toMatchObject({ vat: 6_000n })
    expect(await issueOne({ region: 'north' })).toMatchObject({ vat: 21_000n })
    const client = await inScene((trx) =>
      addClient(trx, scene.context, clientDraft(2, { country: 'FR', vatNumber: 'FR40303265045' })),
    )
    expect(await issueOne({ clientId: client.clientId })).toMatchObject({ vat: 0n, total: 100_000n })
  })

  test('rounds its VAT half up, to the cent', async () => {
    // 21 % of 0.50 is 10.5 cents; of 0.02 it is 0.42 of a cent.
    expect(await issueOne({ fee: 50n })).toMatchObject({ vat: 11n })
    expect(await issueOne({ fee: 2n })).toMatchObject({ vat: 0n, total: 2n })
  })

  test('moves its contract on, puts a message in the outbox, and is in the books', async () => {
    const invoice = await issueOne()
    expect(await inScene((trx) => contractById(trx, scene.officeId, invoice.contractId))).toMatchObject({
      state: 'invoiced',
    })
    const { rows } = await inScene((trx) =>
      sql`select idempotency_key from samen.outbox where office_id = ${scene.officeId} and kind = 'invoice'`.execute(
        trx,
      ),
    )
    expect(rows).toEqual([{ idempotency_key: invoice.invoiceId }])
    expect(await balances()).toMatchObject({
      'client-receivable': 121_000n,
      turnover: -100_000n,
      'vat-payable': -21_000n,
      'budget-change': 100_000n,
      'activity-budget': -93_500n,
      'fund-available': -6_500n,
    })
  })

  test('is issued once, however often it is asked for', async () => {
    const ids = await doneJobs(2)
    const first = await issue(ids)
    const again = await issue([...ids].reverse())
    expect(again).toEqual(first.toReversed())
    expect(await numbers()).toEqual([1, 2])
  })

  test('is not issued for a job that is not done', async () => {
    const ids = [...(await doneJobs(1)), ...(await doneJobs(1, { state: 'started' }))]
    await expect(issue(ids)).rejects.toMatchObject({ type: 'conflict', field: 'state' })
    expect(await numbers()).toEqual([])
  })

  test('never carries a day before that of the number before it', async () => {
    await issue(await doneJobs(1), { issuedOn: '2026-11-20' })
    await expect(issue(await doneJobs(1), { issuedOn: '2026-11-19' })).rejects.toMatchObject({
      type: 'conflict',
    })
    await issue(await doneJobs(1), { issuedOn: '2026-12-01' })
    // The clock says 23 November.
    expect(await issueOne()).toMatchObject({ issuedOn: '2026-12-01' })
  })

  test('cannot be changed or deleted, not even by the server’s role', async () => {
    const { invoiceId } = await issueOne()
    for (const statement of [sql`update samen.invoice set net = 1`, sql`delete from samen.invoice`])
      await expect(inScene((trx) => statement.execute(trx))).rejects.toMatchObject({ code: '42501' })
    await expect(
      asOwner(database.url, (owner) =>
        owner.query('update samen.invoice set net = 1 where invoice_id = $1', [invoiceId]),
      ),
    ).rejects.toMatchObject({ code: '23001' })
  })
})

describe('invoice numbers', () => {
  test('have no gap when many clerks issue at once and some of them fail', async () => {
    const jobs = await doneJobs(60)
    const attempts = jobs.map((id, index) =>
      inScene(async (trx) => {
        await issueInvoices(trx, scene.context, [id])
        if (index % 3 === 0) throw new Error('power cut')
      }),
    )
    const outcomes = await Promise.allSettled(attempts)
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(20)
    expect(await numbers()).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
  })

  test('are given in the order asked when hundreds are issued together', async () => {
    const invoices = await issue(await doneJobs(500))
    expect(invoices.map(({ number }) => Number(number))).toEqual(
      Array.from({ length: 500 }, (_, index) => index + 1),
    )
    expect(new Set(invoices.map(({ paymentReference }) => paymentReference)).size).toBe(500)
  })

  test('two clerks who issue the same jobs at once issue one invoice each job', async () => {
    const jobs = await doneJobs(20)
    const [one, other] = await Promise.all([issue(jobs), issue(jobs.toReversed())])
    expect(other).toEqual(one.toReversed())
    expect(await numbers()).toHaveLength(20)
  })

  test('start anew each year', async () => {
    await issueOne()
    const [next] = await issue(await doneJobs(1), { issuedOn: '2027-01-04' })
    expect(next).toMatchObject({ series: 'INV-2027', number: 1n })
  })
})

describe('a credit note', () => {
  const credit = (invoiceId: string, net?: bigint) =>
    inScene((trx) =>
      creditInvoice(trx, scene.context, invoiceId, {
        reason: 'cancelled',
        ...(net !== undefined && { net }),
      }),
    )

  test('takes a whole invoice back, and the books are as before', async () => {
    const invoice = await issueOne()
    const note = await credit(invoice.invoiceId)
    expect(printedNumber(note)).toBe('CN-2026-00001')
    expect(note).toMatchObject({
      kind: 'credit-note',
      credits: invoice.invoiceId,
      net: 100_000n,
      vat: 21_000n,
      levy: 6_500n,
    })
    expect(note.document.credits).toEqual({
      number: 'INV-2026-00001',
      issuedOn: '2026-11-23',
      reason: 'cancelled',
    })
    for (const amount of Object.values(await balances())) expect(amount).toBe(0n)
  })

  test('in three parts takes back exactly the whole, VAT and levy included', async () => {
    // Another job's levy is in the funds, for the cent by which three splits may differ from one.
    await issueOne()
    const invoice = await issueOne({ fee: 10_001n })
    const parts = [
      await credit(invoice.invoiceId, 3_333n),
      await credit(invoice.invoiceId, 3_333n),
      await credit(invoice.invoiceId),
    ]
    const sum = (of: 'net' | 'vat' | 'levy' | 'total') => parts.reduce((total, part) => total + part[of], 0n)
    expect([sum('net'), sum('vat'), sum('levy'), sum('total')]).toEqual([
      invoice.net,
      invoice.vat,
      invoice.levy,
      invoice.total,
    ])
    await expect(credit(invoice.invoiceId)).rejects.toMatchObject({ type: 'conflict' })
  })

  test('is never above what is left of its invoice', async () => {
    const invoice = await issueOne()
    await credit(invoice.invoiceId, 60_000n)
    await expect(credit(invoice.invoiceId, 40_001n)).rejects.toMatchObject({
      type: 'invalid-field',
      field: 'net',
      detail: expect.stringContaining(formatAmount(40_000n)),
    })
  })

  test('is never above what is left, though two clerks credit at once', async () => {
    const invoice = await issueOne()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => credit(invoice.invoiceId, 30_000n)),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  })

  test('does not give back what the activity has spent', async () => {
    const invoice = await issueOne()
    const spending = {
      key: 'spent',
      kind: 'wages',
      legalEntityId: invoice.legalEntityId,
      effectiveOn: '2026-11-23',
      entries: [
        { account: 'activity-budget', subject: scene.activity.activityId, currency: 'EUR', amount: 50_000n },
        { account: 'budget-change', currency: 'EUR', amount: -50_000n },
      ],
    }
    await inScene((trx) => post(trx, scene.officeId, [spending]))
    await expect(credit(invoice.invoiceId)).rejects.toMatchObject({ type: 'refused', field: 'net' })
    // 935.00 of the fee was the activity's; 435.00 are left.
    await expect(credit(invoice.invoiceId, 46_000n)).resolves.toMatchObject({ net: 46_000n })
  })

  test('is not itself credited', async () => {
    const note = await credit((await issueOne()).invoiceId)
    await expect(credit(note.invoiceId)).rejects.toMatchObject({ type: 'conflict' })
  })
})
