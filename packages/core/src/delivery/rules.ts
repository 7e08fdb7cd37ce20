import { sql } from 'kysely'
import { clientById } from '../clients/index.ts'
import type { OfficeContext } from '../context/index.ts'
import { type IsoDate, isIsoDate } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { invalid } from '../problem/index.ts'
import { CHANNELS, type Channel, carries, type DeliveryFormat, type Way } from './channel.ts'
import { type FormatDetails, formatDetails } from './write-format.ts'

/** From a day on: by which network and in which format invoices of a scope leave. `none`: they leave by hand. */
export interface DeliveryRule {
  readonly deliveryRuleId: string
  readonly validFrom: IsoDate
  /** Of one client, or of all in a country, or, where both are null, of all others. */
  readonly clientId: string | null
  readonly clientCountry: string | null
  readonly channel: Way | 'none'
  readonly format: DeliveryFormat
  readonly details: FormatDetails
  readonly setBy: string
  readonly setAt: Date
}

export type DeliveryRuleDraft = Pick<DeliveryRule, 'validFrom' | 'channel' | 'format'> & {
  readonly clientId?: string | null
  readonly clientCountry?: string | null
  readonly details?: FormatDetails
}

/** @throws Problem `invalid-field`, also for a channel that does not carry the format; `not-found` for the client. */
export async function addDeliveryRule(
  trx: Transaction,
  { officeId, by, now, id }: OfficeContext,
  { validFrom, channel, format, clientId = null, clientCountry = null, details = {} }: DeliveryRuleDraft,
): Promise<string> {
  if (!isIsoDate(validFrom)) throw invalid('validFrom', 'A day is written YYYY-MM-DD and must exist.')
  if (channel !== 'none' && !carries(channel, format))
    throw invalid('format', `${channel} does not carry ${format}.`)
  if (clientId !== null && clientCountry !== null)
    throw invalid('clientCountry', 'A rule is for one client or for a country, not for both.')
  if (clientCountry !== null && !/^[A-Z]{2}$/.test(clientCountry))
    throw invalid('clientCountry', 'A country is its two letters, such as BE.')
  const parsed = formatDetails.safeParse(details)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw invalid(
      ['details', ...(issue?.path ?? [])].join('.'),
      issue?.message ?? 'Not as the format wants it.',
    )
  }
  if (clientId !== null) await clientById(trx, officeId, clientId)
  const deliveryRuleId = id()
  await sql`
    insert into samen.delivery_rule (office_id, delivery_rule_id, valid_from, client_id, client_country, channel, format,
      details, set_by, set_at)
    values (${officeId}, ${deliveryRuleId}, ${validFrom}, ${clientId}, ${clientCountry}, ${channel}, ${format},
      ${JSON.stringify(parsed.data)}, ${by}, ${now})`.execute(trx)
  return deliveryRuleId
}

const fields =
  sql.raw(`delivery_rule_id as "deliveryRuleId", valid_from as "validFrom", client_id as "clientId",
  client_country as "clientCountry", channel, format, details, set_by as "setBy", set_at as "setAt"`)

/** All rules, the latest first; 500 at most. */
export async function deliveryRules(trx: Transaction, officeId: string): Promise<DeliveryRule[]> {
  const { rows } = await sql<DeliveryRule>`
    select ${fields} from samen.delivery_rule where office_id = ${officeId}
     order by valid_from desc, delivery_rule_id desc limit 500`.execute(trx)
  return rows
}

/** The rule for an invoice of a day: the narrowest in force, of those the one that began last. Details add up inwards. */
export async function deliveryRuleFor(
  trx: Transaction,
  officeId: string,
  { clientId, clientCountry, on }: { clientId: string; clientCountry: string; on: IsoDate },
): Promise<DeliveryRule | undefined> {
  const { rows } = await sql<DeliveryRule>`
    select distinct on (client_id is null, client_country is null) ${fields} from samen.delivery_rule
     where office_id = ${officeId} and valid_from <= ${on}
       and (client_id is null or client_id = ${clientId})
       and (client_country is null or client_country = ${clientCountry})
     order by client_id is null, client_country is null, valid_from desc, delivery_rule_id desc`.execute(trx)
  const width = ({ clientId, clientCountry }: DeliveryRule) => (clientId ? 0 : clientCountry ? 1 : 2)
  const [narrowest, ...wider] = rows.sort((a, b) => width(a) - width(b))
  if (!narrowest) return undefined
  const details = Object.assign({}, ...[...wider.reverse(), narrowest].map((rule) => rule.details))
  return { ...narrowest, details }
}

/** Where a network's door stands; the key to it stays here. */
export interface DeliveryConnection {
  readonly channel: Channel
  readonly url: string
  readonly secrets: Readonly<Record<string, string>>
  readonly setAt: Date
}

const SECRETS: Readonly<Record<Channel, readonly string[]>> = {
  peppol: ['token'],
  sdi: ['token'],
  pdp: ['token'],
  nav: ['login', 'password', 'taxNumber', 'signingKey', 'exchangeKey', 'softwareId'],
}

/**
 * Says where a network is reached and with which key; the latest counts.
 *
 * @throws Problem `invalid-field` for an address that is not https (http on this machine alone), or a key that is missing.
 */
export async function connectNetwork(
  trx: Transaction,
  { officeId, by, now }: OfficeContext,
  { channel, url, secrets }: { channel: Channel; url: string; secrets: Readonly<Record<string, string>> },
): Promise<void> {
  if (!CHANNELS.includes(channel)) throw invalid('channel', `One of ${CHANNELS.join(', ')}.`)
  const address = URL.canParse(url) ? new URL(url) : undefined
  const isHere = address && ['localhost', '127.0.0.1', '[::1]'].includes(address.hostname)
  if (
    !address ||
    url.length > 500 ||
    !(address.protocol === 'https:' || (isHere && address.protocol === 'http:'))
  )
    throw invalid('url', 'An https address.')
  for (const name of SECRETS[channel]) {
    const value = secrets[name]
    if (!value || value.length > 500) throw invalid(`secrets.${name}`, 'Has 1 to 500 characters.')
  }
  const own = Object.fromEntries(SECRETS[channel].map((name) => [name, secrets[name]]))
  await sql`
    insert into samen.delivery_connection (office_id, channel, version, url, secrets, set_by, set_at)
    select ${officeId}, ${channel}, coalesce(max(version), 0) + 1, ${address.href.replace(/\/$/, '')},
           ${JSON.stringify(own)}, ${by}, ${now}
      from samen.delivery_connection where office_id = ${officeId} and channel = ${channel}`.execute(trx)
}

/** The doors that are open, one per network. */
export async function deliveryConnections(trx: Transaction, officeId: string): Promise<DeliveryConnection[]> {
  const { rows } = await sql<DeliveryConnection>`
    select distinct on (channel) channel, url, secrets, set_at as "setAt" from samen.delivery_connection
     where office_id = ${officeId} order by channel, version desc`.execute(trx)
  return rows
}
