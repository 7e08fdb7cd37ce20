export { asEInvoice, type EInvoiceParts } from './as-e-invoice.ts'
export { agreedOf, asBilled } from './billed.ts'
export { CREDIT_TYPES, type CreditType, type KeptRecord, type RecordSetting } from './billing-record.ts'
export { billingRecords, type RecordFilter } from './billing-record-store.ts'
export { creditInvoice } from './credit-invoice.ts'
export { type DepositAsk, depositFaults, depositOf, depositRows, owedOf } from './deposit.ts'
export { lockDeposits, standingAmong } from './deposit-store.ts'
export { exportBillingRecords } from './export-billing-records.ts'
export {
  type Invoice,
  type InvoiceDocument,
  type Party,
  priceOf,
  printedNumber,
  type VatLine,
  wholeNet,
} from './invoice.ts'
export { type Invoiced, invoicedOf, partsOf } from './invoice-lines.ts'
export {
  type InvoiceFilter,
  type InvoiceTables,
  invoiceById,
  invoiceByNumber,
  invoicesById,
  invoicesOfContracts,
  listInvoices,
} from './invoice-store.ts'
export { issueDeposit, moveJobs } from './issue-deposit.ts'
export { INVOICES_MAX, issueInvoices } from './issue-invoices.ts'
export { billedOpenSql, billedSql, receivedSql } from './job-money.ts'
export {
  cancelBillingRecord,
  mendBillingRecord,
  setBillingRecords,
} from './keep-billing-records.ts'
export { mixtureFaults, treatmentOf, type VatPart } from './vat-parts.ts'
export { type RecordFault, verifyBillingRecords } from './verify-billing-records.ts'
