import {
  creditorReference,
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
const compact = (text: string): string => text.replace(/[\s.-]/g, '')

/** Without a clock, a number of ten digits with a hyphen is read as of one born from 1926 to 2025. */
const TEN_DIGITS_UNTIL = 2025

interface ReadNumber {
  readonly year: number
  readonly month: string
  readonly day: number
  /** The ten digits the check digit is computed on. */
  readonly ten: string
}

/** Year, month, day and ten digits; `+` in place of the hyphen says a hundred years or more. */
function readPerson(text: string): ReadNumber | NumberVerdict {
  const match = /^(\d{2})?(\d{2})(\d{2})(\d{2})([-+]?)(\d{4})$/.exec(text.replace(/\s/g, ''))
  if (!match) return no('format', 'written YYYYMMDD-NNNN or YYMMDD-NNNN')
  const [, century, short = '', month = '', day = '', sign, serial = ''] = match
  const ten = `${short}${month}${day}${serial}`
  if (!luhnValid(ten)) return no('check-digit', 'the last digit does not fit')
  const year = century === undefined ? yearOf(Number(short), sign === '+') : Number(`${century}${short}`)
  return { year, month, day: Number(day), ten }
}

function yearOf(short: number, hundred: boolean): number {
  const year = 2000 + short
  return (year > TEN_DIGITS_UNTIL ? year - 100 : year) - (hundred ? 100 : 0)
}

/** Both kinds of number of a person: twelve digits stored, a date, a serial, the Luhn digit of the last ten digits. */
function personal(name: 'personnummer' | 'samordningsnummer', dayShift: 0 | 60): Identifier {
  return {
    kind: 'person',
    name,
    examples: [dayShift === 0 ? '19900101-2385' : '19701063-2391'],
    check(text) {
      const read = readPerson(text)
      if ('valid' in read) return read
      const { year, month, day, ten } = read
      const birthDate = `${year}-${month}-${String(day - dayShift).padStart(2, '0')}`
      if (day < dayShift || !isIsoDate(birthDate) || year > TEN_DIGITS_UNTIL + 25)
        return no('content', 'the day of birth does not exist')
      const serial = ten.slice(6)
      if (serial.startsWith('000')) return no('content', 'the serial number is not zero')
      const date = `${year}${ten.slice(2, 6)}`
      return {
        valid: true,
        normalised: `${date}${serial}`,
        formatted: `${date}-${serial}`,
        facts: {
          register: dayShift === 0 ? 'personnummer' : 'samordningsnummer',
          birthDate,
          sex: Number(ten[8]) % 2 === 1 ? 'male' : 'female',
        },
      }
    },
  }
}

/** Ten digits of a legal person: the third is 2 or more, so that none looks like a date of birth. */
function legalPerson(digits: string): NumberVerdict | undefined {
  if (digits.length !== 10) return no('length', 'an organisationsnummer has 10 digits')
  if (!/^[1-9]\d[2-9]/.test(digits))
    return no('content', 'an organisationsnummer begins with 1 to 9 and has a third digit of 2 or more')
  return luhnValid(digits) ? undefined : no('check-digit', 'the last digit does not fit')
}

const organisationsnummer: Identifier = {
  kind: 'company',
  name: 'organisationsnummer',
  examples: ['556047-3521'],
  check(text) {
    const given = compact(text)
    if (!/^\d+$/.test(given)) return no('format', 'an organisationsnummer is written NNNNNN-NNNN')
    // In twelve digits, as the tax return writes it, 16 stands in front.
    const digits = given.length === 12 && given.startsWith('16') ? given.slice(2) : given
    return (
      legalPerson(digits) ?? {
        valid: true,
        normalised: digits,
        formatted: `${digits.slice(0, 6)}-${digits.slice(6)}`,
      }
    )
  },
}

/** VAT number: SE, the ten digits of a legal or natural person, and a suffix from 01 to 94. */
const momsnummer: Identifier = {
  kind: 'vat',
  name: 'momsregistreringsnummer',
  examples: ['SE556047352101'],
  noticesWrongDigit: 'mostly',
  check(text) {
    const given = compact(text).toUpperCase()
    if (!/^SE\d+$/.test(given)) return no('format', 'a VAT number begins with SE and goes on in digits')
    if (given.length !== 14) return no('length', 'a VAT number has 12 digits')
    const suffix = Number(given.slice(12))
    if (suffix < 1 || suffix > 94) return no('content', 'the last two digits lie between 01 and 94')
    if (!luhnValid(given.slice(2, 12))) return no('check-digit', 'the tenth digit does not fit')
    return { valid: true, normalised: given, formatted: given }
  },
}

/** Bankgiro 7-8 digits, printed with a hyphen before the last four. */
const bankgiro: Identifier = {
  kind: 'bank',
  name: 'bankgiro',
  examples: ['5050-1055'],
  check(text) {
    const digits = compact(text)
    if (!/^\d+$/.test(digits)) return no('format', 'a bankgiro is written NNN-NNNN or NNNN-NNNN')
    if (digits.length !== 7 && digits.length !== 8) return no('length', 'a bankgiro has 7 or 8 digits')
    if (/^0/.test(digits)) return no('content', 'a bankgiro does not begin with 0')
    if (!luhnValid(digits)) return no('check-digit', 'the last digit does not fit')
    return { valid: true, normalised: digits, formatted: `${digits.slice(0, -4)}-${digits.slice(-4)}` }
  },
}

/** Plusgiro 2-8 digits, printed in pairs from the right with a hyphen before the last. */
const plusgiro: Identifier = {
  kind: 'bank',
  name: 'plusgiro',
  examples: ['28 65 43-4'],
  check(text) {
    const digits = compact(text)
    if (!/^\d+$/.test(digits)) return no('format', 'a plusgiro is written NN NN NN-N')
    if (digits.length < 2 || digits.length > 8) return no('length', 'a plusgiro has 2 to 8 digits')
    if (/^0/.test(digits)) return no('content', 'a plusgiro does not begin with 0')
    if (!luhnValid(digits)) return no('check-digit', 'the last digit does not fit')
    const pairs = digits.slice(0, -1).replace(/\B(?=(\d\d)+$)/g, ' ')
    return { valid: true, normalised: digits, formatted: `${pairs}-${digits.slice(-1)}` }
  },
}

/** OCR reference of up to 25 digits: the last is a Luhn digit, the one before it the length modulo ten. */
const ocr: Identifier = {
  kind: 'payment-reference',
  name: 'ocr',
  examples: ['123456789023'],
  check(text) {
    const digits = text.replace(/\s/g, '')
    if (!/^\d+$/.test(digits)) return no('format', 'an OCR reference is written in digits')
    if (digits.length < 3 || digits.length > 25) return no('length', 'an OCR reference has 3 to 25 digits')
    if (!/[1-9]/.test(digits.slice(0, -2))) return no('content', 'an OCR reference is not zero')
    if (!luhnValid(digits)) return no('check-digit', 'the last digit does not fit')
    if (Number(digits.at(-2)) !== digits.length % 10)
      return no('check-digit', 'the last digit but one is not the length of the reference')
    return { valid: true, normalised: digits, formatted: digits }
  },
}

/** The OCR reference of ten digits, with its length and check digits. Throws a RangeError for anything but ten digits. */
export function ocrReference(digits: string): string {
  if (!/^\d{10}$/.test(digits)) throw new RangeError('an OCR reference is made from exactly ten digits')
  const body = `${digits}2`
  for (let check = 0; check <= 9; check++) if (luhnValid(`${body}${check}`)) return `${body}${check}`
  throw new RangeError('a Luhn digit always exists')
}

export const identifiers: readonly Identifier[] = [
  personal('personnummer', 0),
  personal('samordningsnummer', 60),
  organisationsnummer,
  momsnummer,
  iban('SE', 24, 'SE45 5000 0000 0583 9825 7466', (bban) => /^\d{20}$/.test(bban)),
  bankgiro,
  plusgiro,
  ocr,
  creditorReference,
]
