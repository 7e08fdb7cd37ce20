export { decideValidation, notValidated, selfValidate, setCeiling } from './self-validate.ts'
export { aboveCeiling, type Ceiling, type Validation } from './validation.ts'
export { ceilingOn, latestValidation, type ValidationTables } from './validation-store.ts'
