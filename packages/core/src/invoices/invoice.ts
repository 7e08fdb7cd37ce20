import type { Client } from '../clients/index.ts'
import { clientPlace } from '../clients/index.ts'
import type { Contract } from '../contracts/index.ts'
import {
  type AnyCountryPlugin,
  addDays,
  formatAmount,
  formatPercent,
  type IsoDate,
  levyOn,
  type Minor,
  multiply,
  type Rate,
  smallestTransfer,
  type VatTreatment,
} from '../country/index.ts'
import type { LegalEntity } from '../legal-entities/index.ts'

/** An issued invoice or credit note. Nothing of it ever changes. Amounts of a credit note are positive too. */
export interface Invoice {
  readonly invoiceId: string
  readonly legalEntityId: string
  /** `INV-2026`, `CN-2026`. */
  readonly series: string
  /** 1, 2 … without a gap in its series. */
  readonly number: bigint
  readonly kind: 'invoice' | 'credit-note'
  /** The invoice a credit note takes back, wholly or in part. */
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
  readonly source: string
}

/** Parties, lines, VAT and mentions as they stood on the day of issue; amounts in major units as text. */
export interface InvoiceDocument {
  readonly number: string
  readonly seller: Party
  readonly buyer: Party
  readonly language: string
  readonly lines: readonly { readonly description: string; readonly net: string; readonly vatCode: string }[]
  readonly vat: readonly VatLine[]
  readonly performed: { readonly from: IsoDate; readonly to: IsoDate }
  /** Number of the invoice a credit note takes back, and why. */
  readonly credits?: { readonly number: string; readonly issuedOn: IsoDate; readonly reason: string }
}

/** The number as it is printed: `INV-2026-00042`. */
export const printedNumber = ({ series, number }: Pick<Invoice, 'series' | 'number'>): string =>
  `${series}-${number.toString().padStart(5, '0')}`

/** The contract's VAT: which treatment, and the amount on the whole net amount, half up to what banks move. */
export function vatOf(
  plugin: AnyCountryPlugin,
  contract: Pick<Contract, 'supply' | 'fee' | 'region'>,
  client: Pick<Client, 'country' | 'vatNumber'>,
  entity: Pick<LegalEntity, 'country'>,
  on: IsoDate,
): { readonly treatment: VatTreatment; readonly vat: Minor } {
  const treatment = plugin.vat.treat({
    kind: contract.supply,
    client: clientPlace(client, entity.country),
    on,
    ...(contract.region !== null && { region: contract.region }),
  })
  return { treatment, vat: payable(contract.fee, treatment.rate, plugin.currency) }
}

/** VAT as the client can pay it: half up to what banks move, whole forints in Hungary and the minor unit elsewhere. */
function payable(amount: Minor, rate: Rate, currency: string): Minor {
  const step = smallestTransfer(currency)
  const { numerator, denominator } = rate
  return multiply(amount, { numerator, denominator: denominator * step }) * step
}

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
  parts: { contract: Contract; client: Client; entity: LegalEntity },
  given: { invoiceId: string; number: bigint; issuedOn: IsoDate },
): Invoice {
  const { contract, client, entity } = parts
  const { treatment, vat } = vatOf(plugin, contract, client, entity, given.issuedOn)
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
    net: contract.fee,
    vat,
    total: contract.fee + vat,
    levy: priceOf(plugin, contract).levy,
    paymentReference: paymentReferenceOf(plugin, entity, series, given.number),
    document: {
      number,
      seller: sellerOf(entity),
      buyer: buyerOf(client),
      language: client.language,
      lines: [{ description: contract.title, net: formatAmount(contract.fee), vatCode: treatment.code }],
      vat: [vatLine(treatment, contract.fee, vat)],
      performed: { from: contract.startsOn, to: contract.endsOn },
    },
  }
}

/** What earlier credit notes have taken back of an invoice. */
export interface Credited {
  readonly net: Minor
  readonly vat: Minor
  readonly levy: Minor
}

/**
 * A credit note over `net` of an invoice. VAT and levy are the invoice's in proportion to all that is credited so far,
 * less what earlier notes took back: however it is cut, the notes of a whole invoice sum to the whole invoice.
 */
export function draftCreditNote(
  invoice: Invoice,
  credited: Credited,
  given: { invoiceId: string; number: bigint; issuedOn: IsoDate; net: Minor; reason: string },
): Invoice {
  const { net, reason, ...head } = given
  const upTo: Rate = { numerator: credited.net + net, denominator: invoice.net }
  const vat = payable(invoice.vat, upTo, invoice.currency) - credited.vat
  const levy = multiply(invoice.levy, upTo) - credited.levy
  const series = seriesOf('credit-note', given.issuedOn)
  const [line] = invoice.document.vat as readonly [VatLine]
  return {
    ...invoice,
    ...head,
    series,
    kind: 'credit-note',
    credits: invoice.invoiceId,
    dueOn: given.issuedOn,
    net,
    vat,
    total: net + vat,
    levy,
    document: {
      ...invoice.document,
      number: printedNumber({ series, number: given.number }),
      lines: invoice.document.lines.map((of) => ({ ...of, net: formatAmount(net) })),
      vat: [{ ...line, base: formatAmount(net), amount: formatAmount(vat) }],
      credits: { number: printedNumber(invoice), issuedOn: invoice.issuedOn, reason },
    },
  }
}

export const seriesOf = (kind: Invoice['kind'], issuedOn: IsoDate): string =>
  `${kind === 'invoice' ? 'INV' : 'CN'}-${issuedOn.slice(0, 4)}`

function vatLine(treatment: VatTreatment, net: Minor, vat: Minor): VatLine {
  const { code, category, rate, mention, source } = treatment
  return {
    code,
    category,
    rate: formatPercent(rate),
    base: formatAmount(net),
    amount: formatAmount(vat),
    ...(mention !== undefined && { mention }),
    source,
  }
}

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
