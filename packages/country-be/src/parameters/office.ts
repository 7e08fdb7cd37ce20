import { euro, type Minor, parameter, percent, type Rate } from '@samen/core/country'

/** What the office sets or insures itself, and the floor under wages. */
export const officeParameters = {
  minimumWage: parameter<Minor>({
    unit: 'amount',
    title: 'RMMMG/GGMMI: guaranteed average monthly minimum wage from 18 years',
    series: [
      {
        from: '2025-01-01',
        value: euro('2070.48'),
        source: 'Collective agreement 43, index step of May 2024',
        unverified: 'From memory; 2 % below the amount of February 2025.',
      },
      {
        from: '2025-02-01',
        value: euro('2111.89'),
        source: 'Collective agreement 43 (sheet a.5)',
        unverified: 'From memory; agrees with the index chain to 2026.',
      },
      { from: '2026-01-01', value: euro('2154.11'), source: 'Collective agreement 43 (sheet a.5, pc200)' },
      { from: '2026-04-01', value: euro('2189.81'), source: 'Collective agreement 43 (sheet a.5, pc200)' },
      { from: '2026-07-01', value: euro('2233.61'), source: 'Collective agreement 43 (sheet a.5, vic-spec)' },
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
