import { creditorReference, type Identifier } from '@samen/core/country'

/**
 * The numbers of people and companies, the VAT number, and the bank account: `iban('XX', 20, 'XX00 …')`. Each has its
 * national name, its check digits, and examples that belong to nobody.
 */
export const identifiers: readonly Identifier[] = [creditorReference]
