/**
 * Pays the wages of a day, or corrects those paid before, and nothing else, so that a test can kill it: waits for a line on
 * standard input with the database's address, the office and the day, computes, approves and posts, and says when it has
 * done which. Told to hold after a stage, it goes no further.
 */
import { createInterface } from 'node:readline'
import { officeContext } from '../../src/context/index.ts'
import { computeCorrection } from '../../src/corrections/index.ts'
import { inOffice, openDatabase } from '../../src/database/index.ts'
import { approvePayRun, computePayRun, postPayRun } from '../../src/pay-runs/index.ts'
import { laterLaw, testland } from './test-country.ts'

process.stdout.write('ready\n')
for await (const line of createInterface({ input: process.stdin })) {
  const { url, officeId, dueOn, corrects, holdAfter } = JSON.parse(line) as {
    url: string
    officeId: string
    dueOn: string
    corrects: boolean
    holdAfter: string | null
  }
  const reached = async (stage: string) => {
    if (stage !== 'ready') process.stdout.write(`${stage}\n`)
    if (stage === holdAfter) await new Promise(() => setInterval(() => undefined, 60_000))
  }
  const db = openDatabase({ url, max: 1 })
  const plugin = corrects ? laterLaw : testland
  const context = (by: string) => officeContext({ officeId, plugin, by, now: new Date(`${dueOn}T09:00:00Z`) })
  await reached('ready')
  const { run } = await inOffice(db, officeId, (trx) =>
    corrects ? computeCorrection(trx, context('sam')) : computePayRun(trx, context('sam'), { dueOn }),
  )
  if (!run) throw new Error('nothing is due')
  await reached('computed')
  await inOffice(db, officeId, (trx) => approvePayRun(trx, context('kim'), run.payRunId))
  await reached('approved')
  await inOffice(db, officeId, (trx) => postPayRun(trx, context('sam'), run.payRunId))
  await db.destroy()
  await reached('posted')
}
