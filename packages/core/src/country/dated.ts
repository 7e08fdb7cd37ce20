import { type Minor, parseAmount, percent, type Rate } from './money.ts'
import { type DatedValue, type Parameter, parameter } from './parameters.ts'

/** One row of a table of law: from when, the value, where it was read, and why it is unverified if it is. */
export type Dated<T> = readonly [from: string, value: T, source: string, unverified?: string]

const row = <T>([from, value, source, unverified]: Dated<T>): DatedValue<T> =>
  unverified === undefined ? { from, value, source } : { from, value, source, unverified }

/** A dated rate, each value in percent: `'13.07'` is 13.07 %. */
export const datedRates = (title: string, ...series: Dated<string>[]): Parameter<Rate> =>
  datedValues(
    'rate',
    title,
    ...series.map(([from, value, ...rest]): Dated<Rate> => [from, percent(value), ...rest]),
  )

/** A dated amount in major units of the country's currency: `'4005'`. */
export const datedAmounts = (title: string, ...series: Dated<string>[]): Parameter<Minor> =>
  datedValues(
    'amount',
    title,
    ...series.map(([from, value, ...rest]): Dated<Minor> => [from, parseAmount(value), ...rest]),
  )

/** A dated count, table or switch. */
export const datedValues = <T>(
  unit: Parameter<T>['unit'],
  title: string,
  ...series: Dated<T>[]
): Parameter<T> => parameter({ unit, title, series: series.map(row) })
