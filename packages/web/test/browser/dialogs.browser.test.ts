import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityFaults } from './support/accessibility.ts'
import { launchBrowser } from './support/chromium.ts'
import { fixtureApp, serve } from './support/fixture-server.ts'
import { visit } from './support/pages.ts'

let browser: Browser
let server: Awaited<ReturnType<typeof serve>>
let page: Page

beforeAll(async () => {
  server = await serve(fixtureApp())
  browser = await launchBrowser()
  const phone = { width: 390, height: 844 }
  page = await (
    await browser.newContext({ reducedMotion: 'reduce', locale: 'en', viewport: phone })
  ).newPage()
  page.setDefaultTimeout(30_000)
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** The dialog fits a phone, a screen reader can use it, and closing it gives the focus back to what opened it. */
async function lookAndLeave(opener: string): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([])
  const overflow = await page
    .getByRole('dialog')
    .evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(opener)
}

test('an assembly’s decision is filled in on a phone, and a refusal stands at its field', async () => {
  const opener = 'Write down a decision on a result'
  await visit(server.address, page, '/office/be/years')
  await page.getByRole('button', { name: opener }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Amount to the reserves' }).fill('1.2.3')
  expect(await dialog.getByText('Write an amount such as 1,250 or 1250.50').isVisible()).toBe(true)
  await dialog.getByRole('textbox', { name: 'Amount to the reserves' }).fill('15 000,00')
  await dialog.getByRole('textbox', { name: 'Where the minutes say so' }).fill('p. 4')
  await dialog.getByRole('button', { name: 'Write down' }).click()
  const minutes = dialog.getByRole('textbox', { name: 'Where the minutes say so' })
  await dialog.getByRole('alert').waitFor()
  expect(await minutes.getAttribute('aria-invalid')).toBe('true')
  await lookAndLeave(opener)
})

test('a treaty is filled in on a phone, and a refusal stands at its field', async () => {
  await visit(server.address, page, '/office/be/reinsurance')
  await page.getByRole('button', { name: 'Write down a treaty' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'The other office' }).fill('be')
  await dialog.getByRole('textbox', { name: 'Kept of each loss' }).fill('2000')
  await dialog.getByRole('textbox', { name: 'Kept of each year besides' }).fill('0')
  await dialog.getByRole('textbox', { name: 'Share of the rest' }).fill('80')
  await dialog.getByRole('textbox', { name: 'Premium' }).fill('2,5')
  await dialog.getByRole('button', { name: 'Write down' }).click()
  await dialog.getByRole('alert').waitFor()
  expect(await dialog.getByRole('textbox', { name: 'The other office' }).getAttribute('aria-invalid')).toBe(
    'true',
  )
  await lookAndLeave('Write down a treaty')
})

test('a loan is filled in on a phone', async () => {
  await visit(server.address, page, '/office/be/equipment')
  const opener = (await page.getByRole('button', { name: 'Lend' }).first().textContent()) ?? ''
  await page.getByRole('button', { name: 'Lend' }).first().click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Amount' }).fill('abc')
  await lookAndLeave(opener)
})

test('two clients are merged on a phone only after what both have was seen, and a number that differs was explained', async () => {
  const opener = 'Merge another client into this one'
  await visit(server.address, page, '/office/be/clients/c1/risk')
  await page.getByRole('button', { name: opener }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'The client that ends' }).click()
  await page.getByRole('option', { name: 'Verbeelding vzw, BE' }).click()
  await dialog.getByText('850.00').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  const confirm = dialog.getByRole('button', { name: 'Merge for good' })
  await dialog
    .getByRole('textbox', { name: 'How you know that they are one client' })
    .fill('Their own letter')
  expect(await confirm.isDisabled()).toBe(true)
  await dialog.getByRole('checkbox').check()
  const asked = page.waitForRequest((request) => request.method() === 'POST')
  await confirm.click()
  expect((await asked).postDataJSON()).toEqual({
    ...{ clientId: 'c8', numberChanged: true, reason: 'Their own letter' },
  })
  await dialog.waitFor({ state: 'detached' })
})
