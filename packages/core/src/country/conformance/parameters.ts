import assert from 'node:assert/strict'
import { isIsoDate } from '../calendar.ts'
import { AMOUNT_MAX } from '../money.ts'
import { NotWrittenError } from '../not-written.ts'
import type { Parameter } from '../parameters.ts'
import type { Check, Subject } from './check.ts'

/** Law by date: ordered, without gaps, each value sourced and of the kind its unit says. */
export const parameterChecks = ({ plugin, eachSample }: Subject): Check[] => {
  const all = (): [name: string, parameter: Parameter<unknown>][] => {
    if (Object.keys(plugin.payroll.parameters).length === 0)
      throw new NotWrittenError('src/parameters/', 'every figure of the payroll law by date')
    return Object.entries({ ...plugin.payroll.parameters, ...officeOf(plugin), ...plugin.vat.rates })
  }
  return [
    {
      title: 'gives every parameter a source, ascending days and a title',
      run: () => {
        for (const [name, parameter] of all()) isSourced(name, parameter)
      },
    },
    {
      title: 'keeps to the unit of every parameter: exact rates, whole amounts, whole counts',
      run: () => {
        for (const [name, { unit, series }] of all())
          for (const { from, value } of series) {
            const fault = unitFault(unit, value)
            assert.ok(fault === undefined, `${name} from ${from}: ${fault}`)
          }
      },
    },
    {
      title: 'knows every parameter on every day its samples are asked about',
      run: () => eachSample((situation) => void plugin.payroll.law(situation)),
    },
  ]
}

function officeOf({ levy, payDeadlineDays }: Subject['plugin']): Record<string, Parameter<unknown>> {
  for (const [what, { series }] of [
    ["the cooperative's levy on the fee", levy],
    ['working days within which a wage is paid', payDeadlineDays],
  ] as const)
    if (series.length === 0) throw new NotWrittenError('src/parameters/office.ts', what)
  return { levy, payDeadlineDays }
}

function isSourced(name: string, { title, series }: Parameter<unknown>) {
  assert.ok(title.length > 3, `${name} has no title`)
  assert.ok(series.length > 0, `${name} has no values`)
  let previous = ''
  for (const { from, source, unverified } of series) {
    assert.ok(isIsoDate(from), `${name}: ${from} is not a day`)
    assert.ok(from > previous, `${name}: ${from} does not follow ${previous}`)
    assert.ok(source.trim().length > 1, `${name}: ${from} has no source`)
    if (unverified !== undefined)
      assert.ok(unverified.length > 10, `${name}: ${from} does not say why it is unverified`)
    previous = from
  }
}

/**
 * What is wrong with a value of a unit. Nothing is an answer too: from that day on there is no such ceiling. Values by
 * kind of pay period, each of the unit, are one value.
 */
function unitFault(unit: Parameter<unknown>['unit'], value: unknown): string | undefined {
  if (value === undefined || value === null || value === 'none' || unit === 'switch') return undefined
  if (unit === 'rate' && isRate(value)) return undefined
  if (typeof value === 'object' && value !== null && unit !== 'table' && Object.keys(value).length > 0)
    return Object.values(value)
      .map((part) => unitFault(unit, part))
      .find((fault) => fault !== undefined)
  if (unit === 'amount') return isAmount(value) ? undefined : 'an amount is a bigint of minor units'
  if (unit === 'rate') return 'a rate is a fraction of two bigints'
  if (unit === 'count')
    return typeof value === 'bigint' || Number.isSafeInteger(value)
      ? undefined
      : 'a count is a whole number; something finer is a rate'
  return holdsFraction(value) ? 'a table holds no binary fraction: write a rate or an amount' : undefined
}

const isAmount = (value: unknown) => typeof value === 'bigint' && value >= -AMOUNT_MAX && value <= AMOUNT_MAX

function isRate(value: unknown): boolean {
  const { numerator, denominator } = (value ?? {}) as { numerator?: unknown; denominator?: unknown }
  return typeof numerator === 'bigint' && typeof denominator === 'bigint' && denominator > 0n
}

function holdsFraction(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isInteger(value)
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsFraction)
}
