import type { CountryPlugin } from '@samen/core/country'
import { holidays } from './calendar.ts'
import { authorities, chart } from './chart.ts'
import { filings } from './declarations/filings.ts'
import { hiring } from './declarations/hiring.ts'
import { eInvoicing } from './e-invoicing.ts'
import { identifiers, paymentReference } from './identifiers.ts'
import { latePayment } from './late-payment.ts'
import { en } from './locales/en.ts'
import { hu } from './locales/hu.ts'
import { levy, payDeadlineDays } from './parameters/index.ts'
import { payroll } from './payroll/index.ts'
import type { Law } from './payroll/law.ts'
import type { HungarianSituation } from './payroll/situation.ts'
import { samples } from './samples.ts'
import { vat } from './vat.ts'

/** Hungary: employees, simplified employment and mandates of a shared enterprise, 2025 and 2026. */
export const hungary: CountryPlugin<HungarianSituation, Law> = {
  country: 'HU',
  name: 'Hungary',
  version: '0.1.0',
  coreRange: '^0.1.0',
  currency: 'HUF',
  languages: ['hu', 'en'],
  regions: [],
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
  locales: { en, hu },
  samples,
}
