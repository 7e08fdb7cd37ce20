export {
  DEFAULT_TIME_ZONE,
  localDay,
  type OfficeContext,
  officeContext,
  startOfDay,
} from '../context/index.ts'
export {
  hasMoved,
  keepOffice,
  moveOffice,
  officeArrived,
  type PlaceDecision,
} from './office-place.ts'
export {
  type Allocation,
  type OfficeDraft,
  type OpenedOffice,
  ORDINARY_ALLOCATION,
  type OrdinaryFund,
  openOffice,
} from './open-office.ts'
