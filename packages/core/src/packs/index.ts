export { type DeliverPacksOptions, deliverPacks, type Push } from './deliver-packs.ts'
export {
  closeGroupPeriod,
  type GroupMonth,
  groupClosedAt,
  groupMonths,
  isGroupPeriodClosed,
  missingOffices,
} from './group-periods.ts'
export {
  askGroupReopening,
  decideGroupReopening,
  type GroupReopening,
  groupReopenings,
} from './group-reopening.ts'
export {
  AGE_BANDS,
  type AgeBand,
  GENDERS,
  type Gender,
  type Pack,
  type PackAccount,
  type PackContent,
  type PackFund,
  type PackIntercompany,
  type PackPeople,
  type PackStatistic,
  packHash,
  suppressCounts,
  suppressSmall,
  toldCount,
  toldMembers,
} from './pack.ts'
export { type PackDelivery, packContent, packDelivery } from './pack-schema.ts'
export {
  insertPack,
  lastPack,
  latestPackPeriod,
  type PackTables,
  packs,
  type SealedPack,
  toldPeople,
} from './pack-store.ts'
export type { Receipt, SignedReceipt } from './receipt.ts'
export { receiveDelivery } from './receive-pack.ts'
export {
  type AccountHistory,
  accountHistory,
  type ReceivedPack,
  receivedPacks,
  woundUpOffices,
} from './received-packs.ts'
export { type PackRefusal, packRefusals } from './refusals.ts'
