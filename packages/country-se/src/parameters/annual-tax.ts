import { type Parameter, parameter } from '@samen/core/country'

/** One piece of a function of yearly income: in millionths, `pbb` × price base amount + `income` × income, up to `upTo`. */
export interface Piece {
  /** Last yearly income of the piece in whole kronor; the last piece has none. */
  readonly upTo: bigint | undefined
  /** Constant part in millionths of a krona. */
  readonly constant: bigint
  /** Slope in millionths of the income. */
  readonly slope: bigint
}

/** What SKV 433 needs to turn a yearly income into a yearly preliminary tax; amounts in whole kronor. */
export interface AnnualTaxRules {
  /** Grundavdrag by income, for all. */
  readonly allowance: readonly Piece[]
  /** What is added to it for those 66 or older at the start of the year. */
  readonly seniorAllowance: readonly Piece[]
  /** Base of the work credit under 66, before the allowance comes off and the municipal rate is applied. */
  readonly workCredit: readonly Piece[]
  /** The work credit from 66 itself. */
  readonly seniorWorkCredit: readonly Piece[]
  /** Base of the credit for sickness or activity compensation. */
  readonly sicknessCredit: readonly Piece[]
  /** Least part of the income that counts for it, in millionths. */
  readonly sicknessLeast: bigint
  /** State tax is due on taxable income above `stateThreshold`, once that part is at least `stateLeast`. */
  readonly stateThreshold: bigint
  readonly stateLeast: bigint
  readonly statePercent: bigint
  /** Burial and church fee inside the table number, in hundredths of a percent. */
  readonly burialRate: bigint
  readonly publicServiceMost: bigint
  /** Yearly income from which and up to which the general pension fee is due. */
  readonly pensionFrom: bigint
  readonly pensionUpTo: bigint
  readonly pensionPercent: bigint
  /** Earned income credit: this part (in millionths) of taxable income above `earnedFrom`, at most `earnedMost`. */
  readonly earnedFrom: bigint
  readonly earnedRate: bigint
  readonly earnedMost: bigint
}

const MILLION = 1_000_000n

function millionths(decimal: string): bigint {
  const [whole = '0', places = ''] = decimal.replace('-', '').split('.')
  const value = BigInt(whole + places.padEnd(6, '0'))
  return decimal.startsWith('-') ? -value : value
}

/** `pbb` price base amounts and `rate` of the income above `above` price base amounts, for incomes up to `upTo` of them. */
type Written = readonly [upTo: string | undefined, pbb: string, rate?: string, above?: string]

/** A function as the statute writes it, in price base amounts. */
const pieces = (priceBase: bigint, written: readonly Written[]): readonly Piece[] =>
  Object.freeze(
    written.map(([upTo, pbb, rate = '0', above = '0']) => {
      const slope = millionths(rate)
      return Object.freeze({
        upTo: upTo === undefined ? undefined : (millionths(upTo) * priceBase) / MILLION,
        constant: priceBase * (millionths(pbb) - (slope * millionths(above)) / MILLION),
        slope,
      })
    }),
  )

const ALLOWANCE: readonly Written[] = [
  ['0.99', '0.423'],
  ['2.72', '0.423', '0.20', '0.99'],
  ['3.11', '0.77'],
  ['7.88', '0.77', '-0.10', '3.11'],
  [undefined, '0.293'],
]
const SENIOR_ALLOWANCE_LOW: readonly Written[] = [
  ['0.91', '0.687'],
  ['1.11', '0.885', '-0.20'],
  ['1.965', '0.600', '0.057'],
  ['2.72', '0.333', '0.1949'],
  ['3.11', '-0.212', '0.3949'],
  ['3.24', '-0.523', '0.4949'],
]
const SENIOR_WORK_CREDIT: readonly Written[] = [
  ['1.75', '0', '0.22'],
  ['5.24', '0.2635', '0.07'],
  [undefined, '0.6293'],
]

