import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  AMOUNT_MAX,
  divide,
  formatAmount,
  formatPercent,
  formatRate,
  multiply,
  parseAmount,
  percent,
  type Rounding,
  rate,
  roundRate,
  slice,
} from '../../src/country/money.ts'

const amounts = fc.bigInt({ min: -AMOUNT_MAX, max: AMOUNT_MAX })
const positive = fc.bigInt({ min: 1n, max: 10n ** 12n })

describe('dividing', () => {
  test.each<[Rounding, bigint[]]>([
    // of  -1.5  -1.25  -0.5  0.5  1.25  1.5  2.5
    ['half-up', [-2n, -1n, -1n, 1n, 1n, 2n, 3n]],
    ['half-even', [-2n, -1n, 0n, 0n, 1n, 2n, 2n]],
    ['down', [-1n, -1n, 0n, 0n, 1n, 1n, 2n]],
    ['up', [-2n, -2n, -1n, 1n, 2n, 2n, 3n]],
    ['floor', [-2n, -2n, -1n, 0n, 1n, 1n, 2n]],
    ['ceiling', [-1n, -1n, 0n, 1n, 2n, 2n, 3n]],
  ])('rounds %s as its name says, on both sides of zero', (rounding, expected) => {
    const quarters = [-6n, -5n, -2n, 2n, 5n, 6n, 10n]
    expect(quarters.map((quarter) => divide(quarter, 4n, rounding))).toEqual(expected)
  })

  test('lands within one unit of the exact quotient, and within half of it when rounding to the nearest', () => {
    fc.assert(
      fc.property(
        amounts,
        positive,
        fc.constantFrom<Rounding>('half-up', 'half-even', 'down', 'up', 'floor', 'ceiling'),
        (n, d, rounding) => {
          const error = divide(n, d, rounding) * d - n
          const distance = error < 0n ? -error : error
          expect(distance < d).toBe(true)
          if (rounding.startsWith('half')) expect(distance * 2n <= d).toBe(true)
          if (rounding === 'floor') expect(error <= 0n).toBe(true)
          if (rounding === 'ceiling') expect(error >= 0n).toBe(true)
        },
      ),
    )
  })

  test('does not care on which side the minus stands', () => {
    fc.assert(
      fc.property(amounts, positive, (n, d) => {
        expect(divide(n, -d)).toBe(divide(-n, d))
      }),
    )
  })

  test('by zero is refused', () => {
    expect(() => divide(1n, 0n)).toThrow(RangeError)
  })
})

describe('rates', () => {
  test('13.07 % of 778.87 € is 101.80 €, the half cent going up', () => {
    expect(multiply(77887n, percent('13.07'))).toBe(10180n)
    expect(multiply(50n, rate('0.01'))).toBe(1n)
    expect(multiply(-50n, rate('0.01'))).toBe(-1n)
  })

  test('read and print the same decimal', () => {
    expect(formatPercent(percent('13.07'))).toBe('13.07')
    expect(formatRate(rate('0.3781'))).toBe('0.3781')
    expect(formatPercent(percent('20'))).toBe('20')
    expect(formatPercent(percent('0'))).toBe('0')
  })

  test('can be rounded to the decimals a law names', () => {
    expect(roundRate({ numerator: 2n, denominator: 3n }, 4)).toEqual({
      numerator: 6667n,
      denominator: 10000n,
    })
  })

  test.each(['', '1,5', 'abc', '1e3', '--1', '.5', '1.'])('"%s" is not a rate', (text) => {
    expect(() => rate(text)).toThrow(RangeError)
  })
})

describe('amounts', () => {
  test('any amount survives being written and read', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(parseAmount(formatAmount(amount))).toBe(amount)
      }),
    )
  })

  test('are read from what people type', () => {
    expect(parseAmount('2500')).toBe(250000n)
    expect(parseAmount('2500.5')).toBe(250050n)
    expect(parseAmount('2500.500')).toBe(250050n)
    expect(parseAmount('-0.01')).toBe(-1n)
  })

  test.each(['2500.505', '1e3', '12,50', 'NaN', 'Infinity', '10000000001'])(
    '"%s" is not an amount',
    (text) => {
      expect(() => parseAmount(text)).toThrow(RangeError)
    },
  )
})

test('the slices of adjoining brackets sum to the amount', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 9n }),
      fc.array(fc.bigInt({ min: 1n, max: 10n ** 9n }), { maxLength: 6 }),
      (amount, cuts) => {
        const bounds = [0n, ...[...new Set(cuts)].sort((a, b) => (a < b ? -1 : 1))]
        const parts = bounds.map((from, index) => slice(amount, from, bounds[index + 1]))
        expect(parts.reduce((total, part) => total + part, 0n)).toBe(amount)
      },
    ),
  )
})
