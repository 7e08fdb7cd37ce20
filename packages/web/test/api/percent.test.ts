import { expect, test } from 'vitest'
import { HUNDRED, percentText, typedPercent } from '../../src/api/percent.ts'

test.each([
  ['50', '50'],
  ['12,5', '12.5'],
  ['33.333333', '33.333333'],
  [' 6 %', '6'],
  ['0', '0'],
  ['100,000', '100'],
])('%s is the percentage %s', (typed, text) => {
  expect(percentText(typedPercent(typed) ?? -1n)).toBe(text)
})

test.each(['', 'x', '-1', '100.1', '1.2345678', '1e2', '1 000'])('%s is no percentage', (typed) => {
  expect(typedPercent(typed)).toBeUndefined()
})

test('thirds that do not make a hundred are told from those that do', () => {
  const third = typedPercent('33.333333') as bigint
  expect(third * 3n).not.toBe(HUNDRED)
  expect(third * 2n + (typedPercent('33.333334') as bigint)).toBe(HUNDRED)
})
