import { formatPercent, type Supply } from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import { austria } from '../src/plugin.ts'

const treated = (supply: Omit<Supply, 'on'>) => {
  const { code, rate, category, mention } = austria.vat.treat({ ...supply, on: '2026-10-01' })
  if (mention !== undefined)
    for (const locale of Object.values(austria.locales)) expect(locale[`vat.${mention}`]).toBeTruthy()
  return `${code} ${formatPercent(rate)} ${category}`
}

describe('VAT', () => {
  test.each<[string, Omit<Supply, 'on'>, string]>([
    [
      'a concert for an Austrian organiser',
      { kind: 'performance', client: 'domestic' },
      'reduced-performance 13 S',
    ],
    [
      'a concert of a non-profit body',
      { kind: 'performance', client: 'domestic', exempt: true },
      'exempt-performance 0 E',
    ],
    ['a licence of copyright', { kind: 'copyright', client: 'domestic' }, 'reduced-copyright 13 S'],
    ['tickets', { kind: 'event-admission', client: 'domestic' }, 'reduced-admission 13 S'],
    ['a website', { kind: 'service', client: 'domestic' }, 'standard 20 S'],
    ['a course', { kind: 'training', client: 'domestic' }, 'standard 20 S'],
    [
      'a course like a school’s',
      { kind: 'training', client: 'domestic', exempt: true },
      'exempt-training 0 E',
    ],
    ['a website for a German company', { kind: 'service', client: 'union-business' }, 'reverse-charge 0 AE'],
    [
      'a concert for a Czech organiser',
      { kind: 'performance', client: 'union-business' },
      'reverse-charge 0 AE',
    ],
    [
      'tickets for a German company',
      { kind: 'event-admission', client: 'union-business' },
      'reduced-admission 13 S',
    ],
    ['a website for a German consumer', { kind: 'service', client: 'union-consumer' }, 'standard 20 S'],
    ['a website for a Swiss company', { kind: 'service', client: 'outside-union' }, 'outside-scope 0 O'],
  ])('of %s', (_title, supply, expected) => expect(treated(supply)).toBe(expected))
})
