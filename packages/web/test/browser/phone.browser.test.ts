import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/i18n/languages.ts'
import { overflow } from './support/accessibility.ts'
import { launchBrowser } from './support/chromium.ts'
import { fixtureApp, serve } from './support/fixture-server.ts'
import { PAGES, settled, visit } from './support/pages.ts'

let browser: Browser
let server: Awaited<ReturnType<typeof serve>>
let phone: Page
/** What went wrong in a page without being seen, such as a text that is nowhere. */
const errors: string[] = []

beforeAll(async () => {
  server = await serve(fixtureApp())
  browser = await launchBrowser()
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
  '%s fits a phone in every language, and no text is missing',
  async (_, path) => {
    errors.length = 0
    await visit(server.address, phone, path)
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
