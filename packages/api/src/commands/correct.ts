import { DEFAULT_TIME_ZONE, localDay, type OfficeContext } from '@samen/core/context'
import {
  type CorrectionPreview,
  type CorrectionRequest,
  computeCorrection,
  previewCorrection,
  type StoredCorrection,
  storedCorrection,
} from '@samen/core/corrections'
import { CURRENCY_DECIMALS, formatAmount, isIsoDate, parseAmount } from '@samen/core/country'
import { type Database, inOffice, type OfficeEntry } from '@samen/core/database'
import { listFunds } from '@samen/core/funds'
import { discardPayRun, type LeftOut, openPayRun, type PayRun } from '@samen/core/pay-runs'
import { defineCommand, UsageError } from '../command.ts'
import { printProgress } from '../progress.ts'
import { Refusal } from '../refusal.ts'
import { asJson, contextOf, officesNamed, table, withDatabase } from './office.ts'
import { leftOutTable, money, moveOn, nextStep, writeFiles } from './run-steps.ts'

export const command = defineCommand({
  usage: `--office OFFICE [--from YYYY-MM-DD] [--member ID] [--date YYYY-MM-DD] [--preview | --discard] [--as USER] [--approve-as USER] [--post] [--out FILE] [--json]

  Asks the law as it is installed now about payslips that were paid, and makes delta payslips of what differs. Repeating
  it changes nothing; where nothing differs, nothing is made.
  --from        looks at payslips for days from here on; 1 January of this year unless told
  --member      of one worker alone
  --date        the day of the correction; today unless told
  --preview     shows the differences by authority and worker and stores nothing
  --approve-as  a second person's consent; must be another user than --as
  --post        posts an approved correction: books, pain.001 file, claims
  --out         writes the file for the bank; with several companies, one file each, numbered
  --discard     throws away a correction that is not posted`,
  options: {
    office: { type: 'string' },
    from: { type: 'string' },
    member: { type: 'string' },
    date: { type: 'string' },
    preview: { type: 'boolean' },
    as: { type: 'string' },
    'approve-as': { type: 'string' },
    post: { type: 'boolean' },
    discard: { type: 'boolean' },
    out: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values }) {
    const { office: slug, from, member, out, json } = values
    if (!slug) throw new UsageError('samen correct: say which office with --office, such as --office be.')
    if ((values.preview || values.discard) && (values.post || values['approve-as'] || out))
      throw new UsageError('samen correct: --preview and --discard stand alone.')
    const today = values.date ?? localDay(new Date(), DEFAULT_TIME_ZONE)
    if (!isIsoDate(today)) throw new UsageError('samen correct: --date is a day written YYYY-MM-DD.')
    if (member !== undefined && !/^[0-9a-f-]{36}$/.test(member))
      throw new UsageError("samen correct: --member is a member's id, a lower-case UUID.")
    return withDatabase(async (db) => {
      const [office] = (await officesNamed(db, slug)) as [OfficeEntry]
      const context = { ...(await contextOf(office, values.as)), today }
      const request = { from, memberId: member }
      if (values.preview) return showPreview(db, context, request, json)
      const taken = values.discard
        ? await discard(db, context)
        : await takeSteps(db, context, request, { approveAs: values['approve-as'], post: values.post })
      const { run, leftOut } = taken
      const files = run && out ? await writeFiles(db, context.officeId, run, out) : []
      const stored =
        run &&
        (await inOffice(db, context.officeId, (trx) => storedCorrection(trx, context.officeId, run.payRunId)))
      process.stdout.write(
        json
          ? `${asJson({ run: run ?? null, correction: stored ?? null, leftOut, files })}\n`
          : await report(db, context, run, stored, leftOut, files),
      )
      return undefined
    })
  },
})

interface Taken {
  readonly run: PayRun | undefined
  readonly leftOut: readonly LeftOut[]
}

async function discard(db: Database, context: OfficeContext): Promise<Taken> {
  const run = await inOffice(db, context.officeId, async (trx) => {
    const open = await openPayRun(trx, context.officeId)
    return open?.kind === 'correction' ? discardPayRun(trx, context, open.payRunId) : undefined
  })
  if (!run) throw new Refusal('There is no correction that could be thrown away.')
  return { run, leftOut: [] }
}

async function takeSteps(
  db: Database,
  context: OfficeContext,
  request: CorrectionRequest,
  steps: { approveAs: string | undefined; post: boolean | undefined },
): Promise<Taken> {
  const progress = printProgress(process.stderr)
  let taken: Taken = { run: undefined, leftOut: [] }
  await progress.step('Compute', async () => {
    const { isNew, ...computed } = await inOffice(db, context.officeId, (trx) =>
      computeCorrection(trx, context, request),
    )
    taken = { run: computed.run, leftOut: computed.leftOut }
    if (!computed.run) return 'nothing differs'
    return isNew
      ? `${computed.run.payslips} delta payslips`
      : `the correction is there already: ${computed.run.state}`
  })
  const { run, leftOut } = taken
  return { run: run && (await moveOn(db, context, run, steps, progress)), leftOut }
}

