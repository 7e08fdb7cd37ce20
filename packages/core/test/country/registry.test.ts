import { expect, test } from 'vitest'
import type { AnyCountryPlugin } from '../../src/country/plugin.ts'
import { CORE_VERSION, inRange, PluginRefusedError, registry } from '../../src/country/registry.ts'
import { testland } from '../support/test-country.ts'

const plugin = (country: string, coreRange = `^${CORE_VERSION}`): AnyCountryPlugin => ({
  ...testland,
  country,
  name: `Test ${country}`,
  version: '1.2.3',
  coreRange,
})

test('installed plugins are found by their country', () => {
  const countries = registry([plugin('BE'), plugin('FR')])
  expect([...countries.keys()]).toEqual(['BE', 'FR'])
})

test('a plugin written for another core is refused, and the refusal names both versions', () => {
  expect(() => registry([plugin('BE'), plugin('PT', '^9.0.0')])).toThrow(PluginRefusedError)
  expect(() => registry([plugin('PT', '^9.0.0')])).toThrow(
    /Test PT plugin 1\.2\.3 was written for core \^9\.0\.0; this is core/,
  )
})

test('two plugins for one country are refused', () => {
  expect(() => registry([plugin('BE'), plugin('BE')])).toThrow(/both claim BE/)
})

test('a package that exports something else is refused', () => {
  expect(() => registry([{} as AnyCountryPlugin])).toThrow(/no two-letter country code/)
})

/** Testland without one member, or with another value for it. */
const broken = (change: object) => ({ ...testland, ...change }) as AnyCountryPlugin
const { payroll, levy } = testland

test.each<[what: string, change: object, said: RegExp]>([
  ['without payroll', { payroll: undefined }, /payroll: is an object of pure functions/],
  ['without a rule', { payroll: { ...payroll, cost: undefined } }, /payroll\.cost: is a function/],
  ['without a schema', { payroll: { ...payroll, situation: {} } }, /payroll\.situation: is a schema/],
  [
    'with figures out of order',
    {
      payroll: { ...payroll, parameters: { health: { ...levy, series: [...levy.series, ...levy.series] } } },
    },
    /payroll\.parameters\.health: is ascending: 2020-01-01 does not follow 2020-01-01/,
  ],
  [
    'with an unsourced levy',
    { levy: { ...levy, series: [{ from: '2020-01-01', value: 1n, source: '' }] } },
    /levy: has no source from 2020-01-01/,
  ],
  [
    'without a pay deadline',
    { payDeadlineDays: { series: [] } },
    /payDeadlineDays: has at least one dated value/,
  ],
  ['without hiring', { hiring: {} }, /hiring: names the declaration/],
  ['without numbers', { identifiers: [] }, /identifiers: is a list/],
  ['without holidays', { holidays: [] }, /holidays: is a function/],
  [
    'with a region its calendar does not know',
    {
      regions: ['moon'],
      holidays: (_: number, region?: string) => {
        if (region) throw new RangeError(`no ${region}`)
        return []
      },
    },
    /holidays: answers for 2026 of moon, but it said: no moon/,
  ],
  ['without VAT', { vat: {} }, /vat: has a function treat/],
  [
    'with a gap in the chart',
    { chart: testland.chart.slice(1) },
    /chart: has every role once: bank is missing/,
  ],
  [
    'with an authority twice',
    { authorities: [...testland.authorities, ...testland.authorities] },
    /authorities: has each authority once: health-fund, treasury stands twice/,
  ],
  ['without texts in its language', { languages: ['xx'] }, /locales\.xx: has the texts/],
  [
    'with a text of one language missing in another',
    { locales: { ...testland.locales, xx: { 'lines.health': 'xyz' } }, languages: ['xx'] },
    /locales\.xx: lacks authorities\.health-fund/,
  ],
  ['without samples', { samples: undefined }, /samples: is a list/],
  ['without a name', { name: '' }, /The XX plugin 1\.0\.0 breaks the country contract \(name: is a text/],
])('a plugin %s is refused, and the refusal names it, the member and what to do', (_, change, said) => {
  expect(() => registry([broken(change)])).toThrow(PluginRefusedError)
  expect(() => registry([broken(change)])).toThrow(said)
  expect(() => registry([broken(change)])).toThrow(
    /^The (Testland|XX) plugin 1\.0\.0 breaks .*take it out of the configuration/,
  )
})

test.each([
  ['0.1.0', '^0.1.0', true],
  ['0.1.7', '^0.1.3', true],
  ['0.1.2', '^0.1.3', false],
  ['0.2.0', '^0.1.0', false],
  ['1.4.0', '^1.2.9', true],
  ['1.2.9', '^1.4.0', false],
  ['2.0.0', '^1.0.0', false],
  ['1.0.0', '1.0.0', false],
  ['1.0.0', 'latest', false],
])('core %s within %s: %s', (version, range, expected) => {
  expect(inRange(version, range)).toBe(expected)
})
