import { describe, expect, test } from 'vitest'
import { formats } from '../../src/i18n/format.ts'
import { ruleText } from '../../src/wages/rule-text.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe("a rule's sentence", () => {
  test('has its inputs filled in as each language writes them', () => {
    const template =
      'Up to {{floor}} it falls by {{slope}} after {{day}}, for {{count}} days and code {{code}}.'
    const inputs = { floor: '2833.27', slope: '13.07%', day: '2026-11-23', count: 12_000, code: '046' }
    const say = (language: string) => plain(ruleText(template, inputs, formats(language), 'EUR'))
    expect(say('en')).toBe(
      'Up to €2,833.27 it falls by 13.07% after 23 November 2026, for 12,000 days and code 046.',
    )
    expect(say('fr')).toContain('2 833,27 €')
    expect(say('fr')).toContain('13,07 %')
    expect(say('nl')).toContain('€ 2.833,27')
  })

  test('keeps a place it has no input for, so that the gap is seen', () => {
    expect(ruleText('On {{base}}.', {}, formats('en'), 'EUR')).toBe('On {{base}}.')
  })
})

describe('money in words', () => {
  test('carries a true minus sign and never rounds a cent', () => {
    expect(plain(formats('en').money('-65.00', 'EUR'))).toBe('−€65.00')
    expect(plain(formats('en').money('90071992547409.93', 'EUR'))).toBe('€90,071,992,547,409.93')
  })

  test.each([
    ['de', '1.234,50'],
    ['es', '1.234,50'],
    ['hu', '1 234,50'],
    ['it', '1.234,50'],
    ['sv', '1 234,50'],
  ])('groups the thousand in %s, so that the figures of a column stand alike', (language, written) => {
    expect(plain(formats(language).money('1234.50', 'EUR'))).toContain(written)
    expect(plain(formats(language).money('-1234.50', 'EUR'))).toContain(`−${written}`)
  })
})
