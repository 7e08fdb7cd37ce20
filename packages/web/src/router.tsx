import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { homeOf, portals, sessionQuery } from './api/session.ts'
import { VAT_FORMS, type VatForm } from './api/vat.ts'
import { speakLanguageOf } from './i18n/i18n.ts'
import { ErrorPage, NotFoundPage } from './shell/error-page.tsx'

interface Context {
  client: QueryClient
}

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFoundPage })

/** Who is signed in; nobody is sent to the sign-in page and comes back here afterwards. */
async function signedIn(client: QueryClient, href: string) {
  const me = await client.ensureQueryData(sessionQuery)
  if (!me) throw redirect({ to: '/sign-in', search: { next: href } })
  await speakLanguageOf(me.offices)
  return me
}

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async ({ context }) => {
    const me = await context.client.ensureQueryData(sessionQuery)
    throw me ? redirect({ href: homeOf(me) }) : redirect({ to: '/sign-in' })
  },
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { next?: string } =>
    typeof search.next === 'string' ? { next: search.next } : {},
  component: lazyRouteComponent(() => import('./routes/sign-in-page.tsx'), 'SignInPage'),
})

const forgotten = createRoute({
  getParentRoute: () => root,
  path: '/forgotten-password',
  component: lazyRouteComponent(() => import('./routes/password/forgotten-page.tsx'), 'ForgottenPage'),
})

/** Behind the link of a message: an invitation, or a forgotten password. */
const choosePassword = createRoute({
  getParentRoute: () => root,
  path: '/password/$token',
  component: lazyRouteComponent(() => import('./routes/password/choose-page.tsx'), 'ChoosePage'),
})

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  beforeLoad: ({ context, location }) => signedIn(context.client, location.href),
  component: lazyRouteComponent(() => import('./routes/password/account-page.tsx'), 'AccountPage'),
})

/** A client's page, without a sign-in. */
const offer = createRoute({
  getParentRoute: () => root,
  path: '/q/$office/$token',
  component: lazyRouteComponent(() => import('./routes/offer/offer-page.tsx'), 'OfferPage'),
})

const me = createRoute({
  getParentRoute: () => root,
  path: '/me',
  beforeLoad: async ({ context, location }) => {
    const who = await signedIn(context.client, location.href)
    if (portals(who).member.length === 0) throw redirect({ href: homeOf(who) })
  },
  component: lazyRouteComponent(() => import('./routes/me/member-portal.tsx'), 'MemberPortal'),
})
const mePages = [
  createRoute({
    getParentRoute: () => me,
    path: '/',
    component: lazyRouteComponent(() => import('./routes/me/price-page.tsx'), 'PricePage'),
  }),
  createRoute({
    getParentRoute: () => me,
    path: '/jobs',
    component: lazyRouteComponent(() => import('./routes/me/jobs-page.tsx'), 'JobsPage'),
  }),
  createRoute({
    getParentRoute: () => me,
    path: '/quotes/new',
    component: lazyRouteComponent(() => import('./routes/me/new-quote-page.tsx'), 'NewQuotePage'),
  }),
  createRoute({
    getParentRoute: () => me,
    path: '/quotes/$id',
    component: lazyRouteComponent(() => import('./routes/me/quote-page.tsx'), 'QuotePage'),
  }),
  createRoute({
    getParentRoute: () => me,
    path: '/payslips',
    component: lazyRouteComponent(() => import('./routes/me/payslips-page.tsx'), 'PayslipsPage'),
  }),
  createRoute({
    getParentRoute: () => me,
    path: '/payslips/$id',
    component: lazyRouteComponent(() => import('./routes/me/payslip-page.tsx'), 'PayslipPage'),
  }),
  createRoute({
    getParentRoute: () => me,
    path: '/purchases',
    component: lazyRouteComponent(() => import('./routes/me/purchases-page.tsx'), 'PurchasesPage'),
  }),
  createRoute({
    getParentRoute: () => me,
    path: '/internal-orders',
    component: lazyRouteComponent(
      () => import('./routes/me/internal-orders-page.tsx'),
      'MyInternalOrdersPage',
    ),
  }),
  createRoute({
    getParentRoute: () => me,
    path: '/pool',
    component: lazyRouteComponent(() => import('./routes/me/pool-page.tsx'), 'PoolPage'),
  }),
] as const

