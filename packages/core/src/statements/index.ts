export {
  BANK_RULES_MAX,
  type BankRule,
  bankRules,
  dropBankRule,
  forgetPayer,
  type RememberedPayer,
  rememberedPayers,
  rememberPayer,
  writeBankRule,
} from './bank-memory.ts'
export { bookableAccounts, bookByHand, bookings, undoBooking } from './book-by-hand.ts'
export { confidenceOf, type Fact, type FactKind, WEIGHTS } from './evidence.ts'
export { importStatement, type StatementReport } from './import-statement.ts'
export { latestMatches, type ReceiptMatched } from './latest-matches.ts'
export { matchByHand, PARTS_BY_HAND_MAX, type PartByHand, takeReceipt } from './match-by-hand.ts'
export { NameIndex, plainName, plainText } from './names.ts'
export { firstOpenDay } from './open-day.ts'
export { payBackClaim } from './pay-back-claim.ts'
export { readStatements } from './read-statements.ts'
export { bareReferences, compactReference, referencesIn } from './references.ts'
export {
  type BankMessage,
  type Notification,
  STATEMENT_BYTES_MAX,
  type Statement,
  type StatementTransaction,
} from './statement.ts'
export { lockBank, type StatementTables } from './statement-store.ts'
export { type Sought, type Suggestion, suggester, type WaitingInvoice } from './suggest.ts'
export { type UndoneMatch, undoMatch } from './undo-match.ts'
export { type WaitingTransaction, waitingTransactions } from './waiting.ts'
