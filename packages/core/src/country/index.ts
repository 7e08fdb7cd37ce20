/**
 * The country contract: everything a country plugin may use, and the only part of core it may import.
 */
export { answerText } from './answer-text.ts'
export * from './calendar.ts'
export * from './chart.ts'
export * from './compute.ts'
export * from './dated.ts'
export * from './gross-for-budget.ts'
export * from './identifiers.ts'
export * from './money.ts'
export * from './not-written.ts'
export * from './parameters.ts'
export * from './payslip.ts'
export * from './payslip-schema.ts'
export * from './plugin.ts'
export * from './registry.ts'
export * from './situation.ts'
export * from './vat.ts'
