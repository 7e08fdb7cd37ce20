import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../core/test/support/database.ts'
import { createApp } from '../../src/app.ts'
import { createAuth } from '../../src/auth/auth.ts'
import { loadCountries } from '../../src/countries.ts'
import { belgium as belgianOffice } from '../../src/demo/countries/be.ts'
import { openLog } from '../../src/log.ts'
import { type Scratch, scratchFolder } from '../support/program.ts'

/** A real office begins: one story, each test goes on where the last ended. */
let database: TestDatabase
let folder: Scratch

beforeAll(async () => {
  database = await testDatabase()
  folder = await scratchFolder()
})
afterAll(async () => {
  await folder[Symbol.asyncDispose]()
  await database.drop()
})

const secret = 'a secret for tests, and for tests only'
const samen = (...args: string[]) =>
  folder.run('samen', args, {
    env: { DATABASE_URL: database.url, SAMEN_HOME: folder.path, SAMEN_SECRET: secret },
  }).ended

const company = belgianOffice.company(7)
const office = {
  country: 'be',
  slug: 'be',
  name: 'Samen België',
  company,
  vat: `BE${company}`,
  iban: belgianOffice.iban(7),
  street: 'Modelstraat 7',
  'post-code': '9000',
  town: 'Gent',
}
const asOptions = (values: object) => Object.entries(values).flatMap(([name, value]) => [`--${name}`, value])
const open = (change: object = {}) => samen('office', 'open', ...asOptions({ ...office, ...change }))

test('an office opens with its company, its accounts and its funds', async () => {
  const { code, stdout, stderr } = await open()
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^Samen België \(be\) is open\.$/m)
  expect((await samen('verify', '--office', 'be')).stdout).toContain('every link holds')
})

test('its books of a year go out as a file, and not in the format of another country', async () => {
  const out = join(folder.path, 'books.csv')
  const written = await samen('export', 'csv', '--office', 'be', '--year', '2026', '--out', out)
  expect(written).toMatchObject({ code: 0, stdout: `${out}\n` })
  expect(readFileSync(out, 'utf8')).toMatch(/^transaction,day,recorded,kind,[^\n]*\r\n$/)
  const refused = await samen('export', 'fec', '--office', 'be', '--year', '2026', '--out', `${out}.fec`)
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toContain('fec is for FR; books of BE go out as csv')
  expect(existsSync(`${out}.fec`)).toBe(false)
})

test('it books what another office of the group owes it, once, and is told what is wrong', async () => {
  const invoice = { with: 'fr', reference: 'BE-1', kind: 'invoice', amount: '120.50', on: '2026-01-20' }
  const book = (change: object = {}) =>
    samen('intercompany', '--office', 'be', ...asOptions({ ...invoice, ...change }))
  expect(await book()).toEqual({
    code: 0,
    stdout: 'BE-1 with fr is booked on 2026-01-20.\n',
    stderr: '',
  })
  expect(await book({ amount: '121' })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('was booked before with another amount'),
  })
  expect((await book({ kind: 'gift', reference: 'BE-2' })).stderr).toContain('One of invoice, interest')
})

test('it keeps its years, accruals, loans, equipment and treaties from the command line', async () => {
  const be = ['--office', 'be']
  const year = ['--from', '2027-04-01', '--months', '12', '--reason', 'Assembly of 12 January']
  expect(await samen('years', ...be, ...year)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/Samen België\s+20\d\d-01-01\s+20\d\d-12-31\s+running\s+[\d.]+\s+0\.00/),
  })
  const accrual = ['--account', 'purchases', '--amount', '300.00', '--reason', 'Audit']
  const accrued = await samen('accruals', ...be, '--period', '2026-10', ...accrual)
  expect(accrued).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/Audit\s+purchases\s+300\.00\s+2026-11-01/),
  })
  const seen = await Promise.all([
    samen('loans', ...be, '--collect'),
    samen('equipment', ...be, '--write-off', '2026-09'),
    samen('reinsurance', ...be, '--preview', '2026-09', '--with', 'fr'),
    samen('loans', ...be, '--propose', '100.00'),
    samen('supplier-invoices', ...be),
    samen('supplier-invoices', ...be, '--approve', 'ID', '--equipment', 'Camera'),
  ])
  expect(seen).toMatchObject([
    { code: 0, stdout: expect.stringContaining('0 instalments taken; 0 loans lack') },
    { code: 0, stdout: expect.stringContaining('2026-09: 0 written off, 0.00.') },
    { code: 1, stderr: expect.stringContaining('reinsures this one in 2026') },
    { code: 2, stderr: expect.stringContaining('--propose needs --activity') },
    { code: 0, stdout: expect.stringContaining('supplier') },
    { code: 2, stderr: expect.stringContaining('--months') },
  ])
})

