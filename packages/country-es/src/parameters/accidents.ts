import { datedValues, percent, type Rate } from '@samen/core/country'

/** Work accidents: total of IT and IMS in percent, by CNAE-2025 division, group or class, or by occupation. */
const TARIFF: Readonly<Record<string, Rate>> = Object.freeze(
  Object.fromEntries(
    `18:2.00 58:1.65 59:1.50 60:1.50 62:1.50 63:1.65 69:1.50 70:1.50 71:1.65 72:1.50 73:1.70 7330:1.50 74:1.75 742:1.50
     78:2.75 781:1.95 82:2.05 85:1.50 90:1.50 91:1.50 93:3.00 94:1.65 95:2.60 96:1.55
     a:1.50 b:2.00 d:6.70 f:6.70 g:3.60 h:3.60`
      .trim()
      .split(/\s+/)
      .map((pair) => pair.split(':') as [string, string])
      .map(([code, rate]) => [code, percent(rate)]),
  ),
)

/** Activities and occupations with a known rate; for others the employer states its own. */
export const ACTIVITIES = Object.keys(TARIFF) as [string, ...string[]]

export const ACCIDENTS = {
  accidentTariff: datedValues<Readonly<Record<string, Rate>>>(
    'table',
    'Tarifa de primas: work accidents and diseases, employer, by activity or occupation',
    [
      '2025-01-01',
      TARIFF,
      'Ley 42/2006 DA 4ª, in force 2025',
      'The tariff of 2025 followed CNAE-2009; the figures of 2026 were taken for the same divisions.',
    ],
    ['2026-01-01', TARIFF, 'LGSS DA 61ª, as added by RD-ley 3/2026 (sheet c)'],
  ),
}
