/** What follows the country's letters in a VAT number of the Union, by country (VIES, the structure of the numbers). */
const STRUCTURES: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^[1-9]\d{8}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  ES: /^(?:[A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z0-9]{2}\d{9}$/,
  GR: /^\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^\d[A-Z0-9+*]\d{5}[A-Z]{1,2}$/,
  IT: /^\d{11}$/,
  LT: /^(?:\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^[A-Z0-9+*]{10}\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{10}\d{2}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
}

/** Greece writes EL before its numbers. */
const letters = (country: string): string => (country === 'GR' ? 'EL' : country)

/** Member States of the Union (ISO 3166-1). */
export const isUnionCountry = (country: string): boolean => Object.hasOwn(STRUCTURES, country)

/**
 * A VAT number of a Member State with its letters and without spaces, or undefined where it cannot be one by its structure.
 * Whether it was ever given out only the country's register knows.
 *
 * @param country ISO 3166-1 of the Member State.
 */
export function unionVatNumber(country: string, text: string): string | undefined {
  const compact = text.replace(/[\s./-]/g, '').toUpperCase()
  const prefix = letters(country)
  const rest = compact.startsWith(prefix) ? compact.slice(prefix.length) : compact
  return STRUCTURES[country]?.test(rest) ? `${prefix}${rest}` : undefined
}
