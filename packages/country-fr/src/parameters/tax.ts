import { datedAmounts, datedValues, fraction, percent, type Rate } from '@samen/core/country'
import { START } from './start.ts'

export type Residence = 'metropole' | 'guadeloupe-reunion-martinique' | 'guyane-mayotte'

/** How often a wage is paid; a daily one by the working days (jours ouvrables) it pays. */
export type PayRhythm = 'monthly' | 'half-monthly' | 'weekly' | 'daily'

const NEUTRAL_RATES = '0 0.5 1.3 2.1 2.9 3.5 4.1 5.3 7.5 9.9 11.9 13.8 15.8 17.9 20 24 28 33 38 43'

/** One neutral grid: the upper bounds of its first 19 brackets in cents, and the rate of each of the 20. */
export interface Grid {
  readonly bounds: readonly bigint[]
  readonly rates: readonly Rate[]
}

const RATES = NEUTRAL_RATES.split(' ').map(percent)
const grid = (bounds: string): Grid => ({
  bounds: bounds.split(' ').map((euros) => BigInt(euros) * 100n),
  rates: RATES,
})

/** Withholding tax, by the day of payment. */
export const TAX = {
  neutralGrids: datedValues<Readonly<Record<Residence, Grid>>>(
    'table',
    'Grilles de taux par défaut: neutral withholding rates by tax residence and monthly base',
    [
      START,
      {
        metropole: grid(
          '1591 1653 1759 1877 2006 2113 2253 2666 3052 3476 3913 4566 5475 6851 8557 11877 16086 25251 54088',
        ),
        'guadeloupe-reunion-martinique': grid(
          '1825 1936 2133 2329 2572 2712 2805 3086 3816 4883 5546 6424 7679 8557 9725 13374 17770 27122 59283',
        ),
        'guyane-mayotte': grid(
          '1955 2113 2356 2656 2758 2853 2946 3273 4517 5846 6593 7650 8416 9324 10821 14558 18517 29676 62639',
        ),
      },
      'CGI 204 H III; loi de finances 2024, kept until 30 April 2025',
    ],
    [
      '2025-05-01',
      {
        metropole: grid(
          '1620 1683 1791 1911 2042 2151 2294 2714 3107 3539 3983 4648 5574 6974 8711 12091 16376 25706 55062',
        ),
        'guadeloupe-reunion-martinique': grid(
          '1858 1971 2171 2371 2618 2761 2855 3142 3885 4971 5646 6540 7836 8711 9900 13615 18090 27610 60350',
        ),
        'guyane-mayotte': grid(
          '1990 2151 2393 2704 2808 2904 2999 3332 4598 5951 6712 7788 8567 9492 11016 14820 18850 30210 63767',
        ),
      },
      'CGI 204 H III; loi de finances 2025',
    ],
    [
      '2026-05-01',
      {
        metropole: grid(
          '1635 1698 1807 1928 2060 2170 2315 2738 3135 3571 4019 4690 5624 7037 8789 12200 16523 25937 55558',
        ),
        'guadeloupe-reunion-martinique': grid(
          '1875 1989 2191 2392 2642 2786 2881 3170 3920 5016 5697 6599 7907 8789 9989 13738 18253 27858 60893',
        ),
        'guyane-mayotte': grid(
          '2008 2170 2420 2728 2833 2930 3026 3362 4639 6005 6772 7858 8644 9577 11115 14953 19020 30482 64341',
        ),
      },
      'CGI 204 H III; loi de finances 2026',
    ],
  ),
  shortContractAllowance: datedAmounts(
    'Abattement contrats courts: taken off the base of the neutral rate on contracts up to two months',
    [START, '739', 'CGI 204 H III 1 d; BOI-BAREME-000037: value of 1 November 2024'],
    ['2026-01-01', '748', 'CGI 204 H III 1 d; value of 1 January 2026, kept all year by tolerance'],
  ),
  neutralRhythms: datedValues<Readonly<Record<PayRhythm, Rate>>>(
    'table',
    'How many payments of a rhythm make the month of the neutral grid, whose bounds shrink in proportion',
    [
      START,
      {
        monthly: fraction(1n, 1n),
        'half-monthly': fraction(2n, 1n),
        weekly: fraction(52n, 12n),
        daily: fraction(26n, 1n),
      },
      'CGI 204 H III; BOI-IR-PAS-20-20-30-10',
      'The grid follows the usual rhythm of payment; 52 weeks and 26 working days to the month are from memory. Monthly, the ordinary rhythm, is certain',
    ],
  ),
  overtimeExemption: datedAmounts('Heures supplémentaires: net pay of a year that income tax lets off', [
    START,
    '7500',
    'CGI 81 quater',
  ]),
}
