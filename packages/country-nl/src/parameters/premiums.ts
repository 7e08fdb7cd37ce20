import { datedRates, datedValues, euro, type Minor, percent, type Rate } from '@samen/core/country'
import { START } from './start.ts'

/** A premium maximum for each wage period. */
export interface WageMaximum {
  readonly year: Minor
  readonly quarter: Minor
  readonly month: Minor
  readonly 'four-weeks': Minor
  readonly week: Minor
  readonly day: Minor
}

/** The year's maximum and its periods: a 260th, 52nd, 13th, 12th or 4th, cut to the cent as in the yearly tables. */
function maximumOf(year: string): WageMaximum {
  const whole = euro(year)
  return Object.freeze({
    year: whole,
    quarter: whole / 4n,
    month: whole / 12n,
    'four-weeks': whole / 13n,
    week: whole / 52n,
    day: whole / 260n,
  })
}

const ANNEX =
  'Bijlage Nieuwsbrief Loonheffingen 2026, uitgave 4 (25 June 2026), tables 9-12; Stcrt. 2025, 42324'
const RATES_2025 = 'Premiepercentages 2025 (randstad.nl werkpocket; Stcrt. 2024)'

/** Sector rates 2026 of the Whk for small employers, by sector number, in hundredths of a percent. */
const SECTORS_2026: Readonly<Record<number, Rate>> = Object.fromEntries(
  `1:1.17 2:1.47 3:1.31 4:1.57 5:1.66 6:1.06 7:1.50 8:1.16 9:1.75 10:1.44 11:0.97 12:1.38 13:2.20 14:2.19 15:2.12
   16:2.46 17:1.93 18:4.20 19:1.75 20:1.42 21:2.90 22:1.36 23:1.50 24:0.88 25:1.52 26:1.52 27:3.45 28:4.76 29:1.88
   30:2.10 31:1.12 32:1.76 33:1.77 34:3.55 35:1.81 38:1.41 39:0.76 40:1.47 41:1.25 42:1.45 43:1.16 44:0.94 45:1.25
   46:2.03 47:1.61 48:2.31 49:2.10 50:1.92 51:1.96 52:6.63 53:2.97 54:1.50 55:1.93 56:1.88 57:1.87 58:2.34 59:2.13
   60:1.87 61:1.40 62:1.67 63:1.31 64:1.49 65:1.29 66:1.35 67:4.91 68:1.92 69:1.52`
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string])
    .map(([sector, rate]) => [Number(sector), percent(rate)]),
)

/** Employee insurances and health, all due by the employer but the withheld health contribution. */
export const PREMIUMS = {
  wageMaximum: datedValues<WageMaximum>(
    'table',
    'Maximumpremieloon and maximum contribution wage Zvw, by wage period',
    [
      START,
      maximumOf('75864'),
      'Stcrt. 2024; randstad.nl werkpocket 2025: 75,864 a year; cut as in the table of periods of gba-adviseurs.nl',
    ],
    ['2026-01-01', maximumOf('79409'), `${ANNEX}: 305.41 a day, 6,617.41 a month, 79,409 a year`],
  ),
  unemploymentLow: datedRates('AWf-premie laag', [START, '2.74', `${RATES_2025}; ${ANNEX}`]),
  unemploymentHigh: datedRates('AWf-premie hoog', [START, '7.74', `${RATES_2025}; ${ANNEX}`]),
  disabilityLow: datedRates(
    'Aof-premie laag, small employers',
    [START, '6.28', RATES_2025],
    ['2026-01-01', '6.27', ANNEX],
  ),
  disabilityHigh: datedRates(
    'Aof-premie hoog, medium and large employers',
    [START, '7.64', RATES_2025],
    ['2026-01-01', '7.63', ANNEX],
  ),
  childcare: datedRates('Opslag Wet kinderopvang (Wko)', [START, '0.50', `${RATES_2025}; ${ANNEX}`]),
  returnToWork: datedRates(
    'Gedifferentieerde premie Whk, average of all employers (WGA and ZW)',
    [
      START,
      '1.33',
      'Besluit gedifferentieerde premie Whk 2025, Stcrt. 2024, 22547',
      'An average: medium and large employers have their own decision, small ones their sector; state engagement.returnToWorkRate.',
    ],
    [
      '2026-01-01',
      '1.52',
      'Besluit gedifferentieerde premie Whk 2026 (cooster.nl, randstad.nl)',
      'An average: medium and large employers have their own decision; state engagement.returnToWorkRate.',
    ],
  ),
  returnToWorkSectors: datedValues<Readonly<Record<number, Rate>>>(
    'table',
    'Gedifferentieerde premie Whk of small employers, by sector',
    [
      START,
      {},
      'Besluit gedifferentieerde premie Whk 2025, Stcrt. 2024, 22547',
      'The sector rates of 2025 were not found; the average is used where engagement.returnToWorkRate is not stated.',
    ],
    ['2026-01-01', SECTORS_2026, `${ANNEX}: table 10, total`],
  ),
  returnToWorkDisability: datedRates(
    'WGA part of the Whk premium, average: half of it may be taken back from net pay',
    [START, '0.83', 'Besluit gedifferentieerde premie Whk 2025, Stcrt. 2024, 22547; Handboek § 7.6'],
    ['2026-01-01', '0.96', 'Besluit gedifferentieerde premie Whk 2026 (cooster.nl); Handboek § 7.6'],
  ),
  healthLevy: datedRates('Werkgeversheffing Zvw', [START, '6.51', RATES_2025], ['2026-01-01', '6.10', ANNEX]),
  healthContribution: datedRates(
    'Bijdrage Zvw withheld from net pay',
    [START, '5.26', 'Regeling zorgverzekering 2025'],
    ['2026-01-01', '4.85', ANNEX],
  ),
  youngHours: datedValues<Readonly<Record<'month' | 'four-weeks', number>>>(
    'count',
    'Paid hours of a worker under 21 up to which the low AWf premium is due',
    [
      START,
      { month: 52, 'four-weeks': 48 },
      'Handboek Loonheffingen § 7.2; adminno.nl and salarisvanmorgen.nl',
    ],
  ),
  holidayAllowance: datedRates('Vakantiebijslag', [
    START,
    '8',
    'Wet minimumloon en minimumvakantiebijslag art. 15',
  ]),
}
