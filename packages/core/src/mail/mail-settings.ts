import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import type { Transaction } from '../database/index.ts'
import { invalid } from '../problem/index.ts'
import { type MailSetting, oneLine } from './mail.ts'
import { isMailAddress } from './mail-store.ts'

const SIGNATURE_MAX = 1_000

/** Who the office's mail comes from; undefined until somebody has said it, and nothing is sent before. */
export async function mailSetting(trx: Transaction, officeId: string): Promise<MailSetting | undefined> {
  const { rows } = await sql<MailSetting>`
    select from_name as "fromName", from_address as "fromAddress", reply_to as "replyTo", signature,
           per_minute as "perMinute"
      from samen.mail_setting where office_id = ${officeId} order by version desc limit 1`.execute(trx)
  return rows[0]
}

/** Says who the office's mail comes from; the latest counts. @throws Problem `invalid-field` */
export async function setMailSetting(
  trx: Transaction,
  { officeId, by, now }: OfficeContext,
  { fromName, fromAddress, replyTo, signature, perMinute }: MailSetting,
): Promise<void> {
  const name = oneLine(fromName)
  if (name.length < 1 || name.length > 100) throw invalid('fromName', 'Has 1 to 100 characters.')
  if (!isMailAddress(fromAddress)) throw invalid('fromAddress', 'Not an e-mail address.')
  if (replyTo !== null && !isMailAddress(replyTo)) throw invalid('replyTo', 'Not an e-mail address.')
  if (signature.length > SIGNATURE_MAX) throw invalid('signature', `Has at most ${SIGNATURE_MAX} characters.`)
  if (!Number.isInteger(perMinute) || perMinute < 1 || perMinute > 600)
    throw invalid('perMinute', 'A whole number from 1 to 600.')
  const text = signature
    .split(/\r\n?|\n/)
    .map((line) => oneLine(line, SIGNATURE_MAX))
    .join('\n')
    .trim()
  await sql`select pg_advisory_xact_lock(hashtextextended('mail setting', hashtextextended(${officeId}, 0)))`.execute(
    trx,
  )
  await sql`
    insert into samen.mail_setting (office_id, version, from_name, from_address, reply_to, signature, per_minute, set_by,
      set_at)
    select ${officeId}, coalesce(max(version), 0) + 1, ${name}, ${fromAddress}, ${replyTo}, ${text}, ${perMinute}, ${by},
           ${now}
      from samen.mail_setting where office_id = ${officeId}`.execute(trx)
}
