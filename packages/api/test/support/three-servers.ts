import { randomBytes } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { makeTemplate, openServer } from './postgresql.ts'

/** Every test database of the run is three: each takes slots, and processes that receive. */
const several = {
  wal_level: 'logical',
  max_replication_slots: '100',
  max_wal_senders: '100',
  max_active_replication_origins: '100',
  max_logical_replication_workers: '60',
  max_worker_processes: '80',
}

/** A coordinator and two servers that hold the offices, for the tests that must pass on several servers as they do on one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [coordinator, north, south] = await Promise.all([
    openServer(several),
    openServer(several),
    openServer(several),
  ])
  const template = `template_${randomBytes(8).toString('hex')}`
  await Promise.all([coordinator, north, south].map(({ url }) => makeTemplate(url, template)))
  project.provide('databaseUrl', coordinator.url)
  project.provide('templateDatabase', template)
  project.provide('workerUrls', { north: north.url, south: south.url })
  return async () => {
    await Promise.all([coordinator, north, south].map((server) => server.close()))
  }
}
