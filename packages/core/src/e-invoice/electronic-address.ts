import type { Identifier } from './model.ts'

/**
 * Which number is a company's electronic address, by country: the scheme of the EAS code list, and the number it is made
 * of. Belgium, the Netherlands and Sweden use the number of the register of companies, the others the VAT number
 * (Peppol policy for participant identifiers).
 */
const SCHEMES: Readonly<Record<string, readonly [scheme: string, of: 'company' | 'vat']>> = {
  AT: ['9914', 'vat'],
  BE: ['0208', 'company'],
  BG: ['9926', 'vat'],
  CY: ['9928', 'vat'],
  CZ: ['9929', 'vat'],
  DE: ['9930', 'vat'],
  EE: ['9931', 'vat'],
  ES: ['9920', 'vat'],
  FR: ['9957', 'vat'],
  GR: ['9933', 'vat'],
  HR: ['9934', 'vat'],
  HU: ['9910', 'vat'],
  IE: ['9935', 'vat'],
  IT: ['0211', 'vat'],
  LT: ['9937', 'vat'],
  LU: ['9938', 'vat'],
  LV: ['9939', 'vat'],
  MT: ['9943', 'vat'],
  NL: ['0106', 'company'],
  PL: ['9945', 'vat'],
  PT: ['9946', 'vat'],
  RO: ['9947', 'vat'],
  SE: ['0007', 'company'],
  SI: ['9949', 'vat'],
  SK: ['9950', 'vat'],
}

/** The electronic address of a company known by these numbers, compact as stored; undefined where it has none. */
export function electronicAddress(company: {
  readonly country: string
  readonly companyNumber?: string | null
  readonly vatNumber?: string | null
}): Identifier | undefined {
  const [scheme, of] = SCHEMES[company.country] ?? []
  const id = (of === 'company' ? company.companyNumber : company.vatNumber)?.replace(/[^0-9A-Za-z]/g, '')
  return scheme && id ? { id, scheme } : undefined
}

/** ISO 6523 scheme of a country's number of the register of companies (BT-30, BT-47), where it has one. */
export const LEGAL_SCHEMES: Readonly<Record<string, string>> = {
  BE: '0208',
  FI: '0212',
  FR: '0002',
  NL: '0106',
  SE: '0007',
}
