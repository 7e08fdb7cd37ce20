import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Minor } from '../../src/country/index.ts'
import { inOffice } from '../../src/database/index.ts'
import { verifyFunds } from '../../src/funds/index.ts'
import type { Invoice } from '../../src/invoices/index.ts'
import { balance, verifyLedger } from '../../src/ledger/index.ts'
import { importStatement } from '../../src/statements/index.ts'
import { type CamtEntry, camt053, camt054 } from '../support/camt053.ts'
import { type CodaEntry, coda } from '../support/coda.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { major, officeIban, WageScene } from '../support/wage-scene.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

let slug = 0
const on = '2026-11-20'
const STATEMENTS = 1_000
const OFFICES = 5
const INVOICES = 12

/** One line of money: which invoice it names (none: a stranger), how much of it in thousandths, and who tells it first. */
interface Line {
  readonly invoice: number
  readonly permille: number
  readonly isOut: boolean
  readonly isTold: boolean
  readonly isBatch: boolean
}

const line: fc.Arbitrary<Line> = fc.record({
  invoice: fc.integer({ min: -4, max: INVOICES - 1 }),
  permille: fc.integer({ min: 1, max: 400 }),
  isOut: fc.boolean().map((out) => out),
  isTold: fc.boolean(),
  isBatch: fc.boolean(),
})
const lines = fc.array(line, { minLength: 0, maxLength: 3 })

/** What the bank says of one account in its own order: statements, and notifications of some of their lines. */
function messagesOf(
  serials: readonly (readonly Line[])[],
  amountOf: (line: Line) => Minor,
  referenceOf: (invoice: number) => string | undefined,
): string[] {
  let opening = 0n
  return serials.flatMap((held, serial) => {
    const entries = held.map((one, index) => {
      const amount = amountOf(one)
      const structured = referenceOf(one.invoice)
      const reference = `S${serial}L${index}`
      const plain = { ...(structured !== undefined && amount > 0n && { structured }) }
      const half = amount / 2n
      const parts =
        one.isBatch && half !== 0n
          ? [half, amount - half].map((part) => ({ amount: part, ...plain }))
          : undefined
      // Of a stranger's batch the notification tells one half: the statement has the rest.
      const told = one.invoice < 0 && parts ? { amount: half } : { amount, parts }
      return { amount, reference, plain, parts, isTold: one.isTold, told }
    })
    type Told = Pick<(typeof entries)[number], 'amount' | 'reference' | 'plain' | 'parts'>
    const asCamt = ({ amount, reference, plain, parts }: Told): CamtEntry => ({
      amount: major(amount),
      bookedOn: on,
      reference,
      ...(parts ? { parts: parts.map((part) => ({ ...part, amount: major(part.amount) })) } : plain),
    })
    const isCoda = serial % 4 === 3
    const asCoda = ({ amount, reference, plain, parts }: (typeof entries)[number]): CodaEntry => ({
      amount,
      reference,
      ...free(plain),
      ...(parts && { parts: parts.map((part) => ({ amount: part.amount, ...free(part) })) }),
    })
    const day = new Date(Date.UTC(2026, 0, 1 + serial)).toISOString().slice(0, 10)
    const statement = isCoda
      ? coda({ number: '001', iban: officeIban, opening, on: day, entries: entries.map(asCoda) })
      : camt053({ iban: officeIban, id: `S${serial}`, opening: major(opening), entries: entries.map(asCamt) })
    opening += entries.reduce((sum, { amount }) => sum + amount, 0n)
    const told = entries
      .filter(({ isTold }) => isTold)
      .map(({ reference, plain, told: { amount, parts } }) => ({ reference, plain, amount, parts }))
    return told.length > 0
      ? [statement, camt054({ iban: officeIban, id: `S${serial}`, entries: told.map(asCamt) })]
      : [statement]
  })
}

