import { officeContext } from '@samen/core/context'
import type { Registry } from '@samen/core/country'
import { type Database, inOffice } from '@samen/core/database'
import {
  addDeliveryRule,
  type Channel,
  connectNetwork,
  type DeliveryFormat,
  deliverInvoices,
  deliveryEvents,
  type FormatDetails,
  invoiceDeliveries,
  queueInvoice,
  settleMailedInvoices,
  unsentInvoices,
} from '@samen/core/delivery'
import { readInvoice } from '@samen/core/e-invoice'
import { mails, sendAgain, setMailSetting, settleMail } from '@samen/core/mail'
import { supplierInvoices } from '@samen/core/supplier-invoices'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../core/test/support/database.ts'
import { loadCountries } from '../src/countries.ts'
import { transportsOf } from '../src/delivery/transports.ts'
import { buildDemo } from '../src/demo/index.ts'
import { sendMails } from '../src/mail/send-mails.ts'
import { openSmtp } from '../src/mail/smtp.ts'
import {
  applicationResponse,
  lifeCycle,
  NAV_KEYS,
  type NetworkDouble,
  networkDouble,
  sdiMessage,
  TOKEN,
} from './support/network-double.ts'
import { smtpDouble } from './support/smtp-double.ts'

const today = '2026-11-25'
let database: TestDatabase
let countries: Registry
let network: NetworkDouble
const offices = new Map<string, string>()

beforeAll(async () => {
  database = await testDatabase()
  countries = await loadCountries()
  const demo = await buildDemo(database.db, countries, {
    scale: 0.0001,
    date: today,
    offices: ['be', 'hu', 'it'],
  })
  for (const { slug, officeId } of demo.offices) offices.set(slug, officeId)
}, 120_000)
afterAll(() => database.drop())
beforeEach(async () => {
  network = await networkDouble()
  return () => network[Symbol.asyncDispose]()
})

let minutes = 0
/** An office of a country, connected to the network of this test. */
function officeOf(slug: 'be' | 'hu' | 'it') {
  const officeId = offices.get(slug) as string
  const context = () =>
    officeContext({
      officeId,
      plugin: countries.get(slug.toUpperCase()) as NonNullable<ReturnType<Registry['get']>>,
      by: 'sam',
      today,
      // Waits between attempts are real: each round comes a day later.
      now: new Date(Date.parse(`${today}T10:00:00Z`) + ++minutes * 86_400_000),
    })
  const db: Database = database.db
  return {
    officeId,
    context,
    do: <T>(run: Parameters<typeof inOffice<T>>[2]) => inOffice(db, officeId, run),
    round: () =>
      deliverInvoices(
        db,
        context(),
        transportsOf(() => new Date()),
      ),
    async connect(
      channel: Channel,
      format: DeliveryFormat,
      details: FormatDetails = {},
      scope: { clientId?: string } = {},
    ) {
      await inOffice(db, officeId, async (trx) => {
        await connectNetwork(trx, context(), {
          channel,
          url: channel === 'nav' ? network.nav : network.gateway,
          secrets: channel === 'nav' ? NAV_KEYS : { token: TOKEN },
        })
        await addDeliveryRule(trx, context(), {
          ...scope,
          validFrom: '2026-01-01',
          channel,
          format,
          details,
        })
        await sql`update samen.outbox set delivered_at = now() where office_id = ${officeId} and kind = 'invoice'`.execute(
          trx,
        )
      })
    },
    /** An issued invoice to a client in the country that is not on its way yet. */
    async next(kind: 'invoice' | 'credit-note' = 'invoice') {
      return inOffice(db, officeId, async (trx) => {
        const { rows } = await sql<{ invoiceId: string; clientId: string }>`
          select i.invoice_id as "invoiceId", i.client_id as "clientId" from samen.invoice i
            join samen.client c on c.office_id = i.office_id and c.client_id = i.client_id
           where i.office_id = ${officeId} and i.kind = ${kind} and c.country = ${slug.toUpperCase()}
             and c.vat_number is not null and c.street is not null
             and not exists (select from samen.invoice_delivery d where d.office_id = i.office_id and d.invoice_id = i.invoice_id)
           order by i.invoice_id limit 1`.execute(trx)
        return rows[0] as (typeof rows)[0]
      })
    },
    /** The next one, put on its way. */
    async send(kind: 'invoice' | 'credit-note' = 'invoice') {
      const { invoiceId } = await this.next(kind)
      const deliveryId = (await inOffice(db, officeId, (trx) =>
        queueInvoice(trx, context(), invoiceId),
      )) as string
      return { invoiceId, deliveryId }
    },
    async delivery(deliveryId: string) {
      const [found] = await inOffice(db, officeId, (trx) => invoiceDeliveries(trx, officeId, { deliveryId }))
      return found as NonNullable<typeof found>
    },
    events: (deliveryId: string) =>
      inOffice(db, officeId, async (trx) =>
        (await deliveryEvents(trx, officeId, deliveryId)).map(({ code }) => code),
      ),
  }
}

