import { afterAll, beforeAll, expect, test } from 'vitest'
import { testlandUnder, testland as wageland } from '../../core/test/support/test-country.ts'
import { WageScene } from '../../core/test/support/wage-scene.ts'
import type {
  Correction,
  CorrectionPreview,
  PayRun,
  Payslip,
  PayslipDetail,
  WorkerClaim,
} from '../src/client.ts'
import { type Person, type TestServer, testServer } from './support/server.ts'

/** A correction asked for through `/v1` by the people who make it. One story: each test goes on where the last ended. */
let server: TestServer
let scene: WageScene
let ada: Person
let sam: Person
let kim: Person
let fin: Person

const office = '/v1/offices/xx'

async function ok<T>(answer: Promise<Response>, status = 200): Promise<T> {
  const response = await answer
  if (response.status !== status) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

async function refused(answer: Promise<Response>): Promise<{ status: number; type: string; field?: string }> {
  const response = await answer
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  return (await response.json()) as { status: number; type: string; field?: string }
}

beforeAll(async () => {
  server = await testServer(wageland)
  scene = await WageScene.open(server.db)
  server.known('xx', scene.officeId)
  const worker = await scene.worker()
  const other = await scene.worker()
  ada = await server.person('ada', { xx: ['member'] }, worker.memberId)
  sam = await server.person('sam', { xx: ['staff', 'approver'] })
  kim = await server.person('kim', { xx: ['approver'] })
  fin = await server.person('fin', { xx: ['finance'] })
  const { clientId } = await scene.client()
  // Ada's wage was paid at 12 %, Bea's at 9 %; the law is 10.5 %.
  scene.plugin = testlandUnder('0.9.0', { health: [{ from: '2026-07-01', rate: '12' }] })
  await scene.job(worker, clientId, { endsOn: '2026-11-10' })
  await scene.pay('2026-11-20')
  scene.plugin = testlandUnder('0.9.1', { health: [{ from: '2026-07-01', rate: '9' }] })
  await scene.job(other, clientId, { endsOn: '2026-11-12' })
  await scene.pay('2026-11-23')
  server.clock.now = new Date('2026-11-24T09:00:00Z')
})
afterAll(() => server[Symbol.asyncDispose]())

let run: PayRun
let seen: Correction

test('staff see what a correction would change; a member does not, and a wrong day names the field', async () => {
  const { from, paidOn, excluded, ...preview } = await ok<CorrectionPreview>(
    fin.get(`${office}/corrections/preview`),
  )
  seen = preview
  expect({ from, paidOn, excluded }).toEqual({ from: '2026-01-01', paidOn: '2026-11-24', excluded: [] })
  // 1.5 % of 1440.00 is 21.60 and a fifth of it less or more tax: 17.28 either way.
  expect(seen).toMatchObject({ payslips: 2, workers: 2, toWorkers: '17.28', claims: '17.28', borne: '0.00' })
  expect(seen.difference.net).toBe('0.00')
  expect(
    seen.largest.map(({ before, now, difference }) => [before.net, now.net, difference.net]),
  ).toContainEqual(['1213.76', '1231.04', '17.28'])
  expect(await refused(ada.get(`${office}/corrections/preview`))).toMatchObject({ status: 403 })
  expect(await refused(sam.get(`${office}/corrections/preview?from=2026-02-30`))).toMatchObject({
    status: 422,
    field: 'from',
  })
  expect(await refused(sam.post(`${office}/corrections`, { from: '2027-01-01' }))).toMatchObject({
    status: 422,
    field: 'from',
  })
  expect(await refused(fin.post(`${office}/corrections`, {}))).toMatchObject({ status: 403 })
})

test('one prepares, another approves, and it is posted like any run', async () => {
  run = await ok<PayRun & { isNew: boolean }>(sam.post(`${office}/corrections`, {}), 201)
  expect(run).toMatchObject({
    kind: 'correction',
    correctsFrom: '2026-01-01',
    state: 'computed',
    payslips: 2,
  })
  expect(await ok(sam.get(`${office}/pay-runs/${run.payRunId}/correction`))).toEqual(seen)
  expect(await refused(sam.post(`${office}/pay-runs`, { date: '2026-11-24' }))).toMatchObject({ status: 409 })
  expect(await refused(sam.post(`${office}/pay-runs/${run.payRunId}/approval`))).toMatchObject({
    status: 409,
  })
  await ok(kim.post(`${office}/pay-runs/${run.payRunId}/approval`))
  await ok(sam.post(`${office}/pay-runs/${run.payRunId}/posting`))
  const file = await (await fin.get(`${office}/pay-runs/${run.payRunId}/payment-file`)).text()
  expect(file.match(/<InstdAmt[^>]*>[\d.]+/g)).toEqual(['<InstdAmt Ccy="EUR">17.28'])
  const { items } = await ok<{ items: PayRun[] }>(sam.get(`${office}/pay-runs`))
  expect(items.map(({ kind }) => kind)).toEqual(['correction', 'wages', 'wages'])
  const wages = items[1] as PayRun
  expect(await refused(sam.get(`${office}/pay-runs/${wages.payRunId}/correction`))).toMatchObject({
    status: 404,
  })
  expect(await refused(sam.post(`${office}/corrections`, { from: '2026-11-01' }))).toMatchObject({
    status: 422,
  })
})

test('the worker reads the difference line by line beside the payslip it corrects', async () => {
  const { items } = await ok<{ items: Payslip[] }>(ada.get(`${office}/me/payslips`))
  expect(items.map(({ net, gross }) => [net, gross])).toEqual([
    ['17.28', '0.00'],
    ['1213.76', '1440.00'],
  ])
  const delta = await ok<PayslipDetail>(ada.get(`${office}/me/payslips/${items[0]?.payslipId}`))
  expect(delta.corrects).toBe(items[1]?.payslipId)
  expect(delta.lines.map(({ code, employee, before }) => [code, before?.employee, employee])).toEqual([
    ['health', '172.80', '-21.60'],
    ['wage-tax', '53.44', '4.32'],
  ])
})

test('a worker pays back a part: a receipt is given to the claim, never more than is open', async () => {
  const { items } = await ok<{ items: WorkerClaim[] }>(sam.get(`${office}/claims?open=true`))
  await scene.statement('2026-11-24', [{ amount: '20.00', name: 'Ada' }])
  const waiting = await ok<{ items: { bankTransactionId: string; waiting: string }[] }>(
    sam.get(`${office}/bank-transactions?waiting=true`),
  )
  const receipt = waiting.items.find((one) => one.waiting === '20.00')
  const address = `${office}/claims/${items[0]?.workerClaimId}/paid-back`
  const { bankTransactionId = '' } = receipt ?? {}
  expect(await refused(sam.post(address, { bankTransactionId, amount: '17.29' }))).toMatchObject({
    status: 422,
    field: 'amount',
  })
  expect(await ok(sam.post(address, { bankTransactionId, amount: '7.28' }))).toMatchObject({ open: '10.00' })
})

test('a worker’s word that wages keep something back is written down with how it was said, and nobody says it for another', async () => {
  const { items } = await ok<{ items: WorkerClaim[] }>(sam.get(`${office}/claims?open=true`))
  const claim = items[0]?.workerClaimId
  expect(items).toMatchObject([
    {
      agreed: false,
      keeps: { share: '20', source: 'Testland wages act, art. 23', unverified: null },
      history: [{ decision: 'paid-back', amount: '7.28' }],
    },
  ])
  const said = (agreed: boolean, words: string) =>
    sam.post(`${office}/claims/${claim}/consent`, { agreed, words })
  expect(await refused(said(true, ' '))).toMatchObject({ status: 422, field: 'words' })
  expect(await ok(said(true, 'Signed letter of 20 November'))).toMatchObject({ agreed: true })
  expect(await ok(said(false, 'Telephone call'))).toMatchObject({ agreed: false, open: '10.00' })
  // The claim is Bea's.
  expect(await ok(ada.get(`${office}/me/claims`))).toEqual({ items: [] })
  expect(await refused(ada.post(`${office}/me/claims/${claim}/consent`, { agreed: true }))).toMatchObject({
    status: 404,
  })
})

test('what was paid too much is a claim that only somebody with the right to approve forgoes, and says why', async () => {
  const { items } = await ok<{ items: WorkerClaim[] }>(sam.get(`${office}/claims?open=true`))
  expect(items).toMatchObject([{ amount: '17.28', open: '10.00' }])
  const address = `${office}/claims/${items[0]?.workerClaimId}/forgone`
  expect(await refused(fin.post(address, { reason: 'x' }))).toMatchObject({ status: 403 })
  expect(await refused(kim.post(address, { reason: '  ' }))).toMatchObject({ status: 422, field: 'reason' })
  expect(await ok(kim.post(address, { reason: 'The office was late' }))).toMatchObject({ open: '0.00' })
  expect((await ok<{ items: WorkerClaim[] }>(sam.get(`${office}/claims?open=true`))).items).toEqual([])
  expect((await ok<{ items: WorkerClaim[] }>(sam.get(`${office}/claims`))).items).toHaveLength(1)
  expect(
    await refused(kim.post(`${office}/claims/0192f000-0000-7000-8000-000000000000/forgone`, { reason: 'x' })),
  ).toMatchObject({ status: 404 })
})
