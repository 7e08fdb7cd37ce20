export {
  INTERNAL_ORDER_STATES,
  INTERNAL_ORDER_STEPS,
  type InternalOrder,
  type InternalOrderDraft,
  type InternalOrderState,
  type InternalOrderStep,
  STEP_RULES,
} from './internal-order.ts'
export { internalOrderById, internalOrders } from './internal-order-store.ts'
export { moveInternalOrder } from './move.ts'
export { offerInternalOrder } from './offer.ts'
