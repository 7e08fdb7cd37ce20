import { type CountryPlugin, creditorReferenceOf } from '@samen/core/country'
import { holidays } from './calendar.ts'
import { authorities, chart } from './chart.ts'
import { filings } from './declarations/filings.ts'
import { hiring } from './declarations/hiring.ts'
import { eInvoicing } from './e-invoicing.ts'
import { identifiers } from './identifiers.ts'
import { latePayment } from './late-payment.ts'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { LANDS } from './parameters/levies.ts'
import { levy, payDeadlineDays } from './parameters/office.ts'
import { payroll } from './payroll/index.ts'
import type { Law } from './payroll/law.ts'
import type { AustrianSituation } from './payroll/situation.ts'
import { samples } from './samples.ts'
import { vat } from './vat.ts'

/** Austria: employees, marginal, casual and free-service workers of a shared enterprise, 2025 and 2026. */
export const austria: CountryPlugin<AustrianSituation, Law> = {
  country: 'AT',
  name: 'Austria',
  version: '0.1.0',
  coreRange: '^0.1.0',
  currency: 'EUR',
  languages: ['de', 'en'],
  regions: LANDS,
  payroll,
  levy,
  payDeadlineDays,
  hiring,
  filings,
  authorities,
  identifiers,
  paymentReference: creditorReferenceOf,
  holidays,
  vat,
  latePayment,
  eInvoicing,
  chart,
  locales: { de, en },
  samples,
}
