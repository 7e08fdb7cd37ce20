import { euro, fraction, type Minor, parameter, percent, type Rate, rate } from '@samen/core/country'

const RATE_FILE = 'NSSO TechLib contribution rates 2026/3, employer class 000 (sheet c.1)'
const RATES_2025 = 'NSSO contribution rates 2025/1 (sheet c.1, other lines unchanged)'
const CLOSURE_2026 =
  'National Labour Council opinion on the Closure Fund 2026: 0.37 %, 0.32 %, 0.01 %, 0.09 % (unisoc.be; sheet c.1)'

/** One rate from 2025 on, read in the rate file of 2026 and reported unchanged since 2025. */
const steady = (title: string, value: string, unverified?: string) =>
  parameter<Rate>({
    unit: 'rate',
    title,
    series: [
      {
        from: '2025-01-01',
        value: percent(value),
        source: `${RATES_2025}; ${RATE_FILE}`,
        ...(unverified && { unverified }),
      },
    ],
  })

/**
 * NSSO contribution rates of an ordinary private employer. Wage moderation stands apart: workers until the year of 18 do
 * not owe it (code 810 type 2: "without wage moderation", NSSO instructions, special contribution to the Closure Fund).
 */
export const contributionParameters = {
  employeeRate: steady('Personal social-security contribution of worker codes 495, 015 and 046', '13.07'),
  employerRate: steady('Basic employer contribution, without wage moderation', '19.88'),
  moderationRate: steady('Wage moderation on the basic contribution, 4.27 % compounded', '5.12'),
  youngEmployeeRate: steady(
    'Personal contribution until 31 December of the year of 18 (027, 047, 487)',
    '5.57',
  ),
  youngEmployerRate: steady(
    'Employer contribution until 31 December of the year of 18 (027, 047, 487)',
    '16.06',
  ),
  manualBase: parameter<Rate>({
    unit: 'rate',
    title: 'Share of gross on which contributions of manual workers and artists are computed',
    series: [
      {
        from: '2025-01-01',
        value: rate('1.08'),
        source: 'Act of 29 June 1981, art. 23; NSSO rates (sheet c.1)',
      },
    ],
  }),
  /** Gross wage for work of the quarter above which the basic contribution and moderation are no longer due; none before. */
  employerCeiling: parameter<Minor | undefined>({
    unit: 'amount',
    title: 'Quarterly wage above which no basic employer contribution is due',
    series: [
      { from: '2025-01-01', value: undefined, source: 'No ceiling before the programme act of 18 July 2025' },
      {
        from: '2025-07-01',
        value: euro('85000'),
        source:
          'Act of 29 June 1981, art. 38 § 1; Royal Decree of 6 October 2025 (refli.be/fr/lex/2025202934)',
      },
      {
        from: '2026-01-01',
        value: euro('86700'),
        source: 'Indexed ceiling 2026 (sheet c.1, pc200)',
        unverified:
          'Whether the ceiling is compared with the wage at 100 % or at 108 % for manual workers was not found; 100 % is used.',
      },
    ],
  }),
  closureCommercialLarge: parameter<Rate>({
    unit: 'rate',
    title: 'Closure Fund, basic contribution (809), commercial, 20 workers or more, without moderation',
    series: [
      {
        from: '2025-01-01',
        value: percent('0.17'),
        source: 'NSSO rates 2025/1, code 809 type 5: 0.18 % with moderation (sheet c.1)',
      },
      { from: '2026-01-01', value: percent('0.37'), source: `${RATE_FILE}; ${CLOSURE_2026}` },
    ],
  }),
  closureCommercialSmall: parameter<Rate>({
    unit: 'rate',
    title: 'Closure Fund, basic contribution (809), commercial, fewer than 20 workers, without moderation',
    series: [
      {
        from: '2025-01-01',
        value: percent('0.12'),
        source: 'Derived from the rate for 20 workers or more and the 0.05 point difference of other years',
        unverified: 'The 2025 rate for fewer than 20 workers was derived, not read.',
      },
      { from: '2026-01-01', value: percent('0.32'), source: `${RATE_FILE}; ${CLOSURE_2026}` },
    ],
  }),
  closureModeration: parameter<Rate>({
    unit: 'rate',
    title: 'Wage moderation on the basic contribution to the Closure Fund (809)',
    series: [
      {
        from: '2025-01-01',
        value: percent('0.01'),
        source:
          'NSSO rates 2025/1, total of code 809 type 5: 0.18 % (sheet c.1); easypay-group.com 7346: 0.01 % comes on top of 0.17 %',
      },
      { from: '2026-01-01', value: percent('0.02'), source: RATE_FILE },
    ],
  }),
  closureNonCommercial: steady('Closure Fund, basic contribution (811), non-commercial', '0.01'),
  closureSpecial: parameter<Rate>({
    unit: 'rate',
    title: 'Closure Fund, special contribution for temporary unemployment (810), without moderation',
    series: [
      {
        from: '2025-01-01',
        value: percent('0.16'),
        source: 'NSSO rates 2025/1, code 810: 0.17 % with moderation (sheet c.1); unisoc.be: 0.16 %',
      },
      { from: '2026-01-01', value: percent('0.09'), source: `${RATE_FILE}; ${CLOSURE_2026}` },
    ],
  }),
  closureSpecialModeration: steady(
    'Wage moderation on the special contribution to the Closure Fund (810)',
    '0.01',
  ),
  unemploymentRate: steady('1.60 % unemployment (855), 10 workers or more, without moderation', '1.60'),
  unemploymentModeration: steady('Wage moderation on the 1.60 % (855)', '0.09'),
  temporaryUnemploymentRate: steady('Temporary unemployment and older unemployed (859)', '0.10'),
  riskGroupsRate: parameter<Rate>({
    unit: 'rate',
    title: '0.10 % for risk groups (852), where no agreement of the sector or the company covers the effort',
    series: [
      {
        from: '2025-01-01',
        value: percent('0.10'),
        source: `Royal Decree of 28 September 2025 for 2025 and 2026 (acerta.be); NSSO instructions, « Les groupes à risque »; ${RATE_FILE}`,
        unverified:
          'Whether agreements of the joint committees here (200, 227, 304, 329) cover the effort, so that the sector’s fund is owed it instead, was not read.',
      },
    ],
  }),
  workAccidentsRate: steady('Work accidents, special contribution (255)', '0.02'),
  asbestosRate: parameter<Rate>({
    unit: 'rate',
    title: 'Asbestos Fund (256), due in some quarters of the year',
    series: [
      {
        from: '2025-01-01',
        value: percent('0.01'),
        source:
          'NSSO instructions, « Bijdrage voor het asbestfonds »: quarters 1 and 2 unless decided otherwise',
        unverified: 'That 2025 followed the normal rule (quarters 1 and 2) was not read.',
      },
      {
        from: '2025-07-01',
        value: percent('0'),
        source:
          'NSSO instructions, « Bijdrage voor het asbestfonds »: quarters 1 and 2 unless decided otherwise',
        unverified: 'That 2025 followed the normal rule (quarters 1 and 2) was not read.',
      },
      { from: '2026-01-01', value: percent('0.01'), source: 'NSSO: quarters 1, 2 and 3 of 2026 (sheet c.1)' },
      { from: '2026-10-01', value: percent('0'), source: 'NSSO: quarters 1, 2 and 3 of 2026 (sheet c.1)' },
    ],
  }),
  sectorFund200Rate: steady(
    'Social fund of joint committee 200 (831)',
    '0.23',
    'Read in a 2025 test of a payroll program, not in the rate file of 2026.',
  ),
  holidaysQuarterlyRate: steady(
    'Annual holidays of manual workers and artists, quarterly part (253)',
    '5.57',
  ),
  holidaysYearlyRate: parameter<Rate>({
    unit: 'rate',
    title: 'Annual holidays of manual workers and artists, yearly debit notice of ONVA',
    series: [
      {
        from: '2025-01-01',
        value: percent('10.27'),
        source: 'NSSO, total 15.84 % (sheet c.1); cobelsa.be: 10.27 % of wages at 108 %',
      },
    ],
  }),
  doubleHolidayShare: parameter<Rate>({
    unit: 'rate',
    title: 'Part of double holiday pay (92 % of a month) that bears the personal contribution: 85 of 92',
    series: [
      {
        from: '2025-01-01',
        value: fraction(85n, 92n),
        source: 'Act of 29 June 1981, art. 39: not from the third day of the fourth week (securex.be)',
        unverified: 'One source takes 85 % of the double pay instead of 85/92 of it (sheet c.5).',
      },
    ],
  }),
  exitDoubleShare: parameter<Rate>({
    unit: 'rate',
    title: 'Part of exit holiday pay (15.34 %) that bears the contribution on double pay: 6.80 of 15.34',
    series: [
      {
        from: '2025-01-01',
        value: fraction(680n, 1534n),
        source: 'securex.be, pécule de vacances de départ: 6.80 % bears 13.07 %, 0.87 % bears nothing',
      },
    ],
  }),
  doubleHolidayRate: steady('Personal contribution withheld from double holiday pay (870)', '13.07'),
}
