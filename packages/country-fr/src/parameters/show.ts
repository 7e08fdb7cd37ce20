import { datedRates, datedValues } from '@samen/core/country'
import { START } from './start.ts'

const ARTIST = 'Arrêté du 24 janvier 1975 (70 % of the common rate); Urssaf, taux des artistes du spectacle'
const ANNEX = 'Règlement d’assurance chômage, annexes VIII et X art. 60'
const PENSION = 'ANI du 17 novembre 2017; Audiens, taux Agirc-Arrco du spectacle'
const MEMORY = 'Rate from memory; check it against the body’s yearly notice'

/** Show artists (annex 10) and technicians (annex 8): what differs from the general regime. */
export const SHOW = {
  artistSickness: datedRates(
    'Maladie, artist, employer',
    [START, '4.90', ARTIST],
    ['2026-01-01', '9.10', ARTIST],
  ),
  artistSicknessSupplement: datedRates(
    'Complément maladie, artist (CTP 636)',
    [START, '4.20', ARTIST],
    ['2026-01-01', '0', 'LFSS 2025 art. 18: the reduced rate is gone'],
  ),
  artistSicknessAlsaceMoselle: datedRates('Régime local Alsace-Moselle, artist', [START, '0.91', ARTIST]),
  artistOldAgeCapped: datedRates('Vieillesse plafonnée, artist, employer', [START, '5.99', ARTIST]),
  artistOldAgeCappedEmployee: datedRates('Vieillesse plafonnée, artist, employee', [START, '4.83', ARTIST]),
  artistOldAge: datedRates(
    'Vieillesse déplafonnée, artist, employer',
    [START, '1.41', ARTIST],
    [
      '2026-01-01',
      '1.48',
      ARTIST,
      '70 % of 2.11 % rounded to two decimals as Urssaf does; no 2026 table of artists’ rates was found',
    ],
  ),
  artistOldAgeEmployee: datedRates('Vieillesse déplafonnée, artist, employee', [START, '0.28', ARTIST]),
  artistFamily: datedRates(
    'Allocations familiales, artist',
    [START, '2.42', ARTIST],
    ['2026-01-01', '3.68', ARTIST],
  ),
  artistFamilySupplement: datedRates(
    'Complément allocations familiales, artist',
    [START, '1.26', ARTIST],
    ['2026-01-01', '0', 'LFSS 2025 art. 18: the reduced rate is gone'],
  ),
  artistHousingSmall: datedRates('FNAL under 50 staff, artist', [START, '0.07', ARTIST]),
  artistHousing: datedRates('FNAL from 50 staff, artist', [START, '0.35', ARTIST]),
  artistShare: datedRates('Part of the establishment’s accident and mobility rates an artist bears', [
    START,
    '70',
    ARTIST,
    'Urssaf rounds the accident rate “to the nearest decimal”, the official simulator to two; two decimals here',
  ]),
  artistDailyHours: datedValues<bigint>(
    'count',
    'Hourly ceilings that make the daily ceiling of an artist engaged under five days in a row',
    [START, 12n, 'CSS R242-1; arrêté du 24 janvier 1975 art. 3'],
  ),
  annexUnemployment: datedRates('Assurance chômage annexes 8 and 10, specific part, employer', [
    START,
    '5.00',
    ANNEX,
  ]),
  annexUnemploymentEmployee: datedRates('Assurance chômage annexes 8 and 10, specific part, employee', [
    START,
    '2.40',
    ANNEX,
  ]),
  shortCustomary: datedRates('Surcharge on customary contracts up to three months', [
    START,
    '0.50',
    'Règlement d’assurance chômage art. 50-1; Unédic',
  ]),
  artistPensionT1: datedRates('Agirc-Arrco T1, artist not executive, employer', [START, '4.45', PENSION]),
  artistPensionT1Employee: datedRates('Agirc-Arrco T1, artist not executive, employee', [
    START,
    '4.44',
    PENSION,
  ]),
  technicianPensionT1: datedRates('Agirc-Arrco T1, technician or executive, employer', [
    START,
    '3.94',
    PENSION,
  ]),
  technicianPensionT1Employee: datedRates('Agirc-Arrco T1, technician or executive, employee', [
    START,
    '3.93',
    PENSION,
  ]),
  showPensionT2: datedRates('Agirc-Arrco T2, not executive, employer', [START, '10.80', PENSION]),
  showPensionT2Employee: datedRates('Agirc-Arrco T2, not executive, employee', [START, '10.79', PENSION]),
  leaveFund: datedRates('Congés Spectacles', [
    START,
    '15.50',
    'Code du travail D7121-38 ff.; Audiens, employer guide: 15.50 % from 1 April 2023',
    'Only Audiens’ own guide states 15.50 % (from April 2023); the official simulator and service-public still show 15.40 % of 2019-20, and no call of 2025-26 or 2026-27 was found. State leaveFundRate where the fund calls another',
  ]),
  showTraining: datedRates('AFDAS training contribution of intermittents', [
    START,
    '2.10',
    'Code du travail L6331-55; Afdas',
  ]),
  leaveFundRaise: datedRates(
    'Raise of the FNAL, mobility and apprenticeship bases where a fund pays the leave',
    [
      START,
      '11.5',
      'Code de la construction R834-7 (former); Urssaf, caisses de congés payés',
      'Applied to pay under the ceiling for FNAL under 50 staff; the order of cap and raise is not stated by the sources',
    ],
  ),
  fcap: datedRates('FCAP-SVP, private live performance (IDCC 3090)', [
    START,
    '0.10',
    'IDCC 3090; accord FCAP-SVP',
    'The yearly minimum of 80 € and maximum of 300 € per employer are not settled on payslips',
  ]),
  showProvident: datedRates('Prévoyance IDCC 3090, not executive, employer', [
    START,
    '1.20',
    'IDCC 3090 annexe prévoyance',
  ]),
  fnas: datedRates('FNAS, subsidised live performance (IDCC 1285)', [
    START,
    '1.45',
    'IDCC 1285 art. III-2',
    MEMORY,
  ]),
  deduction: datedValues<Readonly<Record<'musicians' | 'dramatic', bigint>>>(
    'table',
    'DFS: specific flat deduction in percent of pay, by profession, until it ends in 2032',
    [
      START,
      { musicians: 18n, dramatic: 21n },
      'Arrêté du 20 décembre 2002 art. 9; BOSS, frais professionnels',
    ],
    ['2026-01-01', { musicians: 16n, dramatic: 18n }, 'BOSS, frais professionnels'],
    ['2027-01-01', { musicians: 14n, dramatic: 15n }, 'BOSS, frais professionnels'],
    ['2028-01-01', { musicians: 12n, dramatic: 12n }, 'BOSS, frais professionnels'],
    ['2029-01-01', { musicians: 9n, dramatic: 9n }, 'BOSS, frais professionnels'],
    ['2030-01-01', { musicians: 6n, dramatic: 6n }, 'BOSS, frais professionnels'],
    ['2031-01-01', { musicians: 3n, dramatic: 3n }, 'BOSS, frais professionnels'],
    ['2032-01-01', { musicians: 0n, dramatic: 0n }, 'BOSS, frais professionnels'],
  ),
  deductionMaximum: datedValues<bigint>('amount', 'DFS: at most this a year, in cents', [
    START,
    760_000n,
    'Arrêté du 20 décembre 2002 art. 9',
  ]),
}
