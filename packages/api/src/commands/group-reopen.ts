import { inOffice } from '@samen/core/database'
import { askGroupReopening, decideGroupReopening, groupReopenings } from '@samen/core/packs'
import { defineCommand, UsageError } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { asJson, groupOffice, table, withDatabase } from './office.ts'

export const command = defineCommand({
  usage: `--period YYYY-MM --reason TEXT --as USER     ask for it
                 --confirm | --withdraw --as USER             decide what was asked; a second person confirms
                 [--json]                                     list what was asked and decided

  Opens a month again that the group closed, and every later one: late packs are taken then, and the figures are those of all
  packs. "samen consolidate --period YYYY-MM --close" closes it anew. The first closing stays on record, and so does who opened
  it and why.`,
  options: {
    period: { type: 'string' },
    reason: { type: 'string' },
    confirm: { type: 'boolean' },
    withdraw: { type: 'boolean' },
    as: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values: { period, reason, confirm, withdraw, as: by, json } }) {
    const isAsking = period !== undefined || reason !== undefined
    if (Number(isAsking) + Number(confirm ?? false) + Number(withdraw ?? false) > 1)
      throw new UsageError('samen group reopen: ask, confirm or withdraw, one at a time.')
    if (isAsking && (!period || !/^\d{4}-(0[1-9]|1[0-2])$/.test(period) || !reason))
      throw new UsageError(
        'samen group reopen: say which month and why, such as --period 2026-09 --reason "A loan was missing".',
      )
    if ((isAsking || confirm || withdraw) && !by)
      throw new UsageError('samen group reopen: say who you are with --as: two people are needed.')
    return withDatabase(async (db) => {
      const { officeId } = await groupOffice(db)
      const all = await inOffice(db, officeId, async (trx) => {
        if (isAsking && by)
          await askGroupReopening(trx, officeId, { period: period ?? '', reason: reason ?? '', by })
        if ((confirm || withdraw) && by) {
          const asked = (await groupReopenings(trx, officeId)).find(({ state }) => state === 'asked')
          if (!asked) throw new Refusal('Nobody has asked for a month of the group to be opened again.')
          const decision = confirm ? 'confirmed' : 'withdrawn'
          await decideGroupReopening(trx, officeId, { ...asked, decision, by })
        }
        return groupReopenings(trx, officeId)
      })
      const rows = all.map((one) => [
        one.period,
        one.state,
        one.askedBy,
        one.decidedBy ?? '',
        one.closedThrough ?? '',
        one.reason,
      ])
      process.stdout.write(
        json
          ? `${asJson(all)}\n`
          : `${table(['from', 'state', 'asked by', 'decided by', 'closed again to', 'reason'], rows)}\n`,
      )
      return undefined
    })
  },
})
