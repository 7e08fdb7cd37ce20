export {
  type ClusterAddresses,
  ClusterDatabase,
  type GroupBalance,
  groupBalances,
  officeKnown,
  placeOffice,
  setUpCluster,
  takeClusterApart,
} from './cluster/index.ts'
export { type BulkValue, copyRows } from './copy-rows.ts'
export {
  type Database,
  type DatabaseOptions,
  openAsOwner,
  openDatabase,
  serverConnection,
  type Transaction,
} from './database.ts'
export { type InOfficeOptions, inOffice } from './in-office.ts'
export { lockInOffice, tryLockInOffice } from './lock-in-office.ts'
export { type MigrateOptions, type Migration, type MigrationProgress, migrate } from './migrate.ts'
export { newId } from './new-id.ts'
export { type OfficeEntry, officeDirectory } from './office-directory.ts'
export type { OfficeTable, Schema } from './schema.ts'
