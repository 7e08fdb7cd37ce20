import { formatAmount } from '@samen/core/country'
import { assetRegister, depreciateMonth } from '@samen/core/equipment'
import { defineCommand, UsageError } from '../command.ts'
import { table, tell, workInOffice } from './office.ts'

export const command = defineCommand({
  usage: `--office OFFICE [--activity ID] [--disposed] [--json]   the register, the latest 200
          --write-off YYYY-MM [--as USER]                  write off a month that is over

  What activities bought to keep. Months are written off by themselves once they are over while the server runs; --write-off
  does it now, and again changes nothing. It is bought by a supplier invoice (samen supplier-invoices); selling is for the office's
  page and /v1.`,
  options: {
    office: { type: 'string' },
    activity: { type: 'string' },
    disposed: { type: 'boolean' },
    'write-off': { type: 'string' },
    as: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values }) {
    const { office, activity, disposed, 'write-off': period } = values
    if (!office) throw new UsageError('samen equipment: say which --office.')
    const { writtenOff, assets } = await workInOffice(office, values.as, async (trx, context) => ({
      writtenOff: period === undefined ? undefined : await depreciateMonth(trx, context, { period }),
      assets: await assetRegister(trx, context.officeId, { activityId: activity, disposed, limit: 200 }),
    }))
    const rows = assets.map((one) => [
      one.name,
      one.activityName,
      one.boughtOn,
      formatAmount(one.cost),
      formatAmount(one.cost - one.depreciated),
      one.disposedOn ?? '–',
    ])
    const said = writtenOff
      ? `${writtenOff.period}: ${writtenOff.assets} written off, ${formatAmount(writtenOff.amount)}.\n`
      : ''
    const head = ['thing', 'activity', 'bought', 'cost', 'value', 'gone']
    tell(values.json, { assets, writtenOff }, said + table(head, rows))
    return undefined
  },
})
