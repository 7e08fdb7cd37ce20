import { z } from 'zod'
import { currency, day, id, money } from './common.ts'
import { correctedLine, excludedWage } from './pay-runs.ts'

const figures = z.object({
  employeeContributions: money,
  taxable: money,
  wageTax: money,
  net: money,
  employerContributions: money,
  employerCost: money,
  mutualised: money,
})

/** `before`: with all earlier corrections. `difference`: what the law says now, less that. */
const change = { before: figures, now: figures, difference: figures }

export const workerDifference = z
  .object({
    memberId: id,
    memberName: z.string(),
    legalEntityId: id,
    ...change,
    payslips: z.array(
      z.object({
        payslipId: id.meta({ description: 'The payslip corrected' }),
        contractReference: z.string(),
        periodFrom: day,
        periodTo: day,
        ...change,
        lines: z.array(correctedLine).meta({ description: 'The lines whose amounts changed' }),
      }),
    ),
  })
  .meta({ id: 'WorkerDifference' })

export const correction = z
  .object({
    country: z.string(),
    currency,
    payslips: z.number().int().meta({ description: 'Payslips that get a difference' }),
    totalsOnly: z
      .number()
      .int()
      .meta({ description: 'Of these, those of which only the running totals change' }),
    workers: z.number().int(),
    ...change,
    toWorkers: money.meta({ description: 'Paid to workers who are owed more' }),
    claims: money.meta({ description: 'Claims on workers who were paid too much' }),
    budgets: money.meta({ description: "The part of the employer cost that the jobs' budgets bear" }),
    borne: money.meta({ description: 'The part of the employer cost that mutualised funds bear' }),
    borneBy: z.array(z.object({ fundId: id, name: z.string(), amount: money })),
    advance: money.meta({ description: 'Lent by the guarantee fund for the part of the budgets' }),
    authorities: z.array(z.object({ authority: z.string(), before: money, now: money, difference: money })),
    largest: z
      .array(workerDifference)
      .meta({ description: 'The workers with the largest differences, at most 200' }),
  })
  .meta({ id: 'Correction' })

export const correctionPreview = correction
  .extend({ from: day, paidOn: day, excluded: z.array(excludedWage) })
  .meta({ id: 'CorrectionPreview' })

export const workerClaim = z
  .object({
    workerClaimId: id,
    payRunId: id,
    legalEntityId: id,
    memberId: id,
    memberName: z.string(),
    aroseOn: day,
    currency,
    amount: money,
    open: money.meta({ description: 'What no decision has settled yet' }),
    agreed: z
      .boolean()
      .meta({ description: 'The worker agrees that later wages keep something back for it' }),
    keeps: z
      .object({
        share: z.string().meta({ description: 'The largest part of each net, percent', examples: ['20'] }),
        source: z.string(),
        unverified: z.string().nullable(),
      })
      .nullable()
      .meta({ description: 'What a wage may keep back; null where the law is not known, and nothing is' }),
    history: z.array(
      z.object({
        decision: z.enum(['forgone', 'paid-back', 'set-off']),
        amount: money,
        reason: z.string(),
        decidedOn: day,
      }),
    ),
  })
  .meta({ id: 'WorkerClaim' })
