import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCountry } from '../src/new-country.ts'

/** Countries are begun in a folder of the test's own, which goes again. */
let packages: string
const own = fileURLToPath(new URL('../', import.meta.url))

beforeAll(async () => {
  packages = await mkdtemp(join(tmpdir(), 'samen-new-country-'))
  await writeFile(
    join(packages, 'tsconfig.base.json'),
    await readFile(new URL('../../../tsconfig.base.json', import.meta.url)),
  )
})
afterAll(() => rm(packages, { recursive: true, force: true }))

/** What a program says, and how it ended. */
async function run(program: string, args: string[], cwd: string) {
  const path = `${join(own, 'node_modules', '.bin')}:${process.env.PATH}`
  const env = { PATH: path, HOME: process.env.HOME ?? '', NO_COLOR: '1', CI: '1' }
  try {
    const { stdout } = await promisify(execFile)(program, args, { cwd, env })
    return { code: 0, stdout }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, stdout: stdout + stderr }
  }
}

test('a country begins as a package that type-checks, and whose tests say what is missing, by file', async () => {
  const { folder, name, files } = await newCountry({ code: 'pt', packages: join(packages, 'packages') })
  expect(name).toBe('Portugal')
  expect(files).toContain('src/locales/pt.ts')
  await symlink(join(own, 'node_modules'), join(folder, 'node_modules'))
  const [types, tests] = await Promise.all([
    run('tsc', ['--noEmit'], folder),
    run('vitest', ['run', '--root', folder], folder),
  ])
  expect(types).toEqual({ code: 0, stdout: '' })
  expect(tests.code).toBe(1)
  expect(tests.stdout).toMatch(/✓ makes payment references that its own check takes/)
  for (const file of [
    'src/parameters/',
    'src/parameters/office.ts',
    'src/payroll/payslip.ts',
    'src/payroll/index.ts',
    'src/declarations/hiring.ts',
    'src/identifiers.ts',
    'src/calendar.ts',
    'src/vat.ts',
    'src/chart.ts',
    'src/locales/en.ts',
    'src/locales/pt.ts',
    'src/samples.ts',
    'test/examples/*.json',
  ])
    expect(tests.stdout).toContain(`${file}: `)
  // A failure that is no "missing" would be an obscure one.
  const errors = [...tests.stdout.matchAll(/^(\w*Error): (.*)$/gm)].map(([, , message]) => message)
  expect(errors.length).toBeGreaterThan(5)
  expect(errors.filter((message) => !message?.startsWith('missing:'))).toEqual([])
}, 120_000)

test('nothing of the template is left in it', async () => {
  const { folder, files } = await newCountry({
    code: 'CH',
    packages: join(packages, 'swiss'),
    currency: 'chf',
  })
  for (const file of files)
    expect(await readFile(join(folder, file), 'utf8'), file).not.toMatch(/newland|\bxx\b|\bXXX?\b/i)
  const plugin = await readFile(join(folder, 'src/plugin.ts'), 'utf8')
  expect(plugin).toContain("country: 'CH'")
  expect(plugin).toContain("currency: 'CHF'")
  expect(plugin).toContain('export const switzerland: CountryPlugin<SwitzerlandSituation, Law>')
})

test('an English-speaking country needs no second language, and a long name is one word in code', async () => {
  const ireland = await newCountry({ code: 'ie', packages: join(packages, 'more') })
  expect(await readdir(join(ireland.folder, 'src/locales'))).toEqual(['en.ts'])
  expect(await readFile(join(ireland.folder, 'src/plugin.ts'), 'utf8')).toContain('locales: { en },')
  const bosnia = await newCountry({ code: 'ba', packages: join(packages, 'more'), currency: 'BAM' })
  expect(await readFile(join(bosnia.folder, 'src/plugin.ts'), 'utf8')).toMatch(/export const bosnia\w+: /)
})

test.each([
  ['zz', undefined, '"zz" is not the code of a country: write its two letters of ISO 3166-1, such as pt.'],
  ['portugal', undefined, '"portugal" is not the code of a country'],
  ['../x', undefined, '"../x" is not the code of a country'],
  ['eu', undefined, '"eu" is not the code of a country'],
  ['no', undefined, 'Say which currency Norway pays wages in'],
  ['no', 'kroner', 'Say which currency Norway pays wages in'],
])('%s in %s is refused in a sentence, and nothing is written', async (code, currency, sentence) => {
  const folder = join(packages, 'none')
  await expect(newCountry({ code, packages: folder, currency })).rejects.toThrow(sentence)
  await expect(readdir(folder)).rejects.toThrow(/ENOENT/)
})

test('a country that is there is refused', async () => {
  await newCountry({ code: 'fi', packages: join(packages, 'twice') })
  await expect(newCountry({ code: 'fi', packages: join(packages, 'twice') })).rejects.toThrow(
    /^Finland is there already: see /,
  )
  const { code, stdout } = await run(process.execPath, ['src/index.ts', 'be'], own)
  expect({ code, stdout }).toEqual({
    code: 1,
    stdout: expect.stringMatching(/^Belgium is there already: see .*country-be\.\n$/),
  })
})
