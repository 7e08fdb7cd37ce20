import { createHash } from 'node:crypto'
import { inOffice } from '@samen/core/database'
import { isSignedBy } from '@samen/core/federation'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testland as wageland } from '../../core/test/support/test-country.ts'
import { WageScene } from '../../core/test/support/wage-scene.ts'
import { networkOf } from '../src/auth/network.ts'
import type { Invoice, OpenOffer, OrderPart, PlannedPart, Quote, QuotePreview } from '../src/client.ts'
import { readPdf } from './documents/read-pdf.ts'
import { type Person, type TestServer, testServer } from './support/server.ts'

/** From a quote to an order through `/v1`. One story: each test goes on where the last ended. */
let server: TestServer
let scene: WageScene
let ada: Person
let bea: Person
let sam: Person
let activityId: string

const office = '/v1/offices/xx'
const origin = 'http://localhost'
/** Somebody without a sign-in. */
const anyone = {
  get: (path: string) => Promise.resolve(server.app.request(`${origin}${path}`)),
  post: (path: string, content: unknown) =>
    Promise.resolve(
      server.app.request(`${origin}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin, 'user-agent': 'Test Browser' },
        body: JSON.stringify(content),
      }),
    ),
}

async function ok<T>(answer: Promise<Response>, status = 200): Promise<T> {
  const response = await answer
  if (response.status !== status) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as T
}
const refused = async (answer: Promise<Response>) =>
  (await (await answer).json()) as { status: number; type: string; field?: string }

beforeAll(async () => {
  server = await testServer(wageland)
  scene = await WageScene.open(server.db)
  server.known('xx', scene.officeId)
  const worker = await scene.worker()
  const other = await scene.worker()
  activityId = worker.activityId
  ada = await server.person('ada', { xx: ['member'] }, worker.memberId)
  bea = await server.person('bea', { xx: ['member'] }, other.memberId)
  sam = await server.person('sam', { xx: ['staff'] })
})
afterAll(() => server[Symbol.asyncDispose]())

const lines = [
  { description: 'Concert', unitPrice: '1500.00' },
  { description: 'Workshop', quantity: '2.5', unit: 'hour', unitPrice: '60' },
  { description: 'Encore', unitPrice: '200.00', optional: true },
  { kind: 'expense', description: 'Train', unitPrice: '45.00' },
]
const job = {
  title: 'Night of the studios',
  startsOn: '2026-12-10',
  endsOn: '2026-12-11',
  terms: { status: 'worker' },
  discount: { percent: '10' },
}
let quote: Quote
let path: string

test('a price in lines is added up before anything is stored', async () => {
  const preview = await ok<QuotePreview>(
    ada.post(`${office}/me/quotes/preview`, {
      lines,
      discount: job.discount,
      client: { country: 'XX' },
    }),
  )
  expect(preview).toMatchObject({
    fee: '1530.00',
    expenses: '45.00',
    withOptions: '1710.00',
    totals: { sum: '1695.00', discount: '165.00', net: '1530.00' },
  })
  const wrong = { lines: [{ description: 'x', unitPrice: '1', quantity: '0' }], client: { country: 'XX' } }
  expect(await refused(ada.post(`${office}/me/quotes/preview`, wrong))).toMatchObject({
    status: 422,
    field: 'lines[0].quantity',
  })
})

test('the price is taxed as for the client there is, and for nobody who is not', async () => {
  const { clientId } = await scene.client({ country: 'CH' })
  const price = (client: object) => ada.post(`${office}/me/quotes/preview`, { lines, client })
  const known = await ok<QuotePreview>(price({ clientId }))
  expect(known.totals).toEqual((await ok<QuotePreview>(price({ country: 'CH' }))).totals)
  expect(await refused(price({ clientId: '01999999-0000-7000-8000-000000000001' }))).toMatchObject({
    status: 404,
  })
})

test('a member makes a quote of lines; another member does not find it', async () => {
  quote = await ok<Quote>(
    ada.post(`${office}/me/quotes`, {
      ...job,
      activityId,
      client: { name: 'Royal Theatre', country: 'XX', language: 'en' },
      lines,
      conditions: 'Two meals on the spot.',
      validUntil: '2026-12-01',
    }),
    201,
  )
  expect(quote).toMatchObject({ state: 'quote', fee: '1530.00', version: 1, link: null, answers: [] })
  expect((await bea.get(`${office}/me/quotes/${quote.contractId}`)).status).toBe(404)
  expect((await bea.post(`${office}/me/quotes/${quote.contractId}/link`)).status).toBe(404)
  expect(await ok<Quote>(sam.get(`${office}/quotes/${quote.contractId}`))).toEqual(quote)
})

test('whoever has the link sees the offer without a sign-in, and what the options come to', async () => {
  const sent = await ok<{ path: string; expiresAt: string }>(
    ada.post(`${office}/me/quotes/${quote.contractId}/link`),
    201,
  )
  expect(sent.path).toMatch(/^\/q\/xx\/[\w-]{43}$/)
  path = sent.path.replace('/q/', '/v1/offers/')
  const offer = await ok<OpenOffer>(anyone.get(path))
  expect(offer).toMatchObject({ state: 'open', buyer: { name: 'Royal Theatre' }, totals: { net: '1530.00' } })
  expect(offer.consent).toContain('I accept this quote')
  expect((await ok<OpenOffer>(anyone.get(`${path}?options=3`))).totals.net).toBe('1710.00')
  expect(await refused(anyone.get(`${path}?options=1`))).toMatchObject({ field: 'options[0]' })
  expect(await ok<Quote>(ada.get(`${office}/me/quotes/${quote.contractId}`))).toMatchObject({
    link: { state: 'open', openedAt: '2026-11-23T09:00:00.000Z' },
  })
})

test('the offer goes to the client by e-mail; the link in it is the one that works now', async () => {
  server.clock.now = new Date('2026-11-23T09:01:00Z')
  const mailed = `${office}/me/quotes/${quote.contractId}/mail`
  expect(await refused(ada.post(mailed, {}))).toMatchObject({ field: 'recipient' })
  expect((await anyone.get(path)).status).toBe(200)
  expect((await bea.post(mailed, { recipient: 'grace@theatre.eu' })).status).toBe(404)
  expect(await ok(ada.post(mailed, { recipient: 'grace@theatre.eu' }), 201)).toMatchObject({
    recipient: 'grace@theatre.eu',
    isSending: false,
  })
  const { items } = await ok<{ items: { mailId: string }[] }>(sam.get(`${office}/mail?state=to-do`))
  expect(items).toMatchObject([{ kind: 'quote', isWaiting: true, recipientName: 'Royal Theatre' }])
  const { text, attachments } = await ok<{ text: string; attachments: string[] }>(
    sam.get(`${office}/mail/${items[0]?.mailId}/text`),
  )
  expect(attachments).toEqual(['offer.pdf'])
  const link = /http:\/\/localhost\/q\/xx\/([\w-]{43})/.exec(text)?.[1]
  expect((await anyone.get(path)).status).toBe(200)
  expect(await ok<OpenOffer>(anyone.get(path))).toMatchObject({ state: 'withdrawn' })
  path = `/v1/offers/xx/${link}`
  expect(await ok<OpenOffer>(anyone.get(path))).toMatchObject({ state: 'open' })
})

test('a member offers another job; the link there was says that a newer version exists', async () => {
  server.clock.now = new Date('2026-11-23T09:02:00Z')
  const revision = `${office}/me/quotes/${quote.contractId}/revision`
  const { discount } = job
  const kept = { lines, discount, conditions: 'Two meals on the spot.', validUntil: '2026-12-01' }
  expect(await refused(ada.post(revision, { ...kept, endsOn: '2026-12-01' }))).toMatchObject({
    field: 'endsOn',
  })
  expect(await ok<OpenOffer>(anyone.get(path))).toMatchObject({ state: 'open' })
  expect((await bea.post(revision, kept)).status).toBe(404)
  const changes = {
    title: 'Two nights of the studios',
    client: { name: 'Royal Opera', country: 'XX', language: 'en' },
    endsOn: '2026-12-12',
    terms: { status: 'worker' },
  }
  expect(await ok<Quote>(ada.post(revision, { ...kept, ...changes }))).toMatchObject({
    version: 2,
    title: changes.title,
    startsOn: '2026-12-10',
    endsOn: '2026-12-12',
    client: { name: 'Royal Opera' },
    link: { state: 'replaced', version: 1 },
  })
  expect(await ok<OpenOffer>(anyone.get(path))).toMatchObject({
    state: 'replaced',
    title: 'Night of the studios',
    buyer: { name: 'Royal Theatre' },
  })
  const sent = await ok<{ path: string }>(ada.post(`${office}/me/quotes/${quote.contractId}/link`), 201)
  path = sent.path.replace('/q/', '/v1/offers/')
  expect(await ok<OpenOffer>(anyone.get(path))).toMatchObject({ state: 'open', version: 2 })
})

test('to accept, the client ticks the consent and gives a name', async () => {
  const answer = { decision: 'accepted', name: 'Grace Client', options: [3] }
  expect(await refused(anyone.post(`${path}/answer`, answer))).toMatchObject({ field: 'consent' })
  expect(await refused(anyone.post(`${path}/answer`, { ...answer, name: ' ', consent: true }))).toMatchObject(
    {
      field: 'name',
    },
  )
  const accepted = await ok<OpenOffer>(anyone.post(`${path}/answer`, { ...answer, consent: true }))
  expect(accepted).toMatchObject({ state: 'accepted', answer: { name: 'Grace Client' } })
  const again = await ok<OpenOffer>(anyone.post(`${path}/answer`, { ...answer, consent: true }))
  expect(again).toEqual(accepted)
  expect(await ok<Quote>(ada.get(`${office}/me/quotes/${quote.contractId}`))).toMatchObject({
    state: 'order',
    fee: '1710.00',
    link: { state: 'accepted' },
  })
  const other = await refused(anyone.post(`${path}/answer`, { decision: 'declined', name: 'Grace Client' }))
  expect(other).toMatchObject({ status: 409 })
})

test('the evidence can be checked by anybody with the file alone', async () => {
  const sealed = await anyone.get(`${path}/answer/pdf`)
  expect(sealed.headers.get('content-type')).toBe('application/pdf')
  const { attachments, text } = await readPdf(new Uint8Array(await sealed.arrayBuffer()))
  expect(text).toContain('Accepted by Grace Client')
  const evidence = JSON.parse(attachments['evidence.json'] as string)
  const { statement, signature, publicKey, offer } = evidence
  expect(isSignedBy(statement, signature, Buffer.from(publicKey, 'base64'))).toBe(true)
  expect(isSignedBy({ ...statement, name: 'Other' }, signature, Buffer.from(publicKey, 'base64'))).toBe(false)
  expect(statement).toMatchObject({ name: 'Grace Client', userAgent: 'Test Browser', options: [3] })
  expect(offer).toMatchObject({ format: 'samen-offer-1', conditions: 'Two meals on the spot.' })
  const shown = new Uint8Array(await (await anyone.get(`${path}/pdf`)).arrayBuffer())
  expect(createHash('sha256').update(shown).digest('hex')).toBe(statement.pdfSha256)
  expect((await sam.get(`${office}/quotes/${quote.contractId}/answers/1/pdf`)).status).toBe(200)
  expect((await bea.get(`${office}/me/quotes/${quote.contractId}/answers/1/pdf`)).status).toBe(404)
})

test('an order is split at milestones into jobs that come to it', async () => {
  const address = `${office}/contracts/${quote.contractId}/parts`
  const part = (label: string, percent: string, day: string) => ({
    label,
    percent,
    startsOn: day,
    endsOn: day,
  })
  const wrong = { parts: [part('a', '30', '2026-12-10'), part('b', '60', '2026-12-11')] }
  expect(await refused(sam.post(address, wrong))).toMatchObject({ status: 422, field: 'parts' })
  expect(await refused(sam.post(`${address}/preview`, wrong))).toMatchObject({ status: 422, field: 'parts' })
  const plan = { parts: [part('Rehearsal', '30', '2026-12-10'), part('Premiere', '70', '2026-12-11')] }
  const planned = await ok<{ items: PlannedPart[] }>(sam.post(`${address}/preview`, plan))
  expect(planned.items.map(({ fee }) => fee)).toEqual(['513.00', '1197.00'])
  expect(await ok(sam.get(address))).toEqual({ items: [] })
  const { items } = await ok<{ items: OrderPart[] }>(sam.post(address, plan), 201)
  expect(items).toMatchObject([
    { label: 'Rehearsal', fee: '513.00', state: 'order', automatic: true },
    { label: 'Premiere', fee: '1197.00', state: 'order' },
  ])
  expect(await ok<{ items: OrderPart[] }>(sam.get(address))).toEqual({ items })
  expect(await ok<Quote>(sam.get(`${office}/quotes/${quote.contractId}`))).toMatchObject({ state: 'split' })
  // What was accepted is still what the client sees.
  expect(await ok<OpenOffer>(anyone.get(path))).toMatchObject({
    state: 'accepted',
    totals: { net: '1710.00' },
  })
})

test('a quote that asks for a deposit says so to the client, and is invoiced for it as soon as it is accepted', async () => {
  const draft = {
    activityId,
    client: { name: 'Theatre of deposits', country: 'XX' },
    title: 'A play',
    startsOn: '2026-12-10',
    endsOn: '2026-12-10',
    lines: [{ description: 'Play', unitPrice: '1000.00' }],
  }
  expect(
    await refused(ada.post(`${office}/me/quotes`, { ...draft, deposit: { amount: '1000.00' } })),
  ).toMatchObject({ status: 422, field: 'deposit' })
  const made = await ok<Quote>(ada.post(`${office}/me/quotes`, { ...draft, deposit: { percent: '30' } }), 201)
  expect(made).toMatchObject({ depositAsked: { percent: '30' }, deposit: { net: '300.00' } })
  const link = await ok<{ path: string }>(ada.post(`${office}/me/quotes/${made.contractId}/link`), 201)
  const offer = link.path.replace('/q/', '/v1/offers/')
  expect(await ok<OpenOffer>(anyone.get(offer))).toMatchObject({ deposit: { net: '300.00' } })
  await ok(anyone.post(`${offer}/answer`, { decision: 'accepted', name: 'Tess', consent: true, options: [] }))
  const documents = `${office}/invoices?contractId=${made.contractId}`
  const { items } = await ok<{ items: Invoice[] }>(sam.get(documents))
  expect(items).toMatchObject([{ kind: 'deposit', net: '300.00', state: 'open', open: made.deposit?.gross }])
  const paper = await sam.get(`${office}/invoices/${items[0]?.invoiceId}/pdf`)
  expect((await readPdf(new Uint8Array(await paper.arrayBuffer()))).text).toContain('Deposit invoice')
  // Asked again, it is the one that stands; cancelled, it is given back.
  expect(
    await ok<Invoice>(sam.post(`${office}/contracts/${made.contractId}/deposit`, {}), 201),
  ).toMatchObject({ invoiceId: items[0]?.invoiceId })
  await ok(sam.post(`${office}/contracts/${made.contractId}/steps`, { state: 'cancelled' }))
  expect((await ok<{ items: Invoice[] }>(sam.get(documents))).items).toMatchObject([
    { kind: 'credit-note', net: '300.00' },
    { kind: 'deposit', state: 'credited', open: '0.00' },
  ])
})

test('an office that takes rates in offers prices in those currencies, and says at which rate the budget is reckoned', async () => {
  expect(await ok(ada.get(`${office}/currencies`))).toEqual([])
  const day = server.clock.now.toISOString().slice(0, 10)
  const file = `Date,CHF,USD,\n${day},0.9412,N/A,\n`
  const sent = await sam.post(`${office}/imports/rates`, file, 'text/csv')
  expect(sent.status).toBe(200)
  const conversion = { currency: 'CHF', rate: '1.062473', rateOn: day, rateSource: 'ecb' }
  expect(await ok(ada.get(`${office}/currencies`))).toEqual([conversion])
  const price = { lines: [lines[0]], currency: 'CHF', client: { country: 'CH' } }
  const preview = await ok<QuotePreview>(ada.post(`${office}/me/quotes/preview`, price))
  expect(preview).toMatchObject({ fee: '1593.71', currency: 'EUR', priceCurrency: 'CHF', conversion })
  expect(preview.totals.net).toBe('1500.00')
  const { discount: _, ...plain } = job
  const made = await ok<Quote>(
    ada.post(`${office}/me/quotes`, {
      ...plain,
      activityId,
      ...price,
      client: { name: 'Theater am Limmatquai', country: 'CH' },
    }),
    201,
  )
  expect(made).toMatchObject({ fee: '1593.71', currency: 'EUR', priceCurrency: 'CHF', conversion })
  const { path } = await ok<{ path: string }>(ada.post(`${office}/me/quotes/${made.contractId}/link`), 201)
  const offer = await ok<OpenOffer>(anyone.get(path.replace('/q/', '/v1/offers/')))
  expect(offer).toMatchObject({ currency: 'CHF', totals: { net: '1500.00' } })
  const usd = await refused(ada.post(`${office}/me/quotes/preview`, { ...price, currency: 'USD' }))
  expect(usd).toMatchObject({ type: '/problems/rate-missing', currency: 'USD' })
})

test('who guesses finds nothing, and is soon told to wait', async () => {
  const guess = (no: number) => anyone.get(`/v1/offers/xx/${String(no).padStart(43, 'A')}`)
  expect((await guess(1)).status).toBe(404)
  expect((await anyone.get('/v1/offers/nowhere/x')).status).toBe(404)
  // The office of a token is part of its address: another office does not know it.
  await server.office('yy')
  expect((await anyone.get(path.replace('/xx/', '/yy/'))).status).toBe(404)
  let last = 404
  for (let no = 2; no < 80 && last === 404; no++) last = (await guess(no)).status
  expect(last).toBe(429)
})

test('no log line and no row holds the token', async () => {
  const token = path.split('/').at(-1) as string
  expect(JSON.stringify(server.logged)).not.toContain(token)
  const { rows } = await inOffice(server.db, scene.officeId, (trx) =>
    sql<{
      found: boolean
    }>`select bool_or(l::text like ${`%${token}%`}) as found from samen.quote_link l`.execute(trx),
  )
  expect(rows[0]?.found).toBe(false)
})

test('a quote above its member’s ceiling goes to no client before the office approves it', async () => {
  const lead = await server.person('lead', { xx: ['approver'] })
  const { items } = await ok<{ items: { memberId: string }[] }>(lead.get(`${office}/ceilings`))
  expect(items).toHaveLength(2)
  for (const { memberId } of items)
    await ok(lead.post(`${office}/ceilings/${memberId}`, { perContract: '1000.00', perMonth: null }), 201)
  const made = await ok<Quote>(
    ada.post(`${office}/me/quotes`, {
      ...job,
      startsOn: '2027-01-10',
      endsOn: '2027-01-11',
      activityId,
      client: { name: 'City Opera', country: 'XX' },
      lines,
    }),
    201,
  )
  expect(made.validation).toMatchObject({ state: 'waiting', worth: '1710.00', ceiling: '1000.00' })
  const send = () => ada.post(`${office}/me/quotes/${made.contractId}/link`)
  expect(await refused(send())).toMatchObject({ status: 422, type: '/problems/refused' })
  expect(
    await refused(ada.post(`${office}/me/contracts/${made.contractId}/steps`, { state: 'order' })),
  ).toMatchObject({ type: '/problems/refused' })
  const waiting = await ok<{ items: unknown[] }>(sam.get(`${office}/validations`))
  expect(waiting.items).toMatchObject([{ contractId: made.contractId, client: 'City Opera' }])
  expect(
    (await ada.post(`${office}/validations/${made.contractId}/decision`, { decision: 'approved' })).status,
  ).toBe(403)
  await ok(sam.post(`${office}/validations/${made.contractId}/decision`, { decision: 'approved' }))
  expect((await send()).status).toBe(201)
  expect((await ok<{ items: unknown[] }>(sam.get(`${office}/validations`))).items).toEqual([])
})

test.each([
  ['192.0.2.77', '192.0.2.0/24'],
  ['::ffff:192.0.2.77', '192.0.2.0/24'],
  ['2001:db8:12:3456::9', '2001:db8:12::/48'],
  ['2001:db8::9', '2001:db8:0::/48'],
  ['::1', '0:0:0::/48'],
  ['fe80::1%eth0', 'fe80:0:0::/48'],
  ['unknown', 'unknown'],
])('of the address %s only the network %s is kept', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
