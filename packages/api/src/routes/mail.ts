import { settleMailedInvoices } from '@samen/core/delivery'
import {
  chooseWageNews,
  mailById,
  mailSetting,
  PERSONAL_KINDS,
  queueMail,
  sendAgain,
  setMailSetting,
  settleMail,
  wantsWageNews,
} from '@samen/core/mail'
import { membersByNumberOrEmail } from '@samen/core/members'
import { invalid, Problem } from '@samen/core/problem'
import { z } from 'zod'
import { id, page } from '../answers/common.ts'
import { mailItem, mailSettings, mailState, mailText } from '../answers/mail.ts'
import { invite } from '../auth/password-links.ts'
import { only, STAFF } from '../auth/rights.ts'
import { attached, readMail } from '../mail/read-mail.ts'
import { mailBytes } from '../mail/write.ts'
import { mailAnswer, mailPage, mailSettingsOf } from '../queries/mail.ts'
import {
  body,
  contextOf,
  describe,
  idOf,
  languageQuery,
  memberOf,
  pageQuery,
  query,
  routes,
  work,
} from './route.ts'

const tags = ['Mail']
type Request = Parameters<typeof work>[0]

/** What waits for a person, beside what waits for a mail server that is not there. */
const TO_DO = ['queued', 'failed', 'unclear', 'bounced'] as const
const TEST_DAYS = 1

const choices = z.object({
  wagePaid: z.boolean().meta({ description: 'That a wage of yours was paid, without its amount' }),
})

const settingInput = z.strictObject({
  fromName: z.string().max(100),
  fromAddress: z.string().max(254),
  replyTo: z.string().max(254).nullable().default(null),
  signature: z.string().max(1_000).default(''),
  perMinute: z.int().min(1).max(600).default(60).meta({ description: 'Messages begun in a minute at most' }),
})

export const mail = routes()
  .get(
    '/mail',
    only(...STAFF),
    describe('Messages that left or shall leave by e-mail, the latest first', page(mailItem), { tags }),
    query(
      pageQuery.extend({
        state: z
          .enum([...mailState.options, 'to-do'])
          .optional()
          .meta({ description: '`to-do`: those that wait, failed, came back or are unclear' }),
      }),
    ),
    async (c) => {
      const { state, ...asked } = c.req.valid('query')
      const states = state === 'to-do' ? TO_DO : state && ([state] as const)
      return c.json(await work(c, (trx) => mailPage(trx, whereOf(c), { ...asked, states })))
    },
  )
  .get(
    '/mail/settings',
    only(...STAFF),
    describe('Who the office’s mail comes from, and whether a mail server is connected', mailSettings, {
      tags,
    }),
    async (c) => c.json(await settings(c)),
  )
  .post(
    '/mail/settings',
    only('approver', 'finance'),
    describe('Say who the office’s mail comes from; the latest counts', mailSettings, { tags, status: 201 }),
    body(settingInput),
    async (c) => {
      const setting = c.req.valid('json')
      await work(c, (trx) => setMailSetting(trx, contextOf(c), setting))
      return c.json(await settings(c), 201)
    },
  )
  .post(
    '/mail/test-message',
    only(...STAFF),
    describe('Send a test message to your own address', mailItem, { tags, status: 201 }),
    body(z.strictObject({ language: languageQuery.shape.language })),
    async (c) => {
      const context = contextOf(c)
      const mailId = context.id()
      await work(c, (trx) =>
        queueMail(trx, context, {
          mailId,
          kind: 'test',
          about: mailId,
          recipient: c.var.user.email,
          recipientName: c.var.user.name,
          language: c.req.valid('json').language ?? context.plugin.languages[0] ?? 'en',
          expiresAt: new Date(context.now.getTime() + TEST_DAYS * 86_400_000),
        }),
      )
      return c.json(await itemOf(c, mailId), 201)
    },
  )
  .get(
    '/mail/:id/text',
    only(...STAFF),
    describe('What a message says, as it would leave now', mailText, { tags }),
    async (c) => {
      const { subject, text, sources } = await readable(c)
      return c.json({
        subject,
        text,
        attachments: sources.map((source) => ('bytes' in source ? source.name : `${source.name}.pdf`)),
      })
    },
  )
  .get(
    '/mail/:id/message',
    only(...STAFF),
    describe('The whole message with its files, to be sent from a mail program of one’s own', undefined, {
      tags,
      media: { 'message/rfc822': 'As it would leave now' },
    }),
    async (c) => {
      const { row, ...written } = await readable(c)
      const setting = (await work(c, (trx) => mailSetting(trx, c.var.office.officeId))) ?? {
        ...{ fromName: c.var.office.name, fromAddress: c.var.user.email, replyTo: null },
        ...{ signature: '', perMinute: 1 },
      }
      const attachments = await attached(written.sources)
      const bytes = await mailBytes(row, written, { setting, to: row.recipient ?? '', attachments })
      c.header('content-type', 'message/rfc822')
      c.header('content-disposition', `attachment; filename="${row.kind}.eml"`)
      c.header('cache-control', 'no-store')
      return c.body(new Uint8Array(bytes))
    },
  )
  .post(
    '/invitations',
    only(...STAFF),
    describe('Invite a member to sign in, by the address the office knows', z.object({ memberId: id }), {
      tags,
      status: 201,
    }),
    body(z.strictObject({ email: z.string().trim().max(254) })),
    async (c) => {
      const context = contextOf(c)
      const { email } = c.req.valid('json')
      const [member] = await work(c, (trx) =>
        membersByNumberOrEmail(trx, context.officeId, { nationalNumbers: [], emails: [email] }),
      )
      if (!member) throw invalid('email', 'No member of the office has this address.')
      const { memberId, givenName, familyName, language } = member
      const rights = [{ role: 'member' as const, memberId }]
      const { db, mail } = c.var.services
      await invite(db, context, { email, name: `${givenName} ${familyName}`, language, rights }, mail)
      return c.json({ memberId }, 201)
    },
  )
  .post(
    '/mail/:id/hand-over',
    only(...STAFF),
    describe('Write down that you gave the message to its receiver; it is not sent any more', mailItem, {
      tags,
    }),
    body(z.strictObject({ reason: z.string().trim().max(300).optional() })),
    async (c) => c.json(await settled(c, 'handed-over', c.req.valid('json').reason)),
  )
  .post(
    '/mail/:id/bounce',
    only(...STAFF),
    describe('Write down that a message came back', mailItem, { tags }),
    body(z.strictObject({ reason: z.string().trim().min(1).max(300) })),
    async (c) => c.json(await settled(c, 'bounced', c.req.valid('json').reason)),
  )
  .post(
    '/mail/:id/copies',
    only(...STAFF),
    describe('Send a message once more, to its address or to another', mailItem, { tags, status: 201 }),
    body(z.strictObject({ recipient: z.string().trim().max(254).optional() })),
    async (c) => {
      const mailId = idOf(c.req.param('id'))
      const copyId = await work(c, (trx) => sendAgain(trx, contextOf(c), mailId, c.req.valid('json')))
      return c.json(await itemOf(c, copyId), 201)
    },
  )

