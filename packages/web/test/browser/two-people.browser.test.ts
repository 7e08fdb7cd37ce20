import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smtpDouble } from '../../../api/test/support/smtp-double.ts'
import { accessibilityFaults } from './support/accessibility.ts'
import { launchBrowser } from './support/chromium.ts'
import { settled } from './support/pages.ts'
import { startSamen } from './support/real-server.ts'

let mails: Awaited<ReturnType<typeof smtpDouble>>
let samen: Awaited<ReturnType<typeof startSamen>>
let browser: Browser
/** One browser for each person who has signed in. */
const pages = new Map<string, Page>()

beforeAll(async () => {
  browser = await launchBrowser()
  mails = await smtpDouble()
  samen = await startSamen({ offices: 'nl', env: { SAMEN_SMTP_URL: mails.url } })
})
afterAll(async () => {
  await browser?.close()
  await samen?.stop()
  await mails?.[Symbol.asyncDispose]()
})

/** A page of the program, as a person of the demo sees it. */
async function as(name: string, path: string): Promise<Page> {
  const page = pages.get(name) ?? (await stranger())
  if (!pages.has(name)) {
    expect(await signIn(page, `${name}@demo.samen.example`, 'samen-demo-2026')).toBe(true)
    pages.set(name, page)
  }
  await page.goto(samen.address + path)
  await settled(page)
  return page
}

