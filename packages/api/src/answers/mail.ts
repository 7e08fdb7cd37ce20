import { MAIL_KINDS, MAIL_STATES } from '@samen/core/mail'
import { z } from 'zod'
import { id, moment } from './common.ts'

export const mailState = z.enum(MAIL_STATES)

export const mailItem = z
  .object({
    mailId: id,
    kind: z.enum(MAIL_KINDS),
    copy: z.number().int().meta({ description: '1 for the first; a person may send it again' }),
    recipient: z.string().nullable().meta({ description: 'Null where nobody knows the address' }),
    recipientName: z.string(),
    subject: z.string(),
    language: z.string(),
    state: mailState,
    attempts: z.number().int(),
    isWaiting: z
      .boolean()
      .meta({ description: 'Queued, and nothing will send it: no mail server, no sender or no address' }),
    isPersonal: z
      .boolean()
      .meta({ description: 'Its link lets its receiver in: nobody else sees the message' }),
    detail: z.string().nullable().meta({ description: 'The last words of the mail server, or of a person' }),
    nextTryAt: moment.nullable(),
    expiresAt: moment,
    queuedAt: moment,
    changedAt: moment,
  })
  .meta({ id: 'Mail' })

export const mailText = z
  .object({
    subject: z.string(),
    text: z.string(),
    attachments: z.array(z.string()).meta({ description: 'Names of the files attached' }),
  })
  .meta({ id: 'MailText' })

export const mailSettings = z
  .object({
    server: z.string().nullable().meta({
      description: 'Name and port of the mail server an operator has connected; null: nothing is sent',
    }),
    sender: z
      .object({
        fromName: z.string(),
        fromAddress: z.string(),
        replyTo: z.string().nullable(),
        signature: z.string(),
        perMinute: z.number().int(),
      })
      .nullable(),
  })
  .meta({ id: 'MailSettings' })
