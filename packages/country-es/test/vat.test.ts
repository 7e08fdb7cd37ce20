import { formatPercent, type Supply } from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import { spain } from '../src/plugin.ts'

const treated = (supply: Omit<Supply, 'on'>) => {
  const { code, rate, category, mention } = spain.vat.treat({ ...supply, on: '2026-10-01' })
  if (mention !== undefined)
    for (const locale of Object.values(spain.locales)) expect(locale[`vat.${mention}`]).toBeTruthy()
  return `${code} ${formatPercent(rate)} ${category}`
}

describe('VAT', () => {
  test.each<[string, Omit<Supply, 'on'>, string]>([
    ['a gig sold by the cooperative', { kind: 'performance', client: 'domestic' }, 'standard 21 S'],
    [
      'a concert of a cultural entity of social character',
      { kind: 'performance', client: 'domestic', exempt: true },
      'exempt-culture 0 E',
    ],
    ['a licence of copyright', { kind: 'copyright', client: 'domestic' }, 'standard 21 S'],
    [
      'an author’s exemption, which only a natural person has',
      { kind: 'copyright', client: 'domestic', exempt: true },
      'standard 21 S',
    ],
    ['tickets for a concert', { kind: 'event-admission', client: 'domestic' }, 'reduced-admission 10 S'],
    [
      'tickets for a French company',
      { kind: 'event-admission', client: 'union-business' },
      'reduced-admission 10 S',
    ],
    ['a course', { kind: 'training', client: 'domestic' }, 'standard 21 S'],
    ['recognised education', { kind: 'training', client: 'domestic', exempt: true }, 'exempt-training 0 E'],
    ['a website', { kind: 'service', client: 'domestic' }, 'standard 21 S'],
    [
      'a gig for a Belgian organiser',
      { kind: 'performance', client: 'union-business' },
      'reverse-charge 0 AE',
    ],
    ['a website for a Portuguese consumer', { kind: 'service', client: 'union-consumer' }, 'standard 21 S'],
    ['a website for a Swiss company', { kind: 'service', client: 'outside-union' }, 'outside-scope 0 O'],
  ])('of %s', (_title, supply, expected) => expect(treated(supply)).toBe(expected))
})
