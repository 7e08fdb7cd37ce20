import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import type { Transaction } from '../database/index.ts'
import { mainLegalEntity } from '../legal-entities/index.ts'
import { conflict, invalid, notFound, refused } from '../problem/index.ts'
import { checkedMandate, isCreditorIdentifier, type Mandate, type MandateDraft } from './mandate.ts'

/** A signed mandate on file, at most. */
export const PAPER_BYTES_MAX = 5_000_000
const MANDATES_MAX = 5_000

/** @throws Problem `refused` where the office's money is not euro. */
export function checkCurrency({ plugin }: Pick<OfficeContext, 'plugin'>): void {
  if (plugin.currency !== 'EUR')
    throw refused(
      `SEPA direct debits move euro, and this office works in ${plugin.currency}. National collections (Autogiro in Sweden, csoportos beszedés in Hungary) are schemes of their own: agree them with your bank, and match what comes in by its reference.`,
    )
}

export interface DirectDebitTerms {
  readonly creditorIdentifier: string
}

/** What the company is known by to the banks of its clients; null while it has none. */
export async function directDebitTerms(
  trx: Transaction,
  officeId: string,
  legalEntityId: string,
): Promise<DirectDebitTerms | null> {
  const { rows } = await sql<DirectDebitTerms>`
    select creditor_identifier as "creditorIdentifier" from samen.direct_debit_terms
     where office_id = ${officeId} and legal_entity_id = ${legalEntityId}`.execute(trx)
  return rows[0] ?? null
}

/** @throws Problem `invalid-field` for the identifier; `refused` where the office's money is not euro. */
export async function setDirectDebitTerms(
  trx: Transaction,
  context: OfficeContext,
  { legalEntityId, creditorIdentifier }: DirectDebitTerms & { readonly legalEntityId?: string | undefined },
): Promise<DirectDebitTerms> {
  checkCurrency(context)
  const { officeId, by, now } = context
  const identifier = creditorIdentifier.replace(/\s/g, '').toUpperCase()
  if (!isCreditorIdentifier(identifier))
    throw invalid(
      'creditorIdentifier',
      'Not a SEPA creditor identifier, such as DE98ZZZ09999999999: copy it from the letter that gave it to the company.',
    )
  const entityId = legalEntityId ?? (await mainLegalEntity(trx, officeId)).legalEntityId
  await sql`
    insert into samen.direct_debit_terms (office_id, legal_entity_id, creditor_identifier, set_by, set_at)
    values (${officeId}, ${entityId}, ${identifier}, ${by}, ${now})
    on conflict (office_id, legal_entity_id) do update
       set creditor_identifier = excluded.creditor_identifier, set_by = excluded.set_by, set_at = excluded.set_at`.execute(
    trx,
  )
  return { creditorIdentifier: identifier }
}

/**
 * Records what a client signed, for the office's first company unless told. The same draft again answers the mandate that stands.
 *
 * @throws Problem `invalid-field`; `not-found` for the client; `conflict` where another mandate has the reference; `refused` where
 *   the office's money is not euro.
 */
export async function recordMandate(
  trx: Transaction,
  context: OfficeContext,
  { legalEntityId, ...draft }: MandateDraft & { readonly legalEntityId?: string | undefined },
): Promise<Mandate> {
  checkCurrency(context)
  const { officeId, by, now, id } = context
  const checked = checkedMandate(context, draft)
  const entityId = legalEntityId ?? (await mainLegalEntity(trx, officeId)).legalEntityId
  const { rows: found } = await sql`
    select 1 from samen.client where office_id = ${officeId} and client_id = ${checked.clientId}`.execute(trx)
  if (found.length === 0) throw notFound('such client')
  const { rows } = await sql<{ mandateId: string }>`
    insert into samen.mandate (office_id, mandate_id, legal_entity_id, client_id, scheme, reference, signed_on, debtor_name,
      iban, recurring, notice_days, recorded_by, recorded_at)
    values (${officeId}, ${id()}, ${entityId}, ${checked.clientId}, ${checked.scheme}, ${checked.reference},
      ${checked.signedOn}, ${checked.debtorName}, ${checked.iban}, ${checked.recurring}, ${checked.noticeDays}, ${by}, ${now})
    on conflict (office_id, legal_entity_id, upper(reference)) do nothing returning mandate_id as "mandateId"`.execute(
    trx,
  )
  if (rows[0]) return mandateById(trx, officeId, rows[0].mandateId)
  const [standing] = await mandates(trx, officeId, { reference: checked.reference, legalEntityId: entityId })
  const same =
    standing && Object.entries(checked).every(([name, value]) => standing[name as keyof Mandate] === value)
  if (!same) throw conflict(`Another mandate has the reference ${checked.reference}: give this one its own.`)
  return standing
}

/**
 * Files the signed paper. The same bytes again change nothing.
 *
 * @throws Problem `invalid-field` for its size; `not-found`; `conflict` where another paper is on file.
 */
