import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const folder = new URL('../../src/locales/', import.meta.url)
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
/** Names that English takes from the server itself. */
const fromServer = /^accounts\./

const files = readdirSync(new URL('en/', folder))

describe.each(files)('%s', (file) => {
  const english = texts(read('en', file))
  test.each(['fr', 'nl'])('says in %s all it says in English, with the same places to fill', (language) => {
    const own = texts(read(language, file)).filter(([key]) => !fromServer.test(key))
    const keys = (list: [string, string][]) => [...new Set(list.map(([key]) => base(key)))].sort()
    expect(keys(own)).toEqual(keys(english))
    const placesOf = new Map(english.map(([key, text]) => [key, places(text)]))
    for (const [key, text] of own)
      expect(places(text), key).toEqual(placesOf.get(key) ?? placesOf.get(`${base(key)}_other`))
  })

  test.each(['en', 'fr', 'nl'])('has every plural form %s needs', (language) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const own = texts(read(language, file)).map(([key]) => key)
    for (const key of new Set(own.filter((one) => /_other$/.test(one)).map(base)))
      for (const form of forms) expect(own, `${key} in ${language}`).toContain(`${key}_${form}`)
  })
})
