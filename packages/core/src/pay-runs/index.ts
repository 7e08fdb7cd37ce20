export { type AdvanceDecider, advanceDecider, advanceNeeded } from './advances.ts'
export { compare, workerKey } from './candidates.ts'
export { closeContracts, reopenContract } from './close-contracts.ts'
export { type ComputedRun, computePayRun, type PayRunPreview, previewPayRun } from './compute-run.ts'
export { advanceRoom } from './guarantee.ts'
export { approvePayRun, discardPayRun } from './move-run.ts'
export {
  isDue,
  type LeftOut,
  type LeftOutReason,
  type PayRun,
  type PayRunKind,
  type PayRunState,
  payDays,
} from './pay-run.ts'
export {
  insertPayRun,
  lockComputing,
  onTheTable,
  openPayRun,
  type PayRunTables,
  payRun,
  payRuns,
} from './pay-run-store.ts'
export { postPayRun } from './post-run.ts'
