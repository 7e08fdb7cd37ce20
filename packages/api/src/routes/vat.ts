import { recordVatCheck, setPublicBody, VAT_CHECK_RESULTS, vatChecksOf } from '@samen/core/clients'
import { ONE_STOP_SHOP_CODE, VAT_PERIODS } from '@samen/core/country'
import {
  chooseVatSetting,
  type FiledReturn,
  fileReturn,
  recordOneStopShop,
  type VatFormKind,
  vatItems,
} from '@samen/core/vat-returns'
import { z } from 'zod'
import { page } from '../answers/common.ts'
import {
  oneStopShop,
  salesList,
  vatCheck,
  vatFiling,
  vatItem,
  vatReturn,
  vatSettings,
} from '../answers/vat.ts'
import { only, STAFF } from '../auth/rights.ts'
import {
  oneStopShopAnswer,
  salesListAnswer,
  vatItemAnswer,
  vatReturnAnswer,
  vatSettingsAnswer,
  vatSubject,
} from '../queries/vat.ts'
import { body, contextOf, daySchema, describe, idOf, query, routes, work } from './route.ts'

const tags = ['VAT']

const subject = {
  period: z
    .string()
    .regex(/^\d{4}(-(0[1-9]|1[0-2]|[qQ][1-4]))?$/, 'a period is 2026-10, 2026-Q4 or 2026')
    .optional()
    .meta({ description: 'A day’s month, quarter or year; the month that ended last unless told' }),
  entity: z
    .string()
    .regex(/^[1-9]$/, 'a company is named by its number in the office')
    .transform(Number)
    .optional()
    .meta({ description: 'Number of the company in the office; 1 unless told' }),
}
const filing = z.strictObject({
  period: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]|[qQ][1-4]))?$/, 'a period is 2026-10, 2026-Q4 or 2026'),
  entity: z.int().min(1).max(9).optional(),
  reference: z.string().trim().min(1).max(100),
})
const items = z.object({
  ...subject,
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'a limit is a whole number')
    .transform(Number)
    .refine((limit) => limit >= 1 && limit <= 200, 'a page holds 1 to 200 items')
    .default(50),
  cursor: z
    .string()
    .regex(/^\d{1,6}$/, 'a cursor is `next` of the page before')
    .optional()
    .transform((text) => (text === undefined ? 0 : Number(text))),
})
const filingAnswer = ({ vatReturnId, from, to, reference, filedOn }: FiledReturn) => ({
  vatReturnId,
  from,
  to,
  reference,
  filedOn,
})

