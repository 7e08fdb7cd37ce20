import { registry } from '@samen/core/country'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { camt053 } from '../../core/test/support/camt053.ts'
import { testland as wageland } from '../../core/test/support/test-country.ts'
import { officeIban, WageScene } from '../../core/test/support/wage-scene.ts'
import type { ContractDetail, Invoice, MemberContract, PayRun, Payslip, WayToNet } from '../src/client.ts'
import { runJobs } from '../src/jobs/jobs.ts'
import { readPdf } from './documents/read-pdf.ts'
import { type Person, type TestServer, testServer } from './support/server.ts'

/** The main job, asked for through `/v1` by the people who do it. One story: each test goes on where the last ended. */
let server: TestServer
let scene: WageScene
let ada: Person
let bea: Person
let sam: Person
let kim: Person
let fin: Person
let activityId: string
let clientId: string

const office = '/v1/offices/xx'
const at = (day: string) => {
  server.clock.now = new Date(`${day}T09:00:00Z`)
}

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
  await server.office('group', 'group')
  const worker = await scene.worker()
  const other = await scene.worker()
  activityId = worker.activityId
  clientId = (await scene.client({ name: 'Royal Theatre' })).clientId
  ada = await server.person('ada', { xx: ['member'] }, worker.memberId)
  bea = await server.person('bea', { xx: ['member'] }, other.memberId)
  sam = await server.person('sam', { xx: ['staff', 'approver'] })
  kim = await server.person('kim', { xx: ['approver'] })
  fin = await server.person('fin', { xx: ['finance'], group: ['finance'] })
  at('2026-11-02')
})
afterAll(() => server[Symbol.asyncDispose]())

const job = { fee: '2000.00', startsOn: '2026-11-04', endsOn: '2026-11-05', terms: { status: 'worker' } }
let way: WayToNet
let contract: MemberContract
let run: PayRun
let payslip: Payslip
let invoice: Invoice

test('a member sees their profile and no staff page', async () => {
  const profile = await ok<{ activities: { activityId: string; budget: string }[] }>(ada.get(`${office}/me`))
  expect(profile.activities).toMatchObject([{ activityId, budget: '0.00' }])
  for (const path of [
    '/contracts',
    '/clients',
    '/pay-runs',
    '/funds',
    '/funds/exposure',
    '/funds/cockpit',
    '/funds/stress',
    '/funds/transfers',
    '/bank-transactions',
    '/bank-work-list',
    '/bank-matches',
    '/bank-bookings',
    '/bookable-accounts',
    '/closes',
  ])
    expect(await refused(ada.get(`${office}${path}`))).toMatchObject({ status: 403 })
})

test('a price shows the whole way to the net wage, and its steps add up', async () => {
  way = await ok(ada.post(`${office}/me/way-to-net`, job))
  const cents = (text: string) => Number(text.replace('.', ''))
  const sum = way.steps
    .filter(({ code }) => code !== 'gross' && code !== 'net')
    .reduce((total, { amount }) => total + cents(amount), 0)
  expect(sum).toBe(cents(way.net) + cents(way.remainder))
  expect(way.steps.map(({ code }) => code)).toEqual([
    'fee',
    'levy',
    'employer-contributions',
    'gross',
    'employee-contributions',
    'wage-tax',
    'net',
  ])
  expect(way.steps.find(({ code }) => code === 'wage-tax')?.lines[0]?.why.rule).toBe('tax-on-the-month')
  expect(way.promise).toMatchObject({ endedOn: '2026-11-05', payBy: '2026-11-17', workingDays: 7 })
})

test.each([
  [{ fee: '-1' }, 'fee'],
  [{ fee: '0.01', expenses: '5' }, 'fee'],
  [{ endsOn: '2026-11-01' }, 'endsOn'],
  [{ endsOn: '2039-11-01' }, 'endsOn'],
  [{ terms: { status: 'king' } }, 'terms.status'],
  [{ region: 'nowhere' }, 'region'],
])('the way to net with %j is refused by its field', async (change, field) => {
  expect(await refused(ada.post(`${office}/me/way-to-net`, { ...job, ...change }))).toMatchObject({
    status: 422,
    field,
  })
})

