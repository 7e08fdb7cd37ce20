import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inOffice, newId, officeDirectory } from '../../src/database/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const office = (office_id: string, slug: string) => ({
  office_id,
  slug,
  country: 'BE',
  name: slug,
  home_currency: 'EUR',
  languages: ['fr'],
  role: 'national' as const,
})

test('an office sees itself and not its neighbour, the directory sees both', async () => {
  const [first, second] = [newId(), newId()]
  for (const [id, slug] of [
    [first, 'one'],
    [second, 'two'],
  ] as const) {
    await inOffice(database.db, id, (trx) => trx.insertInto('office').values(office(id, slug)).execute())
  }
  const seen = await inOffice(database.db, first, (trx) => trx.selectFrom('office').select('slug').execute())
  expect(seen).toEqual([{ slug: 'one' }])
  expect((await officeDirectory(database.db)).map(({ slug }) => slug)).toEqual(['one', 'two'])
})

test('without an office there are no rows, also on a connection an office has used', async () => {
  await inOffice(database.db, newId(), async () => undefined)
  expect(await database.db.selectFrom('office').selectAll().execute()).toEqual([])
})

test('every connection runs as the role that owns nothing', async () => {
  const { rows } = await sql`select current_user as who, count(*) as owned, 1.10::numeric as amount,
      date '2026-11-23' as day, array[12345678901234567890.5] as amounts, array[date '2026-01-01'] as days
    from pg_class where relowner = (select oid from pg_roles where rolname = current_user)`.execute(
    database.db,
  )
  expect(rows).toEqual([
    {
      who: 'samen_server',
      owned: 0n,
      amount: '1.10',
      day: '2026-11-23',
      amounts: ['12345678901234567890.5'],
      days: ['2026-01-01'],
    },
  ])
})
