import {
  creditorReference,
  digitsModulo,
  type Identifier,
  iban,
  isIsoDate,
  type NumberVerdict,
} from '@samen/core/country'

const no = (reason: 'format' | 'length' | 'check-digit' | 'content', detail: string): NumberVerdict => ({
  valid: false,
  reason,
  detail,
})
const compact = (text: string): string => text.replace(/[\s./-]/g, '')
/** A number that says a later year of birth is a mistyped one; without a clock the limit is fixed. */
const BORN_BY = 2050
const two = (number: number): string => String(number).padStart(2, '0')

/**
 * National register number (NISS/INSZ) or bis number: YYMMDD, a serial (odd: man, even: woman) and 97 less the remainder
 * of the first nine digits, with a 2 in front of them for births from 2000. A bis number adds 20 (sex unknown) or 40 to
 * the month; month and day may be 00 where the birth date is not known.
 */
const niss: Identifier = {
  kind: 'person',
  name: 'niss',
  examples: ['85.07.30-033.28'],
  check(text) {
    const digits = compact(text)
    if (!/^\d+$/.test(digits)) return no('format', 'a NISS is written in digits, such as 85.07.30-033.28')
    if (digits.length !== 11) return no('length', 'a NISS has 11 digits')
    const body = digits.slice(0, 9)
    const check = Number(digits.slice(9))
    const century =
      97 - digitsModulo(body, 97) === check ? 19 : 97 - digitsModulo(`2${body}`, 97) === check ? 20 : 0
    if (century === 0) return no('check-digit', 'the last two digits do not fit')
    const stated = Number(digits.slice(2, 4))
    const month = stated % 20
    if (stated >= 60 || month > 12) return no('content', 'the month of birth does not exist')
    const year = `${century}${digits.slice(0, 2)}`
    if (Number(year) > BORN_BY) return no('content', 'the year of birth lies in the future')
    const day = digits.slice(4, 6)
    const known = month > 0 && day !== '00'
    const birthDate = `${year}-${two(month)}-${day}`
    if (known ? !isIsoDate(birthDate) : Number(day) > 31)
      return no('content', 'the day of birth does not exist')
    const serial = Number(digits.slice(6, 9))
    if (serial === 0 || serial === 999) return no('content', 'the serial number lies between 001 and 998')
    const bis = stated >= 20
    const sexKnown = !bis || stated >= 40
    return {
      valid: true,
      normalised: digits,
      formatted: `${digits.slice(0, 2)}.${digits.slice(2, 4)}.${day}-${digits.slice(6, 9)}.${digits.slice(9)}`,
      facts: {
        register: bis ? 'bis' : 'national',
        ...(known && { birthDate }),
        ...(sexKnown && { sex: serial % 2 === 1 ? 'male' : 'female' }),
      },
    }
  },
}

const enterpriseRule = (digits: string): NumberVerdict | undefined => {
  if (digits.length !== 10) return no('length', 'an enterprise number has 10 digits')
  if (!/^[01]/.test(digits)) return no('content', 'an enterprise number begins with 0 or 1')
  if (/^0{8}/.test(digits)) return no('content', 'an enterprise number is not zero')
  if (97 - digitsModulo(digits.slice(0, 8), 97) !== Number(digits.slice(8)))
    return no('check-digit', 'the last two digits do not fit')
  return undefined
}

/** Enterprise number (BCE/KBO): 10 digits, the last two 97 less the remainder of the first eight. Old ones had 9. */
const bce: Identifier = {
  kind: 'company',
  name: 'bce',
  examples: ['0403.170.701'],
  check(text) {
    const given = compact(text)
    if (!/^\d+$/.test(given))
      return no('format', 'an enterprise number is written in digits, such as 0403.170.701')
    const digits = given.length === 9 ? `0${given}` : given
    return (
      enterpriseRule(digits) ?? {
        valid: true,
        normalised: digits,
        formatted: `${digits.slice(0, 4)}.${digits.slice(4, 7)}.${digits.slice(7)}`,
      }
    )
  },
}

