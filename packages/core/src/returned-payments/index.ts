export { type PaymentThatCameBack, proposeRepeat, releaseRepeat } from './repeat-payment.ts'
export {
  type ReturnedPayment,
  type ReturnedPaymentTables,
  returnedPayments,
} from './returned-payment-store.ts'
