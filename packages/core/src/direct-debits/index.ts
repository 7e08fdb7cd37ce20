export {
  discardDirectDebits,
  ORDER_DEBITS_MAX,
  prepareDirectDebits,
  refuseDirectDebits,
  releaseDirectDebits,
} from './collect.ts'
export {
  type DirectDebitOrder,
  debitsOfOrder,
  directDebitOrders,
  type OrderedDebit,
} from './direct-debit-store.ts'
export {
  isCreditorIdentifier,
  type Mandate,
  type MandateDraft,
  type MandateFault,
  mandateFault,
  NOTICE_DAYS,
} from './mandate.ts'
export {
  type DirectDebitTerms,
  directDebitTerms,
  endMandate,
  fileMandatePaper,
  mandatePaper,
  mandates,
  PAPER_BYTES_MAX,
  recordMandate,
  setDirectDebitTerms,
} from './mandate-store.ts'
export {
  type CollectionDays,
  type Obstacle,
  ordinaryDays,
  type ProposedDebit,
  proposeDirectDebits,
  withMandates,
} from './propose.ts'
