import type { Authority, Chart } from '@samen/core/country'

/** Accounts of the Austrian standard frame (Einheitskontenrahmen) for each role. */
export const chart: Chart = [
  { role: 'bank', number: '2800', name: 'Guthaben bei Kreditinstituten' },
  { role: 'client-receivable', number: '2000', name: 'Forderungen aus Lieferungen und Leistungen Inland' },
  { role: 'unmatched-receipts', number: '3690', name: 'Ungeklärte Zahlungseingänge' },
  { role: 'vat-relief', number: '2500', name: 'Vorsteuer' },
  { role: 'worker-claim', number: '2390', name: 'Sonstige Forderungen: zu viel bezahlte Entgelte' },
  { role: 'activity-budget', number: '3710', name: 'Verbindlichkeiten: Budgets der Mitglieder' },
  { role: 'net-payable', number: '3850', name: 'Verbindlichkeiten gegenüber Dienstnehmern: Nettobezüge' },
  { role: 'vat-payable', number: '3500', name: 'Umsatzsteuer' },
  { role: 'wage-provisions', number: '3060', name: 'Rückstellungen für Personalaufwand' },
  { role: 'fund-available', number: '3720', name: 'Gemeinschaftsfonds: verfügbar' },
  { role: 'fund-advanced', number: '3730', name: 'Gemeinschaftsfonds: vorgestreckt' },
  { role: 'mutual-reductions', number: '3740', name: 'Gemeinschaftliche Beitragsminderungen' },
  { role: 'turnover', number: '4000', name: 'Umsatzerlöse' },
  { role: 'gross-wages', number: '6200', name: 'Gehälter' },
  { role: 'employer-contributions', number: '6560', name: 'Gesetzlicher Sozialaufwand' },
  { role: 'budget-change', number: '7890', name: 'Veränderung der Budgets und Fonds' },
  { role: 'uncovered-loss', number: '7800', name: 'Schadensfälle: Forderungsverluste' },
]

export const authorities: readonly Authority[] = [
  { code: 'oegk', name: 'Österreichische Gesundheitskasse (ÖGK)', number: '3600', kind: 'social' },
  { code: 'severance-fund', name: 'Betriebliche Vorsorgekasse', number: '3610', kind: 'social' },
  { code: 'tax-office', name: 'Finanzamt Österreich', number: '3540', kind: 'tax' },
  { code: 'municipality', name: 'Gemeinde', number: '3620', kind: 'tax' },
  { code: 'special-pay', name: 'Rückstellung für Sonderzahlungen', number: '3070', kind: 'provision' },
  { code: 'leave', name: 'Rückstellung für nicht konsumierte Urlaube', number: '3065', kind: 'provision' },
]
