import {
  addDays,
  creditorReference,
  type Identifier,
  iban,
  mod97Valid,
  type NumberVerdict,
} from '@samen/core/country'

const no = (reason: 'format' | 'length' | 'check-digit' | 'content', detail: string): NumberVerdict => ({
  valid: false,
  reason,
  detail,
})
const compact = (text: string): string => text.replace(/[\s./-]/g, '')
const weighted = (digits: string, weights: readonly number[]): number => {
  let sum = 0
  for (let index = 0; index < digits.length; index++)
    sum += (digits.charCodeAt(index) - 48) * (weights[index % weights.length] as number)
  return sum
}

/** Ten digits: 8, days since 1867-01-01, a serial, and the sum of place times digit modulo 11. */
const adoazonosito: Identifier = {
  kind: 'person',
  name: 'adóazonosító jel',
  examples: ['8071592153'],
  check(text) {
    const digits = compact(text)
    if (!/^\d+$/.test(digits)) return no('format', 'an adóazonosító jel is written in digits')
    if (digits.length !== 10) return no('length', 'an adóazonosító jel has 10 digits')
    if (digits[0] !== '8') return no('content', 'the number of a person begins with 8')
    let sum = 0
    for (let index = 0; index < 9; index++) sum += (index + 1) * (digits.charCodeAt(index) - 48)
    if (sum % 11 !== Number(digits[9])) return no('check-digit', 'the last digit does not fit')
    const birthDate = addDays('1867-01-01', Number(digits.slice(1, 6)))
    return { valid: true, normalised: digits, formatted: digits, facts: { birthDate } }
  },
}

/** Nine digits, printed in threes: odd places three times and even places seven times, modulo 10. */
const taj: Identifier = {
  kind: 'person',
  name: 'taj-szám',
  examples: ['123 456 788'],
  check(text) {
    const digits = compact(text)
    if (!/^\d+$/.test(digits)) return no('format', 'a TAJ number is written NNN NNN NNN')
    if (digits.length !== 9) return no('length', 'a TAJ number has 9 digits')
    if (/^0+$/.test(digits)) return no('content', 'a TAJ number is not zero')
    if (weighted(digits.slice(0, 8), [3, 7]) % 10 !== Number(digits[8]))
      return no('check-digit', 'the last digit does not fit')
    return { valid: true, normalised: digits, formatted: digits.replace(/(.{3})(?=.)/g, '$1 ') }
  },
}

const GIRO = [9, 7, 3, 1] as const

/** Eight digits of a taxpayer, the last a check digit. */
const coreValid = (core: string): boolean => !/^0+$/.test(core) && weighted(core, GIRO) % 10 === 0

const COUNTY = /^(0[2-9]|1\d|20|2[2-9]|3\d|4[0-4]|51)$/

/** 12345678-1-23: taxpayer, VAT code 1-5, county code of the tax office. */
const adoszam: Identifier = {
  kind: 'company',
  name: 'adószám',
  examples: ['12892312-2-13'],
  noticesWrongDigit: 'mostly',
  check(text) {
    const digits = compact(text)
    if (!/^\d+$/.test(digits)) return no('format', 'an adószám is written NNNNNNNN-N-NN')
    if (digits.length !== 11) return no('length', 'an adószám has 11 digits')
    if (!coreValid(digits.slice(0, 8))) return no('check-digit', 'the eighth digit does not fit')
    const code = Number(digits[8])
    if (code < 1 || code > 5) return no('content', 'the VAT code lies between 1 and 5')
    if (!COUNTY.test(digits.slice(9))) return no('content', 'the county code does not exist')
    return {
      valid: true,
      normalised: digits,
      formatted: `${digits.slice(0, 8)}-${digits[8]}-${digits.slice(9)}`,
      facts: { vatCode: String(code) },
    }
  },
}

const vatNumber: Identifier = {
  kind: 'vat',
  name: 'közösségi adószám',
  examples: ['HU12892312'],
  check(text) {
    const given = compact(text).toUpperCase()
    if (!/^HU\d+$/.test(given)) return no('format', 'a VAT number begins with HU and goes on in digits')
    if (given.length !== 10) return no('length', 'a VAT number has 8 digits')
    if (!coreValid(given.slice(2))) return no('check-digit', 'the last digit does not fit')
    return { valid: true, normalised: given, formatted: given }
  },
}

/** CC-FF-NNNNNN: court, form of company, serial. It has no check digit. */
const cegjegyzekszam: Identifier = {
  kind: 'company',
  name: 'cégjegyzékszám',
  examples: ['01-10-042313'],
  noticesWrongDigit: 'mostly',
  check(text) {
    const digits = compact(text)
    if (!/^\d+$/.test(digits)) return no('format', 'a cégjegyzékszám is written CC-FF-NNNNNN')
    if (digits.length !== 10) return no('length', 'a cégjegyzékszám has 10 digits')
    const court = Number(digits.slice(0, 2))
    if (court < 1 || court > 20) return no('content', 'the court lies between 01 and 20')
    if (digits.slice(2, 4) === '00' || /^0+$/.test(digits.slice(4)))
      return no('content', 'form and serial number are not zero')
    return {
      valid: true,
      normalised: digits,
      formatted: `${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4)}`,
      facts: { court: digits.slice(0, 2), form: digits.slice(2, 4) },
    }
  },
}

/** First eight and remaining eight or sixteen digits each weighted 9, 7, 3, 1 to a multiple of ten. */
const giroValid = (digits: string): boolean =>
  !/^0{8}/.test(digits) &&
  weighted(digits.slice(0, 8), GIRO) % 10 === 0 &&
  weighted(digits.slice(8), GIRO) % 10 === 0

const giro: Identifier = {
  kind: 'bank',
  name: 'giro',
  examples: ['11773016-11111018-00000000'],
  check(text) {
    const digits = compact(text)
    if (!/^\d+$/.test(digits)) return no('format', 'an account is written NNNNNNNN-NNNNNNNN(-NNNNNNNN)')
    if (digits.length !== 16 && digits.length !== 24) return no('length', 'an account has 16 or 24 digits')
    if (!giroValid(digits)) return no('check-digit', 'a check digit does not fit')
    return {
      valid: true,
      normalised: digits,
      formatted: digits.replace(/(.{8})(?=.)/g, '$1-'),
      facts: { bank: digits.slice(0, 3), branch: digits.slice(3, 7) },
    }
  },
}

/**
 * ISO 11649 creditor reference of ten digits, as printed: Hungarian banks have no structured reference of their own.
 * Throws a RangeError for anything but ten digits.
 */
export function paymentReference(digits: string): string {
  if (!/^\d{10}$/.test(digits)) throw new RangeError('a payment reference is made from exactly ten digits')
  for (let check = 2; check <= 98; check++) {
    const reference = `RF${String(check).padStart(2, '0')}${digits}`
    if (mod97Valid(reference)) return reference.replace(/(.{4})(?=.)/g, '$1 ')
  }
  throw new RangeError('a check number always exists')
}

export const identifiers: readonly Identifier[] = [
  adoazonosito,
  taj,
  adoszam,
  vatNumber,
  cegjegyzekszam,
  giro,
  iban('HU', 28, 'HU42 1177 3016 1111 1018 0000 0000', (bban) => /^\d{24}$/.test(bban) && giroValid(bban)),
  creditorReference,
]
