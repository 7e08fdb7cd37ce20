import type { AnyCountryPlugin, EInvoiceObligation, IsoDate } from '../country/index.ts'
import type { InvoiceDocument } from '../invoices/index.ts'
import type { DeliveryRule } from './rules.ts'

/** Between whom an invoice stands, as far as the law on its way asks. */
export interface Parties {
  readonly sellerCountry: string
  readonly buyerCountry: string
  /** The buyer has a VAT or company number. */
  readonly isBusiness: boolean
  readonly isPublicBody: boolean
}

export const partiesOf = (
  { seller, buyer }: Pick<InvoiceDocument, 'seller' | 'buyer'>,
  isPublicBody: boolean,
): Parties => ({
  sellerCountry: seller.country,
  buyerCountry: buyer.country,
  isBusiness: Boolean(buyer.vatNumber || buyer.companyNumber),
  isPublicBody,
})

/** How an invoice of a day must leave or be reported by its country's law; nothing where a party is elsewhere. */
export function obligationsOf(
  { country, eInvoicing }: Pick<AnyCountryPlugin, 'country' | 'eInvoicing'>,
  { sellerCountry, buyerCountry, isBusiness, isPublicBody }: Parties,
  on: IsoDate,
): EInvoiceObligation[] {
  if (sellerCountry !== country || buyerCountry !== country) return []
  const isMeant = { anybody: true, business: isBusiness, 'public-body': isPublicBody }
  return (eInvoicing?.obligations ?? []).filter(
    ({ duty, to, from, until }) =>
      duty !== 'receive' && isMeant[to] && from <= on && (until === undefined || on <= until),
  )
}

/** The first obligation that an invoice would not meet if it left as a rule says, or with no rule at all. */
export const unmetBy = (
  obligations: readonly EInvoiceObligation[],
  rule: Pick<DeliveryRule, 'channel' | 'format' | 'clientId'> | undefined,
): EInvoiceObligation | undefined =>
  obligations.find(({ channels, formats, byAgreement }) => {
    if (!rule) return true
    if (byAgreement && rule.clientId !== null) return false
    const byNetwork =
      channels.length === 0 || (channels as readonly DeliveryRule['channel'][]).includes(rule.channel)
    return !byNetwork || (formats !== undefined && !formats.includes(rule.format))
  })

/** What somebody has to do so that an invoice leaves lawfully. */
export function whatToDo({ duty, channels, formats, source, unverified }: EInvoiceObligation): string {
  const way = [
    channels.length > 0 && `by ${channels.join(' or ')}`,
    formats && `as ${formats.join(' or ')}`,
  ].filter(Boolean)
  const law = unverified === undefined ? source : `${source}; not verified: ${unverified}`
  return `The law wants it ${duty === 'report' ? 'reported' : 'sent'} ${way.join(', ')} (${law}). Set a rule that says so, connect the network, and send it.`
}
