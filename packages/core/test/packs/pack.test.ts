import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { canonicalJson, type Json } from '../../src/canonical/index.ts'
import { packContent, suppressCounts, suppressSmall, toldCount, toldMembers } from '../../src/packs/index.ts'

test('members stand in the order of their names, whatever order they came in', () => {
  // The ordering example of RFC 8785, 3.2.3.
  const value = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew',
    '1': 'One',
    '\ud83d\ude00': 'Smiley',
    '\u0080': 'Control',
    '\u00f6': 'o',
  }
  expect(Object.values(JSON.parse(canonicalJson(value)))).toEqual([
    'One',
    'Carriage Return',
    'Control',
    'o',
    'Euro Sign',
    'Smiley',
    'Hebrew',
  ])
  expect(canonicalJson({ b: [1, null, true], a: { d: '\u20ac$\u000F\nA\'B"\\', c: 0 } })).toBe(
    '{"a":{"c":0,"d":"€$\\u000f\\nA\'B\\"\\\\"},"b":[1,null,true]}',
  )
})

test('a document has one text: reading it back and writing it again gives the same', () => {
  const json: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('json'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('json'), { maxKeys: 4 }),
    ),
  })).json
  fc.assert(
    fc.property(json, (value) => {
      const text = canonicalJson(value)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
    }),
  )
})

test('an amount that came as a broken number is refused, not rounded', () => {
  expect(() => canonicalJson(0.1)).toThrow(RangeError)
  expect(() => canonicalJson(Number.NaN)).toThrow(RangeError)
  expect(() => canonicalJson({ a: undefined } as never)).toThrow(RangeError)
  expect(() => canonicalJson('\ud800')).toThrow(RangeError)
})

const row = (sector: 'artistic' | 'cultural-industry' | 'other' | 'all', activeWorkers: number) => ({
  sector,
  turnover: '1.00',
  wages: '1.00',
  activeWorkers,
})
const SECTORS = ['artistic', 'cultural-industry', 'other'] as const
/** Who works where; nobody works in two sectors unless `all` is fewer than the sectors together. */
const counts = (...people: [number, number, number]) => countsOf(people, people[0] + people[1] + people[2])
const countsOf = (people: [number, number, number], all: number) =>
  suppressSmall(
    SECTORS.map((sector, at) => row(sector, people[at] as number)),
    row('all', all),
    (some) =>
      Math.min(
        all,
        some.reduce((sum, sector) => sum + (people[SECTORS.indexOf(sector as never)] as number), 0),
      ),
  ).map(({ activeWorkers, wages }) => (wages === null ? null : activeWorkers))

test('a count under five is not told, and cannot be found by subtraction', () => {
  expect(counts(10, 20, 30)).toEqual([10, 20, 30, 60])
  expect(counts(3, 20, 30)).toEqual([null, null, 30, 53])
  expect(counts(3, 4, 30)).toEqual([null, null, 30, 37])
  // Two and one less than five together: the total less the seven would tell their wages.
  expect(counts(7, 2, 1)).toEqual([null, null, null, 10])
  expect(counts(0, 20, 30)).toEqual([0, 20, 30, 50])
  expect(counts(4, 0, 0)).toEqual([null, 0, 0, null])
})

test('people who work in two sectors are one person: three in each of two are three, and hide behind a third', () => {
  const three = new Set(['artistic', 'other'])
  const told = suppressSmall(
    [row('artistic', 3), row('cultural-industry', 30), row('other', 3)],
    row('all', 33),
    (some) => (some.every((sector) => three.has(sector)) ? 3 : 33),
  )
  expect(told.map(({ activeWorkers }) => activeWorkers)).toEqual([null, null, null, 33])
})

test('who joined cannot be found from one month to the next', () => {
  const told = (months: readonly number[]) => {
    let members = 0
    const packs: { members: number | null; registrations: number | null }[] = []
    for (const joined of months) {
      members += joined
      const registrations = toldCount(joined)
      packs.push({ members: toldMembers({ members, registrations: joined }, packs), registrations })
    }
    return packs.map((pack) => pack.members)
  }
  // Three join: 103 would tell it. With the next four it is seven, and may be told.
  expect(told([100, 0, 3, 4])).toEqual([100, 100, null, 107])
  // Five more are told, so 108 would still tell the three.
  expect(told([100, 3, 5, 2])).toEqual([100, null, null, 110])
  expect(told([2, 0, 7])).toEqual([null, null, 9])
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 12 }), (months) => {
      let [last, unknown]: [number | undefined, number] = [undefined, 0]
      for (const [at, members] of told(months).entries()) {
        if (toldCount(months[at] as number) === null) unknown += months[at] as number
        if (members === null) continue
        // Whoever subtracts finds all whose joining was not told since: none, or five and more.
        if (last !== undefined) expect(unknown === 0 || unknown >= 5).toBe(true)
        ;[last, unknown] = [members, 0]
      }
    }),
  )
})

test('a pack holds numbers and words from lists; its free texts are names of accounts, funds, an office and versions', () => {
  const free: string[] = []
  const walk = (schema: JsonSchema, path: string): void => {
    for (const part of schema.anyOf ?? []) walk(part, path)
    if (schema.type === 'object')
      expect({ path, closed: schema.additionalProperties }).toEqual({ path, closed: false })
    for (const [name, inner] of Object.entries(schema.properties ?? {})) walk(inner, `${path}.${name}`)
    if (schema.items) walk(schema.items, `${path}[]`)
    const limited = schema.pattern ?? schema.enum ?? schema.const
    if (schema.type === 'string' && limited === undefined) free.push(path.slice(1))
  }
  walk(z.toJSONSchema(packContent) as JsonSchema, '')
  expect(free).toEqual([
    'office.name',
    'versions.core',
    'versions.plugin',
    'accounts[].number',
    'accounts[].name',
    'accounts[].group',
    'intercompany[].account',
    'funds[].code',
    'funds[].name',
  ])
})

interface JsonSchema {
  readonly type?: string
  readonly additionalProperties?: unknown
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
}

test('a list of counts hides its small ones, and as many more as hide them in its sum', () => {
  const told = (...workers: number[]) =>
    suppressCounts(workers.map((count, band) => ({ band, workers: count }))).map(({ workers }) => workers)
  expect(told(10, 20, 30)).toEqual([10, 20, 30])
  expect(told(10, 4, 30)).toEqual([null, null, 30])
  expect(told(4, 3, 30)).toEqual([null, null, 30])
  expect(told(0, 3)).toEqual([0, null])
  fc.assert(
    fc.property(fc.array(fc.nat(40), { maxLength: 8 }), (workers) => {
      const hidden = workers.filter((_, at) => told(...workers)[at] === null)
      // What a reader finds by subtraction is the sum of the hidden ones: never fewer than five, unless that is all there is.
      const sum = hidden.reduce((all, count) => all + count, 0)
      const everyone = workers.reduce((all, count) => all + count, 0)
      expect(hidden.length === 0 || sum >= 5 || sum === everyone).toBe(true)
      expect(told(...workers).every((count) => count === null || count === 0 || count >= 5)).toBe(true)
    }),
  )
})
