import { type Mail, type MailSetting, oneLine } from '@samen/core/mail'
import MailComposer from 'nodemailer/lib/mail-composer'
import { mailWords } from './texts/index.ts'

export interface Attachment {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** A message as its reader sees it. */
export interface WrittenMail {
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly language: string
}

/** All attachments of one message together. */
export const ATTACHED_BYTES_MAX = 10_000_000

/**
 * Writes a message in its reader's language: plain text, and the same as simple HTML without pictures, scripts or anything
 * that is fetched. Pure.
 */
export function writeMail(
  {
    kind,
    language: wanted,
    recipientName,
    fields,
  }: Pick<Mail, 'kind' | 'language' | 'recipientName' | 'fields'>,
  { office, link, signature }: { office: string; link?: string | undefined; signature?: string | undefined },
): WrittenMail {
  const { say, has, language } = mailWords(wanted)
  const about = kind === 'invoice' && fields.document === 'credit-note' ? 'credit-note' : kind
  const inputs = { ...fields, office, name: recipientName }
  const hello = recipientName === '' ? say('hello.nobody', inputs) : say('hello', inputs)
  const paragraphs = [hello, ...say(`${about}.text`, inputs).split('\n')]
  const action = `${about}.action`
  const button = link !== undefined && has(action) ? { label: say(action, inputs), link } : undefined
  const automatic = say('automatic', inputs)
  const signed = signature?.trim() ? signature.trim() : office
  const text = [
    ...paragraphs,
    ...(button ? [`${button.label}:\n${button.link}`] : []),
    signed,
    `-- \n${automatic}`,
  ].join('\n\n')
  const paragraph = (inside: string) => `<p style="margin:0 0 16px">${inside}</p>`
  const html = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(say(`${about}.subject`, inputs))}</title></head>`,
    '<body style="margin:0;padding:24px;background:#fff;color:#1c1b22;font:16px/1.5 sans-serif"><div style="max-width:36em">',
    ...paragraphs.map((line) => paragraph(escaped(line))),
    ...(button
      ? [
          paragraph(
            `<a href="${escaped(button.link)}" style="display:inline-block;padding:10px 18px;background:#3b2bb8;color:#fff;border-radius:6px">${escaped(button.label)}</a>`,
          ),
          paragraph(
            `${escaped(say('link.copy', inputs))}<br><span style="word-break:break-all">${escaped(button.link)}</span>`,
          ),
        ]
      : []),
    paragraph(escaped(signed).replaceAll('\n', '<br>')),
    `<p style="margin:24px 0 0;color:#55535e;font-size:14px">${escaped(automatic)}</p></div></body></html>`,
  ].join('\n')
  return { subject: oneLine(say(`${about}.subject`, inputs)), text, html, language }
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The same for every attempt at a message: by it a receiver's server can tell a repetition. */
export const messageIdOf = ({ mailId }: Pick<Mail, 'mailId'>, { fromAddress }: MailSetting): string =>
  `<${mailId}@${fromAddress.slice(fromAddress.lastIndexOf('@') + 1)}>`

/** The message as bytes on their way (RFC 5322, MIME). */
export function mailBytes(
  mail: Pick<Mail, 'mailId' | 'recipientName' | 'queuedAt'>,
  { subject, text, html, language }: WrittenMail,
  { setting, to, attachments }: { setting: MailSetting; to: string; attachments: readonly Attachment[] },
): Promise<Buffer> {
  return new MailComposer({
    from: { name: setting.fromName, address: setting.fromAddress },
    to: { name: mail.recipientName, address: to },
    ...(setting.replyTo !== null && { replyTo: setting.replyTo }),
    subject,
    text,
    html,
    messageId: messageIdOf(mail, setting),
    date: mail.queuedAt,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
    attachments: attachments.map(({ name, type, bytes }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(bytes),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
}
