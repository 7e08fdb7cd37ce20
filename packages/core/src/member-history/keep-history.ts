import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import type { Transaction } from '../database/index.ts'
import { memberById } from '../members/index.ts'
import { refused } from '../problem/index.ts'
import { historyHash, type SignedMemberHistory } from './member-history.ts'

export interface KeptHistory {
  readonly fromOffice: string
  readonly writtenOn: string
  readonly keptBy: string
  readonly keptAt: Date
  readonly document: SignedMemberHistory
}

/**
 * Keeps what a member brought along from another office, to be read beside what they have here. Keeping the same again
 * changes nothing.
 *
 * @param signed as `readMemberHistory` answered it.
 * @throws Problem `not-found`; `refused` when it is about somebody else (another day of birth), or of this very office.
 */
export async function keepMemberHistory(
  trx: Transaction,
  { officeId, by }: OfficeContext,
  { memberId, signed }: { memberId: string; signed: SignedMemberHistory },
): Promise<void> {
  const { history } = signed
  const member = await memberById(trx, officeId, memberId)
  if (member.birthDate !== history.member.birthDate)
    throw refused(`This history is of somebody born on ${history.member.birthDate}, not of this member.`)
  const { rows } = await sql<{ own: boolean }>`
    select exists (select from office where office_id = ${officeId} and slug = ${history.office.slug}) as own`.execute(
    trx,
  )
  if (rows[0]?.own) throw refused('This history was written by this office itself: it is all here already.')
  await sql`
    insert into member_history (office_id, member_id, sha256, from_office, written_on, document, kept_by)
    values (${officeId}, ${memberId}, ${historyHash(signed)}, ${history.office.slug}, ${history.writtenOn},
      ${JSON.stringify(signed)}::jsonb, ${by}) on conflict do nothing`.execute(trx)
}

/** What a member brought along, the latest first. */
export async function keptHistories(
  trx: Transaction,
  officeId: string,
  memberId: string,
): Promise<KeptHistory[]> {
  const { rows } = await sql<KeptHistory>`
    select from_office as "fromOffice", written_on as "writtenOn", kept_by as "keptBy", kept_at as "keptAt", document
      from member_history where office_id = ${officeId} and member_id = ${memberId}
     order by written_on desc, kept_at desc limit 100`.execute(trx)
  return rows
}
