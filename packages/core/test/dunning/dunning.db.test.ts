import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addClient, advanceLimits } from '../../src/clients/index.ts'
import { datedAmounts, datedRates } from '../../src/country/index.ts'
import { inOffice } from '../../src/database/index.ts'
import {
  addDunningRule,
  ageing,
  bookLatePayment,
  claimOnInvoice,
  collectionSteps,
  decideLimit,
  dunningLetters,
  dunningProposal,
  limitDecisions,
  overdueInvoices,
  paymentHistories,
  rateClients,
  ratingHistory,
  recordStep,
  type StepDraft,
  sendDunning,
} from '../../src/dunning/index.ts'
import { verifyFunds } from '../../src/funds/index.ts'
import { balance, verifyLedger } from '../../src/ledger/index.ts'
import { waitingTransactions } from '../../src/statements/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { testland, testNumber } from '../support/test-country.ts'
import { major, WageScene } from '../support/wage-scene.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const law = {
  ...testland,
  latePayment: {
    business: {
      interest: datedRates('Interest', ['2024-01-01', '10', 'art. 1']),
      lumpSum: datedAmounts('Costs', ['2024-01-01', '40', 'art. 2']),
    },
    consumer: { interest: datedRates('Interest', ['2024-01-01', '4', 'art. 3']), afterReminderDays: 14 },
  },
}

let serial = 0
async function office(guarantee = 10_000_000n) {
  serial++
  const scene = await WageScene.open(database.db, { slug: `d${serial}`, guarantee })
  scene.plugin = law
  const client = await scene.client({ vatNumber: testNumber(300 + serial, 10), email: 'bills@example.org' })
  const worker = await scene.worker()
  const job = await scene.job(worker, client.clientId, { endsOn: '2026-06-01' })
  return { scene, client, worker, ...job }
}

const chosen = (letters: readonly { clientId: string; legalEntityId: string; level: number }[]) =>
  letters.map(({ clientId, legalEntityId, level }) => ({ clientId, legalEntityId, level }))

