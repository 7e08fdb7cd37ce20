import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Minor } from '../../src/country/index.ts'
import { inOffice } from '../../src/database/index.ts'
import { balance, verifyLedger } from '../../src/ledger/index.ts'
import { chooseWageNews, mails, queueWageNews, wantsWageNews } from '../../src/mail/index.ts'
import { memberById } from '../../src/members/index.ts'
import { endToEndIdOf, paymentFileContent, paymentFiles } from '../../src/payments/index.ts'
import { payslips } from '../../src/payslips/index.ts'
import { proposeRepeat, releaseRepeat, returnedPayments } from '../../src/returned-payments/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { testIban } from '../support/test-country.ts'
import { major, WageScene } from '../support/wage-scene.ts'

let database: TestDatabase
let scene: WageScene
let slug = 0
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  scene = await WageScene.open(database.db, { slug: `p${++slug}` })
})

const newIban = testIban(777)
const owed = (): Promise<Minor> =>
  scene.do('2026-11-25', async (trx) => -((await balance(trx, 'net-payable'))[0]?.net ?? 0n))

/** A wage that was paid and came back two days later. */
async function cameBack() {
  const worker = await scene.worker()
  const { clientId } = await scene.client()
  await scene.job(worker, clientId, { endsOn: '2026-11-12' })
  const run = await scene.pay('2026-11-23')
  const [slip] = await scene.do('2026-11-23', (trx) =>
    payslips(trx, scene.officeId, { payRunId: run.payRunId }),
  )
  const { payslipId, net } = slip as NonNullable<typeof slip>
  const endToEndId = endToEndIdOf(payslipId)
  await scene.statement('2026-11-23', [{ amount: `-${major(net)}`, endToEndId }])
  const back = { amount: major(net), endToEndId, returned: 'AC04' }
  const report = await scene.statement('2026-11-25', [back])
  return { ...worker, run, payslipId, net, back, report }
}

const propose = (payslipId: string, by: string, { attempt = 1, iban = newIban } = {}) =>
  scene.do('2026-11-25', (trx, context) => proposeRepeat(trx, context, { payslipId, attempt, iban }), by)
const release = (payslipId: string, by: string, attempt = 1) =>
  scene.do('2026-11-25', (trx, context) => releaseRepeat(trx, context, { payslipId, attempt }), by)

test('a wage that came back is owed again and listed with the bank’s reason, once', async () => {
  const { memberId, payslipId, net, back, report } = await cameBack()
  expect(report).toMatchObject({ waiting: 0, matched: { returned: 1, receipts: 0 } })
  expect(await owed()).toBe(net)
  const listed = await scene.do('2026-11-25', (trx) =>
    returnedPayments(trx, scene.officeId, { openOnly: true }),
  )
  expect(listed).toMatchObject([
    { payslipId, attempt: 1, memberId, amount: net, reason: 'AC04', returnedOn: '2026-11-25', repeat: null },
  ])
  // The bank says it a second time: nobody knows whose money that is.
  expect(await scene.statement('2026-11-26', [back])).toMatchObject({ waiting: 1, matched: { returned: 0 } })
  expect(await owed()).toBe(net)
})

test('money of another amount, or that the bank does not call returned, waits for a person', async () => {
  const { net, payslipId } = await cameBack()
  const { back } = { back: { endToEndId: endToEndIdOf(payslipId) } }
  const other = await scene.statement('2026-11-26', [
    { ...back, amount: major(net - 1n), returned: 'AC04' },
    { ...back, amount: major(net) },
  ])
  expect(other).toMatchObject({ waiting: 2, matched: { returned: 0 } })
})

