export {
  type Concentration,
  concentrationOf,
  expectedLoss,
  type ForecastDay,
  forecastCash,
  type Risk,
  taxDayAfter,
} from './cockpit.ts'
export type { HistoryDay } from './cockpit-store.ts'
export { type FundCockpit, fundCockpit } from './fund-cockpit.ts'
