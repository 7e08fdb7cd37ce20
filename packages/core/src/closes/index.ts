export { type AuthorityMonth, authorityMonths } from './authorities.ts'
export { type ChecklistItem, closeChecklist } from './checklist.ts'
export { type ClosedMonth, closeMonth, correctPack, sealMonth } from './close-month.ts'
export {
  askReopening,
  confirmReopening,
  lockMonth,
  type MonthEvent,
  type MonthState,
  monthEvents,
  monthStates,
  withdrawReopening,
} from './month-locks.ts'
