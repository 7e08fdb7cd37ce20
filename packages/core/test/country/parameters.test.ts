import { describe, expect, test } from 'vitest'
import { NoLawError, parameter, resolver, unverified, valueOn } from '../../src/country/parameters.ts'

const minimumWage = parameter({
  unit: 'amount',
  title: 'minimum wage per month',
  series: [
    { from: '2025-01-01', value: 200_000n, source: 'a decree' },
    {
      from: '2026-01-01',
      value: 210_000n,
      source: 'a later decree',
      unverified: 'read in one secondary source only',
    },
    { from: '2026-06-01', value: 215_000n, source: 'the index' },
  ],
})
const ceiling = parameter({
  unit: 'amount',
  title: 'ceiling',
  series: [{ from: '2025-07-01', value: 400_000n, source: 'an act' }],
})

describe('a dated parameter', () => {
  test.each([
    ['2025-01-01', 200_000n],
    ['2025-12-31', 200_000n],
    ['2026-01-01', 210_000n],
    ['2026-05-31', 210_000n],
    ['2026-06-01', 215_000n],
    ['2031-01-01', 215_000n],
  ])('is on %s the value of its last change', (day, value) => {
    expect(valueOn('minimumWage', minimumWage, day).value).toBe(value)
  })

  test('knows no law before its first day, and says from when it does', () => {
    expect(() => valueOn('minimumWage', minimumWage, '2024-12-31')).toThrow(NoLawError)
    expect(() => valueOn('minimumWage', minimumWage, '2024-12-31')).toThrow(/known from 2025-01-01/)
  })

  test.each([
    ['no values', []],
    [
      'the same day twice',
      [
        { from: '2025-01-01', value: 1, source: 's' },
        { from: '2025-01-01', value: 2, source: 's' },
      ],
    ],
    [
      'descending days',
      [
        { from: '2026-01-01', value: 1, source: 's' },
        { from: '2025-01-01', value: 2, source: 's' },
      ],
    ],
    ['a missing source', [{ from: '2025-01-01', value: 1, source: ' ' }]],
  ])('with %s is refused when it is declared', (_what, series) => {
    expect(() => parameter({ unit: 'count', title: 'a count', series })).toThrow(RangeError)
  })
})

describe('a resolver', () => {
  const inForce = resolver({ minimumWage, ceiling })

  test('gives each day the same values as looking each parameter up alone', () => {
    for (const day of ['2025-07-01', '2025-12-31', '2026-01-01', '2026-06-01', '2025-07-02', '2027-01-01'])
      expect(inForce(day)).toEqual({
        minimumWage: valueOn('minimumWage', minimumWage, day).value,
        ceiling: valueOn('ceiling', ceiling, day).value,
      })
  })

  test('resolves each interval between two changes of the law once', () => {
    expect(inForce('2026-02-01')).toBe(inForce('2026-05-31'))
    expect(inForce('2026-02-01')).not.toBe(inForce('2026-06-01'))
  })

  test('refuses a day on which one of its parameters has no law yet', () => {
    expect(() => inForce('2025-06-30')).toThrow(NoLawError)
  })
})

test('unverified values are listed with their reason, all of them or those in force on a day', () => {
  const found = [
    { parameter: 'minimumWage', from: '2026-01-01', reason: 'read in one secondary source only' },
  ]
  expect(unverified({ minimumWage, ceiling })).toEqual(found)
  expect(unverified({ minimumWage, ceiling }, '2026-03-01')).toEqual(found)
  expect(unverified({ minimumWage, ceiling }, '2026-07-01')).toEqual([])
})
