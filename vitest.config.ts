import { defineConfig } from 'vitest/config'

const database = ['packages/*/test/**/*.db.test.ts']
const browser = ['packages/*/test/**/*.browser.test.ts']
const schemas = ['packages/*/test/**/*.schemas.test.ts']
const long = ['packages/*/test/**/*.long.test.ts']
/** Database tests that pass as they are when several servers hold the offices. */
const onThreeServers = [
  'packages/core/test/ledger/ledger.db.test.ts',
  'packages/core/test/packs/receive-pack.db.test.ts',
  'packages/core/test/consolidation/*.db.test.ts',
  'packages/core/test/intercompany/*.db.test.ts',
  'packages/core/test/funds/fund-decisions.db.test.ts',
  'packages/core/test/federation/*.db.test.ts',
  'packages/core/test/closes/*.db.test.ts',
]
const cluster = ['packages/*/test/**/*.cluster.test.ts']
const start = ['packages/api/test/start.*.test.ts']

const globalSetup = 'packages/api/test/support/postgresql.ts'
const webBuild = 'packages/web/test/browser/support/build-app.ts'
const setupFiles = ['packages/core/test/support/reproducible-properties.ts']

/**
 * Rules and database tests keep nothing between two files but caches, so a worker reads each module once for all of
 * them; `start` and `long` run programs of their own. The times are those after which a test hangs for sure, on a slow and crowded machine too: no test is about speed.
 * `rules` needs nothing; `database` shares one PostgreSQL; `start` runs the whole program; the rest is for CI: `schemas`
 * needs official files, `long` takes minutes, `browser` a browser.
 */
export default defineConfig({
  test: {
    // All cores: left to itself, vitest keeps one of two for a person at the machine.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'rules',
          include: ['packages/*/test/**/*.test.{ts,tsx}', 'bench/test/**/*.test.ts', '.ci/test/**/*.test.ts'],
          exclude: [...database, ...browser, ...schemas, ...long, ...start, ...cluster],
          setupFiles,
          isolate: false,
          restoreMocks: true,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'database',
          include: database,
          globalSetup,
          setupFiles,
          isolate: false,
          restoreMocks: true,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      { test: { name: 'start', include: start, testTimeout: 300_000, hookTimeout: 300_000, maxWorkers: 1 } },
      { test: { name: 'schemas', include: schemas, globalSetup, setupFiles, testTimeout: 300_000 } },
      {
        test: {
          name: 'long',
          include: long,
          globalSetup,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          maxWorkers: 1,
        },
      },
      {
        test: {
          name: 'cluster',
          include: [...onThreeServers, ...cluster],
          globalSetup: 'packages/api/test/support/three-servers.ts',
          setupFiles,
          isolate: false,
          restoreMocks: true,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: browser,
          globalSetup: webBuild,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
