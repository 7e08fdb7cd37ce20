import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addClient } from '../../src/clients/index.ts'
import type { OfficeContext } from '../../src/context/index.ts'
import {
  contractById,
  engagementsOf,
  moveContracts,
  type PriceLine,
  payByOf,
} from '../../src/contracts/index.ts'
import { addDays } from '../../src/country/index.ts'
import { inOffice, type Transaction } from '../../src/database/index.ts'
import { issueInvoices } from '../../src/invoices/index.ts'
import {
  type AnswerDraft,
  type AnswerStatement,
  answerQuote,
  linkByToken,
  makeQuote,
  offerToSend,
  type QuotePrice,
  type QuoteRevision,
  reviseQuote,
  sendQuote,
  verifyAnswers,
} from '../../src/quotes/index.ts'
import { asOwner, type TestDatabase, testDatabase } from '../support/database.ts'
import { clientDraft, jobDraft, type WorkScene, workScene } from '../support/work-scene.ts'

let database: TestDatabase
let scene: WorkScene
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
let offices = 0
beforeEach(async () => {
  scene = await workScene(database.db, `q${++offices}`)
})

const inScene = <T>(work: (trx: Transaction) => Promise<T>) => inOffice(database.db, scene.officeId, work)
const on = (day: string): OfficeContext => ({
  ...scene.context,
  today: day,
  now: new Date(`${day}T09:00:00Z`),
})

const line = (changes: Partial<PriceLine> = {}): PriceLine => ({
  kind: 'work',
  description: 'Songs',
  supply: 'performance',
  quantity: 1_000n,
  unit: 'piece',
  unitPrice: 100_000n,
  discount: null,
  optional: false,
  chosen: true,
  ...changes,
})
const lines = [
  line(),
  line({ description: 'Workshop', supply: 'service', quantity: 2_500n, unit: 'hour', unitPrice: 6_000n }),
  line({ description: 'Encore', optional: true, chosen: false, unitPrice: 20_000n }),
  line({ kind: 'expense', description: 'Train', supply: 'performance', unitPrice: 4_500n }),
]
const make = (price: Partial<QuotePrice> = {}, hiringFiledAt: Date | null = null) => {
  const { fee: _, state: __, ...job } = jobDraft(scene, { startsOn: '2026-12-10', endsOn: '2026-12-10' })
  return inScene((trx) =>
    makeQuote(trx, scene.context, {
      ...job,
      engagements: [{ memberId: scene.member.memberId, terms: { status: 'artist' }, hiringFiledAt }],
      lines,
      discount: { kind: 'percent', value: 1_000n },
      validUntil: '2026-12-01',
      ...price,
    }),
  )
}
const textsFor = () => ({ country: {}, consent: 'I accept this quote.' })
const pdf = Buffer.from('%PDF the offer')
async function send(contractId: string, context = scene.context) {
  const offer = await inScene((trx) => offerToSend(trx, context, contractId, textsFor))
  return inScene((trx) => sendQuote(trx, context, contractId, { offer, pdf, textsFor }))
}
const answer = (token: string, changes: Partial<AnswerDraft> = {}, context = on('2026-11-24')) =>
  inScene((trx) =>
    answerQuote(trx, { ...context, by: 'client' }, token, {
      decision: 'accepted',
      name: 'Grace Client',
      options: [],
      network: '192.0.2.0/24',
      userAgent: 'a browser',
      ...changes,
    }),
  )
const contract = (id: string) => inScene((trx) => contractById(trx, scene.officeId, id))
const worker = async (contractId: string) => {
  const [engaged] = await inScene((trx) => engagementsOf(trx, scene.officeId, [contractId]))
  return engaged as NonNullable<typeof engaged>
}
const steps = async (contractId: string) => {
  const { rows } = await inScene((trx) =>
    sql<{ state: string; taken_by: string }>`
      select state, taken_by from samen.contract_step where office_id = ${scene.officeId}
         and contract_id = ${contractId} order by step_no`.execute(trx),
  )
  return rows
}

