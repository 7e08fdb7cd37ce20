export {
  type ComputedCorrection,
  type CorrectionPreview,
  type CorrectionRequest,
  computeCorrection,
  previewCorrection,
} from './compute-correction.ts'
export {
  type AuthorityDifference,
  type Figures,
  type PayslipDifference,
  plus as figuresSum,
  type WorkerDifference,
} from './difference.ts'
export { type StoredCorrection, storedCorrection } from './stored-correction.ts'
export type { CorrectionSums } from './tally.ts'
