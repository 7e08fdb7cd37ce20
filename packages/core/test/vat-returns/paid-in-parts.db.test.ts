import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatAmount, type Minor } from '../../src/country/index.ts'
import { newId } from '../../src/database/index.ts'
import { vatReturn } from '../../src/vat-returns/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { WageScene } from '../support/wage-scene.ts'
import { landWith } from './form.ts'

/**
 * Random invoices with one to three rates, credited and paid in random parts over a year, each month's return asked from the
 * database and from an oracle that goes payment by payment and shares no code with it. All invoices lie in one office, so
 * that the returns are asked once.
 */
const MONTHS = 12
const JOBS = 60
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

interface Line {
  readonly code: string
  readonly rate: string
  readonly base: Minor
  readonly vat: Minor
}
interface Job {
  readonly issued: number
  readonly lines: readonly Line[]
  /** Month, and the part of every line that is taken back, in thousandths. */
  readonly credit: { readonly month: number; readonly thousandths: number } | undefined
  readonly payments: readonly { readonly month: number; readonly amount: Minor }[]
}

const RATES = [
  ['standard', '20'],
  ['reduced', '6'],
  ['exempt-training', '0'],
] as const

const job: fc.Arbitrary<Job> = fc
  .record({
    issued: fc.integer({ min: 0, max: MONTHS - 1 }),
    lines: fc
      .subarray([...RATES], { minLength: 1 })
      .chain((rates) =>
        fc.tuple(
          ...rates.map(([code, rate]) =>
            fc.bigInt({ min: 1n, max: 500_000n }).map((base) => lineOf(code, rate, base)),
          ),
        ),
      ),
    credited: fc.option(
      fc.record({ after: fc.integer({ min: 0, max: 4 }), thousandths: fc.integer({ min: 1, max: 1000 }) }),
      {
        nil: undefined,
      },
    ),
    cuts: fc.array(
      fc.record({ after: fc.integer({ min: 0, max: 6 }), part: fc.integer({ min: 100, max: 900 }) }),
      { maxLength: 5 },
    ),
    paysRest: fc.boolean(),
  })
  .map(({ issued, lines, credited, cuts, paysRest }) => ({
    issued,
    lines,
    credit: credited && { month: issued + credited.after, thousandths: credited.thousandths },
    payments: [
      ...cuts.map(({ after, part }) => ({
        month: issued + after,
        amount: (totalOf(lines) * BigInt(part)) / 1000n + 1n,
      })),
      ...(paysRest ? [{ month: issued + 7, amount: totalOf(lines) }] : []),
    ],
  }))

function lineOf(code: string, rate: string, base: Minor): Line {
  return { code, rate, base, vat: (base * BigInt(rate) + 50n) / 100n }
}
const totalOf = (lines: readonly Line[]) => lines.reduce((sum, { base, vat }) => sum + base + vat, 0n)
const cut = ({ code, rate, base, vat }: Line, thousandths: number): Line => ({
  code,
  rate,
  base: (base * BigInt(thousandths)) / 1000n,
  vat: (vat * BigInt(thousandths)) / 1000n,
})
const day = (month: number) =>
  `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`

/** What is due of each line after the events up to a month, as a person with a pocket calculator would say. */
function dueUpTo({ issued, lines, credit, payments }: Job, month: number): Map<string, [Minor, Minor]> {
  const due = new Map<string, [Minor, Minor]>()
  const creditNote = credit && credit.month <= month ? lines.map((one) => cut(one, credit.thousandths)) : []
  if (issued > month) return due
  const kept = lines.map((one, at) => ({
    ...one,
    base: one.base - (creditNote[at]?.base ?? 0n),
    vat: one.vat - (creditNote[at]?.vat ?? 0n),
  }))
  const total = totalOf(kept)
  let received = 0n
  for (const payment of payments) if (payment.month <= month) received += payment.amount
  const share = (amount: Minor) => {
    // Half up, over fractions that are written out: ((2 × amount × received) + total) ÷ (2 × total).
    const paid = received < total ? received : total
    return total === 0n ? 0n : (2n * amount * paid + total) / (2n * total)
  }
  let before = 0n
  for (const one of kept) {
    const gross = share(before + one.base + one.vat) - share(before)
    before += one.base + one.vat
    // What bears no VAT counts when it is invoiced, and as it is credited.
    if (one.rate === '0') due.set(one.code, [one.base, 0n])
    else due.set(one.code, [gross - share(one.vat), share(one.vat)])
  }
  return due
}

