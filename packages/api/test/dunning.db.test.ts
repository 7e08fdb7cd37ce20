import { datedAmounts, datedRates } from '@samen/core/country'
import { mailLetters } from '@samen/core/dunning'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testland, testNumber } from '../../core/test/support/test-country.ts'
import { major, WageScene } from '../../core/test/support/wage-scene.ts'
import { type Person, type TestServer, testServer } from './support/server.ts'

const law = {
  ...testland,
  latePayment: {
    business: {
      interest: datedRates('Interest', ['2024-01-01', '10', 'Late Payment Act, s. 1']),
      lumpSum: datedAmounts('Costs', ['2024-01-01', '40', 'Late Payment Act, s. 2']),
    },
    consumer: { interest: datedRates('Interest', ['2024-01-01', '4', 'Code, s. 3']) },
  },
}

let server: TestServer
let scene: WageScene
let staff: Person
let approver: Person
let clientId: string
let invoice: { invoiceId: string; total: bigint; paymentReference: string }

beforeAll(async () => {
  server = await testServer(law)
  scene = await WageScene.open(server.db, { slug: 'late' })
  scene.plugin = law
  server.known('late', scene.officeId)
  const client = await scene.client({ vatNumber: testNumber(77, 10), language: 'nl', email: 'a@example.org' })
  clientId = client.clientId
  ;({ invoice } = await scene.job(await scene.worker(), clientId, { endsOn: '2026-09-10' }))
  staff = await server.person('sam', { late: ['staff'] })
  approver = await server.person('kim', { late: ['approver'] })
})
afterAll(() => server[Symbol.asyncDispose]())

const at = (path: string) => `/v1/offices/late${path}`
const json = async <T = never>(answer: Response) => (await answer.json()) as T

