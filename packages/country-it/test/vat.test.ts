import { formatPercent, type Supply } from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import { italy } from '../src/plugin.ts'

const treated = (supply: Omit<Supply, 'on'>) => {
  const { code, rate, category, mention } = italy.vat.treat({ ...supply, on: '2026-10-01' })
  if (mention !== undefined)
    for (const locale of Object.values(italy.locales)) expect(locale[`vat.${mention}`]).toBeTruthy()
  return `${code} ${formatPercent(rate)} ${category}`
}

describe('VAT', () => {
  test.each<[string, Omit<Supply, 'on'>, string]>([
    ['a concert under a scrittura', { kind: 'performance', client: 'domestic' }, 'reduced-performance 10 S'],
    ['sound engineering', { kind: 'service', client: 'domestic' }, 'standard 22 S'],
    ['tickets', { kind: 'event-admission', client: 'domestic' }, 'reduced-admission 10 S'],
    [
      'tickets for a French firm',
      { kind: 'event-admission', client: 'union-business' },
      'reduced-admission 10 S',
    ],
    ['a licence', { kind: 'copyright', client: 'domestic' }, 'standard 22 S'],
    ['a workshop', { kind: 'training', client: 'domestic' }, 'standard 22 S'],
    ['recognised education', { kind: 'training', client: 'domestic', exempt: true }, 'exempt-training 0 E'],
    [
      'a concert for an Austrian organiser',
      { kind: 'performance', client: 'union-business' },
      'reverse-charge 0 AE',
    ],
    ['a website for a Swiss company', { kind: 'service', client: 'outside-union' }, 'outside-scope 0 O'],
    ['a website for a French consumer', { kind: 'service', client: 'union-consumer' }, 'standard 22 S'],
  ])('of %s', (_title, supply, expected) => expect(treated(supply)).toBe(expected))
})
