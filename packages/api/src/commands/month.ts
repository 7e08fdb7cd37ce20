import {
  askReopening,
  authorityMonths,
  closeChecklist,
  confirmReopening,
  lockMonth,
  type MonthState,
  monthEvents,
  monthStates,
  withdrawReopening,
} from '@samen/core/closes'
import type { OfficeContext } from '@samen/core/context'
import { formatAmount, isIsoDate } from '@samen/core/country'
import { type Database, inOffice, type OfficeEntry } from '@samen/core/database'
import { defineCommand, UsageError } from '../command.ts'
import { asJson, contextOf, officesNamed, table, withDatabase } from './office.ts'

const STEPS = ['lock', 'unlock', 'reopen', 'confirm', 'withdraw'] as const
type Step = (typeof STEPS)[number]

export const command = defineCommand({
  usage: `--office OFFICE --period YYYY-MM [--lock | --unlock | --reopen | --confirm | --withdraw] [--reason TEXT] [--as USER] [--json]

  Shows a month: open, locked or closed, by whom and why, what stands open in it, and what is owed to each authority.
  --lock      takes reversals and corrections only from now on; --unlock takes that off
  --reopen    asks that the latest closed month be opened again; nothing opens yet
  --confirm   opens it, as another user than the one who asked; closing it again makes a pack that supersedes the first
  --withdraw  leaves it closed after all
  --reason    why; needed to lock, unlock and ask`,
  options: {
    office: { type: 'string' },
    period: { type: 'string' },
    lock: { type: 'boolean' },
    unlock: { type: 'boolean' },
    reopen: { type: 'boolean' },
    confirm: { type: 'boolean' },
    withdraw: { type: 'boolean' },
    reason: { type: 'string' },
    as: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values }) {
    const { office: slug, period, reason } = values
    if (!slug) throw new UsageError('samen month: say which office with --office, such as --office be.')
    if (!period || !isIsoDate(`${period}-01`))
      throw new UsageError('samen month: say which month with --period, such as --period 2026-10.')
    const [step, ...others] = STEPS.filter((one) => values[one])
    if (others.length > 0) throw new UsageError('samen month: one step at a time.')
    if (step && !['confirm', 'withdraw'].includes(step) && !reason)
      throw new UsageError(`samen month: --${step} needs a --reason.`)
    return withDatabase(async (db) => {
      const [office] = (await officesNamed(db, slug)) as [OfficeEntry]
      const context = await contextOf(office, values.as)
      if (step) await take(db, context, step, { period, reason: reason ?? '' })
      const seen = await inOffice(db, office.officeId, async (trx) => ({
        month: (await monthStates(trx, office.officeId)).find((one) => one.period === period),
        events: await monthEvents(trx, office.officeId, period),
        checklist: await closeChecklist(trx, context, `${period}-01`),
        authorities: await authorityMonths(trx, context, `${period}-01`),
      }))
      process.stdout.write(values.json ? `${asJson(seen)}\n` : report(office.slug, period, seen))
      return undefined
    })
  },
})

function take(
  db: Database,
  context: OfficeContext,
  step: Step,
  { period, reason }: { period: string; reason: string },
): Promise<MonthState> {
  if (step === 'confirm') return confirmReopening(db, context, { period })
  return inOffice(db, context.officeId, (trx) => {
    if (step === 'reopen') return askReopening(trx, context, { period, reason })
    if (step === 'withdraw') return withdrawReopening(trx, context, { period })
    return lockMonth(trx, context, { period, locked: step === 'lock', reason })
  })
}

interface Seen {
  month: MonthState | undefined
  events: Awaited<ReturnType<typeof monthEvents>>
  checklist: Awaited<ReturnType<typeof closeChecklist>>
  authorities: Awaited<ReturnType<typeof authorityMonths>>
}

function report(slug: string, period: string, { month, events, checklist, authorities }: Seen): string {
  const lines = [
    `${slug}  ${period}  ${month?.state ?? 'open'}`,
    ...events.map(({ at, kind, by, reason }) =>
      `    ${at.toISOString()}  ${kind} by ${by}  ${reason}`.trimEnd(),
    ),
    ...(checklist.length === 0 ? ['    nothing stands open'] : []),
    ...checklist.map(({ blocks, detail }) => `    ${blocks ? 'first' : 'note'}: ${detail}`),
    table(
      ['authority', 'opening', 'payslips', 'booked', 'other', 'closing'],
      authorities.map(({ name, opening, payslips, booked, other, closing }) => [
        name,
        ...[opening, payslips, booked, other, closing].map((amount) => formatAmount(amount)),
      ]),
    ),
  ]
  return `${lines.join('\n')}\n`
}
