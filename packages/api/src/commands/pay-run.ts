import { DEFAULT_TIME_ZONE, localDay, type OfficeContext } from '@samen/core/context'
import { type Database, inOffice, type OfficeEntry } from '@samen/core/database'
import {
  computePayRun,
  discardPayRun,
  type LeftOut,
  openPayRun,
  type PayRun,
  type PayRunPreview,
  previewPayRun,
} from '@samen/core/pay-runs'
import { defineCommand, UsageError } from '../command.ts'
import { printProgress } from '../progress.ts'
import { Refusal } from '../refusal.ts'
import { asJson, contextOf, officesNamed, withDatabase } from './office.ts'
import { leftOutTable, money, moveOn, nextStep, writeFiles } from './run-steps.ts'

export const command = defineCommand({
  usage: `--office OFFICE [--date YYYY-MM-DD] [--preview | --discard] [--as USER] [--approve-as USER] [--post] [--out FILE] [--json]

  Computes the pay run of a day (today unless told) and says what comes next. Repeating it changes nothing.
  --preview     shows what the run would pay and stores nothing
  --approve-as  a second person's consent; must be another user than --as
  --post        pays an approved run: books, advances, pain.001 file
  --out         writes the file for the bank; with several companies, one file each, numbered
  --discard     throws away a run that is not posted`,
  options: {
    office: { type: 'string' },
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
    const { office: slug, as, out } = values
    if (!slug) throw new UsageError('samen pay-run: say which office with --office, such as --office be.')
    if ((values.preview || values.discard) && (values.post || values['approve-as'] || out))
      throw new UsageError('samen pay-run: --preview and --discard stand alone.')
    const dueOn = values.date ?? localDay(new Date(), DEFAULT_TIME_ZONE)
    return withDatabase(async (db) => {
      const [office] = (await officesNamed(db, slug)) as [OfficeEntry]
      const context = await contextOf(office, as)
      if (values.preview) return showPreview(db, context, dueOn, values.json)
      const steps: Steps = { dueOn, approveAs: values['approve-as'], post: values.post }
      const { run, leftOut } = values.discard
        ? await discard(db, context, dueOn)
        : await takeSteps(db, context, steps)
      const files = run && out ? await writeFiles(db, context.officeId, run, out) : []
      process.stdout.write(
        values.json
          ? `${asJson({ run: run ?? null, leftOut, files })}\n`
          : report(context, run, leftOut, files),
      )
      return undefined
    })
  },
})

interface Steps {
  dueOn: string
  approveAs: string | undefined
  post: boolean | undefined
}

interface Taken {
  readonly run: PayRun | undefined
  readonly leftOut: readonly LeftOut[]
}

/** Throws away the run of the day that is on the table. @throws {Refusal} when there is none. */
async function discard(db: Database, context: OfficeContext, dueOn: string): Promise<Taken> {
  const run = await inOffice(db, context.officeId, async (trx) => {
    const open = await openPayRun(trx, context.officeId)
    return open?.dueOn === dueOn ? discardPayRun(trx, context, open.payRunId) : undefined
  })
  if (!run) throw new Refusal(`There is no pay run of ${dueOn} that could be thrown away.`)
  return { run, leftOut: [] }
}

async function takeSteps(
  db: Database,
  context: OfficeContext,
  { dueOn, approveAs, post }: Steps,
): Promise<Taken> {
  const { officeId } = context
  const progress = printProgress(process.stderr)
  let run: PayRun | undefined
  let leftOut: readonly LeftOut[] = []
  await progress.step('Compute', async () => {
    const computed = await inOffice(db, officeId, (trx) => computePayRun(trx, context, { dueOn }))
    run = computed.run
    leftOut = computed.leftOut
    if (!run) return 'nothing is due'
    return computed.isNew
      ? `run ${run.runNo} of ${dueOn}: ${run.payslips} payslips`
      : `run ${run.runNo} of ${dueOn} is there already: ${run.state}`
  })
  if (!run) return { run, leftOut }
  return { run: await moveOn(db, context, run, { approveAs, post }, progress), leftOut }
}

async function showPreview(db: Database, context: OfficeContext, dueOn: string, json: boolean | undefined) {
  const preview = await inOffice(db, context.officeId, (trx) => previewPayRun(trx, context, { dueOn }))
  const text = json
    ? asJson(preview)
    : `Preview of the pay run of ${dueOn}; nothing was stored.\n\n${figures(preview, preview.currency)}\n${`  guarantee fund available   ${money(preview.fundAvailable, preview.currency)}\n`}${leftOutTable(preview.leftOut)}`
  process.stdout.write(`${text}\n`)
  return undefined
}

function report(
  { plugin }: OfficeContext,
  run: PayRun | undefined,
  leftOut: readonly LeftOut[],
  files: readonly string[],
): string {
  if (!run) return `Nothing is due.\n${leftOutTable(leftOut)}`
  return `Pay run ${run.runNo} of ${run.dueOn}: ${run.state}, the bank pays on ${run.paidOn}.\n\n${figures(run, plugin.currency)}\n${leftOutTable(leftOut)}\n${nextStep(run, files)}\n`
}

function figures(
  run: Pick<PayRunPreview, 'payslips' | 'gross' | 'net' | 'employerCost' | 'advance' | 'late' | 'waiting'>,
  currency: string,
): string {
  const lines = [
    `  payslips                   ${String(run.payslips).padStart(16)}`,
    `  gross                      ${money(run.gross, currency)}`,
    `  employer cost              ${money(run.employerCost, currency)}`,
    `  net wages                  ${money(run.net, currency)}`,
    `  advanced by the fund       ${money(run.advance, currency)}`,
    ...(run.late > 0 ? [`  later than promised        ${String(run.late).padStart(16)}`] : []),
    ...(run.waiting > 0 ? [`  not due yet                ${String(run.waiting).padStart(16)}`] : []),
  ]
  return lines.join('\n')
}
