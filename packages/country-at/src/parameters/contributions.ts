import { datedAmounts, datedRates, datedValues, type Minor, type Rate } from '@samen/core/country'
import { START } from './start.ts'

const RATES =
  'ASVG §§ 51, 51b, 51e; contribution table 2025/2026 (finanzrechner.at, jobaktuell.at: sheet EMP, FIN)'
const VALUES_2025 = 'Values of 2025: rechner.cpulohn.at/lohnabc'
const VALUES_2026 = 'BGBl II 263/2025; gesundheitskasse.at, values 2026 (sheet GKK)'

/** Employee rate of unemployment insurance up to a monthly base; `null`: above all steps. */
export interface UnemploymentStep {
  readonly upTo: Minor | null
  readonly rate: Rate
}

const percent = (numerator: bigint): Rate => Object.freeze({ numerator, denominator: 10_000n })
const steps = (...bounds: [bigint, bigint, bigint]): readonly UnemploymentStep[] =>
  Object.freeze([
    { upTo: bounds[0], rate: percent(0n) },
    { upTo: bounds[1], rate: percent(100n) },
    { upTo: bounds[2], rate: percent(200n) },
    { upTo: null, rate: percent(295n) },
  ])

/** Social insurance of employees and free-service workers (ASVG). */
export const contributionParameters = {
  healthEmployee: datedRates('KV: health insurance, employee', [START, '3.87', RATES]),
  healthEmployer: datedRates('KV: health insurance, employer', [START, '3.78', RATES]),
  pensionEmployee: datedRates('PV: pension insurance, employee', [START, '10.25', RATES]),
  pensionEmployer: datedRates('PV: pension insurance, employer', [START, '12.55', RATES]),
  unemploymentSteps: datedValues<readonly UnemploymentStep[]>(
    'table',
    'AV: unemployment insurance, employee rate by the base of the month (Staffelung)',
    [START, steps(207_400n, 226_200n, 245_100n), `AMPFG § 2a; ${VALUES_2025}`],
    ['2026-01-01', steps(222_500n, 242_700n, 263_000n), `AMPFG § 2a; ${VALUES_2026}`],
  ),
  unemploymentEmployer: datedRates('AV: unemployment insurance, employer', [
    START,
    '2.95',
    `AMPFG § 2; ${RATES}`,
  ]),
  accident: datedRates('UV: accident insurance, employer', [START, '1.10', RATES]),
  insolvency: datedRates('IE: insolvency fund, employer', [START, '0.10', `IESG § 12; ${RATES}`]),
  housing: datedRates('WF: housing levy of either side outside Vienna', [START, '0.50', RATES]),
  housingVienna: datedRates(
    'WF: housing levy of either side in Vienna',
    [START, '0.50', RATES],
    ['2026-01-01', '0.75', 'LGBl Wien; forum-media.at and bvaeb.at, housing levy 2026 (sheet EMP)'],
  ),
  chamber: datedRates('AK: contribution to the chamber of labour', [START, '0.50', `AKG § 61; ${RATES}`]),
  marginalLevy: datedRates('DAG: employer levy on marginal employment', [
    START,
    '19.40',
    'DAG § 2; wko.at and lohnbot.at: 19.4 % beside 1.1 % accident insurance; base includes special payments',
  ]),
  severanceFund: datedRates('BV: contribution to the severance fund', [START, '1.53', `BMSVG § 6; ${RATES}`]),
  marginalLimit: datedAmounts(
    'Geringfügigkeitsgrenze: marginal employment, a month',
    [START, '551.10', `ASVG § 5 (2); ${VALUES_2025}`],
    ['2026-01-01', '551.10', `ASVG § 5 (2), frozen; ${VALUES_2026}`],
  ),
  dailyCeiling: datedAmounts(
    'Höchstbeitragsgrundlage: highest base a day; thirty days make a month',
    [START, '215', `ASVG § 45; ${VALUES_2025}`],
    ['2026-01-01', '231', `ASVG § 45; ${VALUES_2026}`],
  ),
  specialCeiling: datedAmounts(
    'Highest base of special payments in a year',
    [START, '12900', `ASVG § 54; ${VALUES_2025}`],
    ['2026-01-01', '13860', `ASVG § 54; ${VALUES_2026}`],
  ),
  freeContractCeiling: datedAmounts(
    'Highest base of free-service workers without special payments, a month',
    [START, '7525', 'ASVG § 45 (3); sheet GKK (values of 2025)'],
    ['2026-01-01', '8085', `ASVG § 45 (3); ${VALUES_2026}`],
  ),
  cardFee: datedAmounts(
    'e-card service fee, withheld in November for the next year',
    [
      START,
      '25.00',
      'ASVG § 31c; BGBl I 25/2025; gesundheitskasse.at: fee for 2026, withheld in November 2025',
    ],
    [
      '2026-01-01',
      '25.00',
      'ASVG § 31c',
      'The fee for 2027, withheld in November 2026, rises by the index of 2027, which was not found; that of 2026 is kept.',
    ],
  ),
  accidentUntilAge: datedValues<number>(
    'count',
    'Age after whose month the employer owes no accident insurance',
    [START, 60, 'ASVG § 51 (6); stb-wittmann.at, maschinda.at'],
  ),
  unemploymentUntilAge: datedValues<number>(
    'count',
    'Age after whose month unemployment insurance and the insolvency fund end',
    [START, 63, 'AlVG § 1 (2) e; 1x1 der Personalverrechnung 2022 (Linde)'],
  ),
}
