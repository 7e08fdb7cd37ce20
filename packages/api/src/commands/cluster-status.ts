import { CURRENCY_DECIMALS, formatAmount } from '@samen/core/country'
import { ClusterDatabase, groupBalances, officeDirectory } from '@samen/core/database'
import { defineCommand } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { asJson, table, withDatabase } from './office.ts'

export const command = defineCommand({
  usage: `[--json]

  Which server holds which office, and the sum of all debits and credits of its books as the group reads them there.
  Exit code 1 when the books of an office do not balance.`,
  options: { json: { type: 'boolean' } },
  async run({ values }) {
    return withDatabase(async (db) => {
      if (!(db instanceof ClusterDatabase))
        throw new Refusal('This is one server, no cluster: SAMEN_WORKERS names none.')
      const sums = await groupBalances(db, '9999-12-01')
      const held: HeldOffice[] = []
      for (const { officeId, slug } of await officeDirectory(db)) {
        const server = await db.serverNameOf(officeId)
        const own = sums.filter((sum) => sum.officeId === officeId)
        for (const [currency, rows] of Map.groupBy(own, (sum) => sum.currency)) {
          const total = (side: 'debit' | 'credit') => rows.reduce((sum, row) => sum + row[side], 0n)
          const text = (amount: bigint) => formatAmount(amount, CURRENCY_DECIMALS[currency] ?? 2)
          held.push({
            office: slug,
            server,
            currency,
            debit: text(total('debit')),
            credit: text(total('credit')),
          })
        }
        if (own.length === 0) held.push({ office: slug, server, currency: '', debit: '', credit: '' })
      }
      process.stdout.write(values.json ? `${asJson(held)}\n` : `${table(head, held.map(row))}\n`)
      return held.every(({ debit, credit }) => debit === credit) ? 0 : 1
    })
  },
})

const head = ['office', 'server', 'currency', 'debit', 'credit']
const row = ({ office, server, currency, debit, credit }: HeldOffice) => [
  office,
  server,
  currency,
  debit,
  credit,
]

interface HeldOffice {
  readonly office: string
  readonly server: string
  /** Empty where nothing was booked yet. */
  readonly currency: string
  readonly debit: string
  readonly credit: string
}
