export { ClusterDatabase } from './cluster-database.ts'
export { type GroupBalance, groupBalances } from './group-balances.ts'
export { officeKnown, placeOffice } from './place-office.ts'
export { type ClusterAddresses, setUpCluster, takeClusterApart } from './set-up-cluster.ts'
