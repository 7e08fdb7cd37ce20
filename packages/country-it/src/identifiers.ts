import {
  creditorReference,
  digitsModulo,
  type Identifier,
  iban,
  isIsoDate,
  luhnValid,
  type NumberVerdict,
} from '@samen/core/country'

const no = (reason: 'format' | 'length' | 'check-digit' | 'content', detail: string): NumberVerdict => ({
  valid: false,
  reason,
  detail,
})

/** Value of a character in odd places, by its digit or its letter's place in the alphabet (DM 23-12-1976). */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]

/** The check letter of a codice fiscale and the CIN of a bank account: odd places by table, even ones by value. */
function checkLetter(text: string): string {
  let sum = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const value = code <= 57 ? code - 48 : code - 65
    sum += at % 2 === 0 ? (ODD[value] ?? 0) : value
  }
  return String.fromCharCode(65 + (sum % 26))
}

const MONTHS = 'ABCDEHLMPRST'
/** Letters that replace digits where two people would have the same code. */
const REPLACED = 'LMNPQRSTUV'
const DIGIT_PLACES = [6, 7, 9, 10, 12, 13, 14]

function withDigits(code: string): string {
  const characters = [...code]
  for (const at of DIGIT_PLACES) {
    const digit = REPLACED.indexOf(characters[at] ?? '')
    if (digit >= 0) characters[at] = String(digit)
  }
  return characters.join('')
}

/** 16 characters of a person: names, birth, place, check letter. A company has 11 digits, its partita IVA. */
const codiceFiscale: Identifier = {
  kind: 'person',
  name: 'codice-fiscale',
  examples: ['RSSMRA85T10A562S'],
  check(text) {
    const code = text.replace(/[\s.-]/g, '').toUpperCase()
    if (!/^[A-Z0-9]+$/.test(code)) return no('format', 'a codice fiscale has letters and digits')
    if (code.length !== 16) return no('length', 'a codice fiscale of a person has 16 characters')
    if (!/^[A-Z]{6}[0-9LMNP-V]{2}[ABCDEHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]$/.test(code))
      return no('format', 'a codice fiscale is written RSSMRA85T10A562S')
    if (checkLetter(code.slice(0, 15)) !== code[15]) return no('check-digit', 'the last letter does not fit')
    const plain = withDigits(code)
    const day = Number(plain.slice(9, 11))
    const month = String(MONTHS.indexOf(plain[8] ?? '') + 1).padStart(2, '0')
    const birthday = `${month}-${String(day > 40 ? day - 40 : day).padStart(2, '0')}`
    // The century is not written: a leap day is judged by the leap year of either.
    const years = [`19${plain.slice(6, 8)}`, `20${plain.slice(6, 8)}`]
    if (!years.some((year) => isIsoDate(`${year}-${birthday}`)))
      return no('content', 'the day of birth does not exist')
    return {
      valid: true,
      normalised: code,
      formatted: `${code.slice(0, 3)} ${code.slice(3, 6)} ${code.slice(6, 11)} ${code.slice(11)}`,
      facts: { birthday, sex: day > 40 ? 'female' : 'male', birthPlace: plain.slice(11, 15) },
    }
  },
}

function partitaIvaDigits(digits: string): NumberVerdict | undefined {
  if (digits.length !== 11) return no('length', 'a partita IVA has 11 digits')
  if (digits.startsWith('0000000')) return no('content', 'the first seven digits are not all zero')
  const office = Number(digits.slice(7, 10))
  if (!((office >= 1 && office <= 100) || [120, 121, 888, 999].includes(office)))
    return no('content', 'digits 8 to 10 name no office of the Revenue')
  return luhnValid(digits) ? undefined : no('check-digit', 'the last digit does not fit')
}

const partitaIva: Identifier = {
  kind: 'company',
  name: 'partita-iva',
  examples: ['00743110157'],
  check(text) {
    const digits = text.replace(/[\s.-]/g, '')
    if (!/^\d+$/.test(digits)) return no('format', 'a partita IVA is written in digits')
    return partitaIvaDigits(digits) ?? { valid: true, normalised: digits, formatted: digits }
  },
}

const vatNumber: Identifier = {
  kind: 'vat',
  name: 'partita-iva-ue',
  examples: ['IT00743110157'],
  check(text) {
    const given = text.replace(/[\s.-]/g, '').toUpperCase()
    if (!/^IT\d+$/.test(given)) return no('format', 'a VAT number begins with IT and goes on in digits')
    return partitaIvaDigits(given.slice(2)) ?? { valid: true, normalised: given, formatted: given }
  },
}

/** The RF creditor reference of ten digits. Throws a RangeError for anything but ten digits. */
export function paymentReference(digits: string): string {
  if (!/^\d{10}$/.test(digits)) throw new RangeError('a payment reference is made from exactly ten digits')
  const check = 98 - digitsModulo(`${digits}271500`, 97)
  return `RF${String(check).padStart(2, '0')}${digits}`.replace(/(.{4})(?=.)/g, '$1 ')
}

export const identifiers: readonly Identifier[] = [
  codiceFiscale,
  partitaIva,
  vatNumber,
  iban(
    'IT',
    27,
    'IT60 X054 2811 1010 0000 0123 456',
    (bban) => /^[A-Z]\d{10}[0-9A-Z]{12}$/.test(bban) && checkLetter(bban.slice(1)) === bban[0],
  ),
  creditorReference,
]