test('a member who states no terms gets those of their latest job like it, or of an ordinary one', async () => {
  const { terms: _terms, ...untold } = job
  expect(await ok<WayToNet>(ada.post(`${office}/me/way-to-net`, untold))).toMatchObject({
    terms: { status: 'worker' },
    net: way.net,
  })
})

test('a quote becomes an order, which only its own member sees', async () => {
  const quote = { ...job, activityId, client: { clientId }, title: 'Evening of songs', supply: 'performance' }
  contract = await ok(ada.post(`${office}/me/contracts`, quote), 201)
  expect(contract).toMatchObject({
    state: 'quote',
    nextStates: ['order', 'cancelled'],
    net: { expected: way.net, paid: '0.00' },
    promise: { payBy: '2026-11-17' },
  })
  expect(await refused(bea.get(`${office}/me/contracts/${contract.contractId}`))).toMatchObject({
    status: 404,
  })
  expect(
    await refused(bea.post(`${office}/me/contracts/${contract.contractId}/steps`, { state: 'order' })),
  ).toMatchObject({ status: 404 })
  expect(await refused(bea.post(`${office}/me/contracts`, quote))).toMatchObject({ status: 404 })
  const ordered = await ok<MemberContract>(
    ada.post(`${office}/me/contracts/${contract.contractId}/steps`, { state: 'order' }),
  )
  expect(ordered.state).toBe('order')
  expect(
    await refused(ada.post(`${office}/me/contracts/${contract.contractId}/steps`, { state: 'started' })),
  ).toMatchObject({ status: 403 })
})

test('a job starts only after its hiring declaration, and is invoiced when it is done', async () => {
  const path = `${office}/contracts/${contract.contractId}`
  const detail = await ok<ContractDetail>(sam.get(path))
  const [engagement] = detail.engagements
  at('2026-11-04')
  expect((await refused(sam.post(`${path}/steps`, { state: 'started' }))).status).toBe(422)
  const hiring = {
    engagementId: engagement?.engagementId,
    filedAt: '2026-11-03T10:00:00Z',
    reference: 'HI-1',
  }
  await ok(sam.post(`${path}/hiring`, hiring))
  await ok(sam.post(`${path}/steps`, { state: 'started' }))
  at('2026-11-05')
  const done = await ok<ContractDetail>(sam.post(`${path}/steps`, { state: 'done' }))
  expect(done.steps.map(({ state, takenBy }) => [state, takenBy])).toEqual([
    ['quote', 'ada'],
    ['order', 'ada'],
    ['started', 'sam'],
    ['done', 'sam'],
  ])
  expect(await refused(sam.post(`${path}/steps`, { state: 'invoiced' }))).toMatchObject({ status: 409 })
  invoice = await ok(sam.post(`${path}/invoice`), 201)
  expect(invoice).toMatchObject({ net: '2000.00', state: 'open', client: { name: 'Royal Theatre' } })
  const again = await ok<Invoice>(sam.post(`${path}/invoice`), 201)
  expect(again.number).toBe(invoice.number)
})

