export {
  type ConsolidatedAccount,
  type Consolidation,
  consolidate,
  type DrillDown,
  drillDown,
} from './consolidate.ts'
