import { Hono } from 'hono'
import { officeOfAddress } from './auth/rights.ts'
import { bank } from './routes/bank.ts'
import { books } from './routes/books.ts'
import { contracts } from './routes/contracts.ts'
import { countries } from './routes/countries.ts'
import { group } from './routes/group.ts'
import { invoices } from './routes/invoices.ts'
import { members, who } from './routes/me.ts'
import { payRuns } from './routes/pay-runs.ts'
import type { Env, Services } from './services.ts'

/** The server's whole surface, as a function of what it stands on. */
export function createApp(services: Services) {
  return new Hono<Env>()
    .use(async (c, next) => {
      c.set('services', services)
      await next()
    })
    .use('/v1/offices/:office/*', officeOfAddress)
    .route('/v1', countries)
    .route('/v1', who)
    .route('/v1/offices/:office', members)
    .route('/v1/offices/:office', contracts)
    .route('/v1/offices/:office', invoices)
    .route('/v1/offices/:office', payRuns)
    .route('/v1/offices/:office', bank)
    .route('/v1/offices/:office', books)
    .route('/v1/group', group)
}
