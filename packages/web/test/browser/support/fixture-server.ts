import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { build } from 'vite'
import * as bookkeeping from './bookkeeping.ts'
import { declarations } from './declarations.ts'
import * as directDebits from './direct-debits.ts'
import * as fixtures from './fixtures.ts'
import * as groupMonths from './group-months.ts'
import * as late from './late.ts'
import * as quotes from './quotes.ts'
import * as reinsurance from './reinsurance.ts'
import { statements } from './statements.ts'
import * as supplierInvoices from './supplier-invoices.ts'
import { oneStopShop, salesList, vatItems, vatReturn, vatSettings } from './vat.ts'
import { windUp } from './wind-up.ts'
import * as years from './years.ts'

const TYPES: Record<string, string> = {
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  html: 'text/html',
}
const listed = <T>(items: T[]) => ({ items, next: null })

const web = fileURLToPath(new URL('../../../', import.meta.url))
const built = join(web, 'node_modules/.cache/samen-test')

/** Builds the app for the tests, beside the one the server builds. */
export async function buildApp(): Promise<void> {
  await build({
    root: web,
    configFile: join(web, 'vite.config.ts'),
    configLoader: 'native',
    logLevel: 'error',
    build: { outDir: built, emptyOutDir: true },
  })
}

/** The built app on invented answers: for states a real server is hard to bring into, and for screenshots. */
export function fixtureApp(dist = built) {
  let signedIn = false
  let approved = false
  let forgone = false
  const matched = new Set<string>()
  const app = new Hono()
  const office = new Hono()
    .get('/me', (c) => c.json(fixtures.profile))
    .post('/me/way-to-net', async (c) => {
      const { fee, endsOn } = await c.req.json<{ fee: string; endsOn: string }>()
      return c.json(fixtures.wayToNet(Math.round(Number(fee) * 100), endsOn))
    })
    .get('/me/contracts', (c) => c.json(listed(fixtures.jobs)))
    .post('/me/contracts', (c) =>
      c.json(
        {
          type: '/problems/invalid-field',
          title: 'A field is missing or wrong',
          status: 422,
          detail: 'This VAT number fails its check digits.',
          field: 'client.vatNumber',
        },
        422,
      ),
    )
    .post('/me/quotes/preview', (c) => c.json(quotes.preview))
    .get('/currencies', (c) => c.json([]))
    .get('/bank-terms', (c) => c.json({ transfersMax: null, amountMax: null, instant: false }))
    .post('/me/clients/similar', (c) => c.json({ items: [] }))
    .get('/me/quotes/:id', (c) => c.json(quotes.quote))
    .get('/me/claims', (c) => c.json({ items: fixtures.claims }))
    .get('/me/payslips', (c) => c.json(listed(fixtures.payslips)))
    .get('/me/payslips/:id', (c) => c.json(fixtures.payslipDetail(c.req.param('id'))))
    .get('/pay-runs', (c) => c.json(listed(fixtures.runs)))
    .get('/pay-runs/preview', (c) => c.json(fixtures.preview))
    .get('/corrections/preview', (c) => {
      const { from } = fixtures.correctionPreview
      const asked = c.req.query('from') ?? from
      return c.json(
        asked === from
          ? fixtures.correctionPreview
          : { ...fixtures.correctionPreview, from: asked, payslips: 0, excluded: [] },
      )
    })
    .post('/corrections', (c) => c.json({ ...fixtures.correctionRun, isNew: true }, 201))
    .get('/pay-runs/run-c', (c) => c.json(fixtures.correctionRun))
    .get('/pay-runs/:id/correction', (c) => c.json(fixtures.correction))
    .get('/claims', (c) => c.json(listed(forgone ? [] : fixtures.claims)))
    .post('/claims/:id/forgone', (c) => {
      forgone = true
      return c.json({ ...fixtures.claims[0], open: '0.00' })
    })
    .get('/payslips/corrected', (c) => c.json(fixtures.correctedPayslip))
    .get('/pay-runs/:id', (c) =>
      c.json(
        approved ? { ...fixtures.run, state: 'approved', approvedBy: 'Lotte Vermeersch' } : fixtures.run,
      ),
    )
    .get('/pay-runs/:id/payslips', (c) => c.json(listed(fixtures.payslips)))
    .post('/pay-runs/:id/approval', (c) => {
      approved = true
      return c.json({ ...fixtures.run, state: 'approved', approvedBy: 'Lotte Vermeersch' })
    })
    .get('/payslips/:id', (c) => c.json(fixtures.payslipDetail(c.req.param('id'))))
    .get('/funds', (c) => c.json(fixtures.funds))
    .get('/pool', (c) => c.json(fixtures.pool))
    .get('/funds/rules', (c) => c.json(late.rules))
    .post('/funds/rules/preview', (c) => c.json(late.preview))
    .get('/funds/transfers', (c) => c.json({ items: late.transfers }))
    .get('/funds/cockpit', (c) => c.json(fixtures.cockpit))
    .get('/funds/stress', (c) => c.json({ run: fixtures.stressRun }))
    .get('/funds/exposure', (c) => c.json(fixtures.exposure))
    .get('/bank-work-list', (c) =>
      c.json(listed(fixtures.receipts.filter((one) => !matched.has(one.bankTransactionId)))),
    )
    .post('/bank-transactions/:id/split', (c) => {
      matched.add(c.req.param('id'))
      return c.json({ bankTransactionId: c.req.param('id'), parts: [], waiting: '0.00' }, 201)
    })
    .get('/returned-payments', (c) => c.json(fixtures.returnedPayments))
    .get('/direct-debits/proposal', (c) => c.json(directDebits.proposal))
    .get('/direct-debits', (c) => c.json(listed(directDebits.orders)))
    .get('/direct-debit-terms', (c) => c.json({ creditorIdentifier: 'DE98ZZZ09999999999' }))
    .get('/mandates', (c) => c.json(directDebits.mandates))
    .get('/me/returned-payments', (c) =>
      c.json(fixtures.returnedPayments.filter(({ repeat }) => repeat === null)),
    )
    .get('/bank-rules', (c) => c.json(fixtures.bankRules))
    .get('/bank-payers', (c) => c.json(fixtures.bankPayers))
    .get('/invoices', (c) =>
      c.json(listed((c.req.query('state') ?? 'open') === 'open' ? fixtures.invoices : [])),
    )
    .get('/contracts', (c) => c.json(listed(c.req.query('search') ? [] : fixtures.contracts)))
    .get('/contracts/:id', (c) => c.json(fixtures.contractDetail))
    .get('/dunning/ageing', (c) => c.json(late.ageing))
    .get('/dunning/proposal', (c) => c.json(late.proposal))
    .get('/clients/:id/risk', (c) => c.json(late.risk))
    .get('/clients/:id/merge-choices', (c) =>
      c.json({ items: [{ clientId: 'c8', name: 'Verbeelding vzw', town: null, country: 'BE' }] }),
    )
    .get('/clients/:id/merges/preview', (c) => c.json(late.mergePreview))
    .post('/clients/:id/merges', async (c) =>
      c.json({ name: 'Verbeelding vzw', ...(await c.req.json()) }, 201),
    )
    .get('/declarations', (c) =>
      c.json({
        items: declarations.filter(({ state }) => c.req.query('open') !== 'true' || state !== 'filed'),
      }),
    )
    .get('/supplier-invoices', (c) => c.json(listed(supplierInvoices.supplierInvoices)))
    .get('/supplier-payments', (c) => c.json(listed(supplierInvoices.supplierPayments)))
    .get('/activity-choices', (c) =>
      c.json({ items: [{ activityId: 'activity-1', name: 'Garance Rivebelle' }] }),
    )
    .get('/me/purchases', (c) => c.json(listed(supplierInvoices.supplierInvoices)))
    .get('/deliveries/settings', (c) => c.json(supplierInvoices.deliverySettings))
    .get('/deliveries/unsent', (c) => c.json({ items: supplierInvoices.unsent }))
    .get('/deliveries', (c) => c.json(listed(supplierInvoices.deliveries)))
    .get('/validations', (c) => c.json(listed(quotes.waiting)))
    .get('/ceilings', (c) => c.json(listed(quotes.ceilings)))
    .get('/clients', (c) => c.json(listed(fixtures.clients)))
    .get('/closes', (c) => c.json(listed(fixtures.closes)))
    .get('/months', (c) => {
      const closed = fixtures.closes.map(({ period }) => ({ period, state: 'closed', asked: null }))
      return c.json({ items: closed })
    })
    .get('/months/:period', (c) => {
      const period = c.req.param('period')
      const isClosed = fixtures.closes.some((one) => one.period === period)
      return c.json(bookkeeping.month(period, isClosed))
    })
    .get('/activities', (c) => c.json(listed(bookkeeping.activities)))
    .get('/equipment', (c) => c.json(listed(bookkeeping.equipment)))
    .get('/internal-orders', (c) => c.json(listed(bookkeeping.internalOrders)))
    .get('/me/internal-orders', (c) => c.json(listed(bookkeeping.internalOrders)))
    .get('/loans', (c) => c.json(listed(bookkeeping.loans)))
    .get('/loans/:id', (c) => c.json(bookkeeping.loanStatement))
    .get('/provisions', (c) => c.json(bookkeeping.provisions))
    .get('/accruals', (c) => c.json({ items: bookkeeping.accruals }))
    .get('/wind-up', (c) => c.json(windUp))
    .get('/fiscal-years', (c) => c.json(years.fiscalYears))
    .get('/appropriations', (c) => c.json({ items: years.appropriations }))
    .post('/appropriations', (c) =>
      c.json(
        {
          type: '/problems/invalid-field',
          title: 'A field is missing or wrong',
          status: 422,
          detail: 'Say where the minutes stand, in 1 to 300 characters.',
          field: 'minutes',
        },
        422,
      ),
    )
    .get('/reinsurance', (c) => c.json(reinsurance.whole))
    .get('/reinsurance/cessions/preview', (c) => c.json(reinsurance.statement))
    .post('/reinsurance/treaties', (c) =>
      c.json(
        {
          type: '/problems/invalid-field',
          title: 'A field is missing or wrong',
          status: 422,
          detail: 'An office does not reinsure itself.',
          field: 'counterparty',
        },
        422,
      ),
    )
    .get('/ledger/statements', (c) => c.json(statements))
    .get('/vat/return', (c) => c.json(vatReturn))
    .get('/vat/return/items', (c) => c.json(listed(vatItems)))
    .get('/vat/sales-list', (c) => c.json(salesList))
    .get('/vat/one-stop-shop', (c) => c.json(oneStopShop))
    .get('/vat/settings', (c) => c.json(vatSettings))
    .get('/ledger/trial-balance', (c) => c.json(fixtures.trialBalance(c.req.query('period') ?? '2026-10')))
    .get('/ledger/accounts/:account/entries', (c) => c.json(listed([])))
    .post('/imports/contracts', (c) =>
      c.json({
        name: 'jobs.csv',
        alreadyImported: false,
        lines: 12,
        accepted: 10,
        unchanged: 1,
        refused: 1,
        errors: [{ line: 7, field: 'fee', reason: 'an amount has at most two decimals' }],
      }),
    )
  app.get('/v1/offers/:office/:token', (c) => c.json(quotes.offer))
  app.get('/v1/me', (c) =>
    signedIn
      ? c.json(fixtures.me)
      : c.json({ type: '/problems/sign-in-required', title: 'Sign in first', status: 401, detail: '' }, 401),
  )
  app.post('/v1/auth/sign-in/email', async (c) => {
    const { password } = await c.req.json<{ password: string }>()
    signedIn = password === 'right'
    return signedIn
      ? c.json({})
      : c.json(
          { type: '/problems/sign-in-failed', title: 'The sign-in failed', status: 401, detail: '' },
          401,
        )
  })
  app.post('/v1/auth/sign-out', (c) => {
    signedIn = false
    return c.json({})
  })
  app.get('/v1/demo', (c) =>
    c.json({
      signIns: [
        {
          name: 'Lotte Vermeersch',
          givenName: 'Lotte',
          email: 'lotte@be.example',
          password: 'right',
          office: 'be',
          role: 'member',
        },
        {
          name: 'Jan Maes',
          givenName: 'Jan',
          email: 'jan@be.example',
          password: 'right',
          office: 'be',
          role: 'staff',
        },
        {
          name: 'An Claes',
          givenName: 'An',
          email: 'an@be.example',
          password: 'right',
          office: 'be',
          role: 'approver',
        },
        {
          name: 'Greta Lindqvist',
          givenName: 'Greta',
          email: 'greta@group.example',
          password: 'right',
          office: 'group',
          role: 'finance',
        },
      ],
    }),
  )
  app.get('/v1/countries/:country/locales/:language', (c) =>
    ['de', 'en', 'fr', 'nl'].includes(c.req.param('language'))
      ? c.json(fixtures.texts)
      : c.json(
          {
            type: '/problems/not-found',
            title: 'There is no such thing',
            status: 404,
            detail: 'BE does not speak this language.',
          },
          404,
        ),
  )
  app.route('/v1/offices/:office', office)
  app.get('/v1/group/refusals', (c) => c.json(fixtures.refusals))
  app.get('/v1/group/offices', (c) => c.json(fixtures.members))
  app.get('/v1/group/packs', (c) => c.json(listed(fixtures.packs)))
  app.get('/v1/group/consolidations/:period', (c) => c.json(fixtures.consolidation(c.req.param('period'))))
  app.get('/v1/group/consolidations/:period/comparison', (c) =>
    c.json(fixtures.comparison(c.req.param('period'))),
  )
  app.get('/v1/group/consolidations/:period/accounts/:group', (c) =>
    c.json(fixtures.openedFigure(c.req.param('period'), c.req.param('group'))),
  )
  app.get('/v1/group/closes', (c) => c.json(groupMonths.closed))
  app.get('/v1/group/reopenings', (c) => c.json(groupMonths.reopenings))
  app.get('/v1/group/terms', (c) => c.json(fixtures.groupTerms))
  app.get('/v1/group/adjustments', (c) => c.json({ items: fixtures.adjustments }))
  app.get('/v1/offices/:office/intercompany', (c) => c.json(listed(fixtures.intercompany)))
  app.get('/v1/group/consolidations/:period/accounts/:group/offices/:office', (c) =>
    c.json(fixtures.drillDown(c.req.param('period'), c.req.param('group'), c.req.param('office'))),
  )
  app.all('/v1/*', (c) =>
    c.json(
      {
        type: '/problems/not-found',
        title: 'Not found',
        status: 404,
        detail: 'There is nothing at this address.',
      },
      404,
    ),
  )
  app.get('*', async (c) => {
    const name = c.req.path
    const file = await readFile(join(dist, name === '/' ? 'index.html' : name)).catch(() => undefined)
    const body = file ?? (await readFile(join(dist, 'index.html')))
    const type = TYPES[file ? (name.split('.').at(-1) ?? 'html') : 'html'] ?? 'text/html'
    return c.body(new Uint8Array(body), 200, { 'content-type': type })
  })
  return app
}

/** Serves an app on a free port of this machine. */
export async function serve(app: Hono, port = 0): Promise<{ address: string; close: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const answer = await app.fetch(
      new Request(`http://localhost${request.url}`, {
        method: request.method ?? 'GET',
        headers: request.headers as Record<string, string>,
        ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
      }),
    )
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('the server has no port')
  return {
    address: `http://127.0.0.1:${address.port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
