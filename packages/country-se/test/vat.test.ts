import { formatPercent, type Supply } from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import { sweden } from '../src/plugin.ts'

const treated = (supply: Omit<Supply, 'on'>) => {
  const { code, rate, category, mention } = sweden.vat.treat({ ...supply, on: '2026-10-01' })
  if (mention !== undefined)
    for (const locale of Object.values(sweden.locales)) expect(locale[`vat.${mention}`]).toBeTruthy()
  return `${code} ${formatPercent(rate)} ${category}`
}

describe('VAT', () => {
  test.each<[string, Omit<Supply, 'on'>, string]>([
    [
      'a gig sold by the employer of the artist',
      { kind: 'performance', client: 'domestic' },
      'standard 25 S',
    ],
    [
      'a gig for which an exemption is asked that only the artist has',
      { kind: 'performance', client: 'domestic', exempt: true },
      'standard 25 S',
    ],
    ['a licence of copyright', { kind: 'copyright', client: 'domestic' }, 'reduced-copyright 6 S'],
    ['tickets for a concert', { kind: 'event-admission', client: 'domestic' }, 'reduced-admission 6 S'],
    ['a lecture', { kind: 'training', client: 'domestic' }, 'standard 25 S'],
    [
      'education of a recognised provider',
      { kind: 'training', client: 'domestic', exempt: true },
      'exempt-training 0 E',
    ],
    ['a website', { kind: 'service', client: 'domestic' }, 'standard 25 S'],
    [
      'a gig for a Danish organiser',
      { kind: 'performance', client: 'union-business' },
      'reverse-charge 0 AE',
    ],
    [
      'tickets for a Finnish company',
      { kind: 'event-admission', client: 'union-business' },
      'reduced-admission 6 S',
    ],
    ['a website for a German consumer', { kind: 'service', client: 'union-consumer' }, 'standard 25 S'],
    ['a website for a Norwegian company', { kind: 'service', client: 'outside-union' }, 'outside-scope 0 O'],
  ])('of %s', (_title, supply, expected) => expect(treated(supply)).toBe(expected))
})
