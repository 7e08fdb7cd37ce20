import { notWritten, type Vat } from '@samen/core/country'

/**
 * How a supply is taxed, for every kind and client. `taxedElsewhere` says which supplies are taxed elsewhere in the Union or
 * not at all; the domestic rates and exemptions are this country's.
 */
export const vat: Vat = {
  rates: {},
  treat: () =>
    notWritten('src/vat.ts', 'treat: the rate, category and legal mention of every kind of supply'),
}
