import type { Client } from '../clients/index.ts'
import { clientPlace } from '../clients/index.ts'
import type { Contract } from '../contracts/index.ts'
import {
  type AnyCountryPlugin,
  formatAmount,
  formatPercent,
  type IsoDate,
  type Minor,
  multiply,
  oneStopShopCountry,
  type Rate,
  type SupplyKind,
  smallestTransfer,
  taxedAtConsumer,
  type VatTreatment,
} from '../country/index.ts'
import { isInOneStopShop, type LegalEntity } from '../legal-entities/index.ts'
import type { Fault } from '../problem/index.ts'
import type { VatLine } from './invoice.ts'

/** A net amount of one kind of supply. */
export interface Supplied {
  readonly supply: SupplyKind
  readonly net: Minor
}

/** What is taxed at one rate: VAT is reckoned once on all of it, as EN 16931 does (BR-CO-17). */
export interface VatPart {
  /** Of the first supply in it. */
  readonly treatment: VatTreatment
  /** Keys of all legal mentions the supplies in it want. */
  readonly mentions: readonly string[]
  readonly base: Minor
  readonly vat: Minor
}

/** Where a supply is taxed follows from these. */
export interface Taxed {
  readonly contract: Pick<Contract, 'region'>
  readonly client: Pick<Client, 'country' | 'vatNumber' | 'publicBody'>
  readonly entity: Pick<LegalEntity, 'country' | 'oneStopShop'>
  readonly on: IsoDate
}

/**
 * How one kind of supply is taxed for a client: by the office's country, but for what a company in the one-stop shop sells over
 * the network to private people elsewhere in the Union.
 */
export function treatmentOf(
  plugin: AnyCountryPlugin,
  supply: SupplyKind,
  { contract, client, entity, on }: Taxed,
): VatTreatment {
  if (isAtConsumer(supply, { client, entity }) && isInOneStopShop(entity, on))
    return taxedAtConsumer(client.country, on)
  return plugin.vat.treat({
    kind: supply,
    client: clientPlace(client, entity.country),
    on,
    ...(contract.region !== null && { region: contract.region }),
    ...(client.publicBody && { publicBody: true }),
  })
}

/** What belongs to where a private client lives once a company sells much of it (directive 2006/112/EC, art. 58 and 59c). */
export const isAtConsumer = (
  supply: SupplyKind,
  { client, entity }: { client: Pick<Client, 'country' | 'vatNumber'>; entity: Pick<LegalEntity, 'country'> },
): boolean => supply === 'electronic-service' && clientPlace(client, entity.country) === 'union-consumer'

/** The supplies' VAT by category and rate, in the order met; and which part each supply belongs to. Pure. */
export function vatParts(
  plugin: AnyCountryPlugin,
  supplied: readonly Supplied[],
  taxed: Taxed,
  currency: string,
): { readonly parts: readonly VatPart[]; readonly partOf: readonly number[] } {
  const groups: { treatment: VatTreatment; mentions: string[]; base: Minor }[] = []
  const partOf = supplied.map(({ supply, net }) => {
    const treatment = treatmentOf(plugin, supply, taxed)
    const { category, rate, mention } = treatment
    let at = groups.findIndex(
      (one) => one.treatment.category === category && isSame(one.treatment.rate, rate),
    )
    if (at < 0) at = groups.push({ treatment, mentions: [], base: 0n }) - 1
    const group = groups[at] as (typeof groups)[0]
    group.base += net
    if (mention !== undefined && !group.mentions.includes(mention)) group.mentions.push(mention)
    return at
  })
  const parts = groups.map(({ treatment, mentions, base }) => ({
    treatment,
    mentions,
    base,
    vat: payable(base, treatment.rate, currency),
  }))
  return { parts, partOf }
}

/** What of the VAT the client owes the seller: a public client pays that of split payment to the state. */
export const owedVat = (
  parts: readonly { readonly category: VatTreatment['category']; readonly vat: Minor }[],
): Minor => parts.reduce((sum, { category, vat }) => (category === 'B' ? sum : sum + vat), 0n)

const isSame = (a: Rate, b: Rate) => a.numerator * b.denominator === b.numerator * a.denominator

/** VAT as the client can pay it: half up to what banks move, whole forints in Hungary and the minor unit elsewhere. */
export function payable(amount: Minor, rate: Rate, currency: string): Minor {
  const step = smallestTransfer(currency)
  const { numerator, denominator } = rate
  return multiply(amount, { numerator, denominator: denominator * step }) * step
}

/**
 * What stands outside VAT's scope shares no invoice with what does not (EN 16931, BR-O-11), nor does VAT of one country with
 * that of another: two quotes are two invoices.
 */
export function mixtureFaults(parts: readonly VatPart[]): Fault[] {
  const fault = (some: (treatment: VatTreatment) => boolean, are: string): Fault[] => {
    const count = parts.filter(({ treatment }) => some(treatment)).length
    if (count === 0 || count === parts.length) return []
    const reason = `Some lines are ${are} and others are not, and one invoice may not hold both: make two quotes.`
    return [{ field: 'lines', reason, type: 'refused' }]
  }
  return [
    ...fault(({ category }) => category === 'O', 'outside the scope of VAT for this client'),
    ...fault(
      ({ code }) => oneStopShopCountry(code) !== undefined,
      'taxed in the client’s country by the one-stop shop',
    ),
  ]
}

/** A part as an invoice states it. */
export function vatLine({ treatment, mentions, base, vat }: VatPart): VatLine {
  const { code, category, rate, source, dueOnPayment } = treatment
  const [mention, ...others] = mentions
  return {
    code,
    category,
    rate: formatPercent(rate),
    base: formatAmount(base),
    amount: formatAmount(vat),
    ...(mention !== undefined && { mention }),
    ...(others.length > 0 && { otherMentions: others }),
    ...(dueOnPayment && { dueOnPayment }),
    source,
  }
}
