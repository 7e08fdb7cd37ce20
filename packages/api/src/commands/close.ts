import { type ClosedMonth, closeMonth, correctPack } from '@samen/core/closes'
import { inOffice } from '@samen/core/database'
import { isClosedHere } from '@samen/core/offices'
import { deliverPacks, packs } from '@samen/core/packs'
import { defineCommand, UsageError } from '../command.ts'
import { push } from '../federation/push.ts'
import { printProgress } from '../progress.ts'
import { asJson, contextOf, officesNamed, withDatabase } from './office.ts'

export const command = defineCommand({
  usage: `--period YYYY-MM [--office OFFICE] [--correct] [--as USER] [--json]

  Verifies the ledger, closes the month for good, seals its pack and brings it to the group; all offices that work here unless told.
  Closing a month again changes nothing; --correct makes its pack again where accounts were mapped anew since.`,
  options: {
    period: { type: 'string' },
    office: { type: 'string' },
    correct: { type: 'boolean' },
    as: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values }) {
    const { period, office: slug, as } = values
    if (!period) throw new UsageError('samen close: say which month with --period, such as --period 2026-10.')
    return withDatabase(async (db) => {
      const progress = printProgress(process.stderr)
      const offices = await officesNamed(db, slug)
      const closed: ClosedOffice[] = []
      for (const office of offices)
        await progress.step(office.name.slice(0, 15), async (step) => {
          step.say('verifying the ledger')
          const { officeId } = office
          const isGone = () => inOffice(db, officeId, (trx) => isClosedHere(trx, officeId))
          if (slug === undefined && (await isGone())) return 'has moved away or was wound up'
          const context = await contextOf(office, as)
          const month = await closeMonth(db, context, { period })
          const pack = values.correct
            ? (await inOffice(db, officeId, (trx) => correctPack(trx, context, { period }))).pack
            : month.pack
          await deliverPacks(db, officeId, { push })
          const [sent] = await inOffice(db, officeId, (trx) => packs(trx, officeId, { period }))
          const { deliveredAt = null, refusal = null } = sent ?? {}
          closed.push({ ...month, pack, office: office.slug, delivered: deliveredAt !== null, refusal })
          const state = month.alreadyClosed ? 'was closed before' : 'closed'
          return `${period} ${state}, pack ${pack.packNo} ${pack.hash.slice(0, 12)}…`
        })
      if (values.json) process.stdout.write(`${asJson(closed)}\n`)
      else process.stdout.write(closed.map(report).join(''))
      return undefined
    })
  },
})

interface ClosedOffice extends ClosedMonth {
  office: string
  delivered: boolean
  /** Why the group has not taken the pack. */
  refusal: string | null
}

function report({ office, pack, warnings, delivered, refusal }: ClosedOffice): string {
  const why = refusal ? `: ${refusal}` : ''
  const way = delivered ? 'received by the group' : `waits to be delivered to the group${why}`
  const lines = warnings.map(({ detail }) => `    note: ${detail}\n`)
  return `${office}  ${pack.period}  pack ${pack.packNo}  ${pack.hash}\n    ${way}\n${lines.join('')}`
}
