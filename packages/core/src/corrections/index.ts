export {
  type ComputedCorrection,
  type CorrectionPreview,
  type CorrectionRequest,
  computeCorrection,
  previewCorrection,
} from './compute-correction.ts'
export type {
  AuthorityDifference,
  Figures,
  PayslipDifference,
  WorkerDifference,
} from './difference.ts'
export { type StoredCorrection, storedCorrection } from './stored-correction.ts'
export type { CorrectionSums } from './tally.ts'
