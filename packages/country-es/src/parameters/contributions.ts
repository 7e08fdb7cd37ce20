import {
  datedAmounts,
  datedRates,
  datedValues,
  euro,
  type Minor,
  percent,
  type Rate,
} from '@samen/core/country'

/** Least contribution base of common contingencies, by group: index 0 is group 1. */
export type GroupBases = readonly Minor[]

/** One band of the additional solidarity contribution: the pay above `from` up to the next band. */
export interface SolidarityBand {
  readonly from: Minor
  readonly employer: Rate
  readonly employee: Rate
}

const ORDER_2025 = 'Orden PJC/178/2025'
const ORDER_2026 = 'Orden PJC/297/2026'
const IN_2025 = '2025-01-01'
const IN_2026 = '2026-01-01'

const groups = (one: string, two: string, three: string, others: string): GroupBases =>
  Object.freeze([one, two, three, ...Array<string>(8).fill(others)].map(euro))

const bands = (...rows: readonly (readonly [from: string, employer: string, employee: string])[]) =>
  Object.freeze(
    rows.map(
      ([from, employer, employee]): SolidarityBand =>
        Object.freeze({ from: euro(from), employer: percent(employer), employee: percent(employee) }),
    ),
  )

const GROUPS_2025 = 'openbooks engine/src/payroll/es; the catalogue of 2025 bases agrees (sheet c)'
const SICKNESS =
  'The Order states the rate for workers past the age of retirement; that pensioners who work bear the same follows from art. 153, which names no other.'
const PART_TIME_2025 =
  'Art. 38.3 states 8.32 for professional contingencies; the table is missing in the stored text: the least base of the month divided by 166, as in 2026.'

