import { writeFile } from 'node:fs/promises'
import type { OfficeContext } from '@samen/core/context'
import { CURRENCY_DECIMALS, formatAmount } from '@samen/core/country'
import { type Database, inOffice } from '@samen/core/database'
import { approvePayRun, type LeftOut, type PayRun, postPayRun } from '@samen/core/pay-runs'
import { paymentFileContent, paymentFiles } from '@samen/core/payments'
import type { Progress } from '../progress.ts'
import { table } from './office.ts'

/** Approves and posts a run, as far as asked. @returns the run as it stands then. */
export async function moveOn(
  db: Database,
  context: OfficeContext,
  run: PayRun,
  { approveAs, post }: { approveAs: string | undefined; post: boolean | undefined },
  progress: Progress,
): Promise<PayRun> {
  const { officeId } = context
  let moved = run
  if (approveAs !== undefined && moved.state !== 'posted')
    await progress.step('Approve', async () => {
      moved = await inOffice(db, officeId, (trx) =>
        approvePayRun(trx, { ...context, by: approveAs }, run.payRunId),
      )
      return `by ${moved.approvedBy}`
    })
  if (post)
    await progress.step('Post', async () => {
      moved = await inOffice(db, officeId, (trx) => postPayRun(trx, context, run.payRunId))
      return 'in the books'
    })
  return moved
}

/** Writes a run's files for the bank; none where nobody is paid. @returns their names. */
export async function writeFiles(
  db: Database,
  officeId: string,
  run: PayRun,
  out: string,
): Promise<string[]> {
  const contents = await inOffice(db, officeId, async (trx) => {
    const files = await paymentFiles(trx, officeId, run.payRunId)
    return Promise.all(files.map((file) => paymentFileContent(trx, officeId, file.paymentFileId)))
  })
  const names = contents.map((_, at) =>
    contents.length === 1 ? out : out.replace(/(\.\w+)?$/, `-${at + 1}$1`),
  )
  for (const [at, { content }] of contents.entries()) await writeFile(names[at] as string, content)
  return names
}

/** What comes next, for the person at the keyboard. */
export function nextStep(run: PayRun, files: readonly string[]): string {
  if (run.state === 'computed')
    return `Next: another person than ${run.preparedBy} approves it with --approve-as USER.`
  if (run.state === 'approved') return `Approved by ${run.approvedBy}. Next: pay it with --post.`
  if (run.state === 'discarded') return 'Discarded.'
  return `Posted. ${files.length > 0 ? `The file for the bank: ${files.join(', ')}` : 'Write the file for the bank with --out FILE.'}`
}

export const money = (amount: bigint, currency: string) =>
  `${formatAmount(amount, CURRENCY_DECIMALS[currency] ?? 2).padStart(16)} ${currency}`

export function leftOutTable(leftOut: readonly LeftOut[]): string {
  if (leftOut.length === 0) return ''
  const rows = leftOut.slice(0, 50).map((job) => [job.contractReference, job.payBy, job.reason, job.detail])
  const more =
    leftOut.length > rows.length ? `\n  … and ${leftOut.length - rows.length} more; --json shows all` : ''
  return `\nLeft out (${leftOut.length}):\n${table(['job', 'pay by', 'reason', 'what to do'], rows)}${more}\n`
}
