import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MergeDraft, mergeClients, mergesInto, previewMerge } from '../../src/client-merges/index.ts'
import { clientById, clientsByNumberOrName, similarClients } from '../../src/clients/index.ts'
import type { Minor } from '../../src/country/index.ts'
import { inOffice } from '../../src/database/index.ts'
import { collectionSteps, decideLimit, limitDecisions, recordStep } from '../../src/dunning/index.ts'
import { verifyFunds } from '../../src/funds/index.ts'
import { verifyLedger } from '../../src/ledger/index.ts'
import { latestMatches, matchByHand, undoMatch, waitingTransactions } from '../../src/statements/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { testIban, testland, testNumber } from '../support/test-country.ts'
import { major, WageScene } from '../support/wage-scene.ts'

let database: TestDatabase
let office: Awaited<ReturnType<typeof twice>>
beforeAll(async () => {
  database = await testDatabase()
  office = await twice('m1')
})
afterAll(() => database.drop())

const DAY = '2026-11-25'
const OPERA = testIban(700_001)

/** An office that has one house twice: each with a job, whose wage the fund has lent. Of the second half is paid. */
async function twice(slug: string) {
  const scene = await WageScene.open(database.db, { slug })
  const kept = await scene.client({ name: 'Opera', vatNumber: testNumber(301, 10) })
  const double = await scene.client({
    name: 'The Royal Opera',
    email: 'bills@opera.example',
    town: 'Capital',
  })
  const jobs = {
    kept: await scene.job(await scene.worker(), kept.clientId, { endsOn: '2026-11-12' }),
    double: await scene.job(await scene.worker(), double.clientId, { endsOn: '2026-11-12' }),
  }
  await scene.pay('2026-11-23')
  const half = jobs.double.invoice.total / 2n
  await scene.statement('2026-11-24', [{ amount: major(half), name: 'KON OPERA', iban: OPERA }])
  const [receipt] = await scene.do(DAY, (trx) => waitingTransactions(trx, scene.officeId, []))
  await scene.do(DAY, (trx, context) =>
    matchByHand(trx, context, {
      bankTransactionId: receipt?.bankTransactionId as string,
      parts: [{ invoiceId: jobs.double.invoice.invoiceId }],
    }),
  )
  await scene.do(DAY, (trx, context) =>
    recordStep(trx, context, {
      ...{ clientId: double.clientId, kind: 'promise', happenedOn: DAY, untilOn: '2026-12-20' },
      ...{ amount: half, reason: 'the rest next month' },
    }),
  )
  await scene.do(DAY, (trx, context) =>
    decideLimit(trx, context, double.clientId, {
      kind: 'decided',
      amount: 5_000n,
      untilOn: null,
      reason: 'new',
    }),
  )
  return { scene, kept, double, jobs, half }
}

const merge = (
  { scene, kept, double }: typeof office,
  changes: Partial<MergeDraft> = {},
  day: Parameters<WageScene['context']>[0] = DAY,
) =>
  mergeClients(scene.db, scene.context(day, 'kim'), {
    clientId: double.clientId,
    intoId: kept.clientId,
    reason: 'Entered twice',
    ...changes,
  })

/** What the books have by client, of accounts that are owned or owed. */
const books = ({ scene }: typeof office) =>
  scene.do(DAY, async (trx) => {
    const { rows } = await sql<{ subject: string; account: string; amount: Minor }>`
      select subject, account, sum(amount)::int8 as amount from ledger_entry
       where office_id = ${scene.officeId} and account in ('client-receivable', 'client-deposits')
       group by subject, account having sum(amount) <> 0 order by subject, account`.execute(trx)
    return rows
  })

test('who merges sees first what both have, and that it is nothing anybody could do by mistake', async () => {
  const { scene, kept, double, jobs, half } = office
  const ask = (clientId: string, intoId: string) =>
    scene.do(DAY, (trx) => previewMerge(trx, scene.officeId, { clientId, intoId }))
  const seen = await ask(double.clientId, kept.clientId)
  expect(seen).toMatchObject({
    merged: { name: 'The Royal Opera', openJobs: 1, invoices: 1, owed: half, creditLimit: 5_000n },
    into: { name: 'Opera', openJobs: 1, invoices: 1, owed: jobs.kept.invoice.total, creditLimit: 2_000_000n },
    takes: ['email', 'address'],
    numbersDiffer: false,
  })
  expect(seen.into.exposure).toBeGreaterThan(0n)
  await expect(ask(kept.clientId, kept.clientId)).rejects.toMatchObject({ field: 'clientId' })
  await expect(merge(office, { reason: ' ' })).rejects.toMatchObject({ field: 'reason' })
  const other = await WageScene.open(database.db, { slug: 'm2' })
  const theirs = await other.client()
  await expect(merge(office, { intoId: theirs.clientId })).rejects.toMatchObject({ type: 'not-found' })
})

test('two VAT numbers are two clients, unless somebody says that the number changed', async () => {
  const { scene, kept } = office
  const old = await scene.client({ name: 'Opera of old', vatNumber: testNumber(302, 10) })
  await expect(merge(office, { clientId: old.clientId })).rejects.toMatchObject({ field: 'numberChanged' })
  await merge(office, { clientId: old.clientId, numberChanged: true })
  const found = await scene.do(DAY, (trx) =>
    clientsByNumberOrName(trx, scene.officeId, {
      vatNumbers: [old.vatNumber as string],
      companyNumbers: [],
      names: [],
    }),
  )
  expect(found.map(({ clientId }) => clientId)).toEqual([kept.clientId])
  expect((await scene.do(DAY, (trx) => clientById(trx, scene.officeId, kept.clientId))).vatNumber).toBe(
    kept.vatNumber,
  )
})

