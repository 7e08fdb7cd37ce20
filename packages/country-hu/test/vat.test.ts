import { formatPercent, type Supply } from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import { hungary } from '../src/plugin.ts'

const treated = (supply: Omit<Supply, 'on'>) => {
  const { code, rate, category, mention } = hungary.vat.treat({ ...supply, on: '2026-10-01' })
  if (mention !== undefined)
    for (const locale of Object.values(hungary.locales)) expect(locale[`vat.${mention}`]).toBeTruthy()
  return `${code} ${formatPercent(rate)} ${category}`
}

describe('VAT', () => {
  test.each<[string, Omit<Supply, 'on'>, string]>([
    ['a concert', { kind: 'performance', client: 'domestic' }, 'standard 27 S'],
    [
      'a concert of a public provider',
      { kind: 'performance', client: 'domestic', exempt: true },
      'exempt-culture 0 E',
    ],
    ['a licence of copyright', { kind: 'copyright', client: 'domestic' }, 'standard 27 S'],
    ['tickets for the theatre', { kind: 'event-admission', client: 'domestic' }, 'standard 27 S'],
    ['a lecture', { kind: 'training', client: 'domestic' }, 'standard 27 S'],
    ['recognised education', { kind: 'training', client: 'domestic', exempt: true }, 'exempt-training 0 E'],
    ['a website, exempt or not', { kind: 'service', client: 'domestic', exempt: true }, 'standard 27 S'],
    [
      'a gig for an Austrian organiser',
      { kind: 'performance', client: 'union-business' },
      'reverse-charge 0 AE',
    ],
    ['tickets for a Slovak company', { kind: 'event-admission', client: 'union-business' }, 'standard 27 S'],
    ['a website for a Romanian consumer', { kind: 'service', client: 'union-consumer' }, 'standard 27 S'],
    ['a website for a Swiss company', { kind: 'service', client: 'outside-union' }, 'outside-scope 0 O'],
  ])('of %s', (_title, supply, expected) => expect(treated(supply)).toBe(expected))
})
