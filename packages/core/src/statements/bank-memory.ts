import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import type { IsoDate } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { conflict, invalid, notFound } from '../problem/index.ts'
import { plainName, plainText } from './names.ts'
import type { KnownPayer, TextRule } from './suggest.ts'

export interface BankMemoryTables {
  bank_payer: {
    office_id: string
    bank_payer_id: string
    kind: 'iban' | 'name'
    value: string
    client_id: string
    times: number
    last_by: string
    last_on: IsoDate
  }
  bank_rule: {
    office_id: string
    bank_rule_id: string
    contains: string
    client_id: string
    written_by: string
    written_at: Date
  }
}

/** An account or a name that a person gave to a client, so often and last on that day. */
export interface RememberedPayer extends KnownPayer {
  readonly bankPayerId: string
  readonly clientName: string
  readonly lastBy: string
  readonly lastOn: IsoDate
}

/** When a receipt's text or payer contains these words it is this client's. */
export interface BankRule extends TextRule {
  readonly bankRuleId: string
  readonly clientName: string
  readonly writtenBy: string
  readonly writtenAt: Date
}

/** An office writes no more rules than this: each is held against every receipt. */
export const BANK_RULES_MAX = 500
const PAYERS_MAX = 500
const VALUE_MAX = 200
const CONTAINS_MIN = 3
const CONTAINS_MAX = 100

/** Remembers whose a payer's account and name were, as a person just decided. */
export async function rememberPayer(
  trx: Transaction,
  { officeId, by, today, id }: OfficeContext,
  payer: { readonly counterpartyIban: string | null; readonly counterpartyName: string | null },
  clientIds: readonly string[],
): Promise<void> {
  const name = payer.counterpartyName && plainName(payer.counterpartyName)
  const facts = [
    ...(payer.counterpartyIban ? [{ kind: 'iban', value: payer.counterpartyIban.slice(0, VALUE_MAX) }] : []),
    ...(name ? [{ kind: 'name', value: name.slice(0, VALUE_MAX) }] : []),
  ].flatMap((fact) => [...new Set(clientIds)].map((clientId) => ({ ...fact, clientId })))
  if (facts.length === 0) return
  await sql`
    insert into bank_payer (office_id, bank_payer_id, kind, value, client_id, times, last_by, last_on)
    select ${officeId}, id, kind, value, client_id, 1, ${by}, ${today}::date
      from unnest(${facts.map(() => id())}::uuid[], ${facts.map(({ kind }) => kind)}::text[],
                  ${facts.map(({ value }) => value)}::text[], ${facts.map(({ clientId }) => clientId)}::uuid[])
           as f (id, kind, value, client_id)
    on conflict (office_id, kind, value, client_id) do update
       set times = bank_payer.times + 1, last_by = excluded.last_by, last_on = excluded.last_on`.execute(trx)
}

/** Takes back one decision about whose a payer's account and name were. */
export async function unlearnPayer(
  trx: Transaction,
  officeId: string,
  payer: { readonly counterpartyIban: string | null; readonly counterpartyName: string | null },
  clientId: string,
): Promise<void> {
  const iban = payer.counterpartyIban?.slice(0, VALUE_MAX) ?? null
  const name = (payer.counterpartyName && plainName(payer.counterpartyName).slice(0, VALUE_MAX)) || null
  const ofPayer = sql`office_id = ${officeId} and client_id = ${clientId}
    and ((kind = 'iban' and value = ${iban}) or (kind = 'name' and value = ${name}))`
  await sql`delete from bank_payer where ${ofPayer} and times = 1`.execute(trx)
  await sql`update bank_payer set times = times - 1 where ${ofPayer} and times > 1`.execute(trx)
}

