import { registry } from '@samen/core/country'
import { inOffice } from '@samen/core/database'
import { mails } from '@samen/core/mail'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asOwner } from '../../core/test/support/database.ts'
import { createAuth } from '../src/auth/auth.ts'
import { createUsers } from '../src/auth/new-users.ts'
import { answerPasswordRequests } from '../src/auth/password-links.ts'
import { linkToken } from '../src/mail/port.ts'
import { password, type TestServer, testServer } from './support/server.ts'
import { testland } from './support/testland.ts'

let server: TestServer
let officeId: string

beforeAll(async () => {
  server = await testServer()
  officeId = await server.office('xt')
  await server.office('other')
})
afterAll(() => server[Symbol.asyncDispose]())

const signIn = (email: string, word: string) =>
  Promise.resolve(
    server.app.request('http://localhost/v1/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://localhost' },
      body: JSON.stringify({ email, password: word }),
    }),
  )

test('who signs in sees the offices they have rights in, and no others', async () => {
  const staff = await server.person('ann', { xt: ['staff', 'approver'] })
  const me = await (await staff.get('/v1/me')).json()
  expect(me).toEqual({
    user: { id: staff.userId, name: 'ann', email: 'ann@samen.example' },
    offices: [
      {
        slug: 'xt',
        name: 'Office xt',
        country: 'XT',
        currency: 'EUR',
        languages: ['en'],
        kind: 'national',
        roles: ['approver', 'staff'],
        memberId: null,
        closed: null,
      },
    ],
  })
})

test('the session cookie is out of reach of scripts and other sites', async () => {
  await server.person('bo')
  const cookie = (await signIn('bo@samen.example', password)).headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/)
})

test('a wrong password and an unknown address are answered alike, and neither for ever', async () => {
  await server.person('cas')
  const wrong = await signIn('cas@samen.example', 'not this one')
  const unknown = await signIn('nobody@samen.example', 'not this one')
  expect(wrong.status).toBe(401)
  expect(await wrong.json()).toEqual(await unknown.json())
  let last = wrong
  for (let tries = 0; tries < 10; tries++) last = await signIn('cas@samen.example', 'not this one')
  expect(last.status).toBe(429)
  expect(await last.json()).toMatchObject({ type: '/problems/too-many-requests' })
  // Not even with the right password: the account waits.
  expect((await signIn('cas@samen.example', password)).status).toBe(429)
})

test('after signing out the session is worth nothing', async () => {
  const person = await server.person('dee', { xt: ['staff'] })
  expect((await person.get('/v1/me')).status).toBe(200)
  expect((await person.post('/v1/auth/sign-out', {})).status).toBe(200)
  expect((await person.get('/v1/me')).status).toBe(401)
})

test('nobody can sign up', async () => {
  const answer = await server.app.request('http://localhost/v1/auth/sign-up/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost' },
    body: JSON.stringify({ email: 'eve@samen.example', password: 'long enough it is', name: 'Eve' }),
  })
  expect(answer.status).toBe(404)
})

test('a form on another site cannot act for a signed-in person', async () => {
  const person = await server.person('fay', { xt: ['staff'] })
  expect((await person.get('/v1/me')).status).toBe(200)
  const answer = await server.app.request('http://localhost/v1/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'text/plain', origin: 'https://elsewhere.example' },
    body: '{}',
  })
  expect(answer.status).toBe(403)
  expect(await answer.json()).toMatchObject({ type: '/problems/forbidden' })
})

test('making the same sign-ins again changes nothing, not even the password', async () => {
  const auth = createAuth({ db: server.db, secret: 'a secret for tests, and for tests only' })
  const [before, after] = [
    await createUsers(server.db, auth, [{ email: 'Gus@samen.example', name: 'Gus', password }]),
    await createUsers(server.db, auth, [
      { email: 'Gus@samen.example', name: 'Gus', password: 'quite another' },
    ]),
  ]
  expect(after).toEqual(before)
  expect((await signIn('gus@samen.example', password)).status).toBe(200)
})

