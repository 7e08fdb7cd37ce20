export { type AdvanceRequest, advance, previewAdvances } from './advance.ts'
export { allocate, ruleOn } from './allocate.ts'
export { type Bearing, bear, type CostShare, type FundPart, shareCost } from './bear.ts'
export { addBoundsRule, checkBounds, listBoundsRules } from './bounds-rules.ts'
export { contribute, type Levy } from './contribute.ts'
export {
  type AdvanceDecision,
  type AdvanceWish,
  decideAdvances,
  exposureKey,
  wishKey,
} from './decide-advances.ts'
export {
  approveTransfer,
  type FundTransfer,
  listTransfers,
  proposeTransfer,
  type TransferDraft,
  withdrawTransfer,
} from './decide-transfer.ts'
export {
  type AllocationRule,
  type Fund,
  type FundFact,
  type FundKind,
  type FundShare,
  type FundTotals,
  identityGap,
} from './fund.ts'
export { availableOf, bearingFunds, listAllocationRules, listFunds } from './fund-store.ts'
export { type Lending, type LoanPayment, lend, repayLoans } from './lend.ts'
export {
  type BoundsRule,
  boundsOn,
  type FundBounds,
  type Levelling,
  level,
  type Move,
} from './level.ts'
export { addAllocationRule, openFunds, openOwnFund } from './open-funds.ts'
export { POOL_CELL_MIN, type PoolCell, type PoolKind, type PoolMonth, poolMonths, suppress } from './pool.ts'
export {
  type ClientExposure,
  exposureByClient,
  type FundFault,
  type FundPosition,
  fundPositions,
  verifyFunds,
} from './positions.ts'
export { type AllocationPreview, type FundPreview, previewAllocation } from './preview-allocation.ts'
export { type Recovery, recover } from './recover.ts'
export { type Reinsured, reinsure } from './reinsure.ts'
export { type Repayment, repay } from './repay.ts'
export { type Spending, spend, type Transfer, transfer } from './spend.ts'
export { type RepaymentTakenBack, takeBackRecovery, takeBackRepayment } from './take-back.ts'
export { type WriteOff, type WriteOffResult, writeOff } from './write-off.ts'
