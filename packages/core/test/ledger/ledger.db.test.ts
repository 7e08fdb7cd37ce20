import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inOffice, newId, type Transaction } from '../../src/database/index.ts'
import {
  accountEntries,
  balance,
  balanceAsOf,
  closePeriod,
  openAccounts,
  openPeriods,
  type Posting,
  post,
  reverse,
  seal,
  setPeriod,
  trialBalance,
  verifyLedger,
} from '../../src/ledger/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { accounts, between, entry, legalEntityId } from './office.ts'

let database: TestDatabase
let office: string
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  office = newId()
  await within((trx) => openAccounts(trx, office, accounts))
})

const within = <T>(work: (trx: Transaction) => Promise<T>) => inOffice(database.db, office, work)
const posted = (...postings: Posting[]) => within((trx) => post(trx, office, postings))
const verified = () =>
  inOffice(database.db, office, (trx) => verifyLedger(trx), { isolation: 'repeatable read' })

describe('posting', () => {
  test('writes every transaction once, however often and in whatever company it comes', async () => {
    const [a, b, c] = [1n, 2n, 3n].map((cents) => between('bank', 'client-receivable', cents)) as [
      Posting,
      Posting,
      Posting,
    ]
    const first = await posted(a, b)
    expect(first).toMatchObject({ posted: 2, alreadyPosted: 0 })
    const second = await posted(b, c, c, a)
    expect(second).toMatchObject({ posted: 1, alreadyPosted: 3 })
    expect(second.transactionIds[3]).toBe(first.transactionIds[0])
    expect(await within((trx) => balance(trx, 'bank'))).toEqual([
      { currency: 'EUR', debit: 6n, credit: 0n, net: 6n },
    ])
  })

  test('of nothing does nothing', async () => {
    expect(await posted()).toEqual({ posted: 0, alreadyPosted: 0, transactionIds: [] })
  })

  test('refuses the same key with other content, in the ledger and in one call', async () => {
    const fact = between('bank', 'client-receivable', 5n)
    await posted(fact)
    const other = { ...fact, entries: [entry('bank', 6n), entry('client-receivable', -6n)] }
    await expect(posted(other)).rejects.toMatchObject({ type: 'conflict' })
    await expect(posted({ ...fact, effectiveOn: '2026-10-16' })).rejects.toMatchObject({ type: 'conflict' })
    const fresh = between('bank', 'client-receivable', 5n)
    await expect(posted(fresh, { ...fresh, description: 'other' })).rejects.toMatchObject({
      type: 'conflict',
    })
    expect(await within((trx) => balance(trx, 'bank'))).toMatchObject([{ net: 5n }])
  })

  test('by eight at once of the same facts writes each once and refuses nobody', async () => {
    const facts = Array.from({ length: 50 }, (_, index) =>
      between('bank', 'activity-budget', BigInt(index + 1)),
    )
    const results = await Promise.all(Array.from({ length: 8 }, () => posted(...facts)))
    expect(results.reduce((sum, result) => sum + result.posted, 0)).toBe(facts.length)
    for (const result of results) expect(result.transactionIds).toEqual(results[0]?.transactionIds)
    expect(await within((trx) => balance(trx, 'bank'))).toMatchObject([{ net: 1275n }])
    expect((await verified()).broken).toBeUndefined()
  })

  test('by eight at once of overlapping facts in changing order ends with each once', async () => {
    const facts = Array.from({ length: 40 }, () => between('bank', 'activity-budget', 1n))
    await Promise.all(
      Array.from({ length: 8 }, (_, client) =>
        posted(...facts.slice(client * 2, client * 2 + 24).sort(() => (client % 2 ? -1 : 1))),
      ),
    )
    expect(await within((trx) => balance(trx, 'bank'))).toMatchObject([{ net: 38n }])
    expect(await verified()).toMatchObject({ transactions: 38, broken: undefined })
  })

  test('keeps texts of any kind', async () => {
    const description = 'Räksmörgås "quoted" \\ back, {brace}, \n line, 漢字 🎭 null'
    const { transactionIds } = await posted(between('bank', 'client-receivable', 5n, { description }))
    const [line] = await within((trx) => accountEntries(trx, { account: 'bank' }))
    expect(line).toMatchObject({ transactionId: transactionIds[0], description })
    expect((await verified()).broken).toBeUndefined()
  })

  test('refuses an account the office has not opened, and more than one call may hold', async () => {
    await expect(posted(between('bank', 'turnover', 5n))).rejects.toMatchObject({ type: 'not-found' })
    const many = new Array<Posting>(50_001).fill(between('bank', 'bank', 1n))
    await expect(posted(...many)).rejects.toMatchObject({ field: 'postings' })
  })
})

