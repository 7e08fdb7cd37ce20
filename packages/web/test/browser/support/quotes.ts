import type { MemberCeiling, OpenOffer, Quote, QuotePreview, WaitingValidation } from '@samen/api/client'

const totals: Quote['totals'] = {
  sum: '1195.00',
  discount: '115.00',
  net: '1080.00',
  vat: [
    { code: 'reduced', category: 'S', rate: '6', base: '945.00', amount: '56.70' },
    { code: 'standard', category: 'S', rate: '21', base: '135.00', amount: '28.35' },
  ],
  vatTotal: '85.05',
  gross: '1165.05',
}
const line = (no: number, changes: Partial<Quote['lines'][number]>): Quote['lines'][number] => ({
  no,
  kind: 'work',
  description: 'Concert for strings and a bridge',
  supply: 'performance',
  quantity: '1',
  unit: 'piece',
  unitPrice: '1000.00',
  discount: null,
  net: '1000.00',
  optional: false,
  chosen: true,
  ...changes,
})

export const quote: Quote = {
  contractId: 'one',
  reference: 'JOB-2026-00042',
  version: 2,
  title: 'Night of the studios',
  state: 'quote',
  activityId: 'activity',
  client: { clientId: 'client', name: 'Théâtre du Pont Suspendu', language: 'fr' },
  supply: 'performance',
  currency: 'EUR',
  priceCurrency: 'EUR',
  conversion: null,
  startsOn: '2026-12-10',
  endsOn: '2026-12-11',
  region: null,
  validUntil: '2026-12-05',
  fee: '1080.00',
  expenses: '45.00',
  ownExpenses: '0.00',
  discount: { percent: '10' },
  conditions: 'Two meals on the spot.\nCancelled in the last week: half the price.',
  lines: [
    line(1, {}),
    line(2, {
      description: 'Workshop',
      supply: 'service',
      quantity: '2.5',
      unit: 'hour',
      unitPrice: '60.00',
      net: '150.00',
    }),
    line(3, { description: 'Encore', optional: true, chosen: false, unitPrice: '200.00', net: '200.00' }),
    line(4, { kind: 'expense', description: 'Train', unitPrice: '45.00', net: '45.00' }),
  ],
  totals,
  depositAsked: { percent: '30' },
  deposit: { net: '324.00', vat: '21.60', gross: '345.60' },
  link: {
    state: 'declined',
    version: 1,
    createdAt: '2026-11-20T09:00:00.000Z',
    openedAt: '2026-11-20T12:30:00.000Z',
    expiresAt: '2026-12-05T23:00:00.000Z',
  },
  validation: {
    state: 'waiting',
    worth: '1260.00',
    why: 'per-contract',
    ceiling: '1000.00',
    askedAt: '2026-11-23T09:00:00.000Z',
    decidedAt: null,
    reason: null,
  },
  answers: [
    {
      answerNo: '7',
      version: 1,
      decision: 'declined',
      name: 'Grâce Dubreuil',
      reason: 'A little too dear',
      answeredAt: '2026-11-20T12:41:00.000Z',
    },
  ],
}

export const preview: QuotePreview = {
  fee: '1080.00',
  expenses: '45.00',
  withOptions: '1260.00',
  currency: 'EUR',
  priceCurrency: 'EUR',
  conversion: null,
  totals,
}

export const offer: OpenOffer = {
  state: 'open',
  reference: quote.reference,
  version: 2,
  title: quote.title,
  madeOn: '2026-11-23',
  validUntil: '2026-12-05',
  language: 'en',
  currency: 'EUR',
  seller: { name: 'Samen Productions SC', street: 'Rue de la Mutualité 1', town: 'Bruxelles', country: 'BE' },
  buyer: { name: quote.client.name, vatNumber: 'BE0987654394', country: 'BE' },
  performed: { from: quote.startsOn, to: quote.endsOn },
  lines: quote.lines.map(({ supply, discount: _, ...rest }) => ({
    ...rest,
    discount: '0.00',
    vatRate: supply === 'service' ? '21' : '6',
  })),
  totals,
  mentions: [],
  conditions: quote.conditions,
  consent:
    'I accept this quote and its conditions and order the work. I may do so for the client named in it.',
  answer: null,
}

export const waiting: WaitingValidation[] = [
  {
    ...(quote.validation as NonNullable<Quote['validation']>),
    contractId: 'one',
    reference: quote.reference,
    title: quote.title,
    client: quote.client.name,
    member: { memberId: 'garance', name: 'Garance Rivebelle' },
    currency: 'EUR',
    startsOn: quote.startsOn,
    endsOn: quote.endsOn,
  },
]

export const ceilings: MemberCeiling[] = [
  {
    memberId: 'garance',
    name: 'Garance Rivebelle',
    perContract: '1000.00',
    perMonth: null,
    validFrom: '2026-11-01',
    currency: 'EUR',
  },
]
