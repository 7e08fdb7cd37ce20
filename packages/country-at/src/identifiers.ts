import { creditorReference, type Identifier, iban, isIsoDate, type NumberVerdict } from '@samen/core/country'

const no = (reason: 'format' | 'length' | 'check-digit' | 'content', detail: string): NumberVerdict => ({
  valid: false,
  reason,
  detail,
})
const compact = (text: string): string => text.replace(/[\s./-]/g, '')
const digit = (text: string, at: number): number => text.charCodeAt(at) - 48

/** Weights of a social-security number; its own check digit stands at the fourth place and weighs nothing. */
const SV_WEIGHTS = [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]

/**
 * Social-security number (SV-Nummer): three digits not beginning with 0, a check digit, and DDMMYY. Where the numbers of
 * a day are used up, or the birth date is not known, the month is 13, 14 or 15. A remainder of 10 is not issued. The
 * century is not part of the number.
 */
const sv: Identifier = {
  kind: 'person',
  name: 'sv-nummer',
  examples: ['1237 010180'],
  check(text) {
    const digits = compact(text)
    if (!/^\d+$/.test(digits))
      return no('format', 'a social-security number is written in digits, such as 1237 010180')
    if (digits.length !== 10) return no('length', 'a social-security number has 10 digits')
    if (digits.startsWith('0')) return no('content', 'a social-security number does not begin with 0')
    let sum = 0
    for (let at = 0; at < 10; at++) sum += digit(digits, at) * (SV_WEIGHTS[at] as number)
    if (sum % 11 !== digit(digits, 3)) return no('check-digit', 'the fourth digit does not fit')
    const day = digits.slice(4, 6)
    const month = Number(digits.slice(6, 8))
    const year = digits.slice(8)
    // 29 February exists in one of the two centuries at least.
    const real =
      isIsoDate(`19${year}-${digits.slice(6, 8)}-${day}`) ||
      isIsoDate(`20${year}-${digits.slice(6, 8)}-${day}`)
    const substitute = month >= 13 && month <= 15 && Number(day) >= 1 && Number(day) <= 31
    if (!real && !substitute) return no('content', 'the day of birth does not exist')
    return {
      valid: true,
      normalised: digits,
      formatted: `${digits.slice(0, 4)} ${digits.slice(4)}`,
      facts: real ? { born: `${day}.${digits.slice(6, 8)}.${year}` } : { dateOfBirth: 'substitute' },
    }
  },
}

const doubled = (value: number): number => (value > 4 ? value * 2 - 9 : value * 2)

/** VAT number (UID): ATU, seven digits and a check digit. */
const uid: Identifier = {
  kind: 'vat',
  name: 'uid',
  examples: ['ATU13585627'],
  check(text) {
    const given = compact(text).toUpperCase()
    if (!/^ATU\d+$/.test(given)) return no('format', 'a VAT number begins with ATU and goes on in digits')
    if (given.length !== 11) return no('length', 'a VAT number has 8 digits after ATU')
    const digits = given.slice(3)
    let sum = 4
    for (let at = 0; at < 7; at++) sum += at % 2 === 0 ? digit(digits, at) : doubled(digit(digits, at))
    if ((10 - (sum % 10)) % 10 !== digit(digits, 7)) return no('check-digit', 'the last digit does not fit')
    return { valid: true, normalised: given, formatted: given }
  },
}

const FN_WEIGHTS = [6, 4, 14, 15, 10, 1]
const FN_LETTERS = 'abdfghikmpstvwxyz'

/** Companies register (Firmenbuch): up to six digits and a check letter by modulus 17. */
const firmenbuch: Identifier = {
  kind: 'company',
  name: 'firmenbuchnummer',
  examples: ['FN 122119 m', 'FN 71396 w'],
  check(text) {
    const given = compact(text).toLowerCase().replace(/^fn/, '')
    const match = /^(\d+)([a-z])$/.exec(given)
    if (!match) return no('format', 'a Firmenbuch number is digits and one letter, such as FN 122119m')
    const [, serial = '', letter = ''] = match
    if (serial.length > 6) return no('length', 'a Firmenbuch number has at most 6 digits')
    const digits = serial.padStart(6, '0')
    if (Number(digits) === 0) return no('content', 'a Firmenbuch number is not zero')
    let sum = 0
    for (let at = 0; at < 6; at++) sum += digit(digits, at) * (FN_WEIGHTS[at] as number)
    if (FN_LETTERS[sum % 17] !== letter) return no('check-digit', 'the letter does not fit')
    const normalised = `${Number(serial)}${letter}`
    return { valid: true, normalised, formatted: `FN ${normalised}` }
  },
}

/** Tax number (Abgabenkontonummer): two digits of the office, six of the account and a Luhn digit. */
const tax: Identifier = {
  kind: 'company',
  name: 'steuernummer',
  examples: ['59-119/9013'],
  check(text) {
    const digits = text.replace(/[\s./,-]/g, '')
    if (!/^\d+$/.test(digits)) return no('format', 'a tax number is written in digits, such as 59-119/9013')
    if (digits.length !== 9) return no('length', 'a tax number has 9 digits')
    if (digits.startsWith('00')) return no('content', 'no tax office has the number 00')
    let sum = 0
    for (let at = 0; at < 8; at++) sum += at % 2 === 0 ? digit(digits, at) : doubled(digit(digits, at))
    if ((10 - (sum % 10)) % 10 !== digit(digits, 8)) return no('check-digit', 'the last digit does not fit')
    return {
      valid: true,
      normalised: digits,
      formatted: `${digits.slice(0, 2)}-${digits.slice(2, 5)}/${digits.slice(5)}`,
      facts: { office: digits.slice(0, 2) },
    }
  },
}

export const identifiers: readonly Identifier[] = [
  sv,
  firmenbuch,
  tax,
  uid,
  iban('AT', 20, 'AT61 1904 3002 3457 3201'),
  creditorReference,
]
