import { randomUUID } from 'node:crypto'
import { Problem } from '@samen/core/problem'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { secureHeaders } from 'hono/secure-headers'
import { officeOfAddress } from './auth/rights.ts'
import { signedIn } from './auth/session.ts'
import { logRequests } from './log-requests.ts'
import { answerError, answerProblem } from './problems.ts'
import { accruals } from './routes/accruals.ts'
import { activities } from './routes/activities.ts'
import { bank } from './routes/bank.ts'
import { bankBookings } from './routes/bank-bookings.ts'
import { bankMatches } from './routes/bank-matches.ts'
import { bankTermRoutes } from './routes/bank-terms.ts'
import { bankWorkList } from './routes/bank-work-list.ts'
import { billingRecords } from './routes/billing-records.ts'
import { bookYears } from './routes/book-years.ts'
import { books } from './routes/books.ts'
import { claimConsents } from './routes/claim-consents.ts'
import { clientMergeRoutes } from './routes/client-merges.ts'
import { contracts } from './routes/contracts.ts'
import { corrections } from './routes/corrections.ts'
import { countries } from './routes/countries.ts'
import { currencies } from './routes/currencies.ts'
import { declarations } from './routes/declarations.ts'
import { deliveries } from './routes/deliveries.ts'
import { demo } from './routes/demo.ts'
import { directDebitRoutes } from './routes/direct-debits.ts'
import { dunning } from './routes/dunning.ts'
import { equipment } from './routes/equipment.ts'
import { federation } from './routes/federation.ts'
import { fundDecisions } from './routes/fund-decisions.ts'
import { group, groupOffice } from './routes/group.ts'
import { groupReopeningRoutes } from './routes/group-reopenings.ts'
import { groupStatements } from './routes/group-statements.ts'
import { groupTerms } from './routes/group-terms.ts'
import { intercompany } from './routes/intercompany.ts'
import { internalOrderRoutes } from './routes/internal-orders.ts'
import { invoices } from './routes/invoices.ts'
import { loans } from './routes/loans.ts'
import { mail, mailChoices } from './routes/mail.ts'
import { mandateRoutes } from './routes/mandates.ts'
import { members, who } from './routes/me.ts'
import { meHistory } from './routes/me-history.ts'
import { months } from './routes/months.ts'
import { offers } from './routes/offers.ts'
import { serveOpenApi } from './routes/openapi.ts'
import { orders } from './routes/orders.ts'
import { payRuns } from './routes/pay-runs.ts'
import { quotes } from './routes/quotes.ts'
import { reinsurance } from './routes/reinsurance.ts'
import { returnedPaymentRoutes } from './routes/returned-payments.ts'
import { signIn } from './routes/sign-in.ts'
import { stress } from './routes/stress.ts'
import { supplierInvoiceRoutes } from './routes/supplier-invoices.ts'
import { supplierPaymentRoutes } from './routes/supplier-payments.ts'
import { validations } from './routes/validations.ts'
import { vat } from './routes/vat.ts'
import { windUpRoutes } from './routes/wind-up.ts'
import { yearEnd } from './routes/year-end.ts'
import type { Env, Services } from './services.ts'

const bodyBytesMax = 1_000_000
const fileBytesMax = 50_000_000

/** Everything below `/v1`, as a function of what it stands on; holds no port and no clock, so tests call it directly. */
export function createApp(services: Services) {
  const app = new Hono<Env>()
  app.onError(answerError)
  app.notFound((c) => answerProblem(c, new Problem('not-found', 'There is nothing at this address.')))

  app.use(async (c, next) => {
    c.set('services', services)
    c.set('requestId', randomUUID())
    await next()
  })
  app.use(logRequests)
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'unsafe-inline'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    }),
  )
  app.use(methodNotAllowed({ app, onMethodNotAllowed: (c, allowed) => wrongMethod(c, allowed) }))
  app.use('/v1/*', csrf())
  app.use('/v1/*', limitBody)
  for (const path of ['/v1/me', '/v1/offices/*', '/v1/group/*']) app.use(path, signedIn)
  app.use('/v1/offices/:office/*', officeOfAddress)
  app.use('/v1/group/*', groupOffice)
  serveOpenApi(app)

  return app
    .route('/v1', countries)
    .route('/v1', signIn())
    .route('/v1', demo)
    .route('/v1', who)
    .route('/v1/offices/:office', members)
    .route('/v1/offices/:office', meHistory)
    .route('/v1/offices/:office', contracts)
    .route('/v1/offices/:office', quotes)
    .route('/v1/offices/:office', currencies)
    .route('/v1/offices/:office', orders)
    .route('/v1/offices/:office', validations)
    .route('/v1/offices/:office', invoices)
    .route('/v1/offices/:office', payRuns)
    .route('/v1/offices/:office', corrections)
    .route('/v1/offices/:office', bank)
    .route('/v1/offices/:office', bankTermRoutes)
    .route('/v1/offices/:office', bankWorkList)
    .route('/v1/offices/:office', bankMatches)
    .route('/v1/offices/:office', bankBookings)
    .route('/v1/offices/:office', returnedPaymentRoutes)
    .route('/v1/offices/:office', mandateRoutes)
    .route('/v1/offices/:office', directDebitRoutes)
    .route('/v1/offices/:office', books)
    .route('/v1/offices/:office', bookYears)
    .route('/v1/offices/:office', yearEnd)
    .route('/v1/offices/:office', vat)
    .route('/v1/offices/:office', declarations)
    .route('/v1/offices/:office', months)
    .route('/v1/offices/:office', windUpRoutes)
    .route('/v1/offices/:office', accruals)
    .route('/v1/offices/:office', activities)
    .route('/v1/offices/:office', equipment)
    .route('/v1/offices/:office', loans)
    .route('/v1/offices/:office', internalOrderRoutes)
    .route('/v1/offices/:office', clientMergeRoutes)
    .route('/v1/offices/:office', stress)
    .route('/v1/offices/:office', fundDecisions)
    .route('/v1/offices/:office', dunning)
    .route('/v1/offices/:office', claimConsents)
    .route('/v1/offices/:office', supplierInvoiceRoutes)
    .route('/v1/offices/:office', supplierPaymentRoutes)
    .route('/v1/offices/:office', intercompany)
    .route('/v1/offices/:office', reinsurance)
    .route('/v1/offices/:office', billingRecords)
    .route('/v1/offices/:office', deliveries)
    .route('/v1/offices/:office', mail)
    .route('/v1/offices/:office', mailChoices)
    .route('/v1/group', group)
    .route('/v1/group', groupTerms)
    .route('/v1/group', groupStatements)
    .route('/v1/group', groupReopeningRoutes)
    .route('/v1/federation', federation())
    .route('/v1/offers', offers())
}

const tooLarge = () => {
  throw new Problem('too-large', 'The body is too large.')
}
const small = bodyLimit({ maxSize: bodyBytesMax, onError: tooLarge })
const large = bodyLimit({ maxSize: fileBytesMax, onError: tooLarge })

/** Files may be large; everything else is small. NDJSON streams through and is limited by the line. */
const limitBody: typeof small = (c, next) => {
  if (c.req.header('content-type')?.startsWith('application/x-ndjson')) return next()
  return c.req.path.includes('/imports/') ? large(c, next) : small(c, next)
}

function wrongMethod(c: Parameters<typeof answerProblem>[0], allowed: string[]): Response {
  const allow = allowed.join(', ')
  return answerProblem(c, new Problem('wrong-method', `This address answers ${allow} only.`), { allow })
}
