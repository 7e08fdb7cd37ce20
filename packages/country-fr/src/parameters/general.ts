import { datedAmounts, datedRates, datedValues } from '@samen/core/country'
import { START } from './start.ts'

/** The general regime: ceilings, minimum wage and the contributions every employee has. */
export const GENERAL = {
  ceiling: datedAmounts(
    'Plafond mensuel de la sécurité sociale: monthly ceiling',
    [START, '3925', 'CSS D242-17; arrêté du 19 décembre 2024'],
    ['2026-01-01', '4005', 'CSS D242-17; arrêté du 22 décembre 2025'],
  ),
  hourlyCeiling: datedAmounts(
    'Plafond horaire: hourly ceiling, twelve of which make the daily ceiling of an artist engaged under five days',
    [START, '29', 'CSS D242-17; arrêté du 19 décembre 2024'],
    ['2026-01-01', '30', 'CSS D242-17; arrêté du 22 décembre 2025'],
  ),
  minimumWage: datedAmounts(
    'SMIC horaire: hourly minimum wage',
    [START, '11.88', 'Code du travail L3231-2; décret 2024-1065'],
    ['2026-01-01', '12.02', 'Code du travail L3231-2; décret of December 2025'],
    ['2026-06-01', '12.31', 'Code du travail L3231-5; JO 24 May 2026'],
  ),
  sickness: datedRates(
    'Maladie-maternité-invalidité-décès, employer, the part every pay bears',
    [START, '7.00', 'CSS D242-3, L241-2-1'],
    ['2026-01-01', '13.00', 'CSS D242-3; LFSS 2025 art. 18'],
  ),
  sicknessSupplement: datedRates(
    'Complément maladie: what pay above the threshold bears besides',
    [START, '6.00', 'CSS L241-2-1, D242-3'],
    ['2026-01-01', '0', 'LFSS 2025 art. 18: the reduced rate is gone'],
  ),
  sicknessThreshold: datedValues<bigint>(
    'count',
    'Threshold of the sickness supplement, in hundredths of the minimum wage',
    [START, 225n, 'CSS L241-2-1; décret 2025-318'],
  ),
  sicknessAlsaceMoselle: datedRates('Régime local Alsace-Moselle, employee', [
    START,
    '1.30',
    'CSS L325-1, D242-20; the local regime’s board, kept for 2025 on 19 December 2024 and for 2026 in December 2025',
  ]),
  solidarity: datedRates('Contribution solidarité autonomie', [START, '0.30', 'CASF L137-40']),
  accident: datedRates(
    'Accidents du travail: national mean net rate, where the establishment states none',
    [START, '2.12', 'CSS D242-6-9; arrêté of 2024'],
    ['2026-01-01', '2.08', 'CSS D242-6-9; arrêté du 30 décembre 2025'],
  ),
  accidentFlatHour: datedAmounts(
    'CAPE without pay: accident contribution base an hour, on the legal month',
    [START, '1.74', 'CSS D412-99; arrêté du 18 février 2008; Urssaf, base horaire des stagiaires 2025'],
    [
      '2026-01-01',
      '1.78',
      'CSS D412-99; arrêté du 18 février 2008',
      'The value of 2025 raised with the social-security ceiling (1.7755); no 2026 notice was found',
    ],
  ),
  oldAgeCapped: datedRates('Vieillesse plafonnée, employer', [START, '8.55', 'CSS D242-4']),
  oldAgeCappedEmployee: datedRates('Vieillesse plafonnée, employee', [START, '6.90', 'CSS D242-4']),
  oldAge: datedRates(
    'Vieillesse déplafonnée, employer',
    [START, '2.02', 'CSS D242-4'],
    ['2026-01-01', '2.11', 'CSS D242-4; décret 2025-1446'],
  ),
  oldAgeEmployee: datedRates('Vieillesse déplafonnée, employee', [START, '0.40', 'CSS D242-4']),
  family: datedRates(
    'Allocations familiales, the part every pay bears',
    [START, '3.45', 'CSS D241-3-1, L241-6-1'],
    ['2026-01-01', '5.25', 'CSS D241-3-1; LFSS 2025 art. 18'],
  ),
  familySupplement: datedRates(
    'Complément allocations familiales: what pay above the threshold bears besides',
    [START, '1.80', 'CSS L241-6-1'],
    ['2026-01-01', '0', 'LFSS 2025 art. 18: the reduced rate is gone'],
  ),
  familyThreshold: datedValues<bigint>(
    'count',
    'Threshold of the family supplement, in hundredths of the minimum wage',
    [START, 330n, 'CSS L241-6-1; décret 2025-318'],
  ),
  unemployment: datedRates(
    'Assurance chômage, employer',
    [START, '4.05', 'Règlement d’assurance chômage art. 50; décret 2019-797'],
    ['2025-05-01', '4.00', 'Convention du 15 novembre 2024, agréée le 19 décembre 2024'],
  ),
  wageGuarantee: datedRates('AGS: wage-guarantee insurance', [
    START,
    '0.25',
    'Code du travail L3253-18; AGS, 1 July 2024, kept on 16 December 2025',
  ]),
  housingSmall: datedRates('FNAL under 50 staff, on pay under the ceiling', [START, '0.10', 'CCH L813-5']),
  housing: datedRates('FNAL from 50 staff, on all pay', [START, '0.50', 'CCH L813-5']),
  dialogue: datedRates('Contribution au dialogue social', [START, '0.016', 'Code du travail D2135-34']),
  trainingSmall: datedRates('Formation professionnelle under 11 staff', [
    START,
    '0.55',
    'Code du travail L6331-1',
  ]),
  training: datedRates('Formation professionnelle from 11 staff', [START, '1.00', 'Code du travail L6331-3']),
  trainingFixedTerm: datedRates('CPF-CDD: training account of fixed-term contracts', [
    START,
    '1.00',
    'Code du travail L6331-6',
  ]),
  apprenticeship: datedRates('Taxe d’apprentissage, main part', [
    START,
    '0.59',
    'Code du travail L6241-1, L6241-2',
  ]),
  apprenticeshipAlsaceMoselle: datedRates('Taxe d’apprentissage in Alsace-Moselle', [
    START,
    '0.44',
    'Code du travail L6241-1-1',
  ]),
  apprenticeshipBalance: datedRates('Taxe d’apprentissage, balance', [
    START,
    '0.09',
    'Code du travail L6241-2',
  ]),
  apprenticeshipExtra: datedValues<readonly (readonly [shareBelow: number, percent: string])[]>(
    'table',
    'Contribution supplémentaire à l’apprentissage from 250 staff, by share of apprentices in percent',
    [
      START,
      [
        [1, '0.40'],
        [2, '0.20'],
        [3, '0.10'],
        [5, '0.05'],
      ],
      'Code du travail L6242-1',
    ],
  ),
  apprenticeshipExtraLarge: datedRates('The same from 2,000 staff and under 1 % apprentices', [
    START,
    '0.60',
    'Code du travail L6242-1',
  ]),
  constructionEffort: datedRates('PEEC: construction effort from 50 staff', [START, '0.45', 'CCH L313-1']),
  coverLevy: datedRates('Forfait social on the employer’s provident cover, from 11 staff', [
    START,
    '8.00',
    'CSS L137-15, L137-16',
  ]),
  csgAbated: datedRates('Part of pay up to four ceilings that CSG and CRDS are due on', [
    START,
    '98.25',
    'CSS L136-2',
  ]),
  csgDeductible: datedRates('CSG deductible from tax', [START, '6.80', 'CSS L136-8; CGI 154 quinquies']),
  csgNonDeductible: datedRates('CSG not deductible', [START, '2.40', 'CSS L136-8; CGI 154 quinquies']),
  crds: datedRates('CRDS', [START, '0.50', 'Ordonnance 96-50 art. 14, 19']),
  fixedTermBonus: datedRates('Indemnité de fin de contrat', [START, '10', 'Code du travail L1243-8']),
  leaveIndemnity: datedRates('Indemnité compensatrice de congés payés', [
    START,
    '10',
    'Code du travail L3141-24, L1242-16',
  ]),
}
