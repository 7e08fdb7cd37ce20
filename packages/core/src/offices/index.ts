export {
  DEFAULT_TIME_ZONE,
  localDay,
  type OfficeContext,
  officeContext,
  startOfDay,
} from '../context/index.ts'
export { type OfficeDraft, type OpenedOffice, openOffice } from './open-office.ts'