describe('Peppol', () => {
  test('an invoice is handed over once, though its answer is lost, and moves on with what network and buyer say', async () => {
    const office = officeOf('be')
    await office.connect('peppol', 'peppol-ubl')
    const { deliveryId, invoiceId } = await office.send()
    await expect(office.do((trx) => queueInvoice(trx, office.context(), invoiceId))).rejects.toMatchObject({
      type: 'conflict',
    })
    network.fail(503, 1)
    await office.round()
    expect(await office.delivery(deliveryId)).toMatchObject({ state: 'queued', next: 'wait' })
    expect(await office.round()).toMatchObject({ sent: 1 })
    const sent = await office.delivery(deliveryId)
    expect(sent).toMatchObject({ state: 'sent', receiver: expect.stringMatching(/^0208:\d{10}$/) })
    const [document] = [...network.documents.values()] as unknown as [{ key: string; body: string }]
    expect(document.key).toBe(deliveryId)
    expect(readInvoice(new TextEncoder().encode(document.body)).syntax).toMatch(/UBL/)

    const remote = sent.remoteId as string
    network.say(remote, applicationResponse('mlr', 'AP'))
    network.say(remote, applicationResponse('imr', 'UQ', 'Which order?'))
    network.say('somebody else’s', applicationResponse('imr', 'RE'))
    expect(await office.round()).toMatchObject({ heard: 2 })
    expect(await office.delivery(deliveryId)).toMatchObject({
      state: 'delivered',
      next: 'answer-buyer',
      detail: 'OTH · Which order?',
    })
    network.say(remote, applicationResponse('imr', 'AP'))
    network.say(remote, applicationResponse('mlr', 'RE'))
    network.say(remote, '<nonsense/>')
    await office.round()
    await office.round()
    expect(await office.delivery(deliveryId)).toMatchObject({ state: 'buyer-accepted', next: 'done' })
    expect(await office.events(deliveryId)).toEqual(['mlr:AP', 'imr:UQ', 'imr:AP', 'mlr:RE', 'unreadable'])
    expect(network.documents.size).toBe(1)
  })

  test('a file the network refuses is not sent again by itself, and can be sent anew when it is mended', async () => {
    const office = officeOf('be')
    await office.connect('peppol', 'peppol-ubl')
    const { deliveryId, invoiceId } = await office.send()
    network.fail(422, 1)
    await office.round()
    expect(await office.delivery(deliveryId)).toMatchObject({ state: 'failed', next: 'correct' })
    await office.round()
    expect(network.documents.size).toBe(0)
    const again = await office.do((trx) => queueInvoice(trx, office.context(), invoiceId))
    expect(again).not.toBe(deliveryId)
  })

  test('what comes in becomes a supplier invoice once, and what is none is kept with the reason', async () => {
    const office = officeOf('be')
    await office.connect('peppol', 'peppol-ubl')
    const before = await office.do((trx) => supplierInvoices(trx, office.officeId))
    const original = await office.do((trx) =>
      sql<{ content: Buffer }>`select content from samen.supplier_invoice_original
        where office_id = ${office.officeId} limit 1`.execute(trx),
    )
    const supplierInvoice = original.rows[0]?.content
      .toString('utf8')
      .replace(/<cbc:ID>2026-\d</, '<cbc:ID>2026-77<') as string
    network.bring('supplier-invoice.xml', supplierInvoice, 'D-1')
    network.bring('supplier-invoice.xml', supplierInvoice, 'D-1')
    network.bring('nonsense.xml', '<a/>', 'D-2')
    await office.round()
    await office.round()
    const after = await office.do((trx) => supplierInvoices(trx, office.officeId))
    expect(after.length - before.length).toBe(1)
    expect(after[0]).toMatchObject({ number: '2026-77', arrivedBy: 'peppol' })
    const { rows } = await office.do((trx) =>
      sql<{ id: string; problem: string | null }>`
        select document_id as id, problem from samen.delivery_arrival where office_id = ${office.officeId} order by 1`.execute(
        trx,
      ),
    )
    expect(rows).toEqual([
      { id: 'D-1', problem: null },
      { id: 'D-2', problem: expect.stringContaining('no e-invoice') },
    ])
  })

  test('an invoice that lacks what the format wants is not sent, and its reason stands on the work list', async () => {
    const office = officeOf('be')
    await office.connect('peppol', 'xrechnung-ubl')
    const invoiceId = await office.do(async (trx) => {
      const { rows } = await sql<{ id: string }>`
        update samen.outbox set delivered_at = null, due_at = '2026-01-01'
         where office_id = ${office.officeId} and kind = 'invoice' and outbox_id = (
           select outbox_id from samen.outbox where office_id = ${office.officeId} and kind = 'invoice'
            order by outbox_id desc limit 1) returning payload ->> 'invoiceId' as id`.execute(trx)
      return rows[0]?.id
    })
    expect(await office.round()).toMatchObject({ queued: 0 })
    const unsent = await office.do((trx) => unsentInvoices(trx, office.context()))
    expect(unsent.map((one) => one.invoiceId)).toContain(invoiceId)
  })
})

