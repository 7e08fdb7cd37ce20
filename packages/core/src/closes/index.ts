export { type ChecklistItem, closeChecklist } from './checklist.ts'
export { type ClosedMonth, closeMonth, correctPack, sealMonth } from './close-month.ts'
