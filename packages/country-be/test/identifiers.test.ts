import { readNumber } from '@samen/core/country'
import fc from 'fast-check'
import { stdnum } from 'stdnum'
import { describe, expect, test } from 'vitest'
import { belgium } from '../src/plugin.ts'

const identifier = (name: string) => {
  const found = belgium.identifiers.find((one) => one.name === name)
  if (!found) throw new Error(`no identifier ${name}`)
  return found
}
const oracle = (kind: 'nn' | 'bis' | 'vat', text: string): boolean =>
  stdnum.BE?.[kind]?.validate(text).isValid ?? false
const two = (number: number) => String(number).padStart(2, '0')

/** A register number with the right check digits, of which some dates do not exist. */
const registerNumber = fc
  .record({
    year: fc.integer({ min: 1900, max: 2025 }),
    month: fc.integer({ min: 0, max: 13 }),
    shift: fc.constantFrom(0, 20, 40),
    day: fc.integer({ min: 0, max: 32 }),
    serial: fc.integer({ min: 1, max: 998 }),
  })
  .map(({ year, month, shift, day, serial }) => {
    const body = `${two(year % 100)}${two(month + shift)}${two(day)}${String(serial).padStart(3, '0')}`
    const check = 97 - Number(BigInt(year < 2000 ? body : `2${body}`) % 97n)
    return { text: `${body}${two(check)}`, year, month, shift, day, serial }
  })

describe('a national register number', () => {
  test('is read with its birth date and sex', () => {
    expect(identifier('niss').check('85.07.30-033.28')).toEqual({
      valid: true,
      normalised: '85073003328',
      formatted: '85.07.30-033.28',
      facts: { register: 'national', birthDate: '1985-07-30', sex: 'male' },
    })
  })

  test('agrees with stdnum on real dates of birth', () => {
    fc.assert(
      fc.property(registerNumber, ({ text, month, day, shift }) => {
        fc.pre(month >= 1 && month <= 12 && day >= 1 && day <= 28)
        expect(identifier('niss').check(text).valid).toBe(true)
        expect(oracle(shift === 0 ? 'nn' : 'bis', text)).toBe(true)
      }),
    )
  })

  test('is refused for a day or month that does not exist', () => {
    fc.assert(
      fc.property(registerNumber, ({ text, month, day }) => {
        fc.pre(month > 12 || day > 31)
        expect(identifier('niss').check(text)).toMatchObject({ valid: false, reason: 'content' })
      }),
    )
  })

  test('of a bis register tells the sex only when its month says it is known', () => {
    fc.assert(
      fc.property(registerNumber, ({ text, month, day, shift, serial }) => {
        fc.pre(month >= 1 && month <= 12 && day >= 1 && day <= 28)
        const verdict = identifier('niss').check(text)
        const sex = shift === 20 ? undefined : serial % 2 ? 'male' : 'female'
        expect(verdict.valid && verdict.facts?.sex).toBe(sex)
      }),
    )
  })

  test('with one digit of its serial or check changed is refused, or read as of the other century', () => {
    fc.assert(
      fc.property(
        registerNumber,
        fc.integer({ min: 6, max: 10 }),
        fc.integer({ min: 1, max: 9 }),
        ({ text, month, day }, at, by) => {
          fc.pre(month >= 1 && month <= 12 && day >= 1 && day <= 28)
          const digit = (Number(text[at]) + by) % 10
          const original = identifier('niss').check(text)
          const changed = identifier('niss').check(`${text.slice(0, at)}${digit}${text.slice(at + 1)}`)
          if (original.valid && changed.valid)
            expect(changed.facts?.birthDate?.slice(0, 2)).not.toBe(original.facts?.birthDate?.slice(0, 2))
        },
      ),
    )
  })

  test('that says a birth in the second half of this century is refused', () => {
    const body = '850730033'
    const check = two(97 - Number(BigInt(`2${body}`) % 97n))
    expect(identifier('niss').check(`${body}${check}`)).toMatchObject({ valid: false, reason: 'content' })
  })
})

describe('an enterprise number', () => {
  test('and its VAT number agree with stdnum', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000_000, max: 19_999_999 }),
        fc.integer({ min: 0, max: 99 }),
        (body, wrong) => {
          const head = String(body).padStart(8, '0')
          const right = two(97 - (body % 97))
          for (const check of [right, two(wrong)]) {
            const number = `${head}${check}`
            expect(identifier('bce').check(number).valid).toBe(check === right)
            expect(identifier('tva').check(`BE${number}`).valid).toBe(oracle('vat', `BE${number}`))
          }
        },
      ),
    )
  })

  test('of nine digits is the old form of one that begins with 0', () => {
    expect(identifier('bce').check('403170701')).toMatchObject({ valid: true, normalised: '0403170701' })
    expect(identifier('tva').check('BE 0403.170.701')).toMatchObject({ formatted: 'BE 0403.170.701' })
  })
})

describe('an NSSO employer number', () => {
  test.each(['100006', '199999934', '125482497', '0009354-67'])('%s is valid', (number) => {
    expect(identifier('onss').check(number).valid).toBe(true)
  })
  test.each(['100007', '199999935', '0009354-68', '12', '12345678901'])('%s is not', (number) => {
    expect(identifier('onss').check(number).valid).toBe(false)
  })
})

describe('a Belgian account', () => {
  test('carries a national check beside that of the IBAN', () => {
    expect(identifier('iban').check('BE68 5390 0754 7034').valid).toBe(true)
    // Right by ISO 13616, wrong by the national rule.
    expect(identifier('iban').check('BE41539007547035')).toMatchObject({
      valid: false,
      reason: 'check-digit',
    })
  })
})

describe('a structured communication', () => {
  test('made for an invoice is read back as a payment reference', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 9_999_999_999n }), (sequence) => {
        const digits = String(sequence).padStart(10, '0')
        const printed = belgium.paymentReference?.(digits) ?? ''
        expect(printed).toMatch(/^\+{3}\d{3}\/\d{4}\/\d{5}\+{3}$/)
        const [best] = readNumber(belgium.identifiers, printed, 'payment-reference')
        expect(best).toMatchObject({ name: 'communication-structuree', valid: true })
        expect(best?.valid && best.normalised.slice(0, 10)).toBe(digits)
      }),
    )
  })

  test('writes a remainder of zero as 97', () => {
    expect(belgium.paymentReference?.('0000000097')).toBe('+++000/0000/09797+++')
  })

  test('is not made from anything but ten digits', () => {
    for (const digits of ['', '1', '12345678901', '12345678a0'])
      expect(() => belgium.paymentReference?.(digits)).toThrow(RangeError)
  })
})
