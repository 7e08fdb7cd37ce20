import { formatPercent, type Supply } from '@samen/core/country'
import { expect, test } from 'vitest'
import { france } from '../src/plugin.ts'

const treat = (kind: Supply['kind'], client: Supply['client'], exempt?: boolean) => {
  const { code, rate, category, mention } = france.vat.treat({
    kind,
    client,
    on: '2026-06-01',
    ...(exempt !== undefined && { exempt }),
  })
  return `${code} ${formatPercent(rate)} ${category}${mention ? ` ${mention}` : ''}`
}

test.each([
  ['service', 'domestic', 'standard 20 S'],
  ['performance', 'domestic', 'reduced-performance 5.5 S'],
  ['event-admission', 'domestic', 'reduced-admission 5.5 S'],
  ['event-admission', 'union-business', 'reduced-admission 5.5 S'],
  ['copyright', 'domestic', 'reduced-rights 10 S'],
  ['training', 'domestic', 'exempt-training 0 E exempt-training'],
  ['service', 'union-business', 'reverse-charge 0 AE reverse-charge'],
  ['performance', 'union-business', 'reverse-charge 0 AE reverse-charge'],
  ['service', 'union-consumer', 'standard 20 S'],
  ['service', 'outside-union', 'outside-scope 0 O outside-scope'],
] as const)('a %s for a %s client is %s', (kind, client, expected) => {
  expect(treat(kind, client)).toBe(expected)
})

test.each([
  ['service', 'guadeloupe', 'domestic', 'overseas-standard 8.5 S'],
  ['performance', 'martinique', 'domestic', 'overseas-reduced-performance 2.1 S'],
  ['event-admission', 'reunion', 'union-business', 'overseas-reduced-admission 2.1 S'],
  ['service', 'reunion', 'union-business', 'reverse-charge 0 AE reverse-charge'],
  ['training', 'reunion', 'domestic', 'exempt-training 0 E exempt-training'],
  ['service', 'guyane', 'domestic', 'outside-overseas 0 O outside-overseas'],
  ['event-admission', 'mayotte', 'outside-union', 'outside-overseas 0 O outside-overseas'],
  ['service', 'guyane', 'outside-union', 'outside-scope 0 O outside-scope'],
  ['service', 'alsace-moselle', 'domestic', 'standard 20 S'],
] as const)('a %s in %s for a %s client is %s', (kind, region, client, expected) => {
  const { code, rate, category, mention } = france.vat.treat({ kind, region, client, on: '2026-06-01' })
  expect(`${code} ${formatPercent(rate)} ${category}${mention ? ` ${mention}` : ''}`).toBe(expected)
})

test('training without the administration’s certificate bears the standard rate', () => {
  expect(treat('training', 'domestic', false)).toBe('standard 20 S')
})

test('tickets of a new work have their own rate, and every legal mention has its text', () => {
  expect(
    formatPercent(france.vat.rates.newWork?.series[0]?.value ?? { numerator: 0n, denominator: 1n }),
  ).toBe('2.1')
  for (const language of france.languages)
    for (const mention of ['reverse-charge', 'outside-scope', 'outside-overseas', 'exempt-training'])
      expect(france.locales[language]?.[`vat.${mention}`]).toBeTruthy()
})
