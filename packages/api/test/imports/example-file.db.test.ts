import { readFile } from 'node:fs/promises'
import { officeContext } from '@samen/core/context'
import { inOffice } from '@samen/core/database'
import { importContracts } from '@samen/core/imports'
import { openOffice } from '@samen/core/offices'
import { previewPayRun } from '@samen/core/pay-runs'
import { belgium } from '@samen/country-be'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../core/test/support/database.ts'
import { belgium as belgianProfile } from '../../src/demo/countries/be.ts'

const docs = new URL('../../../../docs/office/', import.meta.url)

async function belgianOffice(db: Parameters<typeof inOffice>[0]) {
  const { officeId } = await openOffice(db, belgium, {
    slug: 'be',
    name: 'Example office',
    legalEntities: [
      {
        name: 'Example SC',
        companyNumber: belgianProfile.company(1),
        vatNumber: `BE${belgianProfile.company(1)}`,
        iban: belgianProfile.iban(1),
        street: 'Rue du Modèle 9',
        postCode: '1000',
        town: 'Bruxelles',
        country: 'BE',
      },
    ],
  })
  const now = new Date('2026-11-23T09:00:00Z')
  return officeContext({ officeId, plugin: belgium, by: 'test', now })
}

test('the example in the documentation imports as it stands, and its wages can be computed', async () => {
  await using database = await testDatabase()
  const context = await belgianOffice(database.db)
  const bytes = await readFile(new URL('import-contracts.example.csv', docs))
  const report = await inOffice(database.db, context.officeId, (trx) =>
    importContracts(trx, context, { name: 'example.csv', bytes }),
  )
  expect(report).toMatchObject({
    lines: 5,
    accepted: 5,
    contracts: 4,
    invoices: 3,
    members: 3,
    clients: 2,
    faults: [],
  })
  const preview = await inOffice(database.db, context.officeId, (trx) =>
    previewPayRun(trx, context, { dueOn: '2026-11-24' }),
  )
  // An office this young has nothing in its guarantee fund: that, and nothing in the file, keeps wages back.
  expect(new Set(preview.leftOut.map(({ reason }) => reason))).toEqual(new Set(['fund-cannot-advance']))
})

test('the documentation names every column of the example', async () => {
  const text = await readFile(new URL('import-contracts.md', docs), 'utf8')
  const [header = ''] = (await readFile(new URL('import-contracts.example.csv', docs), 'utf8')).split('\n')
  const missing = header.split(',').filter((column) => !text.includes(column))
  expect(missing).toEqual([])
})