describe('a quote nobody has agreed to', () => {
  const revise = (contractId: string, changes: Partial<QuoteRevision>) =>
    inScene((trx) => reviseQuote(trx, scene.context, contractId, { lines, ...changes }))

  test('is for another client, other days and another title; pay day and days in the terms follow', async () => {
    const { contract: made } = await make()
    const other = await inScene((trx) => addClient(trx, scene.context, clientDraft(2)))
    const before = await worker(made.contractId)
    const revised = await revise(made.contractId, {
      title: '  Two nights ',
      clientId: other.clientId,
      startsOn: '2026-12-17',
      endsOn: '2026-12-18',
    })
    expect(revised).toMatchObject({
      version: 2,
      jobVersion: 2,
      contract: {
        title: 'Two nights',
        clientId: other.clientId,
        startsOn: '2026-12-17',
        endsOn: '2026-12-18',
        reference: made.reference,
      },
    })
    const after = await worker(made.contractId)
    expect(before.terms).toEqual({ status: 'artist', startsOn: '2026-12-10' })
    expect(after.terms).toEqual({ status: 'artist', startsOn: '2026-12-17' })
    expect(after.payBy).toBe(payByOf(scene.context.plugin)('2026-12-18', made.region))
    expect(after.payBy > before.payBy).toBe(true)
    const terms = { memberId: scene.member.memberId, terms: { status: 'worker' } }
    expect(await revise(made.contractId, { terms })).toMatchObject({ version: 3, jobVersion: 2 })
    expect((await worker(made.contractId)).terms).toEqual({ status: 'worker', startsOn: '2026-12-17' })
  })

  test('keeps of the job what a revision does not name', async () => {
    const { contract: made } = await make()
    const revised = await revise(made.contractId, { validUntil: '2026-12-05' })
    expect(revised).toMatchObject({ version: 2, jobVersion: 1 })
    expect(revised.contract).toEqual({ ...made, fee: 119_500n, expenses: 4_500n, validUntil: '2026-12-05' })
  })

  test('changes nothing when a field is wrong', async () => {
    const { contract: made } = await make()
    for (const [field, changes] of [
      ['title', { title: ' ' }],
      ['endsOn', { endsOn: '2026-12-01' }],
      ['startsOn', { startsOn: '2026-13-01' }],
      ['clientId', { clientId: scene.member.memberId }],
    ] as const)
      await expect(revise(made.contractId, changes)).rejects.toMatchObject({ field })
    expect(await contract(made.contractId)).toEqual(made)
  })

  test('keeps its days once a hiring declaration names them', async () => {
    const { contract: made } = await make({}, new Date('2026-11-22T09:00:00Z'))
    await expect(revise(made.contractId, { endsOn: '2026-12-11' })).rejects.toMatchObject({
      type: 'refused',
      field: 'startsOn',
    })
    expect(await revise(made.contractId, { title: 'One night' })).toMatchObject({ version: 2 })
  })
})

