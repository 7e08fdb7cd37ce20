import type { Transaction } from '@samen/core/database'
import { type Mail, type MailState, mailSetting, mails, PERSONAL_KINDS } from '@samen/core/mail'
import type { z } from 'zod'
import type { Page } from '../answers/common.ts'
import type { mailItem, mailSettings } from '../answers/mail.ts'
import type { MailPort } from '../mail/port.ts'
import { writeMail } from '../mail/write.ts'
import type { PageQuery } from '../routes/route.ts'
import { cursorOf, pageOf, rowsOf } from './page.ts'

type Answer = z.infer<typeof mailItem>

interface Where {
  readonly officeId: string
  readonly officeName: string
  readonly port: MailPort
}

/** Messages, the latest first: in some states, or all. */
export async function mailPage(
  trx: Transaction,
  where: Where,
  asked: PageQuery & { states?: readonly MailState[] | undefined },
): Promise<Page<Answer>> {
  const [beforeId] = cursorOf(asked, ['id']) ?? []
  const rows = await mails(trx, where.officeId, {
    limit: rowsOf(asked),
    ...(asked.states && { states: asked.states }),
    ...(beforeId !== undefined && { beforeId }),
  })
  const canSend = where.port.smtp !== undefined && (await mailSetting(trx, where.officeId)) !== undefined
  return pageOf(
    rows,
    asked,
    ({ mailId }) => [mailId],
    (mail) => mailAnswer(mail, where, canSend),
  )
}

export function mailAnswer(mail: Mail, { officeName }: Pick<Where, 'officeName'>, canSend: boolean): Answer {
  const { mailId, kind, copy, recipient, recipientName, language, state, attempts, detail } = mail
  const isWaiting = state === 'queued' && (!canSend || recipient === null)
  return {
    ...{ mailId, kind, copy, recipient, recipientName, language, state, attempts, detail, isWaiting },
    subject: writeMail(mail, { office: officeName }).subject,
    isPersonal: PERSONAL_KINDS.includes(kind),
    nextTryAt: state === 'queued' && !isWaiting ? mail.dueAt.toISOString() : null,
    expiresAt: mail.expiresAt.toISOString(),
    queuedAt: mail.queuedAt.toISOString(),
    changedAt: mail.changedAt.toISOString(),
  }
}

export async function mailSettingsOf(
  trx: Transaction,
  officeId: string,
  port: MailPort,
): Promise<z.infer<typeof mailSettings>> {
  return {
    server: port.smtp?.server ?? null,
    sender: (await mailSetting(trx, officeId)) ?? null,
  }
}
