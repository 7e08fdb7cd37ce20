import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import type { Transaction } from '../database/index.ts'
import { type MailKind, QUEUED_MAX } from './mail.ts'
import { queuedMails, queueMails } from './mail-store.ts'

/** News older than that is none. */
const NEWS_DAYS = 7
/** Messages made in one go. */
const BATCH = 500

interface News {
  readonly kind: Extract<MailKind, 'wage-paid' | 'wage-returned'>
  readonly about: string
  readonly email: string
  readonly name: string
  readonly language: string
}

/**
 * Tells members that a wage has left the bank, unless they do not want it, or that one came back; of each payment once, and
 * without its amount.
 *
 * @returns how many messages were laid down; called again until it is none.
 */
export async function queueWageNews(trx: Transaction, context: OfficeContext): Promise<number> {
  const { officeId, now } = context
  // News take half of the queue at most: what people wait for has the other half.
  const room = Math.min(BATCH, QUEUED_MAX / 2 - (await queuedMails(trx, officeId)))
  if (room <= 0) return 0
  const since = new Date(now.getTime() - NEWS_DAYS * 86_400_000)
  const { rows } = await sql<News>`
    select n.kind, n.about, m.email, m.given_name as name, m.language
      from (select case when b.is_return then 'wage-returned' else 'wage-paid' end as kind,
                   b.payslip_id || ' ' || b.attempt as about, b.payslip_id
              from samen.bank_match b
             where b.office_id = ${officeId} and b.payslip_id is not null and b.matched_at > ${since}) n
      join samen.payslip s on s.office_id = ${officeId} and s.payslip_id = n.payslip_id
      join samen.member m on m.office_id = ${officeId} and m.member_id = s.member_id
      left join samen.mail_choice c on c.office_id = ${officeId} and c.member_id = m.member_id and c.kind = n.kind
     where coalesce(c.wanted, true)
       and not exists (select from samen.mail l
                        where l.office_id = ${officeId} and l.kind = n.kind and l.about = n.about)
     order by n.about limit ${room}`.execute(trx)
  await queueMails(
    trx,
    context,
    rows.map(({ kind, about, email, name, language }) => ({
      ...{ kind, about, language },
      recipient: email,
      recipientName: name,
      expiresAt: new Date(now.getTime() + NEWS_DAYS * 86_400_000),
    })),
  )
  return rows.length
}

/** Whether a member wants to hear that a wage was paid: yes, until they say no. */
export async function wantsWageNews(trx: Transaction, officeId: string, memberId: string): Promise<boolean> {
  const { rows } = await sql<{ wanted: boolean }>`
    select wanted from samen.mail_choice
     where office_id = ${officeId} and member_id = ${memberId} and kind = 'wage-paid'`.execute(trx)
  return rows[0]?.wanted ?? true
}

export async function chooseWageNews(
  trx: Transaction,
  { officeId, now }: OfficeContext,
  memberId: string,
  wanted: boolean,
): Promise<void> {
  await sql`
    insert into samen.mail_choice (office_id, member_id, kind, wanted, set_at)
    values (${officeId}, ${memberId}, 'wage-paid', ${wanted}, ${now})
    on conflict (office_id, member_id, kind) do update set wanted = excluded.wanted, set_at = excluded.set_at`.execute(
    trx,
  )
}