describe('an invoice that is late', () => {
  test('is reminded of level by level, each letter once, and none before its day', async () => {
    const { scene, client, invoice } = await office()
    expect(invoice.dueOn).toBe('2026-07-01')
    expect(await scene.do('2026-07-07', dunningProposal)).toEqual([])
    const [first] = await scene.do('2026-07-08', dunningProposal)
    expect(first).toMatchObject({
      ...{
        clientId: client.clientId,
        level: 1,
        levels: 3,
        open: invoice.total,
        interest: 0n,
        costs: 0n,
        fee: 0n,
      },
      invoices: [{ daysLate: 7, level: 1 }],
    })
    const send = (day: string, letters: Parameters<typeof sendDunning>[2]) =>
      scene.do(day, (trx, context) => sendDunning(trx, context, letters))
    const letters = chosen([first as NonNullable<typeof first>])
    const both = await Promise.all([send('2026-07-08', letters), send('2026-07-08', letters)])
    expect(both.map(({ letters }) => letters.length).sort()).toEqual([0, 1])
    expect(await scene.do('2026-07-09', dunningProposal)).toEqual([])
    const [second] = await scene.do('2026-07-22', dunningProposal)
    // 21 days at 10 % of 365, on the invoice with its tax.
    expect(second).toMatchObject({ level: 2, costs: 4000n, interest: (invoice.total * 21n * 10n) / 36_500n })
    await send('2026-07-22', chosen([second as NonNullable<typeof second>]))
    const sent = await scene.do('2026-07-23', (trx, { officeId }) => dunningLetters(trx, officeId))
    expect(sent.map(({ level }) => level)).toEqual([2, 1])
    expect(sent[0]?.document).toMatchObject({
      buyer: { name: client.name },
      invoices: [{ daysLate: 21, costs: '40.00' }],
      rates: [{ percent: '10', source: 'art. 1' }],
    })
    const { rows } = await scene.do('2026-07-23', (trx) =>
      sql`select payload from samen.outbox where kind = 'letter' order by created_at`.execute(trx),
    )
    expect(rows).toMatchObject([{ payload: { to: 'bills@example.org' } }, { payload: { kind: 'dunning' } }])
  })

  test('is left alone while a promise holds, a dispute stands, or a collector has it', async () => {
    const { scene, client, invoice } = await office()
    const step = (day: string, draft: Omit<StepDraft, 'clientId' | 'happenedOn' | 'reason'>) =>
      scene.do(day, (trx, context) =>
        recordStep(trx, context, {
          ...draft,
          clientId: client.clientId,
          happenedOn: day,
          reason: 'as they said',
        }),
      )
    const proposed = async (day: string) => (await scene.do(day, dunningProposal)).length
    await step('2026-07-09', {
      kind: 'promise',
      amount: 100_000n,
      untilOn: '2026-07-20',
      invoiceId: invoice.invoiceId,
    })
    expect([await proposed('2026-07-20'), await proposed('2026-07-21')]).toEqual([0, 1])
    await step('2026-07-21', { kind: 'dispute', invoiceId: invoice.invoiceId })
    expect(await proposed('2026-08-30')).toBe(0)
    const [disputed] = await scene.do('2026-08-30', (trx, { officeId }) =>
      overdueInvoices(trx, officeId, '2026-08-30'),
    )
    expect(disputed).toMatchObject({ pause: 'dispute', pauseReason: 'as they said' })
    await step('2026-08-30', { kind: 'dispute-settled', invoiceId: invoice.invoiceId })
    expect(await proposed('2026-08-30')).toBe(1)
    const { step: handed } = await step('2026-08-31', { kind: 'hand-over' })
    expect(await proposed('2026-09-01')).toBe(0)
    const again = await scene.do('2026-09-01', (trx, context) =>
      recordStep(trx, context, {
        ...handed,
        reason: 'told twice',
        invoiceId: undefined,
        amount: undefined,
        untilOn: undefined,
      }),
    )
    expect(again.step).toEqual(handed)
    expect(
      await scene.do('2026-09-01', (trx, { officeId }) =>
        collectionSteps(trx, officeId, { clientId: client.clientId }),
      ),
    ).toHaveLength(4)
  })

  test('bad steps name their field and change nothing', async () => {
    const { scene, client, invoice } = await office()
    const base = { clientId: client.clientId, happenedOn: '2026-07-09', reason: 'why' } as const
    for (const [draft, field] of [
      [{ ...base, kind: 'promise', untilOn: '2026-07-20' }, 'amount'],
      [{ ...base, kind: 'promise', amount: 1n, untilOn: '2026-07-08' }, 'untilOn'],
      [{ ...base, kind: 'promise', amount: 1n, untilOn: '2027-07-09' }, 'untilOn'],
      [{ ...base, kind: 'dispute', happenedOn: '2026-07-10' }, 'happenedOn'],
      [{ ...base, kind: 'dispute', reason: ' ' }, 'reason'],
      [{ ...base, kind: 'hand-over', invoiceId: invoice.invoiceId }, 'invoiceId'],
    ] as const)
      await expect(
        scene.do('2026-07-09', (trx, context) => recordStep(trx, context, draft)),
      ).rejects.toMatchObject({ field })
    await expect(
      scene.do('2026-07-09', (trx, context) =>
        recordStep(trx, context, { ...base, kind: 'claim-filed', amount: 1n }),
      ),
    ).rejects.toMatchObject({ type: 'conflict' })
    const none = await scene.do('2026-07-09', (trx, { officeId }) =>
      collectionSteps(trx, officeId, { clientId: client.clientId }),
    )
    expect(none).toEqual([])
  })
})

describe('what the law adds to a late invoice', () => {
  test('enters the books when it is paid: costs first, then interest, and never more than is owed', async () => {
    const { scene, invoice, client } = await office()
    const { claim } = await scene.do('2026-08-01', (trx, context) =>
      claimOnInvoice(trx, context, invoice.invoiceId),
    )
    const owed = claim.costs + claim.interest
    expect(claim).toMatchObject({ costs: 4000n, interest: (invoice.total * 31n * 10n) / 36_500n })
    await scene.statement('2026-08-01', [
      { amount: major(invoice.total), structured: invoice.paymentReference },
      { amount: major(owed + 500n), name: 'Theatre' },
    ])
    const waits = await scene.do('2026-08-01', (trx, { officeId, plugin }) =>
      waitingTransactions(trx, officeId, plugin.identifiers),
    )
    expect(waits).toHaveLength(1)
    const receipt = waits[0]?.bankTransactionId as string
    const book = (amount?: bigint) =>
      scene.do('2026-08-01', (trx, context) =>
        bookLatePayment(trx, context, { bankTransactionId: receipt, invoiceId: invoice.invoiceId, amount }),
      )
    await expect(book(owed + 1n)).rejects.toMatchObject({ field: 'amount' })
    expect(await book(5000n)).toMatchObject({ costs: 4000n, interest: 1000n })
    expect(await book()).toMatchObject({ costs: 0n, interest: claim.interest - 1000n, left: 500n })
    await expect(book()).rejects.toMatchObject({ type: 'conflict' })
    const [costs, interest] = await scene.do('2026-08-02', (trx) =>
      Promise.all([
        balance(trx, 'other-income', client.clientId),
        balance(trx, 'interest-income', client.clientId),
      ]),
    )
    expect([costs?.[0]?.net, interest?.[0]?.net]).toEqual([-4000n, -claim.interest])
    const { officeId } = scene
    const checked = await inOffice(database.db, officeId, verifyLedger, { isolation: 'repeatable read' })
    expect(checked.broken).toBeUndefined()
  })
})

