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
      create table samen.counter (office_id uuid primary key, value int);
      select samen.secure_office_table('samen.counter');
      insert into samen.counter values ('${office}', 0)`),
  )
})
afterAll(() => database.drop())

test('writers that overtake each other under serializable isolation are run again until each has counted', async () => {
  let runs = 0
  const increment = () =>
    inOffice(
      database.db,
      office,
      async (trx) => {
        runs++
        const { rows } = await sql<{ value: number }>`select value from counter`.execute(trx)
        await sql`select pg_sleep(0.01)`.execute(trx)
        await sql`update counter set value = ${(rows[0]?.value ?? 0) + 1}`.execute(trx)
      },
      { isolation: 'serializable' },
    )
  await Promise.all([increment(), increment(), increment()])
  const { rows } = await inOffice(database.db, office, (trx) => sql`select value from counter`.execute(trx))
  expect(rows).toEqual([{ value: 3 }])
  expect(runs).toBeGreaterThan(3)
})

test('what always loses is given up after three more runs', async () => {
  let runs = 0
  const lose = inOffice(database.db, office, async (trx) => {
    runs++
    await sql`do $$ begin raise exception 'lost' using errcode = 'serialization_failure'; end $$`.execute(trx)
  })
  await expect(lose).rejects.toThrow('lost')
  expect(runs).toBe(4)
})

test('any other failure is not run again, and leaves nothing behind', async () => {
  let runs = 0
  const fail = inOffice(database.db, office, async (trx) => {
    runs++
    await sql`update counter set value = 100`.execute(trx)
    throw new Error('changed my mind')
  })
  await expect(fail).rejects.toThrow('changed my mind')
  expect(runs).toBe(1)
  const { rows } = await inOffice(database.db, office, (trx) => sql`select value from counter`.execute(trx))
  expect(rows).not.toEqual([{ value: 100 }])
})

test('an address that names another role does not change whose rights the server has', async () => {
  const { openDatabase } = await import('../../src/database/index.ts')
  const db = openDatabase({ url: `${database.url}?options=-c%20role%3Dnone` })
  try {
    const { rows } = await sql`select current_user as who`.execute(db)
    expect(rows).toEqual([{ who: 'samen_server' }])
  } finally {
    await db.destroy()
  }
})
