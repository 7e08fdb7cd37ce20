import { z } from 'zod'
import { day, PAY_KINDS, questionId } from './situation.ts'

/*
 * What `answer` gives for a situation, as a schema: for programs that read payslips, and for the tests that hold every
 * answer against it. Amounts are text in major units.
 */

const amountText = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .meta({ title: 'amount', description: 'In major units, as text', examples: ['2500.00'] })

const percentText = z
  .string()
  .regex(/^-?\d+(\.\d+)?%$/)
  .meta({ title: 'rate', examples: ['13.07%'] })

const why = z
  .strictObject({
    rule: z.string().meta({ description: "Key of a sentence in the country's texts: `rules.<rule>`" }),
    source: z.string().meta({ description: 'The statute' }),
    inputs: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .optional()
      .meta({ description: 'What the rule looked at: amounts and rates as text, counts as numbers' }),
  })
  .meta({ id: 'Why', description: 'Why the amount is what it is' })

const line = z
  .strictObject({
    code: z.string().meta({ description: 'Stable; its name is `lines.<code>`' }),
    kind: z.enum(['contribution', 'wage-tax', 'provision', 'mutual']),
    base: amountText,
    employeeRate: percentText.optional(),
    employerRate: percentText.optional(),
    employee: amountText.meta({ description: 'Withheld from the worker; negative: a relief' }),
    employer: amountText.meta({ description: 'Paid on top of gross; negative: a reduction' }),
    authority: z.string().meta({ description: 'Whom it is owed to' }),
    why,
  })
  .meta({ id: 'Line' })

const earning = z.strictObject({ code: z.string(), amount: amountText, why }).meta({ id: 'Earning' })

const id = questionId.meta({ description: "The situation's id, unchanged" })

const head = {
  id: id.optional(),
  country: z.string(),
  currency: z.string(),
  pay: z.enum(PAY_KINDS),
  period: z.strictObject({ from: day, to: day }),
  paidOn: day,
}

const payslip = z
  .strictObject({
    ...head,
    ask: z.literal('payslip'),
    fee: amountText.optional(),
    levy: amountText.optional(),
    expenses: amountText.optional(),
    budget: amountText.optional(),
    remainder: amountText.optional().meta({ description: 'Budget that no whole cent of gross can use' }),
    employerCost: amountText.meta({ description: '`gross` + `employerContributions`' }),
    employerContributions: amountText,
    gross: amountText.meta({
      description: '`net` + `employeeContributions` + `wageTax`; the sum of `earnings`',
    }),
    employeeContributions: amountText,
    taxable: amountText.meta({ description: 'The base wage tax was computed on' }),
    wageTax: amountText,
    net: amountText,
    mutualised: amountText.meta({ description: 'Employer reductions that go to the mutual account' }),
    figures: z.record(z.string(), z.unknown()).meta({ description: 'Other amounts the law wants stated' }),
    earnings: z.array(earning),
    lines: z.array(line),
    toDate: z
      .unknown()
      .optional()
      .meta({ description: "The running totals, as the next situation's `toDate`" }),
  })
  .meta({ title: 'Payslip' })

const step = z
  .strictObject({
    ...head,
    ask: z.enum(['wage-tax', 'contributions']),
    employee: amountText,
    employer: amountText,
    lines: z.array(line),
  })
  .meta({ title: 'Single step of the law' })

const refusal = z
  .strictObject({
    id: id.optional(),
    error: z.looseObject({
      type: z.string(),
      title: z.string(),
      status: z.int(),
      detail: z.string(),
      field: z
        .string()
        .meta({ description: 'Dotted path of the first field at fault; empty: the whole line' }),
      errors: z
        .array(z.strictObject({ field: z.string(), detail: z.string() }))
        .meta({ description: 'All fields at fault' }),
      line: z.int().meta({ description: 'Line of the input, from 1' }),
    }),
  })
  .meta({ title: 'Refusal' })

/** Any answer to a situation: a payslip, a single step, or a refusal. */
export const payslipAnswer = z.union([payslip, step, refusal]).meta({ title: 'Answer' })
