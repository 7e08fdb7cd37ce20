import type { DirectDebitOrder, DirectDebitProposal, Mandate } from '@samen/api/client'

const item: DirectDebitProposal['items'][number] = {
  invoiceId: 'i1',
  number: '2026-14',
  clientName: 'Invented Theatre',
  dueOn: '2026-12-10',
  amount: '2420.00',
  mandateReference: 'M-1',
  obstacle: null,
}

export const proposal: DirectDebitProposal = {
  collectOn: '2026-12-14',
  notifiedOn: '2026-11-30',
  items: [item, { ...item, invoiceId: 'i2', number: '2026-15', obstacle: 'dispute' }],
}

const order: DirectDebitOrder = {
  directDebitOrderId: 'dd1',
  collectOn: '2026-12-14',
  notifiedOn: '2026-11-30',
  state: 'prepared',
  debits: 2,
  total: '4840.00',
  collected: 0,
  failed: 0,
  preparedBy: 'Garance Rivebelle',
  preparedAt: '2026-11-30T09:00:00.000Z',
  releasedBy: null,
  releasedAt: null,
  mayRelease: true,
}

export const orders: DirectDebitOrder[] = [
  order,
  {
    ...order,
    directDebitOrderId: 'dd2',
    state: 'released',
    collected: 1,
    releasedBy: 'Veerle Korenaert',
    releasedAt: '2026-11-30T10:00:00.000Z',
    mayRelease: false,
  },
]

const mandate: Mandate = {
  mandateId: 'm1',
  clientId: 'c1',
  clientName: 'Invented Theatre',
  scheme: 'CORE',
  reference: 'M-1',
  signedOn: '2026-10-01',
  debtorName: 'Invented Theatre',
  iban: 'BE71096123456769',
  recurring: true,
  noticeDays: 14,
  hasPaper: true,
  endedOn: null,
  endReason: null,
  lastCollectOn: null,
}

export const mandates: Mandate[] = [
  mandate,
  { ...mandate, mandateId: 'm2', reference: 'M-2', scheme: 'B2B', recurring: false, hasPaper: false },
  { ...mandate, mandateId: 'm3', reference: 'M-0', endedOn: '2026-11-01', endReason: 'Returned: AC04' },
]
