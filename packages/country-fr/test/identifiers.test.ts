import { mod97Valid, readNumber } from '@samen/core/country'
import fc from 'fast-check'
import { stdnum } from 'stdnum'
import { describe, expect, test } from 'vitest'
import { france } from '../src/plugin.ts'

const check = (name: string, text: string) => {
  const found = france.identifiers.find((identifier) => identifier.name === name)
  if (!found) throw new Error(`no identifier ${name}`)
  return found.check(text)
}
const oracle = (kind: string, text: string): boolean => stdnum.FR?.[kind]?.validate(text).isValid ?? false
const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''))

/** The nine digits whose last one makes Luhn's sum fit. */
const withLuhn = (body: string): string => {
  for (let last = 0; last <= 9; last++)
    if (stdnum.FR?.siren?.validate(`${body}${last}`).isValid) return `${body}${last}`
  return `${body}0`
}

describe('a NIR', () => {
  test('is read with sex, month and département', () => {
    expect(check('nir', '2 69 05 49 588 157 80')).toEqual({
      valid: true,
      normalised: '269054958815780',
      formatted: '2 69 05 49 588 157 80',
      facts: { sex: 'female', birthYear: '..69', birthMonth: '05', department: '49' },
    })
  })
  test('without its key is completed, as the DSN takes it', () => {
    expect(check('nir', '2690549588157')).toMatchObject({ valid: true, normalised: '269054958815780' })
  })
  test('of Corsica counts 2A as 19 and 2B as 18', () => {
    for (const [department, as] of [
      ['2A', '19'],
      ['2B', '18'],
    ] as const) {
      const key = 97 - Number(BigInt(`18503${as}004012`) % 97n)
      expect(check('nir', `18503${department}004012${String(key).padStart(2, '0')}`).valid).toBe(true)
      expect(check('nir', `18503${department}004012${String((key % 97) + 1).padStart(2, '0')}`).valid).toBe(
        false,
      )
    }
  })
  test('with one wrong digit is refused', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const right = '269054958815780'
        const wrong = right.slice(0, at) + ((Number(right[at]) + by) % 10) + right.slice(at + 1)
        expect(check('nir', wrong).valid).toBe(false)
      }),
    )
  })
})

describe('SIREN, SIRET and VAT number', () => {
  test('agree with stdnum on any digits', () => {
    fc.assert(
      fc.property(digits(9), (text) => {
        expect(check('siren', text).valid).toBe(oracle('siren', text) && text !== '000000000')
        const made = withLuhn(text.slice(0, 8))
        fc.pre(made !== '000000000')
        expect(check('siren', made).valid).toBe(true)
      }),
    )
  })
  test('a VAT number has the key of its SIREN and no other', () => {
    fc.assert(
      fc.property(digits(8), fc.integer({ min: 0, max: 99 }), (body, key) => {
        const siren = withLuhn(body)
        fc.pre(!siren.startsWith('000'))
        const number = `FR${String(key).padStart(2, '0')}${siren}`
        expect(check('tva', number).valid).toBe(oracle('tva', number))
      }),
    )
  })
  test('keys with a letter agree with stdnum too', () => {
    const letter = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRSTUVWXYZ')
    fc.assert(
      fc.property(digits(8), letter, letter, (body, first, second) => {
        fc.pre(/[A-Z]/.test(first + second))
        const siren = withLuhn(body)
        fc.pre(!siren.startsWith('000'))
        const number = `FR${first}${second}${siren}`
        expect(check('tva', number).valid).toBe(oracle('tva', number))
      }),
      { numRuns: 2_000 },
    )
  })
  test('a number printed in many guides as the example is read', () => {
    expect(check('tva', 'FR 83 404 833 048')).toMatchObject({ valid: true, facts: { siren: '404833048' } })
    expect(check('tva', 'FR 84 404 833 048')).toMatchObject({ valid: false, reason: 'check-digit' })
  })
  test('La Poste’s establishments add up to a multiple of five, which stdnum does not know', () => {
    expect(check('siret', '356 000 000 49837').valid).toBe(true)
    expect(check('siret', '35600000049838').valid).toBe(false)
    expect(check('siret', '35600000000048').valid).toBe(true)
  })
  test('a SIRET agrees with stdnum elsewhere', () => {
    fc.assert(
      fc.property(digits(8), digits(5), (body, establishment) => {
        const siren = withLuhn(body)
        fc.pre(siren !== '000000000' && siren !== '356000000')
        expect(check('siret', siren + establishment).valid).toBe(oracle('siret', siren + establishment))
      }),
    )
  })
})

describe('an account and a payment reference', () => {
  test('an IBAN holds the national key too', () => {
    expect(check('iban', 'FR14 2004 1010 0505 0001 3M02 606').valid).toBe(true)
    // The international digits fit, the national key does not.
    const account = '2004101005050001 3M02607'.replace(' ', '')
    for (let key = 2; key < 99; key++) {
      const iban = `FR${String(key).padStart(2, '0')}${account}`
      if (mod97Valid(iban)) expect(check('iban', iban)).toMatchObject({ valid: false, reason: 'check-digit' })
    }
  })
  test('every payment reference the country writes is one it reads', () => {
    fc.assert(
      fc.property(digits(10), (text) => {
        const reference = france.paymentReference?.(text) ?? ''
        expect(check('rf', reference)).toMatchObject({ valid: true, normalised: reference })
      }),
    )
  })
  test('a text is read as every kind it may be, valid ones first', () => {
    expect(readNumber(france.identifiers, '404833048')[0]).toMatchObject({ name: 'siren', valid: true })
  })
})
