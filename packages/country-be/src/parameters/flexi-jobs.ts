import { euro, type Minor, parameter, percent, type Rate } from '@samen/core/country'

const EXCESS =
  'Which rule of annex III applies to the part above the ceiling was not read: the key formula of the month is used.'

/** Flexi-jobs (act of 16 November 2015): law in force on the days worked. */
export const flexiJobParameters = {
  flexiEmployerRate: parameter<Rate>({
    unit: 'rate',
    title: 'Special employer contribution on flexi wage and flexi holiday pay (050, 450)',
    series: [
      {
        from: '2025-01-01',
        value: percent('28'),
        source:
          'Act of 29 June 1981, art. 38 § 3sexdecies; circular 2026/C/4 of 5 January 2026; NSSO rates 2026/3 (sheet c.1)',
      },
    ],
  }),
  flexiHolidayRate: parameter<Rate>({
    unit: 'rate',
    title: 'Flexi holiday pay, paid with the flexi wage',
    series: [
      {
        from: '2025-01-01',
        value: percent('7.67'),
        source: 'Act of 16 November 2015, art. 5; besox.be, horecaismijnpassie.be (11.64 + 0.89 euros, 2025)',
      },
    ],
  }),
  flexiMaximumShare: parameter<Rate>({
    unit: 'rate',
    title: 'Highest flexi wage, as a share of the least one',
    series: [
      {
        from: '2025-01-01',
        value: percent('150'),
        source: 'Programme act of 22 December 2023 (besox.be, sotra.be, horecaismijnpassie.be)',
      },
      {
        from: '2026-01-01',
        value: percent('150'),
        source: 'Programme act of 22 December 2023 (besox.be, sotra.be)',
        unverified:
          'The coalition agreement of 2025 announced a maximum of 21 euros an hour; whether it is in force was not found.',
      },
    ],
  }),
}

/** Law in force on the day of payment. */
export const flexiJobTaxParameters = {
  flexiExempt: parameter<Minor>({
    unit: 'amount',
    title: 'Flexi pay of a year free of tax, for those who are not pensioners',
    series: [
      {
        from: '2025-01-01',
        value: euro('18000'),
        source:
          'Income Tax Code 1992, art. 38 § 1, 29°; act of 18 December 2025, art. 19-21; circular 2026/C/4; ucm.be (12 000 before 2025)',
        unverified: EXCESS,
      },
      {
        from: '2026-01-01',
        value: euro('18000'),
        source:
          'Income Tax Code 1992, art. 38 § 1, 29°; act of 18 December 2025, art. 19-21; circular 2026/C/4',
        unverified: `The amount is indexed every year; that of 2026 was not found and cannot lie below this one. ${EXCESS}`,
      },
    ],
  }),
}
