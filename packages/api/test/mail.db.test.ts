import { officeContext } from '@samen/core/context'
import { inOffice } from '@samen/core/database'
import {
  claimMail,
  type MailDraft,
  mailById,
  queueMail,
  sendAgain,
  setMailSetting,
  settleMail,
} from '@samen/core/mail'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sendMails } from '../src/mail/send-mails.ts'
import { openSmtp } from '../src/mail/smtp.ts'
import { type Person, type TestServer, testServer } from './support/server.ts'
import { type SmtpDouble, smtpDouble } from './support/smtp-double.ts'
import { testland } from './support/testland.ts'

let server: TestServer
let officeId: string
let staff: Person
let smtp: SmtpDouble
let clock = Date.parse('2026-11-26T09:00:00Z')

beforeAll(async () => {
  server = await testServer()
  officeId = await server.office('xt')
  staff = await server.person('ann', { xt: ['staff', 'approver'] })
  await inOffice(server.db, officeId, (trx) =>
    setMailSetting(trx, context(), {
      fromName: 'Samen Testland',
      fromAddress: 'office@samen-testland.eu',
      replyTo: 'desk@samen-testland.eu',
      signature: 'Samen Testland\nMain street 1',
      perMinute: 600,
    }),
  )
})
afterAll(() => server[Symbol.asyncDispose]())
beforeEach(async () => {
  smtp = await smtpDouble()
  return () => smtp[Symbol.asyncDispose]()
})

const now = () => new Date(clock)
const context = () => officeContext({ officeId, plugin: testland, by: 'ann', now: now() })
const office = { slug: 'xt', name: 'Office xt' }
const port = () => ({ baseUrl: 'https://samen.test', secret: 'of this test', smtp: openSmtp(smtp.url) })

/** One round of the job, ten minutes after the last: claims of the dead have run out, and waits are over. */
function round() {
  clock += 600_000
  return sendMails(server.db, context(), { port: port(), office, now })
}
const queue = (more: Partial<MailDraft> = {}) =>
  inOffice(server.db, officeId, async (trx) => {
    const about = context().id()
    const mailId = await queueMail(trx, context(), {
      ...{ kind: 'test', about, recipient: 'bo@client.eu', recipientName: 'Bo', language: 'nl' },
      expiresAt: new Date(clock + 14 * 86_400_000),
      ...more,
    })
    return mailId as string
  })
const found = (mailId: string) => inOffice(server.db, officeId, (trx) => mailById(trx, officeId, mailId))

describe('a message to a mail server', () => {
  test('arrives once, in its reader’s language, from the office, and says who wrote it', async () => {
    const mailId = await queue()
    expect(await round()).toEqual({ sent: 1, others: 0 })
    expect(await round()).toEqual({ sent: 0, others: 0 })
    const [message] = smtp.messages as [{ to: string; text: string }]
    expect(message.to).toBe('bo@client.eu')
    expect(message.text).toContain('From: Samen Testland <office@samen-testland.eu>')
    expect(message.text).toContain('Reply-To: desk@samen-testland.eu')
    expect(message.text).toContain(`Message-ID: <${mailId}@samen-testland.eu>`)
    expect(message.text).toContain('Subject: Testbericht van Office xt')
    expect(message.text).toContain('Auto-Submitted: auto-generated')
    expect(message.text).toContain('Main street 1')
    expect(message.text).not.toMatch(/<img|<script/)
    expect(await found(mailId)).toMatchObject({ state: 'sent', attempts: 1 })
  })

  test('that refuses it for ever is told once, and its words are kept for a person', async () => {
    const mailId = await queue()
    smtp.next('refuse')
    await round()
    await round()
    expect(smtp.messages).toEqual([])
    expect(await found(mailId)).toMatchObject({ state: 'failed', detail: expect.stringContaining('550') })
  })

  test('that is busy, or away before the message, gets it later and once', async () => {
    const mailId = await queue()
    smtp.next('not-now', 'drop-before-data')
    await round()
    await round()
    expect(await found(mailId)).toMatchObject({ state: 'queued', attempts: 2, unsettled: 0 })
    await round()
    expect(smtp.messages).toHaveLength(1)
    expect(await found(mailId)).toMatchObject({ state: 'sent' })
  })

  test('that takes it and gives no answer has it twice at most, under one Message-ID, and a person is told', async () => {
    const mailId = await queue()
    smtp.next('take-and-drop', 'take-and-drop')
    for (let turn = 0; turn < 4; turn++) await round()
    expect(smtp.messages).toHaveLength(2)
    const ids = smtp.messages.map(({ text }) => /Message-ID: (\S+)/.exec(text)?.[1])
    expect(new Set(ids).size).toBe(1)
    expect(await found(mailId)).toMatchObject({ state: 'unclear', unsettled: 2 })
  })

  test('that lost it half way gets it again', async () => {
    const mailId = await queue()
    smtp.next('drop-after-data')
    await round()
    expect(await found(mailId)).toMatchObject({ state: 'queued', unsettled: 1 })
    await round()
    expect(smtp.messages).toHaveLength(1)
    expect(await found(mailId)).toMatchObject({ state: 'sent' })
  })
})

test('whoever is killed over a message loses it never, and sends it twice at most', async () => {
  const mailId = await queue()
  for (let killed = 0; killed < 2; killed++) {
    clock += 600_000
    expect(await claimMail(server.db, officeId, { now: now(), perMinute: 600 })).toMatchObject({ mailId })
  }
  // A living claim is left alone; after its time nobody begins a third.
  expect(await claimMail(server.db, officeId, { now: now(), perMinute: 600 })).toBeUndefined()
  await round()
  expect(smtp.messages).toEqual([])
  expect(await found(mailId)).toMatchObject({ state: 'unclear' })
})

