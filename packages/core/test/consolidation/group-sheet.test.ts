import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type GroupSheet,
  type GroupTerms,
  groupSheet,
  type Holding,
  type HoldingMethod,
  type Movement,
  matchOffices,
  type OfficeBooks,
  type Standing,
  sheetColumns,
  translateBooks,
} from '../../src/consolidation/index.ts'
import { addDays } from '../../src/country/index.ts'
import { type Quote, RateTable } from '../../src/rates/index.ts'

/** November 2025 is what the first packs began with; April 2026 is the month that is stated. */
const MONTHS = ['2025-12', '2026-01', '2026-02', '2026-03', '2026-04'] as const
const NOW = '2026-04'
const SLUGS = ['aa', 'bb', 'cc'] as const

/** What one month moves on an account of an office, in minor units of its currency. */
interface Moved {
  readonly account: string
  readonly group: string
  readonly month: string
  readonly amount: bigint
}
interface World {
  readonly offices: readonly { slug: string; currency: string; moved: readonly Moved[] }[]
  /** Hundredths of a forint for a euro, one figure a month. */
  readonly forints: ReadonlyMap<string, bigint>
  readonly terms: GroupTerms
}

const typeOf = (group: string) =>
  group >= 'G4000' ? 'flow' : group >= 'G3400' && group < 'G4000' ? 'equity' : 'stock'

/** What the product is given: the same facts as an office's packs tell them. */
function booksOf({ currency, moved }: World['offices'][number]): OfficeBooks {
  const account = ({ account, group }: Moved) => ({ account, number: group, name: account, group })
  const standings = [...Map.groupBy(moved, (one) => one.account).values()].flatMap((own): Standing[] => {
    if (typeOf(own[0]?.group as string) !== 'stock') return []
    const until = (month: string) =>
      own.reduce((sum, one) => (one.month <= month ? sum + one.amount : sum), 0n)
    return [{ ...account(own[0] as Moved), opening: until('2026-03'), closing: until(NOW) }]
  })
  const movements = moved.flatMap((one): Movement[] =>
    typeOf(one.group) === 'stock'
      ? []
      : [{ ...account(one), month: `${one.month}-01`, joined: false, amount: one.amount }],
  )
  return { currency, standings, movements }
}

function sheetOf({ offices, forints, terms }: World): GroupSheet {
  const days = Array.from({ length: 190 }, (_, at) => addDays('2025-11-01', at))
  const rates = new RateTable(
    days.map((day): Quote => {
      const digits = String(forints.get(day.slice(0, 7)) ?? 40_000n)
      return { source: 'ecb', currency: 'HUF', day, quote: `${digits.slice(0, -2)}.${digits.slice(-2)}` }
    }),
  )
  const translated = offices.map((office) => ({
    office: office.slug,
    books: translateBooks(booksOf(office), { month: `${NOW}-01`, at: 'end', to: 'EUR', rates }),
  }))
  return groupSheet(translated, terms, { month: `${NOW}-01`, yearStart: '2026-01-01' })
}

const totals = (sheet: GroupSheet): Record<string, bigint> =>
  nonzero(
    Object.fromEntries(
      [...sheetColumns(sheet)].map(([group, { byOffice, minority, eliminations, adjustments }]) => [
        group,
        [...byOffice.values()].reduce((sum, one) => sum + one, minority + eliminations + adjustments),
      ]),
    ),
  )
const nonzero = (sums: Record<string, bigint>) =>
  Object.fromEntries(Object.entries(sums).filter(([, cents]) => cents !== 0n))
const sum = (values: Iterable<bigint>) => [...values].reduce((all, one) => all + one, 0n)

/**
 * The independent computation: one sheet of cells per office and one of internal dealings, as a bookkeeper would lay them
 * out from IAS 21, IFRS 10 and 11, and IAS 28, in arithmetic of its own. It shares nothing with the product but the facts
 * and the statement of where cents are rounded: each product, half away from zero; the last line takes up the rest.
 */
