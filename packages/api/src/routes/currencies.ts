import { importRates, knownConversions } from '@samen/core/rates'
import type { Context } from 'hono'
import { z } from 'zod'
import { conversion } from '../answers/currencies.ts'
import { rateImport } from '../answers/group.ts'
import { only, STAFF } from '../auth/rights.ts'
import { conversionAnswer } from '../queries/currencies.ts'
import type { Env } from '../services.ts'
import { contextOf, describe, fileOf, routes, work } from './route.ts'

const tags = ['Quotes']

/** Currencies besides the office's own that a client may be offered a price in, and the rates they rest on. */
export const currencies = routes()
  .get(
    '/currencies',
    only('member', ...STAFF),
    describe(
      'Currencies a quote may be made in beside the office’s own: those it has a rate of, at most seven days old',
      z.array(conversion),
      { tags },
    ),
    async (c) => c.json(await conversionsOf(c)),
  )
  .post(
    '/imports/rates',
    only('staff', 'approver', 'finance'),
    describe(
      "Import a central bank's file of reference rates for the office: the ECB's CSV or XML, the MNB's XML",
      rateImport,
      {
        tags,
        takes: {
          'text/csv': 'eurofxref-hist.csv',
          'application/xml': 'eurofxref-daily.xml or the MNB’s answer',
        },
      },
    ),
    async (c) => {
      const { officeId, by } = contextOf(c)
      const { bytes } = await fileOf(c, 'rates')
      const { format: _, ...report } = await work(c, (trx) => importRates(trx, officeId, { bytes, by }))
      return c.json({ ...report, currencies: [...report.currencies] } satisfies z.infer<typeof rateImport>)
    },
  )

async function conversionsOf(c: Context<Env>): Promise<z.infer<typeof conversion>[]> {
  const { officeId, plugin, today } = contextOf(c)
  const source = plugin.vat.rateSource ?? 'ecb'
  const known = await work(c, (trx) =>
    knownConversions(trx, officeId, { home: plugin.currency, day: today, source }),
  )
  return known.map(conversionAnswer)
}
