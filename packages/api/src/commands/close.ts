import { type ClosedMonth, closeMonth } from '@samen/core/closes'
import { officeDirectory } from '@samen/core/database'
import { deliverPacks } from '@samen/core/packs'
import { defineCommand, UsageError } from '../command.ts'
import { printProgress } from '../progress.ts'
import { asJson, contextOf, officesNamed, withDatabase } from './office.ts'

export const command = defineCommand({
  usage: `--period YYYY-MM [--office OFFICE] [--as USER] [--json]

  Verifies the ledger, closes the month for good, seals its pack and brings it to the group; all offices unless told.
  Closing a month again changes nothing.`,
  options: {
    period: { type: 'string' },
    office: { type: 'string' },
    as: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values }) {
    const { period, office: slug, as } = values
    if (!period) throw new UsageError('samen close: say which month with --period, such as --period 2026-10.')
    return withDatabase(async (db) => {
      const progress = printProgress(process.stderr)
      const offices = await officesNamed(db, slug)
      const hasGroup = (await officeDirectory(db)).some(({ role }) => role === 'group')
      const closed: (ClosedMonth & { office: string; delivered: boolean })[] = []
      for (const office of offices)
        await progress.step(office.name.slice(0, 15), async (step) => {
          step.say('verifying the ledger')
          const month = await closeMonth(db, await contextOf(office, as), { period })
          const sent = hasGroup ? await deliverPacks(db, office.officeId) : undefined
          closed.push({ ...month, office: office.slug, delivered: hasGroup && sent?.failed === 0 })
          const state = month.alreadyClosed ? 'was closed before' : 'closed'
          return `${period} ${state}, pack ${month.pack.packNo} ${month.pack.hash.slice(0, 12)}…`
        })
      if (values.json) process.stdout.write(`${asJson(closed)}\n`)
      else process.stdout.write(closed.map(report).join(''))
      return undefined
    })
  },
})

function report({
  office,
  pack,
  warnings,
  delivered,
}: ClosedMonth & { office: string; delivered: boolean }): string {
  const way = delivered ? 'received by the group' : 'waits to be delivered to the group'
  const lines = warnings.map(({ detail }) => `    note: ${detail}\n`)
  return `${office}  ${pack.period}  pack ${pack.packNo}  ${pack.hash}\n    ${way}\n${lines.join('')}`
}
