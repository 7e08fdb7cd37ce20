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
  { role: 'vat-deductible', number: '2641', name: 'Debiterad ingående moms' },
  { role: 'activity-loan', number: '1688', name: 'Lån till verksamheter' },
  { role: 'participation', number: '1310', name: 'Andelar i koncernföretag' },
  { role: 'fixed-assets', number: '1220', name: 'Inventarier och verktyg' },
  {
    role: 'accumulated-depreciation',
    number: '1229',
    name: 'Ackumulerade avskrivningar på inventarier och verktyg',
  },
  { role: 'accrued-income', number: '1790', name: 'Upplupna intäkter' },
  { role: 'intercompany', number: '1660', name: 'Avräkning med koncernens kontor' },
  { role: 'supplier-payable', number: '2440', name: 'Leverantörsskulder' },
  { role: 'client-deposits', number: '2420', name: 'Förskott från kunder' },
  { role: 'accrued-expenses', number: '2990', name: 'Övriga upplupna kostnader' },
  { role: 'share-capital', number: '2083', name: 'Medlemsinsatser' },
  { role: 'reserves', number: '2086', name: 'Reservfond' },
  { role: 'earlier-results', number: '2091', name: 'Balanserad vinst eller förlust' },
  { role: 'intercompany-income', number: '3998', name: 'Intäkter från koncernens kontor' },
  { role: 'other-income', number: '3999', name: 'Övriga rörelseintäkter' },
  { role: 'interest-income', number: '8310', name: 'Ränteintäkter' },
  { role: 'purchases', number: '4600', name: 'Legoarbeten och underentreprenader' },
  { role: 'depreciation', number: '7832', name: 'Avskrivningar på inventarier och verktyg' },
  { role: 'intercompany-expense', number: '7992', name: 'Kostnader till koncernens kontor' },
  { role: 'other-expenses', number: '7990', name: 'Övriga rörelsekostnader' },
  { role: 'interest-expense', number: '8410', name: 'Räntekostnader' },
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
