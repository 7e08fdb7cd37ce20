import { expect, test } from 'vitest'
import { nextPeriod, periodsUpTo, previousPeriod } from '../../src/shell/period.ts'

test('months run through the turn of the year', () => {
  expect(nextPeriod('2026-12')).toBe('2027-01')
  expect(previousPeriod('2027-01')).toBe('2026-12')
  expect(periodsUpTo('2026-02', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11'])
})
