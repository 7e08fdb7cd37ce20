import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BookAccount, BookTransaction, BookYear } from '../../src/books/book-year.ts'
import { CP437_UPPER, encoderOf, LATIN9_UPPER } from '../../src/books/character-set.ts'
import { FEC_COLUMNS, fec } from '../../src/books/fec.ts'
import { ledgerCsv } from '../../src/books/ledger-csv.ts'
import { sie } from '../../src/books/sie.ts'
import { xaf } from '../../src/books/xaf.ts'
import { type ReadBooks, readCsv, readFec, readSie, readXaf } from './readers.ts'

const accounts: readonly BookAccount[] = [
  { number: '1510', name: 'Kundfordringar', type: 'asset' },
  { number: '1930', name: 'Företagskonto, "rörelsen"', type: 'asset' },
  { number: '2091', name: 'Balanserad vinst eller förlust', type: 'equity' },
  { number: '2650', name: 'Moms', type: 'liability' },
  { number: '3000', name: 'Försäljning\tinom Sverige', type: 'income' },
  { number: '7210', name: 'Löner & ersättningar <tjänstemän>', type: 'expense' },
]
const KINDS = ['invoice', 'credit-note', 'receipt', 'payslip', 'levy', 'reversal']

const amounts = fc.bigInt({ min: -1_000_000_000_000n, max: 1_000_000_000_000n }).filter((one) => one !== 0n)
const transaction = fc
  .record({
    parts: fc.array(fc.tuple(fc.constantFrom(...accounts), amounts), { minLength: 1, maxLength: 6 }),
    kind: fc.constantFrom(...KINDS),
    effectiveOn: fc.constantFrom('2026-01-01', '2026-02-28', '2026-12-31'),
    recordedOn: fc.constantFrom('2026-02-01', '2027-01-15'),
    reference: fc.constantFrom('2026/17', 'SE-0001, a "job"', 'ä\tb', '4d5e'),
    transactionId: fc.uuid(),
  })
  .filter(({ parts }) => parts.reduce((sum, [, amount]) => sum + amount, 0n) !== 0n)
  .map(({ parts, ...head }): BookTransaction => {
    const entries = parts.map(([{ number }, amount]) => ({ number, currency: 'SEK', amount }))
    const rest = entries.reduce((sum, { amount }) => sum - amount, 0n)
    return { ...head, entries: [...entries, { number: '1930', currency: 'SEK', amount: rest }] }
  })

const openings = fc.array(fc.bigInt({ min: -10_000_000n, max: 10_000_000n }), { minLength: 6, maxLength: 6 })

const year = fc
  .tuple(fc.uniqueArray(transaction, { maxLength: 40, selector: (one) => one.transactionId }), openings)
  .map(([transactions, brought]): BookYear => {
    const isResult = ({ type }: BookAccount) => type === 'income' || type === 'expense'
    const entries = transactions.flatMap((one) => one.entries)
    const total = (number: string, sign: bigint) =>
      entries
        .filter((entry) => entry.number === number && entry.amount * sign > 0n)
        .reduce((sum, { amount }) => sum + sign * amount, 0n)
    // The account of results brought forward makes the opening figures balance.
    const openingOf = (account: BookAccount, index: number) => {
      if (isResult(account)) return 0n
      if (account.type !== 'equity') return brought[index] as bigint
      return -accounts.reduce(
        (sum, one, at) => (isResult(one) || one.type === 'equity' ? sum : sum + (brought[at] as bigint)),
        0n,
      )
    }
    const balances = accounts.map((account, index) => ({
      ...account,
      currency: 'SEK',
      opening: openingOf(account, index),
      debit: total(account.number, 1n),
      credit: total(account.number, -1n),
    }))
    return {
      entity: {
        legalEntityId: '',
        entityNo: 1,
        name: 'Gränslös Ekonomisk Förening',
        companyNumber: '7696001234',
        vatNumber: 'SE769600123401',
        employerNumber: null,
        iban: '',
        bic: null,
        street: 'Å-vägen 1',
        postCode: '111 22',
        town: 'Malmö',
        country: 'SE',
        oneStopShop: [],
        timeZone: 'Europe/Stockholm',
      },
      currency: 'SEK',
      from: '2026-01-01',
      to: '2026-12-31',
      madeOn: '2027-01-20',
      accounts,
      balances,
      entryCount: BigInt(entries.length),
      async *pages() {
        for (let at = 0; at < transactions.length; at += 7) yield transactions.slice(at, at + 7)
      },
    }
  })