/** Contributions of the general scheme, by the days worked. */
export const CONTRIBUTIONS = {
  ceiling: datedAmounts(
    'Tope máximo: highest contribution base of a month',
    [IN_2025, '4909.50', `${ORDER_2025} art. 2.1`],
    [IN_2026, '5101.20', `${ORDER_2026} art. 2.1`],
  ),
  floor: datedAmounts(
    'Tope mínimo: least base of professional contingencies of a month',
    [IN_2025, '1381.20', `${ORDER_2025} art. 2.2`],
    [IN_2026, '1424.40', `${ORDER_2026} art. 2.2`],
  ),
  leastBases: datedValues<GroupBases>(
    'table',
    'Bases mínimas: least base of common contingencies of a month, by group; thirty times the day’s in groups 8 to 11',
    [IN_2025, groups('1929.00', '1599.60', '1391.70', '1381.20'), `${ORDER_2025} art. 3; ${GROUPS_2025}`],
    [IN_2026, groups('1989.30', '1649.70', '1435.20', '1424.40'), `${ORDER_2026} art. 3`],
  ),
  hourlyBases: datedValues<GroupBases>(
    'table',
    'Bases mínimas por hora: least base of an hour of part-time work, by group',
    [IN_2025, groups('11.62', '9.64', '8.38', '8.32'), `${ORDER_2025} art. 39`, PART_TIME_2025],
    [IN_2026, groups('11.98', '9.94', '8.65', '8.58'), `${ORDER_2026} art. 39`],
  ),
  memberBases: datedValues<GroupBases>(
    'table',
    'Bases mínimas: least base of a month of part-time worker-members of a cooperative, by group',
    [
      IN_2025,
      groups('868.20', '639.90', '556.80', '552.60'),
      `${ORDER_2025} art. 43`,
      'Thirty times 45 % (group 1) or 40 % of the day’s least base, to the cent, as in 2026; the table is missing in the stored text.',
    ],
    [IN_2026, groups('895.20', '660.00', '574.20', '569.70'), `${ORDER_2026} art. 43`],
  ),
  commonEmployer: datedRates('Contingencias comunes, employer', [
    IN_2025,
    '23.60',
    `${ORDER_2025} art. 4.a; ${ORDER_2026} art. 4.a`,
  ]),
  commonEmployee: datedRates('Contingencias comunes, worker', [
    IN_2025,
    '4.70',
    `${ORDER_2025} art. 4.a; ${ORDER_2026} art. 4.a`,
  ]),
  equityEmployer: datedRates(
    'Mecanismo de equidad intergeneracional (MEI), employer',
    [IN_2025, '0.67', 'LGSS art. 127 bis, DT 43ª'],
    [IN_2026, '0.75', `${ORDER_2026} art. 16`],
  ),
  equityEmployee: datedRates(
    'Mecanismo de equidad intergeneracional (MEI), worker',
    [IN_2025, '0.13', 'LGSS art. 127 bis, DT 43ª'],
    [IN_2026, '0.15', `${ORDER_2026} art. 16`],
  ),
  unemploymentPermanentEmployer: datedRates('Desempleo, contrato indefinido, employer', [
    IN_2025,
    '5.50',
    `${ORDER_2026} art. 33.2; unchanged since 2025`,
  ]),
  unemploymentPermanentEmployee: datedRates('Desempleo, contrato indefinido, worker', [
    IN_2025,
    '1.55',
    `${ORDER_2026} art. 33.2; unchanged since 2025`,
  ]),
  unemploymentTemporaryEmployer: datedRates('Desempleo, duración determinada, employer', [
    IN_2025,
    '6.70',
    `${ORDER_2026} art. 33.2; unchanged since 2025`,
  ]),
  unemploymentTemporaryEmployee: datedRates('Desempleo, duración determinada, worker', [
    IN_2025,
    '1.60',
    `${ORDER_2026} art. 33.2; unchanged since 2025`,
  ]),
  wageGuarantee: datedRates('FOGASA: wage guarantee fund, employer', [
    IN_2025,
    '0.20',
    `${ORDER_2026} art. 33.2; unchanged since 2025`,
  ]),
  trainingEmployer: datedRates('Formación profesional, employer', [
    IN_2025,
    '0.60',
    `${ORDER_2026} art. 33.2; unchanged since 2025`,
  ]),
  trainingEmployee: datedRates('Formación profesional, worker', [
    IN_2025,
    '0.10',
    `${ORDER_2026} art. 33.2; unchanged since 2025`,
  ]),
  sicknessEmployer: datedRates(
    'Incapacidad temporal of pensioners who work and past the age of retirement, employer',
    [IN_2025, '1.30', `LGSS art. 152 and 153; ${ORDER_2026} art. 32.1.a`, SICKNESS],
  ),
  sicknessEmployee: datedRates(
    'Incapacidad temporal of pensioners who work and past the age of retirement, worker',
    [IN_2025, '0.25', `LGSS art. 152 and 153; ${ORDER_2026} art. 32.1.a`, SICKNESS],
  ),
  pensionerEmployer: datedRates('Cotización especial de solidaridad of pensioners who work, employer', [
    IN_2025,
    '7',
    'LGSS art. 153 and 153 ter: 9 % on the base of common contingencies, 7 and 2',
  ]),
  pensionerEmployee: datedRates('Cotización especial de solidaridad of pensioners who work, worker', [
    IN_2025,
    '2',
    'LGSS art. 153 and 153 ter: 9 % on the base of common contingencies, 7 and 2',
  ]),
  overtimeEmployer: datedRates('Horas extraordinarias, employer', [IN_2025, '23.60', `${ORDER_2026} art. 5`]),
  overtimeEmployee: datedRates('Horas extraordinarias, worker', [IN_2025, '4.70', `${ORDER_2026} art. 5`]),
  emergencyEmployer: datedRates('Horas extraordinarias por fuerza mayor, employer', [
    IN_2025,
    '12.00',
    `${ORDER_2026} art. 5`,
  ]),
  emergencyEmployee: datedRates('Horas extraordinarias por fuerza mayor, worker', [
    IN_2025,
    '2.00',
    `${ORDER_2026} art. 5`,
  ]),
  solidarity: datedValues<readonly SolidarityBand[]>(
    'table',
    'Cotización adicional de solidaridad: bands of the month’s pay above the ceiling',
    [
      IN_2025,
      bands(['4909.50', '0.77', '0.15'], ['5400.45', '0.84', '0.16'], ['7364.25', '0.98', '0.19']),
      'LGSS art. 19 bis, DT 42ª; sheet c',
    ],
    [
      IN_2026,
      bands(['5101.20', '0.96', '0.19'], ['5611.32', '1.04', '0.21'], ['7651.80', '1.22', '0.24']),
      `${ORDER_2026} art. 17.1`,
    ],
  ),
  shortContract: datedAmounts(
    'Cotización adicional: fixed-term contract of fewer than 30 days, at its end',
    [IN_2025, '32.60', 'LGSS art. 151; sheet c'],
    [IN_2026, '33.62', `LGSS art. 151; ${ORDER_2026} art. 28`],
  ),
  shortContractDays: datedValues<number>('count', 'Days from which a fixed-term contract is not short', [
    IN_2025,
    30,
    'LGSS art. 151',
  ]),
  endIndemnityDays: datedValues<number>('count', 'Days’ pay a year due at the end of a fixed-term contract', [
    IN_2025,
    12,
    'Estatuto de los Trabajadores art. 49.1.c; RD 1435/1985 art. 10',
  ]),
  artistLongIndemnityDays: datedValues<number>(
    'count',
    'Days’ pay a year due at the end of an artist’s contract of more than eighteen months',
    [IN_2025, 20, 'RD 1435/1985 art. 10, RD-ley 5/2022; RD 607/2026 keeps it (sheet a)'],
  ),
  minimumWageMonth: datedAmounts(
    'Salario mínimo interprofesional of a month in fourteen pays',
    [IN_2025, '1184', 'RD 87/2025; sheet a'],
    [IN_2026, '1221', 'RD 126/2026 art. 1'],
  ),
  minimumWageDay: datedAmounts(
    'Salario mínimo of a legal working day of temporary workers of at most 120 days, rest days and extra pays within',
    [
      IN_2025,
      '56.08',
      'RD 87/2025 art. 4',
      'From memory; it stands to the day of 2026 as the minimum wages of the months do.',
    ],
    [IN_2026, '57.82', 'RD 126/2026 art. 4; sheet a'],
  ),
  minimumWageYear: datedAmounts(
    'Salario mínimo interprofesional of a year',
    [IN_2025, '16576', 'RD 87/2025; sheet a'],
    [IN_2026, '17094', 'RD 126/2026 art. 3'],
  ),
}
