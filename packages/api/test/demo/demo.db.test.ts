import { createHash } from 'node:crypto'
import { consolidate } from '@samen/core/consolidation'
import { officeContext } from '@samen/core/context'
import { type AnyCountryPlugin, formatAmount, type Registry, type SupplyKind } from '@samen/core/country'
import { type Database, inOffice, officeDirectory, type Transaction } from '@samen/core/database'
import { invoiceInFormat } from '@samen/core/delivery'
import { fundPositions, identityGap, verifyFunds } from '@samen/core/funds'
import { verifyLedger } from '@samen/core/ledger'
import { receivedPacks } from '@samen/core/packs'
import { previewPayRun } from '@samen/core/pay-runs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asOwner, type TestDatabase, testDatabase } from '../../../core/test/support/database.ts'
import { loadCountries } from '../../src/countries.ts'
import { buildDemo, DEMO_SIGN_INS, type Demo, type OfficeSlug, PROFILES } from '../../src/demo/index.ts'
import { leaks, textsOf } from '../support/personal-data.ts'

const date = '2026-11-23'
const offices = PROFILES.map(({ slug }) => slug)
const scale = 0.002

/** Standard rates of VAT in percent, from the Commission's table of the rates applied in the Member States, 2026. */
const STANDARD_RATES: Readonly<Record<OfficeSlug, string>> = {
  at: '20',
  be: '21',
  de: '19',
  es: '21',
  fr: '20',
  hu: '27',
  it: '22',
  nl: '21',
  se: '25',
}

let countries: Registry

let database: TestDatabase
let demo: Demo
beforeAll(async () => {
  database = await testDatabase()
  countries = await loadCountries()
  demo = await buildDemo(database.db, countries, { scale, date })
}, 180_000)
afterAll(() => database.drop())

const officeId = (slug: string) => demo.offices.find((office) => office.slug === slug)?.officeId as string
const rowsIn = async <T>(slug: string, query: string): Promise<T[]> =>
  inOffice(database.db, officeId(slug), async (trx) => (await sql.raw<T>(query).execute(trx)).rows)

