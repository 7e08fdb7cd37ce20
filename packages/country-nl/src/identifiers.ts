import { creditorReference, type Identifier, iban, mod97Valid, type NumberVerdict } from '@samen/core/country'

const no = (reason: 'format' | 'length' | 'check-digit' | 'content', detail: string): NumberVerdict => ({
  valid: false,
  reason,
  detail,
})
const compact = (text: string): string => text.replace(/[\s./-]/g, '').toUpperCase()

/** Nine digits whose weighted sum (9 to 2, then -1) is a multiple of eleven: BSN and RSIN. */
function elevenProof(digits: string): boolean {
  let sum = -(digits.charCodeAt(8) - 48)
  for (let index = 0; index < 8; index++) sum += (9 - index) * (digits.charCodeAt(index) - 48)
  return sum % 11 === 0 && digits !== '000000000'
}

function nineDigits(text: string, name: string): { digits: string } | NumberVerdict {
  const given = compact(text)
  if (!/^\d+$/.test(given)) return no('format', `${name} is written in digits`)
  const digits = given.length === 8 ? `0${given}` : given
  if (digits.length !== 9) return no('length', `${name} has 9 digits`)
  return elevenProof(digits) ? { digits } : no('check-digit', 'the number fails the eleven test')
}

/** Citizen service number: nine digits, eleven test, not beginning with 000. Old ones were written with eight. */
const bsn: Identifier = {
  kind: 'person',
  name: 'bsn',
  examples: ['111222333'],
  check(text) {
    const read = nineDigits(text, 'a BSN')
    if (!('digits' in read)) return read
    if (read.digits.startsWith('000')) return no('content', 'a BSN does not begin with 000')
    return { valid: true, normalised: read.digits, formatted: read.digits }
  },
}

/** Number of a legal entity: nine digits, eleven test. */
const rsin: Identifier = {
  kind: 'company',
  name: 'rsin',
  examples: ['001302322'],
  check(text) {
    const read = nineDigits(text, 'an RSIN')
    return 'digits' in read ? { valid: true, normalised: read.digits, formatted: read.digits } : read
  },
}

/** Trade register number: eight digits without check digit. */
const kvk: Identifier = {
  kind: 'company',
  name: 'kvk',
  examples: ['34150822'],
  noticesWrongDigit: 'never',
  check(text) {
    const digits = compact(text)
    if (!/^\d+$/.test(digits)) return no('format', 'a KvK number is written in digits')
    if (digits.length !== 8) return no('length', 'a KvK number has 8 digits')
    if (/^0+$/.test(digits)) return no('content', 'a KvK number is not zero')
    return { valid: true, normalised: digits, formatted: digits }
  },
}

/**
 * VAT number: NL, nine digits, B and two digits. A legal entity has its RSIN in it; a sole trader’s number fits the
 * ISO 7064 remainder 97 over all its characters instead.
 */
const btw: Identifier = {
  kind: 'vat',
  name: 'btw-id',
  examples: ['NL001302322B01'],
  noticesWrongDigit: 'mostly',
  check(text) {
    const given = compact(text)
    if (!/^NL\d+B\d+$/.test(given)) return no('format', 'a VAT number is written NL123456789B01')
    if (given.length !== 14) return no('length', 'a VAT number has 14 characters')
    if (given.endsWith('00')) return no('content', 'the last two digits are not 00')
    // The first four characters go to the end there; here they stay in front.
    const soleTrader = mod97Valid(given.slice(10) + given.slice(0, 10))
    if (!elevenProof(given.slice(2, 11)) && !soleTrader)
      return no('check-digit', 'the number fits neither a legal entity nor a sole trader')
    return {
      valid: true,
      normalised: given,
      formatted: given,
      facts: { holder: soleTrader ? 'sole-trader' : 'legal-entity' },
    }
  },
}

/** Wage-levies number: the nine digits of the employer, L and a serial from 01. */
const loonheffingennummer: Identifier = {
  kind: 'social-security-employer',
  name: 'loonheffingennummer',
  examples: ['123456782L01'],
  noticesWrongDigit: 'mostly',
  check(text) {
    const given = compact(text)
    if (!/^\d+L\d+$/.test(given)) return no('format', 'a wage-levies number is written 123456789L01')
    if (!/^\d{9}L\d{2}$/.test(given))
      return no('length', 'a wage-levies number has nine digits, L and two digits')
    if (!elevenProof(given.slice(0, 9))) return no('check-digit', 'the nine digits fail the eleven test')
    if (given.endsWith('00')) return no('content', 'the serial starts at 01')
    return { valid: true, normalised: given, formatted: given }
  },
}

const WEIGHTS = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1]

/** Check digit of a payment reference over the fifteen digits behind it, weighted from the right. */
function referenceDigit(body: string): number {
  let sum = 0
  for (let index = 0; index < body.length; index++)
    sum += (WEIGHTS[index % 10] as number) * (body.charCodeAt(body.length - 1 - index) - 48)
  const digit = 11 - (sum % 11)
  return digit === 10 ? 1 : digit === 11 ? 0 : digit
}

const inFours = (digits: string): string => digits.replace(/(.{4})(?=.)/g, '$1 ')

/** Payment reference of sixteen digits (betalingskenmerk), as Dutch banks check it. */
const betalingskenmerk: Identifier = {
  kind: 'payment-reference',
  name: 'betalingskenmerk',
  examples: ['7000 0012 3456 7890'],
  check(text) {
    const digits = compact(text)
    if (!/^\d+$/.test(digits)) return no('format', 'a payment reference is written in digits')
    if (digits.length !== 16) return no('length', 'a payment reference has 16 digits')
    if (referenceDigit(digits.slice(1)) !== Number(digits[0]))
      return no('check-digit', 'the first digit does not fit')
    return { valid: true, normalised: digits, formatted: inFours(digits) }
  },
}

/** The sixteen-digit payment reference of ten digits, as printed. Throws a RangeError for anything but ten digits. */
export function paymentReference(digits: string): string {
  if (!/^\d{10}$/.test(digits)) throw new RangeError('a payment reference is made from exactly ten digits')
  const body = digits.padStart(15, '0')
  return inFours(`${referenceDigit(body)}${body}`)
}

export const identifiers: readonly Identifier[] = [
  bsn,
  rsin,
  kvk,
  btw,
  loonheffingennummer,
  iban('NL', 18, 'NL91 ABNA 0417 1643 00'),
  betalingskenmerk,
  creditorReference,
]
