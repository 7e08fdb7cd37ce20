import { formatPercent, type Supply } from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import { netherlands } from '../src/plugin.ts'

const treated = (supply: Omit<Supply, 'on'>) => {
  const { code, rate, category, mention } = netherlands.vat.treat({ ...supply, on: '2026-10-01' })
  if (mention !== undefined)
    for (const locale of Object.values(netherlands.locales)) expect(locale[`vat.${mention}`]).toBeTruthy()
  return `${code} ${formatPercent(rate)} ${category}`
}

describe('VAT', () => {
  test.each<[string, Omit<Supply, 'on'>, string]>([
    ['a concert, also in 2026', { kind: 'performance', client: 'domestic' }, 'reduced-performance 9 S'],
    ['tickets for a play', { kind: 'event-admission', client: 'domestic' }, 'reduced-admission 9 S'],
    [
      'tickets for a Belgian company',
      { kind: 'event-admission', client: 'union-business' },
      'reduced-admission 9 S',
    ],
    ['a website', { kind: 'service', client: 'domestic' }, 'standard 21 S'],
    ['a licence', { kind: 'copyright', client: 'domestic' }, 'standard 21 S'],
    [
      'the work of a composer',
      { kind: 'copyright', client: 'domestic', exempt: true },
      'exempt-copyright 0 E',
    ],
    ['a course', { kind: 'training', client: 'domestic' }, 'standard 21 S'],
    [
      'a course of a registered body',
      { kind: 'training', client: 'domestic', exempt: true },
      'exempt-training 0 E',
    ],
    ['a website for a German company', { kind: 'service', client: 'union-business' }, 'reverse-charge 0 AE'],
    [
      'a concert for a Belgian organiser',
      { kind: 'performance', client: 'union-business' },
      'reverse-charge 0 AE',
    ],
    ['a website for a Belgian consumer', { kind: 'service', client: 'union-consumer' }, 'standard 21 S'],
    ['a website for a Swiss company', { kind: 'service', client: 'outside-union' }, 'outside-scope 0 O'],
  ])('of %s', (_title, supply, expected) => expect(treated(supply)).toBe(expected))
})
