import { defineConfig } from 'vitest/config'

const database = ['packages/*/test/**/*.db.test.ts']
const browser = ['packages/*/test/**/*.browser.test.ts']
const schemas = ['packages/*/test/**/*.schemas.test.ts']
const long = ['packages/*/test/**/*.long.test.ts']
const start = ['packages/api/test/start.*.test.ts']

const globalSetup = 'packages/api/test/support/postgresql.ts'

/**
 * `rules` needs nothing; `database` shares one PostgreSQL; `start` runs the whole program; the rest is for CI: `schemas`
 * needs official files, `long` takes minutes, `browser` a browser.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          include: ['packages/*/test/**/*.test.{ts,tsx}', 'bench/test/**/*.test.ts', '.ci/test/**/*.test.ts'],
          exclude: [...database, ...browser, ...schemas, ...long, ...start],
        },
      },
      {
        test: {
          name: 'database',
          include: database,
          globalSetup,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'start', include: start, testTimeout: 180_000, hookTimeout: 180_000, maxWorkers: 1 } },
      { test: { name: 'schemas', include: schemas, globalSetup, testTimeout: 120_000 } },
      { test: { name: 'long', include: long, globalSetup, testTimeout: 120_000, maxWorkers: 1 } },
      { test: { name: 'browser', include: browser, testTimeout: 120_000, hookTimeout: 180_000 } },
    ],
  },
})
