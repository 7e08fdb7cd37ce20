import { z } from 'zod'
import { currency, day, id, moment, money } from './common.ts'
import { earning, payslipLine } from './countries.ts'

export const payRunState = z.enum(['computed', 'approved', 'posted', 'discarded'])

export const payslip = z
  .object({
    payslipId: id,
    payRunId: id,
    payRunState,
    contract: z.object({ contractId: id, reference: z.string(), title: z.string() }),
    member: z.object({ memberId: id, name: z.string() }),
    periodFrom: day,
    periodTo: day,
    paidOn: day,
    currency,
    fee: money,
    levy: money,
    budget: money,
    gross: money,
    employeeContributions: money,
    taxable: money,
    wageTax: money,
    net: money,
    employerContributions: money,
    employerCost: money,
    mutualised: money,
    advance: money.meta({ description: "The guarantee fund's part of the employer cost" }),
    corrects: id.nullable().meta({
      description:
        'The payslip this one corrects: its amounts are differences to that one, its gross is zero',
    }),
    borne: money.meta({ description: 'The part of the employer cost that mutualised funds bear' }),
  })
  .meta({ id: 'Payslip' })

/** A line; of a correction, the difference, with what it was before. */
export const correctedLine = payslipLine
  .extend({ before: z.object({ employee: z.string(), employer: z.string() }).optional() })
  .meta({ id: 'CorrectedLine' })

export const payslipDetail = payslip
  .extend({
    country: z.string(),
    earnings: z.array(earning),
    lines: z.array(correctedLine),
    figures: z.record(z.string(), z.string()),
    setOffs: z
      .array(
        z.object({
          workerClaimId: id,
          aroseOn: day,
          amount: money,
          most: money.meta({ description: 'That may be kept back of this payslip for all claims together' }),
          share: z.string().meta({ description: 'The largest part of the net, percent', examples: ['20'] }),
          source: z.string(),
        }),
      )
      .meta({ description: 'What is kept back of the net, with consent, for what was paid too much' }),
    paidOut: money.meta({ description: 'Net less what is kept back' }),
    pluginVersion: z.string(),
  })
  .meta({ id: 'PayslipDetail' })

/** A wage that cannot go out with the run, and why. */
export const excludedWage = z.object({
  engagementId: id,
  contractReference: z.string(),
  payBy: day,
  reason: z.string(),
  detail: z.string(),
})

export const payRun = z
  .object({
    payRunId: id,
    kind: z.enum(['wages', 'correction']),
    correctsFrom: day
      .nullable()
      .meta({ description: 'Of a correction: it looked at payslips for days from here on' }),
    dueOn: day,
    paidOn: day.meta({ description: 'The day the bank moves the money' }),
    runNo: z.number().int(),
    state: payRunState,
    payslips: z.number().int(),
    late: z.number().int().meta({ description: 'Payslips whose promised day had already passed' }),
    waiting: z
      .number()
      .int()
      .meta({ description: 'Jobs invoiced but neither due yet nor paid by the client' }),
    currency,
    gross: money,
    net: money,
    employerCost: money,
    advance: money,
    borne: money.meta({ description: "What mutualised funds bear of a correction's employer cost" }),
    preparedBy: z.string(),
    preparedAt: moment,
    approvedBy: z.string().nullable(),
    approvedAt: moment.nullable(),
    postedAt: moment.nullable(),
    excluded: z.array(excludedWage),
    mayApprove: z
      .boolean()
      .meta({ description: 'Whether you are a second person with the right to approve' }),
  })
  .meta({ id: 'PayRun' })

export const payRunPreview = z
  .object({
    date: day,
    paidOn: day,
    currency,
    payslips: z.number().int(),
    late: z.number().int(),
    waiting: z.number().int(),
    gross: money,
    net: money,
    employerCost: money,
    advance: money,
    fundAvailable: money,
    excluded: z.array(excludedWage),
  })
  .meta({ id: 'PayRunPreview' })

export const preparedPayRun = payRun.extend({ isNew: z.boolean() }).meta({ id: 'PreparedPayRun' })
