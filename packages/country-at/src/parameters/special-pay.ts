import { datedAmounts, datedValues, type Minor } from '@samen/core/country'
import { START } from './start.ts'

/** A band of the fixed tax on special pay of a year after contributions; above the last the tariff applies. */
export interface FixedBand {
  readonly upTo: Minor
  /** In hundredths of a percent. */
  readonly rate: bigint
}

/** Wage tax on special payments (sonstige Bezüge). */
export const specialPayParameters = {
  fixedBands: datedValues<readonly FixedBand[]>(
    'table',
    'Fixed rates on special pay of a year within the sixth',
    [
      START,
      Object.freeze([
        { upTo: 62_000n, rate: 0n },
        { upTo: 2_500_000n, rate: 600n },
        { upTo: 5_000_000n, rate: 2_700n },
        { upTo: 8_333_300n, rate: 3_575n },
      ]),
      'EStG § 67 (1); lexisnexis.at, VWT Steuerservice',
    ],
  ),
  exemptSixth: datedAmounts(
    'Freigrenze: sixth of the year up to which special pay is free of tax',
    [START, '2570', 'EStG § 67 (1); LStR Rz 1055a'],
    ['2026-01-01', '2615', 'EStG § 67 (1); LStR Rz 1055a'],
  ),
}
