import { formatAmount } from '@samen/core/country'
import { inOffice, type OfficeEntry } from '@samen/core/database'
import { latestMatches, undoMatch } from '@samen/core/statements'
import { defineCommand, UsageError } from '../command.ts'
import { asJson, contextOf, officesNamed, table, withDatabase } from './office.ts'

export const command = defineCommand({
  usage: `--office OFFICE [--undo MATCH --reason TEXT] [--as USER] [--json]

  Shows the latest 100 receipts that were given to invoices.
  --undo    takes one back that was given to the wrong invoice: it waits again, and the invoice is owed again
  --reason  why; needed to take one back`,
  options: {
    office: { type: 'string' },
    undo: { type: 'string' },
    reason: { type: 'string' },
    as: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values }) {
    const { office: slug, undo, reason } = values
    if (!slug) throw new UsageError('samen matches: say which office with --office, such as --office be.')
    if (undo && !UUID.test(undo))
      throw new UsageError('samen matches: --undo takes the id of a match, as this command shows it.')
    if (undo && !reason) throw new UsageError('samen matches: --undo needs a --reason.')
    return withDatabase(async (db) => {
      const [office] = (await officesNamed(db, slug)) as [OfficeEntry]
      const context = await contextOf(office, values.as)
      if (undo) {
        const undone = await inOffice(db, office.officeId, (trx) =>
          undoMatch(trx, context, { bankMatchId: undo, reason: reason ?? '' }),
        )
        process.stdout.write(
          values.json
            ? `${asJson(undone)}\n`
            : `${formatAmount(undone.amount)} waits again; the fund lends ${formatAmount(undone.lentAgain)} again.\n`,
        )
        return undefined
      }
      const matches = await inOffice(db, office.officeId, (trx) => latestMatches(trx, office.officeId))
      process.stdout.write(values.json ? `${asJson(matches)}\n` : `${listed(matches)}\n`)
      return undefined
    })
  },
})

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const listed = (matches: Awaited<ReturnType<typeof latestMatches>>) =>
  table(
    ['match', 'booked', 'payer', 'invoice', 'client', 'amount'],
    matches.map((one) => [
      one.bankMatchId,
      one.bookedOn,
      one.counterpartyName ?? one.counterpartyIban ?? '',
      one.number,
      one.clientName,
      formatAmount(one.amount),
    ]),
  )
