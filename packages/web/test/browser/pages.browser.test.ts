import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/i18n/languages.ts'
import { accessibilityFaults, overflow } from './support/accessibility.ts'
import { launchBrowser } from './support/chromium.ts'
import { buildApp, fixtureApp, serve } from './support/fixture-server.ts'

const PAGES: Record<string, string> = {
  'the sign-in page': '/sign-in',
  'price to net': '/me',
  jobs: '/me/jobs',
  'a new quote': '/me/quotes/new',
  'a quote': '/me/quotes/one',
  'an offer to a client': '/q/be/token',
  payslips: '/me/payslips',
  'a payslip': '/me/payslips/one',
  'the pool': '/me/pool',
  'pay day': '/office/be',
  'a pay run': '/office/be/pay-runs/run-1',
  'a payslip at the office': '/office/be/payslips/one',
  corrections: '/office/be/corrections',
  'a correction on its way': '/office/be/pay-runs/run-c',
  'a delta payslip': '/office/be/payslips/corrected',
  'the guarantee fund': '/office/be/fund',
  'funds and rules': '/office/be/funds',
  'unmatched receipts': '/office/be/receipts',
  'returned wages': '/office/be/returned-payments',
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
  'provisions and accruals': '/office/be/provisions',
  'the trial balance': '/office/be/trial-balance',
  'financial statements': '/office/be/statements',
  'the VAT return': '/office/be/vat?period=2026-10',
  'an account': '/office/be/trial-balance/bank',
  'consolidated figures': '/group',
  'an account of an office': '/group/accounts/G2300/be',
  'an account in another currency': '/group/accounts/G2300/hu',
  'a figure of the group': '/group/accounts/G2300',
  'months compared': '/group/comparison',
  'adjustments of the group': '/group/adjustments',
  'balances between offices': '/office/be/intercompany',
  'packs received': '/group/packs',
  'an address without a page': '/nowhere',
}

let browser: Browser
let server: Awaited<ReturnType<typeof serve>>
let desk: Page
let phone: Page
/** What went wrong in a page without being seen, such as a text that is nowhere. */
const errors: string[] = []

beforeAll(async () => {
  await buildApp()
  server = await serve(fixtureApp())
  browser = await launchBrowser()
  desk = await (await browser.newContext({ reducedMotion: 'reduce', locale: 'en' })).newPage()
  const phoneContext = await browser.newContext({
    viewport: { width: 375, height: 812 },
    isMobile: true,
    hasTouch: true,
    reducedMotion: 'reduce',
    locale: 'en',
  })
  phone = await phoneContext.newPage()
  phone.on('pageerror', ({ message }) => errors.push(message))
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

async function visit(page: Page, path: string): Promise<void> {
  const sign = path === '/sign-in' ? 'sign-out' : 'sign-in/email'
  await page.request.post(`${server.address}/v1/auth/${sign}`, { data: { password: 'right' } })
  await page.goto(server.address + path)
  await settled(page)
}

/** Until the page has its head and nothing is loading any more. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.locator('.skeleton').first().waitFor({ state: 'detached' })
}

/** Chooses a language as the reader does; an address without a page has no menu. */
async function speak(page: Page, { code, name }: (typeof LANGUAGES)[number]): Promise<void> {
  const menu = page.locator('.language-button')
  if ((await menu.count()) > 0) {
    await menu.click()
    await page.getByRole('option', { name }).click()
  } else {
    await page.evaluate((chosen) => localStorage.setItem('samen.language', chosen), code)
    await page.reload()
  }
  await page.locator(`html[lang=${code}]`).waitFor()
  await settled(page)
}

test.each(Object.entries(PAGES))(
  '%s has nothing a screen reader or a weak eye stumbles over, in light and in dark',
  async (_, path) => {
    await visit(desk, path)
    for (const colorScheme of ['light', 'dark'] as const) {
      await desk.emulateMedia({ colorScheme })
      // Colours glide; what axe reads on the way is nobody's colour.
      await desk.evaluate(() =>
        Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))),
      )
      await desk.waitForTimeout(250)
      expect(await accessibilityFaults(desk), colorScheme).toEqual([])
    }
    expect(await desk.locator('h1').count()).toBe(1)
  },
)

test.each(Object.entries(PAGES))(
  '%s fits a phone in every language, and no text is missing',
  async (_, path) => {
    errors.length = 0
    await visit(phone, path)
    for (const language of LANGUAGES) {
      await speak(phone, language)
      expect(await overflow(phone), language.name).toBe(0)
      // A key without a text shows as itself: words joined by points.
      const keys =
        // biome-ignore lint/performance/useDomNodeTextContent: words as they stand apart on the screen
        (await phone.locator('body').innerText()).match(/\b[a-z]+\.[a-zA-Z.-]{3,}\b(?!\S*@)/g) ?? []
      expect(keys, language.name).toEqual([])
      expect(errors, language.name).toEqual([])
    }
  },
)
