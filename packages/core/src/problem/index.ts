export { type Fault, throwFaults } from './fault.ts'
export {
  conflict,
  invalid,
  notFound,
  Problem,
  type ProblemDocument,
  type ProblemOptions,
  refused,
} from './problem.ts'
export { type ProblemType, problemTypes } from './types.ts'
