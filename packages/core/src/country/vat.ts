import type { Rate } from './money.ts'
import type { Parameter } from './parameters.ts'

export const SUPPLY_KINDS = ['performance', 'copyright', 'event-admission', 'training', 'service'] as const
/** What is supplied, as VAT law sees it. */
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
}

export interface VatTreatment {
  /** Stable code: `standard`, `reduced-performance`, `reverse-charge`, `exempt-training`, `outside-scope` … */
  readonly code: string
  readonly rate: Rate
  /** EN 16931 category: S standard or reduced, E exempt, AE reverse charge, O outside scope. */
  readonly category: 'S' | 'E' | 'AE' | 'O'
  /** Key of the legal mention the invoice must carry, in the locales under `vat.<mention>`. */
  readonly mention?: string
  readonly source: string
}

export interface Vat {
  readonly rates: Readonly<Record<string, Parameter<Rate>>>
  /** Decides the treatment of a supply. Pure; throws `NoLawError` before the first rate. */
  readonly treat: (supply: Supply) => VatTreatment
}