test('two servers side by side send each message once, and no more in a minute than the office says', async () => {
  const ids = [await queue(), await queue(), await queue(), await queue()]
  clock += 600_000
  const claims = await Promise.all(
    ids.map(() => claimMail(server.db, officeId, { now: now(), perMinute: 600 })),
  )
  const taken = claims.flatMap((mail) => mail?.mailId ?? [])
  expect(new Set(taken).size).toBe(taken.length)
  expect(await claimMail(server.db, officeId, { now: now(), perMinute: taken.length })).toBeUndefined()
  await round()
  await round()
  expect(smtp.messages).toHaveLength(4)
})

test('nothing in a name or a title begins a header of its own', async () => {
  await queue({
    kind: 'invitation',
    recipientName: 'Bo\r\nBcc: all@client.eu',
    fields: { title: 'x\r\nBcc: all@client.eu' },
  })
  await round()
  expect(smtp.messages).toHaveLength(1)
  expect(smtp.messages[0]?.text).not.toMatch(/^Bcc:/im)
  await expect(queue({ recipient: 'bo@client.eu\r\nRCPT TO:<eve@client.eu>' })).rejects.toMatchObject({
    field: 'recipient',
  })
})

test('the same is queued once; a person sends it again as a copy, but a private one to nobody else', async () => {
  const mailId = await queue({ kind: 'dunning', about: 'one letter', recipient: null })
  expect(await queue({ kind: 'dunning', about: 'one letter' })).toBeUndefined()
  await round()
  expect(await found(mailId)).toMatchObject({ state: 'queued', attempts: 0 })
  await inOffice(server.db, officeId, (trx) => settleMail(trx, context(), mailId, { state: 'handed-over' }))
  const invitation = await queue({ kind: 'invitation' })
  await round()
  await expect(
    inOffice(server.db, officeId, (trx) =>
      sendAgain(trx, context(), invitation, { recipient: 'eve@client.eu' }),
    ),
  ).rejects.toMatchObject({ field: 'recipient' })
  await inOffice(server.db, officeId, (trx) =>
    settleMail(trx, context(), invitation, { state: 'bounced', reason: 'mailbox full' }),
  )
  const copy = await inOffice(server.db, officeId, (trx) => sendAgain(trx, context(), invitation))
  await round()
  const links = smtp.messages.map(({ text }) => /password\/([\w-]{43})/.exec(text.replace(/=\r\n/g, ''))?.[1])
  expect(links).toHaveLength(2)
  expect(links[0]).toBe(links[1])
  expect(await found(copy)).toMatchObject({ state: 'sent', copy: 2 })
})

test('addresses of nobody, and what comes too late, are not sent', async () => {
  const demo = await queue({ recipient: 'els@demo.samen.example' })
  const late = await queue({ expiresAt: new Date(clock + 1_000) })
  await round()
  expect(smtp.messages).toEqual([])
  expect(await found(demo)).toMatchObject({ state: 'failed', detail: expect.stringContaining('nobody') })
  expect(await found(late)).toMatchObject({ state: 'failed', detail: 'It was not sent in time.' })
})

describe('without a mail server', () => {
  test('a message waits where people see it, can be read and carried by hand', async () => {
    server.clock.now = now()
    const made = await staff.post('/v1/offices/xt/mail/test-message', { language: 'sv' })
    expect(made.status).toBe(201)
    const item = (await made.json()) as { mailId: string }
    expect(item).toMatchObject({ state: 'queued', isWaiting: true, subject: 'Testmeddelande från Office xt' })
    const list = await (await staff.get('/v1/offices/xt/mail?state=to-do&limit=5')).json()
    expect(list).toMatchObject({ items: expect.arrayContaining([expect.objectContaining(item)]) })
    const text = await staff.get(`/v1/offices/xt/mail/${item.mailId}/text`)
    expect(await text.json()).toMatchObject({
      text: expect.stringContaining('Main street 1'),
      attachments: [],
    })
    const file = await staff.get(`/v1/offices/xt/mail/${item.mailId}/message`)
    expect(await file.text()).toContain('To: ann <ann@samen.example>')
    const handed = await staff.post(`/v1/offices/xt/mail/${item.mailId}/hand-over`, {})
    expect(await handed.json()).toMatchObject({ state: 'handed-over' })
    expect((await staff.post(`/v1/offices/xt/mail/${item.mailId}/bounce`, { reason: 'x' })).status).toBe(409)
  })

  test('nobody reads a message whose link lets its receiver in', async () => {
    const mailId = await queue({ kind: 'password' })
    expect((await staff.get(`/v1/offices/xt/mail/${mailId}/text`)).status).toBe(403)
    expect((await staff.get(`/v1/offices/xt/mail/${mailId}/message`)).status).toBe(403)
  })

  test('settings name the field at fault and never a key', async () => {
    const wrong = await staff.post('/v1/offices/xt/mail/settings', {
      fromName: 'X',
      fromAddress: 'no address',
    })
    expect(await wrong.json()).toMatchObject({ type: '/problems/invalid-field', field: 'fromAddress' })
    expect(await (await staff.get('/v1/offices/xt/mail/settings')).json()).toMatchObject({
      server: null,
      sender: { fromAddress: 'office@samen-testland.eu' },
    })
  })
})
