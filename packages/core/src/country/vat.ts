import type { Rate } from './money.ts'
import type { Parameter } from './parameters.ts'
import type { VatReturns } from './vat-return.ts'

export const SUPPLY_KINDS = [
  'performance',
  'copyright',
  'event-admission',
  'training',
  'service',
  'electronic-service',
] as const
/**
 * What is supplied, as VAT law sees it. An electronic service is delivered over the network by itself, such as a download or a
 * recorded course (directive 2006/112/EC, annex II); work that is only sent by mail is none.
 */
export type SupplyKind = (typeof SUPPLY_KINDS)[number]

export const CLIENT_PLACES = ['domestic', 'union-business', 'union-consumer', 'outside-union'] as const
/** Where the client stands: in the country, a taxable person elsewhere in the Union, or outside it. */
export type ClientPlace = (typeof CLIENT_PLACES)[number]

export interface Supply {
  readonly kind: SupplyKind
  readonly client: ClientPlace
  readonly on: string
  /** Where the work is done, one of the plugin's regions, where a part of the country has a VAT of its own. */
  readonly region?: string
  /** The office chooses the exemption where the law leaves it the choice or attaches it to the office's own recognition. */
  readonly exempt?: boolean
  /** The client is a public body. */
  readonly publicBody?: boolean
}

export interface VatTreatment {
  /** Stable code: `standard`, `reduced-performance`, `reverse-charge`, `exempt-training`, `outside-scope` … */
  readonly code: string
  readonly rate: Rate
  /**
   * EN 16931 category: S standard or reduced, E exempt, AE reverse charge, O outside scope; B where a public client pays the
   * VAT to the state itself (Italy's split payment): the invoice states it and does not ask for it.
   */
  readonly category: 'S' | 'E' | 'AE' | 'O' | 'B'
  /** The VAT is due as far as the client has paid, whatever the seller chose for its other invoices. */
  readonly dueOnPayment?: true
  /** Key of the legal mention the invoice must carry, in the locales under `vat.<mention>`. */
  readonly mention?: string
  readonly source: string
}

/** A rate of nothing: exempt, reverse charge, outside the scope. */
export const NO_VAT: Rate = Object.freeze({ numerator: 0n, denominator: 1n })

/**
 * The treatment of a service that is not taxed here: for a business elsewhere in the Union the client owes the tax at home
 * (directive 2006/112/EC, art. 44 and 196), outside the Union it is out of scope. `undefined`: the country's own rates decide,
 * as they do for admission, which is taxed where the event takes place (art. 53 and 54).
 *
 * @param sources where the country's own law says so.
 */
export function taxedElsewhere(
  { kind, client }: Supply,
  sources: { readonly reverseCharge: string; readonly outsideScope: string },
): VatTreatment | undefined {
  if (kind === 'event-admission') return undefined
  if (client === 'union-business') {
    const code = 'reverse-charge'
    return { code, rate: NO_VAT, category: 'AE', mention: code, source: sources.reverseCharge }
  }
  if (client === 'outside-union') {
    const code = 'outside-scope'
    return { code, rate: NO_VAT, category: 'O', mention: code, source: sources.outsideScope }
  }
  return undefined
}

export interface Vat {
  readonly rates: Readonly<Record<string, Parameter<Rate>>>
  /** Decides the treatment of a supply. Pure; throws `NoLawError` before the first rate. */
  readonly treat: (supply: Supply) => VatTreatment
  /**
   * Whose exchange rate an amount in another currency is taxed at (directive 2006/112/EC, art. 91): the European Central Bank's,
   * which every Member State accepts, unless the country's law names its own bank.
   */
  readonly rateSource?: 'ecb' | 'mnb'
  /** The periodic return and the list of sales in the Union. Absent: the office sees its figures by treatment, in no form. */
  readonly returns?: VatReturns
}