describe('the law', () => {
  test('an invoice the law wants on a network leaves no other way, and stands on the work list until it does', async () => {
    const office = officeOf('be')
    const rule = (given: { channel: 'none' | 'peppol'; validFrom: string }) =>
      office.do((trx) =>
        addDeliveryRule(trx, office.context(), { ...given, clientCountry: 'BE', format: 'peppol-ubl' }),
      )
    await office.connect('peppol', 'peppol-ubl')
    await rule({ channel: 'none', validFrom: '2026-01-02' })
    await expect(office.send()).rejects.toMatchObject({
      type: 'refused',
      detail: expect.stringContaining('by peppol'),
    })
    const unsent = await office.do((trx) => unsentInvoices(trx, office.context()))
    expect(unsent.some(({ detail }) => detail.includes('art. 53'))).toBe(true)
    await rule({ channel: 'peppol', validFrom: '2026-01-03' })
    const { invoiceId } = await office.send()
    const left = await office.do((trx) => unsentInvoices(trx, office.context()))
    expect(left.map((one) => one.invoiceId)).not.toContain(invoiceId)
  })
})

describe('SdI', () => {
  test('an Italian invoice goes as FatturaPA, is refused by the exchange system, and goes again under another file name', async () => {
    const office = officeOf('it')
    await office.connect('sdi', 'fatturapa', { recipientCode: '0000000' })
    const { deliveryId, invoiceId } = await office.send()
    await office.round()
    const sent = await office.delivery(deliveryId)
    expect(sent).toMatchObject({
      state: 'sent',
      fileName: expect.stringMatching(/^IT\d{11}_[0-9A-Z]{1,5}\.xml$/),
    })
    network.say(
      sent.remoteId as string,
      sdiMessage(
        'RicevutaScarto',
        '<ListaErrori><Errore><Codice>00305</Codice><Descrizione>IdCodice non valido</Descrizione></Errore></ListaErrori>',
      ),
    )
    await office.round()
    expect(await office.delivery(deliveryId)).toMatchObject({
      state: 'failed',
      next: 'correct',
      code: 'NS',
      detail: '00305 · IdCodice non valido',
    })
    const again = (await office.do((trx) => queueInvoice(trx, office.context(), invoiceId))) as string
    await office.round()
    const second = await office.delivery(again)
    expect(second.fileName).not.toBe(sent.fileName)
    network.say(second.remoteId as string, sdiMessage('RicevutaConsegna'))
    network.say(
      second.remoteId as string,
      sdiMessage(
        'NotificaEsito',
        '<EsitoCommittente><Esito>EC02</Esito><Descrizione>Importo errato</Descrizione></EsitoCommittente>',
      ),
    )
    await office.round()
    expect(await office.delivery(again)).toMatchObject({
      state: 'buyer-rejected',
      next: 'credit',
      detail: 'Importo errato',
    })
  })
})

describe('PDP', () => {
  test('the codes of the French life cycle lead from deposit to dispute to approval', async () => {
    // What a platform says is the same whoever asks it; in Belgium it is the way this client agreed to.
    const office = officeOf('be')
    const { clientId } = await office.next()
    await office.connect('pdp', 'peppol-cii', {}, { clientId })
    const { deliveryId } = await office.send()
    await office.round()
    const { remoteId } = await office.delivery(deliveryId)
    const standing = async (code: string) => {
      network.say(remoteId as string, lifeCycle(code, 'said'))
      await office.round()
      const { state, next } = await office.delivery(deliveryId)
      return [state, next]
    }
    expect(await standing('200')).toEqual(['accepted', 'wait'])
    expect(await standing('203')).toEqual(['delivered', 'wait'])
    expect(await standing('207')).toEqual(['delivered', 'answer-buyer'])
    expect(await standing('202')).toEqual(['delivered', 'answer-buyer'])
    expect(await standing('205')).toEqual(['buyer-accepted', 'done'])
    expect(await standing('210')).toEqual(['buyer-rejected', 'credit'])
  })
})

