export {
  ACCRUAL_ACCOUNTS,
  type Accrual,
  type AccrualAccount,
  type AccrualDraft,
  accrue,
  listAccruals,
} from './accrual.ts'
export { readActivityStatement } from './activity-statement.ts'
export {
  type Appropriation,
  type AppropriationDraft,
  approveAppropriation,
  listAppropriations,
  proposeAppropriation,
  withdrawAppropriation,
} from './appropriation.ts'
export { type BooksFile, EXPORT_FORMATS, type ExportFormat, exportBooks, exportFormatsOf } from './export.ts'
export { type Section, type StatementLine, statementsCsv } from './financial-statements.ts'
export { type Provisions, readProvisions } from './provisions.ts'
export { type OfficeStatements, readStatements } from './read-statements.ts'
export { type CompanyResults, readYearResults, type YearResult } from './year-results.ts'
