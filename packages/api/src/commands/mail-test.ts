import { randomUUID } from 'node:crypto'
import { inOffice, type OfficeEntry } from '@samen/core/database'
import { isMailAddress, type Mail, mailSetting } from '@samen/core/mail'
import { defineCommand, UsageError } from '../command.ts'
import { smtpFromEnvironment } from '../mail/smtp.ts'
import { mailBytes, writeMail } from '../mail/write.ts'
import { Refusal } from '../refusal.ts'
import { officesNamed, withDatabase } from './office.ts'

export const command = defineCommand({
  usage: `--office OFFICE --to ADDRESS

  Sends a test message at once, as the office, over the mail server of SAMEN_SMTP_URL, and shows what that says.`,
  options: { office: { type: 'string' }, to: { type: 'string' } },
  async run({ values: { office: slug, to } }) {
    if (!slug || !to) throw new UsageError('samen mail test: --office and --to are needed.')
    if (!isMailAddress(to)) throw new UsageError(`samen mail test: "${to}" is not an e-mail address.`)
    const smtp = smtpFromEnvironment()
    if (!smtp)
      throw new Refusal('No mail server is named: set SAMEN_SMTP_URL, or SAMEN_SMTP_URL_FILE with its file.')
    return withDatabase(async (db) => {
      const [office] = (await officesNamed(db, slug)) as [OfficeEntry]
      const setting = await inOffice(db, office.officeId, (trx) => mailSetting(trx, office.officeId))
      if (!setting)
        throw new Refusal(
          `Nobody has said who the mail of ${office.name} comes from: do so on the page "Mail" of the office.`,
        )
      const mail: Pick<Mail, 'mailId' | 'kind' | 'language' | 'recipientName' | 'fields' | 'queuedAt'> = {
        ...{ mailId: randomUUID(), kind: 'test', language: 'en', recipientName: '', fields: {} },
        queuedAt: new Date(),
      }
      const written = writeMail(mail, { office: office.name, signature: setting.signature })
      const bytes = await mailBytes(mail, written, { setting, to, attachments: [] })
      const { outcome, detail } = await smtp.send({ from: setting.fromAddress, to, bytes })
      process.stdout.write(`${smtp.server}: ${outcome}. ${detail}\n`)
      return outcome === 'sent' ? 0 : 1
    })
  },
})