describe('a quote', () => {
  test('is worth its lines without the options, less the discount on the work', async () => {
    const quote = await make({ ownExpenses: 1_000n })
    // 1,000 and 150 less 10 %, and 45 of train at cost.
    expect(quote).toMatchObject({
      version: 1,
      contract: { state: 'quote', fee: 108_000n, expenses: 5_500n, validUntil: '2026-12-01' },
    })
    expect(quote.lines).toEqual(lines)
  })

  test('names the line at fault, and then nothing is made', async () => {
    await expect(make({ lines: [line(), line({ quantity: 0n })] })).rejects.toMatchObject({
      field: 'lines[1].quantity',
    })
    await expect(make({ validUntil: '2026-11-22' })).rejects.toMatchObject({ field: 'validUntil' })
    const { rows } = await inScene((trx) =>
      sql`select from samen.contract where office_id = ${scene.officeId}`.execute(trx),
    )
    expect(rows).toHaveLength(0)
  })

  test('is no order after its last day, whoever says so', async () => {
    const { contract } = await make()
    const move = (day: string) =>
      inScene((trx) => moveContracts(trx, on(day), [contract.contractId], 'order'))
    await expect(move('2026-12-02')).rejects.toMatchObject({ type: 'refused', field: 'validUntil' })
    expect(await move('2026-12-01')).toMatchObject([{ state: 'order' }])
  })

  test('once agreed keeps its lines: the database itself refuses others', async () => {
    const { contract } = await make()
    const { contractId } = contract
    await inScene((trx) => moveContracts(trx, scene.context, [contractId], 'order'))
    await expect(
      inScene((trx) => reviseQuote(trx, scene.context, contractId, { lines })),
    ).rejects.toMatchObject({ type: 'conflict' })
    await expect(
      inScene((trx) =>
        sql`update samen.contract_line set unit_price = 1 where office_id = ${scene.officeId}`.execute(trx),
      ),
    ).rejects.toThrow('only while it is a quote')
  })

  test('is invoiced line by line, each at its VAT, with the discount split over the rates', async () => {
    const { contract: made } = await make()
    const { token } = await send(made.contractId)
    await answer(token, { options: [3] })
    await inScene((trx) =>
      sql`update samen.engagement set hiring_filed_at = '2026-12-08T10:00:00Z' where office_id = ${scene.officeId}`.execute(
        trx,
      ),
    )
    const later = on('2026-12-11')
    for (const state of ['started', 'done'] as const)
      await inScene((trx) => moveContracts(trx, later, [made.contractId], state))
    const [invoice] = await inScene((trx) => issueInvoices(trx, later, [made.contractId]))
    // Work 1,000 + 150 + 200, less 135; of it the service bears 15. Train 45 goes with the performance.
    expect(invoice).toMatchObject({ net: 126_000n, vat: 6_750n + 2_835n })
    expect(invoice?.document).toMatchObject({
      lines: [
        { description: 'Songs', net: '1000.00' },
        { description: 'Workshop', quantity: '2.5', unit: 'hour', unitPrice: '60.00', net: '150.00' },
        { description: 'Encore' },
        { description: 'Train' },
      ],
      allowances: [
        { vatCode: 'reduced', amount: '120.00' },
        { vatCode: 'standard', amount: '15.00' },
      ],
      vat: [
        { rate: '6', base: '1125.00', amount: '67.50' },
        { rate: '21', base: '135.00', amount: '28.35' },
      ],
    })
  })
})

