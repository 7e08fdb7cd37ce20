import { datedValues, percent, type Rate } from '@samen/core/country'
import { START } from './start.ts'
import type { AgeColumn } from './wage-tax.ts'

/** The rate on a special reward: without tax credit, and with it as standard rate plus settlement percentage. */
export interface RewardRate {
  readonly without: Rate
  readonly standard: Rate
  readonly settlement: Rate
  /** `standard` and `settlement` together. */
  readonly with: Rate
}

/** From a yearly wage on, in whole euros, the rates of one age column. */
export interface RewardRow {
  readonly from: bigint
  readonly rate: RewardRate
}
export type RewardTable = Readonly<Record<AgeColumn, readonly RewardRow[]>>

type Row = readonly [from: number, without: string, standard: string, settlement: string]

const table = (below: Row[], aow1946: Row[], aow1945: Row[]): RewardTable => ({
  below: below.map(row),
  aow1946: aow1946.map(row),
  aow1945: aow1945.map(row),
})

function row([from, without, standard, settlement]: Row): RewardRow {
  const parts = { standard: percent(standard), settlement: hundredths(settlement) }
  const sum = Math.round(Number(standard) * 100) + Math.round(Number(settlement) * 100)
  return {
    from: BigInt(from),
    rate: Object.freeze({
      without: percent(without),
      ...parts,
      with: Object.freeze({ numerator: BigInt(sum), denominator: 10_000n }),
    }),
  }
}

/** A percentage that may be negative, all of two decimals. */
const hundredths = (text: string): Rate =>
  Object.freeze({ numerator: BigInt(Math.round(Number(text) * 100)), denominator: 10_000n })

const WHITE_2026 = 'Witte tabel bijzondere beloning Nederland, standaard, January 2026'
const GREEN_2026 = 'Groene tabel bijzondere beloning Nederland, standaard, January 2026'
const WHITE_2025 =
  'Witte tabel bijzondere beloning 2025 (vanberkelwerkt.nl, mijntipsenadvies.nl 2025-05, webwoordenboek.nl); bounds of RV 2025'
const DERIVED =
  'The printed table of 2025 was read below € 28,407 of yearly wage and its rows from 28,407 and 34,000; the other bounds and percentages follow from the brackets and credits of 2025 by the rule that gives those of 2026.'

