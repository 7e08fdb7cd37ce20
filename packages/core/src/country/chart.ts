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

/**
 * The group chart of accounts: number and English name. Those that no role names (G1410, G1420, G2990, G3900, G3950, G4500,
 * G5950, G5990) come about by consolidation alone.
 */
export const GROUP_CHART: Readonly<Record<string, string>> = Object.freeze({
  G1100: 'Bank',
  G1200: 'Client receivables',
  G1290: 'Receipts not yet matched',
  G1300: 'Recoverable taxes and contributions',
  G1310: 'Claims on workers',
  G1320: 'Loans to activities',
  G1400: 'Shares in enterprises of the group',
  G1410: 'Associates, by the equity method',
  G1420: 'Goodwill',
  G1500: 'Equipment of activities',
  G1510: 'Accumulated depreciation',
  G1600: 'Accrued income',
  G2100: 'Activity budgets',
  G2200: 'Net wages payable',
  G2300: 'Social contributions payable',
  G2310: 'Wage tax payable',
  G2320: 'VAT payable',
  G2400: 'Provisions for wages',
  G2500: 'Suppliers',
  G2600: 'Deposits from clients',
  G2700: 'Accrued expenses',
  G2900: 'Intercompany balances',
  G2990: 'Balances between offices that do not agree',
  G3100: 'Mutualised funds, available',
  G3200: 'Mutualised funds, advanced',
  G3300: 'Mutual reductions account',
  G3400: 'Members’ shares',
  G3500: 'Reserves',
  G3800: 'Accumulated result',
  G3900: 'Translation difference',
  G3950: 'Minority interest',
  G4100: 'Turnover',
  G4200: 'Income from offices of the group',
  G4300: 'Other income',
  G4400: 'Interest earned',
  G4450: 'Exchange gains',
  G4500: 'Share of the result of associates',
  G5100: 'Gross wages',
  G5200: 'Employer contributions',
  G5300: 'Change in activity budgets and funds',
  G5400: 'Purchases of activities',
  G5500: 'Depreciation',
  G5600: 'Expenses to offices of the group',
  G5700: 'Other expenses',
  G5800: 'Interest paid',
  G5850: 'Exchange losses',
  G5900: 'Uncovered losses on clients',
  G5950: 'Result due to minorities',
  G5990: 'Income and expense between offices that do not agree',
})

/**
 * Roles that exist once per office. Authorities and provisions come on top, from the plugin; what is between two offices
 * stands on accounts of its own per other office, opened from the role when first needed: `intercompany:fr`.
 */
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
  { role: 'vat-deductible', type: 'asset', group: 'G1300' },
  { role: 'activity-loan', type: 'asset', group: 'G1320' },
  { role: 'participation', type: 'asset', group: 'G1400' },
  { role: 'fixed-assets', type: 'asset', group: 'G1500' },
  { role: 'accumulated-depreciation', type: 'asset', group: 'G1510' },
  { role: 'accrued-income', type: 'asset', group: 'G1600' },
  { role: 'intercompany', type: 'asset', group: 'G2900' },
  { role: 'supplier-payable', type: 'liability', group: 'G2500' },
  { role: 'client-deposits', type: 'liability', group: 'G2600' },
  { role: 'accrued-expenses', type: 'liability', group: 'G2700' },
  { role: 'share-capital', type: 'equity', group: 'G3400' },
  { role: 'reserves', type: 'equity', group: 'G3500' },
  { role: 'earlier-results', type: 'equity', group: 'G3800' },
  { role: 'intercompany-income', type: 'income', group: 'G4200' },
  { role: 'other-income', type: 'income', group: 'G4300' },
  { role: 'interest-income', type: 'income', group: 'G4400' },
  { role: 'exchange-gain', type: 'income', group: 'G4450' },
  { role: 'purchases', type: 'expense', group: 'G5400' },
  { role: 'depreciation', type: 'expense', group: 'G5500' },
  { role: 'intercompany-expense', type: 'expense', group: 'G5600' },
  { role: 'other-expenses', type: 'expense', group: 'G5700' },
  { role: 'interest-expense', type: 'expense', group: 'G5800' },
  { role: 'exchange-loss', type: 'expense', group: 'G5850' },
])

/** Accounts of the group chart that hold what is owed to an authority, or set aside, by its kind. */
export const AUTHORITY_GROUPS = Object.freeze({ social: 'G2300', tax: 'G2310', provision: 'G2400' })
