export { UnwritableError } from './binding.ts'
export { checkInvoice, officialFolders, type Verdict } from './check-invoice.ts'
export { writeCii } from './cii.ts'
export { PAID_TO_DATE } from './code-lists.ts'
export { completeInvoice, type InvoiceToComplete } from './complete-invoice.ts'
export { electronicAddress, LEGAL_SCHEMES } from './electronic-address.ts'
export { FINDINGS_MAX, type Finding } from './finding.ts'
export { type EInvoice, eInvoice, type FoundInvoice, isCreditNote } from './model.ts'
export { writeEbInterface } from './national/ebinterface.ts'
export { EB_INTERFACE } from './national/ebinterface-parts.ts'
export { writeFacturae } from './national/facturae.ts'
export { FACTURAE, type FacturaeSupplement, facturaeSupplement } from './national/facturae-supplement.ts'
export { writeFatturaPa } from './national/fatturapa.ts'
export {
  FATTURAPA,
  type FatturaPaSupplement,
  fatturaPaFileName,
  fatturaPaSupplement,
  stampDutyOf,
} from './national/fatturapa-supplement.ts'
export {
  decodeExchangeToken,
  manageInvoiceRequest,
  NAV_OPERATIONS_MAX,
  type NavMessage,
  type NavOperation,
  NavRefusal,
  type NavRequest,
  type NavResult,
  type NavSoftware,
  type NavUser,
  queryTransactionStatusRequest,
  readManageInvoice,
  readTokenExchange,
  readTransactionStatus,
  requestSignature,
  tokenExchangeRequest,
} from './national/nav-interface.ts'
export { type NavSupplement, navSupplement, writeNavInvoiceData } from './national/nav-invoice-data.ts'
export {
  type BillingRecord,
  type CancellationRecord,
  canonicalRecord,
  isVerifiable,
  qrAddress,
  recordHash,
} from './national/verifactu.ts'
export {
  type PreviousRecord,
  type RecordedInvoice,
  type RecordingSystem,
  SUPPLY_MAX,
  type WrittenRecord,
  writeCancelledRecord,
  writeIssuedRecord,
  writeSupply,
} from './national/verifactu-record.ts'
export { INVOICE_BYTES_MAX, NotAnInvoiceError, type ReadInvoice, readInvoice } from './read-invoice.ts'
export { PEPPOL_BILLING, PEPPOL_SELF_BILLING } from './rules/peppol.ts'
export { writeUbl } from './ubl.ts'
