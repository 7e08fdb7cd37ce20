import { afterEach, beforeEach, expect, test } from 'vitest'
import { inOffice, newId } from '../../src/database/index.ts'
import { closePeriod, openAccounts, post, verifyLedger } from '../../src/ledger/index.ts'
import { asOwner, type TestDatabase, testDatabase } from '../support/database.ts'
import { accounts, between, entry } from './office.ts'

/** Three batches of three; the first two under a seal, the third not yet. Someone with all rights then sets to work. */
let database: TestDatabase
let ids: string[][]
const office = newId()
const fund = newId()

beforeEach(async () => {
  database = await testDatabase()
  await inOffice(database.db, office, (trx) => openAccounts(trx, office, accounts))
  ids = []
  for (let round = 0; round < 3; round++) {
    const day = round < 2 ? '2026-09-15' : '2026-10-15'
    const postings = [
      between('bank', 'client-receivable', 5n, { effectiveOn: day, description: 'first' }),
      between('bank', 'bank', 1n, {
        effectiveOn: day,
        entries: [entry('bank', 7n), entry('fund-available', -7n, fund)],
      }),
      between('bank', 'activity-budget', 11n, { effectiveOn: day }),
    ]
    ids.push([...(await inOffice(database.db, office, (trx) => post(trx, office, postings))).transactionIds])
    if (round === 1) await inOffice(database.db, office, (trx) => closePeriod(trx, '2026-09-30'))
  }
})
afterEach(() => database.drop())

const verified = () => inOffice(database.db, office, verifyLedger, { isolation: 'repeatable read' })
const batchOf = (round: number) =>
  `(select batch_id from samen.ledger_transaction where transaction_id = '${ids[round]?.[0]}')`

async function tamper(...statements: string[]): Promise<void> {
  await asOwner(database.url, async (owner) => {
    for (const table of ['batch', 'transaction', 'entry', 'seal', 'seal_batch', 'balance', 'period'])
      await owner.query(`alter table samen.ledger_${table} disable trigger all`)
    for (const statement of statements) await owner.query(statement)
  })
}

test('an untouched ledger holds', async () => {
  expect(await verified()).toEqual({
    transactions: 9,
    entries: 18,
    seals: 1,
    unsealedBatches: 1,
    lastSeal: expect.stringMatching(/^[0-9a-f]{64}$/),
    broken: undefined,
  })
})

test('it is verified as of one moment or not at all', async () => {
  await expect(inOffice(database.db, office, verifyLedger)).rejects.toThrow(/repeatable read/)
})

test.each<[string, string]>([
  ['the day', `effective_on = '2026-09-16'`],
  ['the description', `description = 'First'`],
  ['the key', `idempotency_key = 'other'`],
  ['the kind', `kind = 'gift'`],
  ['the legal entity', `legal_entity_id = office_id`],
  ['the recorded time', `recorded_at = recorded_at + interval '1 microsecond'`],
  ['the source', `source_kind = 'invoice', source_id = office_id`],
  ['the hash', `hash = sha256('x')`],
])('a transaction of which %s was changed is named', async (_, change) => {
  const [, [, id]] = ids as [string[], [string, string]]
  await tamper(`update samen.ledger_transaction set ${change} where transaction_id = '${id}'`)
  expect((await verified()).broken).toMatchObject({
    what: 'transaction-changed',
    officeId: office,
    transactionId: id,
  })
})

test.each<[string, string]>([
  ['moved to another account', `account = 'vat-payable' where account = 'client-receivable'`],
  ['given to another subject', `subject = office_id where account = 'client-receivable'`],
  ['made larger with its opposite', `amount = amount * 2 where true`],
])('a transaction whose entry was %s is named', async (_, change) => {
  const [, [id]] = ids as [string[], [string]]
  await tamper(`update samen.ledger_entry set ${change} and transaction_id = '${id}'`)
  expect((await verified()).broken).toMatchObject({ what: 'transaction-changed', transactionId: id })
})

