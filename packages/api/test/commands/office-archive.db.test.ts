import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkOfficeArchive } from '@samen/core/office-archive'
import { openOffice } from '@samen/core/offices'
import { belgium } from '@samen/country-be'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../core/test/support/database.ts'
import { archiveFileSource, writeArchiveFile } from '../../src/archive/archive-file.ts'
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
  const out = await samen(old, 'office', 'export', 'be', '--to', file, '--move', '--reason', 'own server')
  expect(out).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('can only be read') })
  const [signature] = /signed with ([0-9a-f]{4} ){15}[0-9a-f]{4}/.exec(out.stdout) ?? []
  expect(signature).toBeDefined()
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(`${file}.key`).mode & 0o777).toBe(0o600)
  expect(readFileSync(file).subarray(0, 21).toString()).toBe('age-encryption.org/v1')
  expect(existsSync(`${file}.unfinished`)).toBe(false)

  const into = await samen(fresh, 'office', 'restore', file)
  expect(into).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining(`${signature}`) })
  expect(into.stdout).toContain('the books verify')

  // Somebody works on at the old place all the same, until it is said that the office stays.
  const staff = [
    'office',
    'staff',
    '--office',
    'be',
    '--email',
    'rosa@samen.example',
    '--name',
    'Rosa',
    '--role',
    'staff',
  ]
  expect(await samen(old, ...staff)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('can only be read here'),
  })
  const stays = await samen(old, 'office', 'stay', 'be', '--reason', 'it never left')
  expect(stays).toMatchObject({ code: 0, stdout: 'Samen België works here again.\n' })
})

test('a file that is there is never written over, nor one that was changed or another’s taken in', async () => {
  const before = readFileSync(file)
  const other = join(folder.path, 'other.samen')
  const names = { file, key: `${other}.key` }
  await expect(writeArchiveFile(names, (sink) => sink(Buffer.from('another')))).rejects.toThrow(
    'choose a name',
  )
  expect(readFileSync(file)).toEqual(before)
  expect(existsSync(names.key)).toBe(false)

  await writeArchiveFile({ file: other, key: `${other}.key` }, (sink) => sink(Buffer.from('another')))
  const spoilt = join(folder.path, 'spoilt.samen')
  const bytes = Buffer.from(before)
  bytes[bytes.length - 100] = (bytes[bytes.length - 100] as number) ^ 1
  writeFileSync(spoilt, bytes)
  const read = async (name: string, key: string) =>
    checkOfficeArchive(await archiveFileSource({ file: name, key }))
  await expect(read(file, `${file}.key`)).resolves.toMatchObject({ manifest: { office: { slug: 'be' } } })
  for (const [name, key] of [
    [spoilt, `${file}.key`],
    [file, `${other}.key`],
  ] as const)
    await expect(read(name, key)).rejects.toThrow('cannot be opened with this key')
  await expect(read(join(folder.path, 'none'), `${file}.key`)).rejects.toThrow('cannot be read')
  await expect(read(file, file)).rejects.toThrow('is not a key as')
})

test('an export that fails leaves neither a file nor a key', async () => {
  const names = { file: join(folder.path, 'failed'), key: join(folder.path, 'failed.key') }
  const failing = writeArchiveFile(names, async (sink) => {
    await sink(Buffer.alloc(3_000_000))
    throw new Error('the database is gone')
  })
  await expect(failing).rejects.toThrow('the database is gone')
  expect(readdirSync(folder.path).filter((name) => name.startsWith('failed'))).toEqual([])
})
