import { datedAmounts, datedRates, datedValues } from '@samen/core/country'

const IVS = 'L. 296/2006 art. 1 c. 769; INPS circ. 23/2007: 33 % in all (sheet c)'
const TRADE = 'Total of the trade sector 28.98 % (sheet c: stipendio.top); the parts add up to it'
const D175 = 'D.Lgs. 175/2023 art. 7; INPS circ. 56 of 8-4-2024 (sheet c)'
const C26 = 'INPS circ. 26 of 30-1-2025 (sheet c)'
const C6 = 'INPS circ. 6 of 30-1-2026 (sheet c)'
const MEMORY = 'Read in no source of its own; only the total of the trade sector is confirmed.'

const BAND_DAY =
  'One part in 312 of the yearly band, rounded; that show workers insured before 1996 pay by the day rests on memory.'

/** Social contributions of employees: FPLD (general fund) and FPLS (show workers, ex-ENPALS). Days are those worked. */
export const contributionParameters = {
  pensionEmployee: datedRates('IVS: pension, employee', ['2025-01-01', '9.19', IVS]),
  pensionEmployer: datedRates('IVS: pension, employer', ['2025-01-01', '23.81', IVS]),
  dancerPensionEmployee: datedRates('IVS of dancers (tersicorei, FPLS), employee', [
    '2025-01-01',
    '9.89',
    'D.Lgs. 182/1997 (sheet c)',
    'The rate of dancers rests on memory (35.70 % in all).',
  ]),
  dancerPensionEmployer: datedRates('IVS of dancers (tersicorei, FPLS), employer', [
    '2025-01-01',
    '25.81',
    'D.Lgs. 182/1997 (sheet c)',
    'The rate of dancers rests on memory (35.70 % in all).',
  ]),
  additional: datedRates('Aliquota aggiuntiva: 1 % above the first pension band', [
    '2025-01-01',
    '1',
    'D.L. 384/1992 art. 3-ter (sheet c)',
  ]),
  bandYear: datedAmounts(
    'Prima fascia: pay of a year above which 1 % more is due',
    ['2025-01-01', '55448', C26],
    ['2026-01-01', '56224', C6],
  ),
  bandMonth: datedAmounts(
    'Prima fascia mensilizzata: the same by the month',
    ['2025-01-01', '4621', `${C26} n. 5`],
    ['2026-01-01', '4685', C6],
  ),
  bandDay: datedAmounts(
    'Prima fascia giornaliera: pay of a day above which show workers insured before 1996 pay 1 % more',
    ['2025-01-01', '178', C26, BAND_DAY],
    ['2026-01-01', '180', C6, BAND_DAY],
  ),
  ceilingYear: datedAmounts(
    'Massimale: pensionable pay of a year of those insured after 1995',
    ['2025-01-01', '120607', C26],
    ['2026-01-01', '122295', C6],
  ),
  minimumDay: datedAmounts(
    'Minimale giornaliero: least contribution base of a day',
    ['2025-01-01', '57.32', C26],
    ['2026-01-01', '58.13', C6],
  ),
  minimumHour: datedAmounts(
    'Minimale orario: least contribution base of an hour of part-time work, 40-hour week',
    ['2025-01-01', '8.60', `${C26}: 57.32 × 6 / 40`],
    ['2026-01-01', '8.72', C6],
  ),
  ceilingDay: datedAmounts(
    'Massimale giornaliero: pensionable pay of a day of show workers insured before 1996',
    ['2025-01-01', '880', C26, 'Derived from the 892.00 of 2026 and the 1.4 % of the revaluation.'],
    ['2026-01-01', '892', C6],
  ),
  dailyBands: datedValues<readonly (readonly [multiple: bigint, days: bigint])[]>(
    'table',
    'Fasce giornaliere: up to so many daily ceilings of pay, so many are pensionable; above all, eight',
    [
      '2025-01-01',
      [
        [2n, 1n],
        [5n, 2n],
        [8n, 3n],
        [11n, 4n],
        [14n, 5n],
        [18n, 6n],
        [22n, 7n],
      ],
      'D.Lgs. 182/1997 art. 1; INPS circ. 6/2026 (sheet c)',
      'The multiples of the daily ceiling rest on memory; the report of the circular that was read breaks off before its table.',
    ],
  ),
  unemployment: datedRates('NASpI, employer', ['2025-01-01', '1.31', 'L. 92/2012 art. 2 (sheet c)']),
  training: datedRates('Interprofessional training funds, part of NASpI, employer', [
    '2025-01-01',
    '0.30',
    'L. 845/1978 art. 25 (sheet c)',
  ]),
  fixedTerm: datedRates('Contributo addizionale NASpI: contracts that are not permanent', [
    '2025-01-01',
    '1.40',
    'L. 92/2012 art. 2 c. 28; Labour Ministry, interpello 15/2013: work on call for a fixed term too',
  ]),
  fixedTermShow: datedRates('Contributo addizionale NASpI in the show workers’ fund', [
    '2025-01-01',
    '1.10',
    D175,
  ]),
  renewal: datedRates('Increase of the contributo addizionale for each renewal', [
    '2025-01-01',
    '0.50',
    'D.L. 87/2018 art. 3 c. 2; INPS circ. 121 of 6-9-2019',
  ]),
  family: datedRates('CUAF: family allowances, employer', ['2025-01-01', '0.68', TRADE]),
  sickness: datedRates('Sickness, employer, trade sector', ['2025-01-01', '2.44', TRADE, MEMORY]),
  sicknessShow: datedRates('Sickness, employer, show workers’ fund', [
    '2025-01-01',
    '2.22',
    'INPS circ. 124 of 3-8-2017 (lavorofacile.it): 2.22 % whatever the sector; with maternity the total of trade, 28.98 %',
    'Circ. 56/2024 is reported with 1.68 % and 1.28 %, taken here for the self-employed, whose reliefs find no CUAF to fall on.',
  ]),
  sicknessCeilingDay: datedAmounts('Pay of a day on which fixed-term show workers are insured for sickness', [
    '2025-01-01',
    '120',
    'INPS circ. 56/2024: sickness and maternity (cafassoefigli.com)',
  ]),
  maternity: datedRates('Maternity, employer', ['2025-01-01', '0.24', TRADE, MEMORY]),
  maternityShow: datedRates('Maternity, employer, show workers’ fund', [
    '2025-01-01',
    '0.46',
    'D.L. 73/2021 art. 66 c. 6; INPS message 550 of 3-2-2022 (ntpluslavoro.ilsole24ore.com)',
  ]),
  severanceGuarantee: datedRates('Fondo di garanzia TFR, employer', [
    '2025-01-01',
    '0.20',
    'L. 297/1982 art. 2 (sheet c)',
  ]),
  supportSmall: datedRates('FIS, employers of up to five, a third borne by the employee', [
    '2025-01-01',
    '0.50',
    'D.Lgs. 148/2015 art. 29 c. 8; INPS circ. 5/2025 (pmi.it, redigo.info)',
  ]),
  supportUnused: datedRates('FIS, employers of up to five that asked nothing of it for 24 months', [
    '2025-01-01',
    '0.30',
    'D.I. 21-5-2024; INPS circ. 5 of 20-1-2025 (redigo.info, pmi.it)',
  ]),
  support: datedRates('FIS, employers of more than five, a third borne by the employee', [
    '2025-01-01',
    '0.80',
    'D.Lgs. 148/2015 art. 29 c. 8; INPS circ. 5/2025 (pmi.it, redigo.info)',
  ]),
  extraordinaryEmployee: datedRates('CIGS, employee', ['2025-01-01', '0.30', 'D.Lgs. 148/2015 art. 23']),
  extraordinaryEmployer: datedRates('CIGS, employer', ['2025-01-01', '0.60', 'D.Lgs. 148/2015 art. 23']),
  discontinuity: datedRates('Indennità di discontinuità: show workers without permanent work, employer', [
    '2025-01-01',
    '1',
    D175,
  ]),
  discontinuitySolidarity: datedRates(
    'Solidarity for discontinuity, pay above the yearly ceiling, employee',
    [
      '2025-01-01',
      '0.50',
      D175,
      'Reported on pay above the yearly ceiling (tag24.it, eclavoro.it); whether those with permanent work pay it too is not.',
    ],
  ),
  solidarity: datedRates('Contributo di solidarietà above the ceiling (FPLS), each side', [
    '2025-01-01',
    '2.50',
    `D.Lgs. 182/1997 art. 1; ${C6}`,
  ]),
  injuryOffice: datedRates('INAIL premium of offices', [
    '2025-01-01',
    '0.40',
    'Tariffa INAIL 2019, terziario (sheet c)',
    'The premium is the one INAIL assigns to the office; four per thousand is usual for offices.',
  ]),
  injuryShow: datedRates('INAIL premium of stage work', [
    '2025-01-01',
    '0.80',
    'Tariffa INAIL 2019',
    'The premium is the one INAIL assigns; this is an estimate for stage work.',
  ]),
  severanceOff: datedRates('Part of TFR that the employer paid as pension contribution', [
    '2025-01-01',
    '0.50',
    'L. 297/1982 art. 3 (sheet c)',
  ]),
}
