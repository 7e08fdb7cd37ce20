import { type ColumnType, sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import type { IsoDate, Minor } from '../country/index.ts'
import { copyRows, type Transaction } from '../database/index.ts'
import { officeTerms } from '../legal-entities/index.ts'
import { conflict, type Fault, notFound, throwFaults } from '../problem/index.ts'
import { type Client, type ClientDraft, checkClient } from './client.ts'
import { type AdvanceLimit, advanceLimit, type CreditFacts, type Rating } from './rating.ts'

export interface ClientTables {
  client: {
    office_id: string
    client_id: string
    name: string
    company_number: string | null
    vat_number: string | null
    email: string | null
    street: string | null
    post_code: string | null
    town: string | null
    country: string
    language: string
    sector: string | null
    credit_limit: Minor
    payment_terms_days: number
    public_body: boolean
    bankrupt_on: IsoDate | null
    rating: ColumnType<Rating, never, Rating>
    rated_on: ColumnType<IsoDate | null, never, IsoDate>
    insured_limit: ColumnType<Minor | null, never, Minor | null>
    insured_until: ColumnType<IsoDate | null, never, IsoDate | null>
    insurer: ColumnType<string | null, never, string | null>
    handed_over_on: ColumnType<IsoDate | null, never, IsoDate | null>
    merged_into: ColumnType<string | null, never, string>
  }
}

/** @throws Problem naming the field; `conflict` when a client has the number already. */
export async function addClient(
  trx: Transaction,
  context: OfficeContext,
  draft: ClientDraft,
): Promise<Client> {
  const [client] = await addClients(trx, context, [draft])
  return client as Client
}

/** Adds many clients with one statement. @throws Problem; the field begins with `clients[i].` when there are several. */
export async function addClients(
  trx: Transaction,
  context: OfficeContext,
  drafts: readonly ClientDraft[],
): Promise<Client[]> {
  const { officeId, plugin } = context
  if (drafts.length === 0) return []
  const { clientCreditLimit } = await officeTerms(trx, officeId)
  const clients: Client[] = []
  for (const [index, draft] of drafts.entries()) {
    const { client, faults } = checkClient(plugin, draft, clientCreditLimit)
    throwFaults(faults, drafts.length > 1 ? `clients[${index}].` : '')
    clients.push({ clientId: draft.clientId ?? context.id(), ...client })
  }
  const known = await clientsByNumberOrName(trx, officeId, {
    vatNumbers: clients.flatMap(({ vatNumber }) => vatNumber ?? []),
    companyNumbers: clients.flatMap(({ companyNumber }) => companyNumber ?? []),
    names: [],
  })
  for (const [index, faults] of numberFaults(clients, known).entries())
    throwFaults(faults, drafts.length > 1 ? `clients[${index}].` : '')
  await copyRows(
    trx,
    'client',
    CLIENT_COLUMNS,
    clients.map((c) => [
      officeId,
      c.clientId,
      c.name,
      c.companyNumber,
      c.vatNumber,
      c.email,
      c.street,
      c.postCode,
      c.town,
      c.country,
      c.language,
      c.sector,
      c.creditLimit,
      c.paymentTermsDays,
      c.publicBody,
    ]),
  )
  return clients
}

const CLIENT_COLUMNS = [
  ...[
    'office_id',
    'client_id',
    'name',
    'company_number',
    'vat_number',
    'email',
    'street',
    'post_code',
    'town',
  ],
  ...['country', 'language', 'sector', 'credit_limit', 'payment_terms_days', 'public_body'],
]

function numberFaults(clients: readonly Client[], known: readonly Client[]): Fault[][] {
  const vatNumbers = new Set(known.map(({ vatNumber }) => vatNumber))
  const companies = new Set(
    known.map(({ country, companyNumber }) => companyNumber && country + companyNumber),
  )
  return clients.map(({ country, vatNumber, companyNumber }) => {
    const faults: Fault[] = []
    if (vatNumber && vatNumbers.has(vatNumber))
      faults.push({ field: 'vatNumber', reason: 'A client has this VAT number already.', type: 'conflict' })
    if (companyNumber && companies.has(country + companyNumber))
      faults.push({
        field: 'companyNumber',
        reason: 'A client has this company number already.',
        type: 'conflict',
      })
    if (vatNumber) vatNumbers.add(vatNumber)
    if (companyNumber) companies.add(country + companyNumber)
    return faults
  })
}

/** @throws Problem `not-found`; `conflict` naming the other where it was merged. */
export async function clientById(trx: Transaction, officeId: string, clientId: string): Promise<Client> {
  const [client] = await clientsById(trx, officeId, [clientId])
  if (client) return client
  const into = await survivorOf(trx, officeId, clientId)
  if (into === clientId) throw notFound('such client')
  const { name } = await clientById(trx, officeId, into)
  throw conflict(`This client was merged into “${name}”: work with that one.`, { clientId: into })
}

/** Where a client’s work is: the client it was merged into, else itself. */
export async function survivorOf(trx: Transaction, officeId: string, clientId: string): Promise<string> {
  const { rows } = await sql<{ into: string | null }>`
    select merged_into as into from samen.client where office_id = ${officeId} and client_id = ${clientId}`.execute(
    trx,
  )
  return rows[0]?.into ?? clientId
}

/** The clients that were merged into this one, at once or over others. */
export async function mergedInto(trx: Transaction, officeId: string, clientId: string): Promise<string[]> {
  const { rows } = await sql<{ clientId: string }>`
    select client_id as "clientId" from samen.client
     where office_id = ${officeId} and merged_into = ${clientId}`.execute(trx)
  return rows.map((row) => row.clientId)
}

/** Those of the clients that exist and were not merged into another, in no order. */
export async function clientsById(
  trx: Transaction,
  officeId: string,
  clientIds: readonly string[],
): Promise<Client[]> {
  const { rows } = await sql<Client>`
    select ${clientFields} from samen.client
     where office_id = ${officeId} and client_id = any(${clientIds}::uuid[]) and merged_into is null`.execute(
    trx,
  )
  return rows
}

/**
 * Clients by VAT or company number (stored form), or by name, upper or lower case. A merged one is still found under the name
 * and the numbers it had: with the id of the client that has its work now.
 */
export async function clientsByNumberOrName(
  trx: Transaction,
  officeId: string,
  wanted: { vatNumbers: readonly string[]; companyNumbers: readonly string[]; names: readonly string[] },
): Promise<Client[]> {
  const { rows } = await sql<Client>`
    select coalesce(merged_into, client_id) as "clientId", ${clientFacts} from samen.client
     where office_id = ${officeId}
       and (vat_number = any(${wanted.vatNumbers}) or company_number = any(${wanted.companyNumbers})
            or lower(name) = any(${wanted.names.map((name) => name.toLowerCase())}))
     order by merged_into is not null, client_id`.execute(trx)
  return rows
}

/** A page of the office's clients by name, optionally those whose name holds a text. */
export async function listClients(
  trx: Transaction,
  officeId: string,
  { search = '', limit = 50, offset = 0 }: { search?: string; limit?: number; offset?: number } = {},
): Promise<Client[]> {
  const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<Client>`
    select ${clientFields} from samen.client
     where office_id = ${officeId} and merged_into is null and (${search} = '' or lower(name) like ${pattern})
     order by name, client_id limit ${Math.min(limit, 500)} offset ${offset}`.execute(trx)
  return rows
}

const clientFacts = sql.raw(`name, company_number as "companyNumber",
  vat_number as "vatNumber", email, street, post_code as "postCode", town, country, language, sector,
  credit_limit as "creditLimit", payment_terms_days as "paymentTermsDays", public_body as "publicBody", bankrupt_on as "bankruptOn"`)
const clientFields = sql`client_id as "clientId", ${clientFacts}`

/** What bounds the credit of these clients, by client. */
export async function creditFactsOf(
  trx: Transaction,
  officeId: string,
  clientIds: readonly string[],
): Promise<Map<string, CreditFacts>> {
  if (clientIds.length === 0) return new Map()
  const { rows } = await sql<CreditFacts & { clientId: string }>`
    select client_id as "clientId", credit_limit as "creditLimit", rating, rated_on as "ratedOn",
           insured_limit as "insuredLimit", insured_until as "insuredUntil", handed_over_on as "handedOverOn",
           bankrupt_on as "bankruptOn"
      from samen.client where office_id = ${officeId} and client_id = any(${[...new Set(clientIds)]}::uuid[])`.execute(
    trx,
  )
  return new Map(rows.map((row) => [row.clientId, row]))
}

/** The limit for each of these jobs, in their order; nothing may be lent on a client that does not exist. */
export async function advanceLimits(
  trx: Transaction,
  officeId: string,
  jobs: readonly { readonly clientId: string; readonly startsOn: IsoDate }[],
): Promise<AdvanceLimit[]> {
  const facts = await creditFactsOf(
    trx,
    officeId,
    jobs.map(({ clientId }) => clientId),
  )
  return jobs.map(({ clientId, startsOn }) => {
    const known = facts.get(clientId)
    return known ? advanceLimit(known, startsOn) : { limit: 0n, reason: 'decided' }
  })
}

/** Decides how much the guarantee fund may lend on a client. @throws Problem `not-found`, `invalid-field` */
export async function setCreditLimit(
  trx: Transaction,
  officeId: string,
  clientId: string,
  limit: Minor,
): Promise<void> {
  throwFaults(limit < 0n ? [{ field: 'creditLimit', reason: 'May not be negative.' }] : [])
  const { numUpdatedRows } = await trx
    .updateTable('client')
    .set({ credit_limit: limit })
    .where('office_id', '=', officeId)
    .where('client_id', '=', clientId)
    .where('merged_into', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw notFound('such client')
}

/** Says whether a client is a public body; invoices issued before keep what held then. @throws Problem `not-found` */
export async function setPublicBody(
  trx: Transaction,
  officeId: string,
  clientId: string,
  publicBody: boolean,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('client')
    .set({ public_body: publicBody })
    .where('office_id', '=', officeId)
    .where('client_id', '=', clientId)
    .where('merged_into', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw notFound('such client')
}

/** Records that a client failed: no new order is taken. Repeated with the same day, nothing changes. */
export async function declareBankrupt(
  trx: Transaction,
  officeId: string,
  clientId: string,
  on: IsoDate,
): Promise<void> {
  const { bankruptOn } = await clientById(trx, officeId, clientId)
  if (bankruptOn !== null && bankruptOn !== on) throw conflict(`This client is bankrupt since ${bankruptOn}.`)
  await trx
    .updateTable('client')
    .set({ bankrupt_on: on })
    .where('office_id', '=', officeId)
    .where('client_id', '=', clientId)
    .execute()
}
