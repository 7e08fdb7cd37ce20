/**
 * The accounts every office's books need, by role. A country's chart gives each role its statutory number and name;
 * the group chart gathers them for consolidation.
 */
export interface AccountRole {
  readonly role: string
  readonly type: 'asset' | 'liability' | 'equity' | 'income' | 'expense'
  /** Account of the group chart. */
  readonly group: string
}

/** One role in a country's books. Numbers are those of the statutory frame (PCMN, PCG, …). */
export interface ChartAccount {
  readonly role: string
  readonly number: string
  readonly name: string
}

export type Chart = readonly ChartAccount[]

/** The group chart of accounts: number and English name. */
export const GROUP_CHART: Readonly<Record<string, string>> = Object.freeze({
  G1100: 'Bank',
  G1200: 'Client receivables',
  G1290: 'Receipts not yet matched',
  G1300: 'Recoverable taxes and contributions',
  G1310: 'Claims on workers',
  G2100: 'Activity budgets',
  G2200: 'Net wages payable',
  G2300: 'Social contributions payable',
  G2310: 'Wage tax payable',
  G2320: 'VAT payable',
  G2400: 'Provisions for wages',
  G2900: 'Intercompany balances',
  G3100: 'Mutualised funds, available',
  G3200: 'Mutualised funds, advanced',
  G3300: 'Mutual reductions account',
  G3800: 'Accumulated result',
  G3900: 'Translation difference',
  G4100: 'Turnover',
  G5100: 'Gross wages',
  G5200: 'Employer contributions',
  G5300: 'Change in activity budgets and funds',
  G5900: 'Uncovered losses on clients',
})

/** Roles that exist once per office. Authorities and provisions come on top, from the plugin. */
export const ACCOUNT_ROLES: readonly AccountRole[] = Object.freeze([
  { role: 'bank', type: 'asset', group: 'G1100' },
  { role: 'client-receivable', type: 'asset', group: 'G1200' },
  { role: 'unmatched-receipts', type: 'liability', group: 'G1290' },
  { role: 'vat-relief', type: 'asset', group: 'G1300' },
  { role: 'worker-claim', type: 'asset', group: 'G1310' },
  { role: 'activity-budget', type: 'liability', group: 'G2100' },
  { role: 'net-payable', type: 'liability', group: 'G2200' },
  { role: 'vat-payable', type: 'liability', group: 'G2320' },
  { role: 'wage-provisions', type: 'liability', group: 'G2400' },
  { role: 'fund-available', type: 'liability', group: 'G3100' },
  { role: 'fund-advanced', type: 'liability', group: 'G3200' },
  { role: 'mutual-reductions', type: 'liability', group: 'G3300' },
  { role: 'turnover', type: 'income', group: 'G4100' },
  { role: 'gross-wages', type: 'expense', group: 'G5100' },
  { role: 'employer-contributions', type: 'expense', group: 'G5200' },
  { role: 'budget-change', type: 'expense', group: 'G5300' },
  { role: 'uncovered-loss', type: 'expense', group: 'G5900' },
])

/** Accounts of the group chart that hold what is owed to an authority, or set aside, by its kind. */
export const AUTHORITY_GROUPS = Object.freeze({ social: 'G2300', tax: 'G2310', provision: 'G2400' })