test('the pay run needs a second person, and then the wage is the one that was promised', async () => {
  at('2026-11-17')
  const preview = await ok<PayRun>(sam.get(`${office}/pay-runs/preview?date=2026-11-17`))
  expect(preview).toMatchObject({ payslips: 1, net: way.net, excluded: [] })
  expect((await ok<{ items: unknown[] }>(sam.get(`${office}/pay-runs`))).items).toEqual([])

  run = await ok(sam.post(`${office}/pay-runs`, { date: '2026-11-17' }), 201)
  expect(run).toMatchObject({ state: 'computed', preparedBy: 'sam', mayApprove: false })
  expect(await refused(sam.post(`${office}/pay-runs/${run.payRunId}/approval`))).toMatchObject({
    status: 409,
  })
  expect(await refused(kim.get(`${office}/pay-runs/${run.payRunId}/payment-file`))).toMatchObject({
    status: 404,
  })
  // Nobody's wage before it is approved and posted.
  expect((await ok<{ items: unknown[] }>(ada.get(`${office}/me/payslips`))).items).toEqual([])

  expect(await ok<PayRun>(kim.get(`${office}/pay-runs/${run.payRunId}`))).toMatchObject({ mayApprove: true })
  await ok(kim.post(`${office}/pay-runs/${run.payRunId}/approval`))
  expect(await ok(sam.post(`${office}/pay-runs/${run.payRunId}/posting`))).toMatchObject({ state: 'posted' })

  const file = await kim.get(`${office}/pay-runs/${run.payRunId}/payment-file`)
  expect(file.headers.get('content-type')).toContain('application/xml')
  expect(await file.text()).toContain('pain.001.001.09')

  const { items } = await ok<{ items: Payslip[] }>(ada.get(`${office}/me/payslips`))
  payslip = items[0] as Payslip
  expect(payslip).toMatchObject({ net: way.net, gross: way.gross, employerCost: expect.any(String) })
  expect(await ok(ada.get(`${office}/me/payslips/${payslip.payslipId}`))).toMatchObject({
    lines: expect.arrayContaining([expect.objectContaining({ code: 'wage-tax' })]),
  })
  expect(await refused(bea.get(`${office}/me/payslips/${payslip.payslipId}`))).toMatchObject({ status: 404 })
  expect(await ok(ada.get(`${office}/me/history`))).toMatchObject({
    history: { format: 'samen-member-history-1', payslips: [{ net: payslip.net }] },
    signature: expect.any(String),
  })
  const own = await ok<MemberContract>(ada.get(`${office}/me/contracts/${contract.contractId}`))
  expect(own.net).toEqual({ expected: way.net, paid: way.net, paidOn: '2026-11-17' })
})

async function paper(answer: Promise<Response>) {
  const response = await answer
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/pdf')
  return readPdf(new Uint8Array(await response.arrayBuffer()))
}

test('a payslip and an invoice can be had on paper by those who may see them, and by nobody else', async () => {
  const slip = `payslips/${payslip.payslipId}/pdf`
  const own = await paper(ada.get(`${office}/me/${slip}?language=en`))
  expect(own).toMatchObject({ language: 'en', tagged: true })
  expect(own.text).toContain(`€${payslip.net.replace(/\B(?=(\d{3})+\.)/, ',')}`)
  expect((await paper(sam.get(`${office}/${slip}`))).title).toContain('Payslip')
  expect(await refused(bea.get(`${office}/me/${slip}`))).toMatchObject({ status: 404 })
  expect(await refused(bea.get(`${office}/${slip}`))).toMatchObject({ status: 403 })
  expect(await refused(ada.get(`${office}/me/${slip}?language=Dutch`))).toMatchObject({ field: 'language' })

  const { items } = await ok<{ items: Invoice[] }>(sam.get(`${office}/invoices`))
  const invoice = items.find(({ contractId }) => contractId === contract.contractId)
  const printed = await paper(sam.get(`${office}/invoices/${invoice?.invoiceId}/pdf`))
  expect(printed.title).toContain(invoice?.number)
  // The country is in no list of ISO 3166, so no e-invoice of its may be attached.
  expect(printed.attachments).toEqual({})
  expect(await refused(ada.get(`${office}/invoices/${invoice?.invoiceId}/pdf`))).toMatchObject({
    status: 403,
  })
  expect(await refused(sam.get(`${office}/invoices/${payslip.payslipId}/pdf`))).toMatchObject({ status: 404 })
})

