import {
  creditorReference,
  digitsModulo,
  type Identifier,
  iban,
  luhnValid,
  type NumberVerdict,
} from '@samen/core/country'

const compact = (text: string) => text.replace(/[\s.\-/]/g, '').toUpperCase()
const refuse = (reason: 'format' | 'length' | 'check-digit' | 'content', detail: string): NumberVerdict => ({
  valid: false,
  reason,
  detail,
})

/** NIR: 13 digits and a key of two (décret 82-103; INSEE). Corsican births write 2A or 2B as their département. */
const nir: Identifier = {
  kind: 'person',
  name: 'nir',
  examples: ['2 69 05 49 588 157 80'],
  check(text) {
    const number = compact(text)
    if (!/^[1-478][0-9]{5,6}[0-9AB]?[0-9]*$/.test(number) || number.length < 13 || number.length > 15)
      return refuse('format', 'a NIR has 13 digits, the sex first, and a key of two digits')
    if (number.length === 14) return refuse('length', 'a NIR has 13 digits, or 15 with its key')
    const body = number.slice(0, 13)
    if (!/^[1-478][0-9]{4}(?:[0-9]{2}|2[AB])[0-9]{6}$/.test(body) || !/^[0-9]{0,2}$/.test(number.slice(13)))
      return refuse('format', 'letters stand only in the départements 2A and 2B')
    const month = Number(body.slice(3, 5))
    // 20 and above are the months of people registered without a known birth month.
    if (month === 0 || (month > 12 && month < 20) || (month > 42 && month < 50))
      return refuse('content', 'the birth month does not exist')
    const department = body.slice(5, 7)
    if (department === '00') return refuse('content', 'the département does not exist')
    if (body.slice(10) === '000') return refuse('content', 'the order number starts at 001')
    const digits = body.replace('2A', '19').replace('2B', '18')
    const key = 97 - digitsModulo(digits, 97)
    const expected = String(key).padStart(2, '0')
    if (number.length === 15 && number.slice(13) !== expected)
      return refuse('check-digit', 'the key does not fit the number')
    const whole = body + expected
    return {
      valid: true,
      normalised: whole,
      formatted: whole.replace(/^(.)(..)(..)(..)(...)(...)(..)$/, '$1 $2 $3 $4 $5 $6 $7'),
      facts: {
        sex: '137'.includes(body.charAt(0)) ? 'male' : 'female',
        birthYear: `..${body.slice(1, 3)}`,
        birthMonth: body.slice(3, 5),
        department: /^9[78]/.test(department) ? body.slice(5, 8) : department,
        ...(number.length === 13 && { key: expected }),
      },
    }
  },
}

const LA_POSTE = '356000000'

/** SIREN: nine digits, Luhn (décret 97-497). */
const siren: Identifier = {
  kind: 'company',
  name: 'siren',
  examples: ['404 833 048'],
  check(text) {
    const number = compact(text)
    if (!/^[0-9]+$/.test(number)) return refuse('format', 'a SIREN has only digits')
    if (number.length !== 9) return refuse('length', 'a SIREN has nine digits')
    if (number === '000000000') return refuse('content', 'no enterprise has only zeros')
    if (!luhnValid(number)) return refuse('check-digit', 'the check digit does not fit')
    return {
      valid: true,
      normalised: number,
      formatted: number.replace(/(...)(?=.)/g, '$1 '),
      facts: { vat: vatOf(number) },
    }
  },
}

