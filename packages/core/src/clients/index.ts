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
export { alike, type SimilarClient, similarClients } from './similar-clients.ts'
