import { parseAmount } from '@samen/core/country'
import { z } from 'zod'

/** Days or hours in hundredths: `"7.6"` is 760n. */
export const quantity = (maximum: number) =>
  z
    .union([z.string().max(12), z.number()])
    .transform((value, context): bigint => {
      try {
        const hundredths = parseAmount(String(value))
        if (hundredths >= 0n && hundredths <= BigInt(maximum) * 100n) return hundredths
        context.addIssue({ code: 'custom', message: `a number between 0 and ${maximum}` })
      } catch {
        context.addIssue({ code: 'custom', message: 'a number with at most two decimals, such as "7.6"' })
      }
      return z.NEVER
    })
    .meta({ title: 'number', description: 'At most two decimals', examples: ['7.6'] })

export const count = (maximum: number) => z.int().min(0).max(maximum)
