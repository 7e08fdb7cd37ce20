import { readNumber } from '@samen/core/country'
import fc from 'fast-check'
import { stdnum } from 'stdnum'
import { describe, expect, test } from 'vitest'
import { austria } from '../src/plugin.ts'

const identifier = (name: string) => {
  const found = austria.identifiers.find((one) => one.name === name)
  if (!found) throw new Error(`no identifier ${name}`)
  return found
}
const oracle = (kind: 'vnr' | 'uid' | 'tin', text: string): boolean =>
  stdnum.AT?.[kind]?.validate(text).isValid ?? false
const two = (number: number) => String(number).padStart(2, '0')

describe('a social-security number', () => {
  test('agrees with stdnum, which also takes a serial beginning with 0', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 999 }),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 99 }),
        (serial, check, day, month, year) => {
          const number = `${serial}${check}${two(day)}${two(month)}${two(year)}`
          expect(identifier('sv-nummer').check(number).valid).toBe(oracle('vnr', number))
        },
      ),
      { numRuns: 500 },
    )
  })

  test('may have a month of 13 to 15 where the days are used up', () => {
    // 1·3 + 2·7 + 3·9, then 5, 8, 4, 2, 1 and 6 on the date: computed by hand.
    const weights = [3, 7, 9, 5, 8, 4, 2, 1, 6]
    const digits = '123011390'
    const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (weights[at] ?? 0), 0)
    const number = `123${sum % 11}011390`
    expect(sum % 11).toBeLessThan(10)
    expect(identifier('sv-nummer').check(number)).toMatchObject({ valid: true })
  })

  test.each([
    ['0233010180', 'content'],
    ['123', 'length'],
    ['1237320180', 'check-digit'],
    ['123A010180', 'format'],
  ])('%s is refused', (number, reason) => {
    expect(identifier('sv-nummer').check(number)).toMatchObject({ valid: false, reason })
  })
})

describe('a VAT and a tax number', () => {
  test('agree with stdnum', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (digits) => {
        const number = `ATU${String(digits).padStart(8, '0')}`
        expect(identifier('uid').check(number).valid).toBe(oracle('uid', number))
      }),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(
        fc.constantFrom('03', '09', '12', '46', '59', '91'),
        fc.integer({ min: 0, max: 9_999_999 }),
        (office, rest) => {
          const number = `${office}${String(rest).padStart(7, '0')}`
          expect(identifier('steuernummer').check(number).valid).toBe(oracle('tin', number))
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('a Firmenbuch number', () => {
  // Published numbers of large companies.
  test.each(['FN 122119m', 'FN 56247t', 'FN 66209t', 'FN 93363z', '093363 z'])('%s is valid', (number) => {
    expect(identifier('firmenbuchnummer').check(number).valid).toBe(true)
  })
  test.each(['FN 122119k', 'FN 56248t', 'FN 0a', '1234567a', 'FN'])('%s is not', (number) => {
    expect(identifier('firmenbuchnummer').check(number).valid).toBe(false)
  })
})

describe('a payment reference', () => {
  test('made for an invoice is read back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 9_999_999_999n }), (sequence) => {
        const digits = String(sequence).padStart(10, '0')
        const printed = austria.paymentReference?.(digits) ?? ''
        const [best] = readNumber(austria.identifiers, printed, 'payment-reference')
        expect(best).toMatchObject({ name: 'rf', valid: true })
        expect(best?.valid && best.normalised.slice(4)).toBe(digits)
      }),
    )
  })

  test('is not made from anything but ten digits', () => {
    for (const digits of ['', '1', '12345678901', '12345678a0'])
      expect(() => austria.paymentReference?.(digits)).toThrow(RangeError)
  })
})

test('an Austrian account has twenty characters', () => {
  expect(identifier('iban').check('AT61 1904 3002 3457 3201').valid).toBe(true)
  expect(identifier('iban').check('AT61 1904 3002 3457 3202').valid).toBe(false)
})
