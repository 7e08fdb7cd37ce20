import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityFaults } from './support/accessibility.ts'
import { launchBrowser } from './support/chromium.ts'
import { startSamen } from './support/real-server.ts'

/** The day the demo federation plays. */
const DEMO_DAY = '2026-11-23'

let samen: Awaited<ReturnType<typeof startSamen>>
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
  samen = await startSamen({ date: DEMO_DAY, offices: 'be,fr,hu' })
})
afterAll(async () => {
  await browser?.close()
  await samen?.stop()
})

/** A fresh browser, signed in by one press on the sign-in page. */
async function as(name: RegExp): Promise<Page> {
  const context = await browser.newContext({ locale: 'en', reducedMotion: 'reduce', acceptDownloads: true })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await page.goto(`${samen.address}/sign-in`)
  await page.getByRole('button', { name }).click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  return page
}

/** Every text filled in: no key and no empty place shows. */
async function readsWell(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.locator('.skeleton').first().waitFor({ state: 'detached' })
  // biome-ignore lint/performance/useDomNodeTextContent: words as they stand apart on the screen
  expect(await page.locator('body').innerText()).not.toMatch(/\{\{|\brules\.|\blines\.|\bearnings\./)
  expect(await accessibilityFaults(page)).toEqual([])
}

test('a member sees the way from her price to her net wage, and makes a quote that becomes a job', async () => {
  const page = await as(/Garance Rivebelle/)
  const net = page.locator('.river.right .spot.net b')
  await net.waitFor()
  const before = await net.textContent()
  await page.getByLabel('Your price, without VAT').fill('1450')
  await expect.poll(() => net.textContent()).not.toBe(before)
  for (const step of ['employer-contributions', 'gross', 'employee-contributions', 'wage-tax']) {
    await page.locator(`[data-step=${step}] .way-step`).click()
    expect(await page.locator(`[data-step=${step}] cite`).first().textContent()).not.toBe('')
    await readsWell(page)
  }
  await page.getByRole('button', { name: 'Make a quote' }).click()
  await page.getByLabel('What you will do').fill('Portrait of a bridge keeper')
  await page.getByLabel("Client's name").fill('Brugwachtershuis')
  await page.getByRole('button', { name: 'Make the quote' }).click()
  const job = page.getByRole('listitem').filter({ hasText: 'Portrait of a bridge keeper' })
  await job.waitFor()
  expect(await job.textContent()).toContain('€1,450.00')
  await job.getByRole('button', { name: /Client has accepted/ }).click()
  await job.getByText('Ordered').waitFor()
  await readsWell(page)
  await page.context().close()
})

test('a member reads a payslip down to the law, and sees the pool she co-owns', async () => {
  const page = await as(/Ondine Vauclaire/)
  await page.getByRole('link', { name: 'Payslips' }).click()
  await page.getByRole('table').first().getByRole('link').first().click()
  await page.getByText('Computed with the rules of version').waitFor()
  expect(await page.locator('cite').count()).toBeGreaterThan(3)
  await readsWell(page)
  await page.getByRole('link', { name: 'The pool' }).click()
  await page.getByRole('heading', { name: 'In and out, month by month' }).waitFor()
  await readsWell(page)
  await page.context().close()
})

test('one person prepares the pay run, only a second one approves it, and it is posted with its payment file', async () => {
  const staff = await as(/Veerle Korenaert/)
  await staff.goto(`${samen.address}/office/be?date=${DEMO_DAY}`)
  await readsWell(staff)
  await staff.getByRole('button', { name: 'Compute the pay run' }).click()
  await staff.getByRole('heading', { level: 1, name: 'Pay run of 23 November 2026' }).waitFor()
  await staff.getByText('Somebody else with the right to approve must look at it.').waitFor()
  expect(await staff.getByRole('button', { name: 'Approve…' }).count()).toBe(0)
  const address = staff.url()
  await staff.context().close()

  const approver = await as(/Basile Fontbrune/)
  await approver.goto(address)
  await approver.getByRole('button', { name: 'Approve…' }).focus()
  await approver.keyboard.press('Enter')
  await approver.getByRole('alertdialog').waitFor()
  await approver.keyboard.press('Enter')
  await approver.getByRole('button', { name: 'Post the run' }).click()
  await approver.getByText('Posted. Give the payment file to the bank.').waitFor()
  await readsWell(approver)
  const file = await approver.request.get(
    new URL(
      (await approver.getByRole('link', { name: 'Download pain.001' }).getAttribute('href')) ?? '',
      samen.address,
    ).href,
  )
  expect(file.ok()).toBe(true)
  expect(await file.text()).toContain('urn:iso:std:iso:20022:tech:xsd:pain.001.001.09')
  await approver.context().close()
})

test('a Hungarian office reads in whole forints, and her way to the net wage begins with a price in them', async () => {
  const member = await as(/Csillaghegyi Boglárka/)
  await member.locator('.river.right .spot.net b').waitFor()
  expect(await member.locator('.river.right .spot.price b').textContent()).toMatch(/^Ft\s250,000$/)
  await readsWell(member)
  await member.context().close()
  const staff = await as(/Rozmaringos Botond/)
  await staff.goto(`${samen.address}/office/hu?date=${DEMO_DAY}`)
  await staff.getByRole('button', { name: 'Compute the pay run' }).waitFor()
  await readsWell(staff)
  // biome-ignore lint/performance/useDomNodeTextContent: words as they stand apart on the screen
  const text = await staff.locator('main').innerText()
  expect(text).toMatch(/Ft\s[\d,]+(?!\.)/)
  expect(text).not.toMatch(/€|HUF|\d\.\d\d\b/)
  await staff.context().close()
})

test('the office’s pages stand on its real books', async () => {
  const page = await as(/Basile Fontbrune/)
  const visits: [string, string][] = [
    ['Guarantee fund', 'Advanced, by client'],
    ['Unmatched receipts', 'Match'],
    ['Clients', 'Advanced'],
    ['Contracts', 'Wage by'],
    ['Corrections', 'The law says what was paid'],
    ['Trial balance', 'Total'],
    ['Close a month', 'Closed months'],
  ]
  for (const [link, text] of visits) {
    await page.getByRole('navigation', { name: 'Office' }).getByRole('link', { name: link }).click()
    await page.getByText(text, { exact: true }).first().waitFor()
    await readsWell(page)
  }
  await page.context().close()
})

test('the group sees its figures by country and goes down to an office’s account', async () => {
  const page = await as(/Tijl Molenwater/)
  await page.getByText('Wages by country and sector').first().waitFor()
  await readsWell(page)
  await page
    .getByRole('row', { name: /Gross wages/ })
    .getByRole('link')
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: 'Gross wages' }).waitFor()
  await page.getByRole('table').first().waitFor()
  await readsWell(page)
  await page.getByRole('link', { name: 'Packs received' }).click()
  await page.getByRole('table').first().waitFor()
  await readsWell(page)
  await page.context().close()
})