const office = createRoute({
  getParentRoute: () => root,
  path: '/office/$office',
  beforeLoad: async ({ context, location, params }) => {
    const who = await signedIn(context.client, location.href)
    if (!portals(who).office.some(({ slug }) => slug === params.office)) throw redirect({ href: homeOf(who) })
  },
  component: lazyRouteComponent(() => import('./routes/office/office-portal.tsx'), 'OfficePortal'),
})
const periodSearch = (search: Record<string, unknown>): { period?: string } =>
  typeof search.period === 'string' && /^\d{4}-\d{2}$/.test(search.period) ? { period: search.period } : {}

const isVatForm = (form: unknown): form is VatForm => VAT_FORMS.some((one) => one === form)

const vatSearch = (
  search: Record<string, unknown>,
): { period?: string; entity?: string; form?: VatForm } => ({
  ...(typeof search.period === 'string' &&
    /^\d{4}(-\d{2}|-Q[1-4])?$/.test(search.period) && { period: search.period }),
  // The router reads a bare year or number from the address as one.
  ...(typeof search.period === 'number' && { period: String(search.period) }),
  ...(/^[1-9]$/.test(String(search.entity)) && { entity: String(search.entity) }),
  ...(isVatForm(search.form) && { form: search.form }),
})

const officePages = [
  createRoute({
    getParentRoute: () => office,
    path: '/',
    validateSearch: (search): { date?: string } =>
      typeof search.date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(search.date) ? { date: search.date } : {},
    component: lazyRouteComponent(() => import('./routes/office/pay-day-page.tsx'), 'PayDayPage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/pay-runs/$id',
    component: lazyRouteComponent(() => import('./routes/office/pay-run-page.tsx'), 'PayRunPage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/payslips/$id',
    component: lazyRouteComponent(
      () => import('./routes/office/office-payslip-page.tsx'),
      'OfficePayslipPage',
    ),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/corrections',
    validateSearch: (search): { from?: string } =>
      typeof search.from === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(search.from) ? { from: search.from } : {},
    component: lazyRouteComponent(() => import('./routes/office/corrections-page.tsx'), 'CorrectionsPage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/fund',
    component: lazyRouteComponent(() => import('./routes/office/fund-page.tsx'), 'FundPage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/reinsurance',
    component: lazyRouteComponent(() => import('./routes/office/reinsurance-page.tsx'), 'ReinsurancePage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/funds',
    component: lazyRouteComponent(() => import('./routes/office/funds-page.tsx'), 'FundsPage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/invoices',
    component: lazyRouteComponent(() => import('./routes/office/invoices-page.tsx'), 'InvoicesPage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/deliveries',
    component: lazyRouteComponent(() => import('./routes/office/deliveries-page.tsx'), 'DeliveriesPage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/supplier-invoices',
    component: lazyRouteComponent(
      () => import('./routes/office/supplier-invoices-page.tsx'),
      'SupplierInvoicesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/mail',
    component: lazyRouteComponent(() => import('./routes/office/mail-page.tsx'), 'MailPage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/vat',
    validateSearch: vatSearch,
    component: lazyRouteComponent(() => import('./routes/office/vat-page.tsx'), 'VatPage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/declarations',
    component: lazyRouteComponent(() => import('./routes/office/declarations-page.tsx'), 'DeclarationsPage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/receipts',
    component: lazyRouteComponent(() => import('./routes/office/receipts-page.tsx'), 'ReceiptsPage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/returned-payments',
    component: lazyRouteComponent(
      () => import('./routes/office/returned-payments-page.tsx'),
      'ReturnedPaymentsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/direct-debits',
    component: lazyRouteComponent(() => import('./routes/office/direct-debits-page.tsx'), 'DirectDebitsPage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/imports',
    component: lazyRouteComponent(() => import('./routes/office/imports-page.tsx'), 'ImportsPage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/contracts',
    component: lazyRouteComponent(() => import('./routes/office/contracts-page.tsx'), 'ContractsPage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/contracts/$id',
    component: lazyRouteComponent(() => import('./routes/office/contract-page.tsx'), 'ContractPage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/validations',
    component: lazyRouteComponent(() => import('./routes/office/validations-page.tsx'), 'ValidationsPage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/clients',
    component: lazyRouteComponent(() => import('./routes/office/clients-page.tsx'), 'ClientsPage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/clients/$id/risk',
    component: lazyRouteComponent(() => import('./routes/office/client-risk-page.tsx'), 'ClientRiskPage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/late',
    component: lazyRouteComponent(() => import('./routes/office/late-page.tsx'), 'LatePage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/intercompany',
    component: lazyRouteComponent(() => import('./routes/office/intercompany-page.tsx'), 'IntercompanyPage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/close',
    component: lazyRouteComponent(() => import('./routes/office/close-page.tsx'), 'ClosePage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/equipment',
    component: lazyRouteComponent(() => import('./routes/office/equipment-page.tsx'), 'EquipmentPage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/internal-orders',
    component: lazyRouteComponent(
      () => import('./routes/office/internal-orders-page.tsx'),
      'InternalOrdersPage',
    ),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/wind-up',
    component: lazyRouteComponent(() => import('./routes/office/wind-up-page.tsx'), 'WindUpPage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/years',
    component: lazyRouteComponent(() => import('./routes/office/years-page.tsx'), 'YearsPage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/provisions',
    validateSearch: periodSearch,
    component: lazyRouteComponent(() => import('./routes/office/provisions-page.tsx'), 'ProvisionsPage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/trial-balance',
    validateSearch: periodSearch,
    component: lazyRouteComponent(() => import('./routes/office/trial-balance-page.tsx'), 'TrialBalancePage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/statements',
    validateSearch: periodSearch,
    component: lazyRouteComponent(() => import('./routes/office/statements-page.tsx'), 'StatementsPage'),
  }),
  createRoute({
    getParentRoute: () => office,
    path: '/trial-balance/$account',
    validateSearch: periodSearch,
    component: lazyRouteComponent(() => import('./routes/office/account-page.tsx'), 'AccountPage'),
  }),
] as const

const group = createRoute({
  getParentRoute: () => root,
  path: '/group',
  beforeLoad: async ({ context, location }) => {
    const who = await signedIn(context.client, location.href)
    if (portals(who).group.length === 0) throw redirect({ href: homeOf(who) })
  },
  component: lazyRouteComponent(() => import('./routes/group/group-portal.tsx'), 'GroupPortal'),
})
const groupPages = [
  createRoute({
    getParentRoute: () => group,
    path: '/',
    validateSearch: periodSearch,
    component: lazyRouteComponent(() => import('./routes/group/figures-page.tsx'), 'FiguresPage'),
  }),
  createRoute({
    getParentRoute: () => group,
    path: '/accounts/$account/$office',
    validateSearch: periodSearch,
    component: lazyRouteComponent(() => import('./routes/group/drill-page.tsx'), 'DrillPage'),
  }),
  createRoute({
    getParentRoute: () => group,
    path: '/accounts/$account',
    validateSearch: periodSearch,
    component: lazyRouteComponent(() => import('./routes/group/figure-page.tsx'), 'FigurePage'),
  }),
  createRoute({
    getParentRoute: () => group,
    path: '/comparison',
    validateSearch: periodSearch,
    component: lazyRouteComponent(() => import('./routes/group/comparison-page.tsx'), 'ComparisonPage'),
  }),
  createRoute({
    getParentRoute: () => group,
    path: '/adjustments',
    component: lazyRouteComponent(() => import('./routes/group/adjustments-page.tsx'), 'AdjustmentsPage'),
  }),
  createRoute({
    getParentRoute: () => group,
    path: '/months',
    component: lazyRouteComponent(() => import('./routes/group/months-page.tsx'), 'MonthsPage'),
  }),
  createRoute({
    getParentRoute: () => group,
    path: '/packs',
    component: lazyRouteComponent(() => import('./routes/group/packs-page.tsx'), 'PacksPage'),
  }),
] as const

const tree = root.addChildren([
  start,
  signIn,
  forgotten,
  choosePassword,
  account,
  offer,
  me.addChildren(mePages),
  office.addChildren(officePages),
  group.addChildren(groupPages),
])

export const createAppRouter = (client: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultErrorComponent: ErrorPage,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