async function written(pieces: AsyncIterable<string>, encode: (text: string) => Uint8Array) {
  let text = ''
  for await (const piece of pieces) text += piece
  return encode(text)
}
const utf8 = (text: string) => new TextEncoder().encode(text)

/** Closing balances by account number, from the year itself; what is zero is left out. */
function expected(books: BookYear): Record<string, bigint> {
  const closing = new Map<string, bigint>()
  for (const { number, opening, debit, credit } of books.balances)
    closing.set(number, (closing.get(number) ?? 0n) + opening + debit - credit)
  return standing(closing)
}
const standing = (closing: Map<string, bigint>) =>
  Object.fromEntries([...closing].filter(([, amount]) => amount !== 0n))

const FORMATS: [string, (books: BookYear) => Promise<ReadBooks>][] = [
  ['FEC', async (books) => readFec(await written(fec(books), encoderOf(LATIN9_UPPER)))],
  ['SIE', async (books) => readSie(await written(sie(books), encoderOf(CP437_UPPER)))],
  ['XAF', async (books) => readXaf(await written(xaf(books), utf8))],
  ['CSV', async (books) => readCsv(await written(ledgerCsv(books), utf8))],
]

describe.each(FORMATS)('a year written as %s', (_, roundTrip) => {
  test('gives a reader every account’s balance to the cent, and transactions that sum to zero', () =>
    fc.assert(
      fc.asyncProperty(year, async (books) => {
        const read = await roundTrip(books)
        expect(standing(read.closing)).toEqual(expected(books))
        for (const entries of read.transactions)
          expect(entries.reduce((sum, amount) => sum + amount, 0n)).toBe(0n)
      }),
      { numRuns: 60 },
    ))
})

test('an FEC has its 18 columns in each line and numbers each journal without a gap', () =>
  fc.assert(
    fc.asyncProperty(year, async (books) => {
      const { lines } = readFec(await written(fec(books), encoderOf(LATIN9_UPPER)))
      const last = new Map<string, number>()
      for (const line of lines) {
        expect(line).toHaveLength(FEC_COLUMNS.length)
        const [code = '', , number = ''] = line
        const count = Number(number.slice(2))
        const before = last.get(code) ?? 0
        expect([before, before + 1]).toContain(count)
        last.set(code, count)
        expect(line[11] === '0,00' || line[12] === '0,00').toBe(true)
        for (const day of [line[3], line[9], line[15]]) expect(day).toMatch(/^\d{8}$/)
      }
    }),
    { numRuns: 40 },
  ))

test('an SIE file closes each account where its own transactions lead, and starts with its flag in PC8', () =>
  fc.assert(
    fc.asyncProperty(year, async (books) => {
      const bytes = await written(sie(books), encoderOf(CP437_UPPER))
      const { closing, closingBalances, lines } = readSie(bytes)
      expect(standing(closingBalances)).toEqual(standing(closing))
      expect(lines.slice(0, 3)).toEqual(['#FLAGGA 0', '#PROGRAM "Samen" "0.1.0"', '#FORMAT PC8'])
      expect(lines).toContain('#FNAMN "Gränslös Ekonomisk Förening"')
      expect(lines).toContain('#KONTO 1930 "Företagskonto, \\"rörelsen\\""')
      expect(lines).toContain('#ORGNR 769600-1234')
    }),
    { numRuns: 40 },
  ))

test('an XAF announces as many lines and as much money as it holds', () =>
  fc.assert(
    fc.asyncProperty(year, async (books) => {
      const { totals, lineCount, transactions } = readXaf(await written(xaf(books), utf8))
      const debit = transactions.flat().reduce((sum, amount) => (amount > 0n ? sum + amount : sum), 0n)
      const text = `${debit / 100n}.${String(debit % 100n).padStart(2, '0')}`
      expect(totals).toEqual([String(lineCount), text, text])
    }),
    { numRuns: 40 },
  ))

test('a sign that a character set lacks is written as the nearest one it has', () => {
  const text = new TextDecoder('iso-8859-15').decode(encoderOf(LATIN9_UPPER)('L’œuvre – 5 € ő 漢'))
  expect(text).toBe("L'œuvre - 5 € o ?")
  expect([...encoderOf(CP437_UPPER)('Åäö’ 5 €')]).toEqual([143, 132, 148, 39, 32, 53, 32, 69, 85, 82])
})
