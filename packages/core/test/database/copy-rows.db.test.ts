import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BulkValue, copyRows, inOffice, newId } from '../../src/database/index.ts'
import { asOwner, type TestDatabase, testDatabase } from '../support/database.ts'

const columns = ['office_id', 'id', 'amount', 'note', 'day', 'facts', 'known', 'at']
const office = newId()
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  await asOwner(database.url, (owner) =>
    owner.query(`
      create table samen.sample (
        office_id uuid, id uuid, amount int8, note text, day date, facts jsonb, known boolean, at timestamptz,
        kind text not null default 'ordinary',
        primary key (office_id, id), check (amount < 1000000));
      select samen.secure_office_table('samen.sample')`),
  )
})
afterAll(() => database.drop())

const sampleRow = (index: number, officeId = office): BulkValue[] => [
  officeId,
  newId(),
  BigInt(index),
  index % 2 ? `tab\tnew\nline\\N "é" ${index}` : null,
  '2026-02-28',
  { index, text: 'a\\b\n' },
  index % 3 === 0,
  new Date(Date.UTC(2026, 0, 1, 0, 0, 0, index)),
]

test.each([3, 3_000])('%i rows come back as they were written', async (count) => {
  const rows = Array.from({ length: count }, (_, index) => sampleRow(index))
  const stored = await inOffice(database.db, office, async (trx) => {
    await sql`delete from sample`.execute(trx)
    await copyRows(trx, 'sample', columns, rows)
    return sql<Record<string, unknown>>`select *, facts::jsonb from sample order by id`.execute(trx)
  })
  expect(stored.rows.map((row) => columns.map((column) => row[column]))).toEqual(rows)
  expect(stored.rows[0]?.kind).toBe('ordinary')
})

test('two large writes fit into one transaction', async () => {
  const write = () => Array.from({ length: 1_000 }, (_, index) => sampleRow(index))
  const { rows } = await inOffice(database.db, office, async (trx) => {
    await sql`delete from sample`.execute(trx)
    await copyRows(trx, 'sample', columns, write())
    await copyRows(trx, 'sample', columns, write())
    return sql<{ count: bigint }>`select count(*) from sample`.execute(trx)
  })
  expect(rows).toEqual([{ count: 2_000n }])
})

test.each([3, 3_000])('among %i rows one of another office is refused, and none is kept', async (count) => {
  const id = newId()
  const rows = Array.from({ length: count }, (_, index) => sampleRow(index, id))
  rows[count - 1] = sampleRow(count, newId())
  await expect(inOffice(database.db, id, (trx) => copyRows(trx, 'sample', columns, rows))).rejects.toThrow(
    /row-level security/,
  )
  const kept = await inOffice(database.db, id, (trx) => sql`select 1 from sample`.execute(trx))
  expect(kept.rows).toEqual([])
})

test('after a row that breaks a check the connection goes on working', async () => {
  const rows = Array.from({ length: 3_000 }, (_, index) => sampleRow(index))
  rows[2_000] = sampleRow(1_000_000)
  const write = inOffice(database.db, office, (trx) => copyRows(trx, 'sample', columns, rows))
  await expect(write).rejects.toThrow(/violates check constraint/)
  const unreadable = rows.map((row) => row.with(2, 'not a number'))
  const second = inOffice(database.db, office, (trx) => copyRows(trx, 'sample', columns, unreadable))
  await expect(second).rejects.toThrow(/invalid input syntax for type bigint/)
  await inOffice(database.db, office, (trx) => copyRows(trx, 'sample', columns, [sampleRow(7)]))
})

test('a row of the wrong width is refused before anything is sent', async () => {
  const write = inOffice(database.db, office, (trx) => copyRows(trx, 'sample', columns, [[office]]))
  await expect(write).rejects.toThrow(/1 values for 8 columns/)
})

test('rows may be made while they are written, and what their maker throws comes out unchanged', async () => {
  const failure = new Error('the law has no answer')
  function* rows(count: number, failsAt?: number) {
    for (let index = 0; index < count; index++) {
      if (index === failsAt) throw failure
      yield sampleRow(index)
    }
  }
  const write = (made: Iterable<BulkValue[]>) =>
    inOffice(database.db, office, async (trx) => {
      await sql`delete from sample`.execute(trx)
      await copyRows(trx, 'sample', columns, made)
      const { rows } = await sql<{ count: bigint }>`select count(*) from sample`.execute(trx)
      return rows[0]?.count
    })
  expect(await write(rows(2_345))).toBe(2_345n)
  expect(await write(rows(0))).toBe(0n)
  await expect(write(rows(2_345, 7))).rejects.toBe(failure)
  await expect(write(rows(2_345, 1_234))).rejects.toBe(failure)
  expect(await write(rows(500))).toBe(500n)
})
