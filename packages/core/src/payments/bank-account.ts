import { mod97Valid } from '../country/index.ts'

/** Whether a text is an IBAN that a bank would take: country, check digits, and a number of sensible length. */
export const isIban = (text: string): boolean =>
  /^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/.test(text) && mod97Valid(text)
