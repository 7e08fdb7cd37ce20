import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { contractById, createContract, moveContracts } from '../../src/contracts/index.ts'
import { fraction, type IsoDate } from '../../src/country/index.ts'
import {
  creditInvoice,
  type Invoice,
  issueDeposit,
  issueInvoices,
  moveJobs,
} from '../../src/invoices/index.ts'
import { undoMatch } from '../../src/statements/index.ts'
import { vatReturn } from '../../src/vat-returns/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { major, WageScene } from '../support/wage-scene.ts'
import { landWith } from '../vat-returns/form.ts'

let database: TestDatabase
let scene: WageScene
let worker: { memberId: string; activityId: string }
let clientId: string
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
let offices = 0
beforeEach(async () => {
  scene = await WageScene.open(database.db, { slug: `d${++offices}` })
  scene.plugin = landWith()
  worker = await scene.worker()
  clientId = (await scene.client({ vatNumber: null })).clientId
})

const ORDERED = '2026-02-02'
const DONE = '2026-03-10'

/** An order of 2,000 euro at 20 %, worked on 10 March. */
const order = () =>
  scene.do(ORDERED, async (trx, context) => {
    const { contractId } = await createContract(trx, context, {
      activityId: worker.activityId,
      clientId,
      title: 'An evening of songs',
      fee: 200_000n,
      startsOn: DONE,
      endsOn: DONE,
      state: 'order',
      engagements: [
        {
          memberId: worker.memberId,
          share: fraction(1n, 1n),
          terms: { status: 'worker' },
          hiringFiledAt: new Date('2026-02-02T08:00:00Z'),
        },
      ],
    })
    return contractId
  })
const ask = (contractId: string, value = 3_000n) =>
  scene.do(ORDERED, (trx, context) =>
    issueDeposit(trx, context, contractId, { ask: { kind: 'percent', value } }),
  )
const finish = (contractId: string) =>
  scene.do(DONE, async (trx, context) => {
    await moveContracts(trx, context, [contractId], 'started')
    await moveContracts(trx, context, [contractId], 'done')
    const [invoice] = await issueInvoices(trx, context, [contractId])
    return invoice as Invoice
  })
const pays = (on: IsoDate, { paymentReference: structured, total }: Invoice, amount = total) =>
  scene.statement(on, [{ amount: major(amount), structured }])
const balances = () =>
  scene.do(DONE, async (trx) => {
    const { rows } = await sql<{ account: string; amount: bigint }>`
      select account, sum(amount)::int8 as amount from samen.ledger_entry
       where account in ('client-receivable', 'client-deposits', 'turnover', 'vat-payable')
          or subject = ${worker.activityId}
       group by account having sum(amount) <> 0`.execute(trx)
    return Object.fromEntries(rows.map(({ account, amount }) => [account, amount]))
  })
const vatOf = (day: IsoDate) =>
  scene.do('2026-06-01', async (trx, context) => {
    const { treatments } = await vatReturn(trx, context, { day })
    return treatments.reduce((sum, { vat }) => sum + vat, 0n)
  })

test('a deposit is the client’s money until the job is invoiced; then it is earned, and the wage is that of the whole job', async () => {
  const contractId = await order()
  const deposit = await ask(contractId)
  expect(await ask(contractId, 5_000n)).toEqual(deposit)
  expect(deposit).toMatchObject({ kind: 'deposit', net: 60_000n, vat: 12_000n, levy: 0n })
  expect(await balances()).toEqual({
    'client-receivable': 72_000n,
    'client-deposits': -60_000n,
    'vat-payable': -12_000n,
  })
  await pays('2026-02-10', deposit)
  const invoice = await finish(contractId)
  expect(invoice).toMatchObject({ net: 140_000n, vat: 28_000n, document: { deposit: { net: '600.00' } } })
  const levy = invoice.levy
  expect(await balances()).toEqual({
    'client-receivable': 168_000n,
    turnover: -200_000n,
    'vat-payable': -40_000n,
    'activity-budget': -(200_000n - levy),
  })
  const { rows } = await scene.do(DONE, (trx) =>
    sql<{ budget: bigint }>`
      select (sum(net) - sum(levy))::int8 as budget from samen.invoice where contract_id = ${contractId}`.execute(
      trx,
    ),
  )
  expect(rows).toEqual([{ budget: 200_000n - levy }])
  const { run } = await scene.compute('2026-03-19')
  const paid = await scene.do('2026-03-19', (trx) =>
    sql<{ cost: bigint; advance: bigint }>`
      select employer_cost as cost, advance from samen.payslip where pay_run_id = ${run?.payRunId}`.execute(
      trx,
    ),
  )
  const [slip] = paid.rows as [{ cost: bigint; advance: bigint }]
  // The whole budget, to the cents no gross reaches; what the deposit brought need not be advanced.
  expect(slip.cost).toBeGreaterThan(190_000n - levy)
  expect(slip.advance).toBe(slip.cost - 72_000n)
})

test('what a client did not pay of a deposit is credited when the job is invoiced, and its money is not asked for twice', async () => {
  const contractId = await order()
  const deposit = await ask(contractId)
  await pays('2026-02-10', deposit, 20_001n)
  const invoice = await finish(contractId)
  const { rows } = await scene.do(DONE, (trx) =>
    sql<Invoice>`select net, vat, total, credits from samen.invoice where kind = 'credit-note'`.execute(trx),
  )
  expect(rows).toMatchObject([{ credits: deposit.invoiceId, total: 72_000n - 20_001n }])
  expect(invoice.total + 20_001n).toBe(240_000n)
  expect(await balances()).toMatchObject({ 'client-receivable': 240_000n - 20_001n, turnover: -200_000n })
  expect((await balances())['client-deposits']).toBeUndefined()
  // Late money for the deposit waits: nothing is open on it.
  await pays('2026-03-12', deposit, 1_000n)
  expect((await balances())['client-receivable']).toBe(240_000n - 20_001n)
})

