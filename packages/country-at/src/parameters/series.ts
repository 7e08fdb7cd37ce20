import {
  type DatedValue,
  euro,
  type Minor,
  type Parameter,
  parameter,
  percent,
  type Rate,
} from '@samen/core/country'

/** First day the package knows the law of. */
export const START = '2025-01-01'

type Entry<T> = readonly [from: string, value: T, source: string, unverified?: string]

const dated = <T>([from, value, source, unverified]: Entry<T>): DatedValue<T> =>
  unverified === undefined ? { from, value, source } : { from, value, source, unverified }

/** A dated rate, each value in percent: `'3.87'` is 3.87 %. */
export const rates = (title: string, ...series: Entry<string>[]): Parameter<Rate> =>
  parameter({
    unit: 'rate',
    title,
    series: series.map(([from, value, ...rest]) => dated([from, percent(value), ...rest])),
  })

/** A dated amount in euro. */
export const amounts = (title: string, ...series: Entry<string>[]): Parameter<Minor> =>
  parameter({
    unit: 'amount',
    title,
    series: series.map(([from, value, ...rest]) => dated([from, euro(value), ...rest])),
  })

/** A dated count, table or switch. */
export const values = <T>(unit: Parameter<T>['unit'], title: string, ...series: Entry<T>[]): Parameter<T> =>
  parameter({ unit, title, series: series.map(dated) })
