export {
  type ConsolidatedAccount,
  type ConsolidatedFund,
  type ConsolidatedOffice,
  type ConsolidatedStatistic,
  type Consolidation,
  consolidate,
  type RateView,
} from './consolidate.ts'
export { type DrillAccount, type DrillDown, type DrillPart, drillDown } from './drill-down.ts'
export {
  groupAccountType,
  type Movement,
  type OfficeBooks,
  rateEffects,
  type Standing,
  type TranslatedBooks,
  translateBooks,
} from './translate.ts'
