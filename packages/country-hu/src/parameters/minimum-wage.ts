import { datedRates, datedValues, euro, type Minor } from '@samen/core/country'
import { START } from './start.ts'

/** Least pay for full-time work by the unit it is agreed in. */
export interface MinimumWage {
  readonly month: Minor
  readonly week: Minor
  readonly day: Minor
  readonly hour: Minor
}
const table = (month: string, week: string, day: string, hour: string): MinimumWage =>
  Object.freeze({ month: euro(month), week: euro(week), day: euro(day), hour: euro(hour) })

const OF_2025 = '394/2024. (XII. 12.) Korm. rendelet (e-adotanacsadas.com; forintsoft.hu)'
const OF_2026 = '426/2025. (XII. 23.) Korm. rendelet (molnar-partners.hu; szakszervezetek.hu)'

export const MINIMUM_WAGE = {
  minimumWage: datedValues<MinimumWage>(
    'table',
    'Minimálbér: minimum wage',
    [START, table('290800', '66860', '13380', '1672'), OF_2025],
    ['2026-01-01', table('322800', '74210', '14850', '1856'), OF_2026],
  ),
  guaranteedMinimum: datedValues<MinimumWage>(
    'table',
    'Garantált bérminimum: minimum wage for work that asks for a secondary qualification',
    [START, table('348800', '80190', '16040', '2005'), OF_2025],
    ['2026-01-01', table('373200', '85800', '17160', '2145'), OF_2026],
  ),
  casualMinimumShare: datedRates('Efo: least pay, part of the minimum wage', [
    START,
    '85',
    'Efo tv. 4. §; intercom.help/meyer-mini: 1 422 Ft an hour in 2025',
  ]),
  casualGuaranteedShare: datedRates('Efo: least pay, part of the guaranteed minimum', [
    START,
    '87',
    'Efo tv. 4. §; intercom.help/meyer-mini: 1 745 Ft an hour in 2025',
  ]),
}
