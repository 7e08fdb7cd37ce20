export {
  type Approval,
  approveSupplierInvoice,
  assignSupplierInvoice,
  refuseSupplierInvoice,
} from './decide.ts'
export { enterSupplierInvoice, type PaperInvoice } from './enter.ts'
export {
  discardSupplierPayments,
  prepareSupplierPayments,
  releaseSupplierPayments,
  type SupplierPaymentOrder,
  supplierPaymentOrders,
} from './payment-order.ts'
export { readSupplierInvoice } from './read-supplier-invoice.ts'
export { type ArrivedFile, receiveSupplierInvoice } from './receive.ts'
export { type Due, type Settled, settle } from './set-off.ts'
export {
  BY_HAND,
  isReverseCharged,
  type SupplierInvoice,
  type SupplierInvoiceState,
  type SupplierPaymentState,
  type SupplierVatPart,
} from './supplier-invoice.ts'
export { supplierInvoiceById, supplierInvoices, supplierOriginal } from './supplier-invoice-store.ts'
