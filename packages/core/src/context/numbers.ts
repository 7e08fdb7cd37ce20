import { type AnyCountryPlugin, mod97Valid, type NumberKind, readNumber } from '../country/index.ts'

export type NumberReading =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly reason: string }

/**
 * A number as it is stored and compared, or why it is not one. A country that knows no number of the kind gets the
 * text as it stands; a bank account may lie in any country.
 */
export function readNumberAs(plugin: AnyCountryPlugin, kind: NumberKind, text: string): NumberReading {
  const trimmed = text.trim()
  if (trimmed.length === 0) return { ok: false, reason: 'May not be empty.' }
  if (trimmed.length > 64) return { ok: false, reason: 'A number has at most 64 characters.' }
  if (kind === 'bank' && !trimmed.toUpperCase().startsWith(plugin.country)) return foreignIban(trimmed)
  const readings = readNumber(plugin.identifiers, trimmed, kind)
  const [best] = readings
  if (!best) return { ok: true, value: trimmed }
  if (best.valid) return { ok: true, value: best.normalised }
  // Of several national kinds, the one that recognised the text at all says best what is wrong with it.
  const told = readings.find((reading) => !reading.valid && reading.reason !== 'format') ?? best
  const detail = told.valid ? '' : told.detail
  return { ok: false, reason: `Not a valid ${told.name.toUpperCase()}: ${detail}.` }
}

function foreignIban(text: string): NumberReading {
  const compact = text.replace(/[\s.-]/g, '').toUpperCase()
  const valid = /^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/.test(compact) && mod97Valid(compact)
  return valid
    ? { ok: true, value: compact }
    : { ok: false, reason: 'Not a valid IBAN: the country, the length or the check digits do not fit.' }
}
