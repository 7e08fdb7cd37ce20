import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunOptions, type Scratch, scratchFolder } from './support/program.ts'

let scratch: Scratch
let busy: Server
let busyPort = 0

beforeAll(async () => {
  scratch = await scratchFolder()
  busy = createServer()
  await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve))
  busyPort = (busy.address() as { port: number }).port
})
afterAll(async () => {
  busy.close()
  await scratch[Symbol.asyncDispose]()
})

async function refusal(options: RunOptions): Promise<string> {
  const home = join(scratch.path, 'home')
  const { code, stderr } = await scratch.run('start', [], {
    ...options,
    env: { SAMEN_HOME: home, ...options.env },
  }).ended
  expect(code).toBe(1)
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  return stderr.trimEnd()
}

test('a busy port', async () => {
  expect(await refusal({ env: { PORT: `${busyPort}` } })).toBe(
    `Port ${busyPort} is in use by another program: stop that one or choose another port, e.g. PORT=${busyPort + 1}.`,
  )
})

test('a port that is none', async () => {
  expect(await refusal({ env: { PORT: '80a' } })).toMatch(
    /^PORT is "80a", which is not a port number: choose one/,
  )
})

test('an unreachable database', async () => {
  const closed = createServer()
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
  const { port } = closed.address() as { port: number }
  await new Promise((resolve) => closed.close(resolve))
  const said = await refusal({ env: { DATABASE_URL: `postgres://me:secret@127.0.0.1:${port}/samen` } })
  expect(said).toMatch(
    /^The database at 127\.0\.0\.1:\d+\/samen cannot be used \(.*ECONNREFUSED.*\): check DATABASE_URL/,
  )
  expect(said).not.toContain('secret')
})

test('a database address that is none', async () => {
  expect(await refusal({ env: { DATABASE_URL: 'localhost' } })).toMatch(
    /^DATABASE_URL is not a PostgreSQL address: write/,
  )
})

test('a data folder that cannot be', async () => {
  const file = join(scratch.path, 'file')
  writeFileSync(file, '')
  expect(await refusal({ env: { SAMEN_HOME: join(file, 'home') } })).toMatch(
    /^Samen may not write to its data folder .*file\/home \(ENOTDIR\): choose another with SAMEN_HOME/,
  )
})

test.runIf(process.platform === 'linux')('a data folder that may not be written to', async () => {
  const folder = join(scratch.path, 'closed')
  mkdirSync(folder, { mode: 0o500 })
  // Root may write anywhere but where nobody may.
  const unwritable = process.getuid?.() === 0 ? '/proc/samen' : folder
  expect(await refusal({ env: { SAMEN_HOME: unwritable } })).toMatch(
    /^Samen may not write to its data folder/,
  )
})

test('a Node that is too old', async () => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })`
  const said = await refusal({
    nodeArgs: ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`],
  })
  expect(said).toMatch(
    /^Samen needs Node 24, but this is Node 20\.20\.2: start it with "npx -y pnpm@12\.21\.0 start"/,
  )
})
