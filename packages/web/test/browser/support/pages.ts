import type { Page } from 'playwright-core'

/** Every page and its address, as the fixtures fill them. */
export const PAGES: Record<string, string> = {
  'the sign-in page': '/sign-in',
  'price to net': '/me',
  jobs: '/me/jobs',
  'a new quote': '/me/quotes/new',
  'a quote': '/me/quotes/one',
  'an offer to a client': '/q/be/token',
  payslips: '/me/payslips',
  'a payslip': '/me/payslips/one',
  purchases: '/me/purchases',
  'internal orders of a member': '/me/internal-orders',
  'the pool': '/me/pool',
  'pay day': '/office/be',
  'a pay run': '/office/be/pay-runs/run-1',
  'a payslip at the office': '/office/be/payslips/one',
  corrections: '/office/be/corrections',
  'a correction on its way': '/office/be/pay-runs/run-c',
  'a delta payslip': '/office/be/payslips/corrected',
  'the guarantee fund': '/office/be/fund',
  'funds and rules': '/office/be/funds',
  'supplier invoices': '/office/be/supplier-invoices',
  'sending invoices': '/office/be/deliveries',
  'unmatched receipts': '/office/be/receipts',
  'returned wages': '/office/be/returned-payments',
  'direct debits': '/office/be/direct-debits',
  imports: '/office/be/imports',
  contracts: '/office/be/contracts',
  'a contract': '/office/be/contracts/one',
  validations: '/office/be/validations',
  invoices: '/office/be/invoices',
  clients: '/office/be/clients',
  'late payers': '/office/be/late',
  'a client’s risk': '/office/be/clients/c1/risk',
  'closing a month': '/office/be/close',
  'equipment and loans': '/office/be/equipment',
  'internal orders': '/office/be/internal-orders',
  'provisions and accruals': '/office/be/provisions',
  reinsurance: '/office/be/reinsurance',
  'fiscal years': '/office/be/years',
  'winding up': '/office/be/wind-up',
  'the trial balance': '/office/be/trial-balance',
  'financial statements': '/office/be/statements',
  declarations: '/office/be/declarations',
  'the VAT return': '/office/be/vat?period=2026-10',
  'the one-stop shop': '/office/be/vat?period=2026-Q3&form=one-stop-shop',
  'an account': '/office/be/trial-balance/bank',
  'consolidated figures': '/group',
  'an account of an office': '/group/accounts/G2300/be',
  'an account in another currency': '/group/accounts/G2300/hu',
  'a figure of the group': '/group/accounts/G2300',
  'months compared': '/group/comparison',
  'adjustments of the group': '/group/adjustments',
  'balances between offices': '/office/be/intercompany',
  'months of the group': '/group/months',
  'packs received': '/group/packs',
  'an address without a page': '/nowhere',
}

/** Opens a page of the server as somebody who has signed in; the sign-in page as a stranger. */
export async function visit(address: string, page: Page, path: string): Promise<void> {
  const sign = path === '/sign-in' ? 'sign-out' : 'sign-in/email'
  await page.request.post(`${address}/v1/auth/${sign}`, { data: { password: 'right' } })
  await page.goto(address + path)
  await settled(page)
}

/** Until the page has its head and nothing is loading any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.locator('.skeleton').first().waitFor({ state: 'detached' })
}
