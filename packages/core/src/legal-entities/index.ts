export type { LegalEntity, LegalEntityDraft, OfficeTerms } from './legal-entity.ts'
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