describe('a reversal', () => {
  test('takes back every account, once, and says why', async () => {
    const fact = between('bank', 'client-receivable', 5n, { source: { kind: 'invoice', id: newId() } })
    const [id] = (await posted(fact)).transactionIds as [string]
    const take = () =>
      within((trx) => reverse(trx, id, { effectiveOn: '2026-11-02', reason: 'wrong client' }))
    const first = await take()
    expect(await take()).toEqual(first)
    expect(await within((trx) => balance(trx, 'bank'))).toEqual([
      { currency: 'EUR', debit: 5n, credit: 5n, net: 0n },
    ])
    expect(await within((trx) => accountEntries(trx, { account: 'bank' }))).toMatchObject([
      { amount: 5n },
      { amount: -5n, kind: 'reversal', description: 'wrong client', sourceId: fact.source?.id },
    ])
    const otherwise = within((trx) => reverse(trx, id, { effectiveOn: '2026-11-03', reason: 'again' }))
    await expect(otherwise).rejects.toMatchObject({ type: 'conflict' })
    const back = within((trx) =>
      reverse(trx, first.transactionId, { effectiveOn: '2026-11-03', reason: 'no' }),
    )
    await expect(back).rejects.toMatchObject({ type: 'conflict' })
  })

  test('of a transaction of another office finds nothing', async () => {
    const [id] = (await posted(between('bank', 'client-receivable', 5n))).transactionIds as [string]
    const stranger = inOffice(database.db, newId(), (trx) =>
      reverse(trx, id, { effectiveOn: '2026-11-02', reason: 'mine' }),
    )
    await expect(stranger).rejects.toMatchObject({ type: 'not-found' })
  })
})

describe('the books', () => {
  test('balance, month by month, per legal entity and in all', async () => {
    const other = newId()
    await posted(
      between('client-receivable', 'activity-budget', 100n, { effectiveOn: '2026-09-30' }),
      between('client-receivable', 'activity-budget', 40n, {
        effectiveOn: '2026-10-01',
        legalEntityId: other,
      }),
      between('bank', 'client-receivable', 30n, { effectiveOn: '2026-10-31' }),
    )
    const figures = async (question: Parameters<typeof trialBalance>[1]) =>
      (await within((trx) => trialBalance(trx, question))).map(({ account, debit, credit }) => [
        account,
        debit,
        credit,
      ])
    expect(await figures({ period: '2026-10-15' })).toEqual([
      ['client-receivable', 40n, 30n],
      ['activity-budget', 0n, 40n],
      ['bank', 30n, 0n],
    ])
    expect(await figures({ upTo: '2026-10-31', legalEntityId })).toEqual([
      ['client-receivable', 100n, 30n],
      ['activity-budget', 0n, 100n],
      ['bank', 30n, 0n],
    ])
    const [line] = await within((trx) => trialBalance(trx, { upTo: '2026-10-31' }))
    expect(line).toEqual({
      account: 'client-receivable',
      number: '4000',
      name: 'Clients',
      group: 'G1200',
      type: 'asset',
      currency: 'EUR',
      debit: 140n,
      credit: 30n,
    })
  })

  test('know what each client owes', async () => {
    const [one, two] = [newId(), newId()]
    const sale = (client: string, cents: bigint) =>
      between('bank', 'bank', 1n, {
        entries: [entry('client-receivable', cents, client), entry('activity-budget', -cents)],
      })
    await posted(sale(one, 5n), sale(one, 7n), sale(two, 11n), sale(one, -2n))
    expect(await within((trx) => balance(trx, 'client-receivable', one))).toEqual([
      { currency: 'EUR', debit: 12n, credit: 2n, net: 10n },
    ])
    expect(await within((trx) => balance(trx, 'client-receivable', newId()))).toEqual([])
  })

  test('are read a page at a time without a gap or a repetition', async () => {
    await posted(...Array.from({ length: 25 }, (_, index) => between('bank', 'bank', BigInt(index + 1))))
    const seen: string[] = []
    let after: { transactionId: string; entryNo: number } | undefined
    for (;;) {
      const page = await within((trx) =>
        accountEntries(trx, { account: 'bank', limit: 7, ...(after ? { after } : {}) }),
      )
      seen.push(...page.map(({ transactionId, entryNo }) => `${transactionId} ${entryNo}`))
      if (page.length < 7) break
      after = page.at(-1)
    }
    expect(seen).toHaveLength(50)
    expect(new Set(seen).size).toBe(50)
    expect(seen).toEqual([...seen].sort())
    await expect(within((trx) => accountEntries(trx, { account: 'bank', limit: 1_001 }))).rejects.toThrow()
  })

  test('tell what was so on a day, and what was known of it at a moment', async () => {
    await posted(between('bank', 'client-receivable', 5n, { effectiveOn: '2026-10-10' }))
    const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(database.db)
    const known = rows[0]?.now as Date
    await posted(between('bank', 'client-receivable', 8n, { effectiveOn: '2026-10-05' }))
    await posted(between('bank', 'client-receivable', 13n, { effectiveOn: '2026-10-20' }))
    const at = async (effectiveTo: string, recordedUpTo?: Date) =>
      (
        await within((trx) =>
          balanceAsOf(trx, { account: 'bank', effectiveTo, ...(recordedUpTo ? { recordedUpTo } : {}) }),
        )
      )[0]?.net
    expect(await at('2026-10-15')).toBe(13n)
    expect(await at('2026-10-15', known)).toBe(5n)
    expect(await at('2026-10-07', known)).toBeUndefined()
    expect(await at('2026-10-31')).toBe(26n)
  })
})

