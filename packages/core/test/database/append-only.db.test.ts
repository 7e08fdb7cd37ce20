import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inOffice, newId } from '../../src/database/index.ts'
import { asOwner, type TestDatabase, testDatabase } from '../support/database.ts'

const office = newId()
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  await asOwner(database.url, (owner) =>
    owner.query(`
      create table samen.sample (office_id uuid, id int, primary key (office_id, id)) partition by range (id);
      create table samen.sample_low partition of samen.sample for values from (0) to (10);
      select samen.secure_office_table('samen.sample'), samen.make_append_only('samen.sample');
      insert into samen.sample values ('${office}', 1)`),
  )
})
afterAll(() => database.drop())

const rewrites = ['sample', 'sample_low'].flatMap((table) => [
  `update samen.${table} set id = 2`,
  `delete from samen.${table}`,
  `truncate samen.${table}`,
])

test.each(rewrites)('the server may not: %s', async (statement) => {
  const attempt = inOffice(database.db, office, (trx) => sql.raw(statement).execute(trx))
  await expect(attempt).rejects.toThrow(/permission denied/)
})

test.each(rewrites)('nor may the owner: %s', async (statement) => {
  const attempt = asOwner(database.url, (owner) => owner.query(statement))
  await expect(attempt).rejects.toThrow(/is append-only: what is recorded is corrected by a new row/)
})

test('nor may a replication session of the owner', async () => {
  const attempt = asOwner(database.url, (owner) =>
    owner.query('set session_replication_role = replica; delete from samen.sample'),
  )
  await expect(attempt).rejects.toThrow(/append-only/)
})

test('adding stays open', async () => {
  await inOffice(database.db, office, (trx) => sql`insert into sample values (${office}, 3)`.execute(trx))
})
