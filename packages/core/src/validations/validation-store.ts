import { type ColumnType, sql } from 'kysely'
import type { IsoDate, Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import type { Ceiling, Validation, Why } from './validation.ts'

export interface ValidationTables {
  validation_ceiling: {
    office_id: string
    ceiling_id: string
    member_id: string
    valid_from: IsoDate
    per_contract: Minor | null
    per_month: Minor | null
    set_by: string
    set_at: ColumnType<Date, Date, never>
  }
  contract_validation: {
    office_id: string
    contract_id: string
    validation_no: number
    member_id: string
    version: number
    worth: Minor
    why: Why
    ceiling: Minor
    asked_at: Date
    state: Validation['state']
    decided_by: string | null
    decided_at: Date | null
    reason: string | null
  }
}

export const validationFields = sql.raw(`contract_id as "contractId", validation_no as "validationNo",
  member_id as "memberId", version, worth, why, ceiling, asked_at as "askedAt", state, decided_at as "decidedAt", reason`)

/** The member's ceiling in force on a day; undefined where none was ever set by then. */
export async function ceilingOn(
  trx: Transaction,
  officeId: string,
  memberId: string,
  on: IsoDate,
): Promise<Ceiling | undefined> {
  const { rows } = await sql<Ceiling>`
    select per_contract as "perContract", per_month as "perMonth", valid_from as "validFrom"
      from samen.validation_ceiling
     where office_id = ${officeId} and member_id = ${memberId} and valid_from <= ${on}
     order by valid_from desc, ceiling_id desc limit 1`.execute(trx)
  return rows[0]
}

/** The latest question to the office about a contract. */
export async function latestValidation(
  trx: Transaction,
  officeId: string,
  contractId: string,
): Promise<Validation | undefined> {
  const { rows } = await sql<Validation>`
    select ${validationFields} from samen.contract_validation
     where office_id = ${officeId} and contract_id = ${contractId}
     order by validation_no desc limit 1`.execute(trx)
  return rows[0]
}

/** What the member's other jobs that start in a month come to: those agreed, and quotes a client can accept now. */
export async function agreedInMonth(
  trx: Transaction,
  officeId: string,
  memberId: string,
  { month, except, now }: { month: { from: IsoDate; to: IsoDate }; except: string; now: Date },
): Promise<Minor> {
  const { rows } = await sql<{ sum: Minor }>`
    select coalesce(sum(c.fee), 0)::int8 as sum from samen.contract c
     where c.office_id = ${officeId} and c.contract_id <> ${except} and c.state not in ('cancelled', 'split')
       and c.starts_on between ${month.from} and ${month.to}
       and exists (select from samen.engagement e where e.office_id = c.office_id and e.contract_id = c.contract_id
                      and e.member_id = ${memberId})
       and (c.state <> 'quote' or exists (
            select from samen.quote_link l where l.office_id = c.office_id and l.contract_id = c.contract_id
               and l.revoked_at is null and l.expires_at > ${now}))`.execute(trx)
  return (rows[0] as { sum: Minor }).sum
}
