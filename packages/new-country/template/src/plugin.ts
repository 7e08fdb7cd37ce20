import { type CountryPlugin, creditorReferenceOf } from '@samen/core/country'
import { holidays } from './calendar.ts'
import { authorities, chart } from './chart.ts'
import { hiring } from './declarations/hiring.ts'
import { identifiers } from './identifiers.ts'
import { en } from './locales/en.ts'
import { xx } from './locales/xx.ts'
import { levy, payDeadlineDays } from './parameters/office.ts'
import { payroll } from './payroll/index.ts'
import type { Law } from './payroll/law.ts'
import type { NewlandSituation } from './payroll/situation.ts'
import { samples } from './samples.ts'
import { vat } from './vat.ts'

/** Newland. Begun, not finished: its tests say which parts are missing, and no server takes it before they are there. */
export const newland: CountryPlugin<NewlandSituation, Law> = {
  country: 'XX',
  name: 'Newland',
  version: '0.1.0',
  coreRange: '^0.1.0',
  currency: 'XXX',
  languages: ['xx'],
  regions: [],
  payroll,
  levy,
  payDeadlineDays,
  hiring,
  authorities,
  identifiers,
  // The creditor reference of ISO 11649 is valid everywhere; a national structured reference goes before it.
  paymentReference: creditorReferenceOf,
  holidays,
  vat,
  chart,
  locales: { en, xx },
  samples,
}
