import { type MergeSide, mergeClients, previewMerge } from '@samen/core/client-merges'
import { formatAmount } from '@samen/core/country'
import { inOffice, type OfficeEntry } from '@samen/core/database'
import { z } from 'zod'
import { defineCommand, UsageError } from '../command.ts'
import { contextOf, officesNamed, table, tell, withDatabase } from './office.ts'

export const command = defineCommand({
  usage: `--office OFFICE --client ID --into ID [--json]      what both have; writes nothing
          --reason TEXT [--number-changed] [--as USER]      merge them, for good

  Makes one client of two: jobs, invoices, advances, letters and promises of the one go over to the other, balances by a posting.
  What was issued keeps its text. Clients with different VAT or company numbers are merged only if the number changed: say
  --number-changed.`,
  options: {
    office: { type: 'string' },
    client: { type: 'string' },
    into: { type: 'string' },
    reason: { type: 'string' },
    'number-changed': { type: 'boolean' },
    as: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values }) {
    const { office: slug, reason, 'number-changed': numberChanged } = values
    if (!slug) throw new UsageError('samen merge-clients: say which --office.')
    const clientId = idOption('client', values.client)
    const intoId = idOption('into', values.into)
    await withDatabase(async (db) => {
      const [office] = (await officesNamed(db, slug)) as [OfficeEntry]
      const context = await contextOf(office, values.as)
      if (reason !== undefined) {
        const merge = await mergeClients(db, context, {
          ...{ clientId, intoId, numberChanged, reason },
        })
        return tell(values.json, merge, `“${merge.name}” is merged into ${merge.intoId}.`)
      }
      const preview = await inOffice(db, office.officeId, (trx) =>
        previewMerge(trx, office.officeId, { clientId, intoId }),
      )
      const { merged, into, takes, numbersDiffer } = preview
      const notes = [
        ...(takes.length > 0 ? [`It takes over what only the merged one has: ${takes.join(', ')}.`] : []),
        ...(numbersDiffer ? ['Their numbers differ: merging needs --number-changed.'] : []),
        'Merge them for good with --reason TEXT.',
      ]
      const head = ['', 'client', 'VAT number', 'open jobs', 'invoices', 'owes', 'advanced', 'limit']
      return tell(
        values.json,
        preview,
        [table(head, [rowOf('merged', merged), rowOf('into', into)]), ...notes].join('\n'),
      )
    })
    return undefined
  },
})

function idOption(option: string, text: string | undefined): string {
  if (!z.uuid().safeParse(text).success)
    throw new UsageError(`--${option}: the id of a client, as its page or /v1 names it.`)
  return (text as string).toLowerCase()
}

const rowOf = (what: string, side: MergeSide): string[] => [
  what,
  side.name,
  side.vatNumber ?? '',
  String(side.openJobs),
  String(side.invoices),
  formatAmount(side.owed),
  formatAmount(side.exposure),
  formatAmount(side.creditLimit),
]
