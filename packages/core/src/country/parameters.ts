import type { IsoDate } from './calendar.ts'

/** One value of a dated parameter, in force from a day until the next value's day. */
export interface DatedValue<T> {
  readonly from: IsoDate
  readonly value: T
  /** Where the figure was read: statute and article, or the source's key in the country's sheet. */
  readonly source: string
  /** Present when the figure rests on memory or a disputed reading: why, in a sentence a payroll officer understands. */
  readonly unverified?: string
}

/** A figure of the law as a series of dated values. */
export interface Parameter<T> {
  readonly unit: 'rate' | 'amount' | 'count' | 'table' | 'switch'
  /** What the figure is, in one English line; national name first where it has one. */
  readonly title: string
  /** Ascending by `from`; a day before the first value has no law and is refused. */
  readonly series: readonly DatedValue<T>[]
}

// biome-ignore lint/suspicious/noExplicitAny: the set is heterogeneous; `InForce` gives each key its own type back
export type ParameterSet = Readonly<Record<string, Parameter<any>>>

/** The values of a parameter set in force on one day. */
export type InForce<P extends ParameterSet> = {
  readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never
}

/**
 * Thrown when a situation asks for law before the first value of a parameter. Recognised by name: a plugin from elsewhere
 * may carry a copy of this module of its own.
 */
export class NoLawError extends RangeError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof RangeError && value.name === 'NoLawError'
  }
  override readonly name = 'NoLawError'
  readonly parameter: string
  readonly day: IsoDate
  constructor(parameter: string, day: IsoDate, first: IsoDate) {
    super(`${parameter} is known from ${first}; ${day} lies before`)
    this.parameter = parameter
    this.day = day
  }
}

/** Declares a parameter and freezes it. Throws when the series is empty, unordered, repeats a day or lacks a source. */
export function parameter<T>(definition: Parameter<T>): Parameter<T> {
  if (definition.series.length === 0) throw new RangeError(`${definition.title}: no values`)
  let previous = ''
  for (const { from, source } of definition.series) {
    if (from <= previous) throw new RangeError(`${definition.title}: ${from} does not follow ${previous}`)
    if (source.trim() === '') throw new RangeError(`${definition.title}: ${from} has no source`)
    previous = from
  }
  return Object.freeze(definition)
}

/** The dated value in force on a day. Throws `NoLawError` before the first one. */
export function valueOn<T>(name: string, series: Parameter<T>, day: IsoDate): DatedValue<T> {
  const values = series.series
  for (let index = values.length - 1; index >= 0; index--) {
    const value = values[index] as DatedValue<T>
    if (value.from <= day) return value
  }
  const [first] = values
  if (!first) throw new RangeError(`${name} has no values`)
  throw new NoLawError(name, day, first.from)
}

/**
 * A resolver for a parameter set: the values in force on a day, computed once per interval between two changes of the
 * law, so that a batch of a million payslips resolves its parameters a handful of times.
 */
export function resolver<P extends ParameterSet>(set: P): (day: IsoDate) => InForce<P> {
  const changes = [...new Set(Object.values(set).flatMap((p) => p.series.map((v) => v.from)))].sort()
  const cache = new Map<string, InForce<P>>()
  let lastDay = ''
  let lastValues: InForce<P> | undefined
  return (day) => {
    if (day === lastDay && lastValues) return lastValues
    const interval = changes.findLast((from) => from <= day) ?? ''
    let values = cache.get(interval)
    if (!values) {
      const resolved: Record<string, unknown> = {}
      for (const [name, series] of Object.entries(set)) resolved[name] = valueOn(name, series, day).value
      values = Object.freeze(resolved) as InForce<P>
      cache.set(interval, values)
    }
    lastDay = day
    lastValues = values
    return values
  }
}

/** A parameter value that rests on memory or a disputed reading, as `samen countries` and the screens list them. */
export interface Unverified {
  readonly parameter: string
  readonly from: IsoDate
  readonly reason: string
}

/** All unverified values of a set; with a day, only those in force on it. */
export function unverified(set: ParameterSet, day?: IsoDate): Unverified[] {
  const found: Unverified[] = []
  for (const [name, series] of Object.entries(set)) {
    const values = day === undefined ? series.series : [valueOn(name, series, day)]
    for (const value of values)
      if (value.unverified !== undefined)
        found.push({ parameter: name, from: value.from, reason: value.unverified })
  }
  return found
}
