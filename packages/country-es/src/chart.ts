import type { Authority, Chart } from '@samen/core/country'

/** Accounts of the Plan General de Contabilidad (RD 1514/2007) for each role. */
export const chart: Chart = [
  { role: 'bank', number: '572', name: 'Bancos e instituciones de crédito c/c vista, euros' },
  { role: 'client-receivable', number: '430', name: 'Clientes' },
  { role: 'unmatched-receipts', number: '555', name: 'Partidas pendientes de aplicación' },
  { role: 'vat-relief', number: '4700', name: 'Hacienda Pública, deudora por IVA' },
  { role: 'worker-claim', number: '544', name: 'Créditos a corto plazo al personal' },
  { role: 'activity-budget', number: '5531', name: 'Presupuestos de actividad de los socios' },
  { role: 'net-payable', number: '465', name: 'Remuneraciones pendientes de pago' },
  { role: 'vat-payable', number: '4750', name: 'Hacienda Pública, acreedora por IVA' },
  { role: 'wage-provisions', number: '499', name: 'Provisiones por operaciones comerciales' },
  { role: 'fund-available', number: '5532', name: 'Fondos mutualizados, disponibles' },
  { role: 'fund-advanced', number: '5533', name: 'Fondos mutualizados, anticipados' },
  { role: 'mutual-reductions', number: '5534', name: 'Reducciones de cuotas mutualizadas' },
  { role: 'turnover', number: '705', name: 'Prestaciones de servicios' },
  { role: 'gross-wages', number: '640', name: 'Sueldos y salarios' },
  { role: 'employer-contributions', number: '642', name: 'Seguridad Social a cargo de la empresa' },
  { role: 'budget-change', number: '659', name: 'Variación de presupuestos de actividad y fondos' },
  { role: 'uncovered-loss', number: '650', name: 'Pérdidas de créditos comerciales incobrables' },
]

export const authorities: readonly Authority[] = [
  { code: 'tgss', name: 'Tesorería General de la Seguridad Social', number: '476', kind: 'social' },
  { code: 'aeat', name: 'Agencia Tributaria: retenciones practicadas', number: '4751', kind: 'tax' },
  {
    code: 'end-indemnity',
    name: 'Indemnizaciones por fin de contrato',
    number: '466',
    kind: 'provision',
  },
]
