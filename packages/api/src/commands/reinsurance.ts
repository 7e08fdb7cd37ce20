import { formatAmount, formatPercent } from '@samen/core/country'
import { cedeMonth, previewCession, reinsuranceAccounts, treaties } from '@samen/core/reinsurance'
import { defineCommand, UsageError } from '../command.ts'
import { table, tell, workInOffice } from './office.ts'

export const command = defineCommand({
  usage: `--office OFFICE [--json]                             list treaties and the months accounted for
          --preview YYYY-MM --with OFFICE               what a month would cede; writes nothing
          --cede YYYY-MM --with OFFICE [--as USER]      book it; with --json it prints the other office's statement

  What the guarantee fund passes on of its losses above the retentions, and the premium on its levies. Ceding a month again
  prints what was booked. Treaties, and taking in a statement, are for the office's page and /v1.`,
  options: {
    office: { type: 'string' },
    with: { type: 'string' },
    preview: { type: 'string' },
    cede: { type: 'string' },
    as: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values }) {
    const { office, with: counterparty, preview, cede } = values
    if (!office) throw new UsageError('samen reinsurance: say which --office.')
    if (preview && cede) throw new UsageError('samen reinsurance: --preview or --cede, not both.')
    const period = preview ?? cede
    if (period === undefined) {
      const seen = await workInOffice(office, values.as, async (trx, { officeId }) => ({
        treaties: await treaties(trx, officeId),
        accounts: await reinsuranceAccounts(trx, officeId),
      }))
      tell(values.json, seen, listed(seen))
      return undefined
    }
    if (!counterparty) throw new UsageError('samen reinsurance: say the other office, --with.')
    const statement = await workInOffice(office, values.as, (trx, context) =>
      (cede ? cedeMonth : previewCession)(trx, context, { counterparty, period }),
    )
    const rows = statement.lines.map((one) => [String(one.lossYear), one.gross, one.ceded, one.change])
    const text = `${table(['year of loss', 'lost', 'ceded', 'this month'], rows)}\n\n  premium ${statement.premium} ${statement.currency}`
    tell(values.json, statement, text)
    return undefined
  },
})

interface Listed {
  treaties: Awaited<ReturnType<typeof treaties>>
  accounts: Awaited<ReturnType<typeof reinsuranceAccounts>>
}

function listed({ treaties: all, accounts }: Listed): string {
  const terms = all.map((one) => [
    one.counterparty,
    one.direction,
    String(one.fromYear),
    formatAmount(one.retentionPerLoss),
    formatAmount(one.retentionPerYear),
    formatPercent(one.share),
    formatPercent(one.premium),
  ])
  const months = accounts.map((one) => [
    one.period,
    one.counterparty,
    one.direction,
    formatAmount(one.premium),
    String(one.statement.lines.length),
    one.bookedBy,
  ])
  return [
    table(['office', 'side', 'from', 'kept of a loss', 'kept of a year', 'share %', 'premium %'], terms),
    '',
    table(['month', 'office', 'side', 'premium', 'lines', 'by'], months),
  ].join('\n')
}
