import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatAmount } from '../../src/country/index.ts'
import { type Database, inOffice, newId } from '../../src/database/index.ts'
import {
  hledgerJournal,
  journalAccountName,
  openAccounts,
  type Posting,
  post,
  trialBalance,
} from '../../src/ledger/index.ts'
import { asOwner, testDatabase } from '../support/database.ts'
import { accounts, between, entry } from './office.ts'

const hledger = (args: string[], journal: string) =>
  execFileSync('hledger', ['-f', '-', ...args], {
    input: journal,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
  })

const installed = (() => {
  try {
    return execFileSync('hledger', ['--version'], { encoding: 'utf8' }).startsWith('hledger')
  } catch {
    process.stderr.write(
      'hledger (Debian package hledger) is missing: our books are not compared with its arithmetic\n',
    )
    return false
  }
})()

const names = accounts.map(({ account }) => account).filter((account) => !account.startsWith('fund-'))

/** A transaction of two to six entries whose last one balances the others. */
const posting = fc
  .tuple(
    fc.array(
      fc.tuple(fc.constantFrom(...names), fc.bigInt({ min: -10_000_000_000n, max: 10_000_000_000n })),
      { minLength: 1, maxLength: 5 },
    ),
    fc.constantFrom('2026-09-30', '2026-10-01', '2026-11-23'),
    fc.constantFrom('', 'a | note; with  signs', 'Été à Liège'),
  )
  .map(([parts, effectiveOn, description]): Posting | undefined => {
    const entries = parts
      .filter(([, amount]) => amount !== 0n)
      .map(([account, amount]) => entry(account, amount))
    const rest = entries.reduce((sum, { amount }) => sum + amount, 0n)
    if (rest === 0n || entries.length === 0) return undefined
    return between('bank', 'bank', 1n, {
      effectiveOn,
      description,
      entries: [...entries, entry('bank', -rest)],
    })
  })
  .filter((made) => made !== undefined)

describe.skipIf(!installed)('the journal', () => {
  let db: Database
  let drop: () => Promise<void>
  let officeId: string
  let journal: string

  beforeAll(async () => {
    const database = await testDatabase()
    ;({ db, drop } = database)
    officeId = newId()
    await asOwner(database.url, (owner) =>
      owner.query(
        `insert into samen.office (office_id, country, name, home_currency, slug, languages, role)
         values ($1, 'BE', 'Test', 'EUR', 'be', '{fr}', 'national')`,
        [officeId],
      ),
    )
    const postings = fc.sample(posting, { numRuns: 400, seed: 7 })
    journal = await inOffice(db, officeId, async (trx) => {
      await openAccounts(trx, officeId, accounts)
      await post(trx, officeId, postings)
      let text = ''
      for await (const page of hledgerJournal(trx)) text += page
      return text
    })
  })
  afterAll(() => drop())

  test('has the same balance on every account, to the cent, in the arithmetic of hledger', async () => {
    const lines = await inOffice(db, officeId, (trx) => trialBalance(trx, { upTo: '2026-12-31' }))
    const ours = lines
      .map((line) => [journalAccountName(line), `EUR ${formatAmount(line.debit - line.credit)}`])
      .filter(([, balance]) => balance !== 'EUR 0.00')
    const theirs = hledger(['balance', '--flat', '--no-total', '-O', 'csv'], journal)
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.slice(1, -1).split('","'))
    expect(Object.fromEntries(theirs)).toEqual(Object.fromEntries(ours))
    expect(ours.length).toBeGreaterThan(4)
  })

  test('declares every account it uses, and all its transactions balance', () => {
    expect(hledger(['check', 'accounts', 'parseable'], journal)).toBe('')
  })

  test('with one cent changed is refused', () => {
    const cent = journal.replace(/(\d)\n$/, (_, digit: string) => `${(Number(digit) + 1) % 10}\n`)
    expect(cent).not.toBe(journal)
    expect(() => hledger(['balance'], cent)).toThrow(/could not balance|unbalanced/)
  })
})
