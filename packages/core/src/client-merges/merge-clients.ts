import { sql } from 'kysely'
import { clientById } from '../clients/index.ts'
import type { OfficeContext } from '../context/index.ts'
import type { IsoDate } from '../country/index.ts'
import type { Database, Transaction } from '../database/index.ts'
import { rateClients } from '../dunning/index.ts'
import { moveSubjects } from '../ledger/index.ts'
import { aloneIn, isClosedHere } from '../offices/index.ts'
import { conflict, invalid } from '../problem/index.ts'
import { firstOpenDay, rememberPayer } from '../statements/index.ts'
import { previewMerge, type TakenFact } from './preview-merge.ts'

export interface MergeDraft {
  /** Ends as a name under which the other is found. */
  readonly clientId: string
  readonly intoId: string
  /** The client's VAT or company number changed: the survivor's is the one that counts. */
  readonly numberChanged?: boolean | undefined
  readonly reason: string
}

/** A merge that was done. */
export interface ClientMerge {
  readonly clientId: string
  readonly intoId: string
  /** As the merged one had them. */
  readonly name: string
  readonly vatNumber: string | null
  readonly companyNumber: string | null
  readonly reason: string
  readonly mergedOn: IsoDate
  readonly mergedBy: string
}

const REASON_MAX = 300

/**
 * Makes one client of two, for good: jobs, invoices, advances, letters, promises, mandates, rules and what the bank taught go over to the
 * survivor, balances by a posting. What was issued keeps its text; income stays where it was earned. Decided limit, terms and
 * name are the survivor's; what only the merged one has, it takes over. Repeated, nothing changes.
 *
 * It runs alone in the office, so that nobody works with the merged client meanwhile.
 *
 * @throws Problem as `previewMerge`; `invalid-field` for the reason and for numbers that differ when nobody said that they
 *   changed; `conflict` where it was merged into yet another, the office is closed here, or busy for a minute.
 */
export const mergeClients = (db: Database, context: OfficeContext, draft: MergeDraft): Promise<ClientMerge> =>
  aloneIn(db, context.officeId, async (trx) => {
    const { officeId } = context
    const { clientId, intoId } = draft
    const reason = draft.reason.trim()
    if (reason === '' || reason.length > REASON_MAX)
      throw invalid('reason', `Say how you know that they are one client, in 1 to ${REASON_MAX} characters.`)
    // Who is alone is not held up by the office's place.
    if (await isClosedHere(trx, officeId)) throw conflict('This office can only be read here.')
    const before = await mergeOf(trx, officeId, clientId)
    if (before?.intoId === intoId) return before
    const { takes, numbersDiffer } = await previewMerge(trx, officeId, { clientId, intoId })
    const numberChanged = draft.numberChanged ?? false
    if (numbersDiffer && !numberChanged)
      throw invalid(
        'numberChanged',
        'The two have different VAT or company numbers: they are one client only if its number changed. Say so, or leave them.',
      )
    const { name } = await clientById(trx, officeId, clientId)
    await insertMerge(trx, context, { clientId, intoId, numberChanged: numbersDiffer, reason })
    await takeOver(trx, officeId, clientId, intoId, takes)
    await moveWork(trx, officeId, clientId, intoId)
    await moveBankMemory(trx, officeId, clientId, intoId)
    await rememberPayer(trx, context, { counterpartyIban: null, counterpartyName: name }, [intoId])
    const key = `client-merge:${clientId}`
    await moveSubjects(trx, officeId, {
      ...{ from: [clientId], to: intoId, key, kind: 'client-merge', description: reason },
      effectiveOn: (await firstOpenDay(trx, officeId))(context.today),
      source: { kind: 'client-merge', id: clientId },
    })
    await rateClients(trx, context, intoId)
    return (await mergeOf(trx, officeId, clientId)) as ClientMerge
  })

/** The clients that were merged into this one, at once or over others, the latest first. */
export const mergesInto = (trx: Transaction, officeId: string, intoId: string): Promise<ClientMerge[]> =>
  readMerges(trx, officeId, sql`k.merged_into = ${intoId}`)

const mergeOf = async (trx: Transaction, officeId: string, clientId: string) =>
  (await readMerges(trx, officeId, sql`k.client_id = ${clientId}`))[0]

async function readMerges(trx: Transaction, officeId: string, which: ReturnType<typeof sql>) {
  const { rows } = await sql<ClientMerge>`
    select m.client_id as "clientId", m.into_id as "intoId", k.name, m.vat_number as "vatNumber",
           m.company_number as "companyNumber", m.reason, m.merged_on as "mergedOn", m.merged_by as "mergedBy"
      from client k join client_merge m on m.office_id = ${officeId} and m.client_id = k.client_id
     where k.office_id = ${officeId} and ${which}
     order by m.recorded_at desc, m.client_id limit 100`.execute(trx)
  return rows
}

