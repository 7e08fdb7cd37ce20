import { formatAmount, formatPercent } from '@samen/core/country'
import { type Asset, assetById, assetRegister, depreciateMonth, disposeAsset } from '@samen/core/equipment'
import { z } from 'zod'
import { page } from '../answers/common.ts'
import { asset, depreciation } from '../answers/equipment.ts'
import { only, STAFF } from '../auth/rights.ts'
import { cursorOf, pageOf, rowsOf } from '../queries/page.ts'
import {
  amountSchema,
  body,
  contextOf,
  daySchema,
  describe,
  idOf,
  pageQuery,
  periodSchema,
  query,
  routes,
  work,
} from './route.ts'

const tags = ['Funds and books']

/** The register of what activities bought to keep. */
export const equipment = routes()
  .get(
    '/equipment',
    only(...STAFF),
    describe('The register of equipment, the latest bought first', page(asset), { tags }),
    query(
      pageQuery.extend({
        activity: z.uuid().optional(),
        disposed: z
          .enum(['true', 'false'])
          .optional()
          .meta({ description: 'true: also what was sold or thrown away' }),
      }),
    ),
    async (c) => {
      const asked = c.req.valid('query')
      const [after] = cursorOf(asked, ['id']) ?? []
      const rows = await work(c, (trx) =>
        assetRegister(trx, c.var.office.officeId, {
          limit: rowsOf(asked),
          disposed: asked.disposed === 'true',
          activityId: asked.activity,
          after,
        }),
      )
      return c.json(pageOf(rows, asked, ({ assetId }) => [assetId], answerOf))
    },
  )
  .get(
    '/equipment/:id',
    only(...STAFF),
    describe('One thing of the register', asset, { tags }),
    async (c) => {
      const id = idOf(c.req.param('id'))
      return c.json(answerOf(await work(c, (trx) => assetById(trx, c.var.office.officeId, id))))
    },
  )
  .post(
    '/equipment/:id/disposal',
    only('finance'),
    describe('A thing was sold or thrown away', asset, { tags }),
    body(
      z.strictObject({
        disposedOn: daySchema,
        proceeds: amountSchema,
        vat: amountSchema,
        reason: z.string().min(1).max(300),
      }),
    ),
    async (c) => {
      const id = idOf(c.req.param('id'))
      const disposal = c.req.valid('json')
      return c.json(answerOf(await work(c, (trx) => disposeAsset(trx, contextOf(c), id, disposal))))
    },
  )
  .post(
    '/equipment/depreciation',
    only('finance'),
    describe('Write off what a month asks of every thing in use, once', depreciation, { tags }),
    body(z.strictObject({ period: periodSchema })),
    async (c) => {
      const { period } = c.req.valid('json')
      const { assets, amount } = await work(c, (trx) => depreciateMonth(trx, contextOf(c), { period }))
      return c.json({ period, currency: c.var.office.currency, assets, amount: formatAmount(amount) })
    },
  )

const orNull = (amount: bigint | null) => (amount === null ? null : formatAmount(amount))

const answerOf = (found: Asset): z.infer<typeof asset> => ({
  assetId: found.assetId,
  supplierInvoiceId: found.supplierInvoiceId,
  activityId: found.activityId,
  activityName: found.activityName,
  name: found.name,
  reference: found.reference,
  currency: found.currency,
  cost: formatAmount(found.cost),
  vat: formatAmount(found.vat),
  boughtOn: found.boughtOn,
  inUseFrom: found.inUseFrom,
  months: found.months,
  residual: formatAmount(found.residual),
  declining: found.declining && formatPercent(found.declining),
  depreciated: formatAmount(found.depreciated),
  bookValue: formatAmount(found.bookValue),
  disposedOn: found.disposedOn,
  proceeds: orNull(found.proceeds),
  gain: orNull(found.gain),
})
