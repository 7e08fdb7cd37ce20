import type { Authority, Chart } from '@samen/core/country'

/**
 * Accounts of the BAS chart for each role. Numbers that BAS leaves free stand for what only a shared enterprise has: 2825, 2881,
 * 2894, 2896 and 7991.
 */
export const chart: Chart = [
  { role: 'bank', number: '1930', name: 'Företagskonto' },
  { role: 'client-receivable', number: '1510', name: 'Kundfordringar' },
  { role: 'unmatched-receipts', number: '2999', name: 'OBS-konto: inbetalningar att hänföra' },
  { role: 'vat-relief', number: '1650', name: 'Momsfordran' },
  { role: 'worker-claim', number: '1619', name: 'Övriga fordringar hos anställda' },
  { role: 'activity-budget', number: '2825', name: 'Medlemmarnas verksamhetsbudgetar' },
  { role: 'net-payable', number: '2821', name: 'Löneskulder' },
  { role: 'vat-payable', number: '2650', name: 'Redovisningskonto för moms' },
  { role: 'wage-provisions', number: '2919', name: 'Övriga upplupna löner' },
  { role: 'fund-available', number: '2894', name: 'Gemensamma fonder, disponibla' },
  { role: 'fund-advanced', number: '2896', name: 'Gemensamma fonder, förskotterade' },
  { role: 'mutual-reductions', number: '2881', name: 'Gemensamma avgiftsnedsättningar' },
  { role: 'turnover', number: '3000', name: 'Försäljning inom Sverige' },
  { role: 'gross-wages', number: '7210', name: 'Löner till tjänstemän' },
  { role: 'employer-contributions', number: '7511', name: 'Arbetsgivaravgifter för löner och ersättningar' },
  { role: 'budget-change', number: '7991', name: 'Förändring av verksamhetsbudgetar och fonder' },
  { role: 'uncovered-loss', number: '6351', name: 'Konstaterade förluster på kundfordringar' },
]

export const authorities: readonly Authority[] = [
  {
    code: 'skatteverket-contributions',
    name: 'Skatteverket: arbetsgivaravgifter',
    number: '2731',
    kind: 'social',
  },
  { code: 'skatteverket-tax', name: 'Skatteverket: personalskatt', number: '2710', kind: 'tax' },
  {
    code: 'skatteverket-pension-tax',
    name: 'Skatteverket: särskild löneskatt på pensionskostnader',
    number: '2514',
    kind: 'provision',
  },
  { code: 'pension-insurer', name: 'Tjänstepensionsförsäkring', number: '2740', kind: 'social' },
  { code: 'holiday-pay', name: 'Upplupna semesterlöner', number: '2920', kind: 'provision' },
  {
    code: 'holiday-contributions',
    name: 'Upplupna arbetsgivaravgifter på semesterlöner',
    number: '2941',
    kind: 'provision',
  },
]
