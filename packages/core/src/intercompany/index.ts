export { bookIntercompany } from './book-intercompany.ts'
export {
  type CounterpartyRole,
  counterpartyAccount,
  counterpartyOf,
  INTERCOMPANY_DIRECTIONS,
  INTERCOMPANY_KINDS,
  type IntercompanyDirection,
  type IntercompanyDraft,
  type IntercompanyItem,
  type IntercompanyKind,
  intercompanyAccounts,
  intercompanyEntries,
} from './intercompany.ts'
export { intercompanyItems } from './intercompany-store.ts'
