export { AGEING_DAYS, type Ageing, ageing, type ClientAgeing } from './ageing.ts'
export { type LateClaim, lateClaim } from './claim.ts'
export { type OverdueInvoice, overdueInvoices, type Pause } from './debts.ts'
export { type InterestPart, type LateDebt, lateInterest } from './interest.ts'
export { bookLatePayment, claimOnInvoice, type InvoiceClaim } from './late-receipt.ts'
export { type DunningRule, daysFrom, LEVELS_MAX, nextLevel, ORDINARY_RULE, ruleOn } from './levels.ts'
export { mailLetters } from './mail-letters.ts'
export { less, type ProposedLetter, proposeLetters } from './propose.ts'
export {
  decideLimit,
  type LimitDecision,
  limitDecisions,
  paymentHistories,
  type RatedClient,
  type RatingStep,
  rateClients,
  ratingHistory,
} from './rate-clients.ts'
export { addDunningRule, dunningRule, dunningRules } from './rule-store.ts'
export {
  type ChosenLetter,
  type DunningLetter,
  type DunningSent,
  dunningLetters,
  dunningProposal,
  LETTERS_MAX,
  type LetterDocument,
  sendDunning,
} from './send.ts'
export { type CollectionStep, collectionSteps, recordStep, type StepDraft, type StepKind } from './steps.ts'
