import { readNumber } from '@samen/core/country'
import fc from 'fast-check'
import { stdnum } from 'stdnum'
import { describe, expect, test } from 'vitest'
import { ocrReference } from '../src/identifiers.ts'
import { sweden } from '../src/plugin.ts'

const identifier = (name: string) => {
  const found = sweden.identifiers.find((one) => one.name === name)
  if (!found) throw new Error(`no identifier ${name}`)
  return found
}
const isValid = (name: string, text: string): boolean => identifier(name).check(text).valid
const oracle = (kind: 'personnummer' | 'orgnr' | 'vat', text: string): boolean =>
  stdnum.SE?.[kind]?.validate(text).isValid ?? false

/** The digit that makes a text of digits a Luhn number, by the textbook. */
function luhnDigit(body: string): number {
  let sum = 0
  for (const [index, digit] of [...body].reverse().entries()) {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1)
    sum += Math.floor(doubled / 10) + (doubled % 10)
  }
  return (10 - (sum % 10)) % 10
}
const two = (number: number) => String(number).padStart(2, '0')

const born = fc
  .record({
    year: fc.integer({ min: 1930, max: 2024 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    serial: fc.integer({ min: 1, max: 999 }),
  })
  .map(({ year, month, day, serial }) => {
    const body = `${two(year % 100)}${two(month)}${two(day)}${String(serial).padStart(3, '0')}`
    return { year, month, day, serial, body, ten: `${body}${luhnDigit(body)}` }
  })

describe('a personnummer', () => {
  test('is read with its birth date and sex', () => {
    expect(identifier('personnummer').check('19900101-2385')).toEqual({
      valid: true,
      normalised: '199001012385',
      formatted: '19900101-2385',
      facts: { register: 'personnummer', birthDate: '1990-01-01', sex: 'female' },
    })
  })

  test('agrees with stdnum, in ten and in twelve digits', () => {
    fc.assert(
      fc.property(born, fc.boolean(), ({ ten, year }, spoil) => {
        const last = spoil ? (Number(ten[9]) + 3) % 10 : ten[9]
        const text = `${ten.slice(0, 6)}-${ten.slice(6, 9)}${last}`
        expect(isValid('personnummer', text)).toBe(!spoil)
        expect(oracle('personnummer', text)).toBe(!spoil)
        expect(isValid('personnummer', `${String(year).slice(0, 2)}${text}`)).toBe(!spoil)
      }),
    )
  })

  test('with a plus is of one a hundred years or older', () => {
    const verdict = identifier('personnummer').check(`050101+238${luhnDigit('050101238')}`)
    expect(verdict.valid && verdict.facts?.birthDate).toBe('1905-01-01')
  })

  test('with a day sixty later is a samordningsnummer, and only that', () => {
    fc.assert(
      fc.property(born, ({ body, year, day, month }) => {
        const shifted = `${body.slice(0, 4)}${day + 60}${body.slice(6)}`
        const text = `${String(year).slice(0, 2)}${shifted}${luhnDigit(shifted)}`
        expect(isValid('personnummer', text)).toBe(false)
        const verdict = identifier('samordningsnummer').check(text)
        expect(verdict.valid && verdict.facts?.birthDate).toBe(`${year}-${two(month)}-${two(day)}`)
      }),
    )
  })

  test.each([
    ['a month that does not exist', '901301'],
    ['a day that does not exist', '900230'],
  ])('with %s is refused', (_title, date) => {
    const text = `${date}-238${luhnDigit(`${date}238`)}`
    expect(identifier('personnummer').check(text)).toMatchObject({ valid: false, reason: 'content' })
  })
})

describe('numbers of companies', () => {
  test('an organisationsnummer and its VAT number agree with stdnum', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.integer({ min: 1, max: 94 }),
        fc.boolean(),
        (first, rest, suffix, spoil) => {
          const body = `${first}${String(rest).padStart(8, '0')}`
          fc.pre(Number(body[2]) >= 2)
          const digit = (luhnDigit(body) + (spoil ? 1 : 0)) % 10
          const text = `${body.slice(0, 6)}-${body.slice(6)}${digit}`
          expect(isValid('organisationsnummer', text)).toBe(!spoil)
          expect(oracle('orgnr', text)).toBe(!spoil)
          const vat = `SE${body}${digit}${two(suffix)}`
          expect(isValid('momsregistreringsnummer', vat)).toBe(!spoil)
        },
      ),
    )
  })

  test('Bankgirot’s own number is a company and a VAT number', () => {
    expect(isValid('organisationsnummer', '556047-3521')).toBe(true)
    expect(isValid('organisationsnummer', '165560473521')).toBe(true)
    expect(isValid('momsregistreringsnummer', 'SE556047352101')).toBe(true)
    expect(oracle('vat', 'SE556047352101')).toBe(true)
    expect(isValid('momsregistreringsnummer', 'SE556047352100')).toBe(false)
    expect(isValid('momsregistreringsnummer', 'SE556047352195')).toBe(false)
  })
})

describe('bank numbers and references', () => {
  test.each([
    ['bankgiro', '160-9908', '160-9908'],
    ['bankgiro', '5050-1055', '5050-1055'],
    ['plusgiro', '28 65 43-4', '28 65 43-4'],
    ['iban', 'SE45 5000 0000 0583 9825 7466', 'SE45 5000 0000 0583 9825 7466'],
    ['ocr', '471169', '471169'],
  ])('the %s %s is valid and printed so', (name, text, printed) => {
    const verdict = identifier(name).check(text)
    expect(verdict.valid && verdict.formatted).toBe(printed)
  })

  test.each([
    ['bankgiro', '160-9909', 'check-digit'],
    ['bankgiro', '12345', 'length'],
    ['plusgiro', '286543-5', 'check-digit'],
    ['iban', 'SE4550000000058398257467', 'check-digit'],
    ['iban', 'SE455000000005839825746', 'length'],
    ['ocr', '471168', 'check-digit'],
    // The Luhn digit fits, the length digit does not.
    ['ocr', `47115${luhnDigit('47115')}`, 'check-digit'],
    ['ocr', 'RF18', 'format'],
  ])('the %s %s is refused', (name, text, reason) => {
    expect(identifier(name).check(text)).toMatchObject({ valid: false, reason })
  })

  test('any ten digits make an OCR reference that is read back, and no one-digit error passes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999_999_999 }).map((number) => String(number).padStart(10, '0')),
        fc.integer({ min: 0, max: 11 }),
        fc.integer({ min: 1, max: 9 }),
        (digits, at, by) => {
          const reference = ocrReference(digits)
          expect(reference).toBe(`${digits}2${luhnDigit(`${digits}2`)}`)
          expect(isValid('ocr', reference)).toBe(true)
          const wrong = `${reference.slice(0, at)}${(Number(reference[at]) + by) % 10}${reference.slice(at + 1)}`
          expect(isValid('ocr', wrong)).toBe(false)
        },
      ),
    )
    expect(() => ocrReference('123')).toThrow(/ten digits/)
  })

  test('a company number is not taken for a person', () => {
    const readings = readNumber(sweden.identifiers, '556047-3521').filter((reading) => reading.valid)
    expect(readings.map((reading) => reading.name)).not.toContain('personnummer')
  })
})