test('money for a deposit is taken back before its job is invoiced, and not after: the invoice says that it came', async () => {
  const contractId = await order()
  const deposit = await ask(contractId)
  await pays('2026-02-10', deposit)
  const undo = (on: IsoDate) =>
    scene.do(on, async (trx, context) => {
      const { rows } = await sql<{ id: string }>`
        select bank_match_id as id from samen.bank_match m
         where invoice_id = ${deposit.invoiceId} and undoes is null
           and not exists (select from samen.bank_match u where u.undoes = m.bank_match_id)`.execute(trx)
      return undoMatch(trx, context, { bankMatchId: rows[0]?.id ?? '', reason: 'Another client’s money.' })
    })
  expect(await undo('2026-02-11')).toMatchObject({ amount: 72_000n, lentAgain: 0n })
  expect(await balances()).toMatchObject({ 'client-receivable': 72_000n, 'client-deposits': -60_000n })
  await pays('2026-02-12', deposit)
  await finish(contractId)
  await expect(undo('2026-03-11')).rejects.toMatchObject({ type: 'conflict' })
})

test('an order that is cancelled gives its deposit back, and the books are as before', async () => {
  const contractId = await order()
  const deposit = await ask(contractId)
  await expect(
    scene.do(ORDERED, (trx, context) => moveContracts(trx, context, [contractId], 'cancelled')),
  ).rejects.toMatchObject({ code: '23001' })
  const cancel = () =>
    scene.do('2026-02-20', (trx, context) => moveJobs(trx, context, [contractId], 'cancelled'))
  expect(await cancel()).toMatchObject([{ state: 'cancelled' }])
  await cancel()
  const { rows } = await scene.do(DONE, (trx) =>
    sql`select credits, total from samen.invoice where kind = 'credit-note'`.execute(trx),
  )
  expect(rows).toEqual([{ credits: deposit.invoiceId, total: 72_000n }])
  expect(await balances()).toEqual({})
})

test('a wrong deposit is credited and asked for anew; one that is no part of the fee, or comes too late, never', async () => {
  const contractId = await order()
  const deposit = await ask(contractId)
  await scene.do(ORDERED, (trx, context) =>
    creditInvoice(trx, context, deposit.invoiceId, { reason: 'wrong address' }),
  )
  const second = await ask(contractId, 2_000n)
  expect(second).toMatchObject({ net: 40_000n, number: 2n })
  await expect(ask(await order(), 10_000n)).rejects.toMatchObject({ type: 'invalid-field', field: 'deposit' })
  await expect(
    scene.do(ORDERED, async (trx, context) => issueDeposit(trx, context, await order())),
  ).rejects.toMatchObject({ type: 'invalid-field', field: 'deposit' })
  await finish(contractId)
  await expect(
    scene.do(DONE, (trx, context) =>
      issueDeposit(trx, context, contractId, { ask: { kind: 'amount', value: 1_000n } }),
    ),
  ).rejects.toMatchObject({ type: 'conflict' })
})

test('a job that was paid by deposit and invoice is credited on both, and its levy goes back once', async () => {
  // Another job's levy is in the funds.
  await scene.job(worker, clientId, { endsOn: '2026-01-20' })
  const before = await balances()
  const contractId = await order()
  const deposit = await ask(contractId)
  await pays('2026-02-10', deposit)
  const invoice = await finish(contractId)
  await pays('2026-03-12', invoice)
  const credit = (invoiceId: string) =>
    scene.do('2026-03-13', (trx, context) => creditInvoice(trx, context, invoiceId, { reason: 'cancelled' }))
  const notes = [await credit(deposit.invoiceId), await credit(invoice.invoiceId)]
  expect(notes.reduce((sum, { levy }) => sum + levy, 0n)).toBe(invoice.levy)
  // No wage was made of it: nobody waits for it any more.
  const job = scene.do(DONE, (trx) => contractById(trx, scene.officeId, contractId))
  expect(await job).toMatchObject({ state: 'closed' })
  // It has paid what is credited, and owes as much for the other job.
  const { 'client-receivable': owed, ...others } = before
  expect(owed).toBe(240_000n)
  expect(await balances()).toEqual(others)
})

test('the VAT return counts a deposit once: when it is paid, or on its day where the law says so', async () => {
  const contractId = await order()
  const deposit = await ask(contractId)
  expect(await vatOf('2026-02-01')).toBe(0n)
  await pays('2026-02-10', deposit, 36_000n)
  expect(await vatOf('2026-02-01')).toBe(6_000n)

  const source = 'invented'
  scene.plugin = landWith({ rule: 'invoice', source, deposits: { rule: 'invoice', source } })
  const other = await order()
  await ask(other)
  expect(await vatOf('2026-02-01')).toBe(6_000n + 12_000n)

  await finish(contractId)
  await finish(other)
  expect(await vatOf('2026-02-01')).toBe(18_000n)
  // The rest of the one; of the other nothing was paid, so it is taken back and the job's invoice bears the whole.
  expect(await vatOf('2026-03-01')).toBe(34_000n - 12_000n + 40_000n)
})
