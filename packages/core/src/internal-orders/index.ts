export {
  INTERNAL_ORDER_STATES,
  INTERNAL_ORDER_STEPS,
  type InternalOrder,
  type InternalOrderDraft,
  type InternalOrderStep,
  STEP_RULES,
} from './internal-order.ts'
export { internalOrders } from './internal-order-store.ts'
export { moveInternalOrder } from './move.ts'
export { offerInternalOrder } from './offer.ts'
