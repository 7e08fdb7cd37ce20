import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../../core/src/database/migrate.ts'
import { startPostgres } from '../../src/embedded-postgres.ts'
import '../../../core/test/support/database.ts'

/** What no test needs to survive: a power cut. */
const fast = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
}

/**
 * One PostgreSQL for all database tests of a run: the server at `TEST_DATABASE_URL`, or one of our own in a
 * temporary folder. Test databases are copies of a template that is migrated once.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer()
  const template = `template_${randomBytes(8).toString('hex')}`
  await makeTemplate(server.url, template)
  project.provide('databaseUrl', server.url)
  project.provide('templateDatabase', template)
  project.provide('workerUrls', undefined)
  return async () => {
    await onServer(server.url, `drop database if exists ${template} with (force)`)
    await server.close()
  }
}

export async function openServer(
  settings: Readonly<Record<string, string>> = {},
): Promise<{ url: string; close(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, close: async () => undefined }
  const folder = await mkdtemp(join(tmpdir(), 'samen-test-'))
  // As root, PostgreSQL runs as another user, who must be able to enter.
  await chmod(folder, 0o711)
  const server = await startPostgres({
    folder: join(folder, 'postgresql'),
    database: 'postgres',
    settings: { ...fast, ...settings },
  })
  const close = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { url: server.url, close }
}

/** A migrated database that tests' databases are copied from. */
export async function makeTemplate(server: string, name: string): Promise<void> {
  await onServer(server, `create database ${name}`)
  await migrate({ url: Object.assign(new URL(server), { pathname: `/${name}` }).href })
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
