export { asEInvoice, type EInvoiceParts } from './as-e-invoice.ts'
export { creditInvoice } from './credit-invoice.ts'
export {
  type Invoice,
  type InvoiceDocument,
  type Party,
  priceOf,
  printedNumber,
  type VatLine,
} from './invoice.ts'
export { type Invoiced, invoicedOf, partsOf } from './invoice-lines.ts'
export {
  creditedOf,
  type InvoiceFilter,
  type InvoiceTables,
  invoiceById,
  invoicesById,
  invoicesOfContracts,
  listInvoices,
} from './invoice-store.ts'
export { INVOICES_MAX, issueInvoices } from './issue-invoices.ts'
export { mixtureFaults, treatmentOf, type VatPart } from './vat-parts.ts'
