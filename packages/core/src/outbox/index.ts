export {
  ATTEMPTS_MAX,
  nextAttempt,
  type OutboxDelivery,
  type OutboxKind,
  type OutboxMessage,
} from './outbox.ts'
export {
  type Deliverer,
  type DeliverOptions,
  deliver,
  enqueue,
  type OutboxTables,
  retryDelivery,
  tryAgain,
  undelivered,
  type WaitingMessage,
} from './outbox-store.ts'
