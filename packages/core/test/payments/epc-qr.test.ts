import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EPC_QR_BYTES_MAX, epcQrText } from '../../src/payments/index.ts'

const transfer = {
  name: 'Samen Productions SC',
  iban: 'BE68 5390 0754 7034',
  bic: 'GKCCBEBB',
  amount: 106_000n,
  reference: '+++260/1000/04237+++',
}
const linesOf = (changes: Partial<typeof transfer> = {}) => epcQrText({ ...transfer, ...changes }).split('\n')

test('a transfer reads as the guideline lays it out, line by line', () => {
  expect(linesOf()).toEqual([
    'BCD',
    '002',
    '1',
    'SCT',
    'GKCCBEBB',
    'Samen Productions SC',
    'BE68539007547034',
    'EUR1060.00',
    '',
    '',
    '+++260/1000/04237+++',
  ])
})

test('a creditor reference goes as such, and nothing follows it', () => {
  expect(linesOf({ reference: 'RF18 5390 0754 7034' }).slice(8)).toEqual(['', 'RF18539007547034'])
})

test('without a BIC its line stays empty', () => {
  expect(epcQrText({ ...transfer, bic: null }).split('\n')[4]).toBe('')
})

test('an amount has a point, two decimals and no grouping', () => {
  expect(linesOf({ amount: 1n })[7]).toBe('EUR0.01')
  expect(linesOf({ amount: 99_999_999_999n })[7]).toBe('EUR999999999.99')
})

test.each([0n, -1n, 100_000_000_000n])('%s cents are not transferred', (amount) => {
  expect(() => linesOf({ amount })).toThrow(RangeError)
})

test('a line break in a name cannot begin another field', () => {
  expect(linesOf({ name: 'Samen\nDE89370400440532013000' })[5]).toBe('Samen DE89370400440532013000')
})

test('letters of the eight languages stay as they are', () => {
  expect(linesOf({ name: 'Árvíztűrő Élő Művészet ß å ñ' })[5]).toBe('Árvíztűrő Élő Művészet ß å ñ')
})

test('whatever is asked, the text fits the code or is refused', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.bigInt({ min: 1n, max: 99_999_999_999n }),
      (name, reference, amount) => {
        let text: string
        try {
          text = epcQrText({ ...transfer, name, reference, amount })
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
          return
        }
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(EPC_QR_BYTES_MAX)
        expect(text.split('\n').length).toBeLessThanOrEqual(11)
        expect([...(text.split('\n')[5] as string)].length).toBeLessThanOrEqual(70)
      },
    ),
  )
})
