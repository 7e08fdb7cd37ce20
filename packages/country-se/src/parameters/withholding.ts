import { euro, type Minor, parameter, percent, type Rate } from '@samen/core/country'

/** A cell of the published table that differs from the formula: the last 200 kronor of a row, up to `income` a month. */
export interface PublishedPercentage {
  readonly table: number
  readonly column: number
  readonly income: number
  readonly percent: number
}

/** A step of the table for one-off payments: `rate` for a yearly income up to `upTo`; the last step has none. */
export interface OneOffStep {
  readonly upTo: Minor | undefined
  readonly rate: Rate
}

const published = (...cells: readonly (readonly [number, number, number, number])[]) =>
  Object.freeze(
    cells.map(
      ([table, column, income, percent]): PublishedPercentage =>
        Object.freeze({ table, column, income, percent }),
    ),
  )

const steps = (...written: readonly (readonly [upTo: string | undefined, rate: string])[]) =>
  Object.freeze(
    written.map(
      ([upTo, rate]): OneOffStep =>
        Object.freeze({ upTo: upTo === undefined ? undefined : euro(upTo), rate: percent(rate) }),
    ),
  )

const SKVFS_2025 = 'SKVFS 2025:21, table for one-off payments 2026 (sheet d.4)'
const SKVFS_2024 = 'SKVFS 2024:23, table for one-off payments 2025 (bjornlunden.com)'

const UNKNOWN = {
  value: [],
  unverified: 'The table of 2025 for this column was not found: a one-off payment under it is refused.',
}

const oneOff = (
  column: number,
  in2026: readonly OneOffStep[],
  in2025?: { readonly value: readonly OneOffStep[]; readonly unverified?: string },
) =>
  parameter<readonly OneOffStep[]>({
    unit: 'table',
    title: `Engångstabell, column ${column}: tax on one-off payments by yearly income`,
    series: [
      { from: '2025-01-01', source: SKVFS_2024, ...(in2025 ?? UNKNOWN) },
      { from: '2026-01-01', value: in2026, source: SKVFS_2025 },
    ],
  })

/** Tables for one-off payments by column. An empty one was not found: such a payment is refused. */
export const oneOffParameters = {
  oneOffColumn1: oneOff(
    1,
    steps(
      ['25041', '0'],
      ['82800', '10'],
      ['192000', '21'],
      ['477600', '26'],
      ['660000', '34'],
      [undefined, '54'],
    ),
    {
      value: steps(
        ['24872', '0'],
        ['83100', '10'],
        ['190600', '21'],
        ['475200', '28'],
        ['643100', '34'],
        [undefined, '54'],
      ),
    },
  ),
  oneOffColumn2: oneOff(2, steps(['65800', '0'], ['477600', '26'], ['660000', '34'], [undefined, '55']), {
    value: steps(
      ['65300', '0'],
      ['118800', '23'],
      ['190600', '20'],
      ['475200', '28'],
      ['643100', '34'],
      [undefined, '55'],
    ),
    unverified:
      'Read in one place only, which prints the end of its second step as 118 800 and the start of the third as 118 101.',
  }),
  oneOffColumn3: oneOff(
    3,
    steps(['25041', '0'], ['331200', '10'], ['477600', '26'], ['660000', '34'], [undefined, '55']),
  ),
  oneOffColumn4: oneOff(
    4,
    steps(['25041', '0'], ['54000', '3'], ['192000', '22'], ['660000', '26'], [undefined, '46']),
  ),
  oneOffColumn5: oneOff(
    5,
    steps(
      ['25041', '0'],
      ['32400', '10'],
      ['160800', '29'],
      ['184800', '34'],
      ['660000', '38'],
      [undefined, '54'],
    ),
  ),
  oneOffColumn6: oneOff(
    6,
    steps(['25041', '0'], ['160800', '29'], ['184800', '34'], ['660000', '38'], [undefined, '54']),
  ),
}

