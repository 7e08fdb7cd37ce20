export { apportion, apportionShares } from './apportion.ts'
export {
  type DetailLine,
  type DetailWhy,
  type PayslipDetail,
  packDetail,
  type StoredDetail,
} from './detail.ts'
export {
  deletePayslips,
  type FullPayslip,
  insertPayslips,
  type PayslipFilter,
  type PayslipRow,
  type PayslipTables,
  payslip,
  payslips,
  type StoredPayslip,
} from './payslip-store.ts'
export { type WagePeriod, wagePeriods } from './wage-periods.ts'
