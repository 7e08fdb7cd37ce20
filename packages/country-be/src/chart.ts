import type { Authority, Chart } from '@samen/core/country'

/** Accounts of the minimum standard chart (PCMN/MAR, Royal Decree of 21 October 2018) for each role. */
export const chart: Chart = [
  { role: 'bank', number: '550000', name: 'Établissements de crédit : comptes courants' },
  { role: 'client-receivable', number: '400000', name: 'Clients' },
  { role: 'unmatched-receipts', number: '499000', name: 'Comptes d’attente : encaissements à identifier' },
  { role: 'vat-relief', number: '411000', name: 'TVA à récupérer' },
  { role: 'worker-claim', number: '416000', name: 'Créances diverses : rémunérations versées en trop' },
  { role: 'activity-budget', number: '489000', name: 'Budgets des activités des membres' },
  { role: 'net-payable', number: '455000', name: 'Rémunérations' },
  { role: 'vat-payable', number: '451000', name: 'TVA à payer' },
  { role: 'wage-provisions', number: '456900', name: 'Provisions sociales diverses' },
  { role: 'fund-available', number: '489100', name: 'Fonds mutualisés : disponible' },
  { role: 'fund-advanced', number: '489200', name: 'Fonds mutualisés : avancé' },
  { role: 'mutual-reductions', number: '489300', name: 'Réductions de cotisations mutualisées' },
  { role: 'turnover', number: '700000', name: 'Chiffre d’affaires : prestations de services' },
  { role: 'gross-wages', number: '620000', name: 'Rémunérations et avantages sociaux directs' },
  { role: 'employer-contributions', number: '621000', name: 'Cotisations patronales d’assurances sociales' },
  { role: 'budget-change', number: '649000', name: 'Variation des budgets d’activités et des fonds' },
  { role: 'uncovered-loss', number: '642000', name: 'Moins-values sur réalisation de créances commerciales' },
]

export const authorities: readonly Authority[] = [
  { code: 'onss', name: 'Office national de sécurité sociale (ONSS/RSZ)', number: '454000', kind: 'social' },
  { code: 'fps-finance', name: 'SPF Finances : précompte professionnel', number: '453000', kind: 'tax' },
  {
    code: 'onva',
    name: 'Office national des vacances annuelles (ONVA/RJV)',
    number: '456100',
    kind: 'provision',
  },
  { code: 'holiday-pay', name: 'Pécules de vacances à payer', number: '456000', kind: 'provision' },
  {
    code: 'work-accident-insurer',
    name: 'Assureur accidents du travail',
    number: '459000',
    kind: 'provision',
  },
  { code: 'group-insurer', name: 'Assureur groupe', number: '459100', kind: 'social' },
]