/** Percentages on pay outside the pay period, by the yearly wage: for present and former employment. */
export const SPECIAL_REWARDS = {
  rewardWhite: datedValues<RewardTable>(
    'table',
    'Witte tabel bijzondere beloningen: present employment',
    [
      START,
      table(
        [
          [0, '35.82', '0', '0'],
          [11_050, '35.82', '35.82', '-8.05'],
          [13_144, '35.82', '35.82', '-30.03'],
          [24_342, '35.82', '35.82', '-2.26'],
          [28_407, '35.82', '35.82', '4.08'],
          [38_442, '37.48', '37.48', '4.08'],
          [43_072, '37.48', '37.48', '12.85'],
          [76_818, '49.50', '49.50', '6.51'],
          [139_403, '49.50', '49.50', '0'],
        ],
        [
          [0, '17.92', '0', '0'],
          [34_000, '17.92', '17.92', '2.04'],
          [38_442, '37.48', '37.48', '2.04'],
          [43_072, '37.48', '37.48', '6.43'],
          [45_309, '37.48', '37.48', '21.43'],
          [58_876, '37.48', '37.48', '6.43'],
          [76_818, '49.50', '49.50', '3.26'],
          [139_403, '49.50', '49.50', '0'],
        ],
        [
          [0, '17.92', '0', '0'],
          [34_000, '17.92', '17.92', '2.04'],
          [40_503, '37.48', '37.48', '2.04'],
          [43_072, '37.48', '37.48', '6.43'],
          [45_309, '37.48', '37.48', '21.43'],
          [58_876, '37.48', '37.48', '6.43'],
          [76_818, '49.50', '49.50', '3.26'],
          [139_403, '49.50', '49.50', '0'],
        ],
      ),
      WHITE_2025,
      DERIVED,
    ],
    [
      '2026-01-01',
      table(
        [
          [0, '35.75', '0', '0'],
          [11_358, '35.75', '35.75', '-8.32'],
          [12_923, '35.75', '35.75', '-31.01'],
          [23_931, '35.75', '35.75', '-1.95'],
          [29_737, '35.75', '35.75', '4.45'],
          [38_884, '37.56', '37.56', '4.45'],
          [45_593, '37.56', '37.56', '12.91'],
          [78_427, '49.50', '49.50', '6.51'],
          [143_555, '49.50', '49.50', '0'],
        ],
        [
          [0, '17.85', '0', '0'],
          [34_719, '17.85', '17.85', '2.22'],
          [38_884, '37.56', '37.56', '2.22'],
          [45_593, '37.56', '37.56', '6.45'],
          [46_003, '37.56', '37.56', '21.45'],
          [59_783, '37.56', '37.56', '6.45'],
          [78_427, '49.50', '49.50', '3.25'],
          [143_555, '49.50', '49.50', '0'],
        ],
        [
          [0, '17.85', '0', '0'],
          [34_719, '17.85', '17.85', '2.22'],
          [41_124, '37.56', '37.56', '2.22'],
          [45_593, '37.56', '37.56', '6.45'],
          [46_003, '37.56', '37.56', '21.45'],
          [59_783, '37.56', '37.56', '6.45'],
          [78_427, '49.50', '49.50', '3.25'],
          [143_555, '49.50', '49.50', '0'],
        ],
      ),
      WHITE_2026,
    ],
  ),
  rewardGreen: datedValues<RewardTable>(
    'table',
    'Groene tabel bijzondere beloningen: former employment, such as a transition payment',
    [
      START,
      table(
        [
          [0, '35.82', '0', '0'],
          [8_566, '35.82', '35.82', '0'],
          [28_407, '35.82', '35.82', '6.34'],
          [38_442, '37.48', '37.48', '6.34'],
          [76_818, '49.50', '49.50', '0'],
        ],
        [
          [0, '17.92', '0', '0'],
          [19_928, '17.92', '17.92', '0'],
          [28_407, '17.92', '17.92', '3.17'],
          [38_442, '37.48', '37.48', '3.17'],
          [45_309, '37.48', '37.48', '18.17'],
          [58_876, '37.48', '37.48', '3.17'],
          [76_818, '49.50', '49.50', '0'],
        ],
        [
          [0, '17.92', '0', '0'],
          [19_928, '17.92', '17.92', '0'],
          [28_407, '17.92', '17.92', '3.17'],
          [40_503, '37.48', '37.48', '3.17'],
          [45_309, '37.48', '37.48', '18.17'],
          [58_876, '37.48', '37.48', '3.17'],
          [76_818, '49.50', '49.50', '0'],
        ],
      ),
      'Rekenvoorschriften loonheffingen 2025: brackets and credits',
      'The printed green table of 2025 was not found; its rows follow from the brackets and credits of 2025 by the rule that gives those of 2026.',
    ],
    [
      '2026-01-01',
      table(
        [
          [0, '35.75', '0', '0'],
          [8_714, '35.75', '35.75', '0'],
          [29_737, '35.75', '35.75', '6.40'],
          [38_884, '37.56', '37.56', '6.40'],
          [78_427, '49.50', '49.50', '0'],
        ],
        [
          [0, '17.85', '0', '0'],
          [20_297, '17.85', '17.85', '0'],
          [29_737, '17.85', '17.85', '3.20'],
          [38_884, '37.56', '37.56', '3.20'],
          [46_003, '37.56', '37.56', '18.20'],
          [59_783, '37.56', '37.56', '3.20'],
          [78_427, '49.50', '49.50', '0'],
        ],
        [
          [0, '17.85', '0', '0'],
          [20_297, '17.85', '17.85', '0'],
          [29_737, '17.85', '17.85', '3.20'],
          [41_124, '37.56', '37.56', '3.20'],
          [46_003, '37.56', '37.56', '18.20'],
          [59_783, '37.56', '37.56', '3.20'],
          [78_427, '49.50', '49.50', '0'],
        ],
      ),
      GREEN_2026,
    ],
  ),
}
