import type { Authority, Chart } from '@samen/core/country'

/** Accounts of the customary decimal frame, with names of the reference ledger scheme (RGS), for each role. */
export const chart: Chart = [
  { role: 'bank', number: '1100', name: 'Bank, rekening-courant' },
  { role: 'client-receivable', number: '1300', name: 'Handelsdebiteuren' },
  { role: 'unmatched-receipts', number: '2010', name: 'Vraagposten: nog toe te wijzen ontvangsten' },
  { role: 'vat-relief', number: '1530', name: 'Terug te vorderen omzetbelasting' },
  { role: 'worker-claim', number: '1430', name: 'Vorderingen op personeel' },
  { role: 'activity-budget', number: '1710', name: 'Budgetten van de activiteiten van leden' },
  { role: 'net-payable', number: '1700', name: 'Te betalen nettolonen' },
  { role: 'vat-payable', number: '1500', name: 'Te betalen omzetbelasting' },
  { role: 'wage-provisions', number: '1740', name: 'Overige personeelsreserveringen' },
  { role: 'fund-available', number: '1760', name: 'Gemeenschappelijke fondsen: beschikbaar' },
  { role: 'fund-advanced', number: '1761', name: 'Gemeenschappelijke fondsen: voorgeschoten' },
  { role: 'mutual-reductions', number: '1770', name: 'Gemeenschappelijke premiekortingen' },
  { role: 'turnover', number: '8000', name: 'Netto-omzet: geleverde diensten' },
  { role: 'gross-wages', number: '4000', name: 'Lonen en salarissen' },
  { role: 'employer-contributions', number: '4020', name: 'Sociale lasten werkgever' },
  { role: 'budget-change', number: '4800', name: 'Mutatie activiteitenbudgetten en fondsen' },
  { role: 'uncovered-loss', number: '4700', name: 'Afboeking oninbare vorderingen' },
]

export const authorities: readonly Authority[] = [
  { code: 'belastingdienst', name: 'Belastingdienst: loonheffing', number: '1510', kind: 'tax' },
  {
    code: 'belastingdienst-premiums',
    name: 'Belastingdienst: premies werknemersverzekeringen en Zvw',
    number: '1520',
    kind: 'social',
  },
  { code: 'holiday-allowance', name: 'Reservering vakantiebijslag', number: '1730', kind: 'provision' },
  { code: 'pension-fund', name: 'Pensioenuitvoerder', number: '1720', kind: 'social' },
]
