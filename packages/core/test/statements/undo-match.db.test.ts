import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contractById } from '../../src/contracts/index.ts'
import type { IsoDate, Minor } from '../../src/country/index.ts'
import { inOffice } from '../../src/database/index.ts'
import { fundPositions, verifyFunds } from '../../src/funds/index.ts'
import { verifyLedger } from '../../src/ledger/index.ts'
import {
  latestMatches,
  matchByHand,
  rememberedPayers,
  undoMatch,
  waitingTransactions,
} from '../../src/statements/index.ts'
import { writeOffClient } from '../../src/write-offs/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { testland } from '../support/test-country.ts'
import { major, WageScene } from '../support/wage-scene.ts'

let database: TestDatabase
let slug = 0
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const PAY_DAY = '2026-11-23'
const AFTER = '2026-11-25'

/** An office with two jobs of two clients, whose wages the fund has lent. */
async function paidJobs() {
  const scene = await WageScene.open(database.db, { slug: `u${++slug}` })
  const [wrong, right] = [await scene.client(), await scene.client()]
  const jobs = {
    wrong: await scene.job(await scene.worker(), wrong.clientId, { endsOn: '2026-11-12' }),
    right: await scene.job(await scene.worker(), right.clientId, { endsOn: '2026-11-12' }),
  }
  const pay = () => scene.pay(PAY_DAY)
  const give = async (invoiceId: string, amount?: Minor, day: IsoDate = AFTER) => {
    const [one] = await scene.do(day, (trx) => waitingTransactions(trx, scene.officeId, testland.identifiers))
    return scene.do(day, (trx, context) =>
      matchByHand(trx, context, {
        bankTransactionId: one?.bankTransactionId as string,
        parts: [{ invoiceId, amount }],
      }),
    )
  }
  const undo = (bankMatchId: string, reason = 'Another invoice was meant', day: IsoDate = AFTER) =>
    scene.do(day, (trx, context) => undoMatch(trx, context, { bankMatchId, reason }), 'kim')
  const latest = () => scene.do(AFTER, (trx) => latestMatches(trx, scene.officeId))
  return { scene, jobs, pay, give, undo, latest }
}

/** What stands in the books and the fund, whoever's it is: accounts without a balance are left out. */
async function standing({ scene }: Awaited<ReturnType<typeof paidJobs>>) {
  const { broken } = await inOffice(scene.db, scene.officeId, verifyLedger, { isolation: 'repeatable read' })
  expect(broken).toBeUndefined()
  expect(await inOffice(scene.db, scene.officeId, verifyFunds)).toEqual([])
  return scene.do(AFTER, async (trx) => {
    const { rows: accounts } = await sql<{ account: string; net: Minor }>`
      select account, sum(debit - credit)::int8 as net from ledger_balance
       where office_id = ${scene.officeId} group by account having sum(debit - credit) <> 0 order by account`.execute(
      trx,
    )
    const { rows: invoices } = await sql`
      select i.number, i.total - coalesce((select sum(b.amount) from bank_match b
               where b.office_id = i.office_id and b.invoice_id = i.invoice_id), 0) as open, c.state,
             (select sum(a.amount - a.repaid) from fund_advance a
               where a.office_id = i.office_id and a.invoice_id = i.invoice_id) as lent
        from invoice i join contract c on c.office_id = i.office_id and c.contract_id = i.contract_id
       where i.office_id = ${scene.officeId} order by i.number`.execute(trx)
    const funds = (await fundPositions(trx)).map(({ fundId: _, ...position }) => position)
    return { accounts, invoices, funds }
  })
}

test.each(['by its reference', 'by hand'] as const)(
  'a receipt matched wrongly %s, taken back and matched rightly leaves what matching rightly at first would have left',
  async (how) => {
    const [mistaken, straight] = [await paidJobs(), await paidJobs()]
    const { wrong, right } = mistaken.jobs
    await mistaken.pay()
    await mistaken.scene.statement(AFTER, [
      how === 'by hand'
        ? { amount: major(wrong.invoice.total), name: 'Somebody' }
        : { amount: major(wrong.invoice.total), structured: wrong.invoice.paymentReference },
    ])
    if (how === 'by hand') await mistaken.give(wrong.invoice.invoiceId)
    const [match] = await mistaken.latest()
    expect(match).toMatchObject({ invoiceId: wrong.invoice.invoiceId, amount: wrong.invoice.total })
    const id = match?.bankMatchId as string
    // The wage of 1800.00 had been lent, had come back, and is lent again.
    expect(await mistaken.undo(id)).toMatchObject({ amount: wrong.invoice.total, lentAgain: 180_000n })
    await expect(mistaken.undo(id)).rejects.toThrow('already')
    expect(await mistaken.latest()).toEqual([])
    await mistaken.give(right.invoice.invoiceId)

    await straight.pay()
    await straight.scene.statement(AFTER, [{ amount: major(wrong.invoice.total), name: 'Somebody' }])
    await straight.give(straight.jobs.right.invoice.invoiceId)
    expect(await standing(mistaken)).toEqual(await standing(straight))
  },
)

