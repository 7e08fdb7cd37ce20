import { type Dated, datedValues, euro, type Minor } from '@samen/core/country'
import { type Band, scale } from './income-tax.ts'

/** The surtax of one authority on the income of a year. */
export interface SurtaxRule {
  readonly bands: readonly Band[]
  /** No surtax up to this income; above it, on all of it. */
  readonly exemptUpTo?: Minor
  /** Up to this income one rate on all of it replaces the bands. */
  readonly flat?: { readonly upTo: Minor; readonly bands: readonly Band[] }
  /** Amounts off the surtax by income. `fallsTo`: the amount grows from 0 at `above` to its whole over this span. */
  readonly credits?: readonly {
    readonly above: Minor
    readonly upTo?: Minor
    readonly amount: Minor
    readonly grows?: Minor
  }[]
}

export const REGIONS = [
  'abruzzo',
  'basilicata',
  'bolzano',
  'calabria',
  'campania',
  'emilia-romagna',
  'friuli-venezia-giulia',
  'lazio',
  'liguria',
  'lombardia',
  'marche',
  'molise',
  'piemonte',
  'puglia',
  'sardegna',
  'sicilia',
  'toscana',
  'trento',
  'umbria',
  'valle-d-aosta',
  'veneto',
] as const
export type Region = (typeof REGIONS)[number]

/** Four bands at the bounds of most regions. */
const four = (a: string, b: string, c: string, d: string): readonly Band[] =>
  scale(['15000', a], ['28000', b], ['50000', c], ['', d])
const three = (a: string, b: string, c: string): readonly Band[] => scale(['28000', a], ['50000', b], ['', c])
const flat = (rate: string): readonly Band[] => scale(['', rate])

const RULES: Readonly<Record<Region, SurtaxRule>> = {
  abruzzo: { bands: three('1.67', '2.87', '3.33') },
  basilicata: { bands: flat('1.23') },
  bolzano: {
    bands: scale(['50000', '1.23'], ['', '1.73']),
    credits: [
      { above: -1n, upTo: euro('90000'), amount: euro('430.50') },
      { above: euro('50000'), amount: euro('125'), grows: euro('25000') },
    ],
  },
  calabria: { bands: flat('1.73') },
  campania: { bands: four('1.73', '2.96', '3.20', '3.33') },
  'emilia-romagna': { bands: four('1.33', '1.93', '2.78', '3.33') },
  'friuli-venezia-giulia': { bands: flat('1.23'), flat: { upTo: euro('15000'), bands: flat('0.70') } },
  lazio: {
    bands: scale(['15000', '1.73'], ['', '3.33']),
    flat: { upTo: euro('28000'), bands: flat('1.73') },
    credits: [{ above: euro('28000'), upTo: euro('30000'), amount: euro('60') }],
  },
  liguria: { bands: three('1.23', '3.18', '3.23') },
  lombardia: { bands: four('1.23', '1.58', '1.72', '1.73') },
  marche: { bands: four('1.23', '1.53', '1.70', '1.73') },
  molise: { bands: four('2.03', '2.23', '3.63', '3.63') },
  piemonte: { bands: four('1.62', '2.68', '3.31', '3.33') },
  puglia: { bands: four('1.33', '2.13', '3.23', '3.33') },
  sardegna: { bands: flat('1.23') },
  sicilia: { bands: flat('1.23') },
  toscana: { bands: four('1.42', '1.43', '3.32', '3.33') },
  trento: { bands: scale(['50000', '1.23'], ['', '1.73']), exemptUpTo: euro('30000') },
  umbria: {
    bands: four('1.73', '3.02', '3.12', '3.33'),
    flat: { upTo: euro('28000'), bands: flat('1.23') },
    credits: [{ above: euro('28000'), upTo: euro('50000'), amount: euro('150') }],
  },
  'valle-d-aosta': { bands: flat('1.23'), exemptUpTo: euro('15000') },
  veneto: { bands: flat('1.23') },
}

/** What differed in the tax year 2025. */
const RULES_2025: Readonly<Record<Region, SurtaxRule>> = {
  ...RULES,
  'emilia-romagna': { bands: four('1.33', '1.93', '2.93', '3.33') },
  puglia: { bands: four('1.33', '1.43', '1.63', '1.85') },
}

const series: readonly Dated<Readonly<Record<Region, SurtaxRule>>>[] = [
  [
    '2025-01-01',
    RULES_2025,
    'MEF, addizionale regionale 2025: Bolzano, Lombardia; L.R. Umbria 2/2025; L.P. Trento 5/2025; amounts of ilsussidiario.net and open.online (Il Sole 24 Ore) of September 2025',
    'Marche, Molise, Piemonte, Puglia and Toscana of 2025 were read in no source of that year.',
  ],
  ['2026-01-01', RULES, 'MEF, addizionale regionale 2026, deliberations up to 19-6-2026 (sheet d)'],
]

export const regionalSurtaxes = datedValues(
  'table',
  'Addizionale regionale: surtax of the regions and the two autonomous provinces',
  ...series,
)
