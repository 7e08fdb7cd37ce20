import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { accessibilityFaults } from './support/accessibility.ts'
import { launchBrowser } from './support/chromium.ts'
import { fixtureApp, serve } from './support/fixture-server.ts'

let browser: Browser
let server: Awaited<ReturnType<typeof serve>>
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  server = await serve(fixtureApp())
  const context = await browser.newContext({ locale: 'en', reducedMotion: 'reduce' })
  page = await context.newPage()
  page.setDefaultTimeout(60_000)
})
afterEach(async () => {
  await page.context().close()
  await server.close()
})

async function signedIn(path: string): Promise<void> {
  await page
    .context()
    .request.post(`${server.address}/v1/auth/sign-in/email`, { data: { password: 'right' } })
  await page.goto(server.address + path)
  await page.locator('h1').first().waitFor()
}

/** Presses Tab until what is wanted has the focus; fails when it cannot be reached. */
async function tabTo(name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    const text = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (name.test(text)) return
  }
  throw new Error(`Tab does not reach ${name}`)
}

test('a wrong password says so and keeps the address; the right one leads to where the visitor wanted to go', async () => {
  await page.goto(`${server.address}/me/jobs`)
  await page.getByLabel('E-mail address').fill('lotte@be.example')
  await page.getByLabel('Password').fill('wrong')
  await page.getByRole('button', { name: 'Sign in' }).click()
  expect(await page.getByRole('alert').textContent()).toContain(
    'The e-mail address or the password is not right',
  )
  expect(await page.getByLabel('E-mail address').inputValue()).toBe('lotte@be.example')
  await page.getByLabel('Password').fill('right')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Your jobs' }).waitFor()
})

test('a demo person comes in with one press', async () => {
  await page.goto(`${server.address}/sign-in`)
  await page.getByRole('button', { name: /An Claes/ }).click()
  await page
    .getByRole('heading', { name: 'Today’s wages' })
    .or(page.getByRole('heading', { name: "Today's wages" }))
    .waitFor()
})

test('typing another price changes the picture, the steps and the table alike', async () => {
  await signedIn('/me')
  const net = page.locator('.river.right .spot.net b')
  await net.waitFor()
  const before = await net.textContent()
  await page.getByLabel('Your price, without VAT').fill('2.500,00')
  await expect.poll(() => net.textContent(), { timeout: 60_000 }).not.toBe(before)
  const after = await net.textContent()
  expect(await page.locator('[data-step=net] b').textContent()).toBe(after)
  await page.getByText('Show as a table').click()
  expect(await page.getByRole('row', { name: /Net wage/ }).textContent()).toContain(after)
  expect(await page.locator('.river.right .spot.price b').textContent()).toBe('€2,500.00')
})

test('something that is no amount is said beside the field, and the picture stays', async () => {
  await signedIn('/me')
  await page.locator('.river.right .spot.net').waitFor()
  await page.getByLabel('Your price, without VAT').fill('about 500')
  await page.getByText('Write an amount such as').waitFor()
  expect(await page.locator('.river.right .spot.net').isVisible()).toBe(true)
})

test('a band of the picture opens its step: the lines, the rule with its figures, the law', async () => {
  await signedIn('/me')
  await page
    .locator('.river.right')
    .getByRole('button', { name: /Employer contributions/ })
    .click()
  const step = page.locator('[data-step=employer-contributions]')
  await step.getByText('Social security (NSSO), employer').waitFor()
  expect(await step.textContent()).toMatch(/The basic employer contribution is 24\.92% of €/)
  expect(await step.textContent()).toContain('Act of 27 June 1969')
  expect(await accessibilityFaults(page)).toEqual([])
})

test('a refused quote names the field and keeps every word that was typed', async () => {
  await signedIn('/me')
  await page.getByRole('button', { name: 'Make a quote' }).click()
  await page.getByLabel('What you will do').fill('Stage lights')
  await page.getByLabel("Client's name").fill('De Warande')
  await page.getByLabel('VAT number, if any').fill('BE0123')
  await page.getByRole('button', { name: 'Make the quote' }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.locator('.field', { hasText: 'VAT number' }).locator('.wrong').textContent()).toBe(
    'This VAT number fails its check digits.',
  )
  expect(await page.getByLabel('What you will do').inputValue()).toBe('Stage lights')
  expect(await accessibilityFaults(page)).toEqual([])
  await page.reload()
  await page.getByRole('button', { name: 'Make a quote' }).click()
  expect(await page.getByLabel("Client's name").inputValue()).toBe('De Warande')
})

