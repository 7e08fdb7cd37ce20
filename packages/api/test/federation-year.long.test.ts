import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type AnyCountryPlugin, addDays, type IsoDate, type Registry, weekday } from '@samen/core/country'
import { type Database, inOffice, migrate, openDatabase } from '@samen/core/database'
import { openOffice } from '@samen/core/offices'
import { packHash } from '@samen/core/packs'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { asOwner } from '../../core/test/support/database.ts'
import { createAuth } from '../src/auth/auth.ts'
import { createUsers } from '../src/auth/new-users.ts'
import { grantRight } from '../src/auth/rights.ts'
import { loadCountries } from '../src/countries.ts'
import { type OfficeSlug, PROFILES } from '../src/demo/index.ts'
import { column, type JournalLine, type Quotes } from './support/ias21.ts'
import { openWorkingOffice, type WorkingOffice } from './support/office-year.ts'
import { leaks, textsOf } from './support/personal-data.ts'
import { type Program, type Scratch, scratchFolder } from './support/program.ts'
import { type Relay, relayTo } from './support/relay.ts'

/**
 * A year of the whole federation: a group and nine offices, each a server process of its own on a database and a database
 * role of its own, meeting over HTTP alone. The offices work under their own law in three currencies; months are closed by
 * their finance people over `/v1`. Sweden's line is down for two months, Italy rewrites its history, the Netherlands leave.
 */

const FIRST: IsoDate = '2025-07-01'
const MONTHS = Array.from({ length: 12 }, (_, at) => {
  const month = 6 + at
  return `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
})
const OFFLINE = { slug: 'se', months: MONTHS.slice(4, 6) } as const
const REWRITES = { slug: 'it', from: MONTHS[9] as string } as const
const LEAVES = { slug: 'nl', after: MONTHS[9] as string } as const

interface Place {
  readonly slug: OfficeSlug | 'group'
  /** The address of its own role and database. */
  readonly url: string
  readonly db: Database
  readonly officeId: string
  server: Program
  address: string
  cookie: string
}

let scratch: Scratch
let countries: Registry
let group: Place
let offices: (Place & { work: WorkingOffice })[]
let line: Relay
const quotes: Record<string, Quotes> = {
  HUF: walk(3_950_000n, 11_003n),
  SEK: walk(111_500n, 487n),
}

/** One figure for each working day, from an arithmetic nobody could mistake for a market. */
function walk(start: bigint, step: bigint): Quotes {
  const days = Array.from({ length: 400 }, (_, at) => addDays('2025-06-02', at)).filter(
    (day) => weekday(day) <= 5,
  )
  return new Map(days.map((day, at) => [day, start + step * BigInt(((at * at) % 23) - 11)]))
}

beforeAll(async () => {
  scratch = await scratchFolder()
  countries = await loadCountries()
  group = await place('group', async (db) => {
    const { officeId } = await openOffice(db, countries.get('BE') as AnyCountryPlugin, {
      slug: 'group',
      name: 'Samen',
      role: 'group',
      legalEntities: [],
    })
    return { officeId }
  })
  // The first start may build the web app, which the others then find.
  const others = PROFILES.map(({ slug, country }) =>
    place(slug, async (db) => {
      const work = await openWorkingOffice(db, countries.get(country) as AnyCountryPlugin, slug, FIRST)
      return { officeId: work.officeId, work }
    }),
  )
  offices = await Promise.all(others)
  line = await relayTo(Number(new URL(group.address).port))
}, 300_000)

afterAll(async () => {
  await scratch[Symbol.asyncDispose]()
  await line.cut()
  for (const { slug, db } of [group, ...offices]) {
    await db.destroy()
    await asOwner(inject('databaseUrl'), async (client) => {
      await client.query(`drop database ${nameOf(slug)} with (force)`)
      await client.query(`drop role ${nameOf(slug)}`)
    })
  }
}, 120_000)

const run = Math.random().toString(36).slice(2, 8)
const nameOf = (slug: string) => `federation_${run}_${slug}`

/** A database, the role that owns it and nothing else, an office in it, its finance sign-in, and its server. */
async function place<More extends { officeId: string }>(
  slug: OfficeSlug | 'group',
  open: (db: Database) => Promise<More>,
): Promise<Place & More> {
  const name = nameOf(slug)
  await asOwner(inject('databaseUrl'), async (client) => {
    await client.query(`create role ${name} login createrole password '${name}'`)
    await client.query(`grant samen_server to ${name}`)
    await client.query(`create database ${name} owner ${name}`)
    await client.query(`revoke connect on database ${name} from public`)
  })
  const address = new URL(inject('databaseUrl'))
  Object.assign(address, { username: name, password: name, pathname: `/${name}` })
  const url = address.href
  await migrate({ url })
  const db = openDatabase({ url, max: 2 })
  const opened = await open(db)
  const auth = createAuth({ db, secret: 'only password hashes are made with it here' })
  const sign = { email: `finance@${slug}.samen.example`, password: `the password of ${slug}` }
  const users = await createUsers(db, auth, [{ ...sign, name: 'Finance' }])
  await grantRight(db, opened.officeId, users.get(sign.email) as string, 'finance')
  const server = scratch.run('start', [], {
    env: { DATABASE_URL: url, SAMEN_HOME: join(scratch.path, slug), PORT: '0' },
  })
  const at = (await server.ready()).replace('localhost', '127.0.0.1')
  const signedIn = await fetch(`${at}/v1/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: at },
    body: JSON.stringify(sign),
  })
  const cookie = signedIn.headers.getSetCookie().map((part) => part.split(';')[0])
  return { ...opened, slug, url, db, server, address: at, cookie: cookie.join('; ') }
}

