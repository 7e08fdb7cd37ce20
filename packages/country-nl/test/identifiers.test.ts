import { readNumber } from '@samen/core/country'
import fc from 'fast-check'
import { stdnum } from 'stdnum'
import { describe, expect, test } from 'vitest'
import { netherlands } from '../src/plugin.ts'

const identifier = (name: string) => {
  const found = netherlands.identifiers.find((one) => one.name === name)
  if (!found) throw new Error(`no identifier ${name}`)
  return found
}
const valid = (name: string, text: string) => identifier(name).check(text).valid
const oracle = (kind: 'bsn' | 'btw', text: string): boolean =>
  stdnum.NL?.[kind]?.validate(text).isValid ?? false

/** Nine digits, one in eleven of which pass the test. */
const nine = fc.integer({ min: 1, max: 999_999_999 }).map((number) => String(number).padStart(9, '0'))

/** Nine digits completed so that they pass. */
const passing = fc
  .integer({ min: 1_000_000, max: 99_999_999 })
  .map((number) => String(number).padStart(8, '0'))
  .map((body) => ({
    body,
    rest: [...body].reduce((sum, digit, index) => sum + (9 - index) * Number(digit), 0) % 11,
  }))
  .filter(({ rest }) => rest < 10)
  .map(({ body, rest }) => `${body}${rest}`)

describe('a citizen service number', () => {
  test('passes the eleven test', () => {
    expect(identifier('bsn').check('111222333')).toEqual({
      valid: true,
      normalised: '111222333',
      formatted: '111222333',
    })
    expect(identifier('bsn').check('111222334')).toMatchObject({ valid: false, reason: 'check-digit' })
    expect(identifier('bsn').check('000000012')).toMatchObject({ valid: false, reason: 'content' })
  })

  test('agrees with stdnum', () => {
    fc.assert(
      fc.property(fc.oneof(nine, passing), (text) => {
        fc.pre(!text.startsWith('000'))
        expect(valid('bsn', text)).toBe(oracle('bsn', text))
      }),
      { numRuns: 1000 },
    )
  })

  test('with one digit changed is refused', () => {
    fc.assert(
      fc.property(passing, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (text, at, by) => {
        const digit = (Number(text[at]) + by) % 10
        expect(valid('rsin', `${text.slice(0, at)}${digit}${text.slice(at + 1)}`)).toBe(false)
      }),
    )
  })
})

describe('a VAT number', () => {
  test('of a legal entity has its RSIN, of a sole trader a remainder of 97', () => {
    expect(identifier('btw-id').check('NL 0013.02.322 B01')).toMatchObject({
      valid: true,
      normalised: 'NL001302322B01',
      facts: { holder: 'legal-entity' },
    })
    expect(identifier('btw-id').check('NL000099998B57')).toMatchObject({
      valid: true,
      facts: { holder: 'sole-trader' },
    })
    expect(valid('btw-id', 'NL000099998B58')).toBe(false)
  })

  test('agrees with stdnum, which also accepts the suffix 00', () => {
    fc.assert(
      fc.property(fc.oneof(nine, passing), fc.integer({ min: 1, max: 99 }), (digits, suffix) => {
        const text = `NL${digits}B${String(suffix).padStart(2, '0')}`
        expect(valid('btw-id', text), text).toBe(oracle('btw', text))
      }),
      { numRuns: 1000 },
    )
    expect(valid('btw-id', 'NL001302322B00')).toBe(false)
  })
})

describe('the other numbers', () => {
  test('of the wage levies name the employer and a serial', () => {
    expect(valid('loonheffingennummer', '123456782L01')).toBe(true)
    expect(valid('loonheffingennummer', '1234.56.782.L.01')).toBe(true)
    expect(valid('loonheffingennummer', '123456782L00')).toBe(false)
    expect(valid('loonheffingennummer', '123456783L01')).toBe(false)
  })

  test('of the trade register have eight digits', () => {
    expect(valid('kvk', '34 15 08 22')).toBe(true)
    expect(valid('kvk', '3415082')).toBe(false)
    expect(valid('kvk', '00000000')).toBe(false)
  })

  test('of banks are read as IBAN', () => {
    expect(identifier('iban').check('NL91ABNA0417164300')).toMatchObject({
      valid: true,
      formatted: 'NL91 ABNA 0417 1643 00',
    })
    expect(valid('iban', 'NL92ABNA0417164300')).toBe(false)
    expect(valid('iban', 'BE71096123456769')).toBe(false)
  })
})

describe('a payment reference', () => {
  test('is the one the wage levies of March 2026 are paid with', () => {
    // Sheet h: body of 123456782L01, year 6, month 03.
    expect(valid('betalingskenmerk', '9123456786601030')).toBe(true)
    expect(valid('betalingskenmerk', '9123 4567 8660 1031')).toBe(false)
  })

  test('made from ten digits is read back, and tells wrong digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999_999 }),
        fc.integer({ min: 6, max: 15 }),
        (number, at) => {
          const digits = String(number).padStart(10, '0')
          const made = netherlands.paymentReference?.(digits) ?? ''
          const verdict = identifier('betalingskenmerk').check(made)
          expect(verdict).toMatchObject({ valid: true, formatted: made })
          const compact = made.replaceAll(' ', '')
          expect(compact.slice(-10)).toBe(digits)
          const changed = (Number(compact[at]) + 1) % 10
          const wrong = `${compact.slice(0, at)}${changed}${compact.slice(at + 1)}`
          // The check digits 1 and 0 each stand for two remainders.
          if (compact[0] !== '1' && compact[0] !== '0') expect(valid('betalingskenmerk', wrong)).toBe(false)
        },
      ),
    )
    expect(() => netherlands.paymentReference?.('123')).toThrow(RangeError)
  })

  test('is told from a BSN by its length', () => {
    const [reading] = readNumber(netherlands.identifiers, '9123456786601030')
    expect(reading).toMatchObject({ valid: true, name: 'betalingskenmerk' })
  })
})
