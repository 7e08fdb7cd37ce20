import { datedAmounts, datedRates, datedValues, euro, type Minor } from '@samen/core/country'

const START = '2025-01-01'
const ALGORITHM = 'AEAT, Algoritmo de cálculo del tipo de retención 2026; parameters of 2025 identical'

/** A step of the withholding scale: the quota up to `from` and the percentage on what lies above it. */
export interface ScaleStep {
  readonly from: Minor
  /** In ten-thousandths of a euro. */
  readonly quota: bigint
  readonly percent: bigint
}

/** The reduction for work income (LIRPF art. 20). Slopes in hundredths. */
export interface WorkReduction {
  readonly full: Minor
  readonly fullUpTo: Minor
  readonly firstSlope: bigint
  readonly middle: Minor
  readonly middleUpTo: Minor
  readonly secondSlope: bigint
  readonly end: Minor
}

/** Annual pay up to which nothing is withheld, for no, one, two and more descendants; undefined where the case cannot be. */
export interface ExemptPay {
  readonly 'single-parent': readonly (Minor | undefined)[]
  readonly 'sole-earner': readonly (Minor | undefined)[]
  readonly other: readonly (Minor | undefined)[]
}

/** Minimums of the worker, the descendants and ascendants (LIRPF art. 57 to 60). */
export interface FamilyMinimums {
  readonly worker: Minor
  readonly over64: Minor
  readonly over74: Minor
  readonly descendants: readonly Minor[]
  readonly underThree: Minor
  readonly ascendantOver64: Minor
  readonly ascendantOver74: Minor
  readonly disability33: Minor
  readonly disability65: Minor
  readonly assistance: Minor
  /** Added to the minimum where maintenance is paid for children. */
  readonly maintenance: Minor
}

const scale = (...rows: readonly (readonly [from: string, quota: string, percent: number])[]) =>
  Object.freeze(
    rows.map(
      ([from, quota, percent]): ScaleStep =>
        Object.freeze({ from: euro(from), quota: euro(quota) * 100n, percent: BigInt(percent) }),
    ),
  )
const amounts = (...values: readonly (string | undefined)[]) =>
  Object.freeze(values.map((value) => (value === undefined ? undefined : euro(value))))