test('the fund has advanced the wage until the client pays, and a receipt nobody knows waits for a human', async () => {
  type Funds = {
    funds: { code: string; advanced: string; available: string }[]
    months: { code: string; advanced: string | null }[]
  }
  const advanced = async () =>
    (await ok<Funds>(ada.get(`${office}/pool`))).funds.find((fund) => fund.code === 'wage-guarantee')
      ?.advanced
  expect(await advanced()).toBe(payslip.advance)
  // One person's advance is one person's wage: no member reads it off the month, the office does.
  const monthOf = async (path: string) =>
    (await ok<Funds>(sam.get(`${office}${path}`))).months.find((month) => month.code === 'wage-guarantee')
  expect((await monthOf('/pool'))?.advanced).toBeNull()
  expect((await monthOf('/funds'))?.advanced).toBe(payslip.advance)
  expect(await ok(sam.get(`${office}/funds/cockpit`))).toMatchObject({ advanced: payslip.advance })
  expect(await ok(sam.get(`${office}/funds/exposure`))).toMatchObject({
    advanced: payslip.advance,
    clients: [{ clientId, advanced: payslip.advance }],
  })

  at('2026-11-20')
  const statement = camt053({
    iban: officeIban,
    id: 'ST-1',
    opening: '0.00',
    entries: [
      { amount: invoice.total, bookedOn: '2026-11-20', structured: invoice.paymentReference },
      { amount: '5.00', bookedOn: '2026-11-20', name: 'Somebody', free: 'thank you' },
    ],
  })
  const send = () => sam.post(`${office}/imports/statements?name=november.xml`, statement, 'application/xml')
  expect(await ok(send())).toMatchObject({
    name: 'november.xml',
    alreadyImported: false,
    transactions: 2,
    waiting: 1,
  })
  expect(await ok(send())).toMatchObject({ alreadyImported: true })

  expect(await advanced()).toBe('0.00')
  expect(await ok(sam.get(`${office}/invoices/${invoice.invoiceId}`))).toMatchObject({
    state: 'paid',
    open: '0.00',
  })
  const { items } = await ok<{ items: { bankTransactionId: string; waiting: string }[] }>(
    sam.get(`${office}/bank-transactions?waiting=true`),
  )
  expect(items).toMatchObject([{ counterpartyName: 'Somebody', waiting: '5.00' }])
  const match = sam.post(`${office}/bank-transactions/${items[0]?.bankTransactionId}/matches`, {
    invoiceId: invoice.invoiceId,
  })
  expect(await refused(match)).toMatchObject({ status: 409 })

  const listed = await ok<{ items: { bankTransactionId: string; suggestions: object[] }[] }>(
    sam.get(`${office}/bank-work-list`),
  )
  expect(listed.items).toMatchObject([{ counterpartyName: 'Somebody', waiting: '5.00', suggestions: [] }])
  const split = `${office}/bank-transactions/${listed.items[0]?.bankTransactionId}/split`
  expect(await refused(sam.post(split, { parts: [] }))).toMatchObject({ status: 422, field: 'parts' })
  expect(
    await refused(sam.post(split, { parts: [{ invoiceId: invoice.invoiceId, amount: '5.01' }] })),
  ).toMatchObject({ status: 422, field: 'amount' })

  const { items: matches } = await ok<{ items: { bankMatchId: string; bankTransactionId: string }[] }>(
    sam.get(`${office}/bank-matches`),
  )
  expect(matches).toMatchObject([
    { invoiceId: invoice.invoiceId, amount: invoice.total, matchedBy: 'reference' },
  ])
  const undo = `${office}/bank-matches/${matches[0]?.bankMatchId}/undo`
  expect(await refused(sam.post(undo, { reason: '' }))).toMatchObject({ status: 422, field: 'reason' })
  expect(await refused(ada.post(undo, { reason: 'Mine' }))).toMatchObject({ status: 403 })
  expect(await ok(sam.post(undo, { reason: 'Only to see' }))).toMatchObject({ amount: invoice.total })
  expect(await refused(sam.post(undo, { reason: 'Again' }))).toMatchObject({ status: 409 })
  expect(await advanced()).not.toBe('0.00')
  expect(await ok(sam.get(`${office}/bank-matches`))).toEqual({ items: [], next: null })
  await ok(
    sam.post(`${office}/bank-transactions/${matches[0]?.bankTransactionId}/matches`, {
      invoiceId: invoice.invoiceId,
    }),
    201,
  )
  expect(await advanced()).toBe('0.00')

  const book = `${office}/bank-transactions/${listed.items[0]?.bankTransactionId}/bookings`
  const given = { account: 'other-income', words: 'a gift, as the payer says' }
  expect(await refused(ada.post(book, given))).toMatchObject({ status: 403 })
  expect(await refused(sam.post(book, { ...given, account: 'bank' }))).toMatchObject({ field: 'account' })
  expect(await ok(sam.post(book, { ...given, amount: '2.00' }), 201)).toMatchObject({ waiting: '3.00' })
  const booked = await ok<{ bankMatchId: string }[]>(sam.get(`${office}/bank-bookings`))
  expect(booked).toMatchObject([{ account: { account: 'other-income' }, amount: '2.00', words: given.words }])
  const takeBack = `${office}/bank-bookings/${booked[0]?.bankMatchId}/undo`
  expect(await ok(sam.post(takeBack, { reason: 'It was not' }))).toMatchObject({ undone: true })
  expect(await ok(sam.get(`${office}/bank-bookings`))).toEqual([])
})

