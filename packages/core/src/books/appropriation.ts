import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { formatAmount, type IsoDate, isIsoDate, type Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { accountsOf, openAccounts, post } from '../ledger/index.ts'
import { fiscalYearOf, fiscalYearRules, legalEntities } from '../legal-entities/index.ts'
import { conflict, invalid, notFound, refused } from '../problem/index.ts'

/** What an assembly decided to do with a fiscal year's result. */
export interface AppropriationDraft {
  /** 1, 2 … as the office numbers its companies. */
  readonly entityNo: number
  /** The last day of the fiscal year decided on. */
  readonly yearTo: IsoDate
  /** Minor units from earlier results to the reserves; negative: from the reserves, to cover a loss. */
  readonly toReserves: Minor
  /** The assembly's day. */
  readonly decidedOn: IsoDate
  /** Where its minutes say so, 1 to 300 characters. */
  readonly minutes: string
}

export interface Appropriation extends AppropriationDraft {
  readonly appropriationId: string
  readonly legalEntityId: string
  readonly yearFrom: IsoDate
  readonly currency: string
  readonly state: 'proposed' | 'approved' | 'withdrawn'
  readonly proposedBy: string
  readonly proposedAt: Date
  readonly approvedBy: string | null
  readonly approvedAt: Date | null
  /** The day it was posted. */
  readonly effectiveOn: IsoDate | null
}

/**
 * Writes down what an assembly decided on a year's result; nothing is posted before a second person approves it. What it
 * leaves stays brought forward, so a decision to carry everything forward needs no appropriation.
 *
 * @throws Problem `invalid-field` for the year, the amount, the day or the minutes; `not-found` for the company; `refused`
 *   for more than is brought forward, or than the loss and the reserves allow; `conflict` when the year is not closed, or
 *   was decided on before.
 */
export async function proposeAppropriation(
  trx: Transaction,
  context: OfficeContext,
  draft: AppropriationDraft,
): Promise<Appropriation> {
  const { officeId, plugin, by, now, today, id } = context
  const { entityNo, yearTo, toReserves, decidedOn, minutes } = draft
  const entity = (await legalEntities(trx, officeId)).find((one) => one.entityNo === entityNo)
  if (!entity) throw notFound(`company number ${entityNo} in this office`)
  const { legalEntityId } = entity
  if (!isIsoDate(yearTo)) throw invalid('yearTo', 'The last day of a fiscal year, written YYYY-MM-DD.')
  const year = fiscalYearOf(await fiscalYearRules(trx, officeId, legalEntityId), yearTo)
  if (year.to !== yearTo) throw invalid('yearTo', `The fiscal year of that day ends on ${year.to}.`)
  if (toReserves === 0n) throw invalid('toReserves', 'What is all carried forward needs no appropriation.')
  if (!isIsoDate(decidedOn) || decidedOn > today || decidedOn <= yearTo)
    throw invalid('decidedOn', 'The assembly met after the year and not in a day to come: YYYY-MM-DD.')
  if (minutes.trim().length < 1 || minutes.length > 300)
    throw invalid('minutes', 'Say where the minutes stand, in 1 to 300 characters.')
  const appropriationId = id()
  await demandMeans(trx, context, { legalEntityId, yearTo, toReserves })
  const { rows } = await sql<{ id: string }>`
    insert into samen.appropriation (office_id, appropriation_id, legal_entity_id, year_from, year_to, currency,
      to_reserves, decided_on, minutes, proposed_by, proposed_at)
    values (${officeId}, ${appropriationId}, ${legalEntityId}, ${year.from}, ${yearTo}, ${plugin.currency},
      ${toReserves}, ${decidedOn}, ${minutes.trim()}, ${by}, ${now})
    on conflict do nothing returning appropriation_id as id`.execute(trx)
  if (rows.length === 0) throw conflict(`The assembly has decided on the year to ${yearTo} already.`)
  return appropriationById(trx, officeId, appropriationId)
}

/**
 * A second person approves: the appropriation is posted today, once. Approving again changes nothing.
 *
 * @throws Problem `not-found`; `refused` for the person who proposed it, or when the means are gone since; `conflict` for a
 *   withdrawn one.
 */
export async function approveAppropriation(
  trx: Transaction,
  context: OfficeContext,
  appropriationId: string,
): Promise<Appropriation> {
  const { officeId, plugin, by, now, today } = context
  const found = await appropriationById(trx, officeId, appropriationId, true)
  if (found.state === 'approved') return found
  if (found.state === 'withdrawn') throw conflict('This appropriation was withdrawn: propose it anew.')
  if (found.proposedBy === by)
    throw refused('Another person than the one who proposed an appropriation approves it.')
  const { legalEntityId, currency, toReserves, decidedOn, minutes } = found
  await demandMeans(trx, context, found)
  await openAccounts(trx, officeId, accountsOf(plugin))
  await post(trx, officeId, [
    {
      key: `appropriation:${appropriationId}`,
      kind: 'appropriation',
      legalEntityId,
      effectiveOn: today,
      description: `Assembly of ${decidedOn}: ${minutes}`,
      source: { kind: 'appropriation', id: appropriationId },
      entries: [
        { account: 'earlier-results', currency, amount: toReserves },
        { account: 'reserves', currency, amount: -toReserves },
      ],
    },
  ])
  await sql`
    update samen.appropriation
       set state = 'approved', approved_by = ${by}, approved_at = ${now}, effective_on = ${today}
     where office_id = ${officeId} and appropriation_id = ${appropriationId}`.execute(trx)
  return appropriationById(trx, officeId, appropriationId)
}

/** Takes back a proposal nobody approved. @throws Problem `not-found`; `conflict` for an approved one. */
export async function withdrawAppropriation(
  trx: Transaction,
  { officeId }: OfficeContext,
  appropriationId: string,
): Promise<Appropriation> {
  const found = await appropriationById(trx, officeId, appropriationId, true)
  if (found.state === 'approved') throw conflict('This appropriation is posted: an assembly decides anew.')
  if (found.state === 'proposed')
    await sql`
      update samen.appropriation set state = 'withdrawn'
       where office_id = ${officeId} and appropriation_id = ${appropriationId}`.execute(trx)
  return appropriationById(trx, officeId, appropriationId)
}

/** What assemblies decided, the latest first, at most `limit`. */
export async function listAppropriations(
  trx: Transaction,
  officeId: string,
  limit = 100,
): Promise<Appropriation[]> {
  const { rows } = await sql<Appropriation>`
    ${selectAppropriations} where a.office_id = ${officeId} order by a.appropriation_id desc limit ${limit}`.execute(
    trx,
  )
  return rows
}

/** Results up to the year's end less what was moved since, and the reserves: what an appropriation takes must be there. */
async function demandMeans(
  trx: Transaction,
  { officeId, plugin }: Pick<OfficeContext, 'officeId' | 'plugin'>,
  { legalEntityId, yearTo, toReserves }: { legalEntityId: string; yearTo: IsoDate; toReserves: Minor },
): Promise<void> {
  // One after the other for a company: two decisions must not take the same result.
  await sql`select from samen.legal_entity
     where office_id = ${officeId} and legal_entity_id = ${legalEntityId} for update`.execute(trx)
  const { rows } = await sql<{ brought: Minor; reserves: Minor; closed: boolean }>`
    select coalesce(sum(b.credit - b.debit) filter (where a.type in ('income', 'expense') and b.month <= ${yearTo}::date
                      or b.account = 'earlier-results'), 0)::int8 as brought,
           coalesce(sum(b.credit - b.debit) filter (where b.account = 'reserves'), 0)::int8 as reserves,
           exists (select from samen.ledger_period p where p.office_id = ${officeId} and p.state = 'closed'
                     and p.period >= date_trunc('month', ${yearTo}::timestamp)::date) as closed
      from samen.ledger_balance b
      join samen.ledger_account a on a.office_id = b.office_id and a.account = b.account
     where b.office_id = ${officeId} and b.legal_entity_id = ${legalEntityId} and b.currency = ${plugin.currency}`.execute(
    trx,
  )
  const { brought, reserves, closed } = rows[0] as (typeof rows)[0]
  if (!closed)
    throw conflict(`The year to ${yearTo} is not closed: its result may still change. Close its last month.`)
  if (toReserves > 0n && toReserves > brought)
    throw refused(
      `The results brought forward come to ${formatAmount(brought)} ${plugin.currency}: no more can be set aside.`,
      { field: 'toReserves', broughtForward: formatAmount(brought) },
    )
  if (toReserves < 0n && (-toReserves > reserves || toReserves < brought))
    throw refused(
      `A loss is covered from the reserves as far as both go: the results brought forward come to ${formatAmount(brought)} ${plugin.currency}, the reserves hold ${formatAmount(reserves)}.`,
      { field: 'toReserves' },
    )
}

const selectAppropriations = sql`
  select a.appropriation_id as "appropriationId", a.legal_entity_id as "legalEntityId", e.entity_no as "entityNo",
         a.year_from as "yearFrom", a.year_to as "yearTo", a.currency, a.to_reserves as "toReserves",
         a.decided_on as "decidedOn", a.minutes, a.state, a.proposed_by as "proposedBy", a.proposed_at as "proposedAt",
         a.approved_by as "approvedBy", a.approved_at as "approvedAt", a.effective_on as "effectiveOn"
    from samen.appropriation a
    join samen.legal_entity e on e.office_id = a.office_id and e.legal_entity_id = a.legal_entity_id`

async function appropriationById(
  trx: Transaction,
  officeId: string,
  appropriationId: string,
  lock = false,
): Promise<Appropriation> {
  const { rows } = await sql<Appropriation>`
    ${selectAppropriations} where a.office_id = ${officeId} and a.appropriation_id = ${appropriationId}
    ${lock ? sql`for update of a` : sql``}`.execute(trx)
  if (!rows[0]) throw notFound('such appropriation')
  return rows[0]
}