test('one changed amount is named with the cents it misses', async () => {
  const [[, , id]] = ids as [[string, string, string]]
  await tamper(
    `update samen.ledger_entry set amount = amount + 1 where transaction_id = '${id}' and entry_no = 1`,
  )
  expect((await verified()).broken).toMatchObject({
    what: 'transaction-unbalanced',
    transactionId: id,
    detail: 'The entries miss zero by 1 EUR minor units.',
  })
})

test('removed entries are named by their transaction, also in pairs', async () => {
  const [, , [id]] = ids as [string[], string[], [string]]
  await tamper(`delete from samen.ledger_entry where transaction_id = '${id}'`)
  expect((await verified()).broken).toMatchObject({ what: 'entries-missing', transactionId: id })
})

test.each([0, 1, 2])(
  'a transaction removed with its entries is missed, wherever in its batch: %i',
  async (place) => {
    const id = ids[1]?.[place]
    await tamper(
      `delete from samen.ledger_entry where transaction_id = '${id}'`,
      `delete from samen.ledger_transaction where transaction_id = '${id}'`,
    )
    expect((await verified()).broken).toMatchObject({
      what: 'transaction-missing',
      batchId: expect.any(String),
    })
  },
)

test('a sealed batch that vanished without a trace is missed by the seal', async () => {
  const list = ids[0]?.map((id) => `'${id}'`).join()
  await tamper(
    `delete from samen.ledger_batch where batch_id = ${batchOf(0)}`,
    `delete from samen.ledger_entry where transaction_id in (${list})`,
    `delete from samen.ledger_transaction where transaction_id in (${list})`,
  )
  expect((await verified()).broken).toMatchObject({
    what: 'batch-missing',
    sealNo: 1,
    batchId: expect.any(String),
  })
})

test('a seal that forgets a batch is caught', async () => {
  await tamper(`delete from samen.ledger_seal_batch where batch_id = ${batchOf(0)}`)
  expect((await verified()).broken).toMatchObject({ what: 'batch-missing', sealNo: 1 })
})

test('a seal made anew over a shorter list is caught by its hash', async () => {
  await tamper(
    `delete from samen.ledger_seal_batch where batch_id = ${batchOf(0)}`,
    `update samen.ledger_seal set batch_count = 1`,
  )
  expect((await verified()).broken).toMatchObject({ what: 'seal-changed', sealNo: 1 })
})

test('transactions whose batch is gone are named', async () => {
  await tamper(`delete from samen.ledger_batch where batch_id = ${batchOf(2)}`)
  expect((await verified()).broken).toMatchObject({ what: 'batch-missing', transactionId: ids[2]?.[0] })
})

test('a batch whose transactions are all gone is named', async () => {
  const list = ids[2]?.map((id) => `'${id}'`).join()
  await tamper(
    `delete from samen.ledger_entry where transaction_id in (${list})`,
    `delete from samen.ledger_transaction where transaction_id in (${list})`,
  )
  expect((await verified()).broken).toMatchObject({ what: 'batch-incomplete', batchId: expect.any(String) })
})

test('entries of a transaction that does not exist are named', async () => {
  const stray = newId()
  await tamper(`insert into samen.ledger_entry (office_id, transaction_id, entry_no, account, amount, currency)
    values ('${office}', '${stray}', 1, 'bank', 5, 'EUR'), ('${office}', '${stray}', 2, 'bank', -5, 'EUR')`)
  expect((await verified()).broken).toMatchObject({ what: 'entries-orphaned', transactionId: stray })
})

test.each<[string, string]>([
  [
    'changed',
    `update samen.ledger_balance set debit = debit + 1 where account = 'bank' and month = '2026-09-01'`,
  ],
  ['removed', `delete from samen.ledger_balance where account = 'bank' and month = '2026-09-01'`],
])('a balance that was %s is named with its account and month', async (_, statement) => {
  await tamper(statement)
  expect((await verified()).broken).toMatchObject({
    what: 'balance-wrong',
    account: 'bank',
    detail: expect.stringContaining('2026-09'),
  })
})
