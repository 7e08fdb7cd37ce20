export { assumeMonth, cedeMonth, type OwnFigures, previewCession } from './account.ts'
export {
  type CededLosses,
  type CessionLine,
  type CessionStatement,
  cedeLosses,
  premiumOf,
  type TreatyTerms,
} from './treaty.ts'
export {
  agreeTreaty,
  type Direction,
  type ReinsuranceAccount,
  reinsuranceAccounts,
  type Treaty,
  treaties,
} from './treaty-store.ts'
