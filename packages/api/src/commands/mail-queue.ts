import { type Database, inOffice, type OfficeEntry } from '@samen/core/database'
import { mailSetting, mails } from '@samen/core/mail'
import { defineCommand } from '../command.ts'
import { asJson, officesNamed, table, withDatabase } from './office.ts'

const TO_DO = ['queued', 'failed', 'unclear', 'bounced'] as const

export const command = defineCommand({
  usage: `[--office OFFICE] [--json]

  Messages that wait, were refused, came back, or of which nobody knows whether they arrived; the latest 100 of each office.`,
  options: { office: { type: 'string' }, json: { type: 'boolean' } },
  async run({ values: { office: slug, json } }) {
    return withDatabase(async (db) => {
      const offices = await officesNamed(db, slug)
      const rows = (await Promise.all(offices.map((office) => waitingOf(db, office)))).flat()
      if (json) process.stdout.write(`${asJson(rows)}\n`)
      else if (rows.length === 0) process.stdout.write('No message waits.\n')
      else
        process.stdout.write(
          `${table(
            ['office', 'message', 'state', 'tries', 'since', 'last word'],
            rows.map((row) => [
              row.office,
              row.kind,
              row.state,
              String(row.attempts),
              row.queuedAt,
              row.detail ?? (row.hasSender ? '' : 'nobody has said who the mail comes from'),
            ]),
          )}\n`,
        )
      return undefined
    })
  },
})

async function waitingOf(db: Database, { officeId, slug }: OfficeEntry) {
  return inOffice(db, officeId, async (trx) => {
    const hasSender = (await mailSetting(trx, officeId)) !== undefined
    const waiting = await mails(trx, officeId, { states: TO_DO })
    return waiting.map(({ mailId, kind, state, attempts, queuedAt, detail }) => ({
      ...{ office: slug, mailId, kind, state, attempts, detail, hasSender },
      queuedAt: queuedAt.toISOString().slice(0, 16),
    }))
  })
}
