import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ExportFormat, exportBooks } from '../../src/books/index.ts'
import { type Database, inOffice, newId } from '../../src/database/index.ts'
import { openAccounts, type Posting, post, trialBalance } from '../../src/ledger/index.ts'
import { between, entry, accounts as ledgerAccounts, legalEntityId } from '../ledger/office.ts'
import { asOwner, testDatabase } from '../support/database.ts'
import { testland } from '../support/test-country.ts'
import { type ReadBooks, readCsv, readFec, readSie, readXaf } from './readers.ts'

const accounts = [
  ...ledgerAccounts,
  { account: 'turnover', type: 'income', number: '7060', name: 'Prestations', group: 'G4100' } as const,
]
const names = accounts.map(({ account }) => account).filter((account) => !account.startsWith('fund-'))
const otherEntityId = newId()

const posting = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(...names), fc.bigInt({ min: -9_999_999n, max: 9_999_999n })), {
      minLength: 1,
      maxLength: 4,
    }),
    fc.constantFrom('2025-12-31', '2026-01-01', '2026-06-15', '2026-12-31', '2027-01-01'),
    fc.constantFrom(legalEntityId, legalEntityId, otherEntityId),
    fc.constantFrom('invoice', 'receipt', 'levy'),
  )
  .map(([parts, effectiveOn, entity, kind]): Posting | undefined => {
    const entries = parts
      .filter(([, amount]) => amount !== 0n)
      .map(([account, amount]) => entry(account, amount))
    const rest = entries.reduce((sum, { amount }) => sum + amount, 0n)
    if (rest === 0n) return undefined
    return between('bank', 'bank', 1n, {
      kind,
      effectiveOn,
      legalEntityId: entity,
      description: 'Nina Invented',
      entries: [...entries, entry('bank', -rest)],
    })
  })
  .filter((made) => made !== undefined)

describe('the books of a legal entity and year', () => {
  let db: Database
  let drop: () => Promise<void>
  const officeId = newId()

  beforeAll(async () => {
    const database = await testDatabase()
    ;({ db, drop } = database)
    await asOwner(database.url, async (owner) => {
      await owner.query(
        `insert into samen.office (office_id, country, name, home_currency, slug, languages, role)
         values ($1, 'FR', 'Test', 'EUR', 'fr', '{fr}', 'national')`,
        [officeId],
      )
      for (const [index, id] of [legalEntityId, otherEntityId].entries())
        await owner.query(
          `insert into samen.legal_entity (office_id, legal_entity_id, entity_no, name, company_number, vat_number, iban,
             street, post_code, town, country, time_zone)
           values ($1, $2, $3, 'Coopérative', $4, 'FR00123456789', 'FR7630006000011234567890189', 'Rue 1', '75001',
             'Paris', 'FR', 'Europe/Paris')`,
          [officeId, id, index + 1, `12345678900${index}17`],
        )
    })
    // More transactions than the reader takes in one page.
    const postings = fc.sample(posting, { numRuns: 5_500, seed: 11 })
    await inOffice(db, officeId, async (trx) => {
      await openAccounts(trx, officeId, accounts)
      await post(trx, officeId, postings)
    })
  })
  afterAll(() => drop())

  async function exported(format: ExportFormat, country: string) {
    return inOffice(
      db,
      officeId,
      async (trx) => {
        const plugin = { ...testland, country, currency: 'EUR' }
        const file = await exportBooks(trx, { officeId, plugin, today: '2027-02-01' }, { format, year: 2026 })
        const pieces: Uint8Array[] = []
        for await (const piece of file.content) pieces.push(piece)
        return { ...file, bytes: Buffer.concat(pieces), pieces: pieces.length }
      },
      { isolation: 'repeatable read' },
    )
  }

  /** The ledger's own closing balances; income and expense of the year alone. */
  async function fromLedger(result: string): Promise<Record<string, bigint>> {
    const [upTo, before] = await inOffice(db, officeId, async (trx) => [
      await trialBalance(trx, { upTo: '2026-12-31', legalEntityId }),
      await trialBalance(trx, { upTo: '2025-12-31', legalEntityId }),
    ])
    const closing = new Map((upTo ?? []).map(({ number, debit, credit }) => [number, debit - credit]))
    let earlier = 0n
    for (const { number, type, debit, credit } of before ?? []) {
      if (type !== 'income' && type !== 'expense') continue
      earlier += debit - credit
      closing.set(number, (closing.get(number) ?? 0n) - debit + credit)
    }
    closing.set(result, (closing.get(result) ?? 0n) + earlier)
    return standing(closing)
  }
  const standing = (closing: Map<string, bigint>) =>
    Object.fromEntries([...closing].filter(([, amount]) => amount !== 0n))

  test.each<[ExportFormat, string, string, string, (bytes: Uint8Array) => ReadBooks]>([
    ['fec', 'FR', '1400', '123456789FEC20261231.txt', readFec],
    ['sie', 'SE', '1400', '12345678900017-2026.se', readSie],
    ['xaf', 'NL', '1400', '12345678900017-2026.xaf', readXaf],
    ['csv', 'FR', '1400', '12345678900017-2026.csv', readCsv],
  ])('as %s have the ledger’s balance on every account', async (format, country, result, fileName, read) => {
    const file = await exported(format, country)
    const { closing, transactions } = read(file.bytes)
    expect(standing(closing)).toEqual(await fromLedger(result))
    expect(transactions.length).toBeGreaterThan(2_000)
    expect(file.fileName).toBe(fileName)
    // Page by page: never the whole file in one piece.
    expect(file.pieces).toBeGreaterThan(2)
  })

  test('name no person: what somebody wrote beside a transaction stays in the ledger', async () => {
    const receipts = (await exported('csv', 'FR')).bytes.toString('utf8').split('\r\n')
    const written = receipts.filter((line) => line.includes(',receipt,') || line.includes(',levy,'))
    expect(written.length).toBeGreaterThan(100)
    expect(written.filter((line) => line.includes('Nina'))).toEqual([])
  })

  test('are refused in the format of another country, by the field', async () => {
    await expect(exported('sie', 'FR')).rejects.toMatchObject({ type: 'invalid-field', field: 'format' })
  })
})
