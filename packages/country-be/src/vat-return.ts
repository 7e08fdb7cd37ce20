import { bases, datedValues, taxes, type VatBox, type VatReturns } from '@samen/core/country'

const SOURCE = 'Royal Decree no. 1, art. 18; form 625, frames II to VI'
const INVOICES = ['invoice'] as const
const NOTES = ['credit-note'] as const
const BOUGHT = ['purchase'] as const
const BOUGHT_BACK = ['purchase-credit'] as const

const box = (
  code: string,
  fr: string,
  nl: string,
  rest: Omit<VatBox, 'code' | 'title' | 'source'>,
): VatBox => ({
  code,
  title: { fr, nl },
  source: SOURCE,
  ...rest,
})

/** Credit notes have grids of their own and never lower those of the invoices. */
const BOXES: readonly VatBox[] = [
  box(
    '00',
    'Opérations soumises à un régime particulier',
    'Handelingen onderworpen aan een bijzondere regeling',
    {
      takes: [bases({ documents: INVOICES, categories: ['E'] })],
      unverified: 'That exempt services of art. 44 stand here rather than nowhere is from memory.',
    },
  ),
  box('01', 'Opérations à 6 %', 'Handelingen tegen 6 %', {
    takes: [bases({ documents: INVOICES, categories: ['S'], rates: ['6'] })],
  }),
  box('02', 'Opérations à 12 %', 'Handelingen tegen 12 %', {
    takes: [bases({ documents: INVOICES, categories: ['S'], rates: ['12'] })],
  }),
  box('03', 'Opérations à 21 %', 'Handelingen tegen 21 %', {
    takes: [bases({ documents: INVOICES, categories: ['S'], rates: ['21'] })],
  }),
  box(
    '44',
    'Services dont la TVA étrangère est due par le client',
    'Diensten waarvoor de buitenlandse btw verschuldigd is door de medecontractant',
    {
      takes: [bases({ documents: INVOICES, categories: ['AE'] })],
    },
  ),
  box(
    '47',
    'Autres opérations exemptées et opérations à l’étranger',
    'Andere vrijgestelde handelingen en handelingen in het buitenland',
    {
      takes: [bases({ documents: INVOICES, categories: ['O'] })],
    },
  ),
  box('48', 'Notes de crédit relatives à la grille 44', 'Creditnota’s met betrekking tot rooster 44', {
    takes: [bases({ documents: NOTES, categories: ['AE'], minus: true })],
  }),
  box(
    '49',
    'Notes de crédit relatives aux autres opérations',
    'Creditnota’s met betrekking tot de andere handelingen',
    {
      takes: [bases({ documents: NOTES, categories: ['S', 'E', 'O'], minus: true })],
    },
  ),
  box('82', 'Achats de services et biens divers', 'Aankopen van diensten en diverse goederen', {
    takes: [bases({ documents: BOUGHT })],
    unverified: 'Investments (83) and goods (81) are not told apart: all that was bought stands here.',
  }),
  box('85', 'Notes de crédit reçues', 'Ontvangen creditnota’s', {
    takes: [bases({ documents: BOUGHT_BACK, minus: true })],
  }),
  box('54', 'TVA due sur les grilles 01, 02 et 03', 'Verschuldigde btw op roosters 01, 02 en 03', {
    takes: [taxes({ documents: INVOICES })],
  }),
  box('61', 'Régularisations en faveur de l’État', 'Regularisaties in het voordeel van de Staat', {
    takes: [taxes({ documents: ['relief'] })],
    keep: 'above-zero',
  }),
  box('63', 'TVA à reverser sur notes de crédit reçues', 'Terug te storten btw op ontvangen creditnota’s', {
    takes: [taxes({ documents: BOUGHT_BACK, minus: true })],
  }),
  box('59', 'TVA déductible', 'Aftrekbare btw', { takes: [taxes({ documents: BOUGHT })] }),
  box('62', 'Régularisations en faveur du déclarant', 'Regularisaties in het voordeel van de aangever', {
    takes: [taxes({ documents: ['relief'], minus: true })],
    keep: 'above-zero',
  }),
  box(
    '64',
    'TVA à récupérer sur notes de crédit délivrées',
    'Terug te vorderen btw op uitgereikte creditnota’s',
    {
      takes: [taxes({ documents: NOTES, minus: true })],
    },
  ),
  box('71', 'Solde dû à l’État', 'Saldo verschuldigd aan de Staat', {
    sum: [
      ...['54', '61', '63'].map((due) => ({ box: due })),
      ...['59', '62', '64'].map((back) => ({ box: back, minus: true as const })),
    ],
    keep: 'above-zero',
  }),
  box('72', 'Solde dû par l’État', 'Saldo verschuldigd door de Staat', {
    sum: [
      ...['54', '61', '63'].map((due) => ({ box: due })),
      ...['59', '62', '64'].map((back) => ({ box: back, minus: true as const })),
    ],
    keep: 'below-zero',
  }),
]

export const vatReturns: VatReturns = {
  form: {
    name: 'Déclaration périodique à la TVA / Periodieke btw-aangifte',
    periods: ['month', 'quarter'],
    boxes: datedValues<readonly VatBox[]>('table', 'Grids of the periodic return', [
      '2016-01-01',
      BOXES,
      SOURCE,
    ]),
    result: { payable: '71', credit: '72' },
  },
  salesList: {
    name: 'Relevé des opérations intracommunautaires / Opgave van de intracommunautaire handelingen (723)',
    periods: ['month', 'quarter'],
    serviceMark: 'S',
    source: 'VAT Code, art. 53sexies; Royal Decree no. 50',
    unverified: 'The form’s number and its mark for services are from memory.',
  },
  taxPoint: {
    rule: 'invoice',
    source: 'VAT Code, art. 17 § 1 and 22bis: the invoice makes the tax due',
    deposits: {
      rule: 'invoice',
      source:
        'VAT Code, art. 22bis: the invoice makes the tax due, whether issued before or after the service',
      unverified: 'That an invoice before the service suffices since 2016 is from memory.',
    },
  },
}
