export {
  type AnswerDraft,
  type AnswerStatement,
  answerQuote,
  answersOf,
  type LinkState,
  linkByToken,
  linkStateOf,
  markOpened,
  offeredTotals,
  type QuoteAnswer,
} from './answer-quote.ts'
export { linksOf, pdfOf, type QuoteLink, type QuoteLinkTables } from './link-store.ts'
export { conversionFor, makeQuote, type QuoteDraft, type QuotePrice } from './make-quote.ts'
export {
  currencyOf,
  type Offer,
  type OfferDeposit,
  type OfferLine,
  type OfferTexts,
  type OfferTotals,
  offerDeposit,
  type Quote,
  totalsOf,
  VALID_DAYS_MAX,
  withOptions,
  worthOf,
} from './quote.ts'
export { partiesOf, quoteById, quoteOf } from './quote-store.ts'
export { type QuoteRevision, reviseQuote } from './revise-quote.ts'
export { offerToSend, sendQuote } from './send-quote.ts'
export { verifyAnswers } from './verify-answers.ts'
