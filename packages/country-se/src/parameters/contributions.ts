import { euro, type Minor, type Parameter, parameter, percent, type Rate } from '@samen/core/country'

/** Every employer contribution of one payment: SAL components and the general payroll tax. */
const rate = (
  title: string,
  ...series: readonly (readonly [from: string, value: string, source: string])[]
) =>
  parameter<Rate>({
    unit: 'rate',
    title,
    series: series.map(([from, value, source]) => ({ from, value: percent(value), source })),
  })

const SAL = 'Socialavgiftslagen (2000:980) 2 kap. 26 §'
const IN_2025 = `${SAL}, in force 2025 (sheet c: bjornlunden.se, Skatteverket Rättslig vägledning)`
const IN_2026 = `${SAL}, as amended by lag (2025:1355) (sheet c)`

export const contributionParameters = {
  oldAgePension: rate('Ålderspensionsavgift: old-age pension', ['2025-01-01', '10.21', IN_2025]),
  survivorsPension: rate(
    'Efterlevandepensionsavgift: survivors’ pension',
    ['2025-01-01', '0.60', IN_2025],
    ['2026-01-01', '0.30', IN_2026],
  ),
  sicknessInsurance: rate('Sjukförsäkringsavgift: sickness insurance', ['2025-01-01', '3.55', IN_2025]),
  workInjury: rate(
    'Arbetsskadeavgift: work injury',
    ['2025-01-01', '0.20', IN_2025],
    ['2026-01-01', '0.10', IN_2026],
  ),
  parentalInsurance: rate(
    'Föräldraförsäkringsavgift: parental insurance',
    ['2025-01-01', '2.60', IN_2025],
    ['2026-01-01', '2.00', IN_2026],
  ),
  labourMarket: rate('Arbetsmarknadsavgift: labour market', ['2025-01-01', '2.64', IN_2025]),
  generalPayrollTax: rate(
    'Allmän löneavgift: general payroll tax',
    ['2025-01-01', '11.62', 'Lag (1994:1920) om allmän löneavgift 3 §, in force 2025 (sheet c)'],
    ['2026-01-01', '12.62', 'Lag (1994:1920) om allmän löneavgift 3 §, in force 2026 (sheet c)'],
  ),
  youthReduction: parameter<boolean>({
    unit: 'switch',
    title: 'Nedsättning för unga: half of every contribution but the old-age pension for the young',
    series: [
      { from: '2025-01-01', value: false, source: 'No reduction by age before lag (2026:100)' },
      { from: '2026-04-01', value: true, source: 'Lag (2026:100): pay from 1 April 2026 (sheet c)' },
      { from: '2027-10-01', value: false, source: 'Lag (2026:100): pay until 30 September 2027 (sheet c)' },
    ],
  }),
  youthCeiling: parameter<Minor>({
    unit: 'amount',
    title: 'Pay of a calendar month and employer up to which the youth reduction applies',
    series: [{ from: '2025-01-01', value: euro('25000'), source: 'Lag (2026:100) (sheet c)' }],
  }),
  youthFromAge: parameter<number>({
    unit: 'count',
    title: 'Age at the start of the year from which the youth reduction applies',
    series: [
      { from: '2025-01-01', value: 18, source: 'Lag (2026:100): born 2007 or before in 2026 (sheet c)' },
    ],
  }),
  youthToAge: parameter<number>({
    unit: 'count',
    title: 'Age at the start of the year up to which the youth reduction applies',
    series: [
      { from: '2025-01-01', value: 22, source: 'Lag (2026:100): born 2003 or later in 2026 (sheet c)' },
    ],
  }),
  pensionOnlyAge: parameter<number>({
    unit: 'count',
    title: 'Age at the start of the year from which only the old-age pension contribution is due',
    series: [
      { from: '2025-01-01', value: 66, source: 'Socialavgiftslagen (2000:980) 2 kap. 27 §, 2025 (sheet c)' },
      { from: '2026-01-01', value: 67, source: 'Socialavgiftslagen (2000:980) 2 kap. 27 §, 2026 (sheet c)' },
    ],
  }),
  exemptBornUpTo: parameter<number>({
    unit: 'count',
    title: 'Year of birth up to which no contribution is due at all',
    series: [{ from: '2025-01-01', value: 1937, source: 'Socialavgiftslagen (2000:980) 2 kap. (sheet c)' }],
  }),
  yearlyThreshold: parameter<Minor>({
    unit: 'amount',
    title: 'Pay of a year to one person below which neither contributions nor tax are due',
    series: [
      {
        from: '2025-01-01',
        value: euro('1000'),
        source: 'Socialavgiftslagen (2000:980) 2 kap.; skatteförfarandelagen (2011:1244) 10 kap. (sheet c)',
      },
    ],
  }),
  pensionPayrollTax: rate('Särskild löneskatt: special payroll tax on occupational pension costs', [
    '2025-01-01',
    '24.26',
    'Lag (1991:687) om särskild löneskatt på pensionskostnader (sheet c)',
  ]),
} satisfies Record<string, Parameter<unknown>>
