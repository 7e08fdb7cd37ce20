import { type AnyCountryPlugin, isIsoDate, type NumberKind } from '../country/index.ts'
import type { Fault } from '../problem/index.ts'
import { COUNTRY_CODES } from './country-codes.ts'
import { readNumberAs } from './numbers.ts'

/** Gathers the faults of an input field by field; each method answers the cleaned value, whatever it found. */
export class FieldCheck {
  readonly faults: Fault[] = []
  readonly #plugin: AnyCountryPlugin

  constructor(plugin: AnyCountryPlugin) {
    this.#plugin = plugin
  }

  fault(field: string, reason: string, type?: Fault['type']): void {
    this.faults.push(type ? { field, reason, type } : { field, reason })
  }

  text(field: string, value: string, max: number): string {
    const clean = value.trim().normalize('NFC')
    if (clean.length === 0) this.fault(field, 'May not be empty.')
    else if (clean.length > max) this.fault(field, `Has at most ${max} characters.`)
    else if (hasControl.test(clean) || !clean.isWellFormed())
      this.fault(field, 'Holds characters that no text has.')
    return clean
  }

  optionalText(field: string, value: string | null | undefined, max: number): string | null {
    return value == null || value.trim() === '' ? null : this.text(field, value, max)
  }

  day(field: string, value: string): string {
    if (!isIsoDate(value)) this.fault(field, 'A day is written YYYY-MM-DD and must exist.')
    return value
  }

  email(field: string, value: string): string {
    const clean = value.trim()
    if (clean.length > 254 || !EMAIL.test(clean)) this.fault(field, 'Not an e-mail address.')
    return clean
  }

  optionalEmail(field: string, value: string | null | undefined): string | null {
    return value == null || value.trim() === '' ? null : this.email(field, value)
  }

  country(field: string, value: string): string {
    const clean = value.trim().toUpperCase()
    // The office's own is known by its plugin, though it were an invented one.
    if (!COUNTRY_CODES.has(clean) && clean !== this.#plugin.country)
      this.fault(field, 'A country is its two letters of ISO 3166-1, such as BE.')
    return clean
  }

  number(field: string, kind: NumberKind, value: string): string {
    const reading = readNumberAs(this.#plugin, kind, value)
    if (reading.ok) return reading.value
    this.fault(field, reading.reason)
    return value
  }

  oneOf<T extends string>(field: string, value: string, allowed: readonly T[]): T {
    if (!(allowed as readonly string[]).includes(value)) this.fault(field, `One of ${allowed.join(', ')}.`)
    return value as T
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const hasControl = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/
const EMAIL = /^[^\s@<>()",;:\\[\]]+@[^\s@<>()",;:\\[\]]+\.[^\s@<>()",;:\\[\].]{2,}$/
