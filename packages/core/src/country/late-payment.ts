import type { IsoDate } from './calendar.ts'
import { type Dated, datedRates } from './dated.ts'
import type { Minor, Rate } from './money.ts'
import { type Parameter, type ParameterSet, valueOn } from './parameters.ts'

/** What a client who pays late owes beyond the invoice, without any contract saying so. */
export interface LatePaymentTerms {
  /** Simple interest a year, the law's margin included; a value for each half-year or whatever the law knows. */
  readonly interest: Parameter<Rate>
  /** For the cost of recovery, once for each invoice and without proof, minor units; absent where the law gives none. */
  readonly lumpSum?: Parameter<Minor>
  /** Currency of the lump sum where it is not the country's own. */
  readonly lumpSumCurrency?: string
  /** Interest and costs run only from so many days after a first reminder; absent: interest runs from the due day. */
  readonly afterReminderDays?: number
}

/** A country's law on late payment: between businesses (Directive 2011/7/EU), and of consumers. */
export interface LatePayment {
  readonly business: LatePaymentTerms
  readonly consumer: LatePaymentTerms
}

/**
 * The rate the European Central Bank applied to its most recent main refinancing operation before the first day of each
 * half-year, in percent: the reference rate of Directive 2011/7/EU, art. 2(7).
 */
export const ECB_REFERENCE_RATES: readonly Dated<string>[] = Object.freeze([
  [
    '2024-01-01',
    '4.50',
    'ECB, main refinancing operations from 20 September 2023; Malta’s rate of the half-year, 12.5 % (Mondaq)',
  ],
  [
    '2024-07-01',
    '4.25',
    'ECB, main refinancing operations from 12 June 2024; enterprise.gov.ie, rate of 1 July 2024',
  ],
  [
    '2025-01-01',
    '3.15',
    'ECB, main refinancing operations from 18 December 2024; FXStreet on the decision of December 2024',
  ],
  [
    '2025-07-01',
    '2.15',
    'ECB, main refinancing operations from 11 June 2025; Banka Slovenije, tender of 25 June 2025',
  ],
  ['2026-01-01', '2.15', 'Gazzetta ufficiale no. 15 of 20 January 2026 (MEF); OJ C/2026/01398'],
  [
    '2026-07-01',
    '2.15',
    'OJ C/2026/01398: rate on 1 April 2026',
    'The rate of 1 July 2026 was not found; that of 1 April 2026 is carried on.',
  ],
] satisfies Dated<string>[])

/** A statutory rate of so many points over the ECB's reference rate, for each half-year. */
export const overReferenceRate = (title: string, points: string, law: string): Parameter<Rate> =>
  datedRates(
    title,
    ...ECB_REFERENCE_RATES.map(([from, rate, source, unverified]): Dated<string> => {
      const value = sumOfPercents(rate, points)
      const why = `${law}; ${source}`
      return unverified === undefined ? [from, value, why] : [from, value, why, unverified]
    }),
  )

/** All dated figures of a country's late-payment law by name, for lists of what is not verified. */
export const latePaymentParameters = (law: LatePayment | undefined): ParameterSet =>
  Object.fromEntries(
    Object.entries(law ?? {}).flatMap(([who, { interest, lumpSum }]: [string, LatePaymentTerms]) => [
      [`latePayment.${who}.interest`, interest],
      ...(lumpSum ? [[`latePayment.${who}.lumpSum`, lumpSum]] : []),
    ]),
  )

/** The lump sum on a day; undefined where the law gives none or none yet. */
export function lumpSumOn({ lumpSum }: LatePaymentTerms, day: IsoDate): Minor | undefined {
  if (!lumpSum || day < (lumpSum.series[0]?.from ?? '')) return undefined
  return valueOn('lumpSum', lumpSum, day).value
}

/** Exact, in hundredths of a percent. */
function sumOfPercents(a: string, b: string): string {
  const hundredths = (text: string) => {
    const [whole = '0', part = ''] = text.split('.')
    return Number(whole) * 100 + Number(part.padEnd(2, '0'))
  }
  const sum = hundredths(a) + hundredths(b)
  return `${Math.floor(sum / 100)}.${String(sum % 100).padStart(2, '0')}`
}
