import { datedAmounts, datedRates, datedValues } from '@samen/core/country'
import { START } from './start.ts'

const FUND = 'Each fund sets its own rate; a placeholder until the office states that of the worker’s fund'

/** Social insurance: ceilings, rates and levies. Rates that both sides share are stated whole. */
export const CONTRIBUTIONS = {
  pensionCeiling: datedAmounts(
    'Beitragsbemessungsgrenze der Rentenversicherung: yearly ceiling of pension and unemployment insurance',
    [START, '96600', 'SVBezGrV 2025 § 3'],
    ['2026-01-01', '101400', 'SVBezGrV 2026 § 3'],
  ),
  healthCeiling: datedAmounts(
    'Beitragsbemessungsgrenze der Krankenversicherung: yearly ceiling of health and care insurance',
    [START, '66150', 'SGB V § 223 (3), § 6 (7); SVBezGrV 2025'],
    ['2026-01-01', '69750', 'SGB V § 223 (3), § 6 (7); SVBezGrV 2026'],
  ),
  health: datedRates('Krankenversicherung, allgemeiner Beitragssatz', [START, '14.6', 'SGB V § 241']),
  healthReduced: datedRates('Krankenversicherung, ermäßigter Beitragssatz: without sick pay of the fund', [
    START,
    '14.0',
    'SGB V § 243',
  ]),
  supplement: datedRates(
    'Durchschnittlicher Zusatzbeitragssatz: average supplement of the funds, where the worker’s is not stated',
    [START, '2.5', 'SGB V § 242a; BAnz of November 2024'],
    ['2026-01-01', '2.9', 'SGB V § 242a; BAnz of November 2025'],
  ),
  care: datedRates('Pflegeversicherung', [START, '3.6', 'SGB XI § 55 (1); PBAV 2025']),
  careSaxony: datedRates('Pflegeversicherung in Saxony: part of the rate that the worker bears alone', [
    START,
    '1.0',
    'SGB XI § 58 (3)',
    'In the transition zone it is taken on the base of the whole contribution (BVV § 2 (2) sentence 6); no published example was found',
  ]),
  careChildless: datedRates('Beitragszuschlag für Kinderlose', [
    START,
    '0.6',
    'SGB XI § 55 (3); BVV § 2 (1)',
    'Rounded apart from the worker’s half, as the BVV adds separately rounded parts; some programmes round 2.4 % at once, a cent apart at some pay',
  ]),
  careChild: datedRates('Beitragsabschlag for each child from the second to the fifth', [
    START,
    '0.25',
    'SGB XI § 55 (3)',
  ]),
  pension: datedRates('Rentenversicherung', [START, '18.6', 'SGB VI § 158; BSV 2018']),
  unemployment: datedRates('Arbeitslosenversicherung', [START, '2.6', 'SGB III § 341 (2)']),
  insolvency: datedRates('Insolvenzgeldumlage (U3)', [START, '0.15', 'SGB III § 360']),
  sickPayLevy: datedRates('Umlage U1 of employers with at most 30 staff, where not stated', [
    START,
    '2.1',
    'AAG § 7; BKK Mitte, refund of 60 %',
    FUND,
  ]),
  maternityLevy: datedRates('Umlage U2, where not stated', [START, '0.40', 'AAG § 7; BKK Mitte 2026', FUND]),
  sickPayLevyStaff: datedValues<number>('count', 'Staff up to which an employer takes part in U1', [
    START,
    30,
    'AAG § 1 (1)',
  ]),
  accident: datedRates(
    'Unfallversicherung: provision for the yearly contribution to the VBG, where not stated',
    [
      START,
      '1.20',
      'SGB VII §§ 153, 167; contribution foot of 4.60 on 1,000 of 2022 and 2023',
      'Depends on the hazard class of the undertaking and the foot of the year, known only afterwards',
    ],
  ),
  minimumWage: datedAmounts(
    'Mindestlohn: hourly minimum wage',
    [START, '12.82', 'MiLoG § 1; MiLoV4'],
    ['2026-01-01', '13.90', 'MiLoG § 1; MiLoV5'],
    ['2027-01-01', '14.60', 'MiLoG § 1; MiLoV5'],
  ),
  minijobLimit: datedAmounts(
    'Geringfügigkeitsgrenze: monthly limit of a Minijob',
    [START, '556', 'SGB IV § 8 (1a): 12.82 × 130 / 3'],
    ['2026-01-01', '603', 'SGB IV § 8 (1a): 13.90 × 130 / 3'],
    ['2027-01-01', '633', 'SGB IV § 8 (1a): 14.60 × 130 / 3'],
  ),
  zoneTop: datedAmounts('Obergrenze des Übergangsbereichs: monthly upper end of the transition zone', [
    START,
    '2000',
    'SGB IV § 20 (2)',
  ]),
  zoneFactor: datedValues<bigint>(
    'count',
    'Faktor F of the transition zone, in ten-thousandths',
    [START, 6_683n, 'SGB IV § 20 (2a): 28 / 41.9; BAnz'],
    ['2026-01-01', 6_619n, 'SGB IV § 20 (2a): 28 / 42.3; Haufe, Neue Formeln für Midijobs ab 1.1.2026'],
  ),
  minijobHealth: datedRates('Minijob: flat health contribution of the employer', [
    START,
    '13',
    'SGB V § 249b',
  ]),
  minijobPension: datedRates('Minijob: flat pension contribution of the employer', [
    START,
    '15',
    'SGB VI § 168 (1) no. 1b, § 172 (3)',
  ]),
  minijobFloor: datedAmounts('Minijob: least monthly base of the full pension contribution', [
    START,
    '175',
    'SGB VI § 163 (8)',
  ]),
  minijobSickPayLevy: datedRates(
    'Minijob-Zentrale: levy U1',
    [START, '1.1', 'AAG § 7; Minijob-Zentrale 2025'],
    ['2026-01-01', '0.8', 'AAG § 7; Minijob-Zentrale 2026'],
  ),
  minijobMaternityLevy: datedRates('Minijob-Zentrale: levy U2', [
    START,
    '0.22',
    'AAG § 7; Minijob-Zentrale 2025 and 2026',
  ]),
}