describe.each(offices)('the demo office %s', (slug) => {
  const plugin = (): AnyCountryPlugin => countries.get(slug.toUpperCase()) as AnyCountryPlugin

  test('kept every promise: no wage went out late, none is left behind', async () => {
    const runs = await rowsIn<{ late: number; left: number }>(
      slug,
      'select late, jsonb_array_length(left_out) as left from pay_run',
    )
    expect(runs.length).toBeGreaterThan(10)
    expect(runs.filter(({ late, left }) => late > 0 || left > 0)).toEqual([])
  })

  test('has books that verify and funds that are exact to the cent', async () => {
    const isolation = { isolation: 'repeatable read' } as const
    const { broken } = await inOffice(database.db, officeId(slug), verifyLedger, isolation)
    expect(broken).toBeUndefined()
    expect(await inOffice(database.db, officeId(slug), (trx) => verifyFunds(trx), isolation)).toEqual([])
    const positions = await inOffice(database.db, officeId(slug), (trx) => fundPositions(trx))
    expect(positions.map(identityGap)).toEqual(positions.map(() => 0n))
    expect(positions.find(({ kind }) => kind === 'wage-guarantee')).toMatchObject({
      recovered: expect.any(BigInt),
    })
  })

  test('has wages to pay today and receipts that wait for a human', async () => {
    const context = officeContext({
      officeId: officeId(slug),
      plugin: plugin(),
      by: 'test',
      today: date,
    })
    const preview = await inOffice(database.db, officeId(slug), (trx) =>
      previewPayRun(trx, context, { dueOn: date }),
    )
    expect(preview.payslips).toBeGreaterThan(0)
    expect(preview.leftOut).toEqual([])
    const waiting = await rowsIn(
      slug,
      `select from bank_transaction t where amount > coalesce((select sum(amount) from bank_match m
        where m.bank_transaction_id = t.bank_transaction_id), 0)`,
    )
    expect(waiting.length).toBeGreaterThan(0)
  })

  test('invoiced without a gap and in calendar order', async () => {
    const invoices = await rowsIn<{ number: bigint; issued_on: string }>(
      slug,
      `select number, issued_on from invoice where kind = 'invoice' order by number`,
    )
    expect(invoices.map(({ number }) => Number(number))).toEqual(invoices.map((_, index) => index + 1))
    expect(invoices.map((one) => one.issued_on)).toEqual(invoices.map((one) => one.issued_on).toSorted())
  })

  test('charged the VAT of its law on the day, in its own currency and in amounts a bank can move', async () => {
    const invoices = await rowsIn<{
      net: bigint
      vat: bigint
      currency: string
      supply: SupplyKind
      on: string
      document: { vat: { code: string; category: string; rate: string }[] }
    }>(
      slug,
      `select i.net, i.vat, i.currency, c.supply, i.issued_on as on, i.document
         from invoice i join contract c using (office_id, contract_id) where i.kind = 'invoice'`,
    )
    const { currency, vat } = plugin()
    const step = currency === 'HUF' ? 100n : 1n
    for (const one of invoices) {
      const { rate, code, category } = vat.treat({ kind: one.supply, client: 'domestic', on: one.on })
      // Half up to a cent, an öre or a forint.
      const divisor = rate.denominator * step
      expect(one.vat).toBe(((one.net * rate.numerator * 2n + divisor) / (divisor * 2n)) * step)
      expect(one.document.vat).toMatchObject([{ code, category }])
      expect(one.currency.trim()).toBe(currency)
      expect((one.net + one.vat) % step).toBe(0n)
    }
    const services = new Set(
      invoices.filter(({ supply }) => supply === 'service').map(({ document }) => document.vat[0]?.rate),
    )
    expect([...services]).toEqual([STANDARD_RATES[slug as OfficeSlug]])
  })

  test('has invoices that are e-invoices too: one of each VAT keeps the rules of EN 16931', async () => {
    const ids = await rowsIn<{ id: string }>(
      slug,
      `select distinct on (vat_code) invoice_id as id from
         (select invoice_id, document->'vat'->0->>'code' as vat_code from invoice where kind = 'invoice') i
        order by vat_code, invoice_id`,
    )
    expect(ids.length).toBeGreaterThan(0)
    const context = officeContext({ officeId: officeId(slug), plugin: plugin(), by: 'test', today: date })
    await inOffice(database.db, officeId(slug), async (trx) => {
      for (const { id } of ids)
        expect((await invoiceInFormat(trx, context, id, 'peppol-ubl')).eInvoice).toMatchObject({
          currency: plugin().currency,
        })
    })
  })

  test('paid every wage by a file of its currency, and its bank booked each file whole', async () => {
    const files = await rowsIn<{ content: string; total: bigint; wages: bigint }>(
      slug,
      `select f.content, f.total,
              (select sum(s.net)::int8 from payslip s where s.office_id = f.office_id and s.pay_run_id = f.pay_run_id) as wages
         from payment_file f`,
    )
    const { currency } = plugin()
    for (const { content, total, wages } of files) {
      expect(total).toBe(wages)
      expect(new Set(content.match(/Ccy="[A-Z]+"/g))).toEqual(new Set([`Ccy="${currency}"`]))
      expect(content.includes('<Cd>SEPA</Cd>')).toBe(currency === 'EUR')
      const text = /<CtrlSum>([\d.]+)<\/CtrlSum>/.exec(content)?.[1]
      expect(text).toBe(currency === 'HUF' ? String(total / 100n) : formatAmount(total))
    }
    const [open] = await rowsIn<{ unmatched: bigint; matched: bigint }>(
      slug,
      `select count(*) filter (where m.bank_match_id is null) as unmatched, count(m.bank_match_id) as matched
         from bank_transaction t left join bank_match m using (office_id, bank_transaction_id) where t.amount < 0`,
    )
    expect(open?.unmatched).toBe(0n)
    expect(open?.matched).toBeGreaterThan(0n)
  })

  test('has jobs in every state, and its signed-in member has some of each kind', async () => {
    const states = await rowsIn<{ state: string }>(slug, 'select distinct state from contract')
    expect(states.map(({ state }) => state)).toEqual(
      expect.arrayContaining(['quote', 'order', 'started', 'done', 'invoiced', 'closed']),
    )
    const own = await rowsIn<{ state: string }>(
      slug,
      `select distinct c.state from contract c join engagement e using (office_id, contract_id)
         join office_right r on r.office_id = c.office_id and r.member_id = e.member_id and r.role = 'member'`,
    )
    expect(own.length).toBeGreaterThanOrEqual(3)
  })

  test('wrote off a client that failed, and the wages stayed paid', async () => {
    const [lost] = await rowsIn<{ count: bigint }>(slug, 'select count(*) from invoice_write_off')
    expect(lost?.count).toBeGreaterThan(0n)
  })
})