/** Past row-level security, which binds an office's own role too. */
function ownersUrl(slug: string): string {
  const address = new URL(inject('databaseUrl'))
  address.pathname = `/${nameOf(slug)}`
  return address.href
}

async function ask(place: Place, path: string, content?: object, type = 'application/json') {
  const { address, cookie } = place
  const response = await fetch(`${address}${path}`, {
    ...(content && {
      method: 'POST',
      body: content instanceof Buffer ? new Uint8Array(content) : JSON.stringify(content),
    }),
    headers: { cookie, origin: address, ...(content && { 'content-type': type }) },
  })
  // biome-ignore lint/suspicious/noExplicitAny: what the tests look at, they state
  return { status: response.status, json: (await response.json()) as any }
}

async function command({ url, slug }: Place, ...words: string[]): Promise<string> {
  const env = { DATABASE_URL: url, SAMEN_HOME: join(scratch.path, `${slug}-commands`) }
  const { code, stdout, stderr } = await scratch.run('samen', words, { env }).ended
  if (code !== 0) throw new Error(`samen ${words.join(' ')} ended with ${code}:\n${stdout}${stderr}`)
  return stdout
}

const office = (slug: string) => offices.find((one) => one.slug === slug) as Place & { work: WorkingOffice }

const received = async () => {
  const { json } = await ask(group, '/v1/group/packs?limit=200')
  return (json.items as { office: string; period: string; packNo: number; receivedAt: string }[]).toReversed()
}

const closeMonth = async (place: Place, period: string) => {
  const { status, json } = await ask(place, `/v1/offices/${place.slug}/closes`, { period })
  expect({ slug: place.slug, period, status, json }).toMatchObject({ status: 201 })
}

test('each office has a database that no other office’s role can enter, and keys of its own', async () => {
  const [at, be] = [office('at'), office('be')]
  const strange = new URL(at.url)
  strange.pathname = new URL(be.url).pathname
  const client = new pg.Client({ connectionString: strange.href })
  await expect(client.connect()).rejects.toThrow('permission denied for database')
})

