export {
  type ClaimTables,
  insertClaims,
  type NewClaim,
  type WorkerClaim,
  workerClaims,
} from './claim-store.ts'
export { forgoClaim } from './forgo-claim.ts'
