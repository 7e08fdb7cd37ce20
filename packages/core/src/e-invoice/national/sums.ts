import { formatAmount } from '../../country/index.ts'
import { cents, scaledOr0 } from '../decimal.ts'
import type { FoundInvoice } from '../model.ts'

export const sum = (amounts: readonly (string | undefined)[]): bigint =>
  cents(amounts.reduce((all, one) => all + scaledOr0(one), 0n))

type Parts = Pick<FoundInvoice, 'lines' | 'allowances' | 'charges' | 'vat'>

/** The totals (BT-106 to BT-110) that a format leaves to be added up from its lines and its breakdown. */
export function addedUp({ lines = [], allowances = [], charges = [], vat = [] }: Parts) {
  return {
    lines: formatAmount(sum(lines.map(({ net }) => net))),
    ...(allowances.length > 0 && { allowances: formatAmount(sum(allowances.map(({ amount }) => amount))) }),
    ...(charges.length > 0 && { charges: formatAmount(sum(charges.map(({ amount }) => amount))) }),
    net: formatAmount(sum(vat.map(({ base }) => base))),
    vat: formatAmount(sum(vat.map(({ amount }) => amount))),
  }
}
