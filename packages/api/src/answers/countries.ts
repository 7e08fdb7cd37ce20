import { z } from 'zod'
import { day } from './common.ts'

/** One day on the way to the pay day: counted, or why not. */
export const clockDay = z.object({
  date: day,
  count: z.number().int().optional(),
  skipped: z.union([z.literal('weekend'), z.object({ holiday: z.string() })]).optional(),
})

/** The promise clock of a job that ended, or will end, on a day. */
export const promise = z
  .object({ endedOn: day, payBy: day, workingDays: z.number().int(), days: z.array(clockDay) })
  .meta({ id: 'Promise' })

export const why = z.object({
  rule: z.string().meta({ description: "Key of the sentence in the country's locale: rules.<rule>" }),
  source: z.string(),
  inputs: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

export const earning = z.object({ code: z.string(), amount: z.string(), why })

export const payslipLine = z
  .object({
    code: z.string(),
    kind: z.enum(['contribution', 'wage-tax', 'provision', 'mutual']),
    base: z.string(),
    employeeRate: z.string().optional(),
    employerRate: z.string().optional(),
    employee: z.string(),
    employer: z.string(),
    authority: z.string(),
    why,
  })
  .meta({ id: 'PayslipLine' })

export const country = z
  .object({
    country: z.string(),
    name: z.string(),
    version: z.string(),
    currency: z.string(),
    languages: z.array(z.string()),
    regions: z.array(z.string()),
    lawFrom: day.meta({ description: 'First day for which every parameter of the law is known' }),
    lawChanges: z.array(day),
    hiring: z.object({ name: z.string(), authority: z.string(), required: z.boolean() }),
    unverified: z.array(z.object({ parameter: z.string(), from: day, reason: z.string() })),
  })
  .meta({ id: 'Country' })

export const locale = z.record(z.string(), z.string()).meta({ id: 'Locale' })

export const numberReading = z.object({
  kind: z.string(),
  name: z.string(),
  valid: z.boolean(),
  normalised: z.string().optional(),
  formatted: z.string().optional(),
  facts: z.record(z.string(), z.string()).optional(),
  reason: z.enum(['format', 'length', 'check-digit', 'content']).optional(),
  detail: z.string().optional(),
})

export const numberAnswer = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  number: z.string(),
  valid: z.boolean(),
  kind: z.string().optional(),
  name: z.string().optional(),
  normalised: z.string().optional(),
  readings: z.array(numberReading),
})

export const deadlineAnswer = promise.extend({
  id: z.union([z.string(), z.number()]).optional(),
  region: z.string().optional(),
})