/** What was remembered of payers: of these accounts and plain names. */
export async function knownPayers(
  trx: Transaction,
  officeId: string,
  { ibans, names }: { ibans: readonly string[]; names: readonly string[] },
): Promise<KnownPayer[]> {
  if (ibans.length === 0 && names.length === 0) return []
  const { rows } = await sql<KnownPayer>`
    select kind, value, client_id as "clientId", times from bank_payer
     where office_id = ${officeId} and kind = 'iban' and value = any(${ibans}::text[])
    union all
    select kind, value, client_id, times from bank_payer
     where office_id = ${officeId} and kind = 'name' and value = any(${names}::text[])`.execute(trx)
  return rows
}

/** What people decided about payers, the latest first; at most 500. */
export async function rememberedPayers(trx: Transaction, officeId: string): Promise<RememberedPayer[]> {
  const { rows } = await sql<RememberedPayer>`
    select p.bank_payer_id as "bankPayerId", p.kind, p.value, p.client_id as "clientId", k.name as "clientName", p.times,
           p.last_by as "lastBy", p.last_on as "lastOn"
      from bank_payer p join client k on k.office_id = ${officeId} and k.client_id = p.client_id
     where p.office_id = ${officeId} order by p.last_on desc, p.bank_payer_id desc limit ${PAYERS_MAX}`.execute(
    trx,
  )
  return rows
}

/** Forgets whose an account or a name was; receipts matched by it stay matched. @throws Problem `not-found` */
export async function forgetPayer(trx: Transaction, officeId: string, bankPayerId: string): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from bank_payer where office_id = ${officeId} and bank_payer_id = ${bankPayerId}`.execute(trx)
  if (numAffectedRows === 0n) throw notFound('such payer')
}

export async function bankRules(trx: Transaction, officeId: string): Promise<BankRule[]> {
  const { rows } = await sql<BankRule>`
    select r.bank_rule_id as "bankRuleId", r.contains, r.client_id as "clientId", k.name as "clientName",
           r.written_by as "writtenBy", r.written_at as "writtenAt"
      from bank_rule r join client k on k.office_id = ${officeId} and k.client_id = r.client_id
     where r.office_id = ${officeId} order by r.contains, r.bank_rule_id limit ${BANK_RULES_MAX}`.execute(trx)
  return rows
}

/**
 * Writes a rule: receipts whose text or payer contains these words are suggested for this client. Accents, signs and case do
 * not count. The same rule written again is the same rule.
 *
 * @throws Problem `invalid-field`; `not-found` for the client; `conflict` when the office has as many rules as it may.
 */
export async function writeBankRule(
  trx: Transaction,
  { officeId, by, now, id }: OfficeContext,
  { contains, clientId }: TextRule,
): Promise<BankRule> {
  const words = plainText(contains)
  if (words.length < CONTAINS_MIN || words.length > CONTAINS_MAX)
    throw invalid('contains', `Has ${CONTAINS_MIN} to ${CONTAINS_MAX} letters and digits.`)
  const { rows: clients } = await sql`
    select from client where office_id = ${officeId} and client_id = ${clientId} and merged_into is null`.execute(
    trx,
  )
  if (clients.length === 0) throw notFound('such client')
  const before = await bankRules(trx, officeId)
  const same = before.find((rule) => rule.contains === words && rule.clientId === clientId)
  if (same) return same
  if (before.length >= BANK_RULES_MAX)
    throw conflict(`An office has at most ${BANK_RULES_MAX} rules: take one away first.`)
  await sql`
    insert into bank_rule (office_id, bank_rule_id, contains, client_id, written_by, written_at)
    values (${officeId}, ${id()}, ${words}, ${clientId}, ${by}, ${now})
    on conflict (office_id, contains, client_id) do nothing`.execute(trx)
  const written = (await bankRules(trx, officeId)).find(
    (rule) => rule.contains === words && rule.clientId === clientId,
  )
  if (!written) throw conflict('The rule was taken away while it was written: try again.')
  return written
}

/** @throws Problem `not-found` */
export async function dropBankRule(trx: Transaction, officeId: string, bankRuleId: string): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from bank_rule where office_id = ${officeId} and bank_rule_id = ${bankRuleId}`.execute(trx)
  if (numAffectedRows === 0n) throw notFound('such rule')
}
