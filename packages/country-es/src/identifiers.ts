import {
  creditorReference,
  digitsModulo,
  type Identifier,
  iban,
  type NumberVerdict,
} from '@samen/core/country'

const no = (reason: 'format' | 'length' | 'check-digit' | 'content', detail: string): NumberVerdict => ({
  valid: false,
  reason,
  detail,
})
const compact = (text: string): string => text.replace(/[\s./-]/g, '').toUpperCase()

const LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE'
const letterFits = (digits: string, letter: string): boolean => LETTERS[digitsModulo(digits, 23)] === letter

/** NIF of a Spaniard: eight digits and a letter; K, L or M and seven digits for those without an identity card. */
function readNif(text: string): NumberVerdict {
  const given = compact(text)
  const match = /^(?:(\d{8})|([KLM])(\d{7}))([A-Z])$/.exec(given)
  if (!match) return no('format', 'a NIF is eight digits and a letter')
  const [, plain, prefix, seven, letter = ''] = match
  if (!letterFits(plain ?? seven ?? '', letter)) return no('check-digit', 'the letter does not fit')
  const register = prefix === undefined ? 'dni' : 'special'
  return { valid: true, normalised: given, formatted: given, facts: { register } }
}

/** NIE of a foreigner: X, Y or Z stands for 0, 1 or 2 before seven digits. */
function readNie(text: string): NumberVerdict {
  const given = compact(text)
  const match = /^([XYZ])(\d{7})([A-Z])$/.exec(given)
  if (!match) return no('format', 'a NIE is X, Y or Z, seven digits and a letter')
  const [, first = '', digits = '', letter = ''] = match
  if (!letterFits(`${'XYZ'.indexOf(first)}${digits}`, letter))
    return no('check-digit', 'the letter does not fit')
  return { valid: true, normalised: given, formatted: given }
}

const DIGIT_CONTROL = 'ABEH'
const LETTER_CONTROL = 'NPQRSW'
const CONTROL_LETTERS = 'JABCDEFGHI'

/** NIF of a legal person: a letter for its form, seven digits, and a control that is a digit, a letter, or either. */
function readCif(text: string): NumberVerdict {
  const given = compact(text)
  const match = /^([ABCDEFGHJNPQRSUVW])(\d{7})([0-9A-J])$/.exec(given)
  if (!match) return no('format', 'the NIF of a company is a letter, seven digits and a control')
  const [, form = '', digits = '', control = ''] = match
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(index) - 48
    const weighed = index % 2 === 0 ? digit * 2 : digit
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  const expected = (10 - (sum % 10)) % 10
  const isDigit = /\d/.test(control)
  if (LETTER_CONTROL.includes(form) && isDigit) return no('content', 'this form has a letter as control')
  if (DIGIT_CONTROL.includes(form) && !isDigit) return no('content', 'this form has a digit as control')
  if (control !== (isDigit ? String(expected) : CONTROL_LETTERS[expected]))
    return no('check-digit', 'the control does not fit')
  return {
    valid: true,
    normalised: given,
    formatted: given,
    facts: form === 'F' ? { form, kind: 'cooperative' } : { form },
  }
}

function readVat(text: string): NumberVerdict {
  const given = compact(text)
  if (!given.startsWith('ES')) return no('format', 'a VAT number begins with ES')
  const number = given.slice(2)
  if (number.length !== 9) return no('length', 'a VAT number has nine characters after ES')
  for (const read of [readNif, readNie, readCif]) {
    const verdict = read(number)
    if (verdict.valid) return { valid: true, normalised: given, formatted: given }
    if (verdict.reason !== 'format') return verdict
  }
  return no('format', 'after ES stands a NIF')
}

/**
 * Social security numbers: province, serial and two control digits, the whole before them modulo 97. Sources disagree on serials
 * with a leading zero (drop it, or not), so both readings are accepted.
 */
function controlFits(province: string, serial: string, control: string): boolean {
  const wanted = Number(control)
  return (
    digitsModulo(province + serial, 97) === wanted ||
    (serial.startsWith('0') && digitsModulo(province + serial.slice(1), 97) === wanted)
  )
}

function socialSecurity(text: string, serialDigits: number, what: string): NumberVerdict {
  const digits = compact(text)
  if (!/^\d+$/.test(digits)) return no('format', `${what} is written in digits`)
  if (digits.length !== serialDigits + 4) return no('length', `${what} has ${serialDigits + 4} digits`)
  const province = digits.slice(0, 2)
  const serial = digits.slice(2, -2)
  if (!provinceExists(province)) return no('content', 'the province does not exist')
  if (!/[1-9]/.test(serial)) return no('content', 'the serial number is not zero')
  if (!controlFits(province, serial, digits.slice(-2)))
    return no('check-digit', 'the last two digits do not fit')
  return {
    valid: true,
    normalised: digits,
    formatted: `${province}/${serial}/${digits.slice(-2)}`,
    facts: { province },
  }
}

/** Provinces 01 to 52, Ceuta and Melilla among them; 53 and 66 for those registered outside the provinces. */
const provinceExists = (code: string): boolean => (code >= '01' && code <= '53') || code === '66'

/** CCC of an employer: 11 digits, or 15 with the four of the regime before them. */
function readCcc(text: string): NumberVerdict {
  const digits = compact(text)
  if (!/^\d{15}$/.test(digits)) return socialSecurity(digits, 7, 'a CCC')
  const verdict = socialSecurity(digits.slice(4), 7, 'a CCC')
  if (!verdict.valid) return verdict
  const regime = digits.slice(0, 4)
  return {
    valid: true,
    normalised: digits,
    formatted: `${regime} ${verdict.formatted}`,
    facts: { ...verdict.facts, regime },
  }
}

const WEIGHTS = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]

/** Two control digits inside the account: of bank and branch, and of the account number. */
function accountFits(bban: string): boolean {
  if (!/^\d{20}$/.test(bban)) return false
  return (
    accountControl(`00${bban.slice(0, 8)}`) === Number(bban[8]) &&
    accountControl(bban.slice(10)) === Number(bban[9])
  )
}

function accountControl(ten: string): number {
  let sum = 0
  for (let index = 0; index < 10; index++) sum += (ten.charCodeAt(index) - 48) * (WEIGHTS[index] as number)
  const rest = 11 - (sum % 11)
  return rest === 11 ? 0 : rest === 10 ? 1 : rest
}

/** ISO 11649 creditor reference of ten digits; Spain has none of its own. Throws a RangeError for anything but ten digits. */
export function paymentReference(digits: string): string {
  if (!/^\d{10}$/.test(digits)) throw new RangeError('a reference is made from exactly ten digits')
  const check = 98 - digitsModulo(`${digits}271500`, 97)
  return `RF${String(check).padStart(2, '0')}${digits}`
}

export const identifiers: readonly Identifier[] = [
  { kind: 'person', name: 'nif', examples: ['54362315K'], check: readNif },
  { kind: 'person', name: 'nie', examples: ['X2482300W'], check: readNie },
  {
    kind: 'person',
    name: 'naf',
    examples: ['28/12345678/40'],
    check: (text) => socialSecurity(text, 8, 'a NAF'),
  },
  { kind: 'company', name: 'cif', examples: ['B58378431'], check: readCif },
  { kind: 'vat', name: 'nif-iva', examples: ['ESB58378431'], check: readVat },
  { kind: 'social-security-employer', name: 'ccc', examples: ['28/1234567/42'], check: readCcc },
  iban('ES', 24, 'ES91 2100 0418 4502 0005 1332', accountFits),
  creditorReference,
]
