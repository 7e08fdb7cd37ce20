import { percent } from '@samen/core/country'
import { inOffice, newId } from '@samen/core/database'
import { addAllocationRule, openFunds } from '@samen/core/funds'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, type TestServer, testServer } from './support/server.ts'

let server: TestServer
let staff: Person
const officeIds: Record<string, string> = {}

beforeAll(async () => {
  server = await testServer()
  for (const slug of ['xa', 'xb']) {
    const officeId = await server.office(slug)
    officeIds[slug] = officeId
    const fundId = newId()
    await inOffice(server.db, officeId, async (trx) => {
      await openFunds(trx, [{ fundId, kind: 'wage-guarantee', currency: 'EUR', name: 'Wages' }])
      await addAllocationRule(trx, {
        currency: 'EUR',
        from: '2026-01-01',
        shares: [{ fundId, share: percent('100') }],
      })
    })
  }
  await server.office('xc')
  staff = await server.person('ann', { xa: ['staff'], xb: ['staff'], xc: ['staff'] })
})
afterAll(() => server[Symbol.asyncDispose]())

interface Run {
  runId: string
  state: string
  done: number
  seed: number
  report: { scenarios: { code: string; late: { value: number; high: number } }[] } | null
}
const start = (order: object, slug = 'xa') => staff.post(`/v1/offices/${slug}/funds/stress`, order)
const json = async <T = Run>(answer: Response | Promise<Response>) => (await (await answer).json()) as T

async function ended(runId: string, slug = 'xa'): Promise<Run> {
  for (;;) {
    const run = await json(staff.get(`/v1/offices/${slug}/funds/stress/${runId}`))
    if (run.state !== 'running') return run
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

test('a simulation runs beside the server, tells how far it is and what it found', async () => {
  const answer = await start({ paths: 500, days: 60, seed: 9 })
  expect(answer.status).toBe(202)
  const run = await ended((await json(answer)).runId)
  expect(run).toMatchObject({ state: 'done', done: 1, seed: 9 })
  // An office without work: no path is short, and the sampling error is still said.
  expect(run.report?.scenarios[0]).toMatchObject({ code: 'as-is', late: { value: 0 } })
  expect(run.report?.scenarios[0]?.late.high).toBeGreaterThan(0)
  expect(await json<{ run: Run }>(staff.get('/v1/offices/xa/funds/stress'))).toEqual({ run })
})

test('one at a time for an office; it can be cancelled, and another office never sees it', async () => {
  const { runId } = await json(start({ paths: 100_000, days: 730 }))
  const second = await start({ paths: 100 })
  expect(second.status).toBe(409)
  expect((await staff.get(`/v1/offices/xb/funds/stress/${runId}`)).status).toBe(404)
  expect((await staff.post(`/v1/offices/xb/funds/stress/${runId}/cancellation`)).status).toBe(404)
  const cancelled = await json(staff.post(`/v1/offices/xa/funds/stress/${runId}/cancellation`))
  expect(cancelled.state).toBe('cancelled')
  expect(await ended(runId)).toMatchObject({ state: 'cancelled', report: null })
  const next = await json(start({ paths: 100, days: 7 }))
  expect((await ended(next.runId)).state).toBe('done')
})

test('an order out of its limits starts nothing and names the field', async () => {
  for (const [field, order] of [
    ['paths', { paths: 100_001 }],
    ['days', { days: 6 }],
    ['seed', { seed: -1 }],
    ['colour', { colour: 'red' }],
  ] as const) {
    const answer = await start(order)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ type: '/problems/invalid-field', field })
  }
  expect((await start({}, 'xc')).status).toBe(409)
  const memberId = newId()
  await inOffice(server.db, officeIds.xa as string, (trx) =>
    sql`insert into samen.member (office_id, member_id, given_name, family_name, birth_date, national_number, email, iban,
          street, post_code, town, country, language, joined_on)
        values (samen.current_office(), ${memberId}, 'Mia', 'Invented', '1990-01-01', '1', 'mia@example.org', 'X', 'Road 1',
          '1', 'Town', 'XT', 'en', '2026-01-01')`.execute(trx),
  )
  const member = await server.person('mia', { xa: ['member'] }, memberId)
  expect((await member.post('/v1/offices/xa/funds/stress', {})).status).toBe(403)
})
