import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityFaults } from './support/accessibility.ts'
import { launchBrowser } from './support/chromium.ts'
import { fixtureApp, serve } from './support/fixture-server.ts'
import { PAGES, visit } from './support/pages.ts'

let browser: Browser
let server: Awaited<ReturnType<typeof serve>>
let desk: Page

beforeAll(async () => {
  server = await serve(fixtureApp())
  browser = await launchBrowser()
  desk = await (await browser.newContext({ reducedMotion: 'reduce', locale: 'en' })).newPage()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

test.each(Object.entries(PAGES))(
  '%s has nothing a screen reader or a weak eye stumbles over, in light and in dark',
  async (_, path) => {
    await visit(server.address, desk, path)
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
