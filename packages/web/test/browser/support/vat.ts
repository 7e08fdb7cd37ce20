import type { OneStopShopReturn, SalesList, VatItem, VatReturn, VatSettings } from '@samen/api/client'

const period = {
  period: '2026-10',
  from: '2026-10-01',
  to: '2026-10-31',
  previous: '2026-09',
  next: '2026-11',
  company: { entityNo: 1, name: 'Samen België' },
  companies: [
    { entityNo: 1, name: 'Samen België' },
    { entityNo: 2, name: 'Samen Podium' },
  ],
  currency: 'EUR',
  filed: null,
  canFile: true,
}

const box = (code: string, fr: string, nl: string, amount: string, sums: string[] = []) => ({
  code,
  title: { fr, nl },
  amount,
  exact: amount,
  opens: sums.length === 0,
  sums,
  source: 'form 625',
  unverified: code === '00' ? 'That exempt services stand here is from memory.' : null,
})

const treated = (
  code: string,
  document: VatReturn['treatments'][0]['document'],
  category: VatReturn['treatments'][0]['category'],
  rate: string,
  base: string,
  vat: string,
  late = '0.00',
) => ({ code, document, category, rate, base, vat, lateBase: late, lateVat: late, documents: 3 })

export const vatReturn: VatReturn = {
  ...period,
  form: 'Déclaration périodique à la TVA / Periodieke btw-aangifte',
  dueOn: 'invoice',
  boxes: [
    box('00', 'Régime particulier', 'Bijzondere regeling', '700.00'),
    box('01', 'Opérations à 6 %', 'Handelingen tegen 6 %', '12000.00'),
    box('03', 'Opérations à 21 %', 'Handelingen tegen 21 %', '8000.00'),
    box('49', 'Notes de crédit', 'Creditnota’s', '0.00'),
    box('54', 'TVA due', 'Verschuldigde btw', '2400.00'),
    box('71', 'Solde dû à l’État', 'Saldo verschuldigd aan de Staat', '2400.00', ['54', '59']),
  ],
  result: '2400.00',
  treatments: [
    treated('reduced-performance', 'invoice', 'S', '6', '12000.00', '720.00', '12.00'),
    treated('standard', 'invoice', 'S', '21', '8000.00', '1680.00'),
    treated('exempt-training', 'invoice', 'E', '0', '700.00', '0.00'),
    treated('reverse-charge', 'invoice', 'AE', '0', '2500.00', '0.00'),
  ],
  undeclared: [{ code: 'exempt-training', reason: 'Exempt training is not asked for.' }],
  agreement: {
    charged: { books: '2400.00', documents: '2400.00' },
    relieved: { books: '0.00', documents: '0.00' },
    recovered: '0.00',
    deductible: '0.00',
    agrees: true,
  },
}

export const salesList: SalesList = {
  ...period,
  form: 'Relevé intracommunautaire',
  serviceMark: 'S',
  total: '2500.00',
  lines: [
    {
      country: 'FR',
      vatNumber: 'FR40303265045',
      name: 'Opéra de Lille',
      base: '2000.00',
      lateBase: '0.00',
      documents: 2,
      checked: true,
    },
    {
      country: 'NL',
      vatNumber: 'NL123456789B01',
      name: 'Theater aan de Maas',
      base: '500.00',
      lateBase: '0.00',
      documents: 1,
      checked: false,
    },
  ],
}

const owed = (
  country: string,
  rate: string,
  base: string,
  vat: string,
  unverified: string | null = null,
) => ({
  country,
  rate,
  unverified,
  documents: 4,
  base,
  vat,
  lateBase: '0.00',
  lateVat: '0.00',
  baseEuro: base,
  vatEuro: vat,
})

export const oneStopShop: OneStopShopReturn = {
  ...period,
  period: '2026-Q3',
  from: '2026-07-01',
  to: '2026-09-30',
  previous: '2026-Q2',
  next: '2026-Q4',
  form: 'OSS',
  registered: true,
  steps: [{ from: '2026-07-01', registered: true }],
  rate: null,
  vatEuro: '7950.00',
  lines: [
    owed('DE', '19', '15000.00', '2850.00'),
    owed('FI', '25.5', '20000.00', '5100.00', 'A rate of earlier years, from memory.'),
  ],
}

export const vatSettings: VatSettings = {
  period: 'month',
  dueOn: 'invoice',
  periods: ['month', 'quarter'],
  mayChoose: true,
  condition: 'Turnover of the year before up to 2000000.00 EUR (an invented law).',
  source: 'an invented law',
  chosen: [{ from: '2026-07-01', period: 'month', dueOn: 'invoice', by: 'an' }],
}

export const vatItems: VatItem[] = [
  {
    documentId: '0199',
    kind: 'invoice',
    number: 'INV-2026-00012',
    date: '2026-10-05',
    client: 'Kaaitheater',
    clientNumber: 'BE0400000000',
    contractId: 'one',
    code: 'reduced-performance',
    rate: '6',
    base: '12000.00',
    vat: '720.00',
    lateBase: '0.00',
    lateVat: '0.00',
  },
]
