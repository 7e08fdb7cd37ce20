export { type Client, type ClientDraft, checkClient, clientPlace, PAYMENT_DAYS_MAX } from './client.ts'
export {
  addClient,
  addClients,
  advanceLimits,
  type ClientTables,
  clientById,
  clientsById,
  clientsByNumberOrName,
  creditFactsOf,
  declareBankrupt,
  listClients,
  mergedInto,
  setCreditLimit,
  setPublicBody,
  survivorOf,
} from './client-store.ts'
export {
  type AdvanceLimit,
  advanceLimit,
  type CreditFacts,
  KNOWN_FROM,
  type LimitReason,
  type PaymentHistory,
  RATING_RULES,
  type Rating,
  rate,
} from './rating.ts'
export { alike, type SimilarClient, similarClients } from './similar-clients.ts'
export {
  recordVatCheck,
  VAT_CHECK_RESULTS,
  type VatCheck,
  type VatCheckDraft,
  type VatCheckResult,
  vatChecksOf,
} from './vat-check.ts'
