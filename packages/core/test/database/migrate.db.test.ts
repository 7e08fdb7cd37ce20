import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '../../src/database/index.ts'
import { asOwner, type TestDatabase, testDatabase } from '../support/database.ts'

const first = { name: '0001-first', sql: 'create table first (id int); insert into first values (1)' }
const second = { name: '0002-second', sql: 'create table second (id int)' }

let database: TestDatabase
beforeEach(async () => {
  database = await testDatabase()
  await asOwner(database.url, (owner) => owner.query('delete from samen.migration'))
})
afterEach(() => database.drop())

const run = (...migrations: { name: string; sql: string }[]) => migrate({ url: database.url, migrations })

test('each migration runs once, in order, and says so', async () => {
  expect(await run(first)).toEqual(['0001-first'])
  const steps: unknown[] = []
  await migrate({ url: database.url, migrations: [first, second] }, (step) => steps.push(step))
  expect(steps).toEqual([{ name: '0002-second', done: 1, total: 1 }])
  expect(await run(first, second)).toEqual([])
})

test('servers that start together apply it once between them', async () => {
  const applied = await Promise.all([run(first, second), run(first, second), run(first, second)])
  expect(applied.flat()).toEqual(['0001-first', '0002-second'])
})

test('a migration that fails is undone whole, and the one before it stays', async () => {
  const broken = { name: '0002-broken', sql: 'create table second (id int); select 1 / 0' }
  await expect(run(first, broken)).rejects.toThrow(
    'The migration 0002-broken failed and was undone: division by zero',
  )
  expect(await run(first, second)).toEqual(['0002-second'])
})

test('an applied file that was changed is refused by name', async () => {
  await run(first)
  const changed = { ...first, sql: `${first.sql}; select 1` }
  await expect(run(changed, second)).rejects.toThrow(
    /^The migration 0001-first was changed after it was applied/,
  )
})

test('a database of a newer version is refused', async () => {
  await run(first, second)
  await expect(run(first)).rejects.toThrow(
    /has the migration 0002-second, which this version of Samen does not know/,
  )
})

test('two files may not share a number', async () => {
  await expect(run(first, { ...second, name: '0001-second' })).rejects.toThrow(/share a number/)
})
