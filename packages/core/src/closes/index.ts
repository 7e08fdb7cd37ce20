export { type ChecklistItem, closeChecklist } from './checklist.ts'
export { type ClosedMonth, closeMonth, sealMonth } from './close-month.ts'
