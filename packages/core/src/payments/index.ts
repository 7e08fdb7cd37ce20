export { isIban } from './bank-account.ts'
export { type BankCountry, bankDayFrom, isBankDay } from './bank-days.ts'
export {
  type BankTerms,
  bankTerms,
  batchesOf,
  ORDINARY_TERMS,
  setBankTerms,
  TRANSFERS_MAX,
} from './bank-terms.ts'
export { EPC_QR_BYTES_MAX, epcQrText, type TransferToShow } from './epc-qr.ts'
export {
  type CreditTransfer,
  type CreditTransferFile,
  type Debtor,
  pain001,
} from './pain001.ts'
export {
  type Creditor,
  type DebitScheme,
  type DebitSequence,
  type DirectDebit,
  type DirectDebitBlock,
  type DirectDebitFile,
  pain008,
} from './pain008.ts'
export { IDENTIFICATION, type PostalAddress } from './payment-parts.ts'
export {
  ATTEMPTS_MAX,
  endToEndIdOf,
  insertDirectDebitFile,
  insertPaymentFile,
  insertSupplierPaymentFile,
  type NewPayment,
  type PaymentFile,
  type PaymentTables,
  paymentFileContent,
  paymentFiles,
} from './payment-store.ts'
export { sepaText } from './sepa-text.ts'