describe('a client’s rating', () => {
  test('follows its payments, and binds what is lent for work that begins later', async () => {
    const { scene, client, invoice } = await office()
    const rated = (day: string) => scene.do(day, rateClients)
    expect((await rated('2026-07-31')).changed).toEqual([])
    expect((await rated('2026-08-05')).changed).toMatchObject([{ before: 'N', rating: 'C', overdueDays: 35 }])
    expect((await rated('2026-10-05')).changed).toMatchObject([{ before: 'C', rating: 'D' }])
    const limits = (startsOn: string) =>
      scene.do('2026-10-06', (trx, { officeId }) =>
        advanceLimits(trx, officeId, [{ clientId: client.clientId, startsOn }]),
      )
    expect(await limits('2026-10-05')).toEqual([{ limit: 2_000_000n, reason: 'decided' }])
    expect(await limits('2026-10-06')).toEqual([{ limit: 1_000_000n, reason: 'rating-halved' }])
    await scene.do('2026-10-06', (trx, context) =>
      decideLimit(trx, context, client.clientId, {
        kind: 'insured',
        amount: 1_500_000n,
        untilOn: '2026-12-31',
        reason: 'Insurer Ltd',
      }),
    )
    expect(await limits('2026-10-06')).toEqual([{ limit: 1_500_000n, reason: 'insured' }])
    expect(await limits('2027-01-01')).toEqual([{ limit: 1_000_000n, reason: 'rating-halved' }])
    await scene.statement('2026-10-07', [
      { amount: major(invoice.total), structured: invoice.paymentReference },
    ])
    // Paid, but 98 days late.
    expect((await rated('2026-10-08')).changed).toMatchObject([
      { before: 'D', rating: 'E', daysLate: 98, overdueDays: 0 },
    ])
    expect((await rated('2026-10-08')).changed).toEqual([])
    const history = await scene.do('2026-10-08', (trx, { officeId }) =>
      ratingHistory(trx, officeId, client.clientId),
    )
    expect(history.map(({ rating }) => rating)).toEqual(['E', 'D', 'C'])
    const decisions = await scene.do('2026-10-08', (trx, { officeId }) =>
      limitDecisions(trx, officeId, client.clientId),
    )
    expect(decisions).toMatchObject([{ kind: 'insured', amount: 1_500_000n, untilOn: '2026-12-31' }])
  })

  test('falls by a promise that was not kept, not by one that was', async () => {
    const { scene, client, invoice } = await office()
    const promise = (day: string, amount: bigint, untilOn: string) =>
      scene.do(day, (trx, context) =>
        recordStep(trx, context, {
          kind: 'promise',
          clientId: client.clientId,
          happenedOn: day,
          amount,
          untilOn,
          reason: 'by telephone',
        }),
      )
    await promise('2026-07-02', 50_000n, '2026-07-05')
    await scene.statement('2026-07-06', [{ amount: '500.00', structured: invoice.paymentReference }])
    expect((await scene.do('2026-07-10', rateClients)).changed).toEqual([])
    await promise('2026-07-10', 10_000n, '2026-07-12')
    expect((await scene.do('2026-07-15', rateClients)).changed).toEqual([])
    expect((await scene.do('2026-07-16', rateClients)).changed).toMatchObject([
      { rating: 'D', brokenPromises: 1 },
    ])
  })

  test('says in a pay run why a wage is left out, and never takes back what was promised before', async () => {
    const { scene, client, worker } = await office()
    await scene.do('2026-11-01', rateClients)
    await scene.job(worker, client.clientId, { endsOn: '2026-11-02' })
    const { run, leftOut } = await scene.compute('2026-11-12')
    expect(run?.payslips).toBe(1)
    expect(leftOut).toMatchObject([{ reason: 'client-limit' }])
    expect(leftOut[0]?.detail).toContain('because it does not pay (rated E)')
  })
})