async function stranger(): Promise<Page> {
  const context = await browser.newContext({ locale: 'en', reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  return page
}

async function signIn(page: Page, email: string, password: string): Promise<boolean> {
  const data = { email, password }
  return (await page.request.post(`${samen.address}/v1/auth/sign-in/email`, { data })).ok()
}

/** A day some months from now, on the fifteenth. */
function monthsFromNow(months: number): string {
  const now = new Date()
  return new Date(Date.UTC(now.getFullYear(), now.getMonth() + months, 15)).toISOString().slice(0, 10)
}

test('a loan is asked for by one person and lent by another; what cannot be is said at its field', async () => {
  const asking = await as('rutger', '/office/nl/equipment')
  await asking.getByRole('button', { name: 'Lend…' }).click()
  const dialog = asking.getByRole('dialog', { name: 'Lend' })
  await dialog.getByRole('button', { name: 'Activity' }).click()
  await asking.getByRole('option').first().click()
  await dialog.getByRole('button', { name: 'Lender' }).click()
  await asking.getByRole('option', { name: 'Development fund' }).click()
  await dialog.getByLabel('Purpose').fill('A van for the lights')
  await dialog.getByLabel('Amount').fill('1.200,0x')
  await dialog.getByText('Write an amount such as').waitFor()
  await dialog.getByLabel('Amount').fill('1.200,00')
  await dialog.getByLabel('Interest a year').fill('2,5')
  await dialog.getByLabel('First instalment').fill(monthsFromNow(2).replace(/15$/, '29'))
  await dialog.getByRole('button', { name: 'Ask for approval' }).click()
  await dialog.getByText('up to the 28th of a month, written').first().waitFor()
  expect(await accessibilityFaults(asking)).toEqual([])
  await dialog.getByLabel('First instalment').fill(monthsFromNow(2))
  await dialog.getByRole('button', { name: 'Ask for approval' }).click()
  const loan = (page: Page) => page.getByRole('row', { name: /A van for the lights/ })
  await loan(asking).getByText('waits for a second person').waitFor()
  expect(
    await loan(asking)
      .getByRole('button', { name: /^Approve/ })
      .count(),
  ).toBe(0)
  const lending = await as('marijke', '/office/nl/equipment')
  await loan(lending)
    .getByRole('button', { name: /^Approve/ })
    .click()
  await lending.getByText('Lent: A van for the lights.').waitFor()
  expect(await loan(lending).textContent()).toContain('€1,200.00')
})

test('a rule of the funds is tried before it is written, and what is written is what was tried', async () => {
  const page = await as('rutger', '/office/nl/funds')
  await page.getByLabel('Wage guarantee fund, percent').fill('40')
  await page.getByText('The shares must be 100 % together.').waitFor()
  await page.getByLabel('Training fund, percent').fill('20')
  await page.getByText('Floors and caps').click()
  await page.getByLabel('Wage guarantee fund: at least available').fill('5000')
  await page.getByLabel('Wage guarantee fund: at most available').fill('400')
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.getByText('A cap is not under its floor.').first().waitFor()
  await page.getByLabel('Wage guarantee fund: at most available').fill('')
  await page.getByRole('button', { name: 'Try it' }).click()
  await page
    .getByRole('row', { name: /Training fund/ })
    .last()
    .waitFor()
  await page.getByLabel('It takes force on').fill(monthsFromNow(1))
  await page.getByLabel('Solidarity fund, percent').fill('10,0')
  await page.getByRole('button', { name: 'Write this rule' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.getByRole('button', { name: 'Write this rule' }).click()
  const coming = page.getByRole('table', { name: 'Rules to come' })
  await coming.getByText('Wage guarantee fund: at least available €5,000.00').waitFor()
  expect(await coming.textContent()).toContain('Wage guarantee fund 40%')
  expect(await accessibilityFaults(page)).toEqual([])
})

test('a transfer between funds that one person writes down is posted by another', async () => {
  const writing = await as('rutger', '/office/nl/funds')
  await writing.getByRole('button', { name: /From the fund/ }).click()
  await writing.getByRole('option', { name: 'Wage guarantee fund' }).click()
  await writing.getByRole('button', { name: /To the fund/ }).click()
  await writing.getByRole('option', { name: 'Training fund' }).click()
  await writing.getByLabel('Amount').fill('100')
  await writing.getByLabel('Where the minutes say so').fill('p. 3')
  await writing.getByRole('button', { name: 'Write down' }).click()
  const transfer = (page: Page) => page.getByRole('row', { name: /€100.00 from Wage guarantee fund/ })
  await transfer(writing).getByText('Waits for a second person').waitFor()
  expect(
    await transfer(writing)
      .getByRole('button', { name: /^Approve/ })
      .count(),
  ).toBe(0)
  const approving = await as('marijke', '/office/nl/funds')
  await transfer(approving)
    .getByRole('button', { name: /^Approve/ })
    .click()
  await transfer(approving).getByText('Posted').waitFor()
})

test('an adjustment of the group counts once another person has approved it', async () => {
  const proposing = await as('tijl', '/group/adjustments')
  await proposing.getByRole('button', { name: 'Propose an adjustment' }).click()
  const dialog = proposing.getByRole('dialog')
  await dialog.getByLabel('What it is').fill('Audit of the year')
  await dialog.getByLabel('Why').fill('Its invoice comes in spring')
  await dialog.getByRole('button', { name: /Debit/ }).click()
  await proposing.getByRole('option', { name: /Loans to activities/ }).click()
  await dialog.getByRole('button', { name: /Credit/ }).click()
  await proposing.getByRole('option', { name: /Bank/ }).click()
  await dialog.getByLabel('Amount').fill('1 200')
  await dialog.getByRole('button', { name: 'Propose an adjustment' }).click()
  const entry = (page: Page) => page.getByRole('row', { name: /Audit of the year/ })
  await entry(proposing).getByText('Tijl Molenwater').waitFor()
  expect(
    await entry(proposing)
      .getByRole('button', { name: /^Approve/ })
      .count(),
  ).toBe(0)
  const approving = await as('ghislaine', '/group/adjustments')
  await entry(approving)
    .getByRole('button', { name: /^Approve/ })
    .click()
  await entry(approving).getByText('Tijl Molenwater → Ghislaine Pontneuf').waitFor()
  expect(await accessibilityFaults(approving)).toEqual([])
})

test('a month is locked and unlocked by one person, and a closed one opened again by two', async () => {
  const page = await as('rutger', '/office/nl/close')
  const because = async (button: RegExp, reason: string) => {
    await page.getByRole('button', { name: button }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Reason').fill(reason)
    await dialog.getByRole('button').last().click()
    await dialog.waitFor({ state: 'detached' })
  }
  await because(/^Lock…/, 'Everything is in')
  await page.getByText('locked for all but corrections').waitFor()
  await because(/^Unlock…/, 'One invoice was forgotten')
  await page.getByRole('button', { name: /^Lock…/ }).waitFor()
  await because(/^Ask to reopen/, 'An invoice of another client')
  await page.getByText('Another person than the one who asked decides.').waitFor()
  // What was pressed is gone; the focus is at the page's head.
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  expect(await page.getByRole('button', { name: /^Reopen/ }).count()).toBe(0)
  const second = await as('marijke', '/office/nl/close')
  await second.getByText('An invoice of another client').waitFor()
  await second.getByRole('button', { name: /^Reopen/ }).click()
  await second.getByText(/is open again/).waitFor()
})

test('an invitation, a link for a forgotten password and an invoice leave by mail; a link works once', async () => {
  const page = await as('rutger', '/office/nl/mail')
  await page.getByRole('button', { name: 'Change the sender' }).click()
  const sender = page.getByRole('dialog')
  await sender.getByLabel('Address of the sender').fill('no address')
  await sender.getByRole('button', { name: 'Save' }).click()
  await sender.getByText('Not an e-mail address.').first().waitFor()
  await sender.getByLabel('Address of the sender').fill('office@samen-testland.eu')
  // News of wages waits in hundreds.
  await sender.getByLabel('Messages a minute, at most').fill('600')
  await sender.getByRole('button', { name: 'Save' }).click()
  await sender.waitFor({ state: 'detached' })
  const opener = page.getByRole('button', { name: 'Invite a member' })
  await opener.click()
  const inviting = page.getByRole('dialog')
  await inviting.getByLabel('E-mail address of the member').fill('nobody@samen-testland.eu')
  await inviting.getByRole('button', { name: 'Send' }).click()
  await inviting.getByText('No member of the office has this address.').first().waitFor()
  await page.keyboard.press('Escape')
  await inviting.waitFor({ state: 'detached' })
  expect(await opener.evaluate((one) => one === document.activeElement)).toBe(true)

  const [noor, bo] = ['noor@samen-testland.eu', 'bo@samen-testland.eu'] as const
  const staff = (email: string) => ['--office', 'nl', '--email', email, '--name', 'New', '--role', 'staff']
  await Promise.all([
    samen.run('office', 'staff', ...staff(noor)),
    samen.run('office', 'staff', ...staff(bo), '--invite'),
  ])
  const guest = await stranger()
  await guest.goto(`${samen.address}/sign-in`)
  await guest.getByRole('link', { name: 'Forgotten your password?' }).click()
  await guest.getByRole('heading', { name: 'A new password' }).waitFor()
  await guest.getByLabel('E-mail address').fill(noor)
  await guest.getByRole('button', { name: 'Send me a link' }).click()
  await guest.getByText('a link is on its way').waitFor()
  await page.goto(`${samen.address}/office/nl/invoices`)
  await page
    .getByRole('button', { name: /by e-mail/ })
    .first()
    .click()
  await page.getByRole('dialog').getByLabel('E-mail address').fill('accounts@client.eu')
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
  await page.getByText('On its way.').waitFor()

  await expect
    .poll(() => mails.messages.map(({ to }) => to).sort(), { timeout: 60_000 })
    .toEqual(['accounts@client.eu', bo, noor])
  const linkOf = (person: string) =>
    linkIn(mails.messages.find(({ to }) => to === person)?.text ?? '') ?? 'no link'
  const choose = async (person: string, password: string) => {
    await guest.goto(linkOf(person))
    await guest.getByLabel('New password').fill(password)
    await guest.getByRole('button', { name: 'Set the password' }).click()
  }
  for (const person of [bo, noor]) {
    await choose(person, 'a bridge over the Maas')
    await guest.getByText('Your password is set.').waitFor()
  }
  await choose(noor, 'another bridge altogether')
  await guest.getByRole('alert').waitFor()
  expect(await signIn(guest, noor, 'another bridge altogether')).toBe(false)
  expect(await signIn(guest, noor, 'a bridge over the Maas')).toBe(true)
})

test('a quote that asks for a deposit is accepted by the client; not paid until the job is invoiced, it is credited', async () => {
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  const member = await as('renske', '/me/quotes/new')
  const fill = (label: string, text: string) => member.getByLabel(label, { exact: true }).fill(text)
  await fill('What you will do', 'Light for a play')
  await fill("Client's name", 'Toneelhuis De Brug')
  await fill('First day', yesterday)
  await fill('Last day', yesterday)
  await fill('Line 1: what', 'Light')
  await fill('Quantity', '1')
  await fill('Price each', '1000')
  await fill('Deposit', '150')
  await member.getByRole('button', { name: 'Make the quote' }).click()
  await member.getByText('below the 1000.00 of the job').first().waitFor()
  await fill('Deposit', '30')
  await member.getByRole('button', { name: 'Make the quote' }).click()
  await member.getByRole('button', { name: 'Make the link' }).click()
  const link = await member.getByLabel('Address to send').inputValue()

  const client = await stranger()
  await client.goto(link)
  await client.getByRole('textbox').first().fill('Ine Brug')
  await client
    .locator('.check, label')
    .filter({ has: client.getByRole('checkbox') })
    .click()
  expect(await accessibilityFaults(client)).toEqual([])
  await client.locator('form button[type=submit]').click()
  await client.getByText('Ine Brug').waitFor()

  const staff = await as('jelle', '/office/nl/contracts')
  await staff.getByRole('searchbox').fill('Light for a play')
  await staff
    .getByRole('link', { name: /Light for a play|JOB/ })
    .first()
    .click()
  await staff.getByText('€363.00 open').waitFor()
  await staff.getByRole('button', { name: 'Start the job' }).click()
  await staff.getByText('At work', { exact: true }).first().waitFor()
  await member.goto(`${samen.address}/me/jobs`)
  await member.getByRole('button', { name: 'Job is done: Light for a play' }).click()
  await member.getByText('Light for a play: Done').waitFor()
  await staff.reload()
  await staff.getByRole('button', { name: 'Issue the invoice' }).click()
  await staff.getByText('Invoiced', { exact: true }).first().waitFor()
  await staff.goto(`${samen.address}/office/nl/invoices`)
  const rows = (kind: RegExp) =>
    staff.getByRole('row', { name: kind }).filter({ hasText: 'Toneelhuis De Brug' })
  await rows(/Deposit invoice/)
    .getByText('Credited')
    .waitFor()
  expect(await rows(/Credit note/).textContent()).toContain('€363.00')
  expect(await rows(/^INV-\S+Toneelhuis|^INV-\S+ Toneelhuis/).textContent()).toContain('€1,210.00')
})

/** The link of a message by which a password is chosen; its text is quoted-printable. */
const linkIn = (text: string): string | undefined =>
  /http:\S+\/password\/[\w-]+/.exec(text.replaceAll('=\r\n', '').replaceAll('=3D', '='))?.[0]
