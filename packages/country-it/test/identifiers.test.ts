import { readNumber } from '@samen/core/country'
import fc from 'fast-check'
import { stdnum } from 'stdnum'
import { describe, expect, test } from 'vitest'
import { paymentReference } from '../src/identifiers.ts'
import { italy } from '../src/plugin.ts'

const identifier = (name: string) => {
  const found = italy.identifiers.find((one) => one.name === name)
  if (!found) throw new Error(`no identifier ${name}`)
  return found
}
const isValid = (name: string, text: string): boolean => identifier(name).check(text).valid

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const two = (number: number) => String(number).padStart(2, '0')
const code = fc
  .record({
    names: fc.array(fc.constantFrom(...LETTERS), { minLength: 6, maxLength: 6 }).map((all) => all.join('')),
    year: fc.integer({ min: 0, max: 99 }),
    month: fc.constantFrom(...'ABCDEHLMPRST'),
    day: fc.integer({ min: 1, max: 28 }),
    woman: fc.boolean(),
    place: fc.integer({ min: 1, max: 999 }),
    last: fc.constantFrom(...LETTERS),
  })
  .map(
    ({ names, year, month, day, woman, place, last }) =>
      `${names}${two(year)}${month}${two(day + (woman ? 40 : 0))}H${String(place).padStart(3, '0')}${last}`,
  )

describe('a codice fiscale', () => {
  test('is read with its day of birth, sex and place', () => {
    expect(identifier('codice-fiscale').check('RSSMRA85T10A562S')).toEqual({
      valid: true,
      normalised: 'RSSMRA85T10A562S',
      formatted: 'RSS MRA 85T10 A562S',
      facts: { birthday: '12-10', sex: 'male', birthPlace: 'A562' },
    })
  })

  test('has the check letter stdnum computes, and no other', () => {
    fc.assert(
      fc.property(code, (text) => {
        const valid = stdnum.IT?.codicefiscale?.validate(text).isValid ?? false
        expect(isValid('codice-fiscale', text)).toBe(valid)
      }),
      { numRuns: 2_000 },
    )
  })

  test('keeps the letters that tell two people of one code apart', () => {
    const verdict = identifier('codice-fiscale').check('RSSMRA85T10A56NH')
    expect(verdict.valid && verdict.facts?.birthPlace).toBe('A562')
    expect(isValid('codice-fiscale', 'RSSMRA85T10A56NS')).toBe(false)
  })

  test('of a 30 February is refused', () => {
    const base = 'RSSMRA85B30A562'
    expect([...LETTERS].some((letter) => isValid('codice-fiscale', base + letter))).toBe(false)
  })
})

describe('other numbers', () => {
  test('a partita IVA agrees with stdnum', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999_999 }),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 0, max: 9 }),
        (serial, office, last) => {
          const digits = `${String(serial).padStart(7, '0')}${String(office).padStart(3, '0')}${last}`
          const valid = stdnum.IT?.iva?.validate(digits).isValid ?? false
          expect(isValid('partita-iva', digits)).toBe(valid)
          expect(isValid('partita-iva-ue', `IT ${digits}`)).toBe(valid)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test('an IBAN needs its CIN besides the check digits', () => {
    expect(isValid('iban', 'IT60 X054 2811 1010 0000 0123 456')).toBe(true)
    expect(isValid('iban', 'IT33 Y054 2811 1010 0000 0123 456')).toBe(false)
  })

  test('a payment reference of ten digits is an RF reference, and is read back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 9_999_999_999n }), (number) => {
        const digits = number.toString().padStart(10, '0')
        const [reading] = readNumber(italy.identifiers, paymentReference(digits), 'payment-reference')
        expect(reading?.valid && reading.normalised.slice(4)).toBe(digits)
      }),
    )
    expect(() => paymentReference('123')).toThrow(RangeError)
  })
})