export const vat = routes()
  .get(
    '/vat/return',
    only(...STAFF),
    describe(
      'The figures of a VAT return in the country’s own boxes, and whether the books agree',
      vatReturn,
      {
        tags,
      },
    ),
    query(z.object(subject)),
    async (c) => c.json(await work(c, (trx) => vatReturnAnswer(trx, contextOf(c), c.req.valid('query')))),
  )
  .get(
    '/vat/return/items',
    only(...STAFF),
    describe('The documents behind a box or a treatment', page(vatItem), { tags }),
    query(items.extend({ box: z.string().max(40).optional(), code: z.string().max(60).optional() })),
    async (c) => {
      return c.json(await itemsOf(c, { form: 'return', ...c.req.valid('query') }))
    },
  )
  .post(
    '/vat/return',
    only('approver', 'finance'),
    describe('Record that a return was filed, and lock its figures', vatFiling, { tags, status: 201 }),
    body(filing),
    async (c) => c.json(await fileForm(c.req.valid('json'), 'return', c), 201),
  )
  .get(
    '/vat/sales-list',
    only(...STAFF),
    describe('Services to businesses elsewhere in the Union, by the client’s VAT number', salesList, {
      tags,
    }),
    query(z.object(subject)),
    async (c) => c.json(await work(c, (trx) => salesListAnswer(trx, contextOf(c), c.req.valid('query')))),
  )
  .get(
    '/vat/sales-list/items',
    only(...STAFF),
    describe('The invoices behind a client of the list', page(vatItem), { tags }),
    query(items.extend({ clientNumber: z.string().max(20).optional() })),
    async (c) => {
      return c.json(await itemsOf(c, { form: 'sales-list', ...c.req.valid('query') }))
    },
  )
  .post(
    '/vat/sales-list',
    only('approver', 'finance'),
    describe('Record that a list was filed, and lock it', vatFiling, { tags, status: 201 }),
    body(filing),
    async (c) => c.json(await fileForm(c.req.valid('json'), 'sales-list', c), 201),
  )
  .get(
    '/vat/one-stop-shop',
    only(...STAFF),
    describe(
      'What is owed to other Member States for electronic services to private people, by country and rate',
      oneStopShop,
      { tags },
    ),
    query(z.object(subject)),
    async (c) => c.json(await work(c, (trx) => oneStopShopAnswer(trx, contextOf(c), c.req.valid('query')))),
  )
  .get(
    '/vat/one-stop-shop/items',
    only(...STAFF),
    describe('The invoices behind a Member State', page(vatItem), { tags }),
    query(
      items.extend({
        country: z
          .string()
          .regex(/^[A-Z]{2}$/, 'a country is two capital letters')
          .optional(),
      }),
    ),
    async (c) => {
      const { country, ...asked } = c.req.valid('query')
      const code = country === undefined ? undefined : `${ONE_STOP_SHOP_CODE}${country}`
      return c.json(await itemsOf(c, { form: 'one-stop-shop', code, ...asked }))
    },
  )
  .post(
    '/vat/one-stop-shop',
    only('approver', 'finance'),
    describe('Record that a quarter of the one-stop shop was filed, and lock it', vatFiling, {
      tags,
      status: 201,
    }),
    body(filing),
    async (c) => c.json(await fileForm(c.req.valid('json'), 'one-stop-shop', c), 201),
  )
  .post(
    '/vat/one-stop-shop/registration',
    only('approver', 'finance'),
    describe('Record that a company is registered for the one-stop shop, or no longer', oneStopShop, {
      tags,
      status: 201,
    }),
    body(
      z.strictObject({ from: daySchema, registered: z.boolean(), entity: z.int().min(1).max(9).optional() }),
    ),
    async (c) => {
      const { entity, ...step } = c.req.valid('json')
      const answer = await work(c, async (trx) => {
        const { legalEntityId } = await vatSubject(trx, contextOf(c), { entity })
        await recordOneStopShop(trx, contextOf(c), legalEntityId, step)
        return oneStopShopAnswer(trx, contextOf(c), { entity })
      })
      return c.json(answer, 201)
    },
  )
  .get(
    '/vat/settings',
    only(...STAFF),
    describe('How a company declares its VAT, and what it may choose', vatSettings, { tags }),
    query(z.object({ entity: subject.entity })),
    async (c) => c.json(await work(c, (trx) => vatSettingsAnswer(trx, contextOf(c), c.req.valid('query')))),
  )
  .post(
    '/vat/settings',
    only('approver', 'finance'),
    describe('Choose how a company declares from the first of a month on', vatSettings, {
      tags,
      status: 201,
    }),
    body(
      z.strictObject({
        from: daySchema,
        period: z.enum(VAT_PERIODS),
        dueOn: z.enum(['invoice', 'payment']),
        entity: z.int().min(1).max(9).optional(),
      }),
    ),
    async (c) => {
      const { entity, ...setting } = c.req.valid('json')
      const answer = await work(c, async (trx) => {
        const { legalEntityId } = await vatSubject(trx, contextOf(c), { entity })
        await chooseVatSetting(trx, contextOf(c), legalEntityId, setting)
        return vatSettingsAnswer(trx, contextOf(c), { entity })
      })
      return c.json(answer, 201)
    },
  )
  .put(
    '/clients/:id/public-body',
    only('staff', 'approver', 'finance'),
    describe(
      'Say whether a client is a public body; invoices issued before keep what held then',
      z.object({ clientId: z.string(), publicBody: z.boolean() }),
      { tags },
    ),
    body(z.strictObject({ publicBody: z.boolean() })),
    async (c) => {
      const clientId = idOf(c.req.param('id'))
      const { publicBody } = c.req.valid('json')
      await work(c, (trx) => setPublicBody(trx, c.var.office.officeId, clientId, publicBody))
      return c.json({ clientId, publicBody })
    },
  )
  .get(
    '/clients/:id/vat-checks',
    only(...STAFF),
    describe(
      'What the Union’s register of VAT numbers answered about a client',
      z.object({ items: z.array(vatCheck) }),
      {
        tags,
      },
    ),
    async (c) => {
      const checks = await work(c, (trx) => vatChecksOf(trx, c.var.office.officeId, idOf(c.req.param('id'))))
      return c.json({ items: checks })
    },
  )
  .post(
    '/clients/:id/vat-checks',
    only('staff', 'approver', 'finance'),
    describe('Record the register’s answer about a client’s number', vatCheck, { tags, status: 201 }),
    body(
      z.strictObject({
        result: z.enum(VAT_CHECK_RESULTS),
        checkedOn: daySchema.optional(),
        consultationNumber: z.string().trim().max(60).optional(),
      }),
    ),
    async (c) => {
      const clientId = idOf(c.req.param('id'))
      return c.json(
        await work(c, (trx) => recordVatCheck(trx, contextOf(c), clientId, c.req.valid('json'))),
        201,
      )
    },
  )

/** One more than a page is asked for, to know whether another follows. */
async function itemsOf(
  c: Parameters<typeof contextOf>[0],
  {
    limit,
    cursor,
    form,
    box,
    code,
    clientNumber,
    ...asked
  }: z.output<typeof items> & {
    form: VatFormKind
    box?: string | undefined
    code?: string | undefined
    clientNumber?: string | undefined
  },
) {
  const found = await work(c, async (trx) => {
    const { legalEntityId, day } = await vatSubject(trx, contextOf(c), asked)
    const part = { form, box, code, clientNumber }
    return vatItems(trx, contextOf(c), {
      ...part,
      legalEntityId,
      day,
      limit: limit + 1,
      offset: cursor,
    })
  })
  return {
    items: found.slice(0, limit).map(vatItemAnswer),
    next: found.length > limit ? String(cursor + limit) : null,
  }
}

function fileForm(
  { period, entity, reference }: z.infer<typeof filing>,
  form: VatFormKind,
  c: Parameters<typeof contextOf>[0],
) {
  return work(c, async (trx) => {
    const { legalEntityId, day } = await vatSubject(trx, contextOf(c), { period, entity })
    return filingAnswer(await fileReturn(trx, contextOf(c), { form, legalEntityId, day, reference }))
  })
}
