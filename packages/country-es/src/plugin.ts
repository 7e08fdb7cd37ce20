import type { CountryPlugin } from '@samen/core/country'
import { holidays, REGIONS } from './calendar.ts'
import { authorities, chart } from './chart.ts'
import { filings } from './declarations/filings.ts'
import { hiring } from './declarations/hiring.ts'
import { eInvoicing } from './e-invoicing.ts'
import { identifiers, paymentReference } from './identifiers.ts'
import { latePayment } from './late-payment.ts'
import { en } from './locales/en.ts'
import { es } from './locales/es.ts'
import { levy, payDeadlineDays } from './parameters/office.ts'
import { payroll } from './payroll/index.ts'
import type { Law } from './payroll/law.ts'
import type { SpanishSituation } from './payroll/situation.ts'
import { samples } from './samples.ts'
import { vat } from './vat.ts'

/** Spain, common territory: employees and artists of a cooperative in the general scheme, 2025 and 2026. */
export const spain: CountryPlugin<SpanishSituation, Law> = {
  country: 'ES',
  name: 'Spain',
  version: '0.1.0',
  coreRange: '^0.1.0',
  currency: 'EUR',
  languages: ['es', 'en'],
  regions: REGIONS,
  payroll,
  levy,
  payDeadlineDays,
  hiring,
  filings,
  authorities,
  identifiers,
  paymentReference,
  holidays,
  vat,
  latePayment,
  eInvoicing,
  chart,
  locales: { en, es },
  samples,
}