describe('a month', () => {
  test('closes once, in order, and takes nothing more', async () => {
    await posted(
      between('bank', 'client-receivable', 1n, { effectiveOn: '2026-09-15' }),
      between('bank', 'client-receivable', 1n, { effectiveOn: '2026-10-15' }),
    )
    expect(await within(openPeriods)).toEqual([
      { period: '2026-09-01', state: 'open' },
      { period: '2026-10-01', state: 'open' },
    ])
    await expect(within((trx) => closePeriod(trx, '2026-10-31'))).rejects.toMatchObject({
      type: 'conflict',
      detail: 'The month 2026-09 is still open: months close in order.',
    })
    expect(await within((trx) => closePeriod(trx, '2026-09-30'))).toEqual({
      period: '2026-09-01',
      alreadyClosed: false,
    })
    expect(await within((trx) => closePeriod(trx, '2026-09-01'))).toEqual({
      period: '2026-09-01',
      alreadyClosed: true,
    })
    expect(await within(openPeriods)).toEqual([{ period: '2026-10-01', state: 'open' }])
    await expect(posted(between('bank', 'bank', 1n, { effectiveOn: '2026-09-30' }))).rejects.toMatchObject({
      type: 'conflict',
      detail: expect.stringContaining('The month 2026-09 is closed'),
    })
    await expect(within((trx) => setPeriod(trx, '2026-09-01', 'open'))).rejects.toMatchObject({
      type: 'conflict',
    })
    expect(await verified()).toMatchObject({ seals: 1, unsealedBatches: 0, broken: undefined })
  })

  test('softly closed takes corrections and reversals only, and may open again', async () => {
    const [id] = (await posted(between('bank', 'client-receivable', 1n))).transactionIds as [string]
    await within((trx) => setPeriod(trx, '2026-10-01', 'soft'))
    await expect(posted(between('bank', 'bank', 1n))).rejects.toMatchObject({ type: 'conflict' })
    await posted(between('bank', 'bank', 1n, { kind: 'correction' }))
    await within((trx) => reverse(trx, id, { effectiveOn: '2026-10-31', reason: 'late' }))
    await within((trx) => setPeriod(trx, '2026-10-01', 'open'))
    await posted(between('bank', 'bank', 1n))
  })
})

test('seals cover each batch once, whoever seals, and writers go on meanwhile', async () => {
  for (let round = 0; round < 3; round++) await posted(between('bank', 'client-receivable', 1n))
  const work = Array.from({ length: 12 }, (_, index) =>
    index % 3 === 0 ? within(seal) : posted(between('bank', 'client-receivable', 1n)),
  )
  await Promise.all(work)
  await within(seal)
  expect(await within(seal)).toEqual([])
  expect(await verified()).toMatchObject({ transactions: 11, unsealedBatches: 0, broken: undefined })
})
