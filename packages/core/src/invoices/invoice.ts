import type { Client } from '../clients/index.ts'
import type { Contract, ContractPrice, LineUnit } from '../contracts/index.ts'
import {
  type AnyCountryPlugin,
  addDays,
  type IsoDate,
  levyOn,
  type Minor,
  parseAmount,
  type VatTreatment,
} from '../country/index.ts'
import type { LegalEntity } from '../legal-entities/index.ts'
import type { Conversion, RateSource } from '../rates/index.ts'
import type { VatSetting } from '../vat-returns/index.ts'
import { invoicedAtHome } from './billed.ts'
import { invoicedOf } from './invoice-lines.ts'
import { atTaxPoint } from './tax-point.ts'

/** An issued invoice or credit note. Nothing of it ever changes. Amounts of a credit note are positive too. */
export interface Invoice {
  readonly invoiceId: string
  readonly legalEntityId: string
  /** `INV-2026`, `CN-2026`. */
  readonly series: string
  /** 1, 2 … without a gap in its series. */
  readonly number: bigint
  /** A deposit is asked for before the job; the job's invoice takes it off. */
  readonly kind: 'invoice' | 'deposit' | 'credit-note'
  /** The invoice or deposit a credit note takes back, wholly or in part. */
  readonly credits: string | null
  readonly contractId: string
  readonly clientId: string
  readonly issuedOn: IsoDate
  readonly dueOn: IsoDate
  readonly currency: string
  readonly net: Minor
  readonly vat: Minor
  readonly total: Minor
  /** The cooperative's part of the net amount. */
  readonly levy: Minor
  readonly paymentReference: string
  /** What the activity has of one that is billed in another currency: its net amount at the rate of the quote; null for others. */
  readonly agreedNet: Minor | null
  readonly document: InvoiceDocument
}

export interface Party {
  readonly name: string
  readonly companyNumber?: string | null
  readonly vatNumber?: string | null
  readonly street?: string | null
  readonly postCode?: string | null
  readonly town?: string | null
  readonly country: string
  readonly iban?: string
  readonly bic?: string | null
}

/** One VAT rate's part of an invoice; amounts in major units as text. */
export interface VatLine {
  readonly code: string
  /** EN 16931 category. */
  readonly category: VatTreatment['category']
  /** In percent: `"21"`. */
  readonly rate: string
  readonly base: string
  readonly amount: string
  /** Key of the legal mention in the country's locales, `vat.<mention>`. */
  readonly mention?: string
  /** Further mentions, where supplies that share a rate want different ones. */
  readonly otherMentions?: readonly string[]
  /** Due as far as the client has paid, by the law of the invoice's day. */
  readonly dueOnPayment?: true
  /** Of a deposit: due as far as the client has paid, and that is asked for by the job's invoice otherwise. */
  readonly dueWhenReceived?: true
  readonly source: string
}

/** One line; amounts in major units as text. */
export interface DocumentLine {
  readonly description: string
  readonly net: string
  readonly vatCode: string
  /** These where the price was offered by lines: quantity times unit price, less the discount, is the net amount. */
  readonly quantity?: string
  readonly unit?: LineUnit
  readonly unitPrice?: string
  readonly discount?: string
  /** It takes off the deposit: its net amount lies below zero. */
  readonly deducts?: true
}

/** A discount on the whole, as far as one VAT rate bears it. */
export interface DocumentAllowance {
  readonly vatCode: string
  readonly amount: string
}

/** What the client reads and pays of an invoice in another currency than the office's; amounts in major units as text. */
export interface Billed extends Pick<InvoiceDocument, 'lines' | 'allowances' | 'vat'> {
  readonly currency: string
  /** What one unit is worth in the office's currency, to six decimals. */
  readonly rate: string
  readonly rateOn: IsoDate
  readonly rateSource: RateSource
  readonly net: string
  readonly vatTotal: string
  readonly total: string
}

/** Parties, lines, VAT and mentions as they stood on the day of issue; amounts in major units as text. */
export interface InvoiceDocument {
  readonly number: string
  readonly seller: Party
  readonly buyer: Party
  readonly language: string
  readonly lines: readonly DocumentLine[]
  readonly allowances?: readonly DocumentAllowance[]
  readonly vat: readonly VatLine[]
  readonly performed: { readonly from: IsoDate; readonly to: IsoDate }
  /** Number of the invoice a credit note takes back, and why. */
  readonly credits?: { readonly number: string; readonly issuedOn: IsoDate; readonly reason: string }
  /** The deposit that is taken off in the lines. */
  readonly deposit?: { readonly number: string; readonly issuedOn: IsoDate; readonly net: string }
  /** Where the client is billed in another currency; the amounts beside it are the office's. */
  readonly billed?: Billed
}

