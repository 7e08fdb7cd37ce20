import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuth } from '../src/auth/auth.ts'
import { createUsers } from '../src/auth/new-users.ts'
import { password, type TestServer, testServer } from './support/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await testServer()
  await server.office('xt')
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

describe('rights', () => {
  const staffRoutes = [
    '/contracts',
    '/clients',
    '/invoices',
    '/pay-runs',
    '/bank-transactions',
    '/bank-work-list',
    '/bank-matches',
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
