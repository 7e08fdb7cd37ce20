export {
  type ClaimStep,
  type ClaimTables,
  insertClaims,
  insertPaidBack,
  lockClaims,
  type NewClaim,
  type WorkerClaim,
  workerClaims,
} from './claim-store.ts'
export { sayConsent } from './consent.ts'
export { forgoClaim } from './forgo-claim.ts'
export { planSetOffs, takeSetOffs } from './set-off.ts'
