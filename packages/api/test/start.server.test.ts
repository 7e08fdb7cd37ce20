import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inOffice, newId, officeDirectory, openDatabase } from '@samen/core/database'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { startPostgres } from '../src/embedded-postgres.ts'
import { identityOf } from '../src/process-identity.ts'
import { type Scratch, scratchFolder } from './support/program.ts'

const isRoot = process.getuid?.() === 0

const start = (scratch: Scratch, home = scratch.path) =>
  scratch.run('start', [], { env: { SAMEN_HOME: home } })

function postgresPid(cluster: string): number {
  return Number(readFileSync(join(cluster, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
}

test('a first start serves, Ctrl-C stops all of it, and a second start finds the same database', async () => {
  await using home = await scratchFolder()
  const first = start(home)
  const health = await fetch(`${await first.ready()}/health`)
  expect(health.status).toBe(200)
  const cluster = join(home.path, 'postgresql')
  const postgres = postgresPid(cluster)
  expect(await identityOf(postgres)).toBeDefined()
  expect(statSync(join(cluster, 'password')).mode & 0o777).toBe(0o600)

  expect(await first.end('SIGINT')).toMatchObject({ code: 0, stderr: '' })
  expect(await identityOf(postgres)).toBeUndefined()
  expect(existsSync(join(home.path, 'server.lock'))).toBe(false)

  const second = start(home)
  await second.ready()
  expect(second.stdout).toMatch(/tables +up to date/)
  expect(await second.end('SIGTERM')).toMatchObject({ code: 0, stderr: '' })
})

test('a second server on the same folder is refused with the address of the first', async () => {
  await using home = await scratchFolder()
  const first = start(home)
  const address = await first.ready()
  const second = await start(home).ended
  expect(second.code).toBe(1)
  expect(second.stderr).toBe(
    `Samen is already running at ${address} on the data folder ${home.path}: use that one, stop it first, or choose another folder with SAMEN_HOME.\n`,
  )
  expect((await fetch(`${address}/health`)).status).toBe(200)
})

test('after a kill -9 the next start joins the PostgreSQL left behind, and stops it in the end', async () => {
  await using home = await scratchFolder()
  const killed = start(home)
  await killed.ready()
  const postgres = postgresPid(join(home.path, 'postgresql'))
  await killed.end('SIGKILL')
  expect(await identityOf(postgres)).toBeDefined()

  const next = start(home)
  expect((await fetch(`${await next.ready()}/health`)).status).toBe(200)
  expect(postgresPid(join(home.path, 'postgresql'))).toBe(postgres)
  expect(await next.end('SIGINT')).toMatchObject({ code: 0 })
  expect(await identityOf(postgres)).toBeUndefined()
})

test('when everything was killed, PostgreSQL too, the next start repairs and serves', async () => {
  await using home = await scratchFolder()
  const killed = start(home)
  await killed.ready()
  process.kill(postgresPid(join(home.path, 'postgresql')), 'SIGKILL')
  await killed.end('SIGKILL')

  const next = start(home)
  expect((await fetch(`${await next.ready()}/health`)).status).toBe(200)
  expect(await next.end('SIGINT')).toMatchObject({ code: 0 })
})

test('Ctrl-C while it starts leaves nothing running', async () => {
  await using home = await scratchFolder()
  const program = start(home)
  await program.saying(/data folder/)
  expect(await program.end('SIGINT')).toMatchObject({ code: 0, stderr: '' })
  expect(existsSync(join(home.path, 'postgresql', 'data', 'postmaster.pid'))).toBe(false)
})

test('a command beside the server uses its database and leaves it running; alone it stops what it started', async () => {
  await using home = await scratchFolder()
  const env = { SAMEN_HOME: home.path }
  const alone = await home.run('samen', ['migrate'], { env }).ended
  expect(alone).toEqual({ code: 0, stdout: 'The tables are up to date.\n', stderr: '' })
  expect(existsSync(join(home.path, 'postgresql', 'data', 'postmaster.pid'))).toBe(false)

  const server = start(home)
  const address = await server.ready()
  const beside = await home.run('samen', ['migrate'], { env }).ended
  expect(beside).toMatchObject({ code: 0, stderr: '' })
  expect((await fetch(`${address}/health`)).status).toBe(200)
})

test('DATABASE_URL is used as it is, also with an owner who is no superuser', async () => {
  await using home = await scratchFolder()
  chmodSync(home.path, 0o711)
  const postgres = await startPostgres({ folder: join(home.path, 'elsewhere'), database: 'postgres' })
  try {
    const admin = new pg.Client({ connectionString: postgres.url })
    await admin.connect()
    await admin.query(`create role landlord login createrole password 'pw'`)
    await admin.query('create database federation owner landlord')
    await admin.end()
    const url = new URL(postgres.url)
    Object.assign(url, { username: 'landlord', password: 'pw', pathname: '/federation' })

    const env = { SAMEN_HOME: join(home.path, 'home'), DATABASE_URL: url.href }
    const program = home.run('start', [], { env })
    expect((await fetch(`${await program.ready()}/health`)).status).toBe(200)
    expect(program.stdout).toContain(`PostgreSQL at 127.0.0.1:${url.port}/federation`)
    expect(existsSync(join(home.path, 'home', 'postgresql'))).toBe(false)
    expect(await program.end('SIGINT')).toMatchObject({ code: 0, stderr: '' })

    const officeId = newId()
    const db = openDatabase({ url: url.href })
    const office = {
      office_id: officeId,
      country: 'BE',
      name: 'x',
      home_currency: 'EUR',
      slug: 'x',
      languages: ['nl'],
    }
    await inOffice(db, officeId, (trx) =>
      trx
        .insertInto('office')
        .values({ ...office, role: 'national' })
        .execute(),
    )
    expect((await officeDirectory(db)).map(({ slug }) => slug)).toEqual(['x'])
    expect(await db.selectFrom('office').selectAll().execute()).toEqual([])
    await db.destroy()
  } finally {
    await postgres.stop()
  }
})

describe.runIf(isRoot)('as root', () => {
  test('a folder that PostgreSQL’s user cannot enter works all the same', async () => {
    await using outer = await scratchFolder()
    const home = join(outer.path, 'inner')
    mkdirSync(home)
    const program = start(outer, home)
    const cluster = await program
      .saying(/own PostgreSQL/)
      .then(() => readFileSync(join(home, 'database-folder'), 'utf8').trim())
    try {
      await program.ready()
      expect(existsSync(join(cluster, 'data', 'PG_VERSION'))).toBe(true)
      expect(await program.end('SIGINT')).toMatchObject({ code: 0 })
    } finally {
      rmSync(cluster, { recursive: true, force: true })
    }
  })

  test('an ordinary user needs nothing but a home', async ({ skip }) => {
    const nobody = { uid: numberOf('-u'), gid: numberOf('-g') }
    const entry = fileURLToPath(new URL('../bin/start.js', import.meta.url))
    try {
      execFileSync(process.execPath, ['--check', entry], { ...nobody, stdio: 'ignore', cwd: '/' })
    } catch {
      process.stderr.write(
        'SKIPPED: the user "nobody" may not read this checkout, so no start as an ordinary user.\n',
      )
      skip()
    }
    await using home = await scratchFolder(nobody)
    const program = home.run('start', [], { ...nobody, env: { HOME: home.path } })
    expect((await fetch(`${await program.ready()}/health`)).status).toBe(200)
    expect(existsSync(join(home.path, '.local/share/samen/postgresql/data/PG_VERSION'))).toBe(true)
    expect(await program.end('SIGINT')).toMatchObject({ code: 0, stderr: '' })
  })
})

function numberOf(option: string): number {
  return Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' }))
}
