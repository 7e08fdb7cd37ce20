import fc from 'fast-check'
import { stdnum } from 'stdnum'
import { describe, expect, test } from 'vitest'
import { paymentReference } from '../src/identifiers.ts'
import { spain } from '../src/plugin.ts'

const identifier = (name: string) => {
  const found = spain.identifiers.find((one) => one.name === name)
  if (!found) throw new Error(`no identifier ${name}`)
  return found
}
const isValid = (name: string, text: string): boolean => identifier(name).check(text).valid
const oracle = (kind: 'dni' | 'nie' | 'cif' | 'nss', text: string): boolean =>
  stdnum.ES?.[kind]?.validate(text).isValid ?? false
const digits = (count: number) =>
  fc.integer({ min: 1, max: 10 ** count - 1 }).map((number) => String(number).padStart(count, '0'))

describe('numbers of persons', () => {
  test.each([
    ['nif', '12345678Z', '12345678Z'],
    ['nif', '54362315-k', '54362315K'],
    ['nie', 'X-2482300-W', 'X2482300W'],
    ['naf', '28/12345678/40', '28/12345678/40'],
  ])('the %s %s is valid and printed so', (name, text, printed) => {
    const verdict = identifier(name).check(text)
    expect(verdict.valid && verdict.formatted).toBe(printed)
  })

  test('a NIF and a NIE have the letter stdnum asks for, and no other', () => {
    fc.assert(
      fc.property(
        digits(8),
        digits(7),
        fc.constantFrom(...'TRWAGMYFPDXBNJZSQVHLCKE'),
        (dni, seven, letter) => {
          expect(isValid('nif', dni + letter)).toBe(oracle('dni', dni + letter))
          for (const first of 'XYZ')
            expect(isValid('nie', first + seven + letter)).toBe(oracle('nie', first + seven + letter))
        },
      ),
    )
  })

  test('a NAF agrees with stdnum; a serial with a leading zero has a second reading', () => {
    fc.assert(
      fc.property(
        // stdnum does not know 51 and 52, Ceuta and Melilla.
        fc.integer({ min: 1, max: 50 }),
        digits(8),
        fc.integer({ min: 0, max: 96 }),
        (province, serial, control) => {
          const two = (number: number) => String(number).padStart(2, '0')
          const body = `${two(province)}${serial}`
          const right = `${body}${two(Number(BigInt(body) % 97n))}`
          expect(isValid('naf', right)).toBe(true)
          expect(oracle('nss', right)).toBe(true)
          const other = `${body}${two(control)}`
          if (!serial.startsWith('0')) expect(isValid('naf', other)).toBe(oracle('nss', other))
          else if (oracle('nss', other)) expect(isValid('naf', other)).toBe(true)
        },
      ),
    )
    // 08 and 1234567 without its leading zero: 81234567 modulo 97.
    expect(isValid('naf', `0801234567${String(81_234_567 % 97).padStart(2, '0')}`)).toBe(true)
    expect(isValid('naf', '991234567840')).toBe(false)
  })
})

describe('numbers of companies', () => {
  test('a company NIF agrees with stdnum', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...'ABCDEFGHJNPQRSUVW'),
        digits(7),
        fc.constantFrom(...'0123456789ABCDEFGHIJ'),
        (form, seven, control) => {
          const text = `${form}${seven}${control}`
          // stdnum takes a digit or a letter of every form; the law does not.
          if (isValid('cif', text)) expect(oracle('cif', text)).toBe(true)
          if (/^[ABEH].*\d$|^[NPQRSW].*[A-J]$|^[CDFGJUV]/.test(text))
            expect(isValid('cif', text)).toBe(oracle('cif', text))
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test('a cooperative is one whose number begins with F, and its VAT number is ES before it', () => {
    const seven = '9348521'
    const control = '0123456789'.split('').find((digit) => oracle('cif', `F${seven}${digit}`)) ?? ''
    const verdict = identifier('cif').check(`F-${seven}-${control}`)
    expect(verdict.valid && verdict.facts).toEqual({ form: 'F', kind: 'cooperative' })
    expect(isValid('nif-iva', `ES F${seven}${control}`)).toBe(true)
    expect(isValid('nif-iva', 'ES12345678Z')).toBe(true)
    expect(identifier('nif-iva').check('ES12345678A')).toMatchObject({ reason: 'check-digit' })
    expect(identifier('nif-iva').check('FR12345678Z')).toMatchObject({ reason: 'format' })
  })

  test('a CCC has 11 digits, or 15 with its regime', () => {
    const control = String(Number(291_234_567n % 97n)).padStart(2, '0')
    expect(isValid('ccc', `291234567${control}`)).toBe(true)
    const verdict = identifier('ccc').check(`0111 29 1234567 ${control}`)
    expect(verdict.valid && verdict.facts).toEqual({ province: '29', regime: '0111' })
    expect(identifier('ccc').check(`291234567${control === '00' ? '01' : '00'}`)).toMatchObject({
      reason: 'check-digit',
    })
  })
})

describe('bank numbers and references', () => {
  test('the IBAN of the registry is valid, and its inner control digits are checked', () => {
    expect(isValid('iban', 'ES91 2100 0418 4502 0005 1332')).toBe(true)
    expect(isValid('iban', 'ES79 2100 0813 6101 2345 6789')).toBe(true)
    // ISO check digits recomputed over an account whose inner control is wrong.
    const wrong = '21000418550200051332'
    const iso = 98n - (BigInt(`${wrong}142800`) % 97n)
    expect(identifier('iban').check(`ES${String(iso).padStart(2, '0')}${wrong}`)).toMatchObject({
      reason: 'check-digit',
      detail: 'the national check digits do not fit',
    })
  })

  test('any ten digits make a reference that is read back, and no one-digit error passes', () => {
    fc.assert(
      fc.property(
        digits(10),
        fc.integer({ min: 4, max: 13 }),
        fc.integer({ min: 1, max: 9 }),
        (ten, at, by) => {
          const reference = paymentReference(ten)
          expect(isValid('rf', reference)).toBe(true)
          const wrong = `${reference.slice(0, at)}${(Number(reference[at]) + by) % 10}${reference.slice(at + 1)}`
          expect(isValid('rf', wrong)).toBe(false)
        },
      ),
    )
    expect(() => paymentReference('12')).toThrow(/ten digits/)
  })
})
