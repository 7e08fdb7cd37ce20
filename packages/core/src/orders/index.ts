export { PARTS_MAX, type PlannedPart, periodsOf, planFaults, splitPrice } from './plan.ts'
export {
  completeDueParts,
  type OrderPart,
  type OrderPartTables,
  type OrderPlan,
  type PartPreview,
  partsOfOrder,
  previewParts,
  splitOrder,
  type TermsFor,
} from './split-order.ts'
