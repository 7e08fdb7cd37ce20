import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestServer, testServer } from './support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
  await server.office('group', 'group')
})
afterAll(() => server[Symbol.asyncDispose]())

const send = (path: string, init: RequestInit = {}) =>
  Promise.resolve(
    server.app.request(`http://localhost/v1/federation${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
      ...init,
    }),
  )

test('whoever tries documents until one is taken must soon wait, wherever they send them', async () => {
  expect((await send('/packs', { method: 'PUT' })).status).toBe(405)
  const tries = await Promise.all(
    Array.from({ length: 70 }, (_, at) => send(['/packs', '/offices', '/leaves'][at % 3] as string)),
  )
  const statuses = tries.map(({ status }) => status)
  expect(statuses.filter((status) => status === 422).length).toBeLessThanOrEqual(60)
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(10)
  const answer = await send('/offices')
  expect(await answer.json()).toMatchObject({
    type: '/problems/too-many-requests',
    detail: expect.stringContaining('Wait 15 minutes'),
    retryAfterSeconds: expect.any(Number),
  })
})
