import { canonicalJson, type Json } from '../canonical/index.ts'
import type { Client } from '../clients/index.ts'
import { addUp, type Contract, type ContractPrice, type Price, type PriceLine } from '../contracts/index.ts'
import {
  type AnyCountryPlugin,
  formatAmount,
  formatPercent,
  formatRate,
  type IsoDate,
  type Minor,
  parseAmount,
} from '../country/index.ts'
import {
  type DepositAsk,
  depositOf,
  depositRows,
  type InvoiceDocument,
  invoicedOf,
  owedOf,
  type Party,
  treatmentOf,
} from '../invoices/index.ts'
import type { LegalEntity } from '../legal-entities/index.ts'
import { atHome, type Conversion } from '../rates/index.ts'

/** A contract that is offered: its price in lines and what is said beside it. */
export interface Quote extends ContractPrice {
  readonly contract: Contract
  /** Of a price in another currency: the rate at which the worker's budget is reckoned, whatever the day's will be. */
  readonly conversion: Conversion | null
  /** Counts the revisions. */
  readonly version: number
  /** The version since which client and days stand. */
  readonly jobVersion: number
  /** Professional expenses the price pays and no line passes on; in the office's currency. */
  readonly ownExpenses: Minor
  readonly conditions: string | null
  /** Asked for once it is agreed; null: none. */
  readonly deposit: DepositAsk | null
}

/** Days a quote is valid where nobody says so. */
export const VALID_DAYS = 30
/** Days a quote may be valid at most. */
export const VALID_DAYS_MAX = 366
/** Days a quote in another currency may be valid at most: the office bears what the rate does meanwhile. */
export const CONVERTED_VALID_DAYS_MAX = 60

/** A fee without lines, as the one line it is. */
export const singleLine = ({
  title,
  supply,
  fee,
}: Pick<Contract, 'title' | 'supply' | 'fee'>): PriceLine => ({
  kind: 'work',
  description: title,
  supply,
  quantity: 1_000n,
  unit: 'piece',
  unitPrice: fee,
  discount: null,
  optional: false,
  chosen: true,
})

/** The quote with exactly these options taken: numbers of lines, from 1. */
export const withOptions = (quote: Quote, options: ReadonlySet<number>): Quote => ({
  ...quote,
  lines: quote.lines.map((line, at) => (line.optional ? { ...line, chosen: options.has(at + 1) } : line)),
})

/** What the contract is worth as the quote stands. */
export function worthOf({ lines, discount, ownExpenses, contract, conversion }: Quote): {
  readonly fee: Minor
  readonly expenses: Minor
} {
  const { fee, expenses } = addUp(lines, discount, conversion?.currency ?? contract.currency)
  return worthAtHome({ fee, expenses }, { conversion, ownExpenses })
}

/** A price in the office's currency, with the expenses it pays: what of it is passed on, and what is not. */
export function worthAtHome(
  price: { readonly fee: Minor; readonly expenses: Minor },
  { conversion, ownExpenses }: Pick<Quote, 'conversion' | 'ownExpenses'>,
): { readonly fee: Minor; readonly expenses: Minor } {
  const home = (amount: Minor) => (conversion ? atHome(amount, conversion) : amount)
  return { fee: home(price.fee), expenses: ownExpenses + home(price.expenses) }
}

/** What the client is offered the price in. */
export const currencyOf = ({
  conversion,
  contract,
}: Pick<ContractPrice, 'conversion'> & { readonly contract: Pick<Contract, 'currency'> }): string =>
  conversion?.currency ?? contract.currency

export interface QuoteParties {
  readonly client: Client
  readonly entity: LegalEntity
}

/** What the client would pay, by rate; amounts in major units as text. */
export interface OfferTotals {
  readonly sum: string
  readonly discount: string
  readonly net: string
  readonly vat: InvoiceDocument['vat']
  readonly vatTotal: string
  readonly gross: string
}

/** The totals with the options chosen so far, taxed as on a day. */
export function totalsOf(
  plugin: AnyCountryPlugin,
  quote: ContractPrice & { readonly contract: Pick<Contract, 'title' | 'supply' | 'region' | 'currency'> },
  {
    client,
    entity,
  }: {
    readonly client: Pick<Client, 'country' | 'vatNumber' | 'publicBody'>
    readonly entity: Pick<LegalEntity, 'country' | 'oneStopShop'>
  },
  on: IsoDate,
): OfferTotals {
  const { contract, lines, discount, conversion } = quote
  const price = addUp(lines, discount, currencyOf(quote))
  const fee = conversion ? atHome(price.fee, conversion) : price.fee
  const { net, vat, document } = invoicedOf(plugin, { ...contract, fee }, quote, {
    client,
    entity,
    on,
  })
  return {
    sum: formatAmount(price.sum),
    discount: formatAmount(price.discount),
    net: formatAmount(net),
    vat: document.vat,
    vatTotal: formatAmount(vat),
    gross: formatAmount(net + vat),
  }
}