const PRICE_BASE_2025 = 58_800n
const PRICE_BASE_2026 = 59_200n

const COMMON = {
  sicknessLeast: millionths('0.045'),
  statePercent: 20n,
  burialRate: 116n,
  pensionPercent: 7n,
  earnedFrom: 40_000n,
  earnedRate: millionths('0.0075'),
  earnedMost: 1_500n,
}

/** Formula behind the monthly tables. With it every amount of the tables of both years comes out to the krona. */
export const annualTaxParameters = {
  annualTax: parameter<AnnualTaxRules>({
    unit: 'table',
    title: 'Preliminary tax of a year (SKV 433): allowances, rates, fees and credits',
    series: [
      {
        from: '2025-01-01',
        value: Object.freeze({
          ...COMMON,
          allowance: pieces(PRICE_BASE_2025, ALLOWANCE),
          seniorAllowance: pieces(PRICE_BASE_2025, [
            ...SENIOR_ALLOWANCE_LOW,
            ['5.00', '0.096', '0.304'],
            ['7.88', '0.186', '0.286'],
            ['8.08', '0.872', '0.199'],
            ['10.94', '2.48'],
            ['12.47', '9.263', '-0.62'],
            [undefined, '1.532'],
          ]),
          workCredit: pieces(PRICE_BASE_2025, [
            ['0.91', '0', '1'],
            ['3.24', '0.91', '0.3874', '0.91'],
            ['8.08', '1.813', '0.199', '3.24'],
            [undefined, '2.776'],
          ]),
          seniorWorkCredit: pieces(PRICE_BASE_2025, SENIOR_WORK_CREDIT),
          sicknessCredit: pieces(PRICE_BASE_2025, [
            ['0.91', '0', '1'],
            ['3.24', '0.91', '0.3405', '0.91'],
            [undefined, '1.703', '0.128', '3.24'],
          ]),
          stateThreshold: 625_800n,
          stateLeast: 100n,
          publicServiceMost: 1_249n,
          pensionFrom: 24_873n,
          pensionUpTo: 650_442n,
        }),
        source:
          'Inkomstskattelagen (1999:1229) 63, 65 and 67 kap. (lag 2024:1131); SKV 433 edition 35; equal to every amount of the published tables of 2025',
      },
      {
        from: '2026-01-01',
        value: Object.freeze({
          ...COMMON,
          allowance: pieces(PRICE_BASE_2026, ALLOWANCE),
          seniorAllowance: pieces(PRICE_BASE_2026, [
            ...SENIOR_ALLOWANCE_LOW,
            ['5.00', '-0.073', '0.356'],
            ['7.88', '0.017', '0.338'],
            ['8.08', '0.703', '0.251'],
            ['11.16', '2.732'],
            ['12.84', '9.651', '-0.62'],
            [undefined, '1.691'],
          ]),
          workCredit: pieces(PRICE_BASE_2026, [
            ['0.91', '0', '1'],
            ['3.24', '0.91', '0.3874', '0.91'],
            ['8.08', '1.813', '0.251', '3.24'],
            [undefined, '3.027'],
          ]),
          seniorWorkCredit: pieces(PRICE_BASE_2026, SENIOR_WORK_CREDIT),
          sicknessCredit: pieces(PRICE_BASE_2026, [
            ['0.91', '0', '1'],
            ['3.24', '0.91', '0.3874', '0.91'],
            [undefined, '1.813', '0.251', '3.24'],
          ]),
          stateThreshold: 643_000n,
          stateLeast: 200n,
          publicServiceMost: 1_184n,
          pensionFrom: 25_042n,
          pensionUpTo: 673_038n,
        }),
        source:
          'Inkomstskattelagen (1999:1229) 63, 65 and 67 kap. (lag 2025:1376); SKV 433 edition 36; equal to every amount of the published tables of 2026',
      },
    ],
  }),
} satisfies Record<string, Parameter<unknown>>
