import { formatAmount, type Minor } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import type { Validation } from '@samen/core/validations'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Page } from '../answers/common.ts'
import type { memberCeiling, validation, waitingValidation } from '../answers/validations.ts'
import type { PageQuery } from '../routes/route.ts'
import { cursorOf, pageOf, rowsOf } from './page.ts'

/** A question to the office; one that was replaced is none any more. */
export const validationAnswer = (asked: Validation | undefined): z.infer<typeof validation> | null =>
  asked === undefined || asked.state === 'superseded'
    ? null
    : {
        state: asked.state,
        worth: formatAmount(asked.worth),
        why: asked.why,
        ceiling: formatAmount(asked.ceiling),
        askedAt: asked.askedAt.toISOString(),
        decidedAt: asked.decidedAt?.toISOString() ?? null,
        reason: asked.reason,
      }

interface WaitingRow extends Validation {
  reference: string
  title: string
  client: string
  member: string
  currency: string
  startsOn: string
  endsOn: string
}

/** Quotes that wait for the office, the longest first. */
export async function waitingPage(
  trx: Transaction,
  officeId: string,
  query: PageQuery,
): Promise<Page<z.infer<typeof waitingValidation>>> {
  const [after] = cursorOf(query, ['id']) ?? []
  const { rows } = await sql<WaitingRow>`
    select v.contract_id as "contractId", v.validation_no as "validationNo", v.member_id as "memberId", v.version, v.worth, v.why,
           v.ceiling, v.asked_at as "askedAt", v.state, v.decided_at as "decidedAt", v.reason, c.reference, c.title,
           k.name as client, m.given_name || ' ' || m.family_name as member, c.currency, c.starts_on as "startsOn",
           c.ends_on as "endsOn"
      from samen.contract_validation v
      join samen.contract c on c.office_id = v.office_id and c.contract_id = v.contract_id
      join samen.client k on k.office_id = c.office_id and k.client_id = c.client_id
      join samen.member m on m.office_id = v.office_id and m.member_id = v.member_id
     where v.office_id = ${officeId} and v.state = 'waiting' and c.state = 'quote'
       and (${after ?? null}::uuid is null
            or (v.asked_at, v.contract_id) > (select asked_at, contract_id from samen.contract_validation
                 where office_id = ${officeId} and contract_id = ${after ?? null} order by validation_no desc limit 1))
     order by v.asked_at, v.contract_id limit ${rowsOf(query)}`.execute(trx)
  return pageOf(
    rows,
    query,
    (row) => [row.contractId],
    (row) => ({
      ...(validationAnswer(row) as z.infer<typeof validation>),
      contractId: row.contractId,
      reference: row.reference,
      title: row.title,
      client: row.client,
      member: { memberId: row.memberId, name: row.member },
      currency: row.currency,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
    }),
  )
}

interface CeilingRow {
  memberId: string
  name: string
  perContract: Minor | null
  perMonth: Minor | null
  validFrom: string | null
}

/** Members by name, each with the ceiling in force. */
export async function ceilingsPage(
  trx: Transaction,
  { officeId, today, currency }: { officeId: string; today: string; currency: string },
  query: PageQuery & { search?: string | undefined },
): Promise<Page<z.infer<typeof memberCeiling>>> {
  const [after] = cursorOf(query, ['id']) ?? []
  const pattern = `%${(query.search ?? '').toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<CeilingRow>`
    select m.member_id as "memberId", m.given_name || ' ' || m.family_name as name, k.per_contract as "perContract",
           k.per_month as "perMonth", k.valid_from as "validFrom"
      from samen.member m
      left join lateral (
        select per_contract, per_month, valid_from from samen.validation_ceiling
         where office_id = m.office_id and member_id = m.member_id and valid_from <= ${today}
         order by valid_from desc, ceiling_id desc limit 1) k on true
     where m.office_id = ${officeId} and lower(m.given_name || ' ' || m.family_name) like ${pattern}
       and (${after ?? null}::uuid is null
            or (lower(m.family_name), m.member_id) > (select lower(family_name), member_id from samen.member
                 where office_id = ${officeId} and member_id = ${after ?? null}))
     order by lower(m.family_name), m.member_id limit ${rowsOf(query)}`.execute(trx)
  const money = (amount: Minor | null) => (amount === null ? null : formatAmount(amount))
  return pageOf(
    rows,
    query,
    (row) => [row.memberId],
    (row) => ({ ...row, perContract: money(row.perContract), perMonth: money(row.perMonth), currency }),
  )
}
