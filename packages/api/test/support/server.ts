import { type AnyCountryPlugin, registry } from '@samen/core/country'
import { type Database, inOffice, newId } from '@samen/core/database'
import { sql } from 'kysely'
import { type TestDatabase, testDatabase } from '../../../core/test/support/database.ts'
import { createApp } from '../../src/app.ts'
import { createAuth } from '../../src/auth/auth.ts'
import { createUsers } from '../../src/auth/new-users.ts'
import type { Role } from '../../src/auth/rights.ts'
import { testland } from './testland.ts'

export const password = 'correct horse battery'
const origin = 'http://localhost'

export interface TestServer extends AsyncDisposable {
  app: ReturnType<typeof createApp>
  database: TestDatabase
  db: Database
  /** What was logged as an error. */
  logged: object[]
  /** What time it is. */
  clock: { now: Date }
  /** Makes an office of Testland and answers its id. */
  office(slug: string, kind?: 'national' | 'group'): Promise<string>
  /** Tells of an office that somebody else has made. */
  known(slug: string, officeId: string): void
  /** Makes a sign-in with these rights, and answers a person who asks as it. */
  person(name: string, rights?: Readonly<Record<string, readonly Role[]>>, memberId?: string): Promise<Person>
}

export interface Person {
  userId: string
  get(path: string): Promise<Response>
  remove(path: string): Promise<Response>
  post(path: string, content?: unknown, type?: string): Promise<Response>
}

/** The whole server but its port, on a database of its own. */
export async function testServer(...more: AnyCountryPlugin[]): Promise<TestServer> {
  const database = await testDatabase()
  const { db } = database
  const logged: object[] = []
  const clock = { now: new Date('2026-11-23T09:00:00Z') }
  const silent = () => undefined
  const log = { debug: silent, info: silent, warn: silent, error: (line: object) => void logged.push(line) }
  const auth = createAuth({ db, secret: 'a secret for tests, and for tests only' })
  const app = createApp({
    db,
    auth,
    countries: registry([testland, ...more]),
    log: log as never,
    mail: { baseUrl: origin, secret: 'a secret for tests, and for tests only' },
    now: () => clock.now,
  })
  const offices = new Map<string, string>()

  const ask = (path: string, init: RequestInit) => Promise.resolve(app.request(`${origin}${path}`, init))

  return {
    app,
    clock,
    database,
    db,
    logged,
    known: (slug, officeId) => void offices.set(slug, officeId),
    async office(slug, kind = 'national') {
      const officeId = newId()
      offices.set(slug, officeId)
      await inOffice(db, officeId, (trx) =>
        sql`insert into samen.office (office_id, country, name, home_currency, slug, languages, role)
          values (${officeId}, 'XT', ${`Office ${slug}`}, 'EUR', ${slug}, '{en}', ${kind})`.execute(trx),
      )
      return officeId
    },
    async person(name, rights = {}, memberId) {
      const email = `${name}@samen.example`
      const userId = (await createUsers(db, auth, [{ email, name, password }])).get(email) as string
      for (const [slug, roles] of Object.entries(rights))
        await inOffice(db, offices.get(slug) as string, async (trx) => {
          for (const role of roles)
            await sql`insert into samen.office_right (office_id, user_id, role, member_id)
              values (samen.current_office(), ${userId}, ${role}, ${role === 'member' ? memberId : null})`.execute(
              trx,
            )
        })
      const signedIn = await ask('/v1/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify({ email, password }),
      })
      if (!signedIn.ok) throw new Error(`${name} could not sign in: ${await signedIn.text()}`)
      const cookie = signedIn.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; ')
      return {
        userId,
        get: (path) => ask(path, { headers: { cookie } }),
        remove: (path) => ask(path, { method: 'DELETE', headers: { cookie, origin } }),
        post: (path, content, type = 'application/json') =>
          ask(path, {
            method: 'POST',
            headers: { cookie, origin, ...(content !== undefined && { 'content-type': type }) },
            ...(content !== undefined && {
              body: type === 'application/json' ? JSON.stringify(content) : String(content),
            }),
          }),
      }
    },
    [Symbol.asyncDispose]: () => database.drop(),
  }
}
