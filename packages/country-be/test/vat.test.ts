import { formatPercent, type Supply } from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import { belgium } from '../src/plugin.ts'

const treated = (supply: Omit<Supply, 'on'>) => {
  const { code, rate, category, mention } = belgium.vat.treat({ ...supply, on: '2026-10-01' })
  if (mention !== undefined)
    for (const locale of Object.values(belgium.locales)) expect(locale[`vat.${mention}`]).toBeTruthy()
  return `${code} ${formatPercent(rate)} ${category}`
}

describe('VAT', () => {
  test.each<[string, Omit<Supply, 'on'>, string]>([
    [
      'a concert for a Belgian organiser',
      { kind: 'performance', client: 'domestic' },
      'reduced-performance 6 S',
    ],
    [
      'a concert under the tolerance',
      { kind: 'performance', client: 'domestic', exempt: true },
      'exempt-performance 0 E',
    ],
    ['a licence of copyright', { kind: 'copyright', client: 'domestic' }, 'reduced-copyright 6 S'],
    [
      'a publishing contract',
      { kind: 'copyright', client: 'domestic', exempt: true },
      'exempt-copyright 0 E',
    ],
    ['a website', { kind: 'service', client: 'domestic' }, 'standard 21 S'],
    ['a course', { kind: 'training', client: 'domestic' }, 'standard 21 S'],
    [
      'a course of a recognised body',
      { kind: 'training', client: 'domestic', exempt: true },
      'exempt-training 0 E',
    ],
    ['a website for a French company', { kind: 'service', client: 'union-business' }, 'reverse-charge 0 AE'],
    [
      'a concert for a Dutch organiser',
      { kind: 'performance', client: 'union-business' },
      'reverse-charge 0 AE',
    ],
    [
      'tickets for a French company',
      { kind: 'event-admission', client: 'union-business' },
      'reduced-admission 6 S',
    ],
    ['a website for a German consumer', { kind: 'service', client: 'union-consumer' }, 'standard 21 S'],
    ['a website for a Swiss company', { kind: 'service', client: 'outside-union' }, 'outside-scope 0 O'],
  ])('of %s', (_title, supply, expected) => expect(treated(supply)).toBe(expected))
})