test('a late invoice is shown by age, proposed, approved by one who may, printed, and not proposed again', async () => {
  expect(await json(await staff.get(at('/dunning/ageing')))).toMatchObject({
    today: '2026-11-23',
    debtors: 1,
    buckets: [{ fromDays: null, invoices: 0 }, { invoices: 0 }, { fromDays: 31, invoices: 1 }, {}, {}],
    clients: [{ clientId, overdueDays: 44, rating: 'N' }],
  })
  const proposal = await staff.get(at('/dunning/proposal'))
  const { letters } = (await proposal.json()) as {
    letters: { clientId: string; legalEntityId: string; level: number }[]
  }
  expect(letters).toMatchObject([
    { clientId, level: 1, levels: 3, interest: '0.00', invoices: [{ daysLate: 44 }] },
  ])
  const chosen = letters.map(({ clientId, legalEntityId, level }) => ({ clientId, legalEntityId, level }))
  expect((await staff.post(at('/dunning/runs'), { letters: chosen })).status).toBe(403)
  const sent = await approver.post(at('/dunning/runs'), { letters: chosen })
  expect(sent.status).toBe(201)
  const answer = (await sent.json()) as { letters: { dunningLetterId: string }[] }
  expect(answer).toMatchObject({ passedOver: 0, letters: [{ clientId, language: 'nl' }] })
  const again = await approver.post(at('/dunning/runs'), { letters: chosen })
  expect(await json(again)).toMatchObject({ dunningRunId: null, letters: [], passedOver: 1 })
  const pdf = await staff.get(at(`/dunning/letters/${answer.letters[0]?.dunningLetterId}/pdf`))
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  expect(Buffer.from(await pdf.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-')
  await mailLetters(server.db, { ...scene.context('2026-11-23'), now: new Date() })
  const { items } = await json<{ items: { mailId: string }[] }>(await staff.get(at('/mail')))
  expect(items).toMatchObject([
    { kind: 'dunning', recipient: 'a@example.org', language: 'nl', state: 'queued' },
  ])
  const text = await staff.get(at(`/mail/${items[0]?.mailId}/text`))
  expect(await json(text)).toMatchObject({ attachments: [expect.stringMatching(/-1-2026-11-23\.pdf$/)] })
}, 60_000)

test('a client’s page says what it owes by law, why, and what may be lent', async () => {
  const interest = (invoice.total * 44n * 10n) / 36_500n
  const risk = await json(await staff.get(at(`/clients/${clientId}/risk`)))
  expect(risk).toMatchObject({
    rating: 'N',
    consumer: false,
    limit: { decided: '20000.00', holds: '20000.00', reason: 'decided' },
    overdue: [
      {
        daysLate: 44,
        level: 1,
        pause: null,
        costs: '40.00',
        interest: major(interest),
        parts: [{ days: 44, percent: '10' }],
      },
    ],
    letters: [{ level: 1 }],
  })
  const rated = await approver.post(at('/dunning/ratings'))
  expect(await json(rated)).toMatchObject({ rated: 1, changed: [{ clientId, before: 'N', rating: 'C' }] })
  const limit = { kind: 'insured', amount: '30000.00', untilOn: '2026-12-31', reason: 'Insurer Ltd' }
  expect((await staff.post(at(`/clients/${clientId}/limits`), limit)).status).toBe(403)
  expect(await json(await approver.post(at(`/clients/${clientId}/limits`), limit))).toMatchObject({
    limit: { insured: '30000.00', holds: '30000.00', reason: 'insured' },
  })
})

test('steps are written down once; grave ones need another right; bad ones name their field', async () => {
  const step = {
    kind: 'promise',
    happenedOn: '2026-11-23',
    untilOn: '2026-12-01',
    amount: '100.00',
    reason: 'by telephone',
    collectionStepId: '0190f3a0-0000-7000-8000-000000000001',
  }
  const path = at(`/clients/${clientId}/collection-steps`)
  for (const _ of [1, 2]) expect((await staff.post(path, step)).status).toBe(201)
  const wrong = await staff.post(path, { ...step, collectionStepId: undefined, untilOn: '2026-11-01' })
  expect(await json(wrong)).toMatchObject({ status: 422, field: 'untilOn' })
  const handed = { kind: 'hand-over', happenedOn: '2026-11-23', reason: 'to the collector' }
  expect((await staff.post(path, handed)).status).toBe(403)
  expect((await approver.post(path, handed)).status).toBe(201)
  expect(await json(await staff.get(at(`/clients/${clientId}/risk`)))).toMatchObject({
    handedOverOn: '2026-11-23',
    limit: { holds: '0.00', reason: 'handed-over' },
    overdue: [{ pause: 'handed-over' }],
    steps: [{ kind: 'hand-over' }, { kind: 'promise', amount: '100.00' }],
  })
})

test('a receipt pays interest and costs, and only then are they booked', async () => {
  await scene.statement('2026-11-20', [{ amount: '50.00', name: 'Theatre' }])
  const waiting = await staff.get(at('/bank-transactions?waiting=true'))
  const { items } = (await waiting.json()) as { items: { bankTransactionId: string }[] }
  const path = at(`/bank-transactions/${items[0]?.bankTransactionId}/late-payment`)
  const { invoiceId } = invoice
  expect(await json(await staff.post(path, { invoiceId, amount: '51.00' }))).toMatchObject({
    field: 'amount',
  })
  expect(await json(await staff.post(path, { invoiceId, amount: '45.00' }))).toMatchObject({
    costs: '40.00',
    interest: '5.00',
    waiting: '5.00',
  })
})

test('a client entered twice is merged by one who may; its old address leads to the one that is left', async () => {
  const double = await scene.client({ name: 'A theatre typed twice' })
  const seen = await approver.get(at(`/clients/${clientId}/merges/preview?clientId=${double.clientId}`))
  expect(await json(seen)).toMatchObject({ merged: { owed: '0.00', invoices: 0 }, into: { invoices: 1 } })
  const { items } = await json<{ items: unknown[] }>(
    await approver.get(at(`/clients/${clientId}/merge-choices?search=typed`)),
  )
  expect(items).toMatchObject([{ clientId: double.clientId }])
  const asked = { clientId: double.clientId, reason: 'Typed twice' }
  expect((await staff.post(at(`/clients/${clientId}/merges`), asked)).status).toBe(403)
  const wrong = await approver.post(at(`/clients/${clientId}/merges`), { ...asked, clientId })
  expect(await json(wrong)).toMatchObject({ status: 422, field: 'clientId' })
  const once = await approver.post(at(`/clients/${clientId}/merges`), asked)
  expect(once.status).toBe(201)
  const again = await approver.post(at(`/clients/${clientId}/merges`), asked)
  expect(await json(again)).toEqual(await json(once))
  const risk = await json(await staff.get(at(`/clients/${double.clientId}/risk`)))
  expect(risk).toMatchObject({ clientId, merged: [{ name: 'A theatre typed twice', reason: 'Typed twice' }] })
  const clients = await json<{ items: { name: string }[] }>(await staff.get(at('/clients')))
  expect(clients.items.map(({ name }) => name)).not.toContain('A theatre typed twice')
})