export async function fileMandatePaper(
  trx: Transaction,
  { officeId, by, now }: OfficeContext,
  { mandateId, name, bytes }: { mandateId: string; name: string; bytes: Uint8Array },
): Promise<Mandate> {
  if (bytes.length < 1 || bytes.length > PAPER_BYTES_MAX)
    throw invalid('file', `A file of 1 to ${PAPER_BYTES_MAX} bytes.`)
  await mandateById(trx, officeId, mandateId)
  const sha256 = createHash('sha256').update(bytes).digest()
  await sql`
    insert into samen.mandate_paper (office_id, mandate_id, name, sha256, content, filed_by, filed_at)
    values (${officeId}, ${mandateId}, ${name}, ${sha256}, ${Buffer.from(bytes)}, ${by}, ${now}) on conflict do nothing`.execute(
    trx,
  )
  const { rows } = await sql<{ same: boolean }>`
    select sha256 = ${sha256} as same from samen.mandate_paper
     where office_id = ${officeId} and mandate_id = ${mandateId}`.execute(trx)
  if (!rows[0]?.same)
    throw conflict('Another paper is on file for this mandate: record a new mandate for another paper.')
  return mandateById(trx, officeId, mandateId)
}

/** @throws Problem `not-found` while no paper is on file. */
export async function mandatePaper(
  trx: Transaction,
  officeId: string,
  mandateId: string,
): Promise<{ name: string; content: Buffer }> {
  const { rows } = await sql<{ name: string; content: Buffer }>`
    select name, content from samen.mandate_paper
     where office_id = ${officeId} and mandate_id = ${mandateId}`.execute(trx)
  if (!rows[0]) throw notFound('paper of this mandate on file')
  return rows[0]
}

/**
 * Ends a mandate: nothing is collected under it any more. What was released before is with the bank. Ended twice it stays as first
 * ended.
 *
 * @throws Problem `invalid-field` for the reason; `not-found`.
 */
export async function endMandate(
  trx: Transaction,
  { officeId, by, today }: OfficeContext,
  { mandateId, reason }: { mandateId: string; reason: string },
): Promise<Mandate> {
  const why = reason.trim()
  if (why.length < 1 || why.length > 300) throw invalid('reason', 'Say why, in 1 to 300 characters.')
  await sql`
    update samen.mandate set ended_on = ${today}, ended_by = ${by}, end_reason = ${why}
     where office_id = ${officeId} and mandate_id = ${mandateId} and ended_on is null`.execute(trx)
  return mandateById(trx, officeId, mandateId)
}

async function mandateById(trx: Transaction, officeId: string, mandateId: string): Promise<Mandate> {
  const [mandate] = await mandates(trx, officeId, { mandateId })
  if (!mandate) throw notFound('such mandate')
  return mandate
}

/** Mandates by client and the latest signed first; at most 5,000. */
export async function mandates(
  trx: Transaction,
  officeId: string,
  {
    mandateId,
    clientId,
    reference,
    legalEntityId,
    openOnly = false,
  }: {
    mandateId?: string
    clientId?: string
    reference?: string
    legalEntityId?: string
    /** Those that have not been ended. */
    openOnly?: boolean
  } = {},
): Promise<Mandate[]> {
  const { rows } = await sql<Mandate>`
    select m.mandate_id as "mandateId", m.legal_entity_id as "legalEntityId", m.client_id as "clientId",
           k.name as "clientName", m.scheme, m.reference, m.signed_on as "signedOn", m.debtor_name as "debtorName", m.iban,
           m.recurring, m.notice_days as "noticeDays", m.ended_on as "endedOn", m.end_reason as "endReason",
           exists (select from samen.mandate_paper p
                    where p.office_id = ${officeId} and p.mandate_id = m.mandate_id) as "hasPaper",
           used.last as "lastCollectOn", used.times as uses
      from samen.mandate m
      join samen.client k on k.office_id = ${officeId} and k.client_id = m.client_id
     cross join lateral (select max(o.collect_on) filter (where o.state = 'released') as last,
                                count(*) filter (where d.outcome is distinct from 'refused')::int as times
                           from samen.direct_debit d
                           join samen.direct_debit_order o
                             on o.office_id = ${officeId} and o.direct_debit_order_id = d.direct_debit_order_id
                          where d.office_id = ${officeId} and d.mandate_id = m.mandate_id) used
     where m.office_id = ${officeId}
       and (${mandateId ?? null}::uuid is null or m.mandate_id = ${mandateId ?? null})
       and (${clientId ?? null}::uuid is null or m.client_id = ${clientId ?? null})
       and (${legalEntityId ?? null}::uuid is null or m.legal_entity_id = ${legalEntityId ?? null})
       and (${reference ?? null}::text is null or upper(m.reference) = upper(${reference ?? null}))
       and (not ${openOnly}::boolean or m.ended_on is null)
     order by k.name, m.client_id, m.signed_on desc, m.mandate_id limit ${MANDATES_MAX}`.execute(trx)
  return rows
}
