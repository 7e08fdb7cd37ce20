import { datedAmounts, datedRates } from '@samen/core/country'
import { START } from './start.ts'

const PREMIUM = 'Code du travail L3121-36'
const COMPLEMENTARY = 'Code du travail L3123-29'

/** Overtime (heures supplémentaires) and, of part-time workers, complementary hours. */
export const OVERTIME = {
  overtimePremium: datedRates('Majoration of the 36th to 43rd hour of a week, without an agreement', [
    START,
    '25',
    PREMIUM,
  ]),
  overtimePremiumMore: datedRates('Majoration from the 44th hour of a week, without an agreement', [
    START,
    '50',
    PREMIUM,
  ]),
  complementaryPremium: datedRates('Majoration of complementary hours within a tenth of the contract’s', [
    START,
    '10',
    COMPLEMENTARY,
  ]),
  complementaryPremiumMore: datedRates('Majoration of complementary hours beyond that tenth', [
    START,
    '25',
    COMPLEMENTARY,
  ]),
  overtimeReduction: datedRates(
    'Réduction de cotisations salariales: highest rate of the employee’s relief on overtime pay',
    [START, '11.31', 'CSS L241-17, D241-21; BOSS, heures supplémentaires, 350 to 370'],
  ),
  overtimeDeductionSmall: datedAmounts('Déduction forfaitaire patronale an hour, under 20 staff', [
    START,
    '1.50',
    'CSS L241-18, D241-24',
  ]),
  overtimeDeduction: datedAmounts(
    'Déduction forfaitaire patronale an hour, 20 to 249 staff',
    [
      START,
      '0.50',
      'CSS L241-18-1, D241-24',
      'The official simulator grants none in 2025 from 20 staff; payroll publishers of 2026 say it went on without a gap',
    ],
    ['2026-01-01', '0.50', 'CSS L241-18-1, D241-24; LFSS 2026 (loi 2025-1403) art. 21'],
  ),
  overtimeDeductionLarge: datedAmounts(
    'Déduction forfaitaire patronale an hour, from 250 staff',
    [START, '0', 'CSS L241-18-1: from 20 to 249 staff only'],
    ['2026-01-01', '0.50', 'CSS L241-18-1; LFSS 2026 (loi 2025-1403) art. 21'],
  ),
}
