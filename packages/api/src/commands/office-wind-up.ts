import { formatAmount } from '@samen/core/country'
import { inOffice, type OfficeEntry } from '@samen/core/database'
import {
  confirmWindUp,
  finishWindUp,
  proposeWindUp,
  type Unsettled,
  unsettled,
  type WindUp,
  windUpOf,
  withdrawWindUp,
} from '@samen/core/wind-up'
import { defineCommand, UsageError } from '../command.ts'
import { contextOf, officesNamed, table, tell, withDatabase } from './office.ts'

export const command = defineCommand({
  usage: `OFFICE [--json]                                                  what was decided, and what is not settled yet
          --decided YYYY-MM-DD --last-day YYYY-MM-DD --minutes TEXT  write down what the assembly decided
          --confirm | --withdraw | --finish                          as another person | take it back | end the office
          [--as USER]

  Ends an office. From the confirmation on no job goes on after its last day. Everything it has and owes must have gone where it
  belongs before it can be finished, its months closed and its packs received by the group: what is left is computed from the
  books. Finished, the office can only be read and exported ("samen office export"), for good.`,
  words: { min: 1, max: 1 },
  options: {
    decided: { type: 'string' },
    'last-day': { type: 'string' },
    minutes: { type: 'string' },
    confirm: { type: 'boolean' },
    withdraw: { type: 'boolean' },
    finish: { type: 'boolean' },
    as: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values, words: [slug = ''] }) {
    const { decided, 'last-day': lastDay, minutes, confirm, withdraw, finish } = values
    if ([decided, confirm, withdraw, finish].filter(Boolean).length > 1)
      throw new UsageError('samen office wind-up: one thing at a time.')
    if (decided && !(lastDay && minutes))
      throw new UsageError('samen office wind-up: --decided needs --last-day and --minutes.')
    return withDatabase(async (db) => {
      const [office] = (await officesNamed(db, slug)) as [OfficeEntry]
      const context = await contextOf(office, values.as)
      if (confirm) await confirmWindUp(db, context)
      if (finish) await finishWindUp(db, context)
      const seen = await inOffice(db, office.officeId, async (trx) => {
        if (decided)
          await proposeWindUp(trx, context, {
            decidedOn: decided,
            endsOn: lastDay ?? '',
            minutes: minutes ?? '',
          })
        if (withdraw) await withdrawWindUp(trx, context)
        return { windUp: await windUpOf(trx, office.officeId), unsettled: await unsettled(trx, context) }
      })
      tell(
        values.json,
        { office: office.slug, windUp: seen.windUp ?? null, unsettled: seen.unsettled },
        `${decision(office.name, seen.windUp)}\n${list(seen.unsettled)}`,
      )
      return undefined
    })
  },
})

function decision(name: string, windUp: WindUp | undefined): string {
  if (!windUp) return `${name} is not being wound up.`
  const { state, decidedOn, endsOn, minutes, proposedBy, confirmedBy } = windUp
  const told = `by its assembly of ${decidedOn} (${minutes}), last day ${endsOn}, written down by ${proposedBy}`
  const confirmed = confirmedBy ? `confirmed by ${confirmedBy}` : 'waits for a second person'
  return `${name} ${state === 'finished' ? 'was wound up' : 'is to be wound up'} ${told}, ${confirmed}.`
}

function list({ checks, openJobs, waitingPacks, lastPackMissing, openMonths, balances }: Unsettled): string {
  const lines = [
    ...(openJobs > 0 ? [`  ${openJobs} jobs are neither paid out nor cancelled.`] : []),
    ...checks.map(({ detail }) => `  ${detail}`),
    ...(openMonths.count > 0
      ? [`  ${openMonths.count} months are not closed, from ${openMonths.first} on.`]
      : []),
    ...(waitingPacks > 0 ? [`  ${waitingPacks} packs have not been received by the group.`] : []),
    ...(lastPackMissing
      ? ['  No month was reported as the last: settle the rest, then close the last month.']
      : []),
  ]
  if (lines.length + balances.length === 0) return 'Everything is settled.'
  const rows = balances.map(({ number, name, currency, amount }) => [
    number,
    name,
    currency,
    formatAmount(amount),
  ])
  return [
    'Not settled yet:',
    ...lines,
    ...(rows.length > 0 ? [table(['account', 'name', '', 'amount'], rows)] : []),
  ].join('\n')
}
