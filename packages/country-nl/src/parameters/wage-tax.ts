import { datedAmounts, datedRates, datedValues, percent, type Rate } from '@samen/core/country'
import { START } from './start.ts'

/** Column of the tables: below state-pension age, at it and born from 1946, at it and born before. */
export type AgeColumn = 'below' | 'aow1946' | 'aow1945'

/** A bracket: whole euros of a year. Tax above `above` is `cumulated` plus `rate` of the rest. */
export interface Bracket {
  readonly above: bigint
  readonly rate: Rate
  readonly cumulated: bigint
}

/** A credit that is whole up to `until`, falls by `taper` of the rest, and is nothing above `to`. Whole euros of a year. */
export interface FallingCredit {
  readonly maximum: bigint
  readonly until: bigint
  readonly to: bigint
  readonly taper: Rate
}

/** The labour credit: built up in three steps, each with its ceiling, and taken down again above `taperFrom`. */
export interface LabourCredit {
  readonly steps: readonly { readonly above: bigint; readonly rate: Rate; readonly maximum: bigint }[]
  readonly taperFrom: bigint
  readonly taper: Rate
  readonly to: bigint
}

const RV_2026 = 'Rekenvoorschriften loonheffingen 2026 v2, § 2.2'
const RV_2025 = 'Rekenvoorschriften loonheffingen 2025, § 2.2'
const TABLES = 'confirmed by every row of the white month table'

const brackets = (...rows: [above: bigint, rate: string, cumulated: bigint][]): readonly Bracket[] =>
  rows.map(([above, rate, cumulated]) => ({ above, rate: percent(rate), cumulated }))

const labour = (
  steps: [above: bigint, rate: string, maximum: bigint][],
  taperFrom: bigint,
  taper: string,
  to: bigint,
): LabourCredit => ({
  steps: steps.map(([above, rate, maximum]) => ({ above, rate: percent(rate), maximum })),
  taperFrom,
  taper: percent(taper),
  to,
})

const falling = (maximum: bigint, until: bigint, to: bigint, taper: string): FallingCredit => ({
  maximum,
  until,
  to,
  taper: percent(taper),
})