/** What a client is shown, whole: a link keeps it, and its SHA-256 stands in the evidence. */
export interface Offer {
  readonly format: 'samen-offer-1'
  readonly reference: string
  readonly version: number
  readonly title: string
  readonly madeOn: IsoDate
  readonly validUntil: IsoDate
  readonly language: string
  readonly currency: string
  readonly seller: Party
  readonly buyer: Party
  readonly performed: { readonly from: IsoDate; readonly to: IsoDate }
  readonly lines: readonly OfferLine[]
  readonly totals: OfferTotals
  /** The legal sentences that go with the VAT. */
  readonly mentions: readonly string[]
  readonly conditions: string | null
  /** Asked for once it is accepted; amounts in major units as text. */
  readonly deposit?: OfferDeposit
  /** What the client ticks. */
  readonly consent: string
}

/** What is paid before the work, as a part of the totals. */
export interface OfferDeposit {
  readonly net: string
  readonly vat: string
  readonly gross: string
}

/** The deposit a quote asks for, of what the client would pay; undefined where it asks for none. */
export function offerDeposit(
  { deposit }: Pick<Quote, 'deposit'>,
  totals: Pick<OfferTotals, 'net' | 'vat'>,
  currency: string,
): OfferDeposit | undefined {
  if (!deposit) return undefined
  const net = depositOf(parseAmount(totals.net), deposit, currency)
  const vat = owedOf(depositRows(totals.vat, net, currency))
  return { net: formatAmount(net), vat: formatAmount(vat), gross: formatAmount(net + vat) }
}

export interface OfferLine {
  readonly no: number
  readonly kind: PriceLine['kind']
  readonly description: string
  readonly quantity: string
  readonly unit: PriceLine['unit']
  readonly unitPrice: string
  readonly discount: string
  readonly net: string
  /** Percent. */
  readonly vatRate: string
  readonly optional: boolean
  readonly chosen: boolean
}

export interface OfferTexts {
  /** Of the country, in the offer's language. */
  readonly country: Readonly<Record<string, string>>
  readonly consent: string
}

/** Pure: the same quote on the same day is the same offer. */
export function offerOf(
  plugin: AnyCountryPlugin,
  quote: Quote,
  parties: QuoteParties,
  given: { madeOn: IsoDate; validUntil: IsoDate; texts: OfferTexts },
): Offer {
  const { contract, version, conditions } = quote
  const { client, entity } = parties
  const currency = currencyOf(quote)
  const price = addUp(quote.lines, quote.discount, currency)
  const totals = totalsOf(plugin, quote, parties, given.madeOn)
  const deposit = offerDeposit(quote, totals, currency)
  return {
    format: 'samen-offer-1',
    reference: contract.reference,
    version,
    title: contract.title,
    madeOn: given.madeOn,
    validUntil: given.validUntil,
    language: client.language,
    currency,
    seller: partyOf(entity),
    buyer: partyOf(client),
    performed: { from: contract.startsOn, to: contract.endsOn },
    lines: price.lines.map((line, at) => offerLine(plugin, quote, parties, given.madeOn, line, at)),
    totals,
    mentions: totals.vat.flatMap(({ mention, otherMentions = [] }) =>
      [mention, ...otherMentions].flatMap((key) => (key && given.texts.country[`vat.${key}`]) || []),
    ),
    conditions,
    ...(deposit && { deposit }),
    consent: given.texts.consent,
  }
}

function offerLine(
  plugin: AnyCountryPlugin,
  { contract }: Quote,
  { client, entity }: QuoteParties,
  on: IsoDate,
  line: Price['lines'][number],
  at: number,
): OfferLine {
  const { rate } = treatmentOf(plugin, line.supply, { contract, client, entity, on })
  return {
    no: at + 1,
    kind: line.kind,
    description: line.description,
    quantity: quantityText(line.quantity),
    unit: line.unit,
    unitPrice: formatAmount(line.unitPrice),
    discount: formatAmount(line.reduction),
    net: formatAmount(line.net),
    vatRate: formatPercent(rate),
    optional: line.optional,
    chosen: line.chosen,
  }
}

/** Thousandths as plain decimal text. */
export const quantityText = (quantity: bigint): string =>
  formatRate({ numerator: quantity, denominator: 1_000n }, 3)

function partyOf(party: Client | LegalEntity): Party {
  const { name, companyNumber, vatNumber, street, postCode, town, country } = party
  return { name, companyNumber, vatNumber, street, postCode, town, country }
}

/** The one text of an offer. */
export const offerText = (offer: Offer): string => canonicalJson(offer as unknown as Json)
