import { formatAmount } from '@samen/core/country'
import {
  INTERNAL_ORDER_STEPS,
  type InternalOrderStep,
  internalOrders,
  moveInternalOrder,
} from '@samen/core/internal-orders'
import { defineCommand, UsageError } from '../command.ts'
import { table, tell, workInOffice } from './office.ts'

export const command = defineCommand({
  usage: `--office OFFICE [--json]                             the latest 200 internal orders
          --step STEP --order ID [--reason TEXT] [--as USER]
                                                           take a step: ${INTERNAL_ORDER_STEPS.join(', ')}

  Work that one activity does for another of the same company. Settling moves the amount between their budgets, returning
  moves it back; the same step again changes nothing. Offering is for the pages and /v1.`,
  options: {
    office: { type: 'string' },
    step: { type: 'string' },
    order: { type: 'string' },
    reason: { type: 'string' },
    as: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values }) {
    const { office, step, order, reason } = values
    if (!office) throw new UsageError('samen internal-orders: say which --office.')
    if ((step === undefined) !== (order === undefined))
      throw new UsageError('samen internal-orders: --step and --order go together.')
    if (step !== undefined && !isStep(step))
      throw new UsageError(`--step: one of ${INTERNAL_ORDER_STEPS.join(', ')}.`)
    const orders = await workInOffice(office, values.as, async (trx, context) => {
      if (step === undefined || order === undefined)
        return internalOrders(trx, context.officeId, { limit: 200 })
      return [await moveInternalOrder(trx, context, { internalOrderId: order, step, reason })]
    })
    const rows = orders.map((one) => [
      one.internalOrderId,
      one.title,
      one.sellerName,
      one.buyerName,
      formatAmount(one.amount),
      one.state,
    ])
    tell(values.json, { orders }, table(['order', 'work', 'done by', 'for', 'amount', 'state'], rows))
    return undefined
  },
})

const isStep = (step: string): step is InternalOrderStep =>
  (INTERNAL_ORDER_STEPS as readonly string[]).includes(step)