const insertMerge = (
  trx: Transaction,
  { officeId, today, by }: OfficeContext,
  { clientId, intoId, numberChanged, reason }: MergeDraft & { readonly numberChanged: boolean },
) =>
  sql`
    insert into client_merge (office_id, client_id, into_id, vat_number, company_number, number_changed, reason, merged_on,
      merged_by)
    select ${officeId}, ${clientId}, ${intoId}, vat_number, company_number, ${numberChanged}, ${reason}, ${today}, ${by}
      from client where office_id = ${officeId} and client_id = ${clientId}`.execute(trx)

/** The columns in which a fact is kept. */
const COLUMNS: Readonly<Record<TakenFact, readonly string[]>> = {
  vatNumber: ['vat_number'],
  companyNumber: ['company_number'],
  email: ['email'],
  address: ['street', 'post_code', 'town'],
  sector: ['sector'],
  insurance: ['insured_limit', 'insured_until', 'insurer'],
}

/** What only the merged one has; what a collector has of one, it has of both. A number stands with one client at a time. */
async function takeOver(
  trx: Transaction,
  officeId: string,
  clientId: string,
  intoId: string,
  takes: readonly TakenFact[],
): Promise<void> {
  const taken = takes.flatMap((fact) => COLUMNS[fact])
  const handed = (column: string) =>
    sql`${sql.ref(column)} = case when ${taken.includes(column)} then null else ${sql.ref(column)} end`
  const { rows } = await sql<Record<string, unknown>>`
    select * from client where office_id = ${officeId} and client_id = ${clientId}`.execute(trx)
  const merged = rows[0] ?? {}
  await sql`
    update client set merged_into = ${intoId}, ${handed('vat_number')}, ${handed('company_number')}
     where office_id = ${officeId} and client_id = ${clientId}`.execute(trx)
  await sql`
    update client set merged_into = ${intoId} where office_id = ${officeId} and merged_into = ${clientId}`.execute(
    trx,
  )
  const changes = taken.map((column) => sql`, ${sql.ref(column)} = ${merged[column] ?? null}`)
  await sql`
    update client set handed_over_on = least(handed_over_on, ${merged.handed_over_on ?? null}::date)${sql.join(changes, sql``)}
     where office_id = ${officeId} and client_id = ${intoId}`.execute(trx)
}

/** Every row that names the client, in one statement. How it was rated and what was decided about its limit stays its own. */
async function moveWork(trx: Transaction, officeId: string, clientId: string, intoId: string): Promise<void> {
  const mine = sql`office_id = ${officeId} and client_id = ${clientId}`
  const move = sql`set client_id = ${intoId} where ${mine}`
  await sql`
    with contracts as (update contract ${move}),
         invoices as (update invoice ${move}),
         advances as (update fund_advance ${move}),
         movements as (update fund_movement ${move}),
         letters as (update dunning_letter ${move}),
         steps as (update collection_step ${move}),
         checks as (update client_vat_check ${move}),
         mandates as (update mandate ${move})
    update delivery_rule ${move} and not exists (
      select from delivery_rule own where own.office_id = ${officeId} and own.client_id = ${intoId})`.execute(
    trx,
  )
}

/** Accounts, names and texts by which the bank's receipts were known; known of both, they count together. */
async function moveBankMemory(
  trx: Transaction,
  officeId: string,
  clientId: string,
  intoId: string,
): Promise<void> {
  const mine = sql`office_id = ${officeId} and client_id = ${clientId}`
  await sql`
    with known as (delete from bank_payer where ${mine} returning *)
    insert into bank_payer (office_id, bank_payer_id, kind, value, client_id, times, last_by, last_on)
    select office_id, bank_payer_id, kind, value, ${intoId}::uuid, times, last_by, last_on from known
    on conflict (office_id, kind, value, client_id) do update
       set times = bank_payer.times + excluded.times, last_on = greatest(bank_payer.last_on, excluded.last_on)`.execute(
    trx,
  )
  await sql`
    with written as (delete from bank_rule where ${mine} returning *)
    insert into bank_rule (office_id, bank_rule_id, contains, client_id, written_by, written_at)
    select office_id, bank_rule_id, contains, ${intoId}::uuid, written_by, written_at from written
    on conflict (office_id, contains, client_id) do nothing`.execute(trx)
}
