import { afterAll, beforeAll, expect, test } from 'vitest'
import { addClients, alike, similarClients } from '../../src/clients/index.ts'
import { inOffice } from '../../src/database/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { clientDraft, type WorkScene, workScene } from '../support/work-scene.ts'

let database: TestDatabase
let scene: WorkScene
beforeAll(async () => {
  database = await testDatabase()
  scene = await workScene(database.db)
  await inOffice(database.db, scene.officeId, (trx) =>
    addClients(trx, scene.context, [
      clientDraft(11, { name: 'Théâtre de l’Invention ASBL', town: 'Liège' }),
      clientDraft(12, { name: 'Theater der Erfindung GmbH' }),
      clientDraft(13, { name: 'Opéra Royal', email: 'Office@Opera.example' }),
      clientDraft(14, { name: 'Mű és Tér Kft.' }),
    ]),
  )
})
afterAll(() => database.drop())

const found = async (name: string, email?: string, officeId = scene.officeId) =>
  (await inOffice(database.db, officeId, (trx) => similarClients(trx, officeId, { name, email }))).map(
    (client) => client.name,
  )

test.each([
  ['theatre de l invention', ['Théâtre de l’Invention ASBL']],
  ['THÉATRE L’INVENTION, vzw', ['Théâtre de l’Invention ASBL']],
  ['Theatre de l’Inventoin', ['Théâtre de l’Invention ASBL']],
  ['Mű és tér', ['Mű és Tér Kft.']],
  ['Theatre of the Sea', []],
  ['GmbH', []],
  ['%', []],
])('who types %s is asked about %j', async (name, names) => {
  expect(await found(name)).toEqual(names)
})

test('an e-mail address the office knows finds its client, whatever the name', async () => {
  expect(await found('Somebody', 'office@opera.EXAMPLE')).toEqual(['Opéra Royal'])
})

test('no office sees the clients of another', async () => {
  const other = await workScene(database.db, 'other')
  expect(await found('Théâtre de l’Invention', 'office@opera.example', other.officeId)).toEqual([])
})

test.each([
  ['night', 'nacht', 0.25],
  ['aaaa', 'aa', 0.5],
  ['', '', 0],
  ['a', 'b', 0],
])('%j and %j are alike by %d', (a, b, by) => {
  expect(alike(a, b)).toBe(by)
})
