/** What may stand in a canonical document: amounts are text, so that no reader rounds them. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/**
 * The one text of a JSON value (RFC 8785): no spaces, members in the order of their names' UTF-16 units. Throws a
 * RangeError for what has no such text: a number that is no safe integer, half a surrogate pair, undefined.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return canonicalText(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number; amounts are text`)
    return String(value === 0 ? 0 : value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`
  if (typeof value !== 'object') throw new RangeError(`${typeof value} has no place in JSON`)
  const members = value as { readonly [key: string]: Json }
  const names = Object.keys(members).sort()
  return `{${names.map((name) => `${canonicalText(name)}:${canonicalJson(members[name] as Json)}`).join()}}`
}

function canonicalText(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('half a surrogate pair has no place in JSON')
  return JSON.stringify(text)
}
