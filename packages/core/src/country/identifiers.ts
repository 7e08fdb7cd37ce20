/** What a number identifies. */
export type NumberKind =
  | 'person'
  | 'company'
  | 'vat'
  | 'bank'
  | 'payment-reference'
  | 'social-security-employer'

/** The verdict on one reading of a text as one kind of number. */
export type NumberVerdict =
  | {
      readonly valid: true
      /** Compact form as stored and compared. */
      readonly normalised: string
      /** As printed for people. */
      readonly formatted: string
      /** What the number itself says: birth date, sex, département, bank code … */
      readonly facts?: Readonly<Record<string, string>>
    }
  | {
      readonly valid: false
      /** `format`: not of this kind at all · `length`, `check-digit`, `content`: of this kind, but wrong */
      readonly reason: 'format' | 'length' | 'check-digit' | 'content'
      readonly detail: string
    }

/** One kind of number of a country, under its national name. */
export interface Identifier {
  readonly kind: NumberKind
  /** National name, lower case: `niss`, `siret`, `nir` … */
  readonly name: string
  /** Numbers of this kind that pass, as people write them: published samples or invented ones, nobody's own. */
  readonly examples: readonly string[]
  /**
   * Whether one wrong digit is noticed: `always` unless told; `mostly` where the law's own check leaves a gap, `never` where
   * the number has no check digit.
   */
  readonly noticesWrongDigit?: 'always' | 'mostly' | 'never'
  /** Pure: accepts any text up to 64 characters, with the separators people use. */
  readonly check: (text: string) => NumberVerdict
}

/** All readings of a text under a country's identifiers, optionally of one kind only; valid ones first. */
export function readNumber(identifiers: readonly Identifier[], text: string, kind?: NumberKind) {
  const readings = identifiers
    .filter((identifier) => kind === undefined || identifier.kind === kind)
    .map((identifier) => ({ kind: identifier.kind, name: identifier.name, ...identifier.check(text) }))
  return [...readings.filter((reading) => reading.valid), ...readings.filter((reading) => !reading.valid)]
}

/** Remainder of a decimal digit string by a small modulus, without bigints. */
export function digitsModulo(digits: string, modulus: number): number {
  let rest = 0
  for (let index = 0; index < digits.length; index++)
    rest = (rest * 10 + digits.charCodeAt(index) - 48) % modulus
  return rest
}

/** Luhn checksum (ISO/IEC 7812-1) over all digits including the check digit. */
export function luhnValid(digits: string): boolean {
  let sum = 0
  for (let index = digits.length - 1, double = false; index >= 0; index--, double = !double) {
    const digit = (digits.charCodeAt(index) - 48) * (double ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}

/** ISO 7064 MOD 97-10 over letters and digits, as IBAN and RF references use it, after moving the first four to the end. */
export function mod97Valid(text: string): boolean {
  const moved = text.slice(4) + text.slice(0, 4)
  let digits = ''
  for (const character of moved) digits += character >= 'A' ? String(character.charCodeAt(0) - 55) : character
  return digitsModulo(digits, 97) === 1
}

/** An IBAN of one country: fixed length, check digits, and a national rule on the account part where there is one. */
export function iban(
  country: string,
  length: number,
  example: string,
  national?: (bban: string) => boolean,
): Identifier {
  return {
    kind: 'bank',
    name: 'iban',
    examples: [example],
    check(text) {
      const compact = text.replace(/[\s.-]/g, '').toUpperCase()
      if (!new RegExp(`^${country}[0-9]{2}[0-9A-Z]+$`).test(compact))
        return {
          valid: false,
          reason: 'format',
          detail: `an IBAN here starts with ${country} and two digits`,
        }
      if (compact.length !== length)
        return { valid: false, reason: 'length', detail: `an IBAN of ${country} has ${length} characters` }
      if (!mod97Valid(compact))
        return { valid: false, reason: 'check-digit', detail: 'the IBAN check digits do not fit' }
      if (national && !national(compact.slice(4)))
        return { valid: false, reason: 'check-digit', detail: 'the national check digits do not fit' }
      return { valid: true, normalised: compact, formatted: compact.replace(/(.{4})(?=.)/g, '$1 ') }
    },
  }
}

/** ISO 11649 creditor reference, `RF` + two check digits + up to 21 letters and digits; valid in every country. */
export const creditorReference: Identifier = {
  kind: 'payment-reference',
  name: 'rf',
  examples: ['RF18 5390 0754 7034'],
  check(text) {
    const compact = text.replace(/\s/g, '').toUpperCase()
    if (!/^RF[0-9]{2}[0-9A-Z]+$/.test(compact))
      return { valid: false, reason: 'format', detail: 'a creditor reference starts with RF and two digits' }
    if (compact.length > 25)
      return { valid: false, reason: 'length', detail: 'a creditor reference has at most 25 characters' }
    if (!mod97Valid(compact))
      return { valid: false, reason: 'check-digit', detail: 'the reference check digits do not fit' }
    return { valid: true, normalised: compact, formatted: compact.replace(/(.{4})(?=.)/g, '$1 ') }
  },
}

/**
 * The creditor reference of ten digits, as printed: what a plugin gives as its `paymentReference` where its country has no
 * structured reference of its own. Throws a RangeError for anything but ten digits.
 */
export function creditorReferenceOf(digits: string): string {
  if (!/^\d{10}$/.test(digits)) throw new RangeError('a payment reference is made from exactly ten digits')
  // RF is 2715 in digits, and the two check digits are 00 while they are computed.
  const check = 98 - digitsModulo(`${digits}271500`, 97)
  return `RF${String(check).padStart(2, '0')}${digits}`.replace(/(.{4})(?=.)/g, '$1 ')
}