test('a wage that came back tells its worker, and is paid again by two persons', async () => {
  const back = camt053({
    iban: officeIban,
    id: 'ST-2',
    opening: (Number(invoice.total) + 5).toFixed(2),
    on: '2026-11-20',
    entries: [
      {
        amount: payslip.net,
        bookedOn: '2026-11-20',
        endToEndId: payslip.payslipId.replaceAll('-', ''),
        returned: 'AC04',
      },
    ],
  })
  expect(await ok(sam.post(`${office}/imports/statements`, back, 'application/xml'))).toMatchObject({
    matched: 1,
    waiting: 0,
  })
  const told = { amount: payslip.net, reason: 'AC04', returnedOn: '2026-11-20' }
  expect(await ok(ada.get(`${office}/me/returned-payments`))).toMatchObject([told])
  expect(await ok(bea.get(`${office}/me/returned-payments`))).toEqual([])
  expect(await refused(ada.get(`${office}/returned-payments`))).toMatchObject({ status: 403 })
  const payment = `${office}/returned-payments/${payslip.payslipId}/1`
  expect(await refused(sam.post(`${payment}/proposal`, { iban: 'XX1' }))).toMatchObject({ field: 'iban' })
  expect(await refused(kim.post(`${payment}/release`))).toMatchObject({ status: 409 })
  await ok(sam.post(`${payment}/proposal`, { iban: officeIban }))
  expect(await ok(kim.get(`${office}/returned-payments?open=true`))).toMatchObject([
    { ...told, repeat: { state: 'proposed' }, mayRelease: true },
  ])
  expect(await refused(kim.get(`${payment}/payment-file`))).toMatchObject({ status: 404 })
  expect(await ok(kim.post(`${payment}/release`))).toMatchObject({ repeat: { state: 'released' } })
  const file = await kim.get(`${payment}/payment-file`)
  expect(await file.text()).toContain(`<EndToEndId>${payslip.payslipId.replaceAll('-', '')}-2</EndToEndId>`)
  expect(await ok(ada.get(`${office}/me/returned-payments`))).toEqual([])
})

