import fc from 'fast-check'
import { stdnum } from 'stdnum'
import { describe, expect, test } from 'vitest'
import { hungary } from '../src/plugin.ts'

const check = (name: string, text: string) => {
  const found = hungary.identifiers.find((one) => one.name === name)
  if (!found) throw new Error(`no identifier ${name}`)
  return found.check(text)
}
const isValid = (name: string, text: string): boolean => check(name, text).valid
const oracle = (text: string): boolean => stdnum.HU?.anum?.validate(text).isValid ?? false
const digits = (length: number) =>
  fc.integer({ min: 1, max: 10 ** length - 1 }).map((number) => String(number).padStart(length, '0'))

/** A last digit that brings the weighted sum of a group to a multiple of ten, found by trying. */
function closed(body: string): string {
  const weights = [9, 7, 3, 1]
  for (let last = 0; last <= 9; last++) {
    const sum = [...`${body}${last}`].reduce((all, d, at) => all + Number(d) * (weights[at % 4] ?? 0), 0)
    if (sum % 10 === 0) return `${body}${last}`
  }
  throw new Error('no digit fits')
}

describe('numbers of companies', () => {
  test('a VAT number agrees with stdnum, right and wrong', () => {
    fc.assert(
      fc.property(digits(8), (number) => {
        expect(isValid('közösségi adószám', `HU${number}`)).toBe(oracle(`HU${number}`))
        expect(isValid('közösségi adószám', `HU${closed(number.slice(0, 7))}`)).toBe(
          !/^0+$/.test(number.slice(0, 7)),
        )
      }),
    )
  })

  test('a tax number carries the VAT number, a VAT code and a county', () => {
    expect(check('adószám', '12892312-2-13')).toEqual({
      valid: true,
      normalised: '12892312213',
      formatted: '12892312-2-13',
      facts: { vatCode: '2' },
    })
    expect(oracle('HU12892312')).toBe(true)
    expect(check('adószám', '12892313-2-13')).toMatchObject({ valid: false, reason: 'check-digit' })
    expect(check('adószám', '12892312-7-13')).toMatchObject({ valid: false, reason: 'content' })
    expect(check('adószám', '12892312-2-99')).toMatchObject({ valid: false, reason: 'content' })
    expect(check('adószám', '12892312-2')).toMatchObject({ valid: false, reason: 'length' })
  })

  test('a company register number has a court, a form and a serial', () => {
    expect(check('cégjegyzékszám', '01-02-054321')).toMatchObject({
      valid: true,
      formatted: '01-02-054321',
      facts: { court: '01', form: '02' },
    })
    expect(check('cégjegyzékszám', '21-09-054321')).toMatchObject({ valid: false, reason: 'content' })
  })
})

describe('numbers of persons', () => {
  test('an adóazonosító jel carries the day of birth, counted from 1867', () => {
    // 8 + 44000 days + serial 123: 8 + 2·4 + 3·4 + 7·1 + 8·2 + 9·3 = 78 = 7·11 + 1.
    const verdict = check('adóazonosító jel', '8440001231')
    expect(verdict.valid && verdict.facts?.birthDate).toBe('1987-06-21')
    expect(check('adóazonosító jel', '8440001232')).toMatchObject({ valid: false, reason: 'check-digit' })
    expect(check('adóazonosító jel', '7440001231')).toMatchObject({ valid: false, reason: 'content' })
  })

  test('a TAJ number is printed in threes', () => {
    // 1·3 + 2·7 + 3·3 + 4·7 + 5·3 + 6·7 + 7·3 + 8·7 = 188.
    expect(check('taj-szám', '123-456-788')).toMatchObject({ valid: true, formatted: '123 456 788' })
    expect(check('taj-szám', '123456789')).toMatchObject({ valid: false, reason: 'check-digit' })
  })

  test.each([
    ['adóazonosító jel', '8440001231'],
    ['taj-szám', '123456788'],
  ])('no single wrong digit of the %s passes', (name, number) => {
    for (let at = 0; at < number.length; at++)
      for (let digit = 0; digit <= 9; digit++) {
        const wrong = `${number.slice(0, at)}${digit}${number.slice(at + 1)}`
        if (wrong !== number) expect(isValid(name, wrong), wrong).toBe(false)
      }
  })
})

describe('bank accounts', () => {
  test('the example of the SWIFT registry is an IBAN, and its digits a domestic account', () => {
    expect(isValid('iban', 'HU42 1177 3016 1111 1018 0000 0000')).toBe(true)
    expect(check('giro', '11773016-11111018-00000000')).toMatchObject({
      valid: true,
      formatted: '11773016-11111018-00000000',
      facts: { bank: '117', branch: '7301' },
    })
    expect(isValid('giro', '11773016-11111018')).toBe(true)
  })

  test('any two or three closed groups are an account; a wrong digit is found', () => {
    fc.assert(
      fc.property(
        digits(7),
        digits(7),
        digits(15),
        fc.integer({ min: 1, max: 9 }),
        (bank, short, long, by) => {
          fc.pre(bank !== '0000000')
          for (const account of [closed(bank) + closed(short), closed(bank) + closed(long)]) {
            expect(isValid('giro', account)).toBe(true)
            const wrong = account.slice(0, -1) + ((Number(account.at(-1)) + by) % 10)
            expect(check('giro', wrong)).toMatchObject({ valid: false, reason: 'check-digit' })
          }
        },
      ),
    )
  })

  test('an IBAN whose own check fits but whose domestic one does not is refused', () => {
    // 11773016 11111019 00000000 with the ISO check digits recomputed.
    const bban = '117730161111101900000000'
    const rest = BigInt(`${bban}173000`) % 97n
    const text = `HU${String(98n - rest).padStart(2, '0')}${bban}`
    expect(check('iban', text)).toMatchObject({
      valid: false,
      detail: 'the national check digits do not fit',
    })
  })
})

test('any ten digits make a creditor reference that is read back', () => {
  fc.assert(
    fc.property(digits(10), (number) => {
      const reference = hungary.paymentReference?.(number) ?? ''
      expect(reference.replaceAll(' ', '').slice(4)).toBe(number)
      expect(isValid('rf', reference)).toBe(true)
    }),
  )
  expect(() => hungary.paymentReference?.('123')).toThrow(/ten digits/)
})