test('it is paid again to the new account exactly once, after a second person', async () => {
  const { memberId, run, payslipId, net } = await cameBack()
  await expect(release(payslipId, 'kim')).rejects.toThrow('Nobody has said yet')
  await expect(propose(payslipId, 'sam', { iban: 'XX00 1' })).rejects.toMatchObject({ field: 'iban' })
  await propose(payslipId, 'sam')
  await expect(release(payslipId, 'sam')).rejects.toThrow('does not release')
  const released = await Promise.all([release(payslipId, 'kim'), release(payslipId, 'kim')])
  expect(released[0]).toEqual(released[1])
  expect(released[0]).toMatchObject({ repeat: { iban: newIban, state: 'released', releasedBy: 'kim' } })
  await expect(propose(payslipId, 'sam')).rejects.toThrow('made again already')
  const paymentFileId = released[0]?.repeat?.paymentFileId as string
  const endToEndId = endToEndIdOf(payslipId, 2)
  const file = await scene.do('2026-11-25', (trx) => paymentFileContent(trx, scene.officeId, paymentFileId))
  expect(file.messageId).toBe(endToEndId)
  expect(file.content).toContain(`<EndToEndId>${endToEndId}</EndToEndId>`)
  expect(file.content).toContain(`<IBAN>${newIban}</IBAN>`)
  expect(file.content.match(/<CdtTrfTxInf>/g)).toHaveLength(1)
  // The run keeps its own file, the member the new account.
  expect(await scene.do('2026-11-25', (trx) => paymentFiles(trx, scene.officeId, run.payRunId))).toHaveLength(
    1,
  )
  const member = await scene.do('2026-11-25', (trx) => memberById(trx, scene.officeId, memberId))
  expect(member.iban).toBe(newIban)
  const confirmed = await scene.statement('2026-11-26', [{ amount: `-${major(net)}`, endToEndId }])
  expect(confirmed).toMatchObject({ waiting: 0, matched: { wages: 1 } })
  expect(await owed()).toBe(0n)
  expect(
    await scene.do('2026-11-26', (trx) => returnedPayments(trx, scene.officeId, { openOnly: true })),
  ).toEqual([])
  const { broken } = await inOffice(scene.db, scene.officeId, verifyLedger, { isolation: 'repeatable read' })
  expect(broken).toBeUndefined()
})

test('what comes back again can be paid a third time; who changes the account makes it wait for another person', async () => {
  const { payslipId, net } = await cameBack()
  await propose(payslipId, 'sam')
  await propose(payslipId, 'kim', { iban: testIban(778) })
  await expect(release(payslipId, 'kim')).rejects.toThrow('does not release')
  await release(payslipId, 'sam')
  const again = { amount: major(net), endToEndId: endToEndIdOf(payslipId, 2), returned: 'AC01' }
  expect(await scene.statement('2026-11-27', [again])).toMatchObject({ matched: { returned: 1 } })
  await propose(payslipId, 'sam', { attempt: 2 })
  expect(await release(payslipId, 'kim', 2)).toMatchObject({ attempt: 2, repeat: { state: 'released' } })
  expect(await owed()).toBe(net * 2n)
  const sent = await scene.statement('2026-11-28', [
    { amount: `-${major(net)}`, endToEndId: endToEndIdOf(payslipId, 2) },
    { amount: `-${major(net)}`, endToEndId: endToEndIdOf(payslipId, 3) },
  ])
  expect(sent).toMatchObject({ waiting: 0, matched: { wages: 2 } })
  expect(await owed()).toBe(0n)
})

test('its member hears once that it was paid, unless they do not want to, and once that it came back; never how much', async () => {
  const { memberId, net } = await cameBack()
  const tell = () => scene.do('2026-11-25', queueWageNews)
  expect(await tell()).toBe(2)
  expect(await tell()).toBe(0)
  const news = await scene.do('2026-11-25', (trx) => mails(trx, scene.officeId))
  expect(news.map(({ kind }) => kind).sort()).toEqual(['wage-paid', 'wage-returned'])
  expect(JSON.stringify(news.map(({ fields, recipientName }) => [fields, recipientName]))).not.toContain(
    major(net),
  )
  scene = await WageScene.open(database.db, { slug: `p${++slug}` })
  const quiet = await cameBack()
  expect(quiet.memberId).not.toBe(memberId)
  await scene.do('2026-11-25', (trx, context) => chooseWageNews(trx, context, quiet.memberId, false))
  expect(await scene.do('2026-11-25', (trx) => wantsWageNews(trx, scene.officeId, quiet.memberId))).toBe(
    false,
  )
  await tell()
  expect(await scene.do('2026-11-25', (trx) => mails(trx, scene.officeId))).toMatchObject([
    { kind: 'wage-returned', state: 'queued' },
  ])
})
