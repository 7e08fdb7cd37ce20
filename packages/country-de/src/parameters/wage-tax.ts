import { datedRates, datedValues, type Minor, percent, type Rate } from '@samen/core/country'
import type { Plan } from '../payroll/pap/plan.ts'
import { START } from './start.ts'

/** Federal states, as ISO 3166-2 has them without the leading DE. */
export const LANDS = [
  'BB',
  'BE',
  'BW',
  'BY',
  'HB',
  'HE',
  'HH',
  'MV',
  'NI',
  'NW',
  'RP',
  'SH',
  'SL',
  'SN',
  'ST',
  'TH',
] as const
export type Land = (typeof LANDS)[number]
export type ByLand<T> = Readonly<Record<Land, T>>

const YEAR_2025: Plan = {
  year: 2025,
  basicAllowance: 12_096n,
  zone2End: 17_443n,
  zone3End: 68_480n,
  zone4End: 277_825n,
  zone2Square: 93_230n,
  zone3Square: 17_664n,
  zone3Constant: 101_513n,
  zone4Constant: 1_091_192n,
  zone5Constant: 1_924_667n,
  class5Bounds: [13_785n, 34_240n, 222_260n],
  class5WholeEuros: false,
  solidarityLimit: 19_950n,
  childAllowance: 9_600n,
  pensionCeiling: 96_600n,
  healthCeiling: 66_150n,
  pensionRate: 9_300n,
  unemploymentRate: 1_300n,
  healthRate: 7_000n,
  careRate: 1_800n,
  careRateSaxony: 2_300n,
  careChildless: 600n,
  carePerChild: 250n,
  healthRateEmployer: 8_250n,
  careRateEmployer: 1_800n,
  careRateEmployerSaxony: 1_300n,
  deduction: 'twelve-percent',
  deductionMaximum: 1_900n,
  deductionMaximumClass3: 3_000n,
  workCosts: 1_230n,
  pensionCosts: 102n,
  specialCosts: 36n,
  singleParent: 4_260n,
}

const YEAR_2026: Plan = {
  ...YEAR_2025,
  year: 2026,
  basicAllowance: 12_348n,
  zone2End: 17_799n,
  zone3End: 69_878n,
  zone2Square: 91_451n,
  zone3Square: 17_310n,
  zone3Constant: 103_487n,
  zone4Constant: 1_113_563n,
  zone5Constant: 1_947_038n,
  class5Bounds: [14_071n, 34_939n, 222_260n],
  class5WholeEuros: true,
  solidarityLimit: 20_350n,
  childAllowance: 9_756n,
  pensionCeiling: 101_400n,
  healthCeiling: 69_750n,
  deduction: 'unemployment',
}

/** One rate for all but the named Länder. */
function byLand(others: string, named: Partial<Record<Land, string>>): ByLand<Rate> {
  const list = {} as Record<Land, Rate>
  for (const land of LANDS) list[land] = percent(named[land] ?? others)
  return Object.freeze(list)
}

export const WAGE_TAX = {
  plan: datedValues<Plan>(
    'table',
    'Programmablaufplan: tariff, allowances and bounds of the wage tax',
    [
      START,
      Object.freeze(YEAR_2025),
      'EStG §§ 32a, 39b; BMF, PAP 2025 (Lohnsteuer2025.xml of 17 September 2025)',
    ],
    [
      '2026-01-01',
      Object.freeze(YEAR_2026),
      'EStG §§ 32a, 39b; BMF, PAP 2026 (Lohnsteuer2026.xml of 23 October 2025)',
    ],
  ),
  churchTax: datedValues<ByLand<Rate>>('table', 'Kirchenlohnsteuer: church tax on the wage tax, by Land', [
    START,
    byLand('9', { BW: '8', BY: '8' }),
    'Church tax laws of the Länder; Haufe, Kirchensteuersätze',
    'The rates are confirmed; that fractions of a cent are dropped is from memory, and the cap some Länder set at 3 to 3.5 % of very high income is not applied',
  ]),
  churchTaxFlat: datedValues<ByLand<Rate>>(
    'table',
    'Pauschale Kirchensteuer: reduced church tax on flat wage tax (simplified procedure), by Land',
    [
      START,
      byLand('7', {
        BB: '5',
        BE: '5',
        BW: '5.5',
        HH: '4',
        MV: '5',
        NI: '6',
        SH: '6',
        SN: '5',
        ST: '5',
        TH: '5',
      }),
      'Decrees of the Länder; Haufe, Kirchensteuer-Pauschsätze 2018',
      'The list read is that of 2018; Baden-Württemberg has lowered its rate since',
    ],
  ),
  solidarity: datedRates('Solidaritätszuschlag on flat wage tax', [START, '5.5', 'SolZG § 4']),
  flatMinijob: datedRates('Einheitliche Pauschsteuer: flat tax of a Minijob, all taxes in one', [
    START,
    '2',
    'EStG § 40a (2)',
  ]),
  flatShort: datedRates('Pauschale Lohnsteuer of short-term work', [START, '25', 'EStG § 40a (1)']),
  flatShortDaily: datedValues<Minor>('amount', 'Short-term work taxed flat: average pay a working day', [
    START,
    15_000n,
    'EStG § 40a (1) sentence 2 no. 1',
  ]),
  flatShortHourly: datedValues<Minor>('amount', 'Short-term work taxed flat: average pay an hour', [
    START,
    1_900n,
    'EStG § 40a (4) no. 1',
  ]),
}
