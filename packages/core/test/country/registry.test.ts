import { expect, test } from 'vitest'
import type { AnyCountryPlugin } from '../../src/country/plugin.ts'
import { CORE_VERSION, inRange, PluginRefusedError, registry } from '../../src/country/registry.ts'

const plugin = (country: string, coreRange = `^${CORE_VERSION}`) =>
  ({ country, name: `Test ${country}`, version: '1.2.3', coreRange }) as AnyCountryPlugin

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