/** VAT number: BE and the enterprise number. */
const tva: Identifier = {
  kind: 'vat',
  name: 'tva',
  examples: ['BE 0403.170.701'],
  check(text) {
    const given = compact(text).toUpperCase()
    if (!/^BE\d+$/.test(given)) return no('format', 'a VAT number begins with BE and goes on in digits')
    const digits = given.length === 11 ? `0${given.slice(2)}` : given.slice(2)
    return (
      enterpriseRule(digits) ?? {
        valid: true,
        normalised: `BE${digits}`,
        formatted: `BE ${digits.slice(0, 4)}.${digits.slice(4, 7)}.${digits.slice(7)}`,
      }
    )
  },
}

/** NSSO employer number: up to seven digits and 96 less the remainder of a hundred times them, 0 written 97. */
const onss: Identifier = {
  kind: 'social-security-employer',
  name: 'onss',
  examples: ['1254824-97'],
  check(text) {
    const given = compact(text)
    if (!/^\d+$/.test(given)) return no('format', 'an NSSO number is written in digits, such as 0009354-67')
    if (given.length < 4 || given.length > 10) return no('length', 'an NSSO number has at most 9 digits')
    const digits = given.padStart(9, '0')
    const excess = digits.slice(0, -9)
    if (/[1-9]/.test(excess)) return no('length', 'an NSSO number has at most 9 digits')
    const serial = digits.slice(-9, -2)
    if (Number(serial) === 0) return no('content', 'an NSSO number is not zero')
    const check = 96 - digitsModulo(`${serial}00`, 97) || 97
    if (check !== Number(digits.slice(-2))) return no('check-digit', 'the last two digits do not fit')
    return { valid: true, normalised: digits.slice(-9), formatted: `${serial}-${digits.slice(-2)}` }
  },
}

const controlOf = (tenDigits: string): string => two(digitsModulo(tenDigits, 97) || 97)

/** Structured communication: ten digits and their remainder by 97, 0 written 97. */
const communication: Identifier = {
  kind: 'payment-reference',
  name: 'communication-structuree',
  examples: ['+++090/9337/55493+++'],
  check(text) {
    const trimmed = text.trim()
    const framed = /^(\+{3}|\*{3})(.*)\1$/.exec(trimmed)
    const digits = compact(framed ? (framed[2] as string) : trimmed)
    if (!/^\d+$/.test(digits))
      return no('format', 'a structured communication is written +++ddd/dddd/ddddd+++')
    if (digits.length !== 12) return no('length', 'a structured communication has 12 digits')
    if (controlOf(digits.slice(0, 10)) !== digits.slice(10))
      return no('check-digit', 'the last two digits do not fit')
    return { valid: true, normalised: digits, formatted: asPrinted(digits) }
  },
}

const asPrinted = (digits: string): string =>
  `+++${digits.slice(0, 3)}/${digits.slice(3, 7)}/${digits.slice(7)}+++`

/** The structured communication of ten digits, as banks print it. Throws a RangeError for anything but ten digits. */
export function structuredCommunication(digits: string): string {
  if (!/^\d{10}$/.test(digits))
    throw new RangeError('a structured communication is made from exactly ten digits')
  return asPrinted(`${digits}${controlOf(digits)}`)
}

/** The last two digits of a Belgian account are the remainder of the first ten by 97, 0 written 97. */
const nationalAccount = (bban: string): boolean =>
  /^\d{12}$/.test(bban) && controlOf(bban.slice(0, 10)) === bban.slice(10)

export const identifiers: readonly Identifier[] = [
  niss,
  bce,
  tva,
  onss,
  iban('BE', 16, 'BE68 5390 0754 7034', nationalAccount),
  communication,
  creditorReference,
]
