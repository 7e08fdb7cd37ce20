import { creditorReference, type Identifier, iban, type NumberVerdict } from '@samen/core/country'

const compact = (text: string) => text.replace(/[\s.\-/]/g, '').toUpperCase()
const refuse = (reason: 'format' | 'length' | 'check-digit' | 'content', detail: string): NumberVerdict => ({
  valid: false,
  reason,
  detail,
})

/** ISO 7064 MOD 11,10 over digits with the check digit last. */
function mod1110Valid(digits: string): boolean {
  let product = 10
  for (let index = 0; index < digits.length - 1; index++) {
    let sum = (digits.charCodeAt(index) - 48 + product) % 10
    if (sum === 0) sum = 10
    product = (2 * sum) % 11
  }
  const check = 11 - product
  return (check === 10 ? 0 : check) === digits.charCodeAt(digits.length - 1) - 48
}

/** Identifikationsnummer of a person (AO § 139b): eleven digits; one of the first ten comes twice or three times. */
const idnr: Identifier = {
  kind: 'person',
  name: 'steuer-id',
  examples: ['36 574 261 809'],
  check(text) {
    const number = compact(text)
    if (!/^[0-9]+$/.test(number)) return refuse('format', 'a tax identification number has only digits')
    if (number.length !== 11) return refuse('length', 'a tax identification number has eleven digits')
    if (number.startsWith('0')) return refuse('content', 'a tax identification number does not start with 0')
    if (!mod1110Valid(number)) return refuse('check-digit', 'the check digit does not fit')
    const counts = new Array<number>(10).fill(0)
    for (const digit of number.slice(0, 10)) counts[Number(digit)] = (counts[Number(digit)] ?? 0) + 1
    const repeated = counts.filter((count) => count > 1)
    if (repeated.length !== 1 || (repeated[0] as number) > 3 || /(.)\1\1/.test(number.slice(0, 10)))
      return refuse(
        'content',
        'exactly one of the first ten digits comes twice or three times, not three in a row',
      )
    return {
      valid: true,
      normalised: number,
      formatted: number.replace(/^(..)(...)(...)(...)$/, '$1 $2 $3 $4'),
    }
  },
}

/** Area numbers of the pension insurers (VKVV § 2 (2)), as inclusive ranges. */
const SV_AREAS: readonly (readonly [first: number, last: number])[] = [
  [2, 4],
  [8, 21],
  [23, 26],
  [28, 29],
  [38, 40],
  [42, 82],
  [89, 89],
]
const SV_WEIGHTS = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1] as const

/** Versicherungsnummer of the pension insurance (VKVV): area, birth date, letter of the birth name, serial, check digit. */
const svNumber: Identifier = {
  kind: 'person',
  name: 'versicherungsnummer',
  examples: ['15 070649 C 103'],
  check(text) {
    const number = compact(text)
    if (!/^[0-9]{1,8}[A-Z]?[0-9]*$/.test(number) || (number.length > 8 && !/^[0-9]{8}[A-Z]/.test(number)))
      return refuse('format', 'an insurance number has eight digits, a letter and three digits')
    if (number.length !== 12) return refuse('length', 'an insurance number has twelve characters')
    const letter = number.charCodeAt(8) - 64
    const digits = `${number.slice(0, 8)}${String(letter).padStart(2, '0')}${number.slice(9, 11)}`
    let sum = 0
    for (const [index, weight] of SV_WEIGHTS.entries()) {
      const product = Number(digits.charAt(index)) * weight
      sum += Math.floor(product / 10) + (product % 10)
    }
    if (sum % 10 !== Number(number.charAt(11))) return refuse('check-digit', 'the check digit does not fit')
    const dayOfBirth = Number(number.slice(2, 4))
    const month = Number(number.slice(4, 6))
    const area = Number(number.slice(0, 2))
    if (!SV_AREAS.some(([first, last]) => area >= first && area <= last))
      return refuse('content', 'no pension insurer has this area number')
    if (dayOfBirth < 1 || dayOfBirth > 31 || month < 1 || month > 12)
      return refuse('content', 'the birth date does not exist')
    return {
      valid: true,
      normalised: number,
      formatted: number.replace(/^(..)(......)(.)(...)$/, '$1 $2 $3 $4'),
      facts: {
        birthDay: number.slice(2, 4),
        birthMonth: number.slice(4, 6),
        birthYear: `..${number.slice(6, 8)}`,
        sex: Number(number.slice(9, 11)) < 50 ? 'male' : 'female',
      },
    }
  },
}

