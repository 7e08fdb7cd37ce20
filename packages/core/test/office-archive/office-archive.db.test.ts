import { hash } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson, type Json } from '../../src/canonical/index.ts'
import { closeMonth } from '../../src/closes/index.ts'
import { inOffice, type OfficeEntry, officeDirectory } from '../../src/database/index.ts'
import {
  acceptJoin,
  invite,
  joinDocument,
  partWith,
  readInvitation,
  recordJoin,
  signAs,
} from '../../src/federation/index.ts'
import { post } from '../../src/ledger/index.ts'
import {
  type ArchiveSource,
  checkOfficeArchive,
  restoreOffice,
  type SignedManifest,
  writeOfficeArchive,
} from '../../src/office-archive/index.ts'
import { readTar, tarEnd, tarFile } from '../../src/office-archive/tar.ts'
import { closureOf, insertPlace, isClosedHere, moveOffice, openOffice } from '../../src/offices/index.ts'
import { deliverPacks, receiveDelivery, receivedPacks } from '../../src/packs/index.ts'
import { asOwner, type TestDatabase, testDatabase } from '../support/database.ts'
import { testland } from '../support/test-country.ts'
import { WageScene } from '../support/wage-scene.ts'

/** An office beside its group, and the empty server it moves to. One story: each test goes on where the last ended. */
let old: TestDatabase
let fresh: TestDatabase
let group: OfficeEntry
let office: OfficeEntry
/** A neighbour on the new server. */
let there: { officeId: string }
let scene: WageScene
let archive: Buffer
let signed: SignedManifest

const write = async (url = old.url): Promise<Buffer> => {
  const pieces: Uint8Array[] = []
  await writeOfficeArchive({ url, office, pluginVersion: 'XX 1.0.0' }, async (bytes) => {
    pieces.push(bytes)
  })
  return Buffer.concat(pieces)
}
/** In pieces that end anywhere, as a file's do. */
const from = (bytes: Buffer): ArchiveSource =>
  async function* () {
    for (let at = 0; at < bytes.length; at += 60_007) yield bytes.subarray(at, at + 60_007)
  }
const closed = (db: TestDatabase['db'], period: string) =>
  closeMonth(db, scene.context('2026-06-01', 'fay'), { period })

beforeAll(async () => {
  old = await testDatabase()
  fresh = await testDatabase()
  await openOffice(old.db, testland, { slug: 'group', name: 'Group', role: 'group', legalEntities: [] })
  scene = await WageScene.open(old.db, { slug: 'north' })
  // A neighbour, whose rows must not come along.
  await WageScene.open(old.db, { slug: 'south' })
  there = await WageScene.open(fresh.db, { slug: 'south' })
  const offices = await officeDirectory(old.db)
  group = offices.find(({ slug }) => slug === 'group') as OfficeEntry
  office = offices.find(({ slug }) => slug === 'north') as OfficeEntry
  const [client, worker] = [await scene.client({ name: 'Théâtre "Ö"\n\\N\t' }), await scene.worker()]
  const job = await scene.job(worker, client.clientId, { endsOn: '2026-01-07' })
  await scene.pay('2026-01-16')
  await scene.statement('2026-01-20', [{ amount: '500.00', structured: job.invoice.paymentReference }])
  await closed(old.db, '2026-01')
  await deliverPacks(old.db, office.officeId)
  await asOwner(old.url, async (owner) => {
    for (const [id, slug] of [
      ['ana', 'north'],
      ['rui', 'south'],
    ]) {
      await owner.query(`insert into auth.person (id, name, email) values ($1, $1, $1 || '@samen.example')`, [
        id,
      ])
      await owner.query(
        `insert into auth.credential (id, person_id, account_id, provider_id, password) values ($1, $1, $1, 'credential', 'hash')`,
        [id],
      )
      await owner.query(
        `insert into samen.office_right (office_id, user_id, role) select office_id, $1, 'staff' from samen.office where slug = $2`,
        [id, slug],
      )
    }
  })
  await moveOffice(old.db, office.officeId, { by: 'olga', reason: 'a server of its own', now: new Date() })
  archive = await write()
  signed = await checkOfficeArchive(from(archive))
})
afterAll(async () => {
  await old.drop()
  await fresh.drop()
})

