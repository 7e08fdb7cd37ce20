import { formatPercent } from '@samen/core/country'
import { expect, test } from 'vitest'
import { germany } from '../src/plugin.ts'

test.each([
  ['performance', 'domestic', undefined, 'reduced-performance', '7', 'S'],
  ['performance', 'domestic', true, 'exempt-culture', '0', 'E'],
  ['performance', 'union-business', undefined, 'reverse-charge', '0', 'AE'],
  ['performance', 'union-consumer', undefined, 'reduced-performance', '7', 'S'],
  ['performance', 'outside-union', undefined, 'outside-scope', '0', 'O'],
  ['copyright', 'domestic', undefined, 'reduced-rights', '7', 'S'],
  ['event-admission', 'domestic', undefined, 'reduced-admission', '7', 'S'],
  ['event-admission', 'union-business', undefined, 'reduced-admission', '7', 'S'],
  ['event-admission', 'domestic', true, 'exempt-culture', '0', 'E'],
  ['training', 'domestic', undefined, 'exempt-training', '0', 'E'],
  ['training', 'domestic', false, 'standard', '19', 'S'],
  ['service', 'domestic', undefined, 'standard', '19', 'S'],
  ['service', 'union-business', undefined, 'reverse-charge', '0', 'AE'],
] as const)('%s for %s (exempt: %s) is %s', (kind, client, exempt, code, rate, category) => {
  const treated = germany.vat.treat({
    kind,
    client,
    on: '2026-06-01',
    ...(exempt !== undefined && { exempt }),
  })
  expect({ code: treated.code, rate: formatPercent(treated.rate), category: treated.category }).toEqual({
    code,
    rate,
    category,
  })
  if (treated.mention)
    for (const language of germany.languages)
      expect(germany.locales[language]?.[`vat.${treated.mention}`]).toBeTruthy()
})
