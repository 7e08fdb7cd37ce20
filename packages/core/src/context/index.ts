export { FieldCheck } from './fields.ts'
export { type NumberReading, readNumberAs } from './numbers.ts'
export {
  DEFAULT_TIME_ZONE,
  isTimeZone,
  localDay,
  type OfficeContext,
  officeContext,
  startOfDay,
} from './office-context.ts'
export { completedFacts, type FieldSchema, issuesOf, situationFields } from './situation-fields.ts'
export { readWageSituation } from './wage-situation.ts'
