import type { CountryPlugin } from '@samen/core/country'
import { holidays } from './calendar.ts'
import { authorities, chart } from './chart.ts'
import { filings } from './declarations/filings.ts'
import { hiring } from './declarations/hiring.ts'
import { eInvoicing } from './e-invoicing.ts'
import { identifiers, structuredCommunication } from './identifiers.ts'
import { latePayment } from './late-payment.ts'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { fr } from './locales/fr.ts'
import { nl } from './locales/nl.ts'
import { levy, payDeadlineDays } from './parameters/office.ts'
import { belgianPayroll } from './payroll/index.ts'
import type { Law } from './payroll/law.ts'
import type { BelgianSituation } from './payroll/situation.ts'
import { samples } from './samples.ts'
import { vat } from './vat.ts'
import { wageSetOff } from './wage-set-off.ts'

/**
 * Belgium: employees, manual workers and artists of a shared enterprise, its students and flexi-jobs, and amateur-arts
 * allowances, 2025 and 2026.
 */
export const belgium: CountryPlugin<BelgianSituation, Law> = {
  country: 'BE',
  name: 'Belgium',
  version: '0.1.0',
  coreRange: '^0.1.0',
  currency: 'EUR',
  languages: ['fr', 'nl', 'de'],
  regions: ['brussels', 'flanders', 'wallonia'],
  payroll: belgianPayroll(),
  levy,
  payDeadlineDays,
  hiring,
  filings,
  authorities,
  identifiers,
  paymentReference: structuredCommunication,
  holidays,
  vat,
  latePayment,
  wageSetOff,
  eInvoicing,
  chart,
  locales: { en, fr, nl, de },
  samples,
}
