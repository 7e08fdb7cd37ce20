import type { BillingRecord, RecordedInvoice, RecordingSystem } from '@samen/core/e-invoice'

export const system: RecordingSystem = {
  producerName: 'Cooperativa Inventada',
  producerNif: 'F12345674',
  version: '0.1.0',
  installation: '01a',
  severalCompanies: false,
}

export const record: BillingRecord = {
  issuer: 'F12345674',
  number: 'INV-2027-00001',
  issuedOn: '2027-01-04',
  type: 'F1',
  vat: '304.50',
  gross: '1754.50',
  recordedAt: '2027-01-04T10:00:00+01:00',
}

export const about: RecordedInvoice = {
  issuerName: 'Cooperativa Inventada',
  buyer: { name: 'Teatro & Compañía', country: 'ES', number: 'B98765431' },
  description: 'Diseño de luces',
  performedOn: '2026-12-20',
  vat: [{ category: 'S', rate: '21', base: '1450.00', amount: '304.50' }],
}