test('the group received the packs of the closed months, and the month before today is left to close', async () => {
  const packs = await inOffice(database.db, officeId('group'), (trx) => receivedPacks(trx, officeId('group')))
  expect(packs.map(({ office, period }) => `${office} ${period}`).toSorted()).toEqual(
    offices.flatMap((slug) => [`${slug} 2026-08`, `${slug} 2026-09`]).toSorted(),
  )
})

test('the group’s packs are in three currencies, each sealed to the one before', async () => {
  const packs = await inOffice(database.db, officeId('group'), (trx) => receivedPacks(trx, officeId('group')))
  const inCurrency = (currency: string) =>
    new Set(packs.filter(({ content }) => content.currency === currency).map(({ office }) => office))
  expect(inCurrency('HUF')).toEqual(new Set(['hu']))
  expect(inCurrency('SEK')).toEqual(new Set(['se']))
  expect(inCurrency('EUR').size).toBe(7)
  for (const slug of offices) {
    const own = packs.filter(({ office }) => office === slug).toSorted((a, b) => a.packNo - b.packNo)
    expect(own.map(({ content }) => content.previousHash)).toEqual([null, own[0]?.hash])
  }
})

test('no pack holds a name, a number, an address or an account of anybody: every text of every table was looked for', async () => {
  await asOwner(database.url, async (owner) => {
    const texts = await textsOf(owner)
    const { rows } = await owner.query<{ content: Record<string, unknown> }>('select content from samen.pack')
    expect(rows.map(({ content }) => leaks(content, texts)).filter((found) => found.length > 0)).toEqual([])
    // The search finds what it looks for, however it is spelled.
    const { rows: people } = await owner.query<
      Record<'given' | 'family' | 'number' | 'email' | 'iban', string>
    >(
      `select given_name as given, family_name as family, national_number as number, email, iban
         from samen.member order by length(given_name) desc limit 1`,
    )
    const { given, family, number, email, iban } = people[0] as (typeof people)[0]
    const planted = (text: string) => leaks({ funds: [{ name: text }] }, texts)
    expect(planted(`Fund of ${given}`)).toContain(`${given.toLowerCase()} (member.given_name)`)
    expect(planted(family.toUpperCase())).toContain(`${family.toLowerCase()} (member.family_name)`)
    for (const one of [number, email, iban, iban.replaceAll(/(.{4})/g, '$1 ')])
      expect(planted(one)).not.toEqual([])
    expect(texts.private.size).toBeGreaterThan(10_000)
  })
})

test('the group consolidates nine offices in euro, and nothing is left over', async () => {
  const {
    currency,
    offices: parts,
    missing,
    difference,
  } = await inOffice(database.db, officeId('group'), (trx) =>
    consolidate(trx, officeId('group'), { period: '2026-09' }),
  )
  expect({ currency, missing, difference }).toEqual({ currency: 'EUR', missing: [], difference: '0.00' })
  expect(parts.map(({ slug }) => slug).toSorted()).toEqual(offices)
})