/** What the job's invoice and its deposit come to without VAT: the fee. */
export const wholeNet = ({ net, document }: Pick<Invoice, 'net' | 'document'>): Minor =>
  net + parseAmount(document.deposit?.net ?? '0')

/** The number as it is printed: `INV-2026-00042`. */
export const printedNumber = ({ series, number }: Pick<Invoice, 'series' | 'number'>): string =>
  `${series}-${number.toString().padStart(5, '0')}`

/** The way from a contract's price to its wage budget, by the levy in force when the job started. */
export function priceOf(
  plugin: AnyCountryPlugin,
  { fee, expenses, startsOn }: Pick<Contract, 'fee' | 'expenses' | 'startsOn'>,
): { readonly levy: Minor; readonly budget: Minor } {
  const levy = levyOn(plugin, fee, startsOn)
  return { levy, budget: fee - levy - expenses }
}

export function draftInvoice(
  plugin: AnyCountryPlugin,
  parts: { contract: Contract; client: Client; entity: LegalEntity; price?: ContractPrice | undefined },
  {
    vatSetting,
    conversion,
    ...given
  }: {
    invoiceId: string
    number: bigint
    issuedOn: IsoDate
    vatSetting: Pick<VatSetting, 'dueOn'>
    /** Of the day of issue, for a price in another currency. */
    conversion?: Conversion | undefined
  },
): Invoice {
  const { contract, client, entity, price } = parts
  const where = { client, entity, on: given.issuedOn }
  const billed = invoicedOf(plugin, contract, price, where)
  const { net, vat, document } = conversion ? invoicedAtHome(billed, conversion) : billed
  const series = seriesOf('invoice', given.issuedOn)
  const number = printedNumber({ series, number: given.number })
  return {
    ...given,
    legalEntityId: entity.legalEntityId,
    series,
    kind: 'invoice',
    credits: null,
    contractId: contract.contractId,
    clientId: client.clientId,
    dueOn: addDays(given.issuedOn, client.paymentTermsDays),
    currency: contract.currency,
    net,
    vat,
    total: net + vat,
    levy: priceOf(plugin, contract).levy,
    paymentReference: paymentReferenceOf(plugin, entity, series, given.number),
    agreedNet: conversion ? contract.fee : null,
    document: {
      number,
      seller: sellerOf(entity),
      buyer: buyerOf(client),
      language: client.language,
      ...document,
      vat: atTaxPoint(plugin, document.vat, vatSetting),
      ...('billed' in document &&
        document.billed && {
          billed: { ...document.billed, vat: atTaxPoint(plugin, document.billed.vat, vatSetting) },
        }),
      performed: { from: contract.startsOn, to: contract.endsOn },
    },
  }
}

export const seriesOf = (kind: Invoice['kind'], issuedOn: IsoDate): string =>
  `${kind === 'credit-note' ? 'CN' : 'INV'}-${issuedOn.slice(0, 4)}`

function sellerOf({
  name,
  companyNumber,
  vatNumber,
  street,
  postCode,
  town,
  country,
  iban,
  bic,
}: LegalEntity): Party {
  return { name, companyNumber, vatNumber, street, postCode, town, country, iban, bic }
}

function buyerOf({ name, companyNumber, vatNumber, street, postCode, town, country }: Client): Party {
  return { name, companyNumber, vatNumber, street, postCode, town, country }
}

/** Year, company and number make ten digits that no other invoice of the office has. */
function paymentReferenceOf(
  plugin: AnyCountryPlugin,
  { entityNo }: LegalEntity,
  series: string,
  number: bigint,
): string {
  const digits = `${series.slice(-2)}${entityNo}${number.toString().padStart(7, '0')}`
  if (digits.length !== 10)
    throw new RangeError(`${series} is full: its payment references have seven digits.`)
  return plugin.paymentReference?.(digits) ?? creditorReferenceOf(digits)
}

/** ISO 11649: `RF`, two check digits (ISO 7064 MOD 97-10), and the digits. */
function creditorReferenceOf(digits: string): string {
  // R is 27 and F is 15 in the standard's alphabet.
  const check = 98n - (BigInt(`${digits}271500`) % 97n)
  return `RF${check.toString().padStart(2, '0')}${digits}`
}
