import { creditorReference, digitsModulo, type Identifier } from '../country/index.ts'

/** A payment reference as it is compared: letters and digits only, upper case. */
export const compactReference = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '').toUpperCase()

/**
 * The structured references a payer gave: those in their own field, and those written into the free text in a form that
 * proves itself by check digits (`+++090/9337/55493+++`, `***…***`, `RF18 5390 0754 7034`). Numbers that merely stand
 * in a text are not references: a guess never books money.
 */
export function referencesIn(
  structured: readonly (string | undefined)[],
  free: readonly string[],
): readonly string[] {
  const found = new Set<string>()
  for (const reference of structured) {
    const compact = reference && compactReference(reference)
    if (compact) found.add(compact)
  }
  const text = free.join(' ')
  for (const match of text.matchAll(/([+*])\1{2}\s*(\d{3}\s*\/?\s*\d{4}\s*\/?\s*\d{5})\s*\1{3}/g)) {
    const digits = compactReference(match[2] as string)
    if (isStructuredCommunication(digits)) found.add(digits)
  }
  for (const { index } of text.matchAll(/\bRF\d{2}/gi))
    addCreditorReference(text.slice(index, index + PRINTED_MAX), found)
  return [...found]
}

/** Belgian structured communication: ten digits and their remainder by 97, where 0 is written 97. */
function isStructuredCommunication(digits: string): boolean {
  const check = digitsModulo(digits.slice(0, 10), 97) || 97
  return digits.length === 12 && check === Number(digits.slice(10))
}

/** 25 characters, printed in groups of four. */
const PRINTED_MAX = 31

/** Words after the reference may have been caught with it: the longest reading with right check digits counts. */
function addCreditorReference(text: string, found: Set<string>): void {
  for (let end = text.length; end > 4; end--) {
    const verdict = creditorReference.check(text.slice(0, end))
    if (!verdict.valid) continue
    found.add(verdict.normalised)
    return
  }
}

/** Digits, alone, in groups, or with the slashes of a Belgian communication. */
const BARE = /(?<![\p{L}\d])\d(?:[ ./-]?\d){5,30}(?![\p{L}\d])/gu
const BARE_DIGITS_MIN = 6

/**
 * References of digits that stand in a free text without their frame or field, compact: a Swedish OCR number, a Dutch
 * betalingskenmerk, a Belgian communication. Their check digits fit, but so do those of every tenth or hundredth telephone
 * number: such a reference is certain only when something else agrees.
 *
 * @param identifiers the office's country's: their payment references are looked for.
 */
export function bareReferences(text: string, identifiers: readonly Identifier[]): readonly string[] {
  const kinds = identifiers.filter(({ kind }) => kind === 'payment-reference')
  const found = new Set<string>()
  for (const [digits] of text.matchAll(BARE))
    for (const candidate of groupsOf(digits)) {
      if (candidate.length < BARE_DIGITS_MIN) continue
      for (const { check } of kinds) {
        const verdict = check(candidate)
        if (verdict.valid) found.add(compactReference(verdict.normalised))
      }
    }
  return [...found]
}

/** The whole run, and each stretch of its groups: a date may stand beside a reference. */
function* groupsOf(digits: string): Iterable<string> {
  const groups = digits.split(/[ ./-]/)
  for (let from = 0; from < groups.length; from++)
    for (let to = groups.length; to > from; to--) yield groups.slice(from, to).join('')
}
