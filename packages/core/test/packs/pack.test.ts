import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, type Json } from '../../src/canonical/index.ts'
import { suppressCounts, suppressSmall } from '../../src/packs/index.ts'

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
const counts = (...people: [number, number, number]) =>
  suppressSmall(
    [row('artistic', people[0]), row('cultural-industry', people[1]), row('other', people[2])],
    row('all', people[0] + people[1] + people[2]),
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
