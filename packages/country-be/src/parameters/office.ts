import { euro, type Minor, parameter, percent, type Rate } from '@samen/core/country'

/** Collective agreement 50: the minimum wage of the young, by age on the first day worked. */
export interface YoungMinimumShares {
  readonly under17: Rate
  readonly at17: Rate
  readonly studentAt18: Rate
  readonly studentAt19: Rate
  readonly studentAt20: Rate
}

/** What the office sets or insures itself, and the floor under wages. */
export const officeParameters = {
  minimumWage: parameter<Minor>({
    unit: 'amount',
    title: 'RMMMG/GGMMI: guaranteed average monthly minimum wage from 18 years',
    series: [
      {
        from: '2025-01-01',
        value: euro('2070.48'),
        source: 'Collective agreement 43 (securex.be, bedragen van het nationaal GMMI)',
      },
      {
        from: '2025-02-01',
        value: euro('2111.89'),
        source: 'Collective agreement 43 (securex.be, bedragen van het nationaal GMMI; sheet a.5)',
      },
      { from: '2026-01-01', value: euro('2154.11'), source: 'Collective agreement 43 (sheet a.5, pc200)' },
      { from: '2026-04-01', value: euro('2189.81'), source: 'Collective agreement 43 (sheet a.5, pc200)' },
      { from: '2026-07-01', value: euro('2233.61'), source: 'Collective agreement 43 (sheet a.5, vic-spec)' },
    ],
  }),
  /** Whoever is older, or from 18 on no student, is owed the whole. */
  youngMinimumShares: parameter<YoungMinimumShares>({
    unit: 'table',
    title: 'Shares of the guaranteed minimum wage owed below 18, and to students below 21',
    series: [
      {
        from: '2025-01-01',
        value: {
          under17: percent('67'),
          at17: percent('73'),
          studentAt18: percent('79'),
          studentAt19: percent('85'),
          studentAt20: percent('90'),
        },
        source: 'Collective agreement 50 (securex.be, bedragen van het nationaal GMMI)',
      },
    ],
  }),
  exitHolidayRate: parameter<Rate>({
    unit: 'rate',
    title:
      'Exit holiday pay set aside at each fixed-term contract of an employee (7.67 % simple + 7.67 % double)',
    series: [
      {
        from: '2025-01-01',
        value: percent('15.34'),
        source: 'Royal Decree of 30 March 1967, art. 46; securex.be (7.67 %, 6.80 % and 0.87 %)',
        unverified:
          'Set aside on gross alone: the employer contributions on the simple part (7.67 %) fall due when it is paid.',
      },
    ],
  }),
}

/** Levy on the fee and the promise clock; by date. */
export const levy = parameter<Rate>({
  unit: 'rate',
  title: 'Levy of the cooperative on amounts invoiced, VAT excluded',
  series: [
    {
      from: '2018-01-01',
      value: percent('6.5'),
      source: 'smartbe.be/fr/nos-services/financement (sheet a.1)',
    },
  ],
})

export const payDeadlineDays = parameter<number>({
  unit: 'count',
  title: 'Working days after the end of a job within which its wage is paid',
  series: [
    {
      from: '2018-01-01',
      value: 7,
      source:
        'Act of 12 April 1965 on the protection of wages, art. 9 (at most 7 working days); the cooperative’s promise (sheet a.1, g)',
    },
  ],
})
