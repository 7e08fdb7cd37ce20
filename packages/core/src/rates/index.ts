export { atHome, type Conversion, conversionsOn, knownConversions, PRICE_CURRENCIES } from './conversion.ts'
export {
  importRates,
  type KnownRates,
  knownRates,
  type RateImport,
  type RateTables,
  ratesOf,
  recordRates,
} from './rate-store.ts'
export { type Quote, type RateSource, RateTable, type UsedRate } from './rates.ts'
export { RATE_FILE_BYTES_MAX, type RateFile, type RateFileFormat, readRateFile } from './read-rate-file.ts'
