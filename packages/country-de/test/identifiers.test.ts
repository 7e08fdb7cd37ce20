import { readNumber } from '@samen/core/country'
import fc from 'fast-check'
import stdnum from 'stdnum'
import { describe, expect, test } from 'vitest'
import { germany } from '../src/plugin.ts'

const check = (name: string, text: string) =>
  germany.identifiers.find((one) => one.name === name)?.check(text)
const valid = (name: string, text: string) => check(name, text)?.valid === true

describe('numbers', () => {
  // Published examples: python-stdnum’s documentation, BZSt and DEÜV leaflets, funds’ own Betriebsnummern.
  test.each([
    ['steuer-id', '36 574 261 809', true],
    ['steuer-id', '36574261890', false],
    ['steuer-id', '36554266806', false],
    ['versicherungsnummer', '15070649C103', true],
    ['versicherungsnummer', '15 070649 C 103', true],
    ['versicherungsnummer', '65170839J003', true],
    ['versicherungsnummer', '15070649C102', false],
    ['betriebsnummer', '98000006', true],
    ['betriebsnummer', '87954699', true],
    ['betriebsnummer', '15027365', true],
    ['betriebsnummer', '15027364', false],
    ['ust-idnr', 'DE 136,695 976'.replace(',', ' '), true],
    ['ust-idnr', 'DE136695978', false],
    ['steuernummer', '181/815/08155', true],
    ['steuernummer', '5133081508159', true],
    ['steuernummer', '9999999999999', false],
    ['iban', 'DE89 3704 0044 0532 0130 00', true],
    ['iban', 'DE88 3704 0044 0532 0130 00', false],
    ['iban', 'DE8937040044053201300', false],
  ])('%s %s is valid: %s', (name, text, expected) => expect(valid(name, text)).toBe(expected))

  /** stdnum takes VAT numbers and areas that start with 0, and tax identification numbers with no digit twice. */
  test('agree with stdnum where it is right', () => {
    const theirs = stdnum.stdnum.DE
    const compared = (name: string, kind: 'vat' | 'svnr' | 'idnr', texts: fc.Arbitrary<string>) =>
      fc.assert(
        fc.property(texts, (text) => {
          const verdict = check(name, text)
          const other = theirs?.[kind]?.validate(text).isValid
          if (verdict?.valid || (verdict && !verdict.valid && verdict.reason === 'check-digit'))
            expect(verdict.valid, text).toBe(other)
        }),
        { numRuns: 3_000 },
      )
    compared('ust-idnr', 'vat', fc.stringMatching(/^DE[1-9][0-9]{8}$/))
    compared(
      'versicherungsnummer',
      'svnr',
      fc.stringMatching(/^[1-6][0-9][012][1-9]0[1-9][0-9]{2}[A-Z][0-9]{3}$/),
    )
  })
  test('of a VAT number have exactly one check digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9][0-9]{7}$/), (body) => {
        const fitting = [...'0123456789'].filter((digit) => valid('ust-idnr', `DE${body}${digit}`))
        expect(fitting).toHaveLength(1)
      }),
    )
  })
  test('say what they know of a person', () => {
    expect(check('versicherungsnummer', '65170839J003')).toMatchObject({
      formatted: '65 170839 J 003',
      facts: { birthDay: '17', birthMonth: '08', birthYear: '..39', sex: 'male' },
    })
  })
})

test('a payment reference is a creditor reference of its digits', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{10}$/), (digits) => {
      const reference = germany.paymentReference?.(digits) ?? ''
      expect(reference.replaceAll(' ', '').slice(4)).toBe(digits)
      expect(readNumber(germany.identifiers, reference, 'payment-reference')[0]?.valid).toBe(true)
    }),
  )
})