test('sixty random invoices paid in parts: every month is what a payment-by-payment oracle says, and a paid invoice’s VAT is declared to the cent', async () => {
  const scene = await WageScene.open(database.db, { slug: 'parts' })
  scene.plugin = landWith({ rule: 'payment', source: 'invented' })
  const { clientId } = await scene.client()
  const worker = await scene.worker()
  const jobs = fc.sample(job, { numRuns: JOBS, seed: 7 })
  await scene.do('2025-01-01', (trx) => write(trx, scene, jobs, clientId, worker.activityId))
  const declared = new Map<string, [Minor, Minor]>()
  for (let month = 0; month < MONTHS + 12; month++) {
    const found = await scene.do('2027-06-01', (trx, context) => vatReturn(trx, context, { day: day(month) }))
    const expected = new Map<string, [Minor, Minor]>()
    for (const one of jobs) {
      const now = dueUpTo(one, month)
      const before = dueUpTo(one, month - 1)
      for (const [code, [base, vat]] of now) {
        const [wasBase, wasVat] = before.get(code) ?? [0n, 0n]
        const [sumBase, sumVat] = expected.get(code) ?? [0n, 0n]
        expected.set(code, [sumBase + base - wasBase, sumVat + vat - wasVat])
      }
    }
    const got = new Map<string, [Minor, Minor]>()
    for (const { code, base, vat } of found.treatments) {
      const [sumBase, sumVat] = got.get(code) ?? [0n, 0n]
      got.set(code, [sumBase + base, sumVat + vat])
    }
    for (const code of RATES.map(([one]) => one))
      expect([month, code, got.get(code) ?? [0n, 0n]]).toEqual([month, code, expected.get(code) ?? [0n, 0n]])
    for (const [code, [base, vat]] of got) {
      const [sumBase, sumVat] = declared.get(code) ?? [0n, 0n]
      declared.set(code, [sumBase + base, sumVat + vat])
    }
    // The form's boxes hold the same: turnover in 10 and 12 less credit notes in 11, VAT in 20.
    const box = (code: string) => found.boxes.find((one) => one.box.code === code)?.amount ?? 0n
    const all = [...got.values()]
    expect(box('10') + box('12') - box('11')).toBe(all.reduce((sum, [base]) => sum + base, 0n))
    expect(box('20')).toBe(all.reduce((sum, [, vat]) => sum + vat, 0n))
  }
  const paid = jobs.filter((one) => {
    const received = one.payments.reduce((sum, { amount }) => sum + amount, 0n)
    return one.credit === undefined && received >= totalOf(one.lines)
  })
  expect(paid.length).toBeGreaterThan(5)
  for (const one of paid)
    for (const { code, rate, base, vat } of one.lines)
      if (rate !== '0') expect(dueUpTo(one, 60).get(code)).toEqual([base, vat])
  for (const [code] of RATES) {
    const all = jobs.map((one) => dueUpTo(one, 60).get(code) ?? [0n, 0n])
    const sumOf = (at: 0 | 1) => all.reduce((sum, amounts) => sum + (amounts[at] as Minor), 0n)
    expect(declared.get(code)).toEqual([sumOf(0), sumOf(1)])
  }
}, 60_000)

/** Rows as issuing, crediting and matching would leave them; the books are not looked at here. */
async function write(
  trx: Parameters<Parameters<WageScene['do']>[1]>[0],
  { officeId, legalEntityId }: WageScene,
  jobs: readonly Job[],
  clientId: string,
  activityId: string,
): Promise<void> {
  const statement = newId()
  await sql`insert into samen.bank_statement (office_id, bank_statement_id, legal_entity_id, iban, statement_ref, to_on, currency,
              opening, closing, imported_by) values (${officeId}, ${statement}, ${legalEntityId}, 'X', 'S', '2026-12-31', 'EUR', 0, 0, 'test')`.execute(
    trx,
  )
  for (const [at, { issued, lines, credit, payments }] of jobs.entries()) {
    const contract = newId()
    await sql`insert into samen.contract (office_id, contract_id, reference, activity_id, client_id, legal_entity_id, title, supply,
                fee, currency, starts_on, ends_on, state)
              values (${officeId}, ${contract}, ${`J${at}`}, ${activityId}, ${clientId}, ${legalEntityId}, 'J', 'service', 1,
                'EUR', '2025-01-01', '2025-01-01', 'invoiced')`.execute(trx)
    const put = async (
      kind: string,
      on: string,
      of: readonly Line[],
      number: number,
      credits: string | null,
    ) => {
      const id = newId()
      const net = of.reduce((sum, { base }) => sum + base, 0n)
      const vat = of.reduce((sum, one) => sum + one.vat, 0n)
      const document = {
        buyer: { name: 'Theatre', country: 'XX' },
        vat: of.map(({ code, rate, base, vat: amount }) => ({
          code,
          rate,
          category: rate === '0' ? 'E' : 'S',
          base: formatAmount(base),
          amount: formatAmount(amount),
        })),
      }
      await sql`insert into samen.invoice (office_id, invoice_id, legal_entity_id, series, number, kind, credits, contract_id, client_id,
                  issued_on, due_on, currency, net, vat, total, levy, payment_reference, document)
                values (${officeId}, ${id}, ${legalEntityId}, ${kind === 'invoice' ? 'INV' : 'CN'}, ${number}, ${kind}, ${credits},
                  ${contract}, ${clientId}, ${on}, ${on}, 'EUR', ${net}, ${vat}, ${net + vat}, 0, ${id}, ${JSON.stringify(document)})`.execute(
        trx,
      )
      return id
    }
    const invoice = await put('invoice', day(issued), lines, at + 1, null)
    const taken = credit && lines.map((one) => cut(one, credit.thousandths))
    if (credit && taken?.some(({ base }) => base > 0n))
      await put('credit-note', day(credit.month), taken, at + 1, invoice)
    for (const [no, { month, amount }] of payments.entries()) {
      const id = newId()
      await sql`insert into samen.bank_transaction (office_id, bank_transaction_id, bank_statement_id, entry_ref, booked_on, amount, currency)
                values (${officeId}, ${id}, ${statement}, ${`${at}-${no}`}, ${day(month)}, ${amount}, 'EUR')`.execute(
        trx,
      )
      await sql`insert into samen.bank_match (office_id, bank_match_id, bank_transaction_id, invoice_id, amount, matched_by, decided_by)
                values (${officeId}, ${newId()}, ${id}, ${invoice}, ${amount}, 'manual', 'test')`.execute(trx)
    }
  }
}
