import { datedAmounts, datedRates, datedValues, type Rate } from '@samen/core/country'
import { START } from './start.ts'

export const LANDS = [
  'burgenland',
  'carinthia',
  'lower-austria',
  'upper-austria',
  'salzburg',
  'styria',
  'tyrol',
  'vorarlberg',
  'vienna',
] as const
export type Land = (typeof LANDS)[number]

const byLand = (...hundredths: bigint[]): Readonly<Record<Land, Rate>> =>
  Object.freeze(
    Object.fromEntries(
      LANDS.map((land, index) => [land, { numerator: hundredths[index] as bigint, denominator: 10_000n }]),
    ),
  ) as Readonly<Record<Land, Rate>>

/** What the employer owes the tax office, the municipality and Vienna on wages. */
export const levyParameters = {
  familyFund: datedRates('DB: employer contribution to the family fund', [
    START,
    '3.70',
    'FLAG § 41 (5); wko.at (all employers from 2025)',
  ]),
  chamberSurcharge: datedValues<Readonly<Record<Land, Rate>>>(
    'table',
    'DZ: surcharge of the economic chamber on the family fund, by Land',
    [
      START,
      byLand(40n, 37n, 34n, 31n, 36n, 34n, 39n, 33n, 36n),
      'WKG § 122 (7), (8); wko.at, DZ 2025 by Land',
    ],
    [
      '2026-01-01',
      byLand(40n, 37n, 33n, 31n, 35n, 34n, 39n, 33n, 36n),
      'WKG § 122 (7), (8); RdW 2026, 12 (sheet DZ)',
    ],
  ),
  municipalTax: datedRates('KommSt: municipal tax', [START, '3.00', 'KommStG 1993 § 9']),
  smallPayroll: datedAmounts('Payroll of a month up to which a small enterprise deducts the allowance', [
    START,
    '1460',
    'FLAG § 41 (4); KommStG § 9; wko.at, DZ',
  ]),
  smallPayrollAllowance: datedAmounts(
    'Allowance of a small payroll in family fund, surcharge and municipal tax',
    [START, '1095', 'FLAG § 41 (4); KommStG § 9; wko.at, DZ'],
  ),
  familyFundUntilAge: datedValues<number>('count', 'Age after whose month family fund and surcharge end', [
    START,
    60,
    'FLAG § 41 (4) f; stb-wittmann.at',
  ]),
  viennaLevy: datedAmounts('Dienstgeberabgabe of Vienna (U-Bahn-Steuer), per worker and started week', [
    START,
    '2.00',
    'Wr. DAG § 5, LGBl 25/2012; wko.at, de.wikipedia.org (last amended 2022)',
  ]),
  viennaLevyHours: datedValues<number>('count', 'Weekly hours up to which Vienna asks no levy', [
    START,
    10,
    'Wr. DAG § 3; wko.at',
  ]),
  viennaLevyUntilAge: datedValues<number>('count', 'Age from which Vienna asks no levy', [
    START,
    55,
    'Wr. DAG § 3; wko.at',
  ]),
}