export const withholdingParameters = {
  publishedPercentages: parameter<readonly PublishedPercentage[]>({
    unit: 'table',
    title: 'Percentages of the published monthly tables that lie one below the formula',
    series: [
      {
        from: '2025-01-01',
        value: published(
          [38, 1, 1_051_200, 56],
          [38, 2, 1_042_800, 56],
          [38, 3, 1_248_400, 56],
          [39, 2, 1_048_800, 57],
          [39, 3, 752_600, 56],
          [40, 1, 641_600, 57],
          [40, 3, 756_200, 57],
          [41, 2, 454_600, 57],
          [41, 5, 251_800, 56],
          [41, 6, 251_800, 56],
        ),
        source:
          'Skatteverket, open data « Skattetabeller för månadslön » 2025. In each the ratio is 56.5 or 57.5 % or at most 0.0003 above',
      },
      {
        from: '2026-01-01',
        value: published(
          [38, 3, 1_301_800, 56],
          [39, 1, 1_113_400, 57],
          [39, 2, 1_101_400, 57],
          [39, 3, 785_000, 56],
          [40, 1, 674_000, 57],
          [41, 2, 477_600, 57],
          [41, 5, 258_400, 56],
          [41, 6, 258_400, 56],
          [42, 1, 311_800, 56],
        ),
        source:
          'Skatteverket, « Allmänna tabeller månad 2026 ». In each the ratio is 56.5 or 57.5 % or at most 0.0002 above',
      },
    ],
  }),
  meanTable: parameter<number>({
    unit: 'count',
    title: 'Tax table used where the worker’s own is not stated',
    series: [
      {
        from: '2025-01-01',
        value: 32,
        source: 'SCB: mean municipal rate 32.41 % in 2025, 32.38 % in 2026',
        unverified:
          'An assumption for a first estimate: the table on the worker’s A-tax notice decides, state it as worker.taxTable.',
      },
    ],
  }),
  seniorTaxAge: parameter<number>({
    unit: 'count',
    title: 'Age at the start of the year from which columns 2 and 3 apply',
    series: [
      { from: '2025-01-01', value: 66, source: 'Inkomstskattelagen (1999:1229) 63 kap. 3 a § (sheet d.1)' },
      { from: '2027-01-01', value: 67, source: 'Lag (2025:1374), in force on 1 January 2027' },
    ],
  }),
  sideRate: parameter<Rate>({
    unit: 'rate',
    title: 'Sidoinkomst: tax on pay from another than the main employer',
    series: [
      {
        from: '2025-01-01',
        value: percent('30'),
        source: 'Skatteförfarandelagen (2011:1244) 11 kap. (sheet d.1)',
      },
    ],
  }),
  irregularRate: parameter<Rate>({
    unit: 'rate',
    title: 'Tax on a one-off payment to one without regular pay',
    series: [
      {
        from: '2025-01-01',
        value: percent('30'),
        source: 'Skatteförfarandelagen (2011:1244) 11 kap.; Skatteverket, « Engångsbelopp »',
      },
    ],
  }),
  undecidedRate: parameter<Rate>({
    unit: 'rate',
    title: 'Part of the table amount withheld while the worker has no tax decision',
    series: [
      {
        from: '2025-01-01',
        value: percent('110'),
        source:
          'Skatteverket, « Deducted tax »: the table of the employer’s municipality plus 10 % (example 5 604 → 6 164)',
      },
    ],
  }),
  sinkRate: parameter<Rate>({
    unit: 'rate',
    title: 'SINK: special income tax of non-residents',
    series: [
      {
        from: '2025-01-01',
        value: percent('25'),
        source: 'Lag (1991:586) om särskild inkomstskatt (sheet d.1)',
      },
      { from: '2026-01-01', value: percent('22.5'), source: 'Lag (1991:586), 2026 (sheet d.1)' },
      { from: '2027-01-01', value: percent('20'), source: 'Lag (1991:586), from 2027 (sheet d.1)' },
    ],
  }),
  artistSinkRate: parameter<Rate>({
    unit: 'rate',
    title: 'A-SINK: special income tax of non-resident performing artists',
    series: [
      {
        from: '2025-01-01',
        value: percent('15'),
        source: 'Lag (1991:591) om särskild inkomstskatt för utomlands bosatta artister m.fl. (sheet d.1)',
      },
    ],
  }),
  leastPayment: parameter<Minor>({
    unit: 'amount',
    title: 'Payment below which no preliminary tax is withheld',
    series: [
      { from: '2025-01-01', value: euro('100'), source: 'Skatteförfarandelagen (2011:1244) 10 kap. 4 §' },
    ],
  }),
}
