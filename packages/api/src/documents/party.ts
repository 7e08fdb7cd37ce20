import type { PaperFormats } from './formats.ts'
import type { Words } from './texts/index.ts'

/** Label and value. */
export type Fact = readonly [label: string, value: string]

interface Address {
  readonly street?: string | null | undefined
  readonly postCode?: string | null | undefined
  readonly town?: string | null | undefined
  readonly country: string
}

export const addressLines = ({ street, postCode, town, country }: Address, formats: PaperFormats): string[] =>
  [street, [postCode, town].filter(Boolean).join(' '), formats.country(country)].filter(
    (line): line is string => !!line,
  )

export const numberFacts = (
  words: Words,
  {
    companyNumber,
    vatNumber,
  }: { companyNumber?: string | null | undefined; vatNumber?: string | null | undefined },
): Fact[] => [
  ...(companyNumber ? [[words('party.company-number'), companyNumber] as const] : []),
  ...(vatNumber ? [[words('party.vat-number'), vatNumber] as const] : []),
]

/** In groups of four, as on paper. */
export const ibanText = (iban: string): string => iban.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ')

/** A creditor reference (`RF…`) in groups of four, as ISO 11649 prints it; a country's own kind as it is. */
export const referenceText = (reference: string): string =>
  /^RF\d{2}/.test(reference) ? ibanText(reference) : reference

/** A day as a template takes it. */
export const dayParts = (iso: string): number[] => iso.split('-').map(Number)
