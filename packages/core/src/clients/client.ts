import { FieldCheck } from '../context/index.ts'
import {
  type AnyCountryPlugin,
  type ClientPlace,
  type IsoDate,
  isUnionCountry,
  type Minor,
  unionVatNumber,
} from '../country/index.ts'
import type { Fault } from '../problem/index.ts'

/** Who buys work. */
export interface Client {
  readonly clientId: string
  readonly name: string
  readonly companyNumber: string | null
  readonly vatNumber: string | null
  readonly email: string | null
  readonly street: string | null
  readonly postCode: string | null
  readonly town: string | null
  readonly country: string
  readonly language: string
  readonly sector: string | null
  /** How much the guarantee fund may have advanced for this client at any moment, minor units. */
  readonly creditLimit: Minor
  readonly paymentTermsDays: number
  readonly bankruptOn: IsoDate | null
}

type Told = 'name' | 'country' | 'language'

export interface ClientDraft
  extends Pick<Client, Told>,
    Partial<Omit<Client, Told | 'bankruptOn' | 'creditLimit' | 'clientId'>> {
  readonly clientId?: string
  /** The office's ordinary limit unless told. */
  readonly creditLimit?: Minor
}

/** Days a client may have at most: Directive 2011/7/EU, art. 3(5), read as a house limit. */
export const PAYMENT_DAYS_MAX = 120

/** The client with numbers in stored form, and everything that is wrong with the draft. Pure. */
export function checkClient(
  plugin: AnyCountryPlugin,
  draft: ClientDraft,
  ordinaryLimit: Minor,
): { readonly client: Omit<Client, 'clientId'>; readonly faults: readonly Fault[] } {
  const check = new FieldCheck(plugin)
  const country = check.country('country', draft.country)
  const domestic = country === plugin.country
  const national = (field: string, kind: 'company' | 'vat', value: string | null | undefined) => {
    if (value == null || value.trim() === '') return null
    if (domestic) return check.number(field, kind, value)
    return kind === 'vat' && isUnionCountry(country)
      ? unionNumber(check, field, country, value)
      : foreignNumber(check, field, value)
  }
  const client = {
    name: check.text('name', draft.name, 200),
    companyNumber: national('companyNumber', 'company', draft.companyNumber),
    vatNumber: national('vatNumber', 'vat', draft.vatNumber),
    email: check.optionalEmail('email', draft.email),
    street: check.optionalText('street', draft.street, 200),
    postCode: check.optionalText('postCode', draft.postCode, 20),
    town: check.optionalText('town', draft.town, 100),
    country,
    language: check.text('language', draft.language, 8),
    sector: check.optionalText('sector', draft.sector, 60),
    creditLimit: draft.creditLimit ?? ordinaryLimit,
    paymentTermsDays: draft.paymentTermsDays ?? 30,
    bankruptOn: null,
  }
  if (client.creditLimit < 0n) check.fault('creditLimit', 'May not be negative.')
  const { paymentTermsDays: days } = client
  if (!Number.isInteger(days) || days < 0 || days > PAYMENT_DAYS_MAX)
    check.fault('paymentTermsDays', `A whole number of days from 0 to ${PAYMENT_DAYS_MAX}.`)
  return { client, faults: check.faults }
}

function foreignNumber(check: FieldCheck, field: string, value: string): string {
  const compact = value.replace(/[\s.-]/g, '').toUpperCase()
  if (!/^[A-Z0-9/]{2,20}$/.test(compact)) check.fault(field, 'Has 2 to 20 letters and digits.')
  return compact
}

/** With the country's letters, as the list of sales in the Union wants it. */
function unionNumber(check: FieldCheck, field: string, country: string, value: string): string {
  const number = unionVatNumber(country, value)
  if (number === undefined)
    check.fault(field, `Is no VAT number of ${country}: look it up with the client or in VIES.`)
  return number ?? value
}

/** Where a client stands for VAT, seen from the seller's country. */
export function clientPlace(
  client: Pick<Client, 'country' | 'vatNumber'>,
  sellerCountry: string,
): ClientPlace {
  if (client.country === sellerCountry) return 'domestic'
  if (!isUnionCountry(client.country)) return 'outside-union'
  return client.vatNumber === null ? 'union-consumer' : 'union-business'
}
