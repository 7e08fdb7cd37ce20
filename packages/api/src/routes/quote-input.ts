import { addClient, clientsByNumberOrName } from '@samen/core/clients'
import type { OfficeContext } from '@samen/core/context'
import { LINE_UNITS, LINES_MAX, type PriceLine } from '@samen/core/contracts'
import { SUPPLY_KINDS } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import { z } from 'zod'
import { amountSchema, daySchema } from './route.ts'

export const supplyInput = z.enum(SUPPLY_KINDS)

export const termsInput = z
  .record(z.string().max(60), z.unknown())
  .optional()
  .meta({ description: 'The `engagement` of a situation; those of your latest job like it when absent' })

export const clientInput = z.strictObject({
  name: z.string().trim().min(1).max(200),
  country: z.string().regex(/^[A-Z]{2}$/, 'a country is two capital letters'),
  vatNumber: z.string().max(30).optional(),
  companyNumber: z.string().max(30).optional(),
  email: z.email().max(254).optional(),
  language: z.string().max(8).optional(),
})

/** A decimal with so many places at most, in its smallest unit. */
export const decimalInput = (places: number, said: string) =>
  z
    .union([z.string(), z.number().transform(String)])
    .pipe(z.string().regex(new RegExp(`^\\d{1,9}(\\.\\d{1,${places}})?$`), said))
    .transform((text) => {
      const [whole = '0', part = ''] = text.split('.')
      return BigInt(whole + part.padEnd(places, '0'))
    })

const discountInput = z.union([
  z
    .strictObject({ percent: decimalInput(2, 'a percentage has at most two decimals') })
    .transform(({ percent }) => ({ kind: 'percent' as const, value: percent })),
  z
    .strictObject({ amount: amountSchema })
    .transform(({ amount }) => ({ kind: 'amount' as const, value: amount })),
])

const lineInput = z.strictObject({
  kind: z.enum(['work', 'expense']).default('work'),
  description: z.string().trim().min(1).max(300),
  supply: supplyInput.optional().meta({ description: 'The supply of the quote unless told' }),
  quantity: decimalInput(3, 'a quantity has at most three decimals').default(1_000n),
  unit: z.enum(LINE_UNITS).default('piece'),
  unitPrice: amountSchema,
  discount: discountInput.optional(),
  optional: z.boolean().default(false).meta({ description: 'The client may take it or leave it' }),
})

const priceFields = {
  lines: z.array(lineInput).min(1).max(LINES_MAX),
  discount: discountInput.optional().meta({ description: 'On all work together' }),
  ownExpenses: amountSchema.optional().meta({
    description: 'Professional expenses the price pays and no line passes on; in the office’s currency',
  }),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'a currency is three capital letters')
    .optional()
    .meta({ description: 'Of lines, discount and expenses passed on; the office’s unless told' }),
}

export const priceInput = z.strictObject({
  ...priceFields,
  supply: supplyInput.default('service'),
  region: z.string().max(20).optional(),
  client: z.union([
    z.strictObject({ clientId: z.uuid() }),
    z.strictObject({
      country: z.string().regex(/^[A-Z]{2}$/, 'a country is two capital letters'),
      vatNumber: z.string().max(30).optional(),
    }),
  ]),
})

export const depositInput = discountInput.meta({
  description: 'A part of the price without VAT that is paid before the work',
})

const saidFields = {
  deposit: depositInput.optional(),
  conditions: z.string().trim().min(1).max(5_000).optional(),
  validUntil: daySchema.optional().meta({ description: '30 days from today unless told' }),
}

const jobFields = {
  client: z.union([z.strictObject({ clientId: z.uuid() }), clientInput]),
  title: z.string().trim().min(1).max(300),
  startsOn: daySchema,
  endsOn: daySchema,
}

export const revisionInput = z.strictObject({
  ...priceFields,
  ...saidFields,
  ...z.object(jobFields).partial().shape,
  terms: termsInput.meta({
    description: 'Your `engagement` of a situation for the job as it will be; the one there is when absent',
  }),
})

export const quoteWithLinesInput = z.strictObject({
  ...priceFields,
  ...saidFields,
  ...jobFields,
  activityId: z.uuid(),
  supply: supplyInput.default('service'),
  region: z.string().max(20).optional(),
  terms: termsInput,
})

/** Lines as core takes them: an expense goes with the main supply, what is not optional is chosen. */
export const linesOf = (
  lines: readonly z.output<typeof lineInput>[],
  main: PriceLine['supply'],
): PriceLine[] =>
  lines.map(({ supply = main, discount = null, ...line }) => ({
    ...line,
    supply: line.kind === 'expense' ? main : supply,
    discount,
    chosen: !line.optional,
  }))

/** The client of this VAT number if the office has one, else a new one. */
export async function clientFor(
  trx: Transaction,
  context: OfficeContext,
  { language = context.plugin.languages[0] ?? 'en', ...draft }: z.output<typeof clientInput>,
): Promise<string> {
  const vatNumbers = draft.vatNumber ? [draft.vatNumber.replace(/[\s.-]/g, '').toUpperCase()] : []
  const known = await clientsByNumberOrName(trx, context.officeId, {
    vatNumbers,
    companyNumbers: [],
    names: [],
  })
  if (known[0]) return known[0].clientId
  const { name, country, vatNumber = null, companyNumber = null, email = null } = draft
  return (await addClient(trx, context, { name, country, language, vatNumber, companyNumber, email }))
    .clientId
}

/** A client of the office, or the one that is described. */
export const clientIdOf = async (
  trx: Transaction,
  context: OfficeContext,
  client: z.output<typeof jobFields.client>,
): Promise<string> => ('clientId' in client ? client.clientId : clientFor(trx, context, client))
