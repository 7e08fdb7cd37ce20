import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { newCountry } from './new-country.ts'
import { Refusal } from './refusal.ts'

const USAGE =
  'Say which country by its two letters of ISO 3166-1: pnpm new-country pt [--currency EUR] [--into FOLDER].'

const OURS = fileURLToPath(new URL('../../', import.meta.url))

/** `pnpm new-country pt`: writes the beginning of a country and says what comes next. */
async function main(args: string[]): Promise<void> {
  const { code, currency, into } = asked(args)
  const packages = into === undefined ? OURS : resolve(into)
  const begun = await newCountry({ code, packages, currency })
  const { name, files } = begun
  const folder = relative(process.cwd(), begun.folder)
  process.stdout.write(`${name}: ${files.length} files in ${folder}, without any law yet.

  pnpm install                               links it to the contract
  pnpm vitest run --project rules ${folder}
                                             says what is missing, file by file
  docs/plugin-developers/tenth-country.md    walks through all of it
  SAMEN_PLUGINS=./${folder} pnpm samen countries
                                             uses it, once nothing is missing

No server has it until SAMEN_PLUGINS names it. When it is finished, make it one of those that come with Samen: a line in
packages/api/src/countries.ts and "@samen/country-${code.toLowerCase()}": "workspace:*" in packages/api/package.json.
`)
}

function asked(args: string[]): { code: string; currency?: string | undefined; into?: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { currency: { type: 'string' }, into: { type: 'string' } },
      allowPositionals: true,
    })
    const [code, ...more] = positionals
    if (code && more.length === 0) return { code, ...values }
  } catch {
    // Whatever was wrong with the words, the sentence below says which are right.
  }
  throw new Refusal(USAGE)
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
