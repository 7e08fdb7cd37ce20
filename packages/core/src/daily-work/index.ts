export { DAILY_WORK, type DailyWork, doDailyWork } from './daily-work.ts'
