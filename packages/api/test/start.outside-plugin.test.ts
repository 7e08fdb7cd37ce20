import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Scratch, scratchFolder } from './support/program.ts'

/** A plugin of somebody else: a package installed outside this repository, with the packed contract as its only tie. */
let scratch: Scratch
let outside: string
const root = fileURLToPath(new URL('../../../', import.meta.url))
const testland = readFileSync(new URL('./support/testland.ts', import.meta.url), 'utf8')
const run = promisify(execFile)

/** The pnpm that runs us, or the one this repository names. */
async function pnpm(args: string[], cwd: string) {
  const ours = process.env.npm_execpath ?? ''
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return /pnpm[^/]*\.c?js$/.test(ours)
    ? run(process.execPath, [ours, ...args], { cwd })
    : run('npx', ['-y', packageManager, ...args], { cwd })
}

function install(name: string, content: string) {
  const folder = join(outside, 'node_modules', name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name, version: '1.0.0', type: 'module', exports: './plugin.js' }),
  )
  writeFileSync(join(folder, 'plugin.js'), content)
}

beforeAll(async () => {
  scratch = await scratchFolder()
  outside = join(scratch.path, 'outside')
  const modules = join(outside, 'node_modules')
  mkdirSync(join(modules, '@samen'), { recursive: true })
  await pnpm(['pack', '--pack-destination', scratch.path], join(root, 'packages/core'))
  await run('tar', ['xzf', join(scratch.path, 'samen-core-0.1.0.tgz'), '-C', scratch.path])
  cpSync(join(scratch.path, 'package'), join(modules, '@samen/core'), { recursive: true })
  // What the contract needs of others comes from the registry in life, and from our own installation here.
  for (const name of ['zod', 'temporal-polyfill'])
    symlinkSync(join(root, 'packages/core/node_modules', name), join(modules, name))
  mkdirSync(join(modules, '@types'))
  symlinkSync(join(root, 'packages/core/node_modules/@types/node'), join(modules, '@types/node'))
  writeFileSync(join(outside, 'package.json'), '{ "type": "module" }')
  install('samen-country-xt', stripTypeScriptTypes(testland))
})
afterAll(() => scratch[Symbol.asyncDispose]())

const samen = (plugins: string, ...args: string[]) =>
  scratch.run('samen', args, { cwd: outside, env: { SAMEN_PLUGINS: plugins } })

test('the packed contract holds nothing but the contract, and a plugin type-checks and tests against it', async () => {
  const core = join(outside, 'node_modules/@samen/core')
  await expect(run('ls', [join(core, 'dist')])).resolves.toMatchObject({ stdout: 'country\n' })
  writeFileSync(join(outside, 'plugin.ts'), testland)
  writeFileSync(
    join(outside, 'kit.ts'),
    `import { whatIsMissing } from '@samen/core/country/conformance'
     import { testland } from './plugin.ts'
     console.log(JSON.stringify(whatIsMissing(testland).map(({ file }) => file)))`,
  )
  const strict = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2024', '--types', 'node']
  const options = [...strict, '--allowImportingTsExtensions', '--skipLibCheck']
  const tsc = join(root, 'packages/core/node_modules/.bin/tsc')
  await run(tsc, [...options, 'plugin.ts', 'kit.ts'], { cwd: outside })
  const { stdout } = await run(process.execPath, ['kit.ts'], { cwd: outside })
  expect(JSON.parse(stdout)).toEqual(['src/identifiers.ts', 'src/identifiers.ts', 'src/vat.ts'])
}, 60_000)

test.each([
  ['by its package name', 'samen-country-xt'],
  ['by the path of its folder', './node_modules/samen-country-xt'],
  ['by the path of its file', './node_modules/samen-country-xt/plugin.js'],
])('is installed %s', async (_, plugins) => {
  const program = samen(plugins, 'payslip', '--country', 'xt')
  const situation = { gross: '2000', worker: {}, engagement: { days: 20 } }
  const ask = (month: string) =>
    `${JSON.stringify({ ...situation, period: { from: `${month}-01`, to: `${month}-28` } })}\n`
  program.process.stdin?.end(ask('2026-10') + ask('2024-10'))
  const { code, stdout, stderr } = await program.ended
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const [payslip, refused] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(payslip).toMatchObject({ country: 'XT', gross: '2000.00', employerCost: '2400.00' })
  // The plugin's own copy of the contract says so, and ours understands.
  expect(refused).toMatchObject({ error: { type: '/problems/no-law' } })
})

const withFaults = (change: string) =>
  `import { testland } from 'samen-country-xt'\nexport const plugin = { ...testland, ${change} }`

test.concurrent.each([
  [
    'missing',
    undefined,
    /^The plugin "missing" of SAMEN_PLUGINS could not be read: Cannot find module 'missing'/,
  ],
  ['throws', 'throw new Error("no licence")', /"throws" of SAMEN_PLUGINS could not be read: no licence$/],
  [
    'waits',
    'await new Promise(() => undefined); export {}',
    /"waits" of SAMEN_PLUGINS could not be read: it was not there after 5 s/,
  ],
  [
    'later',
    'export const plugin = Promise.resolve({})',
    /"later" of SAMEN_PLUGINS exports a promise: it has to export/,
  ],
  ['other', 'export const answer = 42', /"other" of SAMEN_PLUGINS does not export a country plugin\.$/],
  [
    'two',
    'import { testland } from "samen-country-xt"\nexport const a = { ...testland }, b = { ...testland, country: "XU" }',
    /"two" of SAMEN_PLUGINS exports 2 country plugins: a package is one country\.$/,
  ],
  [
    'broken',
    withFaults('payroll: { ...testland.payroll, cost: undefined }, chart: []'),
    /^SAMEN_PLUGINS, "broken": The Testland plugin 0\.1\.0 breaks the country contract \(payroll\.cost: is a function; chart: has every role once: bank is missing.*Correct it, or take it out/,
  ],
  [
    'old',
    withFaults("coreRange: '^9.0.0'"),
    /^SAMEN_PLUGINS, "old": The Testland plugin 0\.1\.0 was written for core \^9\.0\.0; this is core 0\.1\.0\. Install a matching version\.$/,
  ],
  [
    'french',
    withFaults("country: 'FR'"),
    /^The plugin "french" of SAMEN_PLUGINS claims FR, which comes with Samen: take it out of the configuration\.$/,
  ],
  [
    'samen-country-xt,second',
    withFaults("name: 'Other Testland'"),
    /^The plugins "samen-country-xt" and "second" of SAMEN_PLUGINS both claim XT: take one of them out\.$/,
  ],
])('%s is refused in one sentence, and nothing starts without it', async (plugins, content, sentence) => {
  if (content !== undefined) install(plugins.split(',').at(-1) as string, content)
  const { code, stdout, stderr } = await samen(plugins, 'schema', '--country', 'be').ended
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr.trimEnd()).toMatch(sentence)
  expect(stderr.trimEnd()).not.toContain('\n')
})

test('a server with a broken plugin does not start, and touches no database', async () => {
  install('empty', withFaults('levy: undefined'))
  const { code, stderr } = await scratch.run('start', [], {
    cwd: outside,
    env: { SAMEN_PLUGINS: 'empty', SAMEN_HOME: join(scratch.path, 'home') },
  }).ended
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(/^SAMEN_PLUGINS, "empty": .*levy: has at least one dated value.*\n$/),
  })
})
