import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concentrationOf, expectedLoss, forecastCash, taxDayAfter } from '../../src/funds/cockpit/index.ts'

test('ten clients of one size are as concentrated as ten clients, and one alone is one', () => {
  expect(concentrationOf(Array.from({ length: 10 }, () => 700n))).toEqual({
    clients: 10,
    largest: 0.1,
    five: 0.5,
    herfindahl: 0.1,
    alike: 10,
  })
  expect(concentrationOf([5n, 0n])).toMatchObject({ clients: 1, largest: 1, herfindahl: 1, alike: 1 })
  // Half with one client, the other half with five: ¼ + 5 × 1/100.
  expect(concentrationOf([50n, 10n, 10n, 10n, 10n, 10n])).toMatchObject({ herfindahl: 0.3, five: 0.9 })
  expect(concentrationOf([])).toBeUndefined()
})

test('the expected loss is the amount times the chance to fail before paying', () => {
  expect(expectedLoss([{ outstanding: 1_000_000n, hazardAYear: 0.1, days: 365 }])).toBe(95_162n)
  expect(expectedLoss([{ outstanding: 1_000_000n, hazardAYear: 0, days: 30 }])).toBe(0n)
  expect(expectedLoss([])).toBe(0n)
})

test('cash comes in by the delays, goes out on its days, and no cent is lost', () => {
  const forecast = forecastCash(1_000n, 10, {
    due: [{ dueOn: 2, open: 100n }],
    wages: [
      { day: -3, amount: 50n },
      { day: 4, amount: 20n },
    ],
    taxes: [{ day: 10, amount: 7n }],
    delays: [0, 1, 5],
  })
  expect(forecast[0]).toEqual({ day: 0, receipts: 0n, wages: 50n, taxes: 0n, cash: 950n })
  expect([2, 3, 7].map((day) => forecast[day]?.receipts)).toEqual([33n, 33n, 34n])
  expect(forecast[10]).toMatchObject({ taxes: 7n, cash: 1_000n + 100n - 50n - 20n - 7n })
  const amounts = fc.array(
    fc.record({ dueOn: fc.integer({ min: -5, max: 40 }), open: fc.bigInt(1n, 9_999n) }),
  )
  fc.assert(
    fc.property(amounts, (due) => {
      const days = forecastCash(0n, 100, { due, wages: [], taxes: [], delays: [6, 9, 9, 30] })
      expect(days.at(-1)?.cash).toBe(due.reduce((sum, { open }) => sum + open, 0n))
    }),
  )
})

test('an invoice that is older than every delay ever seen is not counted on', () => {
  const days = forecastCash(0n, 90, {
    due: [{ dueOn: -60, open: 500n }],
    wages: [],
    taxes: [],
    delays: [0, 30],
  })
  expect(days.at(-1)?.cash).toBe(0n)
})

test('taxes owed today are due on the fifteenth of the next month', () => {
  expect(taxDayAfter('2026-11-23')).toBe('2026-12-15')
  expect(taxDayAfter('2026-12-01')).toBe('2027-01-15')
})
