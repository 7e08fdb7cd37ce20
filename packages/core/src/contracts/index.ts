export {
  CONTRACT_STATES,
  type Contract,
  type ContractDraft,
  type ContractState,
  type Engagement,
  type EngagementDraft,
  STATES_ON_CREATION,
  STEPS,
  type StateOnCreation,
} from './contract.ts'
export {
  CONTRACT_DAYS_MAX,
  type ContractScene,
  contractFaults,
  ENGAGEMENTS_MAX,
  hiringFault,
  stepFault,
  stepFaults,
} from './contract-checks.ts'
export {
  type ContractFilter,
  type ContractStepTaken,
  type ContractTables,
  contractById,
  contractSteps,
  contractsById,
  contractsByReference,
  engagementsOf,
  listContracts,
  lockContracts,
  recordStep,
} from './contract-store.ts'
export {
  type CheckedContract,
  CONTRACTS_MAX,
  type ContractLookups,
  type CreatedContract,
  contractChecker,
  createContract,
  createContracts,
  insertContracts,
  type NamedDraft,
} from './create-contracts.ts'
export {
  type ContractPrice,
  conversionFields,
  conversionOf,
  discountOf,
  insertLines,
  type LineTables,
  pricesOf,
  type StoredConversion,
} from './line-store.ts'
export { fileHiring, moveContracts, orderFaults, type StateByHand } from './move-contracts.ts'
export { payByOf } from './pay-by.ts'
export {
  addUp,
  type Discount,
  LINE_UNITS,
  LINES_MAX,
  type LineUnit,
  off,
  type Price,
  type PricedLine,
  type PriceLine,
  priceFaults,
} from './price.ts'
export { type JobChanges, reviseJob } from './revise-job.ts'