/** Messages of one kind that follow each other stand in one file, up to eight. */
function filesOf(messages: readonly string[]): string[] {
  const kindOf = (text: string) => /camt\.05[34]/.exec(text)?.[0] ?? 'coda'
  const files: string[] = []
  for (const [kind, texts] of Map.groupBy(messages, kindOf))
    for (let from = 0; from < texts.length; from += 8)
      files.push(inOneFile(kind, texts.slice(from, from + 8)))
  return files.sort((a, b) => (a.length % 97) - (b.length % 97))
}

function inOneFile(kind: string, texts: readonly string[]): string {
  if (kind === 'coda') return texts.join('')
  const part = kind === 'camt.053' ? /<Stmt>.*<\/Stmt>/s : /<Ntfctn>.*<\/Ntfctn>/s
  return (texts[0] as string).replace(part, texts.map((text) => part.exec(text)?.[0]).join('\n'))
}

const free = ({ structured }: { structured?: string }) =>
  structured === undefined ? {} : { free: structured }

test(`of ${STATEMENTS} random statements and their notifications, in any order and twice, no cent is lost or booked twice`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(lines, { minLength: STATEMENTS / OFFICES, maxLength: STATEMENTS / OFFICES }),
      fc.infiniteStream(fc.nat()),
      async (serials, dice) => {
        const scene = await WageScene.open(database.db, { slug: `r${++slug}` })
        const { clientId } = await scene.client()
        const worker = await scene.worker()
        const invoices: Invoice[] = []
        for (let at = 0; at < INVOICES; at++)
          invoices.push((await scene.job(worker, clientId, { endsOn: '2026-11-12', fee: 10_000n })).invoice)
        const amountOf = ({ invoice, permille, isOut }: Line): Minor =>
          invoice < 0 && isOut ? -BigInt(permille) : BigInt(permille) * 10n
        const messages = messagesOf(serials, amountOf, (at) => invoices[at]?.paymentReference)
        // Any order, every third message comes again in another file, and some files as they were.
        const order = [...messages, ...messages.filter((_, at) => at % 3 === 0)]
          .map((text) => ({ text, at: dice.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ text }) => text)
        const files = filesOf(order)
        for (let from = 0; from < files.length; from += 20)
          await scene.do(on, async (trx, context) => {
            for (const text of [...files.slice(from, from + 20), files[from] as string])
              await importStatement(trx, context, { name: 'f', bytes: new TextEncoder().encode(text) })
          })
        // The oracle: sums of the lines alone, invoice by invoice.
        const all = serials.flat()
        const given = invoices.map((invoice, at) => {
          const sum = all.reduce((total, one) => (one.invoice === at ? total + amountOf(one) : total), 0n)
          return sum < invoice.total ? sum : invoice.total
        })
        const total = all.reduce((sum, one) => sum + amountOf(one), 0n)
        const settled = given.reduce((sum, amount) => sum + amount, 0n)
        const billed = invoices.reduce((sum, invoice) => sum + invoice.total, 0n)
        const net = (account: string) =>
          scene.do(on, async (trx) => (await balance(trx, account))[0]?.net ?? 0n)
        expect(await net('bank')).toBe(total)
        expect(await net('client-receivable')).toBe(billed - settled)
        expect(await net('unmatched-receipts')).toBe(settled - total)
        const matched = await scene.do(on, (trx) =>
          trx
            .selectFrom('bank_match')
            .select(['invoice_id', 'amount'])
            .where('office_id', '=', scene.officeId)
            .execute(),
        )
        expect(
          invoices.map(({ invoiceId }) =>
            matched.reduce((sum, one) => (one.invoice_id === invoiceId ? sum + one.amount : sum), 0n),
          ),
        ).toEqual(given)
        const { broken } = await inOffice(scene.db, scene.officeId, verifyLedger, {
          isolation: 'repeatable read',
        })
        expect(broken).toBeUndefined()
        expect(await inOffice(scene.db, scene.officeId, verifyFunds)).toEqual([])
      },
    ),
    { numRuns: OFFICES, endOnFailure: true },
  )
})
