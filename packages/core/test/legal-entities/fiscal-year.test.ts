import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../src/country/index.ts'
import { fiscalYearOf, fiscalYearsEnding, monthsAfter } from '../../src/legal-entities/index.ts'

const short = [{ from: '2026-01-01', months: 3 }]
const long = [{ from: '2026-01-01', months: 15 }]

test('a company without a rule keeps calendar years', () => {
  expect(fiscalYearOf([], '2026-12-31')).toEqual({ from: '2026-01-01', to: '2026-12-31' })
  expect(fiscalYearsEnding([], 2026)).toEqual([{ from: '2026-01-01', to: '2026-12-31' }])
})

test.each([
  ['before a rule, years are calendar years', short, '2025-05-05', '2025-01-01', '2025-12-31'],
  ['a short year leads to years from April', short, '2026-03-31', '2026-01-01', '2026-03-31'],
  ['the year after a short one has twelve months', short, '2026-04-01', '2026-04-01', '2027-03-31'],
  ['and so has the next', short, '2028-02-29', '2027-04-01', '2028-03-31'],
  ['a long year runs over the turn of the year', long, '2027-01-15', '2026-01-01', '2027-03-31'],
  [
    'a later rule ends the year that runs',
    [...short, { from: '2027-01-01', months: 12 }],
    '2026-11-01',
    '2026-04-01',
    '2026-12-31',
  ],
])('%s', (_, rules, day, from, to) => {
  expect(fiscalYearOf(rules, day)).toEqual({ from, to })
})

test('two years end beside a short one, none inside a long one', () => {
  expect(fiscalYearsEnding([{ from: '2026-04-01', months: 9 }], 2026)).toEqual([
    { from: '2026-01-01', to: '2026-03-31' },
    { from: '2026-04-01', to: '2026-12-31' },
  ])
  expect(fiscalYearsEnding(long, 2026)).toEqual([])
})

test('fiscal years follow one another without a gap or an overlap, whatever the rules', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 24 })), { maxLength: 5 }),
      (steps) => {
        let at = '2020-01-01'
        const rules = steps.map(([gap, months]) => {
          at = monthsAfter(at, gap)
          return { from: at, months }
        })
        let day = '2019-01-01'
        while (day < '2036-01-01') {
          const year = fiscalYearOf(rules, day)
          expect(year.from).toBe(day)
          expect(fiscalYearOf(rules, year.to)).toEqual(year)
          day = addDays(year.to, 1)
        }
      },
    ),
    { numRuns: 50 },
  ))
