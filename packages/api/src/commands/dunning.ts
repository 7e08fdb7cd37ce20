import { formatAmount } from '@samen/core/country'
import { inOffice, type OfficeEntry } from '@samen/core/database'
import {
  dunningProposal,
  LETTERS_MAX,
  type ProposedLetter,
  rateClients,
  sendDunning,
} from '@samen/core/dunning'
import { defineCommand, UsageError } from '../command.ts'
import { asJson, contextOf, officesNamed, table, withDatabase } from './office.ts'

export const command = defineCommand({
  usage: `--office OFFICE [--send --as USER] [--rate] [--json]

  Shows the letters that are due to clients who pay late; writes nothing unless told.
  --send   approves all of them: they go to the outbox, each once; repeating it sends nothing twice
  --as     who approves
  --rate   rates every client anew from how it paid`,
  options: {
    office: { type: 'string' },
    send: { type: 'boolean' },
    as: { type: 'string' },
    rate: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run({ values }) {
    const { office: slug, send, as: by, rate, json } = values
    if (!slug) throw new UsageError('samen dunning: say which office with --office, such as --office be.')
    if (send && !by) throw new UsageError('samen dunning: --send needs --as USER: who approves the letters.')
    return withDatabase(async (db) => {
      const [office] = (await officesNamed(db, slug)) as [OfficeEntry]
      const context = await contextOf(office, by)
      const done = await inOffice(db, office.officeId, async (trx) => {
        const letters = await dunningProposal(trx, context)
        const chosen = letters.slice(0, LETTERS_MAX)
        const sent = send && chosen.length > 0 ? await sendDunning(trx, context, chosen) : null
        return { letters, sent, ratings: rate ? await rateClients(trx, context) : null }
      })
      process.stdout.write(json ? `${asJson(done)}\n` : report(done))
      return undefined
    })
  },
})

interface Done {
  readonly letters: readonly ProposedLetter[]
  readonly sent: Awaited<ReturnType<typeof sendDunning>> | null
  readonly ratings: Awaited<ReturnType<typeof rateClients>> | null
}

function report({ letters, sent, ratings }: Done): string {
  const rows = letters.map((letter) => [
    letter.clientName,
    `${letter.level} of ${letter.levels}`,
    String(letter.invoices.length),
    formatAmount(letter.open),
    formatAmount(letter.interest),
    formatAmount(letter.costs),
    letter.currency,
  ])
  const due =
    rows.length === 0
      ? 'No letter is due.'
      : table(['client', 'level', 'invoices', 'open', 'interest', 'costs', ''], rows)
  const next = sent
    ? `Approved: ${sent.letters.length} letters are in the outbox.`
    : rows.length > 0
      ? 'Next: approve them with --send --as USER, or one by one on the page of late clients.'
      : undefined
  const rated = ratings && `Rated ${ratings.rated} clients; ${ratings.changed.length} ratings changed.`
  return `${[due, next, rated].filter((line) => line).join('\n')}\n`
}
