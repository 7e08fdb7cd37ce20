import { z } from 'zod'
import { day, id, money } from './common.ts'
import { contractState } from './contracts.ts'

/** One part of an order that is worked, invoiced and paid in parts. */
export const orderPart = z
  .object({
    partNo: z.number().int(),
    contractId: id,
    reference: z.string(),
    label: z.string(),
    startsOn: day,
    endsOn: day,
    fee: money,
    state: contractState,
    automatic: z.boolean().meta({ description: 'Done, and invoiced, when its last day is over' }),
  })
  .meta({ id: 'OrderPart' })

export const plannedParts = z.object({
  items: z.array(orderPart.pick({ label: true, startsOn: true, endsOn: true, fee: true })),
})

export const orderParts = z.object({ items: z.array(orderPart) })
