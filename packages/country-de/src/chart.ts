import type { Authority, Chart } from '@samen/core/country'

/** Bodies money is owed to, with their accounts of the SKR 04. */
export const AUTHORITIES: readonly Authority[] = Object.freeze([
  { code: 'health-fund', name: 'Krankenkasse als Einzugsstelle', number: '3740', kind: 'social' },
  {
    code: 'minijob-zentrale',
    name: 'Minijob-Zentrale (Knappschaft-Bahn-See)',
    number: '3741',
    kind: 'social',
  },
  {
    code: 'private-insurer',
    name: 'Private Kranken- und Pflegeversicherung',
    number: '3742',
    kind: 'social',
  },
  { code: 'finanzamt', name: 'Finanzamt', number: '3730', kind: 'tax' },
  { code: 'vbg', name: 'Verwaltungs-Berufsgenossenschaft (VBG)', number: '3090', kind: 'provision' },
])

/** Standardkontenrahmen SKR 04 (DATEV), by account role. */
export const CHART: Chart = Object.freeze([
  { role: 'bank', number: '1800', name: 'Bank' },
  { role: 'client-receivable', number: '1200', name: 'Forderungen aus Lieferungen und Leistungen' },
  { role: 'unmatched-receipts', number: '1370', name: 'Durchlaufende Posten: ungeklärte Zahlungseingänge' },
  { role: 'vat-relief', number: '1434', name: 'Umsatzsteuer, noch nicht berichtigt' },
  {
    role: 'worker-claim',
    number: '1340',
    name: 'Forderungen gegen Personal aus Lohn- und Gehaltsabrechnung',
  },
  { role: 'activity-budget', number: '3519', name: 'Verbindlichkeiten gegenüber Mitgliedern: Budgets' },
  { role: 'net-payable', number: '3720', name: 'Verbindlichkeiten aus Lohn und Gehalt' },
  { role: 'vat-payable', number: '3806', name: 'Umsatzsteuer' },
  { role: 'wage-provisions', number: '3079', name: 'Rückstellungen für Personalkosten' },
  { role: 'fund-available', number: '3561', name: 'Solidarfonds, verfügbar' },
  { role: 'fund-advanced', number: '3562', name: 'Solidarfonds, vorgeschossen' },
  { role: 'mutual-reductions', number: '3563', name: 'Gemeinschaftliche Beitragsermäßigungen' },
  { role: 'turnover', number: '4400', name: 'Erlöse aus Dienstleistungen' },
  { role: 'gross-wages', number: '6020', name: 'Gehälter' },
  { role: 'employer-contributions', number: '6110', name: 'Gesetzliche soziale Aufwendungen' },
  { role: 'budget-change', number: '6300', name: 'Veränderung der Mitgliederbudgets und Fonds' },
  { role: 'uncovered-loss', number: '6930', name: 'Forderungsverluste' },
])
