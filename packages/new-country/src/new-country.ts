import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal } from './refusal.ts'

const TEMPLATE = fileURLToPath(new URL('../template/', import.meta.url))

/** Countries whose currency is the euro in 2026; another's is asked for. */
const EURO = new Set('AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' '))

export interface NewCountry {
  /** ISO 3166-1 alpha-2, in either case. */
  readonly code: string
  /** The folder that holds `country-xx` of the others. */
  readonly packages: string
  /** ISO 4217; of a euro country it need not be told. */
  readonly currency?: string | undefined
}

export interface Begun {
  readonly folder: string
  readonly name: string
  readonly files: readonly string[]
}

/**
 * Writes `country-xx`: a package with the rooms all countries have, that type-checks, and whose tests say what is missing.
 * It holds no law, because none is known yet. All of it is written, or nothing.
 *
 * @throws {Refusal} for a code that is no country's, a country that is there, or a currency that is not stated.
 */
export async function newCountry({ code, packages, currency: stated }: NewCountry): Promise<Begun> {
  const country = code.toUpperCase()
  const name = nameOf(country)
  if (!name)
    throw new Refusal(
      `"${code}" is not the code of a country: write its two letters of ISO 3166-1, such as pt.`,
    )
  const folder = join(packages, `country-${country.toLowerCase()}`)
  if (existsSync(folder)) throw new Refusal(`${name} is there already: see ${folder}.`)
  const currency = stated?.toUpperCase() ?? (EURO.has(country) ? 'EUR' : undefined)
  if (!currency || !Intl.supportedValuesOf('currency').includes(currency))
    throw new Refusal(
      `Say which currency ${name} pays wages in, by its three letters of ISO 4217: pnpm new-country ${code} --currency CHF.`,
    )
  const language = new Intl.Locale(`und-${country}`).maximize().language
  const words = wordsOf({ country, name, currency, language })
  // Beside its place, and then moved there: an interruption leaves nothing half written.
  const draft = `${folder}.draft`
  await rm(draft, { recursive: true, force: true })
  await mkdir(packages, { recursive: true })
  await cp(TEMPLATE, draft, { recursive: true, filter: (path) => !path.endsWith('node_modules') })
  const files = await filesOf(draft)
  for (const file of files) {
    const path = join(draft, file)
    await writeFile(path, replaced(await readFile(path, 'utf8'), words))
  }
  const own = join(draft, 'src', 'locales', 'xx.ts')
  if (language === 'en') await rm(own)
  else await rename(own, join(draft, 'src', 'locales', `${language}.ts`))
  await rename(draft, folder)
  return { folder, name, files: await filesOf(folder) }
}

/** The English name of a country; undefined for letters that are none. */
function nameOf(country: string): string | undefined {
  if (!/^[A-Z]{2}$/.test(country) || NO_COUNTRIES.has(country)) return undefined
  const name = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(country)
  return name
}

/** Codes that have a name and are no country's: unions, reserved and invented ones. */
const NO_COUNTRIES = new Set([
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'EU',
  'EZ',
  'IC',
  'QO',
  'TA',
  'UN',
  'XA',
  'XB',
  'ZZ',
])

interface Words {
  readonly country: string
  readonly name: string
  readonly currency: string
  readonly language: string
}

/** What stands in the template for the country, longest first. */
function wordsOf({ country, name, currency, language }: Words): readonly (readonly [RegExp, string])[] {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '')
  const pascal = plain
    .split(/[^A-Za-z]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
  const camel = pascal.charAt(0).toLowerCase() + pascal.slice(1)
  const english = language === 'en'
  return [
    [/'XXX'/g, `'${currency}'`],
    ...(english
      ? ([
          [/^import \{ xx \} from '\.\/locales\/xx\.ts'\n/gm, ''],
          [/\{ en, xx \}/g, '{ en }'],
        ] as const)
      : language < 'en'
        ? // Imports stand in the order of their names.
          ([[/(import \{ en \}.*\n)(import \{ xx \}.*\n)/g, '$2$1']] as const)
        : []),
    [/country-xx/g, `country-${country.toLowerCase()}`],
    [/\bxx\b/g, language],
    [/\bXX(?=\b|00)/g, country],
    [/NewlandSituation/g, `${pascal}Situation`],
    [/\bnewland\b/g, camel],
    [/Newland/g, name],
  ]
}

const replaced = (text: string, words: readonly (readonly [RegExp, string])[]) =>
  words.reduce((sum, [word, by]) => sum.replace(word, by), text)

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}
