export { apportion, apportionShares } from './apportion.ts'
export {
  type DetailLine,
  type DetailWhy,
  type PayslipDetail,
  packDetail,
  type StoredDetail,
  unpackDetail,
  type Was,
} from './detail.ts'
export { type Owed, owedAsText, owedDifference, owedFromStored, owedTo } from './owed.ts'
export {
  deletePayslips,
  type FullPayslip,
  insertPayslips,
  type PayslipFilter,
  type PayslipRow,
  type PayslipTables,
  paidOut,
  payslip,
  payslips,
  type StoredPayslip,
} from './payslip-store.ts'
export { type PayslipFault, verifyPayslips } from './verify-payslips.ts'
export { type WagePeriod, wagePeriods } from './wage-periods.ts'
