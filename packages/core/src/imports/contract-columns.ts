import { type FieldSchema, situationFields } from '../context/index.ts'
import type { AnyCountryPlugin } from '../country/index.ts'
import { unreadable } from './text-file.ts'

/**
 * The columns a contracts file may have, and the field of the domain each one fills. `docs/office/import-contracts.md`
 * explains them to those who make such files.
 */
export const CONTRACT_COLUMNS = {
  reference: 'reference',
  title: 'title',
  supply: 'supply',
  fee: 'fee',
  expenses: 'expenses',
  starts_on: 'startsOn',
  ends_on: 'endsOn',
  region: 'region',
  state: 'state',
  activity: 'activity',
  sector: 'sector',
} as const

export const CLIENT_COLUMNS = {
  client_name: 'name',
  client_vat_number: 'vatNumber',
  client_company_number: 'companyNumber',
  client_country: 'country',
  client_language: 'language',
  client_email: 'email',
  client_street: 'street',
  client_post_code: 'postCode',
  client_town: 'town',
  client_sector: 'sector',
  client_payment_days: 'paymentTermsDays',
  client_credit_limit: 'creditLimit',
} as const

export const MEMBER_COLUMNS = {
  member_national_number: 'nationalNumber',
  member_email: 'email',
  member_given_name: 'givenName',
  member_family_name: 'familyName',
  member_sex: 'sex',
  member_birth_date: 'birthDate',
  member_iban: 'iban',
  member_street: 'street',
  member_post_code: 'postCode',
  member_town: 'town',
  member_country: 'country',
  member_language: 'language',
  member_region: 'region',
  member_joined_on: 'joinedOn',
} as const

export const ENGAGEMENT_COLUMNS = {
  share: 'share',
  hiring_filed_at: 'hiringFiledAt',
  hiring_reference: 'hiringReference',
} as const

export type FixedColumn =
  | keyof typeof CONTRACT_COLUMNS
  | keyof typeof CLIENT_COLUMNS
  | keyof typeof MEMBER_COLUMNS
  | keyof typeof ENGAGEMENT_COLUMNS

const FIXED: readonly string[] = [
  CONTRACT_COLUMNS,
  CLIENT_COLUMNS,
  MEMBER_COLUMNS,
  ENGAGEMENT_COLUMNS,
].flatMap((columns) => Object.keys(columns))

/** Without these no line could be a contract; of each further group at least one. */
const REQUIRED: readonly FixedColumn[] = ['reference', 'title', 'fee', 'starts_on', 'ends_on']
const ONE_OF: readonly (readonly FixedColumn[])[] = [
  ['client_name', 'client_vat_number', 'client_company_number'],
  ['member_national_number', 'member_email'],
]

/** A column of the country's own: `terms.status`, `worker.spouse.income`. */
export interface FactColumn {
  readonly name: string
  readonly index: number
  readonly of: 'terms' | 'worker'
  readonly path: readonly string[]
  readonly schema: FieldSchema
}

export interface ContractColumns {
  /** Place of each fixed column in the file. */
  readonly fixed: ReadonlyMap<FixedColumn, number>
  readonly facts: readonly FactColumn[]
}

/** @throws Problem `invalid-field` for a header with unknown columns, or without those a contract needs. */
export function contractColumns(plugin: AnyCountryPlugin, header: readonly string[]): ContractColumns {
  const fixed = new Map<FixedColumn, number>()
  const facts: FactColumn[] = []
  const unknown: string[] = []
  for (const [index, column] of header.entries()) {
    const name = column.toLowerCase()
    const fact = factColumn(plugin, column, index)
    if (FIXED.includes(name)) fixed.set(name as FixedColumn, index)
    else if (fact) facts.push(fact)
    else unknown.push(column === '' ? `(column ${index + 1} has no name)` : column.slice(0, 60))
  }
  const missing = REQUIRED.filter((column) => !fixed.has(column)).map(String)
  for (const group of ONE_OF) if (!group.some((column) => fixed.has(column))) missing.push(group.join(' or '))
  if (fixed.size === 0) throw unreadable('its first line is not the header of a contracts file.')
  if (missing.length > 0) throw unreadable(`these columns are missing: ${missing.join(', ')}.`)
  if (unknown.length > 0) throw unreadable(`these columns are not known: ${unknown.slice(0, 10).join(', ')}.`)
  return { fixed, facts }
}

const FACT = /^(terms|worker)((?:\.[A-Za-z][A-Za-z0-9]*){1,4})$/

function factColumn(plugin: AnyCountryPlugin, name: string, index: number): FactColumn | undefined {
  const match = FACT.exec(name)
  if (!match) return undefined
  const of = match[1] as 'terms' | 'worker'
  const path = (match[2] as string).slice(1).split('.')
  let schema: FieldSchema | undefined = situationFields(plugin)[of === 'terms' ? 'engagement' : 'worker']
  for (const step of path) schema = propertyOf(schema, step)
  // A whole object does not stand in a cell; its fields have columns of their own.
  return schema && !schema.properties ? { name, index, of, path, schema } : undefined
}

function propertyOf(schema: FieldSchema | undefined, name: string): FieldSchema | undefined {
  if (!schema) return undefined
  if (schema.properties && Object.hasOwn(schema.properties, name)) return schema.properties[name]
  for (const one of schema.anyOf ?? []) {
    const found = propertyOf(one, name)
    if (found) return found
  }
  return undefined
}
