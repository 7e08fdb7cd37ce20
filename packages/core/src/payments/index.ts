export { isIban } from './bank-account.ts'
export { type BankCountry, bankDayFrom, isBankDay } from './bank-days.ts'
export { EPC_QR_BYTES_MAX, epcQrText, type TransferToShow } from './epc-qr.ts'
export {
  type CreditTransfer,
  type CreditTransferFile,
  type Debtor,
  type PostalAddress,
  pain001,
} from './pain001.ts'
export {
  endToEndIdOf,
  insertPaymentFile,
  insertSupplierPaymentFile,
  type NewPayment,
  type PaymentFile,
  type PaymentTables,
  paymentFileContent,
  paymentFiles,
} from './payment-store.ts'
export { sepaText } from './sepa-text.ts'
