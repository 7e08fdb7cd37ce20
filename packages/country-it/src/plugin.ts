import type { CountryPlugin } from '@samen/core/country'
import { holidays, towns } from './calendar.ts'
import { authorities, chart } from './chart.ts'
import { filings } from './declarations/filings.ts'
import { hiring } from './declarations/hiring.ts'
import { eInvoicing } from './e-invoicing.ts'
import { identifiers, paymentReference } from './identifiers.ts'
import { latePayment } from './late-payment.ts'
import { en } from './locales/en.ts'
import { it } from './locales/it.ts'
import { levy, payDeadlineDays } from './parameters/index.ts'
import { payroll } from './payroll/index.ts'
import type { Law } from './payroll/law.ts'
import type { ItalianSituation } from './payroll/situation.ts'
import { samples } from './samples.ts'
import { vat } from './vat.ts'
import { wageSetOff } from './wage-set-off.ts'

/** Italy: employees on call, for a term or permanent, of the general fund or the show workers’, 2025 and 2026. */
export const italy: CountryPlugin<ItalianSituation, Law> = {
  country: 'IT',
  name: 'Italy',
  version: '0.1.0',
  coreRange: '^0.1.0',
  currency: 'EUR',
  languages: ['it', 'en'],
  regions: towns,
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
  wageSetOff,
  eInvoicing,
  chart,
  locales: { en, it },
  samples,
}