/** Betriebsnummer of the Federal Employment Agency: weights 1 and 2, digit sums, modulo 10. */
const establishment: Identifier = {
  kind: 'social-security-employer',
  name: 'betriebsnummer',
  examples: ['15027365'],
  check(text) {
    const number = compact(text)
    if (!/^[0-9]+$/.test(number)) return refuse('format', 'a Betriebsnummer has only digits')
    if (number.length !== 8) return refuse('length', 'a Betriebsnummer has eight digits')
    if (number.startsWith('0')) return refuse('content', 'a Betriebsnummer does not start with 0')
    let sum = 0
    for (let index = 0; index < 7; index++) {
      const product = Number(number.charAt(index)) * (index % 2 === 0 ? 1 : 2)
      sum += product > 9 ? product - 9 : product
    }
    if (sum % 10 !== Number(number.charAt(7))) return refuse('check-digit', 'the check digit does not fit')
    return { valid: true, normalised: number, formatted: number }
  },
}

/** Umsatzsteuer-Identifikationsnummer: DE and nine digits, ISO 7064 MOD 11,10. */
const vatNumber: Identifier = {
  kind: 'vat',
  name: 'ust-idnr',
  examples: ['DE136695976'],
  check(text) {
    const number = compact(text)
    if (!/^DE[0-9]*$/.test(number)) return refuse('format', 'a German VAT number is DE and nine digits')
    if (number.length !== 11) return refuse('length', 'a German VAT number has nine digits after DE')
    const digits = number.slice(2)
    if (digits.startsWith('0')) return refuse('content', 'its first digit is not 0')
    if (!mod1110Valid(digits)) return refuse('check-digit', 'the check digit does not fit')
    return { valid: true, normalised: number, formatted: number.replace(/(DE|...)(?=.)/g, '$1 ') }
  },
}

/** How the federal form of a tax number begins, by Land. */
const TAX_OFFICES: readonly (readonly [prefix: string, lands: string])[] = [
  ['10', 'SL'],
  ['11', 'BE'],
  ['21', 'SH'],
  ['22', 'HH'],
  ['23', 'NI'],
  ['24', 'HB'],
  ['26', 'HE'],
  ['27', 'RP'],
  ['28', 'BW'],
  ['30', 'BB'],
  ['31', 'ST'],
  ['32', 'SN'],
  ['40', 'MV'],
  ['41', 'TH'],
  ['5', 'NW'],
  ['9', 'BY'],
]

/**
 * Steuernummer of an enterprise: the federal form of 13 digits, or a Land's form, which is stored with its strokes because its
 * digits alone do not say which Land's it is. No check digit in common.
 */
const taxNumber: Identifier = {
  kind: 'company',
  name: 'steuernummer',
  examples: ['181/815/08155', '5133081508159'],
  noticesWrongDigit: 'never',
  check(text) {
    const written = text.trim()
    if (
      /^[0-9]{2,3}\/[0-9]{3,4}\/[0-9]{4,5}$/.test(written) ||
      /^0[0-9]{2} [0-9]{3} [0-9]{5}$/.test(written)
    ) {
      const digits = compact(written)
      return digits.length === 10 || digits.length === 11
        ? { valid: true, normalised: written, formatted: written }
        : refuse('length', 'a tax number of a Land has ten or eleven digits')
    }
    const number = compact(text)
    if (!/^[0-9]+$/.test(number)) return refuse('format', 'a tax number has only digits')
    if (number.length !== 13)
      return refuse('length', 'a tax number has 13 digits, or ten or eleven written with strokes')
    const office = TAX_OFFICES.find(([prefix]) => number.startsWith(prefix))
    if (!office) return refuse('content', 'no tax office begins like this')
    if (number.charAt(4) !== '0') return refuse('content', 'the fifth digit of the federal form is 0')
    return { valid: true, normalised: number, formatted: number, facts: { land: office[1] } }
  },
}

/** 22 characters, digits after the country. */
const germanIban = iban('DE', 22, 'DE89 3704 0044 0532 0130 00', (account) => /^[0-9]{18}$/.test(account))

export const identifiers: readonly Identifier[] = Object.freeze([
  idnr,
  svNumber,
  taxNumber,
  establishment,
  vatNumber,
  germanIban,
  creditorReference,
])
