import type { CountryPlugin } from '@samen/core/country'
import { holidays } from './calendar.ts'
import { authorities, chart } from './chart.ts'
import { filings } from './declarations/filings.ts'
import { hiring } from './declarations/hiring.ts'
import { eInvoicing } from './e-invoicing.ts'
import { identifiers, ocrReference } from './identifiers.ts'
import { latePayment } from './late-payment.ts'
import { en } from './locales/en.ts'
import { sv } from './locales/sv.ts'
import { levy, payDeadlineDays } from './parameters/index.ts'
import { payroll } from './payroll/index.ts'
import type { Law } from './payroll/law.ts'
import type { SwedishSituation } from './payroll/situation.ts'
import { samples } from './samples.ts'
import { vat } from './vat.ts'

/** Sweden: employees for the assignment (egenanställda) of a shared enterprise, 2025 and 2026. */
export const sweden: CountryPlugin<SwedishSituation, Law> = {
  country: 'SE',
  name: 'Sweden',
  version: '0.1.0',
  coreRange: '^0.1.0',
  currency: 'SEK',
  languages: ['sv', 'en'],
  regions: [],
  payroll,
  levy,
  payDeadlineDays,
  hiring,
  filings,
  authorities,
  identifiers,
  paymentReference: ocrReference,
  holidays,
  vat,
  latePayment,
  eInvoicing,
  chart,
  locales: { en, sv },
  samples,
}
