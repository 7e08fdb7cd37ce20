import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { firstSpoken, LANGUAGES } from '../../src/i18n/languages.ts'

const folder = new URL('../../src/locales/', import.meta.url)
const packages = new URL('../../../', import.meta.url)
type Tree = { [key: string]: string | Tree }

const read = (language: string, file: string) =>
  JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8')) as Tree

/** `clock.left_other` and its text, for every text of a file. */
function texts(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : texts(value, `${path}${key}.`),
  )
}

const base = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '')
const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
/** Names that English takes from the server itself; the other languages have them all. */
const fromServer = /^accounts\./

const files = readdirSync(new URL('en/', folder))
const languages = LANGUAGES.map(({ code }) => code)
const translations = languages.filter((code) => code !== 'en')

test('every language that can be chosen has its texts, and every text a language that can be chosen', () => {
  expect(readdirSync(folder).sort()).toEqual([...languages].sort())
})

test.each(['at', 'be', 'de', 'es', 'fr', 'hu', 'it', 'nl', 'se'])(
  'the screens speak every language the texts of country %s are in',
  (country) => {
    const spoken = readdirSync(new URL(`country-${country}/src/locales/`, packages)).map((file) =>
      file.replace('.ts', ''),
    )
    expect(spoken.filter((language) => !languages.some((code) => code === language))).toEqual([])
  },
)

test('the first language of a browser or an office that the screens speak is taken', () => {
  expect(firstSpoken(['pl-PL', 'de-AT', 'en'])).toBe('de')
  expect(firstSpoken(['SV'])).toBe('sv')
  expect(firstSpoken(['', 'pl'])).toBeUndefined()
})

describe.each(files)('%s', (file) => {
  const english = texts(read('en', file))
  const needed = new Set(english.map(([key]) => base(key)))
  const named = new Set(
    translations
      .flatMap((language) => texts(read(language, file)).map(([key]) => key))
      .filter((key) => fromServer.test(key)),
  )

  test.each(translations)('says in %s all it says in English, with the same places to fill', (language) => {
    const own = texts(read(language, file))
    const had = new Set(own.map(([key]) => base(key)))
    expect({
      missing: [...needed, ...named].filter((key) => !had.has(key)),
      empty: own.filter(
        ([key, text]) => text === '' && !english.some(([same, said]) => same === key && said === ''),
      ),
      unknownToEnglish: [...had].filter((key) => !needed.has(key) && !fromServer.test(key)),
    }).toEqual({ missing: [], empty: [], unknownToEnglish: [] })
    const placesOf = new Map(english.map(([key, text]) => [key, places(text)]))
    for (const [key, text] of own)
      if (!fromServer.test(key))
        expect(places(text), key).toEqual(placesOf.get(key) ?? placesOf.get(`${base(key)}_other`))
  })

  test.each(languages)('has every plural form %s needs, and none it does not', (language) => {
    const forms = new Set([...new Intl.PluralRules(language).resolvedOptions().pluralCategories, 'zero'])
    const own = texts(read(language, file)).map(([key]) => key)
    const counted = [...new Set(own.filter((key) => key !== base(key)).map(base))]
    const wanted = counted.flatMap((key) => [...forms].map((form) => `${key}_${form}`))
    expect({
      missing: wanted.filter((key) => !key.endsWith('_zero') && !own.includes(key)),
      neverUsed: own.filter((key) => key !== base(key) && !wanted.includes(key)),
    }).toEqual({ missing: [], neverUsed: [] })
  })
})

test('every cause of refusal the product knows has a title and a way on, in every language', () => {
  const source = new URL('core/src/problem/types.ts', packages)
  const causes = [...readFileSync(source, 'utf8').matchAll(/^ {2}'?([a-z-]+)'?: \{ status/gm)].map(
    ([, name]) => name,
  )
  expect(causes).toContain('invalid-field')
  const untold = languages.flatMap((language) => {
    const told = (read(language, 'shell.json').problems ?? {}) as { [cause: string]: Tree }
    return causes
      .filter((cause) => !told[cause as string]?.title || !told[cause as string]?.next)
      .map((cause) => `${language}: problems.${cause}`)
  })
  expect(untold).toEqual([])
})

/** Words that only formal address uses; what stands at a sentence's start may be "they" and is left out. */
const formal = {
  de: /[a-zäöüß,] (Sie|Ihnen|Ihr|Ihre[mnrs]?)\b|\b(?:Geben|Wählen|Fragen|Kaufen|Schließen|Speichern) Sie\b/,
  es: /\b(usted|Elija|Escriba|Guarde|Pida|[Ss]u contraseña)\b/,
  hu: /(?<!\p{L})Ön(t|nek|nel|ök)?(?!\p{L})|(?<!\p{L})(Válasszon|Írja|Kérje|Adja meg|Mentse|Őrizze)(?!\p{L})/u,
  it: /\b(Lei|Suo|Sua|Scelga|Scriva|Chieda|Conservi il)\b/,
}
test.each(Object.entries(formal))('members and staff are addressed informally in %s', (language, words) => {
  const said = files.flatMap((file) =>
    texts(read(language, file))
      // The page of an offer and its signature speak to a client.
      .filter(([key]) => !(file === 'quotes.json' && /^(offer|sign)\./.test(key)))
      .filter(([, text]) => words.test(text))
      .map(([key, text]) => `${file} ${key}: ${text}`),
  )
  expect(said).toEqual([])
})