describe('an archive', () => {
  test('holds every table that has rows of offices, also one that nobody thought of', async () => {
    const known = await asOwner(old.url, async (owner) => {
      await owner.query(`create table samen.sample_thing (office_id uuid, thing_id uuid, primary key (office_id, thing_id));
        select samen.secure_office_table('samen.sample_thing')`)
      const { rows } = await owner.query<{ name: string }>(`
        select table_schema || '.' || table_name as name from information_schema.columns
         where column_name = 'office_id' and table_schema = 'samen'`)
      return rows.map(({ name }) => name)
    })
    const { manifest } = await checkOfficeArchive(from(await write()))
    await asOwner(old.url, (owner) => owner.query('drop table samen.sample_thing'))
    expect(known).toContain('samen.sample_thing')
    expect(manifest.tables.map(({ name }) => name).sort()).toEqual(
      [...known, 'auth.credential', 'auth.person'].sort(),
    )
  })

  test('says of every table of the sign-in whether it goes along', async () => {
    const tables = await asOwner(old.url, async (owner) => {
      const { rows } = await owner.query(
        `select tablename from pg_tables where schemaname = 'auth' order by 1`,
      )
      return rows.map(({ tablename }) => tablename)
    })
    const goes = ['credential', 'person']
    const stays = ['session', 'verification', 'password_link', 'password_request']
    expect(tables).toEqual(expect.arrayContaining(goes))
    expect(tables.filter((table) => ![...goes, ...stays].includes(table))).toEqual([])
  })

  test('is the same twice, but for the moment it was written, on a server of any habits', async () => {
    const habits = (sql: string) =>
      asOwner(old.url, (owner) =>
        owner.query(`do $$ begin execute format('alter database %I ${sql}', current_database()); end $$`),
      )
    await habits('set timezone = "Asia/Tokyo"')
    await habits('set datestyle = "German"')
    await habits('set bytea_output = "escape"')
    const again = await checkOfficeArchive(from(await write()))
    await habits('reset all')
    expect(again.manifest.tables).toEqual(signed.manifest.tables)
  })

  test.each<[string, (bytes: Buffer) => Buffer, RegExp]>([
    ['that was cut off', (bytes) => bytes.subarray(0, -2_000), /cut off/],
    ['that was cut off between two files', (bytes) => bytes.subarray(0, 512), /cut off/],
    ['with something after it', (bytes) => Buffer.concat([bytes, Buffer.from('x')]), /follows after its end/],
    ['with a changed byte', (bytes) => changed(bytes, 'Low Street 1', 'Low Street 2'), /was changed/],
    ['with a changed manifest', (bytes) => changed(bytes, '"slug":"north"', '"slug":"nerth"'), /was changed/],
    ['that is none', () => Buffer.from('hello'.repeat(1_000)), /no archive of plain files/],
    ['that is empty', () => Buffer.alloc(0), /cut off/],
    [
      'without a manifest',
      () => Buffer.concat([...tarFile('a', Buffer.from('b'), 0), tarEnd()]),
      /without a manifest/,
    ],
  ])('%s is refused, in one sentence', async (_, spoil, reason) => {
    const refusal = { type: 'invalid-field', field: 'file', detail: expect.stringMatching(reason) }
    await expect(checkOfficeArchive(from(spoil(archive)))).rejects.toMatchObject(refusal)
  })
})

