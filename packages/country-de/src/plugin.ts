import { type CountryPlugin, creditorReferenceOf } from '@samen/core/country'
import { holidays, REGIONS } from './calendar.ts'
import { AUTHORITIES, CHART } from './chart.ts'
import { filings } from './declarations/filings.ts'
import { hiring } from './declarations/hiring.ts'
import { eInvoicing } from './e-invoicing.ts'
import { identifiers } from './identifiers.ts'
import { latePayment } from './late-payment.ts'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { levy, payDeadlineDays } from './parameters/office.ts'
import { type GermanLaw, type GermanSituation, payroll } from './payroll/index.ts'
import { samples } from './samples.ts'
import { vat } from './vat.ts'

/** Germany: employees, Midijobs, Minijobs, short-term and unsteady work of a shared enterprise, from 2025. */
export const germany: CountryPlugin<GermanSituation, GermanLaw> = Object.freeze({
  country: 'DE',
  name: 'Germany',
  version: '0.1.0',
  coreRange: '^0.1.0',
  currency: 'EUR',
  languages: ['de', 'en'],
  regions: REGIONS,
  payroll,
  levy,
  payDeadlineDays,
  hiring,
  filings,
  authorities: AUTHORITIES,
  identifiers,
  holidays,
  vat,
  latePayment,
  eInvoicing,
  paymentReference: creditorReferenceOf,
  chart: CHART,
  locales: Object.freeze({ de, en }),
  samples,
})
