import { Temporal } from 'temporal-polyfill'
import type { FieldSchema } from '../context/index.ts'
import { fraction, isIsoDate, type Minor, parseAmount, type Rate } from '../country/index.ts'

/** Reads one cell, or answers in a sentence what it should hold. */
export type Reading<T> = { readonly value: T } | { readonly fault: string }

/** Major units with a point or a comma: `1250`, `1250.50`, `1250,50`; no thousands separators, so nothing is guessed. */
export function readAmount(cell: string): Reading<Minor> {
  if (!/^\d{1,12}(?:[.,]\d{1,2})?$/.test(cell))
    return { fault: 'An amount is written like 1250 or 1250.50, without thousands separators.' }
  try {
    return { value: parseAmount(cell.replace(',', '.')) }
  } catch (error) {
    return { fault: `${(error as Error).message}.` }
  }
}

export function readDay(cell: string): Reading<string> {
  return isIsoDate(cell) ? { value: cell } : { fault: 'A day is written YYYY-MM-DD and must exist.' }
}

/** A part of the whole: `1/3`, `50%`, `0.5`. */
export function readShare(cell: string): Reading<Rate> {
  const parts = /^(\d{1,9})\s*\/\s*(\d{1,9})$/.exec(cell)
  if (parts && BigInt(parts[2] as string) > 0n)
    return { value: fraction(BigInt(parts[1] as string), BigInt(parts[2] as string)) }
  const decimal = /^(\d{1,3})(?:[.,](\d{1,6}))?\s*(%?)$/.exec(cell)
  if (!decimal) return { fault: 'A part is written like 1/3, 50% or 0.5.' }
  const [, whole = '', decimals = '', percent] = decimal
  const scale = 10n ** BigInt(decimals.length) * (percent ? 100n : 1n)
  return { value: fraction(BigInt(whole + decimals), scale) }
}

/** A moment with its offset (`2026-11-09T14:30+01:00`, `…Z`), or in the office's own time without one. */
export function readMoment(cell: string, timeZone: string): Reading<Date> {
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(cell)
  const fault = { fault: 'A moment is written like 2026-11-09T14:30 or 2026-11-09T14:30:00+01:00.' }
  if (!match) return fault
  const [, day = '', time = '00:00', offset] = match
  if (!isIsoDate(day)) return fault
  try {
    const millis = offset
      ? Temporal.Instant.from(`${day}T${time}${offset}`).epochMilliseconds
      : Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).epochMilliseconds
    return { value: new Date(millis) }
  } catch {
    return fault
  }
}

const WORDS: Readonly<Record<string, boolean>> = {
  true: true,
  false: false,
  yes: true,
  no: false,
  '1': true,
  '0': false,
}

/** A fact as JSON, by what the country's schema says the field takes; what does not fit stays text, for it to refuse. */
export function readFact(schema: FieldSchema, cell: string): unknown {
  const types = typesOf(schema)
  const numeric = /^-?\d+(?:[.,]\d+)?$/.test(cell) && (types.has('number') || types.has('integer'))
  if (numeric) {
    const text = cell.replace(',', '.')
    return types.has('string') ? text : Number(text)
  }
  if (types.has('boolean')) return WORDS[cell.toLowerCase()] ?? cell
  return cell
}

function typesOf({ type, anyOf = [] }: FieldSchema): Set<string> {
  const types = new Set(typeof type === 'string' ? [type] : (type ?? []))
  for (const one of anyOf) for (const name of typesOf(one)) types.add(name)
  return types
}
