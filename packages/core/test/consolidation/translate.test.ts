import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Movement,
  type OfficeBooks,
  rateEffects,
  type Standing,
  translateBooks,
} from '../../src/consolidation/index.ts'
import { addDays, dayNumber, GROUP_CHART } from '../../src/country/index.ts'
import { type Quote, RateTable } from '../../src/rates/index.ts'

/** Forints for a euro: one figure every day of 2025 and 2026, from a function of the day. */
const rates = (huf: (day: string) => number) =>
  new RateTable(
    Array.from({ length: 730 }, (_, at): Quote => {
      const day = addDays('2025-01-01', at)
      return { source: 'ecb', currency: 'HUF', day, quote: huf(day).toFixed(2) }
    }),
  )

const named = (group: string) => ({ account: group.toLowerCase(), number: group, name: group, group })
const stands = (group: string, opening: bigint, closing: bigint): Standing => ({
  ...named(group),
  opening,
  closing,
})
const moved = (group: string, month: string, amount: bigint, joined = false): Movement => ({
  ...named(group),
  month,
  joined,
  amount,
})
const byGroup = (parts: readonly { group: string; amount: bigint }[]) => {
  const sums: Record<string, bigint> = {}
  for (const { group, amount } of parts) sums[group] = (sums[group] ?? 0n) + amount
  return sums
}

test('a year: assets at the closing rate, each month’s turnover at its own average, the rest in equity', () => {
  // 400 in January, 350 in February, 300 from March on: the forint rises.
  const table = rates((day) => (day < '2026-02-01' ? 400 : day < '2026-03-01' ? 350 : 300))
  const books: OfficeBooks = {
    currency: 'HUF',
    standings: [stands('G1100', 7_500_000n, 10_500_000n)],
    movements: [
      moved('G4100', '2026-01-01', -4_000_000n),
      moved('G4100', '2026-02-01', -3_500_000n),
      moved('G4100', '2026-03-01', -3_000_000n),
    ],
  }
  const { parts, difference, unbalanced } = translateBooks(books, {
    month: '2026-03-01',
    at: 'end',
    to: 'EUR',
    rates: table,
  })
  // 105 000 HUF in the bank are 350.00 €; turnover was 100.00 + 100.00 + 100.00 €; 50.00 € came from the rates.
  expect(byGroup(parts)).toEqual({ G1100: 35_000n, G4100: -30_000n })
  expect({ difference, unbalanced }).toEqual({ difference: -5_000n, unbalanced: 0n })
  const effects = rateEffects({ parts, difference }, table.closing('HUF', 'EUR', '2026-03-31'))
  // 40 000 HUF became 133.33 €, 33.33 more than in January; February's 35 000 became 116.67 €.
  expect(effects.effects.map(({ amount }) => amount)).toEqual([-3_333n, -1_667n, 0n])
  expect(effects.rounding).toBe(0n)
})

test('on 1 January income begins anew, and what was earned before is the accumulated result at its own rates', () => {
  const table = rates((day) => (day < '2026-01-01' ? 400 : 320))
  const books: OfficeBooks = {
    currency: 'HUF',
    standings: [stands('G1100', 12_000_000n, 15_200_000n)],
    movements: [
      moved('G4100', '2025-12-01', -8_000_000n, true),
      moved('G4100', '2025-12-01', -4_000_000n),
      moved('G4100', '2026-01-01', -3_200_000n),
    ],
  }
  const at = (when: 'start' | 'end') =>
    byGroup(translateBooks(books, { month: '2026-01-01', at: when, to: 'EUR', rates: table }).parts)
  expect(at('start')).toEqual({ G1100: 30_000n, G3800: -30_000n })
  expect(at('end')).toEqual({ G1100: 47_500n, G3800: -30_000n, G4100: -10_000n })
})

test('an office with the group’s own currency needs no rate and has no difference', () => {
  const books: OfficeBooks = {
    currency: 'EUR',
    standings: [stands('G1100', 0n, 100n)],
    movements: [moved('G4100', '2026-03-01', -100n)],
  }
  const table = new RateTable([])
  expect(translateBooks(books, { month: '2026-03-01', at: 'end', to: 'EUR', rates: table }).difference).toBe(
    0n,
  )
})

test('books that do not balance are not made to: what they lack stays to be seen', () => {
  const books: OfficeBooks = {
    currency: 'HUF',
    standings: [stands('G1100', 0n, 40_000n)],
    movements: [moved('G4100', '2026-03-01', -36_000n)],
  }
  const translated = translateBooks(books, {
    month: '2026-03-01',
    at: 'end',
    to: 'EUR',
    rates: rates(() => 400),
  })
  expect(translated.unbalanced).toBe(10n)
  expect(translated.parts.reduce((sum, { amount }) => sum + amount, translated.difference)).toBe(10n)
})