test('a pay run is approved with the keyboard alone', async () => {
  await signedIn('/office/be')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content')
  await page.keyboard.press('Enter')
  await tabTo(/Check and approve/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /Pay run of/ }).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  await tabTo(/^Approve…$/)
  await page.keyboard.press('Enter')
  await page.getByRole('alertdialog', { name: 'Approve this pay run?' }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Approve')
  await page.keyboard.press('Enter')
  await page.getByText('Approved. Posting writes it to the ledger').waitFor()
  expect(await page.getByRole('status').filter({ hasText: 'Approved' }).textContent()).toContain(
    'can be posted',
  )
})

test('a correction shows what changed and why before it is prepared, and then waits for a second person', async () => {
  await signedIn('/office/be/corrections')
  const line = page.getByRole('listitem').filter({ hasText: 'Low wages keep more' })
  await line.waitFor()
  expect(await line.textContent()).toContain('€0.00 before, −€14.67 now')
  const authority = page.getByRole('row', { name: /onss/ })
  expect(await authority.textContent()).toContain('−€11.44')
  await page.getByLabel('Payslips for days from').fill('2026-09-01')
  await page.getByText('The law says what was paid').waitFor()
  await page.getByLabel('Payslips for days from').fill('2026-01-01')
  await page.getByRole('button', { name: 'Prepare the correction' }).click()
  await page.getByRole('heading', { level: 1, name: /^Correction of/ }).waitFor()
  await page.getByRole('button', { name: 'Approve…' }).click()
  const asked = page.getByRole('alertdialog')
  await asked.getByText('€13.25 is paid to workers, €2.82 stands as claims').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
})

test('a claim on a worker is forgone only with a reason', async () => {
  await signedIn('/office/be/corrections')
  await page.getByRole('button', { name: 'Let them keep it… Amadou Diallo, €2.82' }).click()
  const decide = page.getByRole('button', { name: 'Let them keep it', exact: true })
  expect(await decide.isDisabled()).toBe(true)
  await page.getByLabel('Why').fill('Our own mistake')
  expect(await accessibilityFaults(page)).toEqual([])
  await decide.click()
  await page.getByText('Decided: a fund bears it.').first().waitFor()
  await page.getByRole('table', { name: 'Open claims on workers' }).waitFor({ state: 'detached' })
})

