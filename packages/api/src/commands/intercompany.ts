import { isIsoDate } from '@samen/core/country'
import { inOffice } from '@samen/core/database'
import { bookIntercompany, INTERCOMPANY_KINDS, type IntercompanyKind } from '@samen/core/intercompany'
import { defineCommand, UsageError } from '../command.ts'
import { amountOption, asJson, contextOf, officesNamed, withDatabase } from './office.ts'

export const command = defineCommand({
  usage: `--office be --with fr --reference TEXT --kind KIND --amount 1250.00 --on YYYY-MM-DD [--received]
        [--description TEXT] [--as USER] [--json]

  Books this office's side of what stands between it and another of the group; the other books its own under the same
  reference. Given by this office, or --received by it. A negative amount takes back. The same reference again changes
  nothing. Kinds: ${INTERCOMPANY_KINDS.join(', ')}.`,
  options: {
    office: { type: 'string' },
    with: { type: 'string' },
    reference: { type: 'string' },
    kind: { type: 'string' },
    amount: { type: 'string' },
    on: { type: 'string' },
    received: { type: 'boolean' },
    description: { type: 'string' },
    as: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values }) {
    const { office: slug, with: counterparty, reference, kind, amount, on } = values
    if (!slug || !counterparty || !reference || !kind || !amount || !on)
      throw new UsageError(
        'samen intercompany: say --office, --with, --reference, --kind, --amount and --on.',
      )
    if (!isIsoDate(on)) throw new UsageError('samen intercompany: --on is a day, such as 2026-10-20.')
    const minor = amountOption('amount', amount)
    return withDatabase(async (db) => {
      const [office] = await officesNamed(db, slug)
      if (!office) throw new UsageError(`samen intercompany: there is no office ${slug}.`)
      const context = await contextOf(office, values.as)
      const item = await inOffice(db, office.officeId, (trx) =>
        bookIntercompany(trx, context, {
          counterparty,
          reference,
          kind: kind as IntercompanyKind,
          direction: values.received ? 'received' : 'given',
          amount: minor,
          effectiveOn: on,
          ...(values.description && { description: values.description }),
        }),
      )
      const said = `${item.reference} with ${item.counterparty} is booked on ${item.effectiveOn}.`
      process.stdout.write(values.json ? `${asJson(item)}\n` : `${said}\n`)
      return undefined
    })
  },
})
