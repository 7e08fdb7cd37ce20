export { accountsOf, authorityAccount, groupAccountName, type LedgerAccount } from './accounts.ts'
export { type Posted, post } from './post.ts'
export { checkPosting, ENTRIES_MAX, type Entry, POSTINGS_MAX, type Posting, periodOf } from './posting.ts'