describe('NAV', () => {
  test('an invoice is reported under a signed request and asked for until the authority has decided', async () => {
    const office = officeOf('hu')
    await office.connect('nav', 'nav')
    const { deliveryId } = await office.send()
    expect(await office.round()).toMatchObject({ sent: 1, heard: 1 })
    expect(await office.delivery(deliveryId)).toMatchObject({ state: 'sent', code: 'RECEIVED' })
    network.navStatus = 'DONE'
    await office.round()
    expect(await office.delivery(deliveryId)).toMatchObject({ state: 'accepted', next: 'done', code: 'DONE' })
    await office.round()
    expect(await office.events(deliveryId)).toEqual(['RECEIVED', 'DONE'])
  })

  test('a report the authority aborts says why', async () => {
    const office = officeOf('hu')
    await office.connect('nav', 'nav')
    network.navStatus = 'ABORTED'
    const { deliveryId } = await office.send()
    await office.round()
    await office.round()
    expect(await office.delivery(deliveryId)).toMatchObject({
      state: 'failed',
      next: 'correct',
      detail: expect.stringContaining('INVOICE_NUMBER_NOT_UNIQUE'),
    })
  })
})

describe('e-mail', () => {
  const mailed = async (office: ReturnType<typeof officeOf>, url: string) => {
    await office.do((trx) =>
      setMailSetting(trx, office.context(), {
        ...{
          fromName: 'Samen',
          fromAddress: 'office@samen-hu.eu',
          replyTo: null,
          signature: '',
          perMinute: 60,
        },
      }),
    )
    const context = office.context()
    return sendMails(database.db, context, {
      port: { baseUrl: 'https://samen.test', secret: 'of this test', smtp: openSmtp(url) },
      office: { slug: 'hu', name: 'Samen' },
      now: () => context.now,
    })
  }

  test('an invoice is mailed as PDF with its electronic form, beside its report; what is refused can be sent again', async () => {
    await using smtp = await smtpDouble()
    const office = officeOf('hu')
    const { invoiceId } = await office.send()
    const ask = (recipient: string) =>
      office.do((trx) => queueInvoice(trx, office.context(), invoiceId, { channel: 'email', recipient }))
    await expect(ask('nobody')).rejects.toMatchObject({ field: 'recipient' })
    const first = (await ask('bills@client.eu')) as string
    await expect(ask('bills@client.eu')).rejects.toMatchObject({ type: 'conflict' })
    smtp.next('refuse')
    await mailed(office, smtp.url)
    expect(await office.delivery(first)).toMatchObject({
      ...{ channel: 'email', state: 'failed', next: 'correct', detail: expect.stringContaining('550') },
    })
    const second = (await ask('bills@client.eu')) as string
    expect(await mailed(office, smtp.url)).toEqual({ sent: 1, others: 0 })
    expect(await office.delivery(second)).toMatchObject({ state: 'sent', next: 'done' })
    const [message] = smtp.messages
    expect(message?.to).toBe('bills@client.eu')
    expect(message?.text).toMatch(/Content-Type: application\/pdf/)
    expect(message?.text).toMatch(/Content-Type: application\/xml/)

    const [mail] = await office.do((trx) => mails(trx, office.officeId, { states: ['sent'] }))
    await office.do(async (trx) => {
      await settleMail(trx, office.context(), mail?.mailId ?? '', { state: 'bounced', reason: 'full' })
      await settleMailedInvoices(trx, office.officeId, office.context().now, second)
    })
    expect(await office.delivery(second)).toMatchObject({ state: 'failed', detail: 'full' })
    await office.do((trx) => sendAgain(trx, office.context(), mail?.mailId ?? ''))
    await mailed(office, smtp.url)
    expect(await office.delivery(second)).toMatchObject({ state: 'sent' })
  })

  test('where the law wants a network, nothing is mailed in its place', async () => {
    const office = officeOf('be')
    await office.do((trx) =>
      addDeliveryRule(trx, office.context(), {
        clientCountry: 'BE',
        validFrom: '2026-01-04',
        channel: 'email',
        format: 'peppol-ubl',
      }),
    )
    await expect(office.send()).rejects.toMatchObject({
      type: 'refused',
      detail: expect.stringContaining('peppol'),
    })
  })
})