test('nine offices join by invitation', async () => {
  await Promise.all(
    offices.map(async (place) => {
      const port = place.slug === OFFLINE.slug ? line.port : Number(new URL(group.address).port)
      const url = `http://127.0.0.1:${port}`
      const words = ['federation', 'invite', '--office', place.slug, '--url', url]
      await command(place, 'federation', 'join', (await command(group, ...words)).trim())
    }),
  )
  const { json } = await ask(group, '/v1/group/offices')
  expect(json.map(({ slug }: { slug: string }) => slug)).toEqual(PROFILES.map(({ slug }) => slug))
  expect(new Set(json.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(9)
}, 120_000)

test('a year passes: months are closed one by one, and what reached the group is what could', async () => {
  for (const period of MONTHS) {
    await Promise.all(offices.map(({ work }) => work.playMonth(`${period}-01`)))
    if (period === OFFLINE.months[0]) await line.cut()
    if (period === REWRITES.from) await rewriteHistory(office(REWRITES.slug))
    await Promise.all(offices.map((place) => closeMonth(place, period)))
    const expected = [
      ...(period >= REWRITES.from ? [REWRITES.slug] : []),
      ...(period > LEAVES.after ? [LEAVES.slug] : []),
      ...(OFFLINE.months.includes(period) ? [OFFLINE.slug] : []),
    ]
    expect({ period, unheard: await unheard(period, expected.length) }).toEqual({
      period,
      unheard: expected.sort(),
    })
    if (period === OFFLINE.months.at(-1)) {
      await line.mend()
      // What is still waiting; the office's own server may have been quicker.
      await command(office(OFFLINE.slug), 'federation', 'push')
      expect(await unheard(period, 0)).toEqual([])
    }
    if (period === LEAVES.after)
      expect(await command(office(LEAVES.slug), 'federation', 'leave', '--office', LEAVES.slug)).toContain(
        'has left the group',
      )
  }
}, 300_000)

/** Offices whose pack of a month is not there when as many are as should be, which servers bring by themselves in a while. */
async function unheard(period: string, expected: number): Promise<string[]> {
  for (let tries = 0; ; tries++) {
    const there = (await received()).filter((pack) => pack.period === period).map(({ office }) => office)
    if (there.length >= offices.length - expected || tries === 300)
      return offices.map(({ slug }) => slug as string).filter((slug) => !there.includes(slug))
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** With full rights over its own database and its own keys, an office makes turnover of a year ago larger than it told. */
async function rewriteHistory({ url, slug }: Place): Promise<void> {
  await asOwner(url, async (client) => {
    await client.query('set row_security = off; alter table samen.pack no force row level security')
    await client.query('alter table samen.pack disable trigger append_only')
    const { rows } = await client.query('select pack_no, content from samen.pack order by pack_no')
    let previousHash: string | null = null
    for (const { pack_no: packNo, content } of rows) {
      content.previousHash = previousHash
      if (packNo === 1) content.statistics[0].turnover = '999999.99'
      previousHash = packHash(content)
      await client.query(
        `update samen.pack set content = $2, hash = decode($3, 'hex'), previous_hash = decode($4, 'hex')
          where pack_no = $1`,
        [packNo, content, previousHash, content.previousHash],
      )
    }
    expect({ slug, packs: rows.length }).toEqual({ slug, packs: MONTHS.indexOf(REWRITES.from) })
    await client.query('alter table samen.pack enable always trigger append_only')
    await client.query('alter table samen.pack force row level security')
  })
}

test('the office that was offline caught up in order, months after its neighbours', async () => {
  const packs = await received()
  const own = packs.filter(({ office }) => office === OFFLINE.slug)
  expect(own.map(({ period }) => period)).toEqual(MONTHS)
  expect(own.map(({ packNo }) => packNo)).toEqual(MONTHS.map((_, at) => at + 1))
  const firstLate = packs.indexOf(own[4] as (typeof packs)[0])
  const neighbours = packs.slice(0, firstLate).filter(({ period }) => period === OFFLINE.months[1])
  expect(neighbours.map(({ office }) => office)).toHaveLength(8)
})

test('the office that rewrote its history is refused from then on, and both sides see it and why', async () => {
  const packs = await received()
  const why = `Pack 10 of it does not follow the pack 9 received.`
  expect(packs.filter(({ office }) => office === REWRITES.slug).map(({ period }) => period)).toEqual(
    MONTHS.slice(0, 9),
  )
  const { json: refusals } = await ask(group, '/v1/group/refusals')
  expect(refusals).toMatchObject([{ office: 'it', packNo: 10, problem: 'pack-fork', detail: why }])
  const { json: closes } = await ask(office('it'), '/v1/offices/it/closes')
  expect(closes.items.find(({ packNo }: { packNo: number }) => packNo === 10)).toMatchObject({
    receivedAt: null,
    refusal: why,
  })
})

test('the group takes in a year of exchange rates', async () => {
  const file = ['Date,HUF,SEK,']
  const text = (quote: bigint) => `${quote / 10_000n}.${String(quote % 10_000n).padStart(4, '0')}`
  const { HUF, SEK } = quotes as { HUF: Map<string, bigint>; SEK: Map<string, bigint> }
  for (const [day, quote] of HUF) file.push(`${day},${text(quote)},${text(SEK.get(day) as bigint)},`)
  await writeFile(join(scratch.path, 'eurofxref-hist.csv'), file.join('\n'))
  await command(group, 'import', 'rates', join(scratch.path, 'eurofxref-hist.csv'))
  const { json } = await ask(group, '/v1/group/rates')
  expect(json.map(({ currency }: { currency: string }) => currency)).toEqual(['HUF', 'SEK'])
})

test('the office that left keeps all twelve packs; the group has ten and waits for no more', async () => {
  const { json: closes } = await ask(office('nl'), '/v1/offices/nl/closes')
  expect(closes.items).toHaveLength(12)
  const packs = await received()
  expect(packs.filter(({ office }) => office === 'nl')).toHaveLength(10)
  const { json: last } = await ask(group, `/v1/group/consolidations/${MONTHS[11]}`)
  expect(last.missing).toEqual([{ slug: 'it', name: office('it').work.profile.officeName }])
})

test('every month of the year, the consolidated figures are those of a spreadsheet of IAS 21, to the cent', async () => {
  const journals = new Map<string, JournalLine[]>()
  for (const place of offices) journals.set(place.slug, await journalOf(place))
  const heard = new Set((await received()).map(({ office, period }) => `${office} ${period}`))
  for (const period of MONTHS) {
    const { status, json: figures } = await ask(group, `/v1/group/consolidations/${period}`)
    expect({ status, difference: figures.difference }).toEqual({ status: 200, difference: '0.00' })
    const oracle = offices
      .filter(({ slug }) => heard.has(`${slug} ${period}`))
      .map(({ slug, work }) => {
        const { currency } = countries.get(work.profile.country) as AnyCountryPlugin
        return { slug, sheet: column(journals.get(slug) as JournalLine[], quotes[currency], period) }
      })
    const total = new Map<string, bigint>()
    for (const { slug, sheet } of oracle) {
      expect({ slug, period, ...told(figures, (one) => one.byOffice[slug]) }).toEqual({
        slug,
        period,
        ...Object.fromEntries(sheet),
      })
      for (const [account, cents] of sheet) total.set(account, (total.get(account) ?? 0n) + cents)
    }
    const sums = [...total].filter(([, cents]) => cents !== 0n)
    expect({ period, ...told(figures, (one) => one.total) }).toEqual({ period, ...Object.fromEntries(sums) })
  }
}, 120_000)

interface Figures {
  accounts: { group: string; total: string; byOffice: Record<string, string> }[]
}

/** Cents by group account, without those that are zero. */
function told({ accounts }: Figures, of: (account: Figures['accounts'][0]) => string | undefined) {
  const cents = accounts.map((one) => [one.group, BigInt((of(one) ?? '0').replace('.', ''))] as const)
  return Object.fromEntries(cents.filter(([, amount]) => amount !== 0n))
}

/** An office's journal as it stands in its own tables, entry by entry. */
const journalOf = ({ db, officeId }: Place): Promise<JournalLine[]> =>
  inOffice(db, officeId, async (trx) => {
    const { rows } = await sql<JournalLine>`
      select to_char(t.effective_on, 'YYYY-MM') as month, e.account, a.group_account as group, a.type,
             sum(e.amount)::int8 as amount
        from ledger_entry e
        join ledger_transaction t on t.office_id = e.office_id and t.transaction_id = e.transaction_id
        join ledger_account a on a.office_id = e.office_id and a.account = e.account
       where e.office_id = ${officeId} group by 1, 2, 3, 4`.execute(trx)
    return rows
  })

test('it was a year of work in three currencies: wages in time, a client lost, advances repaid', async () => {
  for (const { db, officeId, slug } of offices) {
    const [year] = await inOffice(db, officeId, async (trx) => {
      const { rows } = await sql<Record<'payslips' | 'months' | 'lost' | 'repaid' | 'currencies', number>>`
        select (select count(*)::int from payslip) as payslips,
               (select count(distinct date_trunc('month', effective_on))::int from ledger_transaction) as months,
               (select count(*)::int from invoice_write_off) as lost,
               (select count(*)::int from fund_movement where kind = 'repayment') as repaid,
               (select count(distinct currency)::int from ledger_entry) as currencies`.execute(trx)
      return rows
    })
    expect({ slug, ...year }).toMatchObject({ slug, payslips: 48, months: 12, lost: 1, currencies: 1 })
    expect(year?.repaid).toBeGreaterThan(10)
  }
})

test('no personal datum of any office stands in any of the year’s packs', async () => {
  for (const place of offices)
    await asOwner(ownersUrl(place.slug), async (owner) => {
      const texts = await textsOf(owner)
      const { rows } = await owner.query('select content from samen.pack')
      expect(rows).toHaveLength(12)
      expect({ slug: place.slug, found: leaks(rows, texts) }).toEqual({ slug: place.slug, found: [] })
      expect(texts.private.size).toBeGreaterThan(500)
    })
})