test('a demo of the next January plays under the law as it is last known, with invoices of both years', async () => {
  await using other = await testDatabase()
  const { offices: built } = await buildDemo(other.db, countries, {
    scale,
    date: '2027-01-15',
    offices: ['hu'],
  })
  const [result] = await inOffice(other.db, built[0]?.officeId as string, async (trx) => {
    const { rows } = await sql<{ late: number; left: number; series: string[] }>`
      select (select sum(late)::int from pay_run) as late,
             (select sum(jsonb_array_length(left_out))::int from pay_run) as left,
             (select array_agg(distinct series order by series) from invoice) as series`.execute(trx)
    return rows
  })
  expect(result).toEqual({ late: 0, left: 0, series: ['INV-2026', 'INV-2027'] })
}, 120_000)

test('everyone who signs in has their right', async () => {
  const { rows } = await sql<{
    role: string
  }>`select role from samen.rights_of(${DEMO_SIGN_INS[0]?.email})`.execute(database.db)
  expect(rows).toEqual([{ role: 'member' }])
})

test('a database with offices in it is refused, and left as it is', async () => {
  const before = await officeDirectory(database.db)
  await expect(buildDemo(database.db, countries, { scale, date })).rejects.toMatchObject({
    type: 'conflict',
    detail: expect.stringContaining('at, be, de, es, fr, group, hu, it, nl, se'),
  })
  expect(await officeDirectory(database.db)).toEqual(before)
})

test('the same scale and day give the same offices, row for row, whichever are built beside them', async () => {
  await using other = await testDatabase()
  await buildDemo(other.db, countries, { scale, date, offices: ['hu', 'be'] })
  const again = await digest(other.db, ['be', 'hu'])
  expect(Object.keys(again).length).toBeGreaterThan(20)
  expect(again).toEqual(await digest(database.db, ['be', 'hu']))
}, 180_000)

/** Of everything that was decided; of the ledger, whose own ids are made for real, the amounts and keys. */
const EXPORTED: Readonly<Record<string, string>> = {
  member: '* from member order by member_id',
  share: '* from share order by share_number',
  client: '* from client order by client_id',
  activity: '* from activity order by activity_id',
  contract: '* from contract order by contract_id',
  engagement: '* from engagement order by engagement_id',
  step: '* from contract_step order by contract_id, step_no',
  invoice: `invoice_id, series, number, contract_id, issued_on, due_on, net, vat, levy, payment_reference, document
    from invoice order by invoice_id`,
  run: 'pay_run_id, due_on, run_no, state, payslips, gross, net, employer_cost from pay_run order by pay_run_id',
  payslip: `payslip_id, engagement_id, period_from, paid_on, gross, net, employer_cost, advance, situation, to_date
    from payslip order by payslip_id`,
  file: 'payment_file_id, message_id, content from payment_file order by payment_file_id',
  receipt:
    'bank_transaction_id, entry_ref, booked_on, amount from bank_transaction order by bank_transaction_id',
  match:
    'bank_match_id, bank_transaction_id, invoice_id, payslip_id, amount from bank_match order by bank_match_id',
  loss: '* from invoice_write_off order by invoice_id',
  pack: 'pack_no, period, content from pack order by pack_no',
  // A reversal is keyed by the ledger's own id of what it takes back.
  ledger: `regexp_replace(idempotency_key, '^reversal:.*', 'reversal') as key, kind, effective_on from ledger_transaction
    order by key, kind, effective_on`,
  balance: `account, subject, month, sum(debit) as debit, sum(credit) as credit from ledger_balance
    group by 1, 2, 3 order by 1, 2, 3`,
}

async function digest(db: Database, slugs: readonly string[]): Promise<Record<string, string>> {
  const digests: Record<string, string> = {}
  const hashOf = async (trx: Transaction, query: string) => {
    const { rows } = await sql.raw(`select ${query}`).execute(trx)
    const text = JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value))
    return `${rows.length} ${createHash('sha256').update(text).digest('hex')}`
  }
  for (const office of (await officeDirectory(db)).filter(({ slug }) => slugs.includes(slug)))
    for (const [name, query] of Object.entries(EXPORTED))
      digests[`${office.slug} ${name}`] = await inOffice(db, office.officeId, (trx) => hashOf(trx, query))
  return digests
}
