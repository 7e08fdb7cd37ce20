import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type AnyCountryPlugin, addDays, weekday } from '@samen/core/country'
import { inOffice } from '@samen/core/database'
import { post } from '@samen/core/ledger'
import { type OpenedOffice, openOffice } from '@samen/core/offices'
import { packRefusals, packs, receivedPacks } from '@samen/core/packs'
import { belgium } from '@samen/country-be'
import { hungary } from '@samen/country-hu'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOwner, type TestDatabase, testDatabase } from '../../core/test/support/database.ts'
import { belgium as belgianOffice } from '../src/demo/countries/be.ts'
import { type Outcome, type Program, type Scratch, scratchFolder } from './support/program.ts'

/**
 * A group and two offices, each with a database of its own, meeting over HTTP alone: the group's server and every command
 * is a process of its own.
 */

interface Place {
  database: TestDatabase
  office: OpenedOffice
}

let scratch: Scratch
let group: Place
let be: Place
let hu: Place
let port: number
let server: Program | undefined

beforeAll(async () => {
  scratch = await scratchFolder()
  port = await freePort()
  group = await place(belgium, 'group', 'group')
  be = await place(belgium, 'be')
  hu = await place(hungary, 'hu')
}, 300_000)
afterAll(async () => {
  await scratch[Symbol.asyncDispose]()
  for (const { database } of [group, be, hu]) await database.drop()
}, 300_000)

/** Numbers that pass every check and belong to nobody; the Hungarian account is the standard's own example. */
const NUMBERS: Record<string, { companyNumber: string; vatNumber: string; iban: string }> = {
  BE: {
    companyNumber: belgianOffice.company(1),
    vatNumber: `BE${belgianOffice.company(1)}`,
    iban: belgianOffice.iban(1),
  },
  HU: { companyNumber: '01-02-054321', vatNumber: 'HU99999999', iban: 'HU42117730161111101800000000' },
}

async function place(
  plugin: AnyCountryPlugin,
  slug: string,
  role: 'national' | 'group' = 'national',
): Promise<Place> {
  const database = await testDatabase()
  const company = {
    name: `Samen ${slug}`,
    ...(NUMBERS[plugin.country] as (typeof NUMBERS)[string]),
    street: 'Invented street 1',
    postCode: '1000',
    town: 'Town',
    country: plugin.country,
    timeZone: 'Europe/Brussels',
  }
  const legalEntities = role === 'group' ? [] : [company]
  const office = await openOffice(database.db, plugin, {
    slug,
    name: `Samen ${slug.toUpperCase()}`,
    role,
    legalEntities,
  })
  for (const month of role === 'group' ? [] : ['01', '02', '03', '04'])
    await inOffice(database.db, office.officeId, (trx) =>
      post(trx, office.officeId, [
        {
          key: `opening:${month}`,
          kind: 'opening',
          legalEntityId: office.legalEntities[0]?.legalEntityId as string,
          effectiveOn: `2026-${month}-15`,
          entries: [
            { account: 'bank', currency: plugin.currency, amount: 1_000_000n },
            { account: 'turnover', currency: plugin.currency, amount: -1_000_000n },
          ],
        },
      ]),
    )
  return { database, office }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as { port: number }
      probe.close(() => resolve(free))
    })
  })
}

async function startGroup(): Promise<void> {
  server = scratch.run('start', [], {
    env: { DATABASE_URL: group.database.url, SAMEN_HOME: join(scratch.path, 'group'), PORT: String(port) },
  })
  await server.ready()
}

const samen = ({ database }: Place, ...words: string[]): Promise<Outcome> =>
  scratch.run('samen', words, { env: { DATABASE_URL: database.url, SAMEN_HOME: join(scratch.path, 'home') } })
    .ended

async function done(place: Place, ...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await samen(place, ...words)
  if (code !== 0) throw new Error(`samen ${words.join(' ')} ended with ${code}:\n${stdout}${stderr}`)
  return stdout
}

const received = (office: string) =>
  inOffice(group.database.db, group.office.officeId, async (trx) =>
    (await receivedPacks(trx, group.office.officeId, { office })).map(({ period }) => period).reverse(),
  )
const ownPacks = ({ database, office }: Place) =>
  inOffice(database.db, office.officeId, (trx) => packs(trx, office.officeId))

const url = () => `http://127.0.0.1:${port}`

test('two offices join by invitation, and their first packs reach the group, with receipts', async () => {
  await startGroup()
  for (const [slug, at] of [
    ['be', be],
    ['hu', hu],
  ] as const) {
    const invitation = (await done(group, 'federation', 'invite', '--office', slug, '--url', url())).trim()
    const file = join(scratch.path, `${slug}.invitation`)
    await writeFile(file, invitation)
    // Only the office it was made for can use it, and nobody who changes a letter of it.
    const wrong = await samen(
      slug === 'be' ? hu : be,
      'federation',
      'join',
      file,
      '--office',
      slug === 'be' ? 'hu' : 'be',
    )
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining(`for an office ${slug}`) })
    const spoilt = invitation.slice(0, -8) + (invitation.at(-8) === 'A' ? 'B' : 'A') + invitation.slice(-7)
    expect(await samen(at, 'federation', 'join', spoilt)).toMatchObject({ code: 1 })
    expect(await done(at, 'federation', 'join', file)).toContain('belongs to Samen GROUP')
    expect(await done(at, 'federation', 'join', file)).toContain('belongs to Samen GROUP')
    expect(await done(at, 'close', '--period', '2026-01')).toContain('received by the group')
    expect(await received(slug)).toEqual(['2026-01'])
    expect((await ownPacks(at))[0]?.receipt).toMatchObject({ group: 'group', office: slug, packNo: 1 })
  }
}, 300_000)