/** What a member hears by mail. */
export const mailChoices = routes()
  .get('/me/mail', only('member'), describe('Which news you get by e-mail', choices, { tags }), async (c) =>
    c.json({
      wagePaid: await work(c, (trx) => wantsWageNews(trx, c.var.office.officeId, memberOf(c))),
    }),
  )
  .post(
    '/me/mail',
    only('member'),
    describe('Say which news you want by e-mail', choices, { tags }),
    body(z.strictObject({ wagePaid: z.boolean() })),
    async (c) => {
      const { wagePaid } = c.req.valid('json')
      await work(c, (trx) => chooseWageNews(trx, contextOf(c), memberOf(c), wagePaid))
      return c.json({ wagePaid })
    },
  )

const whereOf = (c: Request) => ({
  officeId: c.var.office.officeId,
  officeName: c.var.office.name,
  port: c.var.services.mail,
})

const settings = (c: Request) =>
  work(c, (trx) => mailSettingsOf(trx, c.var.office.officeId, c.var.services.mail))

const itemOf = (c: Request, mailId: string) =>
  work(c, async (trx) => {
    const { officeId } = c.var.office
    const { server, sender } = await mailSettingsOf(trx, officeId, c.var.services.mail)
    return mailAnswer(await mailById(trx, officeId, mailId), whereOf(c), server !== null && sender !== null)
  })

async function settled(c: Request, state: 'handed-over' | 'bounced', reason: string | undefined) {
  const mailId = idOf(c.req.param('id'))
  await work(c, async (trx) => {
    const context = contextOf(c)
    const before = await mailById(trx, context.officeId, mailId)
    if (state === 'handed-over' && PERSONAL_KINDS.includes(before.kind))
      throw new Problem('forbidden', 'Its link lets its receiver in: nobody else hands this message over.')
    const { kind, about } = await settleMail(trx, context, mailId, { state, reason })
    if (kind === 'invoice') await settleMailedInvoices(trx, context.officeId, context.now, about)
  })
  return itemOf(c, mailId)
}

/** A message as its receiver sees it, for a colleague who hands it over. */
const readable = (c: Request) =>
  work(c, async (trx) => {
    const { officeId, slug, name } = c.var.office
    const row = await mailById(trx, officeId, idOf(c.req.param('id')))
    if (PERSONAL_KINDS.includes(row.kind))
      throw new Problem('forbidden', 'Its link lets its receiver in: nobody else sees this message.')
    const written = await readMail(trx, contextOf(c), row, {
      port: c.var.services.mail,
      office: { slug, name },
    })
    return { row, ...written }
  })
