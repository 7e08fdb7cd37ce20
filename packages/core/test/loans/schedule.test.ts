import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percent } from '../../src/country/index.ts'
import { nextInstalment, schedule } from '../../src/loans/index.ts'

const terms = (instalments: number, ...rates: [string, string][]) => ({
  lentOn: '2026-01-15',
  firstDueOn: '2026-02-28',
  instalments,
  rates: rates.map(([from, rate]) => ({ from, rate: percent(rate) })),
})

test('1 200.00 in three instalments at 6 % a year bears 6.00, 4.00 and 2.00', () => {
  expect(schedule(terms(3, ['1900-01-01', '6']), { outstanding: 120_000n, paid: 0 })).toEqual([
    { instalment: 1, dueOn: '2026-02-28', principal: 40_000n, interest: 600n },
    { instalment: 2, dueOn: '2026-03-28', principal: 40_000n, interest: 400n },
    { instalment: 3, dueOn: '2026-04-28', principal: 40_000n, interest: 200n },
  ])
})

test('the rate in force on the due day counts, and the first instalment bears all months since the money was lent', () => {
  const changing = { ...terms(2, ['1900-01-01', '6'], ['2026-05-01', '12']), firstDueOn: '2026-04-10' }
  expect(schedule(changing, { outstanding: 100_000n, paid: 0 }).map(({ interest }) => interest)).toEqual([
    1_500n,
    500n,
  ])
})

test('what was paid back early makes what is left smaller', () => {
  const standing = { outstanding: 30_000n, paid: 1 }
  expect(nextInstalment(terms(3, ['1900-01-01', '0']), standing)).toMatchObject({ principal: 15_000n })
  expect(nextInstalment(terms(3), { outstanding: 0n, paid: 1 })).toBeUndefined()
})

test('the principal of all instalments is what was lent, to the cent, whatever the terms', () =>
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 1_000_000_000n }),
      fc.integer({ min: 1, max: 240 }),
      fc.integer({ min: 0, max: 100 }),
      (principal, instalments, rate) => {
        const all = schedule(terms(instalments, ['1900-01-01', String(rate)]), {
          outstanding: principal,
          paid: 0,
        })
        expect(all.reduce((sum, one) => sum + one.principal, 0n)).toBe(principal)
        expect(all.every((one) => one.principal >= 0n && one.interest >= 0n)).toBe(true)
      },
    ),
    { numRuns: 100 },
  ))
