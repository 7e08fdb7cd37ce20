export { canonicalJson, type Json } from './canonical-json.ts'
export { deliverPacks } from './deliver-packs.ts'
export {
  type Pack,
  type PackAccount,
  type PackContent,
  type PackFund,
  type PackStatistic,
  packHash,
  suppressSmall,
} from './pack.ts'
export {
  type AccountHistory,
  accountHistory,
  insertPack,
  type PackDelivery,
  type PackTables,
  packs,
  type ReceivedPack,
  receivedPacks,
  receivePack,
  type SealedPack,
} from './pack-store.ts'
