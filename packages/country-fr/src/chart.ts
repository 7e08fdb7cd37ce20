import type { Authority, Chart } from '@samen/core/country'

/** Bodies money is owed to, with their accounts of the plan comptable général. */
export const AUTHORITIES: readonly Authority[] = Object.freeze([
  { code: 'urssaf', name: 'Urssaf', number: '4311', kind: 'social' },
  { code: 'agirc-arrco', name: 'Agirc-Arrco', number: '4371', kind: 'social' },
  { code: 'audiens', name: 'Audiens', number: '4372', kind: 'social' },
  { code: 'france-travail', name: 'France Travail Spectacle', number: '4373', kind: 'social' },
  { code: 'conges-spectacles', name: 'Congés Spectacles', number: '4374', kind: 'social' },
  { code: 'afdas', name: 'Afdas', number: '4375', kind: 'social' },
  { code: 'insurer', name: 'Organisme de prévoyance et de santé', number: '4376', kind: 'social' },
  { code: 'action-logement', name: 'Action Logement', number: '4377', kind: 'social' },
  { code: 'fnas', name: 'FNAS', number: '4378', kind: 'social' },
  { code: 'dgfip', name: 'Direction générale des finances publiques', number: '4421', kind: 'tax' },
])

/** Plan comptable général (règlement ANC 2014-03), by account role. */
export const CHART: Chart = Object.freeze([
  { role: 'bank', number: '512', name: 'Banques' },
  { role: 'client-receivable', number: '411', name: 'Clients' },
  { role: 'unmatched-receipts', number: '471', name: 'Comptes d’attente' },
  { role: 'vat-relief', number: '44586', name: 'Taxes sur le chiffre d’affaires à régulariser' },
  { role: 'worker-claim', number: '4287', name: 'Personnel – produits à recevoir' },
  { role: 'activity-budget', number: '4671', name: 'Comptes d’activité des entrepreneurs salariés' },
  { role: 'net-payable', number: '421', name: 'Personnel – rémunérations dues' },
  { role: 'vat-payable', number: '44571', name: 'TVA collectée' },
  { role: 'wage-provisions', number: '4286', name: 'Personnel – autres charges à payer' },
  { role: 'fund-available', number: '1671', name: 'Fonds mutualisés disponibles' },
  { role: 'fund-advanced', number: '1672', name: 'Fonds mutualisés avancés' },
  { role: 'mutual-reductions', number: '4673', name: 'Réductions mutualisées' },
  { role: 'turnover', number: '706', name: 'Prestations de services' },
  { role: 'gross-wages', number: '641', name: 'Rémunérations du personnel' },
  { role: 'employer-contributions', number: '645', name: 'Charges de sécurité sociale et de prévoyance' },
  { role: 'budget-change', number: '6581', name: 'Variation des comptes d’activité et des fonds' },
  { role: 'uncovered-loss', number: '654', name: 'Pertes sur créances irrécouvrables' },
])
