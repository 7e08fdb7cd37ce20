export { accountsOf, authorityAccount, groupAccountName, type LedgerAccount } from './accounts.ts'
export { plainArray, textArray } from './array-literal.ts'
export type { BrokenLink } from './broken-link.ts'
export { currentOffice } from './current-office.ts'
export { hledgerJournal, journalAccountName } from './hledger.ts'
export { asProblem, violated } from './ledger-problem.ts'
export { moveSubjects } from './move-subjects.ts'
export { openAccounts } from './open-accounts.ts'
export { closePeriod, openPeriods, type Period, reopenPeriod, setPeriod } from './periods.ts'
export { type Posted, post } from './post.ts'
export { checkPosting, ENTRIES_MAX, type Entry, POSTINGS_MAX, type Posting, periodOf } from './posting.ts'
export {
  type AccountEntry,
  accountEntries,
  type Balance,
  balance,
  balanceAsOf,
  balancesOf,
  type EntriesQuestion,
  ledgerAccounts,
  type Months,
  type TrialBalanceLine,
  trialBalance,
} from './reads.ts'
export { type Reversal, reversalOf, reverse } from './reverse.ts'
export { type Seal, seal } from './seal.ts'
export { findPosted } from './stored.ts'
export { type Verification, verifyLedger } from './verify.ts'
