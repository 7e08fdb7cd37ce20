export { type AdjustmentEntry, adjustmentLines } from './adjustment-lines.ts'
export {
  type AdjustmentDraft,
  approveAdjustment,
  type GroupAdjustment,
  groupAdjustments,
  proposeAdjustment,
  withdrawAdjustment,
} from './adjustments.ts'
export { BUDGET_LINES_MAX, type BudgetLine, readBudget, writeBudget } from './budgets.ts'
export { type CashFlow, type CashLine, cashFlow } from './cash-flow.ts'
export { closedFigures, closeGroupMonth } from './close-group-month.ts'
export { type Comparison, compareMonths } from './compare.ts'
export { consolidate } from './consolidate.ts'
export type {
  ConsolidatedAccount,
  ConsolidatedFund,
  ConsolidatedOffice,
  ConsolidatedStatistic,
  Consolidation,
  RateView,
} from './consolidation.ts'
export { type DrillAccount, type DrillDown, type DrillPart, drillDown } from './drill-down.ts'
export { type Elimination, eliminate, type GroupLine, type HeldMargin } from './eliminate.ts'
export { type EquityChange, equityChanges } from './equity-changes.ts'
export { type GroupReport, groupReport } from './group-report.ts'
export { type GroupSheet, type GroupTerms, groupSheet, sheetColumns } from './group-sheet.ts'
export { HOLDING_METHODS, type Holding, type HoldingMethod, shareText } from './holding.ts'
export { type IncludedOffice, includeOffice } from './include-office.ts'
export { apartSince, type Match, matchOffices } from './match.ts'
export { type OpenedFigure, openFigure } from './open-figure.ts'
export { packAmount } from './pack-amount.ts'
export { type GroupStatement, groupStatement } from './statement.ts'
export { groupStatementCsv, statementRows } from './statement-rows.ts'
export {
  type GroupActor,
  readTerms,
  type Tolerance,
  writeHolding,
  writeMargin,
  writeTolerance,
} from './terms-store.ts'
export {
  groupAccountType,
  type Movement,
  type OfficeBooks,
  rateEffects,
  type Standing,
  type TranslatedBooks,
  translateBooks,
} from './translate.ts'
export {
  GROUP_TAXONOMY_FILE,
  groupFacts,
  groupTaxonomy,
  type XbrlFact,
  type XbrlReport,
} from './xbrl-facts.ts'
