import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { type Database, inOffice, type Transaction } from '../database/index.ts'
import { conflict, invalid, notFound, refused } from '../problem/index.ts'
import {
  type Attempt,
  afterAttempt,
  CLAIM_S,
  COPIES_MAX,
  type Mail,
  type MailDraft,
  type MailState,
  mayReaddress,
  oneLine,
  PERSONAL_KINDS,
  QUEUED_MAX,
  UNSETTLED_MAX,
} from './mail.ts'

/** One address, of the letters that every mail server carries. */
const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+$/

export const isMailAddress = (text: string): boolean => text.length <= 254 && ADDRESS.test(text)

/**
 * Lays a message down to be sent, in the transaction that decided it; one about the same is passed over.
 *
 * @returns its id; undefined where one of the kind about the same was queued before.
 * @throws Problem `invalid-field` for an address that is none; `refused` where too many wait.
 */
export async function queueMail(
  trx: Transaction,
  context: OfficeContext,
  draft: MailDraft,
): Promise<string | undefined> {
  if (draft.recipient !== null && !isMailAddress(draft.recipient))
    throw invalid('recipient', 'Not an e-mail address.')
  return (await queueMails(trx, context, [draft]))[0]
}

/**
 * Lays messages down to be sent, in one statement; one whose address is none waits to be handed over.
 *
 * @returns the ids of those that were not queued before.
 * @throws Problem `refused` where too many wait.
 */
export async function queueMails(
  trx: Transaction,
  { officeId, by, now, id }: OfficeContext,
  drafts: readonly MailDraft[],
): Promise<string[]> {
  if (drafts.length === 0) return []
  await refuseFullQueue(trx, officeId)
  const rows = drafts.map(({ mailId = id(), kind, about, recipient, fields = {}, expiresAt, ...draft }) => ({
    mail_id: mailId,
    kind,
    about,
    recipient: recipient !== null && isMailAddress(recipient) ? recipient : null,
    recipient_name: oneLine(draft.recipientName),
    language: draft.language.slice(0, 2).toLowerCase(),
    fields: Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, oneLine(text)])),
    expires_at: expiresAt.toISOString(),
  }))
  const { rows: made } = await sql<{ mailId: string }>`
    insert into samen.mail (office_id, mail_id, kind, about, copy, recipient, recipient_name, language, fields, state, due_at,
      expires_at, queued_by, queued_at, changed_by, changed_at)
    select ${officeId}, r.mail_id, r.kind, r.about, 1, r.recipient, r.recipient_name, r.language, r.fields, 'queued', ${now},
           r.expires_at, ${by}, ${now}, ${by}, ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}) as r(mail_id uuid, kind text, about text, recipient text,
           recipient_name text, language text, fields jsonb, expires_at timestamptz)
    on conflict (office_id, kind, about, copy) do nothing returning mail_id as "mailId"`.execute(trx)
  return made.map(({ mailId }) => mailId)
}

/** Messages that wait, counted up to `QUEUED_MAX`. */
export async function queuedMails(trx: Transaction, officeId: string): Promise<number> {
  const { rows } = await sql<{ queued: number }>`
    select count(*)::int as queued from (
      select from samen.mail where office_id = ${officeId} and state = 'queued' limit ${QUEUED_MAX}) waiting`.execute(
    trx,
  )
  return rows[0]?.queued ?? 0
}

async function refuseFullQueue(trx: Transaction, officeId: string): Promise<void> {
  if ((await queuedMails(trx, officeId)) >= QUEUED_MAX)
    throw refused(`${QUEUED_MAX} messages wait already: connect a mail server, or hand some over first.`)
}

const fields =
  sql.raw(`mail_id as "mailId", kind, about, copy, recipient, recipient_name as "recipientName", language,
  fields, state, attempts, unsettled, due_at as "dueAt", expires_at as "expiresAt", detail, queued_by as "queuedBy",
  queued_at as "queuedAt", changed_at as "changedAt"`)

/** Messages, the latest first; at most `limit`, 100 unless told. */
export async function mails(
  trx: Transaction,
  officeId: string,
  {
    states,
    beforeId,
    limit = 100,
  }: { states?: readonly MailState[]; beforeId?: string; limit?: number } = {},
): Promise<Mail[]> {
  const { rows } = await sql<Mail>`
    select ${fields} from samen.mail
     where office_id = ${officeId} and (${states ?? null}::text[] is null or state = any(${states ?? null}::text[]))
       and (${beforeId ?? null}::uuid is null or mail_id < ${beforeId ?? null})
     order by mail_id desc limit ${Math.min(limit, 1_000)}`.execute(trx)
  return rows
}

/** @throws Problem `not-found` */
export async function mailById(trx: Transaction, officeId: string, mailId: string): Promise<Mail> {
  const { rows } = await sql<Mail>`
    select ${fields} from samen.mail where office_id = ${officeId} and mail_id = ${mailId}`.execute(trx)
  if (!rows[0]) throw notFound('such message')
  return rows[0]
}

/**
 * Takes the next message that is due for one attempt, in a transaction of its own: whoever dies over it leaves it claimed and
 * unsettled. Undefined when none is due, or the minute is full.
 */
export async function claimMail(
  db: Database,
  officeId: string,
  { now, perMinute }: { now: Date; perMinute: number },
): Promise<Mail | undefined> {
  return inOffice(db, officeId, async (trx) => {
    await settleStale(trx, officeId, now)
    const { rows } = await sql<Mail>`
      update samen.mail set attempts = attempts + 1, unsettled = unsettled + 1, claimed_at = ${now},
             claimed_until = ${new Date(now.getTime() + CLAIM_S * 1_000)}
       where office_id = ${officeId}
         and (select count(*) from samen.mail
               where office_id = ${officeId} and claimed_at > ${new Date(now.getTime() - 60_000)}) < ${perMinute}
         and mail_id = (
           select mail_id from samen.mail
            where office_id = ${officeId} and state = 'queued' and recipient is not null and due_at <= ${now}
              and (claimed_until is null or claimed_until <= ${now})
            order by kind = any(${[...PERSONAL_KINDS]}) desc, due_at, mail_id limit 1 for update skip locked)
      returning ${fields}`.execute(trx)
    return rows[0]
  })
}