test('a rule of the bank list is written, listed, and taken away', async () => {
  const { items } = await ok<{ items: { clientId: string; name: string }[] }>(sam.get(`${office}/clients`))
  const { clientId, name } = items[0] ?? { clientId: '', name: '' }
  const written = await ok<{ bankRuleId: string }>(
    sam.post(`${office}/bank-rules`, { contains: 'Été 26', clientId }),
    201,
  )
  expect(await ok(sam.get(`${office}/bank-rules`))).toMatchObject([
    { bankRuleId: written.bankRuleId, contains: 'ete 26', client: { clientId, name } },
  ])
  expect(await refused(sam.post(`${office}/bank-rules`, { contains: '!', clientId }))).toMatchObject({
    field: 'contains',
  })
  const remove = () => sam.remove(`${office}/bank-rules/${written.bankRuleId}`)
  expect((await remove()).status).toBe(200)
  expect((await remove()).status).toBe(404)
  expect(await ok(sam.get(`${office}/bank-payers`))).toEqual([])
})

test('a bankrupt client is written off, and the invoice says so', async () => {
  const worker = { memberId: (await ok<{ memberId: string }>(bea.get(`${office}/me`))).memberId, activityId }
  const [own] = (await ok<{ activities: { activityId: string }[] }>(bea.get(`${office}/me`))).activities
  const broke = await scene.client({ name: 'Broke & Sons' })
  const made = await scene.job({ ...worker, activityId: own?.activityId ?? '' }, broke.clientId, {
    endsOn: '2026-11-06',
  })
  at('2026-11-18')
  const next = await ok<PayRun>(sam.post(`${office}/pay-runs`, { date: '2026-11-18' }), 201)
  await ok(kim.post(`${office}/pay-runs/${next.payRunId}/approval`))
  await ok(sam.post(`${office}/pay-runs/${next.payRunId}/posting`))
  at('2026-11-24')
  const clients = await ok<{ items: { name: string; open: string }[] }>(
    sam.get(`${office}/clients?search=broke`),
  )
  expect(clients.items).toMatchObject([{ name: 'Broke & Sons', creditLimit: '20000.00', bankruptOn: null }])
  const written = await ok<{ invoices: { open: string }[] }>(
    kim.post(`${office}/clients/${broke.clientId}/write-off`, {
      bankruptOn: '2026-11-24',
      reason: 'Court decision',
    }),
  )
  expect(written.invoices).toMatchObject([
    { invoiceId: made.invoice.invoiceId, open: clients.items[0]?.open },
  ])
  expect(await ok(sam.get(`${office}/invoices/${made.invoice.invoiceId}`))).toMatchObject({
    state: 'written-off',
    open: '0.00',
  })
})

describe('the month is closed and the group sees it', () => {
  test('only finance closes, the ledger balances, and its pack reaches the group', async () => {
    at('2026-12-02')
    const balance = await ok<{
      debit: string
      credit: string
      accounts: { opening: string; debit: string; credit: string; closing: string }[]
    }>(fin.get(`${office}/ledger/trial-balance?period=2026-11`))
    expect(balance.debit).toBe(balance.credit)
    expect(await refused(sam.post(`${office}/closes`, { period: '2026-11' }))).toMatchObject({ status: 403 })
    // Months close in order, and the first money came in January.
    expect(await refused(fin.post(`${office}/closes`, { period: '2026-11' }))).toMatchObject({ status: 409 })
    await ok(fin.post(`${office}/closes`, { period: '2026-01' }), 201)
    const closed = await ok<{ period: string; deliveredAt: string | null; warnings: { code: string }[] }>(
      fin.post(`${office}/closes`, { period: '2026-11' }),
      201,
    )
    expect(closed.period).toBe('2026-11')
    expect(closed.warnings.map(({ code }) => code)).toEqual(['receipts-waiting'])
    expect(closed.deliveredAt).not.toBeNull()
  })

  test('the consolidated figures come from the office’s accounts', async () => {
    const figures = await ok<{
      accounts: { group: string; total: string; byOffice: Record<string, string> }[]
      difference: string
    }>(fin.get('/v1/group/consolidations/2026-11'))
    expect(figures.difference).toBe('0.00')
    const turnover = figures.accounts.find(({ group }) => group === 'G4100')
    expect(turnover?.byOffice).toEqual({ xx: '-4000.00' })
    expect(await ok(fin.get('/v1/group/consolidations/2026-11/accounts/G4100/offices/xx'))).toMatchObject({
      total: turnover?.total,
      accounts: [{ account: 'turnover' }],
    })
    expect(await refused(fin.get('/v1/group/consolidations/2026-13'))).toMatchObject({ status: 422 })
    expect((await ok<{ items: unknown[] }>(fin.get('/v1/group/packs?limit=1'))).items).toHaveLength(1)
  })

  test('the jobs seal the ledger, deliver what waits and say nothing when all is well', async () => {
    await runJobs({
      db: server.db,
      countries: registry([wageland]),
      log: { error: (line: object) => void server.logged.push(line) } as never,
      mail: { baseUrl: 'http://localhost', secret: 'of this test' },
      now: () => new Date(),
    })
    expect(server.logged).toEqual([])
    const seals = await scene.do('2026-12-02', (trx) =>
      trx
        .selectFrom('ledger_seal' as never)
        .selectAll()
        .execute(),
    )
    expect(seals.length).toBeGreaterThan(0)
  })
})

