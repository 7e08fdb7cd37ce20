export {
  DEFAULT_TIME_ZONE,
  localDay,
  type OfficeContext,
  officeContext,
  startOfDay,
} from '../context/index.ts'
export {
  aloneIn,
  type Closure,
  closureOf,
  insertPlace,
  isClosedHere,
  keepOffice,
  moveOffice,
  officeArrived,
  type Place,
  type PlaceDecision,
  placeOf,
} from './office-place.ts'
export {
  type Allocation,
  type OfficeDraft,
  type OpenedOffice,
  ORDINARY_ALLOCATION,
  type OrdinaryFund,
  openOffice,
} from './open-office.ts'
