import { expect, test } from 'vitest'
import { paperFormats } from '../../src/documents/formats.ts'
import { printable } from '../../src/documents/printable.ts'
import { documentTexts, wordsIn } from '../../src/documents/texts/index.ts'

const names = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

test('documents speak the eight languages of the nine offices', () => {
  expect(Object.keys(documentTexts).sort()).toEqual(['de', 'en', 'es', 'fr', 'hu', 'it', 'nl', 'sv'])
})

test.each(Object.entries(documentTexts))(
  '%s says everything, with everything that must be filled in',
  (_, texts) => {
    const english = documentTexts.en as Record<string, string>
    expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort())
    for (const [key, text] of Object.entries(texts)) {
      expect(text.trim(), key).not.toBe('')
      expect(names(text), key).toEqual(names(english[key] as string))
    }
  },
)

test('a language we do not have is answered in English, a regional one in its own', () => {
  expect(wordsIn('pl').language).toBe('en')
  expect(wordsIn('constructor').language).toBe('en')
  expect(wordsIn('nl-BE')('invoice.title')).toBe('Factuur')
})

test.each([
  ['fr', 'EUR', '1234567.80', '1 234 567,80 €'],
  ['nl', 'EUR', '-78.00', '€ −78,00'],
  ['de', 'EUR', '12345.67', '12.345,67 €'],
  ['sv', 'SEK', '1250.50', '1 250,50 kr'],
  ['hu', 'HUF', '609600.00', '609 600 Ft'],
  ['hu', 'HUF', '609600.50', '609 600,50 Ft'],
])('%s writes %s %s as %s', (language, currency, amount, written) => {
  expect(plain(paperFormats(language).money(amount, currency))).toBe(written)
})

test('an amount beyond what a float can hold is printed to the cent', () => {
  expect(plain(paperFormats('en').money('90071992547409931.07', 'EUR'))).toBe('€90,071,992,547,409,931.07')
})

test('a rate keeps every decimal of the law', () => {
  expect(plain(paperFormats('fr').rate('13.07%'))).toBe('13,07 %')
  expect(plain(paperFormats('hu').rate('27'))).toBe('27%')
  expect(plain(paperFormats('en').rate('0.016'))).toBe('0.016%')
})

test('what no font can draw becomes a question mark; what joins lines or turns them disappears', () => {
  expect(printable('Fête 🎉 漢字\nder\u202eKünste\u0007')).toBe('Fête ? ? derKünste')
})
