export { type Client, type ClientDraft, checkClient, clientPlace, PAYMENT_DAYS_MAX } from './client.ts'
export {
  addClient,
  addClients,
  type ClientTables,
  clientById,
  clientsById,
  clientsByNumberOrName,
  declareBankrupt,
  listClients,
  setCreditLimit,
} from './client-store.ts'
export {
  recordVatCheck,
  VAT_CHECK_RESULTS,
  type VatCheck,
  type VatCheckDraft,
  type VatCheckResult,
  vatChecksOf,
} from './vat-check.ts'
