import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestServer, testServer } from './support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
  await server.office('group', 'group')
})
afterAll(() => server[Symbol.asyncDispose]())

test('a month of the group opens again by two people who signed in, and both can read why', async () => {
  const greta = await server.person('greta', { group: ['finance'] })
  const hugo = await server.person('hugo', { group: ['finance'] })
  const close = async () => (await greta.post('/v1/group/closes', { period: '2026-01' })).json()
  expect(await close()).toEqual({ period: '2026-01', alreadyClosed: false })
  const asked = await greta.post('/v1/group/reopenings', { period: '2026-01', reason: 'A loan was missing' })
  expect(asked.status).toBe(201)
  const { groupReopeningId } = (await asked.json()) as { groupReopeningId: string }
  const decide = (who: typeof greta, decision: string) =>
    who.post(`/v1/group/reopenings/${groupReopeningId}/decision`, { decision })
  expect(await (await decide(greta, 'confirmed')).json()).toMatchObject({ type: '/problems/refused' })
  expect(await close()).toMatchObject({ alreadyClosed: true })
  expect((await decide(hugo, 'perhaps')).status).toBe(422)
  expect((await decide(hugo, 'confirmed')).status).toBe(200)
  const months = async () => (await greta.get('/v1/group/closes')).json()
  expect(await months()).toMatchObject([
    { period: '2026-01', closedBy: 'greta', isOpen: true, restatedBy: [] },
  ])
  expect(await close()).toMatchObject({ alreadyClosed: false })
  expect(await months()).toMatchObject([{ period: '2026-01', isOpen: false }])
  const list = await (await hugo.get('/v1/group/reopenings')).json()
  expect(list).toMatchObject([
    {
      period: '2026-01',
      reason: 'A loan was missing',
      state: 'confirmed',
      askedBy: 'greta',
      decidedBy: 'hugo',
      closedThrough: '2026-01',
    },
  ])
})