describe('an answer by link', () => {
  test('makes the quote an order with the options taken, and leaves evidence that can be checked', async () => {
    const { contract: made } = await make()
    const { token, link } = await send(made.contractId)
    const evidence = await answer(token, { options: [3] })
    expect(await contract(made.contractId)).toMatchObject({
      state: 'order',
      fee: 126_000n,
      expenses: 4_500n,
    })
    expect((await steps(made.contractId)).at(-1)).toEqual({ state: 'order', taken_by: 'client' })
    expect(JSON.parse(evidence.statement) as AnswerStatement).toMatchObject({
      decision: 'accepted',
      name: 'Grace Client',
      consent: 'I accept this quote.',
      options: [3],
      net: '1260.00',
      vat: '95.85',
      shownSha256: link.shownSha256,
      network: '192.0.2.0/24',
      previous: null,
    })
    expect(await inScene((trx) => verifyAnswers(trx, scene.officeId))).toEqual([])
  })

  test('given twice is one answer, and the other answer comes too late', async () => {
    const { contract: made } = await make()
    const { token } = await send(made.contractId)
    const [first, again] = await Promise.all([answer(token), answer(token, { name: 'Somebody else' })])
    expect(again).toEqual(first)
    expect(await steps(made.contractId)).toHaveLength(2)
    await expect(answer(token, { decision: 'declined' })).rejects.toMatchObject({ type: 'conflict' })
  })

  test('that declines leaves the quote to be revised', async () => {
    const { contract: made } = await make()
    const { token } = await send(made.contractId)
    await answer(token, { decision: 'declined', reason: 'Too dear' })
    expect(await contract(made.contractId)).toMatchObject({ state: 'quote' })
    await inScene((trx) =>
      reviseQuote(trx, scene.context, made.contractId, { lines: [line({ unitPrice: 90_000n })] }),
    )
    const second = await send(made.contractId)
    const evidence = await answer(second.token)
    expect(JSON.parse(evidence.statement)).toMatchObject({ version: 2, answerNo: '2', net: '900.00' })
    expect(await inScene((trx) => verifyAnswers(trx, scene.officeId))).toEqual([])
  })

  test('comes too late after the last day, and by a link that was replaced or revised', async () => {
    const { contract: made } = await make()
    const old = await send(made.contractId)
    const { token } = await send(made.contractId)
    await expect(answer(old.token)).rejects.toMatchObject({ type: 'refused' })
    await expect(answer(token, {}, on('2026-12-02'))).rejects.toMatchObject({ type: 'refused' })
    await inScene((trx) => reviseQuote(trx, scene.context, made.contractId, { lines }))
    await expect(answer(token)).rejects.toMatchObject({ type: 'refused' })
    expect(await contract(made.contractId)).toMatchObject({ state: 'quote' })
  })

  test('is refused by a link to an older version, which says that there is a newer one and still shows what was sent', async () => {
    const { contract: made } = await make()
    const first = await send(made.contractId)
    const second = await send(made.contractId)
    const at = (token: string) => inScene((trx) => linkByToken(trx, scene.context, token))
    expect(await at(first.token)).toMatchObject({ state: 'withdrawn' })
    const shown = (await at(second.token)).link.shown
    await inScene((trx) => reviseQuote(trx, scene.context, made.contractId, { lines, title: 'Two nights' }))
    const old = await at(second.token)
    expect(old).toMatchObject({ state: 'replaced', link: { version: 1, shown } })
    await expect(answer(second.token)).rejects.toThrow('a newer version')
    const { link } = await send(made.contractId)
    expect(JSON.parse(link.shown)).toMatchObject({ version: 2, title: 'Two nights' })
  })

  test('takes only what is an option, and says who answers', async () => {
    const { contract: made } = await make()
    const { token } = await send(made.contractId)
    for (const options of [[1], [5], [0]])
      await expect(answer(token, { options })).rejects.toMatchObject({ field: 'options[0]' })
    await expect(answer(token, { name: ' ' })).rejects.toMatchObject({ field: 'name' })
    expect(await steps(made.contractId)).toHaveLength(1)
  })

  test('needs the token: it stands nowhere, and a guess finds nothing', async () => {
    const { contract: made } = await make()
    const { token } = await send(made.contractId)
    await expect(answer(`${token.slice(0, -1)}_`)).rejects.toMatchObject({ type: 'not-found' })
    const { rows } = await asOwner(database.url, (owner) =>
      owner.query<{ text: string }>('select l::text as text from samen.quote_link l'),
    )
    expect(rows.some(({ text }) => text.includes(token))).toBe(false)
    expect(await inScene((trx) => linkByToken(trx, scene.context, token))).toMatchObject({ state: 'open' })
  })

  test('to a quote that was moved on by hand changes nothing', async () => {
    const { contract: made } = await make()
    const { token } = await send(made.contractId)
    await inScene((trx) => moveContracts(trx, scene.context, [made.contractId], 'cancelled'))
    await expect(answer(token)).rejects.toMatchObject({ type: 'conflict' })
  })

  test('cannot be rewritten, and evidence that was tampered with is found', async () => {
    const { contract: made } = await make()
    const { token } = await send(made.contractId)
    await answer(token)
    await expect(
      inScene((trx) =>
        sql`update samen.quote_answer set answered_by = 'x' where office_id = ${scene.officeId}`.execute(trx),
      ),
    ).rejects.toThrow()
    await asOwner(database.url, async (owner) => {
      await owner.query('set session_replication_role = replica')
      await owner.query('alter table samen.quote_answer disable trigger append_only')
      await owner.query("update samen.quote_answer set statement = replace(statement, 'Grace', 'Other')")
      await owner.query('alter table samen.quote_answer enable always trigger append_only')
    })
    expect(await inScene((trx) => verifyAnswers(trx, scene.officeId))).toMatchObject([
      { reason: 'Its statement was changed.' },
      { reason: 'It is not signed by the office.' },
    ])
  })
})

test('a quote is not sent while its order would be refused', async () => {
  const { contract: made } = await make()
  await inScene((trx) =>
    sql`update samen.client set bankrupt_on = '2026-11-01' where office_id = ${scene.officeId}`.execute(trx),
  )
  await expect(send(made.contractId)).rejects.toMatchObject({ type: 'refused', field: 'clientId' })
  await expect(send(made.contractId, on(addDays('2026-12-01', 1)))).rejects.toMatchObject({
    type: 'refused',
  })
})
