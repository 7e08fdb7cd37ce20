import { datedValues, fraction, type Rate } from '@samen/core/country'
import { START } from './start.ts'

/**
 * The employer's general reduction as law writes it: a coefficient of four decimals times pay.
 * - `thirty-two`: until 2025, `maximum / 0.6 × (1.6 × SMIC / pay − 1)`
 * - `single`: the RGDU from 2026, `minimum + delta × [½ × (3 × SMIC / pay − 1)] ^ 1.75`, nothing from 3 SMIC
 */
export type ReductionFormula =
  | { readonly kind: 'thirty-two'; readonly maximum: bigint }
  | { readonly kind: 'single'; readonly minimum: bigint; readonly delta: bigint }

const OLD = 'CSS L241-13, D241-7'
const NEW = 'CSS L241-13, D241-7; décrets 2025-887 and 2025-1446'

/** The general reduction; coefficients in ten-thousandths. */
export const REDUCTION = {
  reductionSmall: datedValues<ReductionFormula>(
    'table',
    'Réduction générale under 50 staff (FNAL 0.10 %)',
    [START, { kind: 'thirty-two', maximum: 3194n }, `${OLD}; décret 2023-1329, kept until 30 April 2025`],
    [
      '2025-05-01',
      { kind: 'thirty-two', maximum: 3193n },
      `${OLD}; décret 2025-318; BOSS, allègements généraux, 460: each period is a contract of its own`,
    ],
    ['2026-01-01', { kind: 'single', minimum: 200n, delta: 3781n }, NEW],
  ),
  reductionLarge: datedValues<ReductionFormula>(
    'table',
    'Réduction générale from 50 staff (FNAL 0.50 %)',
    [START, { kind: 'thirty-two', maximum: 3234n }, `${OLD}; décret 2023-1329, kept until 30 April 2025`],
    [
      '2025-05-01',
      { kind: 'thirty-two', maximum: 3233n },
      `${OLD}; décret 2025-318; BOSS, allègements généraux, 460: each period is a contract of its own`,
    ],
    ['2026-01-01', { kind: 'single', minimum: 200n, delta: 3821n }, NEW],
  ),
  reductionPension: datedValues<bigint>(
    'count',
    'Part of the maximum coefficient that is complementary pension, in ten-thousandths: the share imputed to it',
    [START, 601n, 'CSS D241-7; Agirc-Arrco T1 4.72 % and CEG 1.29 %'],
  ),
  reductionLowerPension: datedValues<boolean>(
    'switch',
    'Whether a lower complementary-pension rate of the employer lowers the maximum coefficient by as much',
    [START, true, 'CSS L241-13 III, D241-7; official simulator of 2025'],
    [
      '2026-01-01',
      true,
      'CSS L241-13 III: the maximum cannot exceed the sum of the rates it relieves',
      'The official simulator lowers it in 2025 but no longer in 2026, and no text for rates below the general 6.01 % was found for 2026; it matters for artists and technicians',
    ],
  ),
  reductionLeaveFund: datedValues<Rate>('rate', 'Raise of the coefficient where a fund pays the leave', [
    START,
    fraction(100n, 90n),
    'CSS D241-10',
    'Whether the maximum coefficient caps before or after the raise is read differently; capped after it here, as the official simulator does',
  ]),
  reductionDeductionCap: datedValues<Rate>(
    'rate',
    'With the specific deduction, the reduction is at most this part of the one without it',
    [START, fraction(130n, 100n), 'CSS L242-1, arrêté du 25 juillet 2005 art. 6'],
  ),
  reductionByPay: datedValues<boolean>(
    'switch',
    'CESA: the reference minimum wage follows pay up to a full month (equivalent hours)',
    [START, true, 'Les-CAE, équivalents heures pour les réductions; Code du travail L7331-1 ff.'],
    [
      '2026-01-01',
      true,
      'Les-CAE, équivalents heures pour les réductions; Code du travail L7331-1 ff.',
      'The rule was stated for the reduction before 2026; no text says it of the single reduction',
    ],
  ),
  reductionProjectHolder: datedValues<boolean>('switch', 'CAPE: whether the general reduction applies', [
    START,
    false,
    'Circulaire Acoss 2008-066',
    'The holder of a CAPE has no employment contract; no text found that opens the reduction to it',
  ]),
}