describe('restoring', () => {
  test.each<[string, () => Promise<Buffer>, RegExp]>([
    [
      'with a row of another office',
      () => forged('samen.office_right', office.officeId, there.officeId),
      /do not read back/,
    ],
    [
      'with a sum that is not the ledger’s',
      () => forged('samen.ledger_balance', '"month": "2026-01-01"', '"month": "2026-02-01"'),
      /do not verify.*balance/,
    ],
    [
      'with a row that points nowhere',
      () =>
        forged(
          'samen.share',
          '"member_id": "',
          '"member_id": "00000000-0000-7000-8000-000000000000", "_": "',
        ),
      /do not fit together \(share/,
    ],
  ])('an archive %s is refused, though the office’s own key signed it', async (_, forge, reason) => {
    const bytes = await forge()
    const own = await checkOfficeArchive(from(bytes))
    await expect(restoreOffice(fresh.url, own, from(bytes))).rejects.toMatchObject({
      type: 'refused',
      detail: expect.stringMatching(reason),
    })
    expect(await here()).toEqual(['south'])
  })

  test('that breaks off leaves nothing', async () => {
    const broken: ArchiveSource = async function* () {
      yield archive.subarray(0, archive.length >> 1)
      throw new Error('the disk is gone')
    }
    await expect(restoreOffice(fresh.url, signed, broken)).rejects.toThrow('the disk is gone')
    const other = from(changed(archive, 'Low Street 1', 'Low Street 2'))
    await expect(restoreOffice(fresh.url, signed, other)).rejects.toThrow('changed while it was read')
    expect(await here()).toEqual(['south'])
    const left = await asOwner(fresh.url, (owner) => rowHashes(owner, signed, office.officeId))
    expect(new Set(left.values())).toEqual(new Set(['0 ']))
  })

  test('is refused where the database is at another level', async () => {
    const level = (sql: string) => asOwner(fresh.url, (owner) => owner.query(sql))
    await level(`insert into samen.migration (name, checksum) values ('9999-later', '')`)
    await expect(restoreOffice(fresh.url, signed, from(archive))).rejects.toThrow(
      /older version of Samen \(without 9999-later/,
    )
    await level(`update samen.migration set name = '0200-other' where name = '0200-office-moves'`)
    await expect(restoreOffice(fresh.url, signed, from(archive))).rejects.toThrow(
      /newer or other version of Samen \(0200-office-moves/,
    )
    await level(`update samen.migration set name = '0200-office-moves' where name = '0200-other';
      delete from samen.migration where name = '9999-later'`)
  })

  test('brings the office whole: every row of every table, people who can sign in, books that verify', async () => {
    const triggers = await guards()
    const { rows, lastSeal } = await restoreOffice(fresh.url, signed, from(archive))
    expect(await here()).toEqual(['north', 'south'])
    const [before, after] = await Promise.all(
      [old, fresh].map(({ url }) => asOwner(url, (owner) => rowHashes(owner, signed, office.officeId))),
    )
    expect(after?.get('samen.office_place')).toMatch(/^2 /)
    for (const hashes of [before, after]) hashes?.delete('samen.office_place')
    expect(after).toEqual(before)
    expect(rows).toBeGreaterThan(100)
    expect(lastSeal).toMatch(/^[0-9a-f]{64}$/)
    expect(await guards()).toEqual(triggers)
    const people = await asOwner(
      fresh.url,
      async (owner) => (await owner.query('select person_id, password from auth.credential')).rows,
    )
    expect(people).toEqual([{ person_id: 'ana', password: 'hash' }])
  })

  test('it works at its new place, and can only be read at the old one', async () => {
    const moved = [old, fresh].map(({ db }) =>
      inOffice(db, office.officeId, (trx) => isClosedHere(trx, office.officeId)),
    )
    expect(await Promise.all(moved)).toEqual([true, false])
    await expect(closed(old.db, '2026-02')).rejects.toMatchObject({
      type: 'conflict',
      detail: expect.stringContaining('can only be read here'),
    })
  })

  test('once: it is never restored over what is there', async () => {
    await expect(restoreOffice(fresh.url, signed, from(archive))).rejects.toMatchObject({ type: 'conflict' })
  })

  test('and the rules on new rows hold again: a closed month takes no entry', async () => {
    await expect(
      inOffice(fresh.db, office.officeId, (trx) =>
        post(trx, office.officeId, [
          {
            key: 'late',
            kind: 'opening',
            legalEntityId: scene.legalEntityId,
            effectiveOn: '2026-01-20',
            entries: [
              { account: 'bank', currency: 'EUR', amount: 100n },
              { account: 'turnover', currency: 'EUR', amount: -100n },
            ],
          },
        ]),
      ),
    ).rejects.toMatchObject({ type: 'conflict' })
  })

  test('an office that stood beside its group goes on elsewhere: its next pack follows the last one', async () => {
    const { officeId } = office
    const inGroup = <T>(work: Parameters<typeof inOffice<T>>[2]) => inOffice(old.db, group.officeId, work)
    const invited = () =>
      inGroup((trx) => invite(trx, group, { office: 'north', url: 'https://group.example', by: 'greta' }))
    await expect(invited()).rejects.toMatchObject({ type: 'conflict' })
    await inGroup((trx) => partWith(trx, group.officeId, 'north'))
    const invitation = readInvitation((await invited()).text)
    const document = await inOffice(fresh.db, officeId, (trx) => joinDocument(trx, office, invitation))
    await inGroup((trx) => acceptJoin(trx, group, document))
    await inOffice(fresh.db, officeId, (trx) => recordJoin(trx, officeId, invitation))
    await closed(fresh.db, '2026-02')
    const push = async (_: string, pack: object) =>
      receiveDelivery(old.db, group.officeId, JSON.parse(JSON.stringify(pack)))
    expect(await deliverPacks(fresh.db, officeId, { push })).toMatchObject({
      delivered: 1,
      failed: 0,
      group: 'remote',
    })
    const received = await inGroup((trx) => receivedPacks(trx, group.officeId, { office: 'north' }))
    expect(received.map(({ packNo }) => packNo).sort()).toEqual([1, 2])
  })

  test('one that was wound up stays so wherever it is restored', async () => {
    const { officeId } = office
    const decision = { by: 'rosa', reason: 'assembly, item 3', now: new Date() }
    await inOffice(fresh.db, officeId, (trx) => insertPlace(trx, officeId, 'wound-up', decision), {
      alone: true,
    })
    const last = await write(fresh.url)
    const third = await testDatabase()
    try {
      await restoreOffice(third.url, await checkOfficeArchive(from(last)), from(last))
      const closure = await inOffice(third.db, officeId, (trx) => closureOf(trx, officeId))
      expect(closure).toEqual({ kind: 'wound-up', since: decision.now, reason: decision.reason })
      await expect(closed(third.db, '2026-03')).rejects.toMatchObject({ type: 'conflict' })
    } finally {
      await third.drop()
    }
  })
})

/** The archive with other rows in one table, signed anew by the office's own key: what only somebody who has everything can do. */
async function forged(table: string, what: string, by: string): Promise<Buffer> {
  const pieces: Buffer[] = []
  const { manifest, keys } = structuredClone(signed)
  for await (const { name, content } of readTar(from(archive)(), 1e9)) {
    if (name === 'manifest.json') continue
    const written = manifest.tables.find((one) => one.name === table)
    const [file] = name === `data/${table}/00001.ndjson` ? (written?.files ?? []) : []
    const bytes = file ? Buffer.from(content.toString().replace(what, by)) : content
    if (file && written) {
      if (bytes.equals(content)) throw new Error(`${what} does not stand in ${table}`)
      Object.assign(file, { bytes: bytes.length, sha256: hash('sha256', bytes) })
      written.sha256 = file.sha256
    }
    pieces.push(...tarFile(name, bytes, 0))
  }
  const signature = await inOffice(old.db, office.officeId, (trx) => signAs(trx, office.officeId, manifest))
  const text = canonicalJson({ manifest, keys, ...signature } as unknown as Json)
  return Buffer.concat([...pieces, ...tarFile('manifest.json', Buffer.from(text), 0), tarEnd()])
}

const here = async () => (await officeDirectory(fresh.db)).map(({ slug }) => slug)

/** How many rows of an office each table has, and a hash over PostgreSQL's own text of them. */
async function rowHashes(
  owner: pg.Client,
  { manifest }: SignedManifest,
  officeId: string,
): Promise<Map<string, string>> {
  await owner.query(`set timezone = 'UTC'`)
  const hashes = new Map<string, string>()
  for (const { name } of manifest.tables.filter((table) => table.name.startsWith('samen.'))) {
    const { rows } = await owner.query<{ told: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as told
         from ${name} t where office_id = $1`,
      [officeId],
    )
    hashes.set(name, rows[0]?.told ?? '')
  }
  return hashes
}

const guards = () =>
  asOwner(fresh.url, async (owner) => {
    const { rows } = await owner.query(
      `select tgrelid::regclass::text, tgname, tgenabled from pg_trigger where not tgisinternal order by 1, 2`,
    )
    return rows
  })

/** As many bytes as before, so that only the content is another. */
function changed(bytes: Buffer, what: string, by: string): Buffer {
  const copy = Buffer.from(bytes)
  const at = copy.indexOf(what)
  if (at < 0) throw new Error(`${what} does not stand in the archive`)
  copy.write(by, at)
  return copy
}
