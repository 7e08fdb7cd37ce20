import { expect, test } from 'vitest'
import { type PoolCell, suppress } from '../../src/funds/index.ts'

const cell = (
  period: string,
  activities: number,
  kind: PoolCell['kind'] = 'advanced',
  amount = 100n,
): PoolCell => ({
  period,
  fundId: 'f',
  kind,
  amount,
  activities,
})
const shown = (cells: PoolCell[], kind: PoolCell['kind'] = 'advanced') =>
  suppress(cells).map((month) => month[kind])

test('a figure behind which fewer than five people’s activities stand is withheld', () => {
  expect(shown([cell('2026-09', 5), cell('2026-10', 4), cell('2026-11', 1)])).toEqual([100n, null, null])
  expect(shown([cell('2026-09', 5), cell('2026-10', 6)])).toEqual([100n, 100n])
})

test('a single gap is not left alone: with a total it could be worked out', () => {
  expect(shown([cell('2026-09', 9), cell('2026-10', 4), cell('2026-11', 7)])).toEqual([100n, null, null])
})

test('what the fund itself spends, and nothing at all, tells of nobody', () => {
  expect(shown([cell('2026-09', 0, 'spent')], 'spent')).toEqual([100n])
  expect(shown([cell('2026-09', 0, 'lost', 0n)], 'lost')).toEqual([0n])
})

test('what a fund bore of one person’s wage is withheld', () => {
  expect(shown([cell('2026-09', 1, 'spent'), cell('2026-10', 0, 'spent')], 'spent')).toEqual([null, null])
})
