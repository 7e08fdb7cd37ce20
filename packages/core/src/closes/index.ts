export { type AuthorityMonth, authorityMonths } from './authorities.ts'
export { type BalanceLeft, type BooksLeft, booksLeft } from './books-left.ts'
export { type ChecklistItem, closeChecklist } from './checklist.ts'
export { type ClosedMonth, closeMonth, correctPack, sealMonth, takeBackLastPack } from './close-month.ts'
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
