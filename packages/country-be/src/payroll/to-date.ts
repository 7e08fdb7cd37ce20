import { day, isIsoDate, type Minor, signedAmount } from '@samen/core/country'
import { z } from 'zod'
import { count, quantity } from './quantities.ts'

const period = (pattern: RegExp, example: string) =>
  z
    .string()
    .regex(pattern)
    .meta({ description: `The period these totals belong to, such as ${example}` })
const month = () =>
  z
    .string()
    .refine((text) => /^\d{4}-\d{2}$/.test(text) && isIsoDate(`${text}-01`), {
      message: 'a month is written YYYY-MM',
    })
    .meta({ description: 'The month these totals belong to, such as 2026-10' })
const total = (description: string) => signedAmount.prefault('0').meta({ description })
const units = (description: string) => quantity(1000).prefault('0').meta({ description })

/** Running totals, as the last payslip returned them. */
export const toDate = z
  .strictObject({
    month: z
      .strictObject({
        of: month(),
        gross: total('Ordinary wages of the month worked'),
        base: total('Wage subject to contributions (108 % for manual workers and artists)'),
        contribution: total('Personal contribution on the ordinary wages, before the work bonus'),
        days: units('Paid days'),
        hours: units('Paid hours'),
        bonusA: total('Work bonus A granted'),
        bonusB: total('Work bonus B granted'),
        special: total('Special contribution withheld'),
      })
      .optional()
      .meta({ description: 'Totals of the calendar month worked' }),
    payMonth: z
      .strictObject({
        of: month(),
        taxable: total('Taxable pay under the key formula'),
        tax: total('Tax of the key formula, after group insurance, before the fiscal work bonus'),
        relief: total('Fiscal work bonus taken off'),
        bonusA: total('Work bonus A of this pay'),
        bonusB: total('Work bonus B of this pay'),
        premium: total('Own group-insurance premium'),
      })
      .optional()
      .meta({ description: 'Totals of the calendar month of payment' }),
    quarter: z
      .strictObject({
        of: period(/^\d{4}-Q[1-4]$/, '2026-Q4'),
        gross: total('All wages subject to contributions at 100 %'),
        ordinary: total('Wages for work of the quarter, for the ceiling of employer contributions'),
        base: total('Wage subject to contributions (108 % for manual workers and artists)'),
        days: units('Paid days'),
        hours: units('Paid hours'),
        special: total('Special contribution withheld'),
        structural: total('Structural reduction credited to the mutual account'),
      })
      .optional()
      .meta({
        description:
          'Totals of the calendar quarter; where given, even if zero, the special contribution is settled in its last month',
      }),
    year: z
      .strictObject({ of: period(/^\d{4}$/, '2026'), bonus: total('Work bonus granted, A and B') })
      .optional()
      .meta({ description: 'Totals of the calendar year' }),
    student: z
      .strictObject({
        of: period(/^\d{4}$/, '2026'),
        hours: count(8784).default(0).meta({ description: 'Hours of the quota used here' }),
      })
      .optional()
      .meta({ description: 'Student’s hours of the calendar year' }),
    flexi: z
      .strictObject({
        of: period(/^\d{4}$/, '2026'),
        pay: total('Flexi wage and flexi holiday pay paid in the year'),
      })
      .optional()
      .meta({ description: 'Flexi pay of the calendar year of payment' }),
    amateur: z
      .strictObject({
        days: z.array(day).max(400).default([]).meta({ description: 'Each day paid by allowance here' }),
      })
      .optional()
      .meta({
        description: 'Days paid by amateur-arts allowance: those of the year, and those just before it',
      }),
  })
  .optional()
  .meta({
    description: 'Running totals as the last payslip returned them; those of another period are ignored',
  })

export interface MonthTotals {
  readonly of: string
  readonly gross: Minor
  readonly base: Minor
  readonly contribution: Minor
  readonly days: bigint
  readonly hours: bigint
  readonly bonusA: Minor
  readonly bonusB: Minor
  readonly special: Minor
}
export interface PayMonthTotals {
  readonly of: string
  readonly taxable: Minor
  readonly tax: Minor
  readonly relief: Minor
  readonly bonusA: Minor
  readonly bonusB: Minor
  readonly premium: Minor
}
export interface QuarterTotals {
  readonly of: string
  readonly gross: Minor
  readonly ordinary: Minor
  readonly base: Minor
  readonly days: bigint
  readonly hours: bigint
  readonly special: Minor
  readonly structural: Minor
}
export interface YearTotals {
  readonly of: string
  readonly bonus: Minor
}
/** Student's hours of the quota used in a calendar year. */
export interface StudentTotals {
  readonly of: string
  readonly hours: number
}
/** Flexi pay of a calendar year of payment. */
export interface FlexiTotals {
  readonly of: string
  readonly pay: Minor
}
/** Days paid by amateur-arts allowance, ascending. */
export interface AmateurTotals {
  readonly days: readonly string[]
}
export interface ToDate {
  readonly month?: MonthTotals | undefined
  readonly payMonth?: PayMonthTotals | undefined
  readonly quarter?: QuarterTotals | undefined
  readonly year?: YearTotals | undefined
  readonly student?: StudentTotals | undefined
  readonly flexi?: FlexiTotals | undefined
  readonly amateur?: AmateurTotals | undefined
}
