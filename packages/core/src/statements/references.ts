import { creditorReference, digitsModulo } from '../country/index.ts'

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
