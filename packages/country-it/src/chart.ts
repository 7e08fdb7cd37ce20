import type { Authority, Chart } from '@samen/core/country'

/** Accounts by role; Italian law prescribes the balance sheet (Codice civile art. 2424-2425), the numbers are customary. */
export const chart: Chart = [
  { role: 'bank', number: '1801', name: 'Banche c/c' },
  { role: 'client-receivable', number: '1501', name: 'Crediti verso clienti' },
  { role: 'unmatched-receipts', number: '2690', name: 'Incassi da attribuire' },
  { role: 'vat-relief', number: '1601', name: 'Erario c/IVA a credito' },
  { role: 'worker-claim', number: '1620', name: 'Crediti verso dipendenti' },
  { role: 'activity-budget', number: '2661', name: 'Debiti verso soci per attività' },
  { role: 'net-payable', number: '2601', name: 'Personale c/retribuzioni' },
  { role: 'vat-payable', number: '2511', name: 'Erario c/IVA' },
  { role: 'wage-provisions', number: '2605', name: 'Personale c/competenze da liquidare' },
  { role: 'fund-available', number: '2662', name: 'Fondi mutualistici disponibili' },
  { role: 'fund-advanced', number: '2663', name: 'Fondi mutualistici anticipati' },
  { role: 'mutual-reductions', number: '2664', name: 'Riduzioni contributive mutualizzate' },
  { role: 'turnover', number: '4001', name: 'Ricavi delle prestazioni' },
  { role: 'gross-wages', number: '6201', name: 'Salari e stipendi' },
  { role: 'employer-contributions', number: '6202', name: 'Oneri sociali' },
  { role: 'budget-change', number: '6290', name: 'Variazione dei budget di attività e dei fondi' },
  { role: 'uncovered-loss', number: '6601', name: 'Perdite su crediti' },
]

export const authorities: readonly Authority[] = [
  { code: 'inps', name: 'INPS', number: '2551', kind: 'social' },
  { code: 'inail', name: 'INAIL', number: '2552', kind: 'social' },
  { code: 'agenzia-entrate', name: 'Erario c/ritenute lavoro dipendente', number: '2521', kind: 'tax' },
  { code: 'region', name: 'Erario c/addizionale regionale', number: '2522', kind: 'tax' },
  { code: 'municipality', name: 'Erario c/addizionale comunale', number: '2523', kind: 'tax' },
  { code: 'tfr', name: 'Fondo trattamento di fine rapporto', number: '2401', kind: 'provision' },
  { code: 'thirteenth', name: 'Ratei di tredicesima', number: '2606', kind: 'provision' },
]
