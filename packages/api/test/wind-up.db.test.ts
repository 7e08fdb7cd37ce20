import { registry } from '@samen/core/country'
import { inOffice } from '@samen/core/database'
import { insertPlace, openOffice } from '@samen/core/offices'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerPasswordRequests, requestPassword } from '../src/auth/password-links.ts'
import { type TestServer, testServer } from './support/server.ts'
import { testland } from './support/testland.ts'

let server: TestServer
let xt: string
beforeAll(async () => {
  server = await testServer()
  xt = await server.office('xt')
  // It is told of the office's last month.
  await openOffice(server.db, testland, { slug: 'group', name: 'Group', role: 'group', legalEntities: [] })
})
afterAll(() => server[Symbol.asyncDispose]())

const at = '/v1/offices/xt/wind-up'
const decision = { decidedOn: '2026-01-05', endsOn: '2026-02-28', minutes: 'assembly, item 3' }

test('an office is wound up by two people who signed in, and what is not settled is told to staff', async () => {
  const rosa = await server.person('rosa', { xt: ['finance'] })
  const kim = await server.person('kim', { xt: ['approver'] })
  const ann = await server.person('ann', { xt: ['staff'] })
  expect(await (await ann.get(at)).json()).toMatchObject({ windUp: null, lastDayIsOver: false })
  expect((await ann.post(at, decision)).status).toBe(403)
  const wrong = await rosa.post(at, { ...decision, endsOn: '2026-01-04' })
  expect(await wrong.json()).toMatchObject({ field: 'endsOn' })
  expect((await rosa.post(at, decision)).status).toBe(201)
  expect(await (await rosa.post(`${at}/confirmation`)).json()).toMatchObject({ type: '/problems/refused' })
  const confirmed = await (await kim.post(`${at}/confirmation`)).json()
  expect(confirmed).toMatchObject({
    windUp: { state: 'confirmed', ...decision, proposedBy: 'rosa', confirmedBy: 'kim' },
    isSettled: false,
    unsettled: { openJobs: 0, lastPackMissing: true },
  })
  const early = await (await rosa.post(`${at}/completion`)).json()
  expect(early).toMatchObject({ type: '/problems/conflict' })
  expect(await (await kim.post(`${at}/withdrawal`)).json()).toMatchObject({ windUp: null })
})

test('who signs in to an office that moved is told where to and since when', async () => {
  const eva = await server.person('eva', { xt: ['staff'] })
  const moved = { by: 'ops', reason: 'to https://xt.example', now: new Date('2026-03-01T10:00:00Z') }
  await inOffice(server.db, xt, (trx) => insertPlace(trx, xt, 'moved', moved), { alone: true })
  const me = (await (await eva.get('/v1/me')).json()) as { offices: unknown[] }
  expect(me.offices).toMatchObject([
    { closed: { kind: 'moved', since: '2026-03-01T10:00:00.000Z', reason: moved.reason } },
  ])
  // What is left can still be read there.
  expect((await eva.get(at)).status).toBe(200)
})

test('a forgotten password is asked for there as anywhere, and nothing is sent', async () => {
  await requestPassword(server.db, 'eva@samen.example', server.clock.now)
  const answer = { port: { secret: 'for tests' }, countries: registry([testland]), now: server.clock.now }
  await answerPasswordRequests(server.db, answer)
  const { rows } = await sql`
    select from auth.password_request union all select from auth.password_link`.execute(server.db)
  expect(rows).toEqual([])
})