describe('a forgotten password', () => {
  const ask = (path: string, content: object) =>
    Promise.resolve(
      server.app.request(`http://localhost/v1/auth/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'http://localhost' },
        body: JSON.stringify(content),
      }),
    )
  const port = { baseUrl: 'http://localhost', secret: 'a secret for tests, and for tests only' }
  const answer = () =>
    answerPasswordRequests(server.db, { port, countries: registry([testland]), now: server.clock.now })
  /** Links that lie in messages to an address, the latest first. */
  const linksTo = (email: string) =>
    inOffice(server.db, officeId, async (trx) =>
      (await mails(trx, officeId))
        .filter(({ recipient }) => recipient === email)
        .map(({ kind, about }) => linkToken(port, kind, about)),
    )

  test('is answered alike for anybody, and the link works once, for an hour, for its receiver alone', async () => {
    const gil = await server.person('gil', { xt: ['staff'] })
    const [known, unknown] = [
      await ask('forgotten-password', { email: 'Gil@samen.example' }),
      await ask('forgotten-password', { email: 'nobody-at-all@samen.example' }),
    ]
    expect([known.status, await known.json()]).toEqual([unknown.status, await unknown.json()])
    await answer()
    await answer()
    const [token, ...others] = await linksTo('gil@samen.example')
    expect(others).toEqual([])
    expect(await linksTo('nobody-at-all@samen.example')).toEqual([])
    const short = await ask('password', { token, newPassword: 'short' })
    expect(await short.json()).toMatchObject({ field: 'newPassword' })
    expect((await ask('password', { token, newPassword: 'a better horse battery' })).status).toBe(200)
    expect((await gil.get('/v1/me')).status).toBe(401)
    expect((await signIn('gil@samen.example', password)).status).toBe(401)
    expect((await signIn('gil@samen.example', 'a better horse battery')).status).toBe(200)
    const again = await ask('password', { token, newPassword: 'once more, and again' })
    const never = await ask('password', { token: 'x'.repeat(43), newPassword: 'once more, and again' })
    expect([again.status, await again.json()]).toEqual([never.status, await never.json()])
    expect(again.status).toBe(404)
  })

  test('has a link that runs out, and cannot be asked for without end', async () => {
    await server.person('hub', { xt: ['staff'] })
    await ask('forgotten-password', { email: 'hub@samen.example' })
    await answer()
    const [token] = await linksTo('hub@samen.example')
    const before = server.clock.now
    server.clock.now = new Date(before.getTime() + 3_600_000)
    expect((await ask('password', { token, newPassword: 'a better horse battery' })).status).toBe(404)
    server.clock.now = before
    let last = 0
    for (let tries = 0; tries < 4; tries++)
      last = (await ask('forgotten-password', { email: 'hub@samen.example' })).status
    expect(last).toBe(429)
  })

  test('no table holds a link, and staff do not read the message', async () => {
    const [token = ''] = await linksTo('hub@samen.example')
    await asOwner(server.database.url, async (owner) => {
      const { rows } = await owner.query(
        `select count(*)::int as hits from auth.password_link l, samen.mail m
          where l::text like $1 or m::text like $1 or encode(l.token_hash, 'escape') like $1`,
        [`%${token}%`],
      )
      expect(rows).toEqual([{ hits: 0 }])
    })
  })
})

test('a member is invited by the address the office knows, and signs in with the password they chose', async () => {
  const memberId = await inOffice(server.db, officeId, async (trx) => {
    const { rows } = await sql<{ id: string }>`
      insert into samen.member (office_id, member_id, given_name, family_name, birth_date, national_number, email, iban,
        street, post_code, town, country, language, joined_on)
      values (${officeId}, gen_random_uuid(), 'Ivo', 'Invited', '1990-01-01', '1', 'ivo@members.eu', 'XT1', 'Street 1', '1',
        'Town', 'XT', 'en', '2026-01-01') returning member_id as id`.execute(trx)
    return rows[0]?.id
  })
  const staff = await server.person('jan', { xt: ['staff'] })
  const invite = (email: string) => staff.post('/v1/offices/xt/invitations', { email })
  expect(await (await invite('else@members.eu')).json()).toMatchObject({ field: 'email' })
  expect(await (await invite('Ivo@members.eu')).json()).toEqual({ memberId })
  const [mail] = await inOffice(server.db, officeId, (trx) => mails(trx, officeId, { limit: 1 }))
  expect(mail).toMatchObject({ kind: 'invitation', recipientName: 'Ivo Invited' })
  expect((await staff.get(`/v1/offices/xt/mail/${mail?.mailId}/text`)).status).toBe(403)
  const token = linkToken(
    { secret: 'a secret for tests, and for tests only' },
    'invitation',
    mail?.about ?? '',
  )
  const chosen = await server.app.request('http://localhost/v1/auth/password', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost' },
    body: JSON.stringify({ token, newPassword: 'the words of Ivo' }),
  })
  expect(chosen.status).toBe(200)
  const signedIn = await signIn('ivo@members.eu', 'the words of Ivo')
  expect(signedIn.status).toBe(200)
  const cookie = signedIn.headers.getSetCookie().join('; ')
  const me = await server.app.request('http://localhost/v1/me', { headers: { cookie } })
  expect(await me.json()).toMatchObject({ offices: [{ slug: 'xt', roles: ['member'], memberId }] })
})

describe('rights', () => {
  const staffRoutes = [
    '/contracts',
    '/clients',
    '/invoices',
    '/pay-runs',
    '/bank-transactions',
    '/bank-work-list',
    '/bank-matches',
    '/bank-bookings',
    '/bookable-accounts',
    '/bank-rules',
    '/bank-payers',
    '/funds/exposure',
    '/closes',
    '/ledger/trial-balance?period=2026-10',
    '/ledger/export?format=csv&year=2026',
    '/ledger/statements?period=2026-10',
  ]

  test.each(staffRoutes)('nobody sees %s without a sign-in', async (path) => {
    const answer = await server.app.request(`http://localhost/v1/offices/xt${path}`)
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ type: '/problems/sign-in-required', status: 401 })
  })

  test('staff of one office do not even learn that another exists', async () => {
    const staff = await server.person('hal', { xt: ['staff'] })
    const [other, none] = [
      await staff.get('/v1/offices/other/contracts'),
      await staff.get('/v1/offices/nil/contracts'),
    ]
    expect(other.status).toBe(404)
    expect(await other.json()).toEqual(await none.json())
  })

  test('staff who are no members have no member pages, and staff may not approve', async () => {
    const staff = await server.person('ida', { xt: ['staff'] })
    expect((await staff.get('/v1/offices/xt/me')).status).toBe(403)
    expect((await staff.get('/v1/offices/xt/me/payslips')).status).toBe(403)
    const run = '01890a5d-ac96-774b-bcce-b302099a8057'
    expect((await staff.post(`/v1/offices/xt/pay-runs/${run}/approval`)).status).toBe(403)
    expect((await staff.post('/v1/offices/xt/closes', { period: '2026-10' })).status).toBe(403)
  })

  test('the group’s figures need the finance right in the group office', async () => {
    await server.office('group', 'group')
    const national = await server.person('jon', { xt: ['finance'] })
    expect((await national.get('/v1/group/packs')).status).toBe(403)
  })
})