test('an insolvency writes off what is open, ends reminding and takes a filed claim', async () => {
  const { scene, client, invoice } = await office()
  await scene.pay('2026-06-10')
  const { writtenOff } = await scene.do('2026-08-01', (trx, context) =>
    recordStep(trx, context, {
      kind: 'insolvency',
      clientId: client.clientId,
      happenedOn: '2026-07-30',
      reason: 'court of commerce',
    }),
  )
  expect(writtenOff?.writtenOff).toMatchObject([{ invoiceId: invoice.invoiceId, open: invoice.total }])
  expect(await scene.do('2026-08-30', dunningProposal)).toEqual([])
  await scene.do('2026-08-30', (trx, context) =>
    recordStep(trx, context, {
      kind: 'claim-filed',
      clientId: client.clientId,
      happenedOn: '2026-08-30',
      amount: invoice.total,
      reason: 'no. 12',
    }),
  )
  expect((await scene.do('2026-08-31', rateClients)).changed).toMatchObject([
    { rating: 'E', lostInvoices: 1 },
  ])
  expect(await scene.do('2026-08-31', verifyFunds)).toEqual([])
  // The liquidator pays in the end: the fund gets it back, and the rating says that nothing is lost.
  await scene.statement('2026-09-30', [
    { amount: major(invoice.total), structured: invoice.paymentReference },
  ])
  const histories = await scene.do('2026-10-01', (trx, { officeId }) =>
    paymentHistories(trx, officeId, '2026-10-01'),
  )
  expect(histories).toMatchObject([{ lostInvoices: 0, daysLate: 91, rating: 'E' }])
  expect(await scene.do('2026-10-01', verifyFunds)).toEqual([])
})

test('debts are shown by age, and the buckets sum to what is owed', async () => {
  const { scene, worker, invoice, client } = await office()
  const late = await scene.job(worker, client.clientId, { endsOn: '2026-09-01' })
  const other = await scene.do('2026-07-01', (trx, context) =>
    addClient(trx, context, { name: 'A person', country: 'XX', language: 'fr' }),
  )
  await scene.job(worker, other.clientId, { endsOn: '2026-10-20' })
  const aged = await scene.do('2026-11-01', (trx, { officeId }) =>
    ageing(trx, officeId, { today: '2026-11-01', currency: 'EUR' }),
  )
  expect(aged.buckets.map(({ invoices }) => invoices)).toEqual([1, 0, 1, 0, 1])
  expect(aged.buckets.reduce((sum, { amount }) => sum + amount, 0n)).toBe(aged.total)
  expect(aged.clients).toMatchObject([
    { clientId: client.clientId, buckets: [0n, 0n, late.invoice.total, 0n, invoice.total], overdueDays: 123 },
    { clientId: other.clientId, overdueDays: 0 },
  ])
})

test('an office decides when it reminds, from a day on; a first reminder is free', async () => {
  const { scene } = await office()
  const rule = (from: string, fees: bigint[]) => ({
    from,
    levels: fees.map((fee, at) => ({ daysAfterDue: (at + 1) * 5, fee })),
    recoveryCost: null,
  })
  await scene.do('2026-07-01', (trx, context) => addDunningRule(trx, context, rule('2026-07-05', [0n, 600n])))
  expect(await scene.do('2026-07-06', dunningProposal)).toMatchObject([{ level: 1, levels: 2 }])
  const add = (given: ReturnType<typeof rule>) =>
    scene.do('2026-07-01', (trx, context) => addDunningRule(trx, context, given))
  await expect(add(rule('2026-07-05', [0n]))).rejects.toMatchObject({ type: 'conflict' })
  await expect(add(rule('2026-06-30', [0n]))).rejects.toMatchObject({ field: 'from' })
  await expect(add(rule('2026-08-01', [100n]))).rejects.toMatchObject({ field: 'levels[0].fee' })
  await expect(add(rule('2026-08-01', []))).rejects.toMatchObject({ field: 'levels' })
})
