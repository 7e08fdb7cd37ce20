export {
  type ClaimTables,
  insertClaims,
  insertPaidBack,
  lockClaims,
  type NewClaim,
  type WorkerClaim,
  workerClaims,
} from './claim-store.ts'
export { forgoClaim } from './forgo-claim.ts'
