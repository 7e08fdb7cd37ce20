export {
  type OneStopShopLine,
  type OneStopShopReturn,
  oneStopShopReturn,
  recordOneStopShop,
} from './one-stop-shop.ts'
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
  VAT_FORMS,
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
  vatSettingsOn,
} from './vat-setting.ts'