test('an account’s entries come page by page, each once', async () => {
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    type Entries = { items: { transactionId: string; entryNo: number }[]; next: string | null }
    const page: Entries = await ok(
      fin.get(`${office}/ledger/accounts/client-receivable/entries?limit=1${cursor && `&cursor=${cursor}`}`),
    )
    seen.push(...page.items.map(({ transactionId, entryNo }) => `${transactionId} ${entryNo}`))
    cursor = page.next
  }
  expect(seen.length).toBeGreaterThanOrEqual(3)
  expect(new Set(seen).size).toBe(seen.length)
  expect(await refused(fin.get(`${office}/closes?cursor=nonsense`))).toMatchObject({
    status: 422,
    field: 'cursor',
  })
})

test('invoices come by state and page by page, the latest first', async () => {
  type Invoices = { items: { invoiceId: string; state: string }[]; next: string | null }
  const all = await ok<Invoices>(sam.get(`${office}/invoices`))
  expect(all.items.map(({ state }) => state)).toEqual(['written-off', 'paid'])
  const first = await ok<Invoices>(sam.get(`${office}/invoices?limit=1`))
  const second = await ok<Invoices>(sam.get(`${office}/invoices?limit=1&cursor=${first.next}`))
  expect([...first.items, ...second.items]).toEqual(all.items)
  expect(second.next).toBeNull()
  const paid = await ok<Invoices>(sam.get(`${office}/invoices?state=paid`))
  expect(paid.items).toEqual([all.items[1]])
  const transactions = await ok<{ items: { amount: string }[] }>(sam.get(`${office}/bank-transactions`))
  expect(transactions.items.map(({ amount }) => amount)).toContain('5.00')
  expect((await ok<Invoices>(sam.get(`${office}/bank-transactions?waiting=false`))).items).toHaveLength(2)
})

test('clients and pay runs come page by page, each once, however long their names', async () => {
  for (const end of ['a', 'b', 'b']) await scene.client({ name: `${'Île '.repeat(45)}${end}` })
  for (const list of ['clients', 'pay-runs']) {
    type Page = { items: { clientId?: string; payRunId?: string }[]; next: string | null }
    const all = (await ok<Page>(sam.get(`${office}/${list}`))).items
    expect(all.length).toBeGreaterThan(1)
    const seen: Page['items'] = []
    for (let next: string | null = ''; next !== null && seen.length <= all.length; ) {
      const page: Page = await ok(sam.get(`${office}/${list}?limit=1${next && `&cursor=${next}`}`))
      seen.push(...page.items)
      next = page.next
    }
    expect(seen).toEqual(all)
  }
})
