export {
  dayOfPeriod,
  nextPeriod,
  type PeriodDays,
  periodAround,
  periodName,
  previousPeriod,
} from './vat-period.ts'
export {
  fileReturn,
  type SalesList,
  salesList,
  type VatReturn,
  vatItems,
  vatReturn,
} from './vat-return.ts'
export {
  type FiledReturn,
  filedReturns,
  type SalesListLine,
  type TreatmentSum,
  type VatAgreement,
  type VatFormKind,
  type VatItem,
} from './vat-return-store.ts'
export {
  chooseVatSetting,
  conditionOf,
  ordinarySetting,
  returnsOf,
  type VatSetting,
  vatSettingOn,
  vatSettings,
} from './vat-setting.ts'