/** SIRET: SIREN and five digits of the establishment, Luhn over all; La Poste's add up to a multiple of five instead. */
const siret: Identifier = {
  kind: 'company',
  name: 'siret',
  examples: ['732 829 320 00074'],
  check(text) {
    const number = compact(text)
    if (!/^[0-9]+$/.test(number)) return refuse('format', 'a SIRET has only digits')
    if (number.length !== 14) return refuse('length', 'a SIRET has 14 digits')
    const enterprise = number.slice(0, 9)
    if (enterprise === '000000000') return refuse('content', 'no enterprise has only zeros')
    if (!luhnValid(enterprise)) return refuse('check-digit', 'the check digit of its SIREN does not fit')
    const sum = [...number].reduce((total, digit) => total + Number(digit), 0)
    if (!luhnValid(number) && !(enterprise === LA_POSTE && sum % 5 === 0))
      return refuse('check-digit', 'the check digit does not fit')
    return {
      valid: true,
      normalised: number,
      formatted: number.replace(/^(...)(...)(...)(.....)$/, '$1 $2 $3 $4'),
      facts: { siren: enterprise, establishment: number.slice(9) },
    }
  },
}

const vatOf = (enterprise: string): string =>
  `FR${String((12 + 3 * digitsModulo(enterprise, 97)) % 97).padStart(2, '0')}${enterprise}`

const KEY_LETTERS = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** VAT number: FR, a key of two characters, the SIREN (CGI 286 ter; annexe II 215). Keys with a letter follow the newer rule. */
const vatNumber: Identifier = {
  kind: 'vat',
  name: 'tva',
  examples: ['FR 40 303 265 045'],
  check(text) {
    const number = compact(text)
    if (!/^FR[0-9A-HJ-NP-Z]{2}[0-9]*$/.test(number))
      return refuse(
        'format',
        'a French VAT number starts with FR and a key of two characters without I and O',
      )
    if (number.length !== 13) return refuse('length', 'a French VAT number has 13 characters')
    const key = number.slice(2, 4)
    const enterprise = number.slice(4)
    if (enterprise === '000000000') return refuse('content', 'no enterprise has only zeros')
    if (!keyFits(key, enterprise)) return refuse('check-digit', 'the key does not fit the SIREN')
    // Monaco's numbers (enterprise 000…) are no SIREN and have no check digit of their own.
    if (!enterprise.startsWith('000') && !luhnValid(enterprise))
      return refuse('check-digit', 'the check digit of its SIREN does not fit')
    return {
      valid: true,
      normalised: number,
      formatted: `FR ${key} ${enterprise.replace(/(...)(?=.)/g, '$1 ')}`,
      ...(!enterprise.startsWith('000') && { facts: { siren: enterprise } }),
    }
  },
}

function keyFits(key: string, enterprise: string): boolean {
  if (/^[0-9]{2}$/.test(key)) return vatOf(enterprise).slice(2, 4) === key
  const first = KEY_LETTERS.indexOf(key.charAt(0))
  const second = KEY_LETTERS.indexOf(key.charAt(1))
  const value = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100
  return (Number(enterprise) + 1 + Math.floor(value / 11)) % 11 === value % 11
}

/** The national key of a French account, RIB: 97 less the account modulo 97, letters as digits 1-9 from A, J and S (2). */
function ribKeyFits(account: string): boolean {
  const digits = account.replace(/[A-Z]/g, (letter) => {
    const place = letter.charCodeAt(0) - 65
    return String(place < 18 ? (place % 9) + 1 : place - 16)
  })
  return digitsModulo(digits, 97) === 0
}

/** 27 characters; bank, branch and key are digits. */
const frenchIban = iban(
  'FR',
  27,
  'FR14 2004 1010 0505 0001 3M02 606',
  (account) => /^[0-9]{10}[0-9A-Z]{11}[0-9]{2}$/.test(account) && ribKeyFits(account),
)

export const identifiers: readonly Identifier[] = Object.freeze([
  nir,
  siret,
  siren,
  vatNumber,
  frenchIban,
  creditorReference,
])

/** ISO 11649 creditor reference: `RF`, two check digits and the digits. France has no structured reference of its own. */
export function paymentReference(digits: string): string {
  // R and F are 27 and 15 in the standard's alphabet, followed by 00 for the check digits.
  const check = 98 - digitsModulo(`${digits}271500`, 97)
  return `RF${String(check).padStart(2, '0')}${digits}`
}
