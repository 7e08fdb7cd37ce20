import type { Authority, Chart } from '@samen/core/country'

/** Number and name in the statutory frame for each account role: `{ role: 'bank', number: '5500', name: '…' }`. */
export const chart: Chart = []

/** Whom money is owed to: `{ code: 'revenue', name: '…', number: '4530', kind: 'tax' }`. */
export const authorities: readonly Authority[] = []