function spreadsheet({ offices, forints, terms: { holdings, margins, adjustments } }: World) {
  const total: Record<string, bigint> = {}
  const put = (group: string, cents: bigint) => {
    total[group] = (total[group] ?? 0n) + cents
  }
  const round = (numerator: bigint, denominator: bigint) => {
    const size = numerator < 0n ? -numerator : numerator
    const cents = (2n * size + denominator) / (2n * denominator)
    return numerator < 0n ? -cents : cents
  }
  const heldIn = (slug: string, month: string): { method: string; n: bigint; d: bigint } => {
    const rows = holdings.filter((row) => row.office === slug && row.from.slice(0, 7) <= month)
    const row = rows.sort((a, b) => (a.from < b.from ? 1 : -1))[0]
    return row
      ? { method: row.method, n: row.share.numerator, d: row.share.denominator }
      : { method: 'full', n: 1n, d: 1n }
  }
  /** Line by line: all of it, the share, or nothing. */
  const lineByLine = (slug: string, month: string) => {
    const { method, n, d } = heldIn(slug, month)
    return method === 'full' ? { n: 1n, d: 1n } : method === 'proportionate' ? { n, d } : { n: 0n, d: 1n }
  }
  const internal: { slug: string; account: string; group: string; month: string; cents: bigint }[] = []
  const capitalOf = new Map<string, bigint>()

  for (const { slug, currency, moved } of offices) {
    const cell = (home: bigint, month: string, n: bigint, d: bigint) =>
      currency === 'EUR' ? round(home * n, d) : round(home * n * 100n, d * (forints.get(month) as bigint))
    const now = heldIn(slug, NOW)
    const own: Record<string, bigint> = {}
    const enter = (group: string, cents: bigint) => {
      own[group] = (own[group] ?? 0n) + cents
      put(group, cents)
    }
    // Column 1, at 100 %: stocks at the closing rate, flows at their month's, earlier years' flows as accumulated result.
    const stocks = Object.entries(Object.groupBy(moved, (one) => `${one.account} ${one.group}`)).flatMap(
      ([name, rows]) =>
        typeOf((rows as Moved[])[0]?.group as string) === 'stock'
          ? [[name, sum((rows as Moved[]).map(({ amount }) => amount))] as const]
          : [],
    )
    const older = moved.filter(
      ({ group, month }) => typeOf(group) === 'equity' || (typeOf(group) === 'flow' && month < '2026'),
    )
    const flows = moved.filter(({ group, month }) => typeOf(group) === 'flow' && month >= '2026')
    const resultIn = (month: string) =>
      sum(flows.filter((one) => one.month === month).map(({ amount }) => cell(amount, month, 1n, 1n)))
    const year = MONTHS.slice(1)
    const equity: Record<string, bigint> = {}
    for (const { group, month, amount } of older) {
      const under = typeOf(group) === 'flow' ? 'G3800' : group
      equity[under] = (equity[under] ?? 0n) + cell(amount, month, 1n, 1n)
    }
    const assets = sum(stocks.map(([, home]) => cell(home, NOW, 1n, 1n)))
    // IAS 21.41: what the rates did is equity.
    equity.G3900 = -assets - sum(Object.values(equity)) - sum(year.map(resultIn))

    if (now.method === 'equity') {
      // IAS 28.10: one line, the share of the net assets.
      for (const [group, cents] of Object.entries(equity)) enter(group, round(cents * now.n, now.d))
      const earned = sum(year.map((month) => round(resultIn(month) * now.n, now.d)))
      enter('G1410', -sum(Object.values(own)) - earned)
    } else {
      const { n, d } = lineByLine(slug, NOW)
      for (const [name, home] of stocks) {
        const [account, group] = name.split(' ') as [string, string]
        const cents = cell(home, NOW, n, d)
        enter(group, cents)
        if (account.includes(':')) internal.push({ slug, account, group, month: NOW, cents })
      }
      for (const { group, month, amount } of older)
        enter(typeOf(group) === 'flow' ? 'G3800' : group, cell(amount, month, n, d))
      const atNow = sum(flows.map(({ amount, month }) => cell(amount, month, n, d)))
      enter('G3900', -sum(Object.values(own)) - atNow)
    }
    // Each month's result by what held in that month.
    for (const month of year) {
      const then = heldIn(slug, month)
      if (then.method === 'equity') enter('G4500', round(resultIn(month) * then.n, then.d))
      else
        for (const { account, group, amount } of flows.filter((one) => one.month === month)) {
          const { n, d } = lineByLine(slug, month)
          const cents = cell(amount, month, n, d)
          enter(group, cents)
          if (account.includes(':')) internal.push({ slug, account, group, month, cents })
        }
      // IFRS 10.B94: of a subsidiary's result the others have their part.
      if (then.method === 'full') enter('G5950', -round(resultIn(month) * (then.d - then.n), then.d))
    }
    if (now.method === 'full') {
      const others = (cents: bigint) => round(cents * (now.d - now.n), now.d)
      for (const [group, cents] of Object.entries(equity)) enter(group, -others(cents))
      enter(
        'G3950',
        sum(Object.values(equity).map(others)) + sum(year.map((month) => others(resultIn(month)))),
      )
    }
    // IFRS 10.23: owners dealing among themselves make no result.
    enter('G3500', -sum(Object.values(own)))
    capitalOf.set(slug, own.G3400 ?? 0n)
  }

  // IFRS 10.B86(c): what the group owes itself, earned from itself, owns of itself.
  const present = new Set(offices.map(({ slug }) => slug))
  const cells = Object.values(
    Object.groupBy(internal, (one) => `${one.slug} ${one.account} ${one.month}`),
  ) as (typeof internal)[]
  for (const rows of cells) {
    const { account, group, month } = rows[0] as (typeof internal)[number]
    const [role, other] = account.split(':') as [string, string]
    if (role === 'participation' || !present.has(other)) continue
    const { n, d } = lineByLine(other, month)
    const out = round(sum(rows.map(({ cents }) => cents)) * n, d)
    put(group, -out)
    put(role === 'intercompany' ? 'G2990' : 'G5990', out)
  }
  for (const slug of present) {
    const cost = sum(
      internal.filter(({ account }) => account === `participation:${slug}`).map(({ cents }) => cents),
    )
    if (cost === 0n) continue
    const stated = holdings.filter((row) => row.office === slug).sort((a, b) => (a.from < b.from ? 1 : -1))
    const acquired = stated.find((row) => row.from <= `${NOW}-01`)
    const capital = -(capitalOf.get(slug) as bigint) > 0n ? -(capitalOf.get(slug) as bigint) : 0n
    const paidFor =
      acquired?.acquiredNetAssets == null
        ? cost < 0n
          ? 0n
          : cost < capital
            ? cost
            : capital
        : round(acquired.acquiredNetAssets * acquired.share.numerator, acquired.share.denominator)
    const ofCapital = paidFor < 0n ? 0n : paidFor < capital ? paidFor : capital
    put('G1400', -cost)
    put('G3400', ofCapital)
    put('G3800', paidFor - ofCapital)
    put('G1420', cost - paidFor)
  }
  for (const { seller, buyer, from, amount } of margins) {
    if (from > `${NOW}-01`) continue
    const [sold, bought] = [lineByLine(seller, NOW), lineByLine(buyer, NOW)]
    const inside = round(amount * sold.n * bought.n, sold.d * bought.d)
    const { method, n, d } = heldIn(seller, NOW)
    const theirs = method === 'full' ? round(inside * (d - n), d) : 0n
    put('G1500', -inside)
    put(from >= '2026' ? 'G4300' : 'G3800', inside)
    put('G3950', theirs)
    put(from >= '2026' ? 'G5950' : 'G3800', -theirs)
  }
  for (const { month, reversedIn, lines } of adjustments)
    for (const [from, sign] of [[month, 1n], ...(reversedIn ? [[reversedIn, -1n]] : [])] as [
      string,
      bigint,
    ][])
      for (const { group, amount } of lines)
        if (from <= `${NOW}-01`)
          put(typeOf(group) === 'flow' && from < '2026-01-01' ? 'G3800' : group, sign * amount)
  return nonzero(total)
}

