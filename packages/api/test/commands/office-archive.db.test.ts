import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openOffice } from '@samen/core/offices'
import { belgium } from '@samen/country-be'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../core/test/support/database.ts'
import { belgium as belgianOffice } from '../../src/demo/countries/be.ts'
import { type Scratch, scratchFolder } from '../support/program.ts'

/** An office goes from one server to another, as its operators do it. */
let old: TestDatabase
let fresh: TestDatabase
let folder: Scratch
let file: string

beforeAll(async () => {
  old = await testDatabase()
  fresh = await testDatabase()
  folder = await scratchFolder()
  file = join(folder.path, 'be.samen')
  await openOffice(old.db, belgium, {
    slug: 'be',
    name: 'Samen België',
    legalEntities: [
      {
        name: 'Samen België',
        companyNumber: belgianOffice.company(3),
        vatNumber: `BE${belgianOffice.company(3)}`,
        iban: belgianOffice.iban(3),
        street: 'Modelstraat 3',
        postCode: '9000',
        town: 'Gent',
        country: 'BE',
      },
    ],
  })
})
afterAll(async () => {
  await folder[Symbol.asyncDispose]()
  await old.drop()
  await fresh.drop()
})

const samen = ({ url }: { url: string }, ...args: string[]) =>
  folder.run('samen', args, { env: { DATABASE_URL: url, SAMEN_HOME: folder.path } }).ended

test('an office goes out as a file that only its key opens, and comes in whole on another server', async () => {
  const out = await samen(old, 'office', 'export', 'be', '--to', file)
  expect(out).toMatchObject({ code: 0, stderr: '' })
  const [signature] = /signed with ([0-9a-f]{4} ){15}[0-9a-f]{4}/.exec(out.stdout) ?? []
  expect(signature).toBeDefined()
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(`${file}.key`).mode & 0o777).toBe(0o600)
  expect(readFileSync(file).subarray(0, 21).toString()).toBe('age-encryption.org/v1')
  expect(existsSync(`${file}.unfinished`)).toBe(false)

  const into = await samen(fresh, 'office', 'restore', file)
  expect(into).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining(`${signature}`) })
  expect((await samen(fresh, 'verify', '--office', 'be')).stdout).toContain('every link holds')
})

test('a file that is there is never written over, nor one that was changed or another’s taken in', async () => {
  const before = readFileSync(file)
  const again = await samen(old, 'office', 'export', 'be', '--to', file)
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('choose a name that is not taken') })
  expect(readFileSync(file)).toEqual(before)

  const spoilt = join(folder.path, 'spoilt.samen')
  const bytes = Buffer.from(before)
  bytes[bytes.length - 100] = (bytes[bytes.length - 100] as number) ^ 1
  writeFileSync(spoilt, bytes)
  const nothing = { url: 'postgres://nobody@127.0.0.1:1/none' }
  const check = (name: string) => samen(nothing, 'office', 'restore', name, '--key', `${file}.key`, '--check')
  expect(await check(spoilt)).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('was changed or cut off'),
  })
  expect(await check(file)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Whole: Samen België \(be, BE\)/),
  })
})
