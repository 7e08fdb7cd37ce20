import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkBoundaries } from '../boundaries.ts'

/** A small monorepo in which everyone imports only whom they may. */
const lawful = {
  'packages/core/src/country/index.ts': 'export const money = 1',
  'packages/core/src/country/conformance/index.ts': 'export const kit = 1',
  'packages/core/src/country/secret.ts': 'export const secret = 1',
  'packages/core/src/ledger/index.ts': `import './ledger.ts'`,
  'packages/core/src/ledger/ledger.ts': `import '../country/index.ts'`,
  'packages/core/src/funds/index.ts': `import '../ledger/index.ts'`,
  'packages/core/src/funds/a.ts': `import type { B } from './b.ts'\nexport type A = B`,
  'packages/core/src/funds/b.ts': `import './a.ts'\nexport type B = 1`,
  'packages/core/test/help.ts': 'export const help = 1',
  'packages/country-aa/src/plugin.ts': `import '../../core/src/country/index.ts'`,
  'packages/country-bb/src/plugin.ts': `import '../../core/src/country/index.ts'`,
  'packages/api/src/client.ts': 'export type Client = 1',
  'packages/api/src/app.ts': `import '../../core/src/ledger/index.ts'\nimport '../../country-aa/src/plugin.ts'`,
  'packages/web/src/main.ts': `import type { Client } from '../../api/src/client.ts'\nexport type Main = Client`,
  ...Object.fromEntries(
    Array.from({ length: 50 }, (_, i) => [`packages/api/src/many/m${i}.ts`, 'export const m = 1']),
  ),
}

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'samen-boundaries-'))
  write(lawful)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

test('a lawful repository has no complaint', async () => {
  expect(await checkBoundaries(root, ['packages'])).toEqual([])
})

test('every rule catches what it forbids', async () => {
  write({
    'packages/core/src/ledger/x1.ts': `import '../../../country-aa/src/plugin.ts'`,
    'packages/core/src/country/x2.ts': `import '../ledger/index.ts'`,
    'packages/country-aa/src/x3.ts': `import '../../core/src/ledger/index.ts'`,
    'packages/country-aa/src/x4.ts': `import '../../core/src/country/secret.ts'`,
    'packages/country-aa/src/x5.ts': `import '../../country-bb/src/plugin.ts'`,
    'packages/web/src/x6.ts': `import { Client } from '../../api/src/client.ts'\nconsole.log(Client)`,
    'packages/web/src/x7.ts': `import type { app } from '../../api/src/app.ts'\nexport type X = app`,
    'packages/core/src/funds/x8.ts': `import '../ledger/ledger.ts'`,
    'packages/api/src/x9.ts': `import '../../core/src/ledger/ledger.ts'`,
    'packages/core/src/funds/x10.ts': `import '../../test/help.ts'`,
    'packages/api/src/x11.ts': `import './x12.ts'`,
    'packages/api/src/x12.ts': `import './x11.ts'`,
    'packages/api/src/x13.ts': `import '@samen/nowhere'`,
    'packages/api/package.json': '{ "devDependencies": { "tool": "1" } }',
    'packages/api/node_modules/tool/package.json': '{ "name": "tool", "main": "index.js" }',
    'packages/api/node_modules/tool/index.js': '',
    'packages/api/src/x14.ts': `import 'tool'`,
    'packages/core/node_modules/pg/package.json': '{ "name": "pg", "main": "index.js" }',
    'packages/core/node_modules/pg/index.js': '',
    'packages/core/src/country/x15.ts': `import 'pg'`,
  })
  const complaints = (await checkBoundaries(root, ['packages'])).map((line) =>
    line.replace(/ → .*/, '').replace(/packages\/.*\//, ''),
  )
  expect(complaints).toEqual(
    expect.arrayContaining([
      'core-imports-none-of-ours: x1.ts',
      'contract-stands-alone: x2.ts',
      'country-imports-only-the-contract: x3.ts',
      'country-imports-only-the-contract: x4.ts',
      'country-imports-only-the-contract: x5.ts',
      'web-imports-only-types-of-ours: x6.ts',
      'web-sees-only-the-client: x7.ts',
      'nouns-meet-at-their-faces: x8.ts',
      'outsiders-meet-core-at-its-faces: x9.ts',
      'product-needs-no-tests: x10.ts',
      'no-cycles: x11.ts',
      'all-resolve: x13.ts',
      'product-needs-no-tools: x14.ts',
      'contract-stands-alone: x15.ts',
    ]),
  )
})

test('having seen no module of a package, or few at all, is a complaint', async () => {
  mkdirSync(join(root, 'packages/country-cc/src'), { recursive: true })
  expect(await checkBoundaries(root, ['packages'])).toEqual(['no module of packages/country-cc was seen'])
  const complaints = await checkBoundaries(root, ['packages/core'])
  expect(complaints).toContain('no module of packages/web was seen')
  expect(complaints.at(-1)).toMatch(/^only \d+ modules were seen, fewer than 50$/)
})
