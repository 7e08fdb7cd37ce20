import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { inOffice, officeDirectory } from '@samen/core/database'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../core/test/support/database.ts'

/*
 * Follows docs/plugin-developers/tenth-country.md literally: writes its files and runs its commands, in its order, in a
 * folder that stands for the clone. `pnpm` is replaced by what its scripts run, and the installed packages are those that are
 * installed here.
 */

const root = fileURLToPath(new URL('../../../', import.meta.url))
const page = join(root, 'docs/plugin-developers/tenth-country.md')
let clone: string
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  clone = await mkdtemp(join(tmpdir(), 'samen-tenth-country-'))
  await writeFile(join(clone, 'tsconfig.base.json'), await readFile(join(root, 'tsconfig.base.json')))
})
afterAll(async () => {
  await rm(clone, { recursive: true, force: true })
  await database.drop()
})

interface Block {
  readonly kind: string
  /** A file's path, or `fails` behind `sh`. */
  readonly word: string
  readonly text: string
}

const blocksOf = (markdown: string): Block[] =>
  [...markdown.matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms)].map(
    ([, kind = '', word = '', text = '']) => ({
      kind,
      word,
      text,
    }),
  )

const bin = (name: string) => join(root, 'packages/new-country/node_modules/.bin', name)
const node = (...args: string[]) => [process.execPath, ...args]

/** What stands behind a command of the page. */
function programOf(words: readonly string[]): readonly string[] | undefined {
  const line = words.join(' ')
  const country = join(clone, 'packages/country-pt')
  if (line === 'pnpm new-country pt')
    return node(join(root, 'packages/new-country/src/index.ts'), 'pt', '--into', join(clone, 'packages'))
  if (line === 'pnpm install') return undefined
  if (line === 'pnpm --filter @samen/country-pt types') return [bin('tsc'), '--project', country]
  if (line === 'pnpm vitest run --project rules packages/country-pt')
    return [bin('vitest'), 'run', '--root', country]
  if (line.startsWith('pnpm samen ')) return node(join(root, 'packages/api/bin/samen.js'), ...words.slice(2))
  throw new Error(`The page has a command this test does not know: ${line}`)
}

/** A line of the page as a shell reads it: its own environment, words, quotes. */
function asWords(line: string): { env: Record<string, string>; words: string[] } {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
  const env: Record<string, string> = {}
  while (/^[A-Z_]+=/.test(words[0] ?? '')) {
    const [name = '', value = ''] = (words.shift() as string).split('=')
    env[name] = value
  }
  return { env, words }
}

const exported: Record<string, string> = {}

async function run(line: string): Promise<{ code: number; said: string }> {
  const { env, words } = asWords(line)
  if (words[0] === 'export') {
    Object.assign(exported, asWords(words.slice(1).join(' ')).env)
    return { code: 0, said: '' }
  }
  const program = programOf(words)
  if (!program) {
    await symlink(
      join(root, 'packages/new-country/node_modules'),
      join(clone, 'packages/country-pt/node_modules'),
    )
    return { code: 0, said: '' }
  }
  const [file = '', ...args] = program
  const { PATH = '', HOME = '' } = process.env
  const environment = {
    PATH: `${dirname(process.execPath)}:${PATH}`,
    HOME,
    NO_COLOR: '1',
    DATABASE_URL: database.url,
    SAMEN_HOME: join(clone, 'home'),
    ...exported,
    ...env,
  }
  try {
    const { stdout, stderr } = await promisify(execFile)(file, args, { cwd: clone, env: environment })
    return { code: 0, said: stdout + stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, said: stdout + stderr }
  }
}

test('following the page leads from the empty folder to a posted payslip', async () => {
  const blocks = blocksOf(await readFile(page, 'utf8'))
  const written: Block[] = []
  let said = ''
  let commands = 0
  let began = 0
  let milliseconds = 0
  for (const { kind, word, text } of blocks) {
    if (kind === 'text') {
      for (const line of text.trim().split('\n')) expect(said).toContain(line)
      continue
    }
    if (kind === 'sh') {
      said = ''
      for (const line of text.trim().split('\n')) {
        began = performance.now()
        const outcome = await run(line)
        milliseconds += performance.now() - began
        commands++
        said += outcome.said
        // A country of which nothing is written fails its tests: the page says so.
        const mayFail = word === 'fails' || (line.includes('vitest') && written.length === 0)
        expect({ line, code: outcome.code, said: outcome.code > 0 && !mayFail ? outcome.said : '' }).toEqual({
          line,
          code: mayFail ? 1 : 0,
          said: '',
        })
      }
      continue
    }
    const path = join(clone, word)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, word.endsWith('receipts.xml') ? await withThisYearsReference(text) : text)
    if (word.startsWith('packages/')) written.push({ kind, word, text })
  }
  expect(commands).toBeGreaterThan(10)

  const [office] = await officeDirectory(database.db)
  const { rows } = await inOffice(database.db, office?.officeId as string, (trx) =>
    sql<{ gross: bigint; net: bigint; tax: bigint }>`
      select p.gross, p.net, p.wage_tax as tax from payslip p join pay_run r using (office_id, pay_run_id)
       where r.state = 'posted'`.execute(trx),
  )
  // 1,200.00 less a levy of 78.00 pays a gross of 906.67 with 23.75 % on top; 11 % of it, and no tax below 920.00.
  expect(rows).toEqual([{ gross: 90_667n, net: 80_694n, tax: 0n }])

  const lines = written.reduce((sum, { text }) => sum + text.trim().split('\n').length, 0)
  const told = await readFile(page, 'utf8')
  expect(told).toContain(`| files you write | ${written.length} |`)
  expect(told).toContain(`| lines in them, texts in two languages included | ${lines} |`)
  process.stdout.write(`the page's ${commands} commands took ${(milliseconds / 1000).toFixed(1)} s\n`)
}, 300_000)

/** The page has the first reference of 2026; another year's invoice carries another. The file is written before the import. */
async function withThisYearsReference(text: string): Promise<string> {
  const year = String(new Date().getFullYear()).slice(-2)
  const digits = `${year}10000001`
  const check = String(98n - (BigInt(`${digits}271500`) % 97n)).padStart(2, '0')
  if (year === '26') expect(text).toContain(`RF${check}${digits}`)
  return text.replace('RF392610000001', `RF${check}${digits}`)
}