const amount = fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n })
const monthIn = fc.constantFrom(...MONTHS)
const slug = fc.constantFrom(...SLUGS)

const moves = (own: string) => {
  const other = fc.constantFrom(...SLUGS.filter((one) => one !== own), 'zz')
  const plain = fc.constantFrom('G1200', 'G2200', 'G3100', 'G3400', 'G3500', 'G4100', 'G5100')
  const dealings = fc.constantFrom(
    ['intercompany', 'G2900'],
    ['intercompany-income', 'G4200'],
    ['intercompany-expense', 'G5600'],
    ['participation', 'G1400'],
  )
  return fc.array(
    fc.oneof(
      fc
        .tuple(plain, monthIn, amount)
        .map(([group, month, amount]) => ({ account: group.toLowerCase(), group, month, amount })),
      fc.tuple(dealings, other, monthIn, amount).map(([[role, group], about, month, amount]) => ({
        account: `${role}:${about}`,
        group: group as string,
        month,
        amount,
      })),
    ),
    { maxLength: 24 },
  )
}

/** An office's facts of each month balance by its bank. */
const office = (own: string) =>
  fc.tuple(fc.constantFrom('EUR', 'HUF'), moves(own)).map(([currency, facts]) => {
    const moved = MONTHS.flatMap((month): Moved[] => {
      const of = facts.filter((one) => one.month === month)
      const merged = Object.values(Object.groupBy(of, (one) => one.account)) as Moved[][]
      const once = merged.map((rows) => ({
        ...(rows[0] as Moved),
        amount: sum(rows.map((one) => one.amount)),
      }))
      return [...once, { account: 'bank', group: 'G1100', month, amount: -sum(of.map((one) => one.amount)) }]
    })
    return { slug: own, currency, moved }
  })