test('a receipt that had closed a job opens it again, and what was learnt of its payer is forgotten', async () => {
  const office = await paidJobs()
  const { scene, jobs } = office
  await office.pay()
  await scene.statement(AFTER, [{ amount: major(jobs.wrong.invoice.total + 100n), name: 'Somebody' }])
  await office.give(jobs.wrong.invoice.invoiceId)
  const state = async () =>
    (await scene.do(AFTER, (trx) => contractById(trx, scene.officeId, jobs.wrong.contractId)))?.state
  expect(await state()).toBe('closed')
  expect(await scene.do(AFTER, (trx) => rememberedPayers(trx, scene.officeId))).toHaveLength(1)
  await office.undo((await office.latest())[0]?.bankMatchId as string)
  expect(await state()).toBe('invoiced')
  expect(await scene.do(AFTER, (trx) => rememberedPayers(trx, scene.officeId))).toEqual([])
})

test('a second receipt of the invoice repays what the one taken back had repaid', async () => {
  const office = await paidJobs()
  const { scene, jobs } = office
  const { invoice } = jobs.wrong
  await office.pay()
  await scene.statement(AFTER, [{ amount: '2000.00', structured: invoice.paymentReference }])
  await scene.statement(AFTER, [{ amount: '300.00', structured: invoice.paymentReference }])
  const first = (await office.latest()).find(({ amount }) => amount === 200_000n)
  // 1800.00 were lent; 300.00 of the invoice are still paid.
  expect(await office.undo(first?.bankMatchId as string)).toMatchObject({ lentAgain: 150_000n })
  await standing(office)
})

test('money that a wage was paid with has gone on, and its match stays', async () => {
  const office = await paidJobs()
  const { scene, jobs } = office
  await scene.statement('2026-11-20', [
    { amount: major(jobs.wrong.invoice.total), structured: jobs.wrong.invoice.paymentReference },
  ])
  await office.pay()
  const before = await standing(office)
  const [match] = await office.latest()
  await expect(office.undo(match?.bankMatchId as string)).rejects.toThrow('has gone on')
  await expect(office.undo(match?.bankMatchId as string, ' ')).rejects.toMatchObject({ field: 'reason' })
  expect(await standing(office)).toEqual(before)
})

test('what was recovered of an invoice written off is lost again, and what was paid before the write-off stays', async () => {
  const office = await paidJobs()
  const { scene, jobs } = office
  const { invoice } = jobs.wrong
  await scene.statement('2026-11-20', [{ amount: '240.00', structured: invoice.paymentReference }])
  await office.pay()
  await scene.do('2026-11-24', (trx, context) =>
    writeOffClient(trx, context, { clientId: invoice.clientId, on: '2026-11-24', reason: 'Bankrupt' }),
  )
  const before = await standing(office)
  await scene.statement(AFTER, [{ amount: '120.00', structured: invoice.paymentReference }])
  const [late, early] = await office.latest()
  await expect(office.undo(early?.bankMatchId as string)).rejects.toThrow('written off since')
  await office.undo(late?.bankMatchId as string)
  const { accounts, funds, invoices } = await standing(office)
  expect({ funds, invoices }).toEqual({ funds: before.funds, invoices: before.invoices })
  // The 120.00 lie at the bank and wait; all else stands as before they came.
  const moved = new Map(accounts.map(({ account, net }) => [account, net]))
  for (const { account, net } of before.accounts) moved.set(account, (moved.get(account) ?? 0n) - net)
  expect([...moved].filter(([, net]) => net !== 0n)).toEqual([
    ['bank', 12_000n],
    ['unmatched-receipts', -12_000n],
  ])
})