/** What the wage-tax tables are made of. Annual figures in whole euros, as the calculation rules have them. */
export const WAGE_TAX = {
  tableStep: datedValues<bigint>('count', 'Lv: steps of the annual table wage, in euro', [
    START,
    54n,
    `${RV_2025}.1; ${RV_2026}.1 table 1a`,
  ]),
  tableMaximum: datedValues<bigint>(
    'count',
    'Lmax: highest annual wage of the tables, in euro',
    [START, 129_330n, `${RV_2025}.1`],
    ['2026-01-01', 133_110n, `${RV_2026}.1 table 1a`],
  ),
  brackets: datedValues<Readonly<Record<AgeColumn, readonly Bracket[]>>>(
    'table',
    'Tax and national insurance before credits, by age column',
    [
      START,
      {
        below: brackets([0n, '35.82', 0n], [38_441n, '37.48', 13_769n], [76_817n, '49.50', 28_152n]),
        aow1946: brackets([0n, '17.92', 0n], [38_441n, '37.48', 6_888n], [76_817n, '49.50', 21_271n]),
        aow1945: brackets([0n, '17.92', 0n], [40_502n, '37.48', 7_257n], [76_817n, '49.50', 20_867n]),
      },
      `${RV_2025}.2 table 2, ${TABLES}`,
    ],
    [
      '2026-01-01',
      {
        below: brackets([0n, '35.75', 0n], [38_883n, '37.56', 13_900n], [78_426n, '49.50', 28_752n]),
        aow1946: brackets([0n, '17.85', 0n], [38_883n, '37.56', 6_940n], [78_426n, '49.50', 21_792n]),
        aow1945: brackets([0n, '17.85', 0n], [41_123n, '37.56', 7_340n], [78_426n, '49.50', 21_351n]),
      },
      `${RV_2026}.2 table 2, ${TABLES}`,
    ],
  ),
  generalCredit: datedValues<{ readonly below: FallingCredit; readonly aow: FallingCredit }>(
    'table',
    'Algemene heffingskorting',
    [
      START,
      {
        below: falling(3_068n, 28_406n, 76_817n, '6.337'),
        aow: falling(1_536n, 28_406n, 76_817n, '3.170'),
      },
      `${RV_2025}.3.1, ${TABLES}`,
    ],
    [
      '2026-01-01',
      {
        below: falling(3_115n, 29_736n, 78_426n, '6.398'),
        aow: falling(1_556n, 29_736n, 78_426n, '3.195'),
      },
      `${RV_2026}.3.1 table 3, ${TABLES}`,
    ],
  ),
  elderlyCredit: datedValues<FallingCredit>(
    'table',
    'Ouderenkorting, from state-pension age',
    [START, falling(2_035n, 45_308n, 58_875n, '15'), `${RV_2025}.3.2, ${TABLES}`],
    ['2026-01-01', falling(2_067n, 46_002n, 59_782n, '15'), `${RV_2026}.3.2 table 4, ${TABLES}`],
  ),
  singleElderlyCredit: datedValues<bigint>(
    'count',
    'Alleenstaande-ouderenkorting, euro a year',
    [START, 531n, 'Wet LB art. 22c; confianza.nl, heffingskortingen 2025'],
    ['2026-01-01', 540n, 'White month and day tables 2026, columns with alleenstaande-ouderenkorting'],
  ),
  youngDisabledCredit: datedValues<bigint>(
    'count',
    'Jonggehandicaptenkorting, euro a year: not in the tables, taken off what they ask',
    [START, 909n, 'uwv.nl and fundamentvoor.nl, jonggehandicaptenkorting 2025; Wet LB art. 22aa'],
    [
      '2026-01-01',
      923n,
      'Wet LB art. 22aa',
      'From memory; the amount of 2025 (909) with the indexation of the other credits.',
    ],
  ),
  labourCredit: datedValues<{ readonly below: LabourCredit; readonly aow: LabourCredit }>(
    'table',
    'Arbeidskorting',
    [
      START,
      {
        below: labour(
          [
            [0n, '8.053', 980n],
            [12_169n, '30.030', 5_220n],
            [26_288n, '2.258', 5_599n],
          ],
          43_071n,
          '6.510',
          129_076n,
        ),
        aow: labour(
          [
            [0n, '4.029', 491n],
            [12_169n, '15.023', 2_612n],
            [26_288n, '1.130', 2_802n],
          ],
          43_071n,
          '3.257',
          129_076n,
        ),
      },
      `${RV_2025}.3.4, ${TABLES}`,
    ],
    [
      '2026-01-01',
      {
        below: labour(
          [
            [0n, '8.324', 996n],
            [11_965n, '31.009', 5_300n],
            [25_845n, '1.950', 5_685n],
          ],
          45_592n,
          '6.510',
          132_920n,
        ),
        aow: labour(
          [
            [0n, '4.156', 498n],
            [11_965n, '15.483', 2_647n],
            [25_845n, '0.974', 2_840n],
          ],
          45_592n,
          '3.250',
          132_920n,
        ),
      },
      `${RV_2026}.3.4 table 6, ${TABLES}`,
    ],
  ),
  anonymousRate: datedRates('Anoniementarief', [
    START,
    '52',
    'Wet LB art. 26b; Rekenvoorschriften 2026 v2, § 4.3',
  ]),
  pensionAge: datedValues<number>('count', 'AOW-leeftijd, in months', [
    START,
    67 * 12,
    'AOW art. 7a; Handboek Loonheffingen 2026, § 2.3.1: 67 years from 2024 to 2027',
  ]),
  artistRate: datedRates(
    'Artists resident in the Netherlands: the combined rate of the first bracket',
    [
      START,
      '35.82',
      'Wet LB art. 35a lid 1 with art. 21 onderdeel b: combined rate of the first bracket 2025',
    ],
    [
      '2026-01-01',
      '35.75',
      'Wet LB art. 35a lid 1 with art. 21 onderdeel b: combined rate of the first bracket 2026',
    ],
  ),
  artistAbroadRate: datedRates('Artists resident elsewhere, outside the treaty countries', [
    START,
    '20',
    'Wet LB art. 35a lid 1',
  ]),
  artistUnemployment: datedValues<'low' | 'high'>(
    'switch',
    'AWf premium of artists under the artiestenregeling',
    [
      START,
      'high',
      'Handboek Loonheffingen § 7.2: the low premium asks for a written open-ended contract',
      'No official statement on artists was found; a short agreement has an end, so the high premium is used.',
    ],
  ),
  smallAllowance: datedAmounts('Kleinevergoedingsregeling: free of tax and premiums a performance', [
    START,
    '163',
    'Wet LB art. 35 lid 4; Uitvoeringsbesluit LB 1965 art. 12a; beroepkunstenaar.nl and zimihc.nl: a performance',
    'One bureau (pkz.nl) reads it per day; per performance is used.',
  ]),
}
