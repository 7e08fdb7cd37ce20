import { type CountryPlugin, datedRates, datedValues } from '@samen/core/country'
import { holidays, REGIONS } from './calendar.ts'
import { AUTHORITIES, CHART } from './chart.ts'
import { filings } from './declarations/filings.ts'
import { dpae } from './declarations/hiring.ts'
import { eInvoicing } from './e-invoicing.ts'
import { identifiers, paymentReference } from './identifiers.ts'
import { latePayment } from './late-payment.ts'
import { en } from './locales/en.ts'
import { fr } from './locales/fr.ts'
import { nl } from './locales/nl.ts'
import { type FrenchLaw, type FrenchSituation, payroll } from './payroll/index.ts'
import { samples } from './samples.ts'
import { vat } from './vat.ts'
import { wageSetOff } from './wage-set-off.ts'

/**
 * France: general regime, show artists and technicians, CESA and CAPE, from 2025.
 *
 * Not in it: taxe sur les salaires (CGI 231), which a cooperative owes only for a year after less than 90 % of its turnover
 * bore VAT, so an office that mostly trains under the exempting certificate must settle it apart; overseas exemptions of
 * contributions (Lodeom), journalists and other reduced rates than those of artists, and days off bought back from a
 * yearly contract in days (forfait jours).
 */
export const france: CountryPlugin<FrenchSituation, FrenchLaw> = Object.freeze({
  country: 'FR',
  name: 'France',
  version: '0.1.0',
  coreRange: '^0.1.0',
  currency: 'EUR',
  languages: ['fr', 'en', 'nl'],
  regions: REGIONS,
  payroll,
  levy: datedRates('Contribution coopérative: the cooperative’s levy on the fee', [
    '2014-01-01',
    '8.5',
    'Code du travail L7332-3; Smart France, 8.5 % of the price net of VAT',
  ]),
  payDeadlineDays: datedValues<number>('count', 'Working days (jours ouvrés) from a job’s end to its wage', [
    '2014-01-01',
    7,
    'The federation’s promise to its members; the law asks monthly pay (Code du travail L3242-1)',
  ]),
  hiring: dpae,
  filings,
  authorities: AUTHORITIES,
  identifiers,
  holidays,
  vat,
  latePayment,
  wageSetOff,
  eInvoicing,
  paymentReference,
  chart: CHART,
  locales: Object.freeze({ en, fr, nl }),
  samples,
})
export type { FrenchLaw, FrenchSituation } from './payroll/index.ts'
