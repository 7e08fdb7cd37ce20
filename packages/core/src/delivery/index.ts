export {
  CHANNELS,
  type Channel,
  carries,
  DELIVERY_FORMATS,
  type DeliveryFormat,
  FORMATS,
  WAYS,
} from './channel.ts'
export { deliverInvoices, invoiceAsFile, queueInvoice } from './deliver-invoices.ts'
export {
  deliveredContent,
  deliveryEvents,
  type InvoiceDelivery,
  invoiceDeliveries,
  type NetworkResponse,
} from './delivery-store.ts'
export { settleMailedInvoices } from './mail-invoices.ts'
export { obligationsOf, type Parties, unmetBy, whatToDo } from './obligation.ts'
export { invoiceInFormat } from './read-invoice-to-send.ts'
export {
  type NetworkWord,
  RESPONSE_BYTES_MAX,
  readResponse,
  UnreadableResponseError,
} from './read-response.ts'
export {
  addDeliveryRule,
  connectNetwork,
  type DeliveryConnection,
  type DeliveryRule,
  type DeliveryRuleDraft,
  deliveryConnections,
  deliveryRuleFor,
  deliveryRules,
} from './rules.ts'
export { type DeliveryState, meaningOf, type NextStep, type Said, stateAfter } from './state.ts'
export {
  type ArrivedDocument,
  type OutgoingInvoice,
  RefusedByNetworkError,
  type Transport,
  type Transports,
} from './transport.ts'
export { type UnsentInvoice, unsentInvoices } from './unsent.ts'
export {
  type FormatContext,
  type FormatDetails,
  formatDetails,
  type WrittenInvoice,
  writeFormat,
} from './write-format.ts'