test('an office that was offline for two months catches up in order; its new key is known by its old one', async () => {
  await server?.end('SIGTERM')
  expect(await done(hu, 'close', '--period', '2026-02')).toContain('cannot be reached')
  await done(hu, 'federation', 'rotate-key')
  expect(await done(hu, 'close', '--period', '2026-03')).toContain('waits to be delivered to the group')
  expect(await samen(hu, 'federation', 'leave', '--office', 'hu')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^The group's server at \S+ cannot be reached \(ECONNREFUSED\)/),
  })
  expect(await received('hu')).toEqual(['2026-01'])
  await startGroup()
  expect(await done(hu, 'federation', 'push')).toContain('hu: 2 packs received by the group')
  expect(await received('hu')).toEqual(['2026-01', '2026-02', '2026-03'])
  expect((await ownPacks(hu)).map(({ receipt }) => receipt?.packNo)).toEqual([3, 2, 1])
  // Once more brings nothing new.
  expect(await done(hu, 'federation', 'push')).toContain('hu: 0 packs')
}, 300_000)

test('the group translates and consolidates what came over the network', async () => {
  const days = Array.from({ length: 60 }, (_, at) => addDays('2025-12-20', at)).filter(
    (day) => weekday(day) <= 5,
  )
  const file = join(scratch.path, 'eurofxref-hist.csv')
  await writeFile(file, ['Date,HUF,', ...days.map((day) => `${day},400.00,`), ''].join('\n'))
  expect(await samen(group, 'consolidate', '--period', '2026-01')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('samen import rates'),
  })
  expect(await done(group, 'import', 'rates', file)).toContain(`${days.length} new`)
  const figures = JSON.parse(await done(group, 'consolidate', '--period', '2026-01', '--json'))
  expect(figures).toMatchObject({ difference: '0.00', missing: [] })
  expect(figures.accounts.find((account: { group: string }) => account.group === 'G1100')).toMatchObject({
    byOffice: { be: '10000.00', hu: '25.00' },
    total: '10025.00',
  })
}, 300_000)

test('an office that rewrites its history is refused, and both sides see why', async () => {
  await asOwner(be.database.url, async (client) => {
    await client.query('alter table samen.pack disable trigger append_only')
    await client.query(`update samen.pack set hash = sha256('another past') where pack_no = 1`)
    await client.query('alter table samen.pack enable always trigger append_only')
  })
  expect(await done(be, 'close', '--period', '2026-02')).toContain('does not follow the pack 1 received')
  expect(await received('be')).toEqual(['2026-01'])
  expect(await done(be, 'federation', 'status')).toContain('does not follow the pack 1 received')
  const refusals = await inOffice(group.database.db, group.office.officeId, (trx) =>
    packRefusals(trx, group.office.officeId),
  )
  expect(refusals).toMatchObject([{ office: 'be', packNo: 2, problem: 'pack-fork', period: '2026-02' }])
  expect(await done(group, 'federation', 'status')).toContain('does not follow the pack 1 received')
}, 300_000)

test('the endpoint takes no session and no stranger: what is not signed by an office of the group changes nothing', async () => {
  const send = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${url()}/v1/federation/packs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const refused = async (response: Response) => ({
    status: response.status,
    ...((await response.json()) as object),
  })
  expect(await refused(await send({}))).toMatchObject({ status: 422, type: '/problems/invalid-field' })
  expect(await refused(await send('{'))).toMatchObject({ status: 400, type: '/problems/malformed-json' })
  expect(await refused(await send({ hash: 'a' }, { 'idempotency-key': 'b' }))).toMatchObject({ status: 400 })
  expect(await refused(await send('x'.repeat(1_100_000)))).toMatchObject({ status: 413 })
  expect(await refused(await send('a', { 'content-type': 'application/octet-stream' }))).toMatchObject({
    status: 400,
  })
})

test('an office leaves: it keeps all it has, sends nothing more, and the group does not wait for it', async () => {
  expect(await done(hu, 'federation', 'leave', '--office', 'hu')).toContain('has left the group')
  expect(await done(hu, 'close', '--period', '2026-04')).toContain('waits to be delivered')
  expect(await done(hu, 'federation', 'push')).toContain('hu: 0 packs')
  expect(await received('hu')).toHaveLength(3)
  expect(await ownPacks(hu)).toHaveLength(4)
  const april = JSON.parse(await done(group, 'consolidate', '--period', '2026-04', '--json'))
  expect(april.missing).toEqual([{ slug: 'be', name: 'Samen BE' }])
  expect(await done(group, 'federation', 'status')).toMatch(
    /hu +its own +HUF +2 +\d{4}-\d\d-\d\d +\d{4}-\d\d-\d\d/,
  )
}, 300_000)