/** Messages nobody will send any more: too late, or twice begun and never heard of. */
export async function settleStale(trx: Transaction, officeId: string, now: Date): Promise<void> {
  await sql`
    update samen.mail set state = 'unclear', changed_by = 'mail', changed_at = ${now},
           detail = 'Sending was interrupted twice: nobody knows whether it arrived.'
     where office_id = ${officeId} and state = 'queued' and unsettled >= ${UNSETTLED_MAX} and claimed_until <= ${now}`.execute(
    trx,
  )
  await sql`
    update samen.mail set state = case when unsettled > 0 then 'unclear' else 'failed' end, changed_by = 'mail',
           changed_at = ${now},
           detail = case when unsettled > 0 then 'Its time is over, and of one attempt nobody knows how it ended.'
                         else 'It was not sent in time.' end
     where office_id = ${officeId} and state = 'queued' and expires_at <= ${now}
       and (claimed_until is null or claimed_until <= ${now})`.execute(trx)
}

/** Writes down how a claimed attempt ended; answers where the message stands now. */
export async function recordAttempt(
  trx: Transaction,
  officeId: string,
  mail: Mail,
  attempt: Attempt,
  now: Date,
): Promise<MailState> {
  const { state, unsettled, dueAt } = afterAttempt(mail, attempt, now)
  const detail = oneLine(attempt.detail, 1_000)
  // Guarded by the attempt's number: an answer that comes after its time changes nothing but what it surely knows.
  await sql`
    update samen.mail set state = ${state}, unsettled = ${unsettled}, due_at = ${dueAt}, detail = ${detail},
           claimed_until = null, changed_by = 'mail', changed_at = ${now}
     where office_id = ${officeId} and mail_id = ${mail.mailId} and attempts = ${mail.attempts}
       and state in ('queued', 'unclear')`.execute(trx)
  return state
}

/**
 * A person writes down what became of a message: they gave it to its receiver, or it came back.
 *
 * @throws Problem `not-found`; `conflict` when it is being sent this moment, or its state does not allow it.
 */
export async function settleMail(
  trx: Transaction,
  { officeId, by, now }: OfficeContext,
  mailId: string,
  { state, reason }: { state: 'handed-over' | 'bounced'; reason?: string | undefined },
): Promise<Mail> {
  const from = state === 'bounced' ? ['sent', 'unclear'] : ['queued', 'failed', 'unclear', 'bounced']
  const before = await mailById(trx, officeId, mailId)
  const { numAffectedRows } = await sql`
    update samen.mail set state = ${state}, detail = ${reason === undefined ? null : oneLine(reason, 300)},
           changed_by = ${by}, changed_at = ${now}
     where office_id = ${officeId} and mail_id = ${mailId} and state = any(${from}::text[])
       and (state <> 'queued' or claimed_until is null or claimed_until <= ${now})`.execute(trx)
  if (numAffectedRows !== 1n && before.state !== state)
    throw conflict(
      state === 'bounced'
        ? 'Only a message that was sent comes back.'
        : 'The message is being sent, was sent, or was handed over: look at it again.',
    )
  return mailById(trx, officeId, mailId)
}

/**
 * Sends a message once more, as a person decides: a copy of its own, to the address it had or to another.
 *
 * @throws Problem `not-found`; `conflict` while the message still waits, for a text that is out of date, or after too many copies.
 */
export async function sendAgain(
  trx: Transaction,
  { officeId, by, now, id }: OfficeContext,
  mailId: string,
  { recipient }: { recipient?: string | undefined } = {},
): Promise<string> {
  const mail = await mailById(trx, officeId, mailId)
  if (mail.state === 'queued') throw conflict('The message still waits to be sent.')
  if (mail.expiresAt <= now)
    throw conflict('What the message says is out of date: begin it anew where it was begun.')
  if (mail.kind === 'password') throw conflict('Whoever forgot a password asks for it themselves.')
  if (recipient !== undefined && !isMailAddress(recipient))
    throw invalid('recipient', 'Not an e-mail address.')
  if (recipient !== undefined && recipient !== mail.recipient && !mayReaddress(mail.kind))
    throw invalid('recipient', 'This message is for its receiver alone.')
  await refuseFullQueue(trx, officeId)
  const copyId = id()
  const { rows } = await sql<{ copy: number }>`
    insert into samen.mail (office_id, mail_id, kind, about, copy, recipient, recipient_name, language, fields, state, due_at,
      expires_at, queued_by, queued_at, changed_by, changed_at)
    select office_id, ${copyId}, kind, about, copies.latest + 1, ${recipient ?? mail.recipient}, recipient_name, language,
           fields, 'queued', ${now}, expires_at, ${by}, ${now}, ${by}, ${now}
      from samen.mail,
           (select max(copy) as latest from samen.mail
             where office_id = ${officeId} and kind = ${mail.kind} and about = ${mail.about}) copies
     where office_id = ${officeId} and mail_id = ${mailId} and copies.latest < ${COPIES_MAX}
    on conflict (office_id, kind, about, copy) do nothing returning copy`.execute(trx)
  if (!rows[0]) throw conflict(`It is being sent again by somebody else, or was sent ${COPIES_MAX} times.`)
  return copyId
}
