import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { asOwner, testDatabase } from '../../../core/test/support/database.ts'
import { loadCountries } from '../../src/countries.ts'
import { buildDemo, demoStanding } from '../../src/demo/index.ts'
import { clearUnfinishedDemo } from '../../src/demo-federation.ts'

test('an empty database has no demo, and nothing to clear', async () => {
  await using database = await testDatabase()
  expect(await demoStanding(database.db)).toBe('none')
  expect(await clearUnfinishedDemo({ url: database.url })).toBe(false)
})

test('a demo interrupted while it was built is cleared, so that it can be built again', async () => {
  await using database = await testDatabase()
  const stop = new AbortController()
  const building = buildDemo(database.db, await loadCountries(), {
    scale: 0.002,
    date: '2026-11-23',
    offices: ['be', 'se'],
    signal: stop.signal,
    onProgress: ({ part }) => part > 0.3 && stop.abort(new Error('the power went')),
  })
  await expect(building).rejects.toThrow('the power went')
  expect(await demoStanding(database.db)).toBe('unfinished')
  await database.db.destroy()
  expect(await clearUnfinishedDemo({ url: database.url })).toBe(true)
  const left = await asOwner(database.url, (owner) =>
    owner.query('select count(*)::int as offices from samen.office'),
  )
  expect(left.rows).toEqual([{ offices: 0 }])
})

test('offices of real people are never taken for a demo', async () => {
  await using database = await testDatabase()
  await asOwner(database.url, (owner) =>
    owner.query(
      `insert into samen.office (office_id, country, name, home_currency, slug, languages, role)
       values (gen_random_uuid(), 'BE', 'A real office', 'EUR', 'be', '{fr}', 'national')`,
    ),
  )
  expect(await demoStanding(database.db)).toBe('real')
  expect(await clearUnfinishedDemo({ url: database.url })).toBe(false)
  const { rows } = await sql<{ slug: string }>`select slug from samen.office_directory()`.execute(database.db)
  expect(rows).toEqual([{ slug: 'be' }])
})
