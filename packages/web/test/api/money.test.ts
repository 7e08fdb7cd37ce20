import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { major, minor, negated, sum, typedAmount } from '../../src/api/money.ts'

describe('amounts on the screen', () => {
  test('cents survive the way to minor units and back, of either sign and any size', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (cents) => {
        expect(minor(major(cents))).toBe(cents)
      }),
    )
  })

  test('sums are exact where floats are not', () => {
    expect(sum(['0.10', '0.20'])).toBe('0.30')
    expect(sum(Array.from({ length: 1000 }, () => '0.01'))).toBe('10.00')
    expect(negated('0.00')).toBe('0.00')
  })

  test.each([
    ['1250', '1250.00'],
    ['1250.5', '1250.50'],
    ['1.250,50', '1250.50'],
    ['1,250.50', '1250.50'],
    ['1 250,50', '1250.50'],
    ['€ 1.250', '1250.00'],
    ['0,99', '0.99'],
    ['007', '7.00'],
    ['250 000 Ft', '250000.00'],
    ['10.000 kr', '10000.00'],
  ])('%s is read as %s', (typed, amount) => expect(typedAmount(typed)).toBe(amount))

  test.each(['', 'twelve', '1.2.3', '12,345,6x', '-5', '1,2345', '12345678901'])('%s is no price', (typed) =>
    expect(typedAmount(typed)).toBeUndefined(),
  )
})
