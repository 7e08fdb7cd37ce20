import { newId } from '../../src/database/index.ts'
import type { Entry, LedgerAccount, Posting } from '../../src/ledger/index.ts'

export const accounts: readonly LedgerAccount[] = [
  { account: 'bank', type: 'asset', number: '5500', name: 'Bank', group: 'G1100' },
  { account: 'client-receivable', type: 'asset', number: '4000', name: 'Clients', group: 'G1200' },
  { account: 'vat-relief', type: 'asset', number: '4110', name: 'VAT to recover', group: 'G1300' },
  { account: 'vat-payable', type: 'liability', number: '4510', name: 'VAT', group: 'G2320' },
  { account: 'activity-budget', type: 'liability', number: '4890', name: 'Budgets', group: 'G2100' },
  { account: 'unmatched-receipts', type: 'liability', number: '4990', name: 'Waiting', group: 'G1290' },
  { account: 'fund-available', type: 'liability', number: '1680', name: 'Funds', group: 'G3100' },
  { account: 'fund-advanced', type: 'liability', number: '1681', name: 'Funds, advanced', group: 'G3200' },
  { account: 'uncovered-loss', type: 'expense', number: '6420', name: 'Losses', group: 'G5900' },
]

export const legalEntityId = newId()

/** Two entries: debit the first account, credit the second. */
export const between = (
  debit: string,
  credit: string,
  amount: bigint,
  about: Partial<Posting> = {},
): Posting => ({
  key: `test:${newId()}`,
  kind: 'test',
  legalEntityId,
  effectiveOn: '2026-10-15',
  entries: [entry(debit, amount), entry(credit, -amount)],
  ...about,
})

export const entry = (account: string, amount: bigint, subject?: string): Entry => ({
  account,
  currency: 'EUR',
  amount,
  ...(subject ? { subject } : {}),
})
