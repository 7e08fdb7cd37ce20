import type {
  DeliverySettings,
  InvoiceDelivery,
  SupplierInvoice,
  SupplierPaymentOrder,
} from '@samen/api/client'

const supplierInvoice: SupplierInvoice = {
  supplierInvoiceId: 'supplier-invoice-1',
  kind: 'invoice',
  supplier: { name: 'Invented Stage Supplies', country: 'BE', vatNumber: 'BE0123456749' },
  number: '2026-2',
  issuedOn: '2026-11-20',
  dueOn: '2026-12-20',
  credits: null,
  currency: 'EUR',
  net: '400.00',
  vat: '84.00',
  total: '484.00',
  prepaid: '0.00',
  vatParts: [{ category: 'S', rate: '21', base: '400.00', amount: '84.00', reason: null }],
  reverseCharge: false,
  iban: 'BE68539007547034',
  paymentReference: 'REF 2026-2',
  newAccount: true,
  syntax: 'ubl-invoice',
  ruleSets: ['EN 16931'],
  breaksRules: true,
  findings: [
    { rule: 'BR-CO-10', level: 'fatal', place: '/Invoice', text: 'The sum of the lines is another amount.' },
  ],
  arrivedBy: 'upload',
  hasOriginal: true,
  receivedAt: '2026-11-21T09:00:00.000Z',
  receivedBy: 'Garance Rivebelle',
  state: 'assigned',
  activity: { activityId: 'activity-1', name: 'Garance Rivebelle' },
  decidedBy: null,
  decidedAt: null,
  reason: null,
  deductibleVat: null,
  selfAssessedVat: null,
  cost: null,
  assetId: null,
  bookedOn: null,
  payTo: null,
  payment: 'none',
}

export const supplierInvoices: SupplierInvoice[] = [
  supplierInvoice,
  {
    ...supplierInvoice,
    supplierInvoiceId: 'supplier-invoice-2',
    number: '2026-3',
    breaksRules: false,
    findings: [],
    state: 'approved',
    decidedBy: 'Veerle Korenaert',
    decidedAt: '2026-11-22T09:00:00.000Z',
    deductibleVat: '84.00',
    selfAssessedVat: '0.00',
    cost: '400.00',
    assetId: 'asset-1',
    bookedOn: '2026-11-20',
    payTo: 'BE68539007547034',
    payment: 'prepared',
  },
  {
    ...supplierInvoice,
    supplierInvoiceId: 'supplier-invoice-3',
    number: '2026-4',
    state: 'refused',
    reason: 'Ordered by nobody',
  },
]

export const supplierPayments: SupplierPaymentOrder[] = [
  {
    supplierPaymentOrderId: 'order-1',
    currency: 'EUR',
    executeOn: '2026-11-27',
    state: 'prepared',
    transfers: 1,
    total: '484.00',
    preparedBy: 'Veerle Korenaert',
    preparedAt: '2026-11-25T09:00:00.000Z',
    releasedBy: null,
    releasedAt: null,
    mayRelease: true,
    paymentFileId: null,
  },
]

const delivery = (no: number, rest: Pick<InvoiceDelivery, 'state' | 'next'>): InvoiceDelivery => ({
  invoiceDeliveryId: `delivery-${no}`,
  invoice: { invoiceId: `invoice-${no}`, number: `INV-2026-0070${no}`, client: 'Uitgeverij Het Anker' },
  channel: 'peppol',
  format: 'peppol-ubl',
  fileName: `INV-2026-0070${no}.xml`,
  receiver: '0208:0123456749',
  sha256: 'a'.repeat(64),
  remoteId: `message-${no}`,
  code: null,
  detail: null,
  queuedAt: '2026-11-25T09:00:00.000Z',
  changedAt: '2026-11-25T09:05:00.000Z',
  ...rest,
})

export const deliveries: InvoiceDelivery[] = [
  delivery(1, { state: 'sent', next: 'wait' }),
  delivery(2, { state: 'buyer-accepted', next: 'done' }),
  { ...delivery(3, { state: 'failed', next: 'correct' }), code: 'NS', detail: 'The receiver is not known.' },
]

/** Invoices that no network could take. */
export const unsent = [
  {
    invoice: { invoiceId: 'invoice-4', number: 'INV-2026-00704', client: 'Centre culturel des Nuages' },
    detail: 'The client has no address on the network.',
    noticedAt: '2026-11-25T09:00:00.000Z',
  },
]

export const deliverySettings: DeliverySettings = {
  rules: [
    {
      deliveryRuleId: 'rule-1',
      validFrom: '2026-01-01',
      client: null,
      clientCountry: 'BE',
      channel: 'peppol',
      format: 'peppol-ubl',
      details: {},
      setAt: '2026-01-01T09:00:00.000Z',
    },
  ],
  connections: [{ channel: 'peppol', url: 'https://gateway.example', setAt: '2026-01-01T09:00:00.000Z' }],
  obligations: [
    {
      duty: 'send',
      to: 'business',
      channels: ['peppol'],
      formats: [],
      byAgreement: true,
      from: '2026-01-01',
      until: null,
      source: 'art. 53 § 2',
      unverified: null,
    },
  ],
}
