/**
 * Pays the wages of a day and nothing else, so that a test can kill it: waits for a line on standard input with the
 * database's address, the office and the day, computes, approves and posts, and says when it has done which.
 */
import { createInterface } from 'node:readline'
import { officeContext } from '../../src/context/index.ts'
import { inOffice, openDatabase } from '../../src/database/index.ts'
import { approvePayRun, computePayRun, postPayRun } from '../../src/pay-runs/index.ts'
import { testland } from './test-country.ts'

process.stdout.write('ready\n')
for await (const line of createInterface({ input: process.stdin })) {
  const { url, officeId, dueOn } = JSON.parse(line) as { url: string; officeId: string; dueOn: string }
  const db = openDatabase({ url, max: 1 })
  const context = (by: string) =>
    officeContext({ officeId, plugin: testland, by, now: new Date(`${dueOn}T09:00:00Z`) })
  const { run } = await inOffice(db, officeId, (trx) => computePayRun(trx, context('sam'), { dueOn }))
  if (!run) throw new Error('nothing is due')
  process.stdout.write('computed\n')
  await inOffice(db, officeId, (trx) => approvePayRun(trx, context('kim'), run.payRunId))
  process.stdout.write('approved\n')
  await inOffice(db, officeId, (trx) => postPayRun(trx, context('sam'), run.payRunId))
  await db.destroy()
  process.stdout.write('posted\n')
}