test('an insolvent client is not merged with one that is said to be sound', async () => {
  const { scene } = office
  const failed = await scene.client({ name: 'Opera Buffa' })
  await scene.do(DAY, (trx, context) =>
    recordStep(trx, context, {
      clientId: failed.clientId,
      kind: 'insolvency',
      happenedOn: DAY,
      reason: 'court',
    }),
  )
  await expect(merge(office, { clientId: failed.clientId })).rejects.toThrow(/insolvent/)
})

test('every table that names a client is one a merge knows of', async () => {
  const { rows } = await office.scene.do(DAY, (trx) =>
    sql<{ table: string }>`
      select f.conrelid::regclass::text as table from pg_constraint f
       where f.contype = 'f' and f.confrelid = 'samen.client'::regclass order by 1`.execute(trx),
  )
  const work = [
    'contract',
    'invoice',
    'dunning_letter',
    'collection_step',
    'client_vat_check',
    'delivery_rule',
    'mandate',
  ]
  const memory = ['bank_payer', 'bank_rule']
  // How it was rated and what was decided about its limit stays with the name it was said of.
  const kept = ['client_rating', 'client_limit', 'client', 'client_merge']
  expect([...new Set(rows.map(({ table }) => table))]).toEqual([...work, ...memory, ...kept].sort())
})

test('afterwards there is one client, with everything of both, and the books are as exact as before', async () => {
  const { scene, kept, jobs, half } = office
  const total = (await books(office)).reduce((sum, { amount }) => sum + amount, 0n)
  const documents = () =>
    scene.do(DAY, async (trx) => {
      const { rows } =
        await sql`select document from invoice where office_id = ${scene.officeId} order by invoice_id`.execute(
          trx,
        )
      return rows
    })
  const before = await documents()
  const [one, again] = await Promise.all([merge(office), merge(office)])
  expect(again).toEqual(one)
  expect(await documents()).toEqual(before)
  expect(await books(office)).toEqual([
    { subject: kept.clientId, account: 'client-receivable', amount: jobs.kept.invoice.total + half },
  ])
  expect(total).toBe(jobs.kept.invoice.total + half)
  await scene.do(DAY, async (trx) => {
    const { officeId } = scene
    expect(await clientById(trx, officeId, kept.clientId)).toMatchObject({
      ...{ name: 'Opera', email: 'bills@opera.example', town: 'Capital', creditLimit: 2_000_000n },
    })
    expect(await collectionSteps(trx, officeId, { clientId: kept.clientId })).toHaveLength(1)
    expect(await limitDecisions(trx, officeId, kept.clientId)).toMatchObject([{ of: 'The Royal Opera' }])
    expect(await similarClients(trx, officeId, { name: 'Royal Opera' })).toEqual([])
    expect(await mergesInto(trx, officeId, kept.clientId)).toMatchObject([
      { name: 'The Royal Opera', mergedBy: 'kim' },
      { name: 'Opera of old' },
    ])
    const { rows } = await sql<{ clients: number; lent: Minor }>`
      select count(distinct client_id)::int as clients, sum(amount - repaid)::int8 as lent from fund_advance
       where office_id = ${officeId}`.execute(trx)
    expect(rows[0]?.clients).toBe(1)
  })
  expect(await inOffice(scene.db, scene.officeId, verifyFunds)).toEqual([])
  const { broken } = await inOffice(scene.db, scene.officeId, verifyLedger, { isolation: 'repeatable read' })
  expect(broken).toBeUndefined()
})

test('nobody works with a merged client any more, nor merges it a second time', async () => {
  const { scene, kept, double } = office
  const third = await scene.client({ name: 'Ballet' })
  await expect(merge(office, { intoId: third.clientId })).rejects.toThrow(/merged into “Opera”/)
  await expect(merge(office, { clientId: third.clientId, intoId: double.clientId })).rejects.toThrow(
    /merged into “Opera”/,
  )
  await expect(
    scene.do(DAY, async (trx, context) =>
      decideLimit(trx, context, double.clientId, {
        kind: 'decided',
        amount: 1n,
        untilOn: null,
        reason: 'no',
      }),
    ),
  ).rejects.toMatchObject({ field: 'clientId' })
  await expect(scene.job(await scene.worker(), double.clientId, { endsOn: DAY })).rejects.toMatchObject({
    field: expect.stringContaining('clientId'),
  })
  await expect(
    scene.do(DAY, (trx) =>
      sql`update invoice set client_id = ${third.clientId} where client_id = ${kept.clientId}`.execute(trx),
    ),
  ).rejects.toThrow(/keeps its client/)
})

test('the bank’s receipts find it under both names and by the account of either', async () => {
  const { scene, kept } = office
  await scene.statement('2026-11-26', [
    { amount: '10.00', name: 'The Royal Opera' },
    { amount: '11.00', name: 'Somebody', iban: OPERA },
  ])
  const waiting = await scene.do('2026-11-26', (trx) =>
    waitingTransactions(trx, scene.officeId, testland.identifiers),
  )
  expect(waiting.map(({ suggestions }) => suggestions[0]?.clientId)).toEqual([kept.clientId, kept.clientId])
})

test('a match from before can be taken back: the survivor owes again', async () => {
  const { scene, kept, jobs } = office
  const [match] = await scene.do(DAY, (trx) => latestMatches(trx, scene.officeId))
  await scene.do(DAY, (trx, context) =>
    undoMatch(trx, context, { bankMatchId: match?.bankMatchId as string, reason: 'another house' }),
  )
  expect(await books(office)).toEqual([
    {
      ...{ subject: kept.clientId, account: 'client-receivable' },
      amount: jobs.kept.invoice.total + jobs.double.invoice.total,
    },
  ])
})