async function showPreview(
  db: Database,
  context: OfficeContext,
  request: CorrectionRequest,
  json: boolean | undefined,
) {
  const preview = await inOffice(db, context.officeId, (trx) => previewCorrection(trx, context, request))
  const text = json
    ? asJson(preview)
    : `Preview of a correction from ${preview.from}; nothing was stored.\n\n${await differences(db, context, preview)}${leftOutTable(preview.leftOut)}`
  process.stdout.write(`${text}\n`)
  return undefined
}

async function report(
  db: Database,
  context: OfficeContext,
  run: PayRun | undefined,
  stored: StoredCorrection | undefined,
  leftOut: readonly LeftOut[],
  files: readonly string[],
): Promise<string> {
  if (!run || !stored) return `The law says what was paid: nothing to correct.\n${leftOutTable(leftOut)}`
  const head = `Correction of payslips from ${run.correctsFrom}: ${run.state}, the bank pays on ${run.paidOn}.`
  const isPaid = stored.toWorkers > 0n || run.state !== 'posted'
  const next = isPaid
    ? nextStep(run, files)
    : 'Posted. Nobody is owed more, so there is no file for the bank.'
  const shown = run.state === 'discarded' ? '' : await differences(db, context, stored)
  return `${head}\n\n${shown}${leftOutTable(leftOut)}\n${next}\n`
}

/** Sums, authorities and the largest differences by worker, as far as a screen is long. */
async function differences(
  db: Database,
  { officeId, plugin }: OfficeContext,
  sums: CorrectionPreview | StoredCorrection,
): Promise<string> {
  const { currency } = plugin
  if (sums.payslips === 0) return 'The law says what was paid: nothing to correct.\n'
  const decimals = CURRENCY_DECIMALS[currency] ?? 2
  const now = (was = '0', change = '0') =>
    formatAmount(parseAmount(was, decimals) + parseAmount(change, decimals), decimals)
  const amount = (minor: bigint) => formatAmount(minor, decimals)
  const funds = await inOffice(db, officeId, listFunds)
  const line = (name: string, minor: bigint) => `  ${name.padEnd(27)}${money(minor, currency)}`
  const head = [
    `  payslips that differ       ${String(sums.payslips).padStart(16)}`,
    ...(sums.totalsOnly > 0 ? [`    in running totals alone  ${String(sums.totalsOnly).padStart(16)}`] : []),
    `  workers                    ${String(sums.workers).padStart(16)}`,
    line('net wages', sums.difference.net),
    line('  paid to workers', sums.toWorkers),
    line('  claims on workers', sums.claims),
    line('contributions, workers', sums.difference.employeeContributions),
    line('wage tax', sums.difference.wageTax),
    line('employer cost', sums.difference.employerCost),
    line("  borne by jobs' budgets", sums.budgets),
    ...Object.entries(sums.borneBy).map(([fundId, minor]) =>
      line(
        `  ${funds.find((fund) => fund.fundId === fundId)?.name.toLowerCase() ?? fundId}`.slice(0, 26),
        minor,
      ),
    ),
    ...(sums.advance !== 0n ? [line('advanced by the fund', sums.advance)] : []),
  ]
  const authorities = table(
    ['authority', 'owed before', 'law now', 'difference'],
    sums.authorities.map(({ authority, before, difference }) => [
      authority,
      amount(before),
      amount(before + difference),
      amount(difference),
    ]),
  )
  const shown = sums.largest.slice(0, 30)
  const workers = table(
    ['worker', 'net before', 'law now', 'difference', 'tax', 'contributions', 'employer'],
    shown.map(({ memberName, before, difference }) => [
      memberName,
      amount(before.net),
      amount(before.net + difference.net),
      amount(difference.net),
      amount(difference.wageTax),
      amount(difference.employeeContributions),
      amount(difference.employerCost),
    ]),
  )
  const lines = table(
    ['worker', 'job', 'days', 'line', 'before', 'law now', 'difference'],
    shown.flatMap(({ memberName, payslips }) =>
      payslips.flatMap(({ contractReference, periodFrom, lines: changed }) =>
        changed.map(({ code, employee, employer, before }) => {
          const [was, is] = /^-?0(\.0+)?$/.test(employee)
            ? [before?.employer, employer]
            : [before?.employee, employee]
          return [memberName, contractReference, periodFrom, code, was ?? '', now(was, is), is]
        }),
      ),
    ),
  )
  const more =
    sums.workers > shown.length ? `\n  … and ${sums.workers - shown.length} more; --json shows 200` : ''
  return `${head.join('\n')}\n\n${authorities}\n\n${workers}${more}\n\n${lines}\n`
}