const share = fc
  .integer({ min: 1, max: 12 })
  .chain((d) => fc.integer({ min: 1, max: d }).map((n) => ({ numerator: BigInt(n), denominator: BigInt(d) })))
const holding = (months: readonly string[]): fc.Arbitrary<Holding> =>
  fc
    .tuple(
      slug,
      fc.constantFrom(...months),
      fc.constantFrom<HoldingMethod>('full', 'proportionate', 'equity'),
      share,
      fc.option(amount),
    )
    .map(([office, month, method, share, acquiredNetAssets]) => ({
      office,
      from: `${month}-01`,
      method,
      share,
      acquiredNetAssets,
    }))
const holdings = (months: readonly string[]) =>
  fc.uniqueArray(holding(months), { maxLength: 6, selector: ({ office, from }) => `${office} ${from}` })

const world = (months: readonly string[] = ['2025-11', ...MONTHS]): fc.Arbitrary<World> =>
  fc
    .record({
      offices: fc.tuple(...SLUGS.map(office)),
      perMonth: fc.array(fc.bigInt({ min: 20_000n, max: 60_000n }), { minLength: 5, maxLength: 5 }),
      holdings: holdings(months),
      margins: fc.uniqueArray(
        fc
          .tuple(fc.constantFrom(['aa', 'bb'], ['bb', 'aa'], ['cc', 'aa']), monthIn, amount)
          .map(([[seller, buyer], month, amount]) => ({
            seller: seller as string,
            buyer: buyer as string,
            group: 'G1500',
            from: `${month}-01`,
            amount,
          })),
        { maxLength: 3, selector: ({ seller }) => seller },
      ),
      adjustments: fc.array(
        fc
          .tuple(monthIn, fc.boolean(), fc.constantFrom('G4300', 'G1600', 'G5700'), amount)
          .map(([month, reverses, group, amount]) => ({
            groupAdjustmentId: 'x',
            month: `${month}-01`,
            reversedIn: reverses ? `${MONTHS[MONTHS.indexOf(month) + 1] ?? '2026-05'}-01` : null,
            lines: [
              { group, amount },
              { group: 'G2700', amount: -amount },
            ],
          })),
        { maxLength: 3 },
      ),
    })
    .map(({ offices, perMonth, ...terms }) => ({
      offices,
      forints: new Map(MONTHS.map((month, at) => [month as string, perMonth[at] as bigint])),
      terms,
    }))