test('a receipt finds its invoice: the one of the same amount stands first', async () => {
  await signedIn('/office/be/receipts')
  await page.getByRole('button', { name: /^Match .* from NV DE WARANDE/ }).click()
  const first = page.getByRole('option').first()
  expect(await first.textContent()).toContain('€1,272.00')
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await page.getByRole('button', { name: 'Match', exact: true }).last().isDisabled()).toBe(true)
  await first.click()
  expect(await page.getByRole('button', { name: 'Match', exact: true }).last().isDisabled()).toBe(false)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

test('suggestions are accepted one after the other with one key, and say why they are made', async () => {
  await signedIn('/office/be/receipts')
  await page.getByText('Why?').first().click()
  await page
    .getByText('Somebody gave money from this account to the client: BE71096123456769')
    .first()
    .waitFor()
  await page.getByText('Rules and remembered payers').click()
  await page.getByRole('button', { name: 'Take away the rule “stad gent cultuur”' }).waitFor()
  await page.getByRole('button', { name: 'Forget BE71096123456769' }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('button', { name: /^Accept: €1,272.00 from NV DE WARANDE/ }).focus()
  await page.keyboard.press('Enter')
  const next = page.getByRole('button', { name: /^Accept: .* from UMEDIA PROD/ })
  await page.getByText('NV DE WARANDE', { exact: true }).waitFor({ state: 'detached' })
  await expect.poll(() => next.evaluate((one) => one === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByText('UMEDIA PROD', { exact: true }).waitFor({ state: 'detached' })
})

test('an imported file reports its refused line by line, field and reason', async () => {
  await signedIn('/office/be/imports')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'jobs.csv', mimeType: 'text/csv', buffer: Buffer.from('reference\n') })
  await page
    .getByRole('region', { name: 'jobs.csv' })
    .getByText('an amount has at most two decimals')
    .waitFor()
  expect(await page.getByRole('row', { name: /fee/ }).textContent()).toMatch(/7/)
  expect(await accessibilityFaults(page)).toEqual([])
})

test('a server out of reach is said plainly, and trying again helps', async () => {
  await signedIn('/me/jobs')
  await page.route('**/v1/offices/be/me/payslips*', (route) => route.abort())
  await page.getByRole('link', { name: 'Payslips' }).click()
  await page.getByText('The server cannot be reached').waitFor()
  await page.unroute('**/v1/offices/be/me/payslips*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('table').first().waitFor()
})

test('the language changes everything at once, and is remembered', async () => {
  await signedIn('/me')
  await page.getByRole('button', { name: /Language/ }).click()
  await page.getByRole('option', { name: 'Nederlands' }).click()
  await page.getByRole('heading', { name: 'Bepaal uw prijs' }).waitFor()
  expect(await page.locator('.river.right .spot.price b').textContent()).toMatch(/^€\s1\.000,00$/)
  await page.reload()
  await page.getByRole('heading', { name: 'Bepaal uw prijs' }).waitFor()
  expect(await page.title()).toBe('Bepaal uw prijs · Samen')
})

test('a browser whose language the screens do not speak shows the first of the office’s', async () => {
  const context = await browser.newContext({ locale: 'pl' })
  const visitor = await context.newPage()
  await visitor.goto(`${server.address}/sign-in`)
  await visitor.getByRole('heading', { name: 'Sign in' }).waitFor()
  await context.request.post(`${server.address}/v1/auth/sign-in/email`, { data: { password: 'right' } })
  await visitor.goto(`${server.address}/me`)
  await visitor.getByRole('heading', { name: 'Fixez votre prix' }).waitFor()
  expect(await visitor.locator('html').getAttribute('lang')).toBe('fr')
  await context.close()
})

test('what a country and the server say in English in a Hungarian page is marked as English', async () => {
  const context = await browser.newContext({ locale: 'hu-HU', reducedMotion: 'reduce' })
  const reader = await context.newPage()
  await context.request.post(`${server.address}/v1/auth/sign-in/email`, { data: { password: 'right' } })
  await reader.goto(`${server.address}/me/payslips/one`)
  await reader.getByRole('heading', { name: 'Levont járulékok' }).waitFor()
  const line = reader.getByText('Social security (NSSO), personal').first()
  expect(await line.getAttribute('lang')).toBe('en')
  await reader.goto(`${server.address}/me`)
  await reader.getByRole('button', { name: 'Árajánlat készítése' }).click()
  await reader.getByLabel('Mit fogsz csinálni').fill('Koncert')
  await reader.getByLabel('Az ügyfél neve').fill('Proefhuis')
  await reader.getByRole('button', { name: 'Ajánlat elkészítése' }).click()
  const problem = reader.getByRole('alert')
  await problem.getByText('Egy mező hiányzik vagy hibás').waitFor()
  expect(await reader.getByText('This VAT number fails its check digits.').first().getAttribute('lang')).toBe(
    'en',
  )
  expect(await accessibilityFaults(reader)).toEqual([])
  await context.close()
})

test('a figure of the group leads to the office’s own accounts and back', async () => {
  await signedIn('/group?period=2026-10')
  await page.getByRole('link', { name: /Social contributions payable, Belgium/ }).click()
  await page.getByRole('row', { name: /454000/ }).waitFor()
  await page.getByRole('link', { name: 'Back to the figures' }).click()
  await page.getByText('October 2026').first().waitFor()
})

test('a rule that is not a hundred percent cannot be tried; one that is shows what it would have done', async () => {
  await signedIn('/office/be/funds')
  const guarantee = page.getByLabel('Wage guarantee fund, percent')
  const tryIt = page.getByRole('button', { name: 'Try it' })
  await guarantee.fill('70')
  await page.getByText('Together 110 %').waitFor()
  expect(await tryIt.isDisabled()).toBe(true)
  await guarantee.fill('60')
  await guarantee.press('Enter')
  await page.getByText('4120 levies').waitFor()
  const row = page.getByRole('row', { name: /Development fund/ }).filter({ hasText: '−€100,000.00' })
  await row.waitFor()
  await page.getByText('€12,500.00 from Wage guarantee fund to Training fund').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
})
