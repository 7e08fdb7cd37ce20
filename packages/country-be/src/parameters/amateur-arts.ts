import { euro, type Minor, parameter, percent, type Rate } from '@samen/core/country'

const SECUREX = 'securex.be, régime de l’indemnité des arts en amateur, 2 January 2025'
const OFFICIAL = 'workinginthearts.be (Working in the Arts commission)'
const REPOSITORY_2026 = 'Contract text of a musician’s public repository: 81.90 and 23.40 in 2026'
const ONE_SOURCE = 'One secondary source; it agrees with the base amount times the index 1.1700.'

/** Amateur-arts allowance (AKV, IAA), in force since 1 January 2024; amounts are indexed every year. */
export const amateurArtsParameters = {
  amateurDayMaximum: parameter<Minor>({
    unit: 'amount',
    title: 'Amateur-arts allowance: most a day and principal',
    series: [
      { from: '2025-01-01', value: euro('80.18'), source: SECUREX },
      { from: '2026-01-01', value: euro('81.90'), source: REPOSITORY_2026, unverified: ONE_SOURCE },
    ],
  }),
  amateurTravelMaximum: parameter<Minor>({
    unit: 'amount',
    title: 'Amateur-arts allowance: most a day for proven travel',
    series: [
      { from: '2025-01-01', value: euro('22.91'), source: SECUREX },
      { from: '2026-01-01', value: euro('23.40'), source: REPOSITORY_2026, unverified: ONE_SOURCE },
    ],
  }),
  amateurThreshold: parameter<Minor>({
    unit: 'amount',
    title: 'Allowances of a principal in a year above which it owes the contribution on all of them',
    series: [
      {
        from: '2025-01-01',
        value: euro('572.70'),
        source: `${OFFICIAL}: 551.56 in 2024, base 500`,
        unverified: 'Derived: 500 times the index 1.1454, which gives the published 80.18 and 22.91 of 2025.',
      },
      {
        from: '2026-01-01',
        value: euro('585.00'),
        source: `${OFFICIAL}: 551.56 in 2024, base 500`,
        unverified: 'Derived: 500 times the index 1.1700, which gives the 81.90 and 23.40 read for 2026.',
      },
    ],
  }),
  amateurRate: parameter<Rate>({
    unit: 'rate',
    title: 'Contribution of a principal on all its allowances of the year',
    series: [
      {
        from: '2025-01-01',
        value: percent('5'),
        source: OFFICIAL,
        unverified: 'That refunded travel stays out of its base follows from the wording and was not read.',
      },
    ],
  }),
  amateurDays: parameter<number>({
    unit: 'count',
    title: 'Days of a calendar year, for all principals together, an artist may be paid by allowance',
    series: [{ from: '2025-01-01', value: 30, source: `${OFFICIAL}; ${SECUREX}` }],
  }),
  amateurRun: parameter<number>({
    unit: 'count',
    title: 'Days in a row for the same principal an artist may be paid by allowance',
    series: [{ from: '2025-01-01', value: 7, source: `${OFFICIAL}; ${SECUREX}` }],
  }),
}
