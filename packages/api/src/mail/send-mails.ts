import type { OfficeContext } from '@samen/core/context'
import { type Database, inOffice } from '@samen/core/database'
import { settleMailedInvoices } from '@samen/core/delivery'
import {
  type Attempt,
  claimMail,
  isReserved,
  type Mail,
  type MailSetting,
  mailSetting,
  recordAttempt,
  settleStale,
} from '@samen/core/mail'
import { Problem } from '@samen/core/problem'
import type { MailPort } from './port.ts'
import { attached, type MailOffice, readMail } from './read-mail.ts'
import type { Smtp } from './smtp.ts'
import { mailBytes } from './write.ts'

/** Messages of one office in one round, so that none of the others waits long. */
const ROUND_MAX = 50

/**
 * Sends what is due of an office, one message after the other: claimed, sent, written down, each in a transaction of its own.
 * Whoever is killed between claim and record leaves an attempt with unknown end, and there are two of them at most. Without a
 * mail server or a sender nothing is claimed, and everything waits until its time is over.
 */
export async function sendMails(
  db: Database,
  context: OfficeContext,
  {
    port,
    office,
    now,
    signal,
  }: { port: MailPort; office: MailOffice; now: () => Date; signal?: AbortSignal | undefined },
): Promise<{ readonly sent: number; readonly others: number }> {
  const { officeId } = context
  const { smtp } = port
  const setting = await inOffice(db, officeId, async (trx) => {
    await settleStale(trx, officeId, now())
    return mailSetting(trx, officeId)
  })
  const done = { sent: 0, others: 0 }
  if (!smtp || !setting) return done
  for (let turn = 0; turn < ROUND_MAX && !signal?.aborted; turn++) {
    const mail = await claimMail(db, officeId, { now: now(), perMinute: setting.perMinute })
    if (!mail) break
    const attempt = await attemptOf(db, context, mail, { smtp, setting, port, office })
    const state = await inOffice(db, officeId, async (trx) => {
      const after = await recordAttempt(trx, officeId, mail, attempt, now())
      if (mail.kind === 'invoice') await settleMailedInvoices(trx, officeId, now(), mail.about)
      return after
    })
    if (state === 'sent') done.sent++
    else done.others++
    // A server that does not take one message now, or does not say, is not asked for the others in the same breath.
    if (attempt.outcome === 'later' || attempt.outcome === 'unknown') break
  }
  return done
}

interface Means {
  readonly smtp: Smtp
  readonly setting: MailSetting
  readonly port: MailPort
  readonly office: MailOffice
}

async function attemptOf(
  db: Database,
  context: OfficeContext,
  mail: Mail,
  { smtp, setting, port, office }: Means,
): Promise<Attempt> {
  const { recipient } = mail
  if (recipient === null) return { outcome: 'refused', detail: 'Nobody knows the address.' }
  if (isReserved(recipient))
    return {
      outcome: 'refused',
      detail: 'The address lies in a domain that is given to nobody: no message leaves for it.',
    }
  let bytes: Buffer
  try {
    const written = await inOffice(db, context.officeId, (trx) =>
      readMail(trx, context, mail, { port, office }),
    )
    const attachments = await attached(written.sources)
    bytes = await mailBytes(mail, written, { setting, to: recipient, attachments })
  } catch (error) {
    if (error instanceof RangeError) return { outcome: 'refused', detail: error.message }
    if (error instanceof Problem && error.status < 500)
      return { outcome: 'refused', detail: `What it is about is not valid any more: ${error.detail}` }
    // Of ours, and to be mended: the message waits for it, and its words stay out of sight.
    return { outcome: 'later', detail: `It could not be written (${(error as Error).name}).` }
  }
  return smtp.send({ from: setting.fromAddress, to: recipient, bytes })
}
