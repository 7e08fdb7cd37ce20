export { type AdvanceRequest, advance, previewAdvances } from './advance.ts'
export { allocate, ruleOn } from './allocate.ts'
export { type Bearing, bear, type CostShare, type FundPart, shareCost } from './bear.ts'
export { contribute, type Levy } from './contribute.ts'
export {
  type AdvanceDecision,
  type AdvanceWish,
  decideAdvances,
  exposureKey,
  wishKey,
} from './decide-advances.ts'
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
export { addAllocationRule, openFunds } from './open-funds.ts'
export {
  type ClientExposure,
  exposureByClient,
  type FundFault,
  type FundPosition,
  fundPositions,
  verifyFunds,
} from './positions.ts'
export { type Recovery, recover } from './recover.ts'
export { type Repayment, repay } from './repay.ts'
export { type Spending, spend, type Transfer, transfer } from './spend.ts'
export { type WriteOff, type WriteOffResult, writeOff } from './write-off.ts'
