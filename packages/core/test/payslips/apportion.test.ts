import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apportion, apportionShares, wagePeriods } from '../../src/payslips/index.ts'
import { testland } from '../support/test-country.ts'

test('the cents left over go to the largest remainders', () => {
  expect(apportion(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n])
  expect(apportion(10n, [1n, 2n, 4n])).toEqual([1n, 3n, 6n])
  expect(apportion(0n, [3n, 5n])).toEqual([0n, 0n])
})

test('parts always sum to the whole, and no part is more than a cent off', () => {
  fc.assert(
    fc.property(
      fc.bigInt(0n, 10n ** 12n),
      fc
        .array(fc.bigInt(0n, 10_000n), { minLength: 1, maxLength: 12 })
        .filter((weights) => weights.some((one) => one > 0n)),
      (amount, weights) => {
        const parts = apportion(amount, weights)
        const whole = weights.reduce((sum, one) => sum + one, 0n)
        expect(parts.reduce((sum, one) => sum + one, 0n)).toBe(amount)
        for (const [at, part] of parts.entries()) {
          const distance = part * whole - amount * (weights[at] as bigint)
          expect(distance > -whole && distance < whole).toBe(true)
        }
      },
    ),
  )
})

test('what the shares leave of a budget is in no share', () => {
  const half = { numerator: 1n, denominator: 2n }
  const third = { numerator: 1n, denominator: 3n }
  expect(apportionShares(100n, [half, third])).toEqual([50n, 33n])
  expect(apportionShares(100n, [third, third, third])).toEqual([34n, 33n, 33n])
  expect(() => apportionShares(100n, [half, half, third])).toThrow(RangeError)
})

test('a job within a month is one pay period', () => {
  expect(wagePeriods('2026-03-02', '2026-03-06', testland.holidays)).toEqual([
    { from: '2026-03-02', to: '2026-03-06', weight: 1n },
  ])
})

test('a job over three months is three, weighed by their working days', () => {
  expect(wagePeriods('2026-10-28', '2026-12-02', testland.holidays)).toEqual([
    { from: '2026-10-28', to: '2026-10-31', weight: 3n },
    { from: '2026-11-01', to: '2026-11-30', weight: 20n },
    { from: '2026-12-01', to: '2026-12-02', weight: 2n },
  ])
})

test('a weekend over the end of a month is weighed by calendar days', () => {
  expect(wagePeriods('2026-01-31', '2026-02-01', testland.holidays)).toEqual([
    { from: '2026-01-31', to: '2026-01-31', weight: 1n },
    { from: '2026-02-01', to: '2026-02-01', weight: 1n },
  ])
})

test('a weekend that merely trails into the next month earns no payslip of its own', () => {
  expect(wagePeriods('2026-01-26', '2026-02-01', testland.holidays).map(({ to }) => to)).toEqual([
    '2026-01-31',
  ])
})
