import { z } from 'zod'
import { isIsoDate, monthOf } from './calendar.ts'
import { type Minor, parseAmount, percent, type Rate } from './money.ts'

/**
 * A situation is everything the law looks at to turn one payment into a payslip. Core knows its frame; a country adds
 * what its statutes ask about the worker, the engagement and the running totals.
 *
 * Amounts arrive as decimal text (`"2500.00"`) or as JSON numbers with at most two decimals, in major units.
 */

/** Amount in minor units from decimal text or a JSON number in major units. Not negative. */
export const amount = z
  .union([z.string().max(20), z.number()])
  .transform((value, context): Minor => {
    try {
      const minor = parseAmount(String(value))
      if (minor >= 0n) return minor
      context.addIssue({ code: 'custom', message: 'an amount cannot be negative' })
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message })
    }
    return z.NEVER
  })
  .meta({
    title: 'amount',
    description: 'In major units, at most two decimals, as text such as "2500.00" or a number',
    examples: ['2500.00'],
  })

/** Amount that may be negative, for running totals. */
export const signedAmount = z
  .union([z.string().max(20), z.number()])
  .transform((value, context): Minor => {
    try {
      return parseAmount(String(value))
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message })
      return z.NEVER
    }
  })
  .meta({ title: 'signed amount', description: 'In major units, may be negative', examples: ['-12.50'] })

/** A percentage as text or number: `"4.1"` is 4.1 %. Between 0 and 100. */
export const percentage = z
  .union([z.string().max(12), z.number()])
  .transform((value, context): Rate => {
    try {
      const result = percent(String(value))
      if (result.numerator >= 0n && result.numerator <= result.denominator) return result
      context.addIssue({ code: 'custom', message: 'a percentage lies between 0 and 100' })
    } catch {
      context.addIssue({ code: 'custom', message: 'a percentage is a decimal number such as "4.1"' })
    }
    return z.NEVER
  })
  .meta({ title: 'percentage', description: 'In percent: "4.1" is 4.1 %', examples: ['4.1'] })

/** A calendar day `YYYY-MM-DD`. */
export const day = z
  .string()
  .refine(isIsoDate, { message: 'a day is written YYYY-MM-DD and must exist' })
  .meta({ title: 'day', format: 'date', examples: ['2026-11-23'] })

/**
 * Kinds of pay. A country's schema narrows this to the kinds its law knows.
 * - `ordinary`: a full ordinary pay period · `part`: part of one (start or end within it, or single days)
 * - `one-off`: an exceptional payment beside ordinary pay · `holiday`: holiday pay
 * - `settlement`: the yearly or quarterly settlement of what the running totals leave open
 */
export const PAY_KINDS = ['ordinary', 'part', 'one-off', 'holiday', 'settlement'] as const
export type PayKind = (typeof PAY_KINDS)[number]

/** The frame of every situation after parsing. `worker`, `engagement` and `toDate` are the country's. */
export interface Situation {
  readonly id?: z.output<typeof questionId> | undefined
  /** What is asked: a payslip, or one step of the law alone. */
  readonly ask: 'payslip' | 'wage-tax' | 'contributions'
  readonly pay: PayKind
  /** Days worked for this pay, both included, within one calendar month. */
  readonly period: { readonly from: string; readonly to: string }
  /** The day the wage is paid; decides which tax law applies. The last day of the period where not stated. */
  readonly paidOn: string
  /** Exactly one of `gross`, `budget`, `fee` for a payslip; `taxable` or `base` for a single step. */
  readonly gross?: Minor | undefined
  readonly budget?: Minor | undefined
  readonly fee?: Minor | undefined
  readonly taxable?: Minor | undefined
  readonly base?: Minor | undefined
  /** With `fee`: expenses paid from the fee before wages, and another levy than the office's ordinary one. */
  readonly expenses: Minor
  readonly levy?: Rate | undefined
  readonly worker: object
  readonly engagement: object
  readonly toDate?: object | undefined
}

/** What the asker calls a question. Null is taken too: it is how many programs write that there is none. */
export const questionId = z
  .union([z.string().max(200), z.number(), z.null()])
  .meta({ description: 'Comes back unchanged in the answer' })

const FRAME = {
  id: questionId.optional(),
  ask: z.enum(['payslip', 'wage-tax', 'contributions']).default('payslip').meta({
    description: 'The whole payslip, or one step alone: wage tax on `taxable`, contributions on `base`',
  }),
  period: z
    .strictObject({ from: day, to: day })
    .meta({ description: 'Days worked, both included, within one calendar month' }),
  paidOn: day.optional().meta({ description: 'The day of payment; the last day of the period when absent' }),
  gross: amount.optional(),
  budget: amount
    .optional()
    .meta({ description: 'What the employer may spend in all: the largest gross that fits is found' }),
  fee: amount
    .optional()
    .meta({ description: "The client's price net of VAT; the levy and expenses come off first" }),
  taxable: amount.optional(),
  base: amount.optional(),
  expenses: amount
    .prefault('0.00')
    .meta({ description: 'With `fee`: professional expenses paid from it before wages' }),
  levy: percentage
    .optional()
    .meta({ description: "With `fee`: the levy in percent, when not the office's ordinary one" }),
}

const MEASURES = {
  payslip: ['gross', 'budget', 'fee'],
  'wage-tax': ['taxable'],
  contributions: ['base'],
} as const
const ALL_MEASURES = ['gross', 'budget', 'fee', 'taxable', 'base'] as const

/**
 * Builds a country's situation schema from its own parts. The result parses untrusted JSON into a `Situation`, names the
 * field of every error, refuses unknown fields, and renders as JSON Schema.
 */
export function situationSchema<
  W extends z.ZodType<object>,
  E extends z.ZodType<object>,
  T extends z.ZodType<object | undefined>,
  const K extends readonly [PayKind, ...PayKind[]],
>(parts: { readonly worker: W; readonly engagement: E; readonly toDate: T; readonly pay: K }) {
  return z
    .strictObject({
      ...FRAME,
      pay: z.enum(parts.pay).default(parts.pay[0]),
      worker: parts.worker,
      engagement: parts.engagement,
      toDate: parts.toDate,
    })
    .superRefine((value, context) => {
      const wanted: readonly string[] = MEASURES[value.ask]
      const given = ALL_MEASURES.filter((name) => value[name] !== undefined)
      const stray = given.find((name) => !wanted.includes(name))
      if (stray)
        context.addIssue({
          code: 'custom',
          path: [stray],
          message: `"${value.ask}" is asked from ${wanted.join(', ')}, not from ${stray}`,
        })
      else if (given.length !== 1)
        context.addIssue({
          code: 'custom',
          path: [given[1] ?? wanted[0] ?? 'gross'],
          message: `state exactly one of ${wanted.join(', ')}`,
        })
      if (!isIsoDate(value.period.from) || !isIsoDate(value.period.to)) return
      if (value.period.to < value.period.from)
        context.addIssue({
          code: 'custom',
          path: ['period', 'to'],
          message: 'the period ends before it starts',
        })
      else if (value.period.to > monthOf(value.period.from).to)
        context.addIssue({
          code: 'custom',
          path: ['period', 'to'],
          message: 'a pay period lies within one calendar month',
        })
    })
    .transform((value) => ({ ...value, paidOn: value.paidOn ?? value.period.to }))
    .meta({
      title: 'Situation',
      allOf: [{ oneOf: ALL_MEASURES.map((name) => ({ required: [name] })) }],
    })
}
