import { z } from 'zod'
import { currency, day, id, moment, money, period } from './common.ts'

const share = z.string().meta({ description: 'Share of the levy in percent', examples: ['50', '12.5'] })

const bounds = z.object({
  fundId: id,
  floor: money,
  cap: money.nullable(),
  priority: z.number().int(),
})

export const fundRules = z
  .object({
    currency,
    rules: z.array(z.object({ from: day, shares: z.array(z.object({ fundId: id, percent: share })) })),
    bounds: z.array(z.object({ from: day, bounds: z.array(bounds) })),
  })
  .meta({ id: 'FundRules' })

export const allocationPreview = z
  .object({
    currency,
    from: day,
    to: day,
    levies: z.number().int(),
    total: money,
    funds: z.array(
      z.object({
        fundId: id,
        code: z.string(),
        name: z.string(),
        got: money,
        would: money,
        difference: money,
        availableThen: money,
      }),
    ),
    months: z.array(z.object({ period, fundId: id, got: money, would: money })),
    moves: z.array(z.object({ fromFundId: id, toFundId: id, amount: money })),
    missing: z.array(z.object({ fundId: id, amount: money })),
    over: z.array(z.object({ fundId: id, amount: money })),
  })
  .meta({ id: 'AllocationPreview' })

export const ownFund = z
  .object({ fundId: id, code: z.string(), name: z.string(), currency })
  .meta({ id: 'OwnFund' })

export const fundTransfer = z
  .object({
    fundTransferId: id,
    fromFundId: id,
    toFundId: id,
    currency,
    amount: money,
    decidedOn: day,
    minutes: z.string(),
    state: z.enum(['proposed', 'approved', 'withdrawn']),
    proposedBy: z.string(),
    proposedAt: moment,
    approvedBy: z.string().nullable(),
    approvedAt: moment.nullable(),
    mayApprove: z.boolean().meta({ description: 'Whether you may: another person proposed it' }),
    effectiveOn: day.nullable(),
  })
  .meta({ id: 'FundTransfer' })
