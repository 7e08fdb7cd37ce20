import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '@samen/core/database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSite } from '../src/site.ts'
import { type Scratch, scratchFolder } from './support/program.ts'

let scratch: Scratch
let site: ReturnType<typeof createSite>

beforeAll(async () => {
  scratch = await scratchFolder()
  mkdirSync(join(scratch.path, 'web/assets'), { recursive: true })
  writeFileSync(join(scratch.path, 'web/index.html'), '<!doctype html>the app')
  writeFileSync(join(scratch.path, 'web/assets/app-1a2b.js'), 'run()')
  writeFileSync(join(scratch.path, 'secret'), 'secret')
  site = createSite({
    // Nothing listens there: a server whose database is away.
    db: openDatabase({ url: 'postgres://127.0.0.1:1/none' }),
    api: { fetch: (request) => new Response(`api ${new URL(request.url).pathname}`) },
    webFolder: join(scratch.path, 'web'),
  })
})
afterAll(() => scratch[Symbol.asyncDispose]())

const get = (path: string) => site.request(path)

test.each(['/', '/me', '/office/be/pay-runs/today'])(
  'the page %s is the app, with nothing allowed from elsewhere',
  async (path) => {
    const page = await get(path)
    expect(await page.text()).toBe('<!doctype html>the app')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(page.headers.get('cache-control')).toBe('no-cache')
  },
)

test('files with a hash in their name may be kept for ever, missing ones are missing', async () => {
  const script = await get('/assets/app-1a2b.js')
  expect(await script.text()).toBe('run()')
  expect(script.headers.get('cache-control')).toContain('immutable')
  expect((await get('/assets/app-0000.js')).status).toBe(404)
})

test('what lies outside the app’s folder is never served', async () => {
  for (const path of ['/../secret', '/%2e%2e/secret', '/assets/..%2f..%2fsecret', '/..%5csecret']) {
    expect(await (await get(path)).text()).not.toContain('secret')
  }
})

test('everything below /v1 is the API’s, also what it does not know', async () => {
  expect(await (await get('/v1/offices')).text()).toBe('api /v1/offices')
  expect(await (await get('/v1')).text()).toBe('api /v1')
})

test('a server whose database is away says that it is not well', async () => {
  expect((await get('/health')).status).toBe(503)
})