test('opening it again changes nothing', async () => {
  const { code, stdout } = await open()
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringContaining('was open before: nothing was changed'),
  })
})

test.each([
  ['another company', { company: belgianOffice.company(8) }, /already, of another company or country/],
  ['another country', { country: 'fr', slug: 'be' }, /already, of another company or country/],
  ['a country that is not there', { country: 'pt', slug: 'pt' }, /There is no country "pt" here/],
  ['a company number that is none', { slug: 'new', company: '0123456789' }, /companyNumber: Not a valid BCE/],
  ['a slug that is none', { slug: 'B E', company: belgianOffice.company(9) }, /slug: A letter, then/],
])('an office of %s is refused in one sentence', async (_, change, reason) => {
  const { code, stdout, stderr } = await open(change)
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toMatch(reason)
  expect(stderr.trim()).not.toContain('\n')
})

test('what is missing is named', async () => {
  const { code, stderr } = await samen('office', 'open', '--country', 'be')
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('--slug is missing') })
})

const ana = ['office', 'staff', '--office', 'be', '--email', 'Ana@samen.example', '--name', 'Ana']

test('its first staff sign in with the password that was shown once', async () => {
  const { code, stdout } = await samen(...ana, '--role', 'staff', '--role', 'finance', '--json')
  expect(code).toBe(0)
  const { password } = JSON.parse(stdout) as { password: string }
  const app = createApp({
    db: database.db,
    countries: await loadCountries(),
    auth: createAuth({ db: database.db, secret, baseUrl: 'http://localhost' }),
    log: openLog('silent'),
    mail: { baseUrl: 'http://localhost', secret },
    now: () => new Date(),
  })
  const signedIn = await app.request('http://localhost/v1/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost' },
    body: JSON.stringify({ email: 'ana@samen.example', password }),
  })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const me = await (await app.request('http://localhost/v1/me', { headers: { cookie } })).json()
  expect(me).toMatchObject({ offices: [{ slug: 'be', roles: ['finance', 'staff'], memberId: null }] })
})

test('a person who can sign in keeps the password, and gets the further right', async () => {
  const { stdout } = await samen(...ana, '--role', 'approver', '--json')
  expect(JSON.parse(stdout)).toMatchObject({ password: null, roles: ['approver'] })
})

test.each([
  [['--role', 'queen'], 2, /"queen" is no role; there are staff, approver, finance/],
  [[], 2, /at least one --role/],
])('staff with %j are refused', async (words, code, reason) => {
  expect(await samen(...ana, ...words)).toMatchObject({ code, stderr: expect.stringMatching(reason) })
})

test('a group opens on its own server, gets its finance people, and lists which of its months were opened again', async () => {
  const opened = await samen('group', 'open', '--country', 'be', '--name', 'Samen Europe', '--slug', 'head')
  expect(opened).toMatchObject({ code: 0, stdout: 'Samen Europe (head) is open.\n', stderr: '' })
  const person = ['--email', 'greta@example.org', '--name', 'Greta', '--role', 'finance']
  expect((await samen('office', 'staff', '--office', 'head', ...person)).stdout).toContain(
    'finance in Samen Europe',
  )
  const ask = ['group', 'reopen', '--period', '2026-01', '--reason', 'A loan was missing']
  expect(await samen(...ask, '--as', 'greta')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('is open'),
  })
  expect((await samen('group', 'reopen')).stdout).toContain('asked by')
})
