export {
  type FiscalYear,
  type FiscalYearRule,
  fiscalYearOf,
  fiscalYearsEnding,
  monthsAfter,
} from './fiscal-year.ts'
export { fiscalYearRules, type StoredFiscalYearRule, setFiscalYear } from './fiscal-year-store.ts'
export {
  isInOneStopShop,
  type LegalEntity,
  type LegalEntityDraft,
  type OfficeTerms,
  type OneStopShopStep,
} from './legal-entity.ts'
export {
  addLegalEntity,
  type LegalEntityTables,
  lastNumberedDay,
  legalEntities,
  mainLegalEntity,
  officeTerms,
  setOfficeTerms,
  takeNumbers,
} from './legal-entity-store.ts'
