import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestServer, testServer } from './support/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await testServer()
  await server.office('xt')
})
afterAll(() => server[Symbol.asyncDispose]())

const ask = (path: string, init?: RequestInit) =>
  Promise.resolve(server.app.request(`http://localhost/v1${path}`, init))
const post = (path: string, body: string, type = 'application/json') =>
  ask(path, { method: 'POST', headers: { 'content-type': type, origin: 'http://localhost' }, body })

const situation = {
  period: { from: '2026-10-01', to: '2026-10-31' },
  gross: '2000',
  worker: {},
  engagement: { days: 20 },
}

test('an address that is not there, and a method it does not know, are problem documents', async () => {
  const missing = await ask('/nothing')
  expect(missing.status).toBe(404)
  expect(missing.headers.get('content-type')).toBe('application/problem+json')
  expect(await missing.json()).toMatchObject({ type: '/problems/not-found', status: 404 })

  const wrong = await ask('/countries', { method: 'DELETE', headers: { origin: 'http://localhost' } })
  expect(wrong.status).toBe(405)
  expect(wrong.headers.get('allow')).toBe('GET, HEAD')
  expect(await wrong.json()).toMatchObject({ type: '/problems/wrong-method' })
})

test('a body that is no JSON, or says it is something else, is refused', async () => {
  const staff = await server.person('ann', { xt: ['finance'] })
  const broken = await staff.post('/v1/offices/xt/closes', '{"period":', 'application/json ')
  expect(broken.status).toBe(400)
  expect(await broken.json()).toMatchObject({ type: '/problems/invalid-request' })
  const other = await staff.post('/v1/offices/xt/closes', 'period=2026-10', 'text/csv')
  expect(other.status).toBe(400)
  expect(await other.json()).toMatchObject({
    detail: 'The body must be JSON, with content-type application/json.',
  })
})

test('a wrong body names every field at fault', async () => {
  const staff = await server.person('bo', { xt: ['finance', 'staff'] })
  const answer = await staff.post('/v1/offices/xt/pay-runs', { date: '2026-02-30', colour: 'red' })
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({
    type: '/problems/invalid-field',
    field: 'date',
    errors: [{ field: 'date' }, { field: 'colour' }],
  })
})

test.each(['0', '201', '-1', 'many', '1e2', ''])('a page of %j items is refused', async (limit) => {
  const staff = await server.person(`page${limit.length}${limit.charCodeAt(0)}`, { xt: ['staff'] })
  const answer = await staff.get(`/v1/offices/xt/contracts?limit=${limit}`)
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({ field: 'limit' })
})

test('a text with the character zero is refused, not stored and not an error of ours', async () => {
  const staff = await server.person('nul', { xt: ['staff'] })
  const answer = await staff.get('/v1/offices/xt/clients?search=%00')
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ type: '/problems/invalid-request' })
})

test.each(['pay-runs', 'invoices', 'contracts', 'clients', 'bank-transactions', 'closes'])(
  'a cursor of %s that nobody gave out is refused',
  async (list) => {
    const staff = await server.person(`forger-${list}`, { xt: ['staff'] })
    for (const key of [['x', 'y'], ['2026-11-20', 'x'], ['2026-11-20', '\u0000'], ['x'], [1], {}, 'x']) {
      const cursor = Buffer.from(JSON.stringify(key)).toString('base64url')
      const answer = await staff.get(`/v1/offices/xt/${list}?cursor=${cursor}`)
      expect(answer.status).toBe(422)
      expect(await answer.json()).toMatchObject({ field: 'cursor' })
    }
  },
)

test('a body over the limit is refused', async () => {
  const answer = await post('/countries/xt/payslips', `{"x":"${'y'.repeat(1_000_001)}"}`)
  expect(answer.status).toBe(413)
  expect(await answer.json()).toMatchObject({ type: '/problems/too-large' })
})

test('what fails inside is logged, and nothing of it is told', async () => {
  const answer = await post(
    '/countries/xt/payslips',
    JSON.stringify({ ...situation, worker: { breaksTheRules: true } }),
  )
  expect(answer.status).toBe(500)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  const text = await answer.text()
  expect(text).not.toContain('secret')
  expect(server.logged).toHaveLength(1)
})

test('one situation is answered with one payslip, many with a stream in the same order', async () => {
  const one = await post('/countries/xt/payslips', JSON.stringify({ id: 1, ...situation }))
  expect(await one.json()).toMatchObject({ id: 1, net: '1800.00' })

  const wrong = await post('/countries/xt/payslips', JSON.stringify({ id: 1, ...situation, gross: 'x' }))
  expect(wrong.status).toBe(422)
  expect(await wrong.json()).toMatchObject({ field: 'gross' })

  const lines = Array.from({ length: 2000 }, (_, id) =>
    JSON.stringify(id === 1000 ? { id, oops: true } : { id, ...situation }),
  )
  const many = await post('/countries/xt/payslips', lines.join('\n'), 'application/x-ndjson')
  expect(many.status).toBe(200)
  const answers = (await many.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(answers.map(({ id }) => id)).toEqual(Array.from({ length: 2000 }, (_, id) => id))
  expect(answers.filter(({ error }) => error)).toHaveLength(1)
})

test('numbers and deadlines are answered too, and texts in the languages a country has', async () => {
  expect(await (await post('/countries/xt/numbers', '{"number":"14007"}')).json()).toMatchObject({
    valid: true,
  })
  expect(await (await post('/countries/XT/deadlines', '{"endedOn":"2026-11-20"}')).json()).toMatchObject({
    payBy: '2026-12-01',
  })
  expect(await (await ask('/countries/xt/locales/en')).json()).toMatchObject({
    'lines.employer': 'Employer contribution',
  })
  expect((await ask('/countries/xt/locales/toString')).status).toBe(404)
  expect((await ask('/countries/zz/schema')).status).toBe(404)
})

test('the OpenAPI document describes every route that is served, and the reference page shows them', async () => {
  const specs = (await (await ask('/openapi.json')).json()) as { paths: Record<string, object> }
  const described = Object.entries(specs.paths).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((key) => key !== 'parameters')
      .map((method) => `${method.toUpperCase()} ${path}`),
  )
  const served = server.app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    .filter((route) => !/openapi\.json|docs$/.test(route))
  expect(new Set(described)).toEqual(new Set(served))
  const paths = Object.entries(specs.paths as Record<string, { post?: { requestBody?: object } }>)
  const bodiless = paths.flatMap(([path, { post }]) => (post && !post.requestBody ? path : []))
  // What is asked there is asked by the address alone.
  expect(bodiless.map((path) => path.split('/').at(-1))).toEqual(
    expect.arrayContaining(['approval', 'posting', 'discard', 'invoice']),
  )
  const byAddress =
    /(approval|posting|discard|invoice|sign-out|cancellation|withdrawal|link|confirmation|ratings|release|collection|deliveries|completion)$/
  expect(bodiless.filter((path) => !byAddress.test(path))).toEqual([])
  const page = await (await ask('/docs')).text()
  for (const path of Object.keys(specs.paths)) expect(page).toContain(path)
  // A schema may name an address; the page fetches from none.
  expect(page).not.toMatch(/<script|(?:src|href)="?https?:\/\/(?!eupl)|url\(/)
})
