import { datedAmounts, datedValues, type Minor } from '@samen/core/country'
import { START } from './start.ts'

const INDEX_2025 = 'BGBl II 327/2024 (inflation adjustment); rechner.cpulohn.at, consultatio.com'
const INDEX_2026 = 'BGBl II 191/2025 (inflation adjustment); forvismazars.com, consultatio.com (sheet CRO)'

/** A band of the tariff: income of the year up to `upTo` (null: no end) at `percent`. */
export interface Band {
  readonly upTo: Minor | null
  readonly percent: bigint
}

const RATES = [0n, 20n, 30n, 40n, 48n, 50n, 55n]
const bands = (...euros: bigint[]): readonly Band[] =>
  Object.freeze(
    RATES.map((percent, index) =>
      Object.freeze({ upTo: euros[index] === undefined ? null : euros[index] * 100n, percent }),
    ),
  )

/** A credit that shrinks evenly from `full` at an income of `from` to `rest` at `to`. */
export interface FadingCredit {
  readonly full: Minor
  readonly rest: Minor
  readonly from: Minor
  readonly to: Minor
}

const fading = (full: bigint, rest: bigint, from: bigint, to: bigint): FadingCredit =>
  Object.freeze({ full: full * 100n, rest: rest * 100n, from: from * 100n, to: to * 100n })

/** Credit for a sole earner or parent, a year: one child, two, and each further. */
export interface ParentCredit {
  readonly one: Minor
  readonly two: Minor
  readonly further: Minor
}

/** Commuter allowance of a year from a distance in kilometres on, ascending. */
export interface CommuterStep {
  readonly kilometres: number
  readonly amount: Minor
}

const COMMUTER = 'EStG § 16 (1) 6; enzinger-stb.at (January 2026)'

/** Wage tax on current pay, by the day of payment. */
export const wageTaxParameters = {
  tariff: datedValues<readonly Band[]>(
    'table',
    'Income-tax tariff of the year',
    [START, bands(13_308n, 21_617n, 35_836n, 69_166n, 103_072n, 1_000_000n), `EStG § 33 (1); ${INDEX_2025}`],
    [
      '2026-01-01',
      bands(13_539n, 21_992n, 36_458n, 70_365n, 104_859n, 1_000_000n),
      `EStG § 33 (1); ${INDEX_2026}`,
    ],
  ),
  costs: datedAmounts('Werbungskostenpauschbetrag: flat costs of work a year', [
    START,
    '132',
    'EStG § 16 (3)',
  ]),
  trafficCredit: datedAmounts(
    'Verkehrsabsetzbetrag: traffic credit a year',
    [START, '487', `EStG § 33 (5) 1; ${INDEX_2025}`],
    ['2026-01-01', '496', `EStG § 33 (5) 1; ${INDEX_2026}`],
  ),
  trafficCreditRaised: datedValues<FadingCredit>(
    'table',
    'Erhöhter Verkehrsabsetzbetrag: raised traffic credit of commuters with a low income',
    [
      START,
      fading(838n, 487n, 14_812n, 15_782n),
      `EStG § 33 (5) 2; ${INDEX_2025}; agrees with 2026 by the index of 1.7333 %`,
    ],
    ['2026-01-01', fading(853n, 496n, 15_069n, 16_056n), `EStG § 33 (5) 2; ${INDEX_2026}`],
  ),
  trafficSupplement: datedValues<FadingCredit>(
    'table',
    'Zuschlag zum Verkehrsabsetzbetrag: supplement at a low income',
    [
      START,
      fading(790n, 0n, 19_424n, 29_743n),
      `EStG § 33 (5) 3; ${INDEX_2025}; agrees with 2026 by the index of 1.7333 %`,
    ],
    ['2026-01-01', fading(804n, 0n, 19_761n, 30_259n), `EStG § 33 (5) 3; ${INDEX_2026}`],
  ),
  parentCredit: datedValues<ParentCredit>(
    'table',
    'AVAB/AEAB: credit of sole earners and sole parents a year',
    [
      START,
      Object.freeze({ one: 60_100n, two: 81_300n, further: 26_800n }),
      `EStG § 33 (4); ${INDEX_2025} (effective tariff table)`,
    ],
    [
      '2026-01-01',
      Object.freeze({ one: 61_200n, two: 82_800n, further: 27_300n }),
      `EStG § 33 (4); ${INDEX_2026}`,
    ],
  ),
  familyBonusMinor: datedAmounts('Familienbonus Plus a year, child up to 18', [
    START,
    '2000.16',
    'EStG § 33 (3a): 166.68 a month',
  ]),
  familyBonusAdult: datedAmounts('Familienbonus Plus a year, child above 18 with family allowance', [
    START,
    '700.08',
    'EStG § 33 (3a): 58.34 a month',
  ]),
  commuterSmall: datedValues<readonly CommuterStep[]>('table', 'Kleines Pendlerpauschale a year', [
    START,
    Object.freeze([
      { kilometres: 20, amount: 69_600n },
      { kilometres: 40, amount: 135_600n },
      { kilometres: 60, amount: 201_600n },
    ]),
    COMMUTER,
  ]),
  commuterLarge: datedValues<readonly CommuterStep[]>('table', 'Großes Pendlerpauschale a year', [
    START,
    Object.freeze([
      { kilometres: 2, amount: 37_200n },
      { kilometres: 20, amount: 147_600n },
      { kilometres: 40, amount: 256_800n },
      { kilometres: 60, amount: 367_200n },
    ]),
    COMMUTER,
  ]),
  commuterEuro: datedAmounts(
    'Pendlereuro: credit a year per kilometre of the single way',
    [START, '2', 'EStG § 33 (5) 4; verkehrswirtschaft.at'],
    ['2026-01-01', '6', 'EStG § 33 (5) 4; BudBG 2025; gruenerbrief.at (sheet FIN)'],
  ),
  overtimeHours: datedValues<number>(
    'count',
    'Hours of overtime a month whose 50 % supplements are free of tax',
    [START, 18, 'EStG § 124b: 2024 and 2025 (stb-huemer.at)'],
    ['2026-01-01', 15, 'EStG § 124b Z 440; forvismazars.com, February 2026'],
    ['2027-01-01', 10, 'EStG § 68 (2); forvismazars.com, February 2026'],
  ),
  overtimeFree: datedAmounts(
    'Overtime supplements of a month free of tax at most',
    [START, '200', 'EStG § 124b: 2024 and 2025 (stb-huemer.at)'],
    ['2026-01-01', '170', 'EStG § 124b Z 440; forvismazars.com, February 2026'],
    ['2027-01-01', '120', 'EStG § 68 (2); forvismazars.com, February 2026'],
  ),
  supplementsFree: datedAmounts(
    'Sunday, holiday, night, dirt and danger supplements of a month free of tax',
    [START, '400', 'EStG § 68 (1) (sheet d)'],
  ),
  supplementsFreeNight: datedAmounts('The same where most of the working time is at night', [
    START,
    '600',
    'EStG § 68 (6): one half more than 400',
    'That the raised limit follows the 400 of § 68 (1) rests on memory.',
  ]),
  employeeBonus: datedAmounts(
    'Mitarbeiterprämie: employee bonus of a year free of tax, not of contributions',
    [START, '1000', 'EStG § 124b: 2025 (deloitte.com)'],
    ['2026-01-01', '0', 'No bonus in the first half of 2026 (deloitte.com)'],
    ['2026-07-01', '500', 'July to December 2026 (sheet RZL)'],
    ['2027-01-01', '0', 'Ends with 2026 (sheet RZL)'],
  ),
}
