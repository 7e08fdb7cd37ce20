import { z } from 'zod'

/** Amount in major units as text: never a float, on no side of the wire. */
export const money = z.string().meta({ description: 'Amount in major units', examples: ['2500.00'] })

export const day = z.string().meta({ format: 'date', examples: ['2026-11-23'] })
export const moment = z.string().meta({ format: 'date-time' })
export const id = z.string().meta({ format: 'uuid' })
export const period = z.string().meta({ description: 'Calendar month', examples: ['2026-10'] })
export const currency = z.string().meta({ description: 'ISO 4217', examples: ['EUR'] })

/** One page of a list. `next` is the cursor of the page after, null on the last one. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

/** What a list answers with, as its query returns it. */
export interface Page<Item> {
  items: Item[]
  next: string | null
}

type Readonlike<T> = T extends object ? { readonly [K in keyof T]: Readonlike<T[K]> } : T

/** What core answers read-only, as an answer of the same shape. */
export const asAnswer = <Schema extends z.ZodType>(value: Readonlike<z.infer<Schema>>): z.infer<Schema> =>
  value as z.infer<Schema>

/** RFC 9457, as every refusal answers. */
export const problem = z
  .object({
    type: z.string().meta({ examples: ['/problems/invalid-field'] }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    field: z.string().optional().meta({ description: 'Dotted path of the first field at fault' }),
    errors: z.array(z.object({ field: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem' })