/** Withholding of IRPF on wages, by the day of payment. */
export const WITHHOLDING = {
  scale: datedValues<readonly ScaleStep[]>('table', 'Escala de retención', [
    START,
    scale(
      ['0', '0', 19],
      ['12450', '2365.50', 24],
      ['20200', '4225.50', 30],
      ['35200', '8725.50', 37],
      ['60000', '17901.50', 45],
      ['300000', '125901.50', 47],
    ),
    `RIRPF art. 85.1; ${ALGORITHM}, tabla 2`,
  ]),
  exemptPay: datedValues<ExemptPay>('table', 'Límite excluyente de la obligación de retener', [
    START,
    Object.freeze({
      'single-parent': amounts(undefined, '17644', '18694'),
      'sole-earner': amounts('17197', '18130', '19262'),
      other: amounts('15876', '16342', '16867'),
    }),
    `RIRPF art. 81.1, RD 142/2024; ${ALGORITHM}, tabla 1`,
  ]),
  workReduction: datedValues<WorkReduction>('table', 'Reducción por obtención de rendimientos del trabajo', [
    START,
    Object.freeze({
      full: euro('7302'),
      fullUpTo: euro('14852'),
      firstSlope: 175n,
      middle: euro('2364.34'),
      middleUpTo: euro('17673.52'),
      secondSlope: 114n,
      end: euro('19747.50'),
    }),
    `LIRPF art. 20, RD-ley 4/2024; ${ALGORITHM}`,
  ]),
  minimums: datedValues<FamilyMinimums>('table', 'Mínimo personal y familiar', [
    START,
    Object.freeze({
      worker: euro('5550'),
      over64: euro('1150'),
      over74: euro('1400'),
      descendants: Object.freeze(['2400', '2700', '4000', '4500'].map(euro)),
      underThree: euro('2800'),
      ascendantOver64: euro('1150'),
      ascendantOver74: euro('1400'),
      disability33: euro('3000'),
      disability65: euro('9000'),
      assistance: euro('3000'),
      maintenance: euro('1980'),
    }),
    `LIRPF art. 57 to 60; RIRPF art. 84; ${ALGORITHM}`,
  ]),
  otherExpenses: datedAmounts('Otros gastos deducibles', [START, '2000', 'LIRPF art. 19.2.f']),
  mobilityExpenses: datedAmounts('Otros gastos: movilidad geográfica', [
    START,
    '2000',
    'LIRPF art. 19.2.f; RIRPF art. 11',
  ]),
  disabledExpenses33: datedAmounts('Otros gastos: trabajador activo con discapacidad de 33 %', [
    START,
    '3500',
    'LIRPF art. 19.2.f',
  ]),
  disabledExpenses65: datedAmounts('Otros gastos: discapacidad de 65 %, or 33 % with assistance', [
    START,
    '7750',
    'LIRPF art. 19.2.f',
  ]),
  manyDescendants: datedAmounts('Reducción por más de dos descendientes', [
    START,
    '600',
    'RIRPF art. 83.3.f',
  ]),
  limitUpTo: datedAmounts('Annual pay up to which the limit of 43 % applies', [
    START,
    '35200',
    'RIRPF art. 85.3',
  ]),
  limitPercent: datedValues<bigint>('count', 'Limit of the quota, percent of the pay above the exempt pay', [
    START,
    43n,
    'RIRPF art. 85.3, RD 1039/2022',
  ]),
  mortgageBelow: datedAmounts('Annual pay below which a mortgage reduces the rate', [
    START,
    '33007.20',
    'RIRPF art. 86.1',
  ]),
  mortgagePercent: datedValues<bigint>('count', 'Reduction for a mortgage before 2013, percent of the pay', [
    START,
    2n,
    'RIRPF art. 86.1; LIRPF DT 18ª',
  ]),
  territoryPercent: datedValues<bigint>('count', 'Part of the quota due in Ceuta and Melilla, percent', [
    START,
    40n,
    'LIRPF art. 68.4; RIRPF art. 80.2; AEAT, Algoritmo 2026, p. 32',
  ]),
  laPalma: datedValues<boolean>(
    'switch',
    'La Palma is treated like Ceuta and Melilla',
    [START, true, 'LIRPF DA 57ª', 'That 2025 was covered follows from the edition of 2026 alone.'],
    ['2026-01-01', false, 'AEAT, Algoritmo 2026, edition of 1 January: not extended'],
    ['2026-09-10', true, 'RD-ley 23/2026; AEAT, Algoritmo 2026, edition of 10 September'],
  ),
  leastRate: datedRates('Tipo mínimo: contracts under a year, and artists and technicians', [
    START,
    '2',
    'RIRPF art. 86.2, RD 31/2023',
  ]),
  leastRateTerritory: datedRates('Tipo mínimo in Ceuta and Melilla', [START, '0.8', 'RIRPF art. 86.2']),
  leastRateSpecial: datedRates('Tipo mínimo: other special employment relations', [
    START,
    '15',
    'RIRPF art. 86.2',
  ]),
  leastRateSpecialTerritory: datedRates('Tipo mínimo: other special relations in Ceuta and Melilla', [
    START,
    '6',
    'RIRPF art. 86.2',
  ]),
  mostRate: datedRates('Tipo máximo after a regularisation', [START, '47', 'RIRPF art. 87.5']),
  mostRateTerritory: datedRates('Tipo máximo after a regularisation in Ceuta and Melilla', [
    START,
    '19',
    'RIRPF art. 87.5, RD 899/2021',
  ]),
  arrearsRate: datedRates('Atrasos: pay of earlier years', [START, '15', 'RIRPF art. 80.1.5º']),
  courseRate: datedRates('Cursos, conferencias and authors’ works', [START, '15', 'RIRPF art. 80.1.4º']),
  smallAuthorRate: datedRates('Authors’ works of little income', [
    START,
    '7',
    'LIRPF art. 101.3; RIRPF art. 80.1.4º',
  ]),
  abroadRate: datedRates('IRNR: worker resident outside the Union and the EEA', [
    START,
    '24',
    'TRLIRNR art. 25.1.a',
    'From memory; no official text was read.',
  ]),
  unionRate: datedRates('IRNR: worker resident elsewhere in the Union or the EEA', [
    START,
    '19',
    'TRLIRNR art. 25.1.a',
    'From memory; no official text was read.',
  ]),
}