const amount = fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n })
const stock = Object.keys(GROUP_CHART).filter((group) => /^G[12]|^G3[123]/.test(group))
const flow = Object.keys(GROUP_CHART).filter((group) => /^G[45]/.test(group))
const books: fc.Arbitrary<OfficeBooks> = fc
  .record({
    standings: fc.array(fc.tuple(fc.constantFrom(...stock), amount, amount), { maxLength: 12 }),
    movements: fc.array(
      fc.tuple(fc.constantFrom(...flow), fc.integer({ min: 2, max: 16 }), amount, fc.boolean()),
      { maxLength: 40 },
    ),
  })
  .map(({ standings, movements }) => {
    const flows = movements.map(([group, at, moves, joined]) => {
      const year = at > 12 ? 2026 : 2025
      return moved(group, `${year}-${String(((at - 1) % 12) + 1).padStart(2, '0')}-01`, moves, joined)
    })
    const flowUntil = (until: string) =>
      flows.filter(({ joined, month }) => joined || month <= until).reduce((sum, one) => sum + one.amount, 0n)
    const opening = standings.reduce((sum, [, value]) => sum + value, 0n)
    const closing = standings.reduce((sum, [, , value]) => sum + value, 0n)
    const rest = stands('G1100', -opening - flowUntil('2026-03-31'), -closing - flowUntil('2026-04-30'))
    return {
      currency: 'HUF',
      standings: [...standings.map(([group, from, to]) => stands(group, from, to)), rest],
      movements: flows,
    }
  })

test('whatever the books and the rates, the translated accounts sum to zero to the cent, and every figure to its parts', () => {
  fc.assert(
    fc.property(books, fc.integer({ min: 1, max: 1_000_000 }), (given, seed) => {
      // A rate that jumps by up to a half from day to day.
      const table = rates((day) => 200 + ((dayNumber(day) * 7_919 * seed) % 20_011) / 100)
      for (const at of ['start', 'end'] as const) {
        const translated = translateBooks(given, { month: '2026-04-01', at, to: 'EUR', rates: table })
        expect(translated.unbalanced).toBe(0n)
        expect(translated.parts.reduce((sum, part) => sum + part.amount, translated.difference)).toBe(0n)
        const closing = table.closing('HUF', 'EUR', at === 'end' ? '2026-04-30' : '2026-03-31')
        const { effects, rounding } = rateEffects(translated, closing)
        expect(effects.reduce((sum, one) => sum + one.amount, rounding)).toBe(translated.difference)
        // Half a cent a part at most.
        const most = BigInt(translated.parts.length + effects.length + 1)
        expect(rounding * rounding <= most * most).toBe(true)
      }
    }),
  )
})

/**
 * A spreadsheet of IAS 21 in so many words, sharing no code with the product: one rate a month (so that closing and average
 * of a month are the same figure), each cell `amount ÷ rate` rounded half away from zero to the cent.
 */
function spreadsheet(given: OfficeBooks, perMonth: ReadonlyMap<string, number>, month: string) {
  const cell = (home: bigint, at: string) => {
    // 39(a) and (b): forints divided by forints for a euro; the rate is in hundredths.
    const rate = BigInt(perMonth.get(at) as number)
    const twice = (home < 0n ? -home : home) * 100n * 2n + rate
    const cents = twice / (2n * rate)
    return home < 0n ? -cents : cents
  }
  const before = (at: string) => {
    const [year, number] = at.split('-').map(Number) as [number, number]
    return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
  }
  const sheet: Record<string, bigint> = {}
  const add = (group: string, cents: bigint) => {
    sheet[group] = (sheet[group] ?? 0n) + cents
  }
  for (const { group, closing } of given.standings) add(group, cell(closing, month))
  for (const { group, month: day, joined, amount: moves } of given.movements) {
    const moved = day.slice(0, 7)
    if (!joined && moved > month) continue
    const isThisYear = !joined && moved.slice(0, 4) === month.slice(0, 4)
    add(isThisYear ? group : 'G3800', cell(moves, joined ? before(moved) : moved))
  }
  // 41: what remains is recognised in other comprehensive income.
  const difference = -Object.values(sheet).reduce((sum, cents) => sum + cents, 0n)
  return { sheet, difference }
}

test('random books over sixteen months come out as a spreadsheet of the standard says, to the cent', () => {
  const months = Array.from({ length: 17 }, (_, at) => {
    const year = at > 12 ? 2026 : at === 0 ? 2024 : 2025
    return `${year}-${String(at === 0 ? 12 : ((at - 1) % 12) + 1).padStart(2, '0')}`
  })
  const monthly = fc.array(fc.integer({ min: 20_000, max: 60_000 }), { minLength: 17, maxLength: 17 })
  fc.assert(
    fc.property(books, monthly, (given, values) => {
      const perMonth = new Map(months.map((month, at) => [month, values[at] as number]))
      const days = Array.from({ length: 520 }, (_, at) => addDays('2024-12-01', at))
      const table = new RateTable(
        days.map((day): Quote => {
          const hundredths = String(perMonth.get(day.slice(0, 7)) ?? 40_000)
          const quote = `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`
          return { source: 'ecb', currency: 'HUF', day, quote }
        }),
      )
      const translated = translateBooks(given, { month: '2026-04-01', at: 'end', to: 'EUR', rates: table })
      const { sheet, difference } = spreadsheet(given, perMonth, '2026-04')
      const nonzero = (sums: Record<string, bigint>) =>
        Object.fromEntries(Object.entries(sums).filter(([, cents]) => cents !== 0n))
      expect(nonzero(byGroup(translated.parts))).toEqual(nonzero(sheet))
      expect(translated.difference).toBe(difference)
    }),
  )
})
