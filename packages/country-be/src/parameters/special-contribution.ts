import { euro, type Minor, parameter, type Rate, rate } from '@samen/core/country'

/** From a wage on: a fixed amount plus a share of what exceeds `from`, within [minimum, maximum]. */
export interface SpecialBand {
  readonly from: Minor
  readonly fixed: Minor
  readonly rate: Rate
  readonly minimum: Minor
  readonly maximum: Minor
}

/** How the household is taxed: alone, or jointly with a spouse with or without income from work. */
export type SpecialHousehold = 'alone' | 'two-incomes' | 'one-income'

/** The bands of each household, per quarter and for the monthly advance, ascending. Below the first nothing is due. */
export interface SpecialTable {
  readonly quarter: Readonly<Record<SpecialHousehold, readonly SpecialBand[]>>
  readonly month: Readonly<Record<SpecialHousehold, readonly SpecialBand[]>>
}

const NO_MAXIMUM = euro('1000000')
const band = (
  from: string,
  fixed: string,
  share: string,
  limits: { minimum?: string; maximum?: string } = {},
): SpecialBand => ({
  from: euro(from),
  fixed: euro(fixed),
  rate: rate(share),
  minimum: euro(limits.minimum ?? '0'),
  maximum: limits.maximum === undefined ? NO_MAXIMUM : euro(limits.maximum),
})

/**
 * The thresholds of a month are a third of those of the quarter. For couples the published text knows no band of 3.38 %:
 * 1.10 % above 6 570.54 runs up to the maximum.
 */
const TABLE: SpecialTable = {
  quarter: {
    alone: [
      band('5836.14', '0', '0.0422'),
      band('6570.54', '30.99', '0.011'),
      band('11211.00', '82.05', '0.0338'),
      band('12300.00', '118.83', '0.011', { maximum: '182.82' }),
    ],
    'two-incomes': [
      band('3285.29', '15.45', '0'),
      band('5836.14', '0', '0.059', { minimum: '15.45' }),
      band('6570.54', '43.32', '0.011', { maximum: '154.92' }),
    ],
    'one-income': [band('5836.14', '0', '0.059'), band('6570.54', '43.32', '0.011', { maximum: '182.82' })],
  },
  month: {
    alone: [
      band('1945.38', '0', '0.0422'),
      band('2190.18', '10.33', '0.011'),
      band('3737.00', '27.35', '0.0338'),
      band('4100.00', '39.61', '0.011', { maximum: '60.94' }),
    ],
    'two-incomes': [
      band('1095.10', '5.15', '0'),
      band('1945.38', '0', '0.059', { minimum: '5.15' }),
      band('2190.18', '14.44', '0.011', { maximum: '51.64' }),
    ],
    'one-income': [band('1945.38', '0', '0.059'), band('2190.18', '14.44', '0.011', { maximum: '60.94' })],
  },
}

export const specialContributionParameters = {
  specialContribution: parameter<SpecialTable>({
    unit: 'table',
    title: 'Special social-security contribution (CSSS/BBSZ), in force since 1 April 2022',
    series: [
      {
        from: '2025-01-01',
        value: TABLE,
        source:
          'Act of 30 March 1994, art. 106 ff.; NSSO instructions 2026/3 p. 336-337 (sheet c.4); secretariatsocial.eu, easypay-group.com and prato.be on 1 April 2022 for couples; liantis.be for a spouse of small income; securex.be and vbw-accountants.be for the base at 108 %',
      },
    ],
  }),
}