describe('whatever the books, currencies, shares, methods and dealings among offices', () => {
  test('the group’s figures are those of a spreadsheet of the standards, to the cent', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(world(), (given) => {
        expect(totals(sheetOf(given))).toEqual(spreadsheet(given))
      }),
      { numRuns: 150 },
    )
  })

  test('they sum to zero, and so does each elimination', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(world(), (given) => {
        const sheet = sheetOf(given)
        expect(sum(Object.values(totals(sheet)))).toBe(0n)
        for (const { lines } of sheet.eliminations) expect(sum(lines.map(({ amount }) => amount))).toBe(0n)
      }),
    )
  })

  test('of whole offices no internal balance is left but what they do not agree about', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(world(), ({ terms, ...given }) => {
        const sheet = sheetOf({ ...given, terms: { ...terms, holdings: [], adjustments: [] } })
        const columns = sheetColumns(sheet)
        // What an office says of one outside the group stays.
        for (const { office, lines } of sheet.offices)
          for (const { account, group, amount } of lines)
            if (account.account.endsWith(':zz')) columnsLess(columns, group, office, amount)
        for (const group of ['G2900', 'G4200', 'G5600', 'G1400']) {
          const left = columns.get(group)
          expect(left ? sum(left.byOffice.values()) + left.eliminations : 0n).toBe(0n)
        }
        const parts = sheet.offices.map(({ office, lines }) => ({
          office,
          parts: lines.map((line) => ({ ...line, ...line.account, basis: 'closing' as const })),
        }))
        const apart = (kind: string) =>
          sum(
            matchOffices(parts, 0n)
              .filter((match) => match.kind === kind && match.state !== 'alone')
              .map(({ firstSays, secondSays }) => firstSays + secondSays),
          )
        expect(columns.get('G2990')?.eliminations ?? 0n).toBe(apart('balance'))
        expect(columns.get('G5990')?.eliminations ?? 0n).toBe(apart('supply'))
      }),
    )
  })

  test('the owners have their share of an office’s net assets, and the others the rest, to a few cents', () => {
    fc.assert(
      fc.property(
        office('bb'),
        share,
        fc.constantFrom<HoldingMethod>('full', 'proportionate', 'equity'),
        (own, share, method) => {
          const euros = { ...own, currency: 'EUR' }
          const terms = {
            holdings: [{ office: 'bb', from: '2025-11-01', method, share, acquiredNetAssets: null }],
            margins: [],
            adjustments: [],
          }
          const sheet = sheetOf({ offices: [euros], forints: new Map(), terms })
          const stocks = own.moved.filter(({ group }) => typeOf(group) === 'stock')
          const worth = sum(stocks.map(({ amount }) => amount))
          const all = totals(sheet)
          const near = (actual: bigint, numerator: bigint) => {
            const off = actual * share.denominator - worth * numerator
            const cents = BigInt(own.moved.length + 8) * share.denominator
            expect(off <= cents && -off <= cents).toBe(true)
          }
          const equity = Object.entries(all).filter(
            ([group]) => typeOf(group) !== 'stock' && group !== 'G3950',
          )
          near(-sum(equity.map(([, cents]) => cents)), share.numerator)
          if (method === 'full') near(-(all.G3950 ?? 0n), share.denominator - share.numerator)
          if (method === 'equity') near(all.G1410 ?? 0n, share.numerator)
        },
      ),
    )
  })
})

function columnsLess(
  columns: ReturnType<typeof sheetColumns>,
  group: string,
  office: string,
  amount: bigint,
) {
  const byOffice = columns.get(group)?.byOffice as Map<string, bigint>
  byOffice.set(office, (byOffice.get(office) ?? 0n) - amount)
}
