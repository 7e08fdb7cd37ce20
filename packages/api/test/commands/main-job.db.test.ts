import { readFile, writeFile } from 'node:fs/promises'
import { inOffice } from '@samen/core/database'
import { openOffice } from '@samen/core/offices'
import { belgium } from '@samen/country-be'
import { france } from '@samen/country-fr'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CamtStatement, camt053 } from '../../../core/test/support/camt053.ts'
import { type TestDatabase, testDatabase } from '../../../core/test/support/database.ts'
import { belgium as belgianOffice } from '../../src/demo/countries/be.ts'
import { france as frenchOffice } from '../../src/demo/countries/fr.ts'
import { type Scratch, scratchFolder } from '../support/program.ts'

/** The main job on the command line, each command a program of its own. One story: each test goes on where the last ended. */
let database: TestDatabase
let folder: Scratch
let officeId: string

const samen = (...args: string[]) =>
  folder.run('samen', args, { env: { DATABASE_URL: database.url, SAMEN_HOME: folder.path } }).ended

async function bankSends(name: string, statement: CamtStatement): Promise<string> {
  const path = `${folder.path}/${name}`
  await writeFile(path, camt053(statement))
  return path
}

const place = { street: 'Rue du Modèle 9', postCode: '1000', town: 'Bruxelles' }

beforeAll(async () => {
  database = await testDatabase()
  folder = await scratchFolder()
  const [company, siren] = [belgianOffice.company(1), frenchOffice.company(1)]
  const opened = await openOffice(database.db, belgium, {
    slug: 'be',
    name: 'Example office',
    legalEntities: [
      {
        ...place,
        name: 'SC',
        companyNumber: company,
        vatNumber: `BE${company}`,
        iban: belgianOffice.iban(1),
        country: 'BE',
      },
    ],
  })
  officeId = opened.officeId
  await openOffice(database.db, france, {
    slug: 'fr',
    name: 'Autre bureau',
    legalEntities: [
      {
        ...place,
        name: 'SCIC',
        companyNumber: siren,
        vatNumber: frenchOffice.vat(siren),
        iban: frenchOffice.iban(1),
        country: 'FR',
      },
    ],
  })
})
afterAll(async () => {
  await folder[Symbol.asyncDispose]()
  await database.drop()
})

test('contracts are imported into the office whose numbers they carry', async () => {
  const file = new URL('../../../../docs/office/import-contracts.example.csv', import.meta.url).pathname
  const { code, stdout, stderr } = await samen('import', 'contracts', file)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('→ Example office: 5 lines, 5 taken, 0 known already, 0 refused.')
})

let reference: string

test('a receipt that carries the reference of an invoice settles it; another waits for a person', async () => {
  const { rows } = await inOffice(database.db, officeId, (trx) =>
    sql<{ reference: string; total: string }>`
      select i.payment_reference as reference, (i.total / 100.0)::numeric(12, 2)::text as total
        from invoice i join contract c using (office_id, contract_id) where c.reference = 'EX-001'`.execute(
      trx,
    ),
  )
  const [invoice] = rows
  reference = invoice?.reference as string
  const received = [
    { amount: invoice?.total as string, bookedOn: '2026-11-16', structured: reference },
    { amount: '5.00', bookedOn: '2026-11-16', name: 'Somebody', free: 'thank you' },
  ]
  const path = await bankSends('receipts.xml', {
    iban: belgianOffice.iban(1),
    id: 'ST-1',
    opening: '0.00',
    entries: received,
  })
  const { code, stdout, stderr } = await samen('import', 'statement', path)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('receipts.xml → Example office: 1 statements, 2 new transactions.')
  expect(stdout).toMatch(new RegExp(`matched to invoices +1 +${invoice?.total} EUR`))
  expect(stdout).toMatch(/waiting for a person +1$/m)
  const again = await samen('import', 'statement', path, '--json')
  expect(JSON.parse(again.stdout)).toMatchObject({ office: 'be', alreadyImported: true, waiting: 1 })
})

test.each([
  [
    'an account of nobody here',
    { iban: belgianOffice.iban(77) },
    /account BE\d+ does not belong to a company of any office/,
  ],
  ['sums that do not add up', { closing: '7.00' }, /does not add up/],
])(
  'a statement with %s is refused in one sentence, and nothing of it is taken',
  async (_, change, reason) => {
    const path = await bankSends('wrong.xml', {
      iban: belgianOffice.iban(1),
      id: 'ST-2',
      opening: '455.00',
      entries: [],
      ...change,
    })
    const { code, stdout, stderr } = await samen('import', 'statement', path)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(reason)
    expect(stderr.trim()).not.toContain('\n')
  },
)

test('only a run that is there is thrown away, and its wages wait for the next', async () => {
  const run = ['pay-run', '--office', 'be', '--date', '2026-11-16']
  const none = await samen(...run, '--discard')
  expect(none).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^There is no pay run of 2026-11-16.*\n$/),
  })
  expect((await samen(...run)).stdout).toContain('Pay run 1 of 2026-11-16: computed')
  expect((await samen(...run, '--discard')).stdout).toContain('Pay run 1 of 2026-11-16: discarded')
})

test('the wage of the job that was paid goes out once a second person has approved it', async () => {
  const run = ['pay-run', '--office', 'be', '--date', '2026-11-16', '--as', 'ann']
  expect((await samen(...run, '--preview')).stdout).toMatch(/payslips +1$/m)
  expect((await samen(...run, '--approve-as', 'ann')).stderr).toMatch(/another person|same person|prepared/)
  const out = `${folder.path}/wages.xml`
  const posted = await samen(...run, '--approve-as', 'ben', '--post', '--out', out)
  expect(posted.stdout).toContain('posted, the bank pays on 2026-11-16')
  const nowhere = await samen(...run, '--out', `${folder.path}/none/wages.xml`)
  expect(nowhere.stderr).toMatch(/The file .*none\/wages.xml cannot be opened \(ENOENT\)\.\n$/)
  const payments = await readFile(out, 'utf8')
  const [, endToEndId = ''] = /<EndToEndId>([^<]+)/.exec(payments) ?? []
  const [, net = ''] = /<InstdAmt Ccy="EUR">([^<]+)/.exec(payments) ?? []
  const path = await bankSends('wages-paid.xml', {
    iban: belgianOffice.iban(1),
    id: 'ST-3',
    opening: '0.00',
    entries: [{ amount: `-${net}`, bookedOn: '2026-11-16', endToEndId }],
  })
  const { stdout } = await samen('import', 'statement', path, '--json')
  expect(JSON.parse(stdout)).toMatchObject({
    matched: { wages: 1, wagesPaid: net.replace('.', '') },
    waiting: 0,
  })
})

test('the ledger verifies', async () => {
  const { code, stdout } = await samen('verify', '--office', 'be')
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('every link holds') })
})
