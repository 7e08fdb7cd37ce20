import {
  datedRates,
  NO_VAT,
  type Supply,
  taxedElsewhere,
  type Vat,
  type VatTreatment,
  valueOn,
} from '@samen/core/country'
import { vatReturns } from './vat-return.ts'

const SINCE = '2021-01-01'

const RATES = {
  standard: datedRates('Umsatzsteuer, Regelsteuersatz', [SINCE, '19', 'UStG § 12 (1)']),
  reduced: datedRates('Umsatzsteuer, ermäßigter Satz: performers, tickets, rights', [
    SINCE,
    '7',
    'UStG § 12 (2) no. 7',
  ]),
}

const ELSEWHERE = {
  reverseCharge: 'UStG §§ 3a (2), 14a (1), (5); directive 2006/112/EC art. 44, 196',
  outsideScope: 'UStG § 3a (2), (4)',
}

/**
 * The treatment of a supply. Performers, admission and the grant of rights are taxed at 7 %. With the Land's certificate
 * performances and admission are exempt, which an office says with `exempt: true`; teaching is exempt unless it says
 * `exempt: false`. Admission is taxed where the event is; other services for a business elsewhere in the Union there.
 */
function treat(supply: Supply): VatTreatment {
  const { kind, on, exempt } = supply
  const taxed = (code: string, name: keyof typeof RATES, source: string): VatTreatment => ({
    code,
    rate: valueOn(name, RATES[name], on).value,
    category: 'S',
    source,
  })
  const free = (code: string, source: string): VatTreatment => ({
    code,
    rate: NO_VAT,
    category: 'E',
    mention: code,
    source,
  })
  if (kind === 'event-admission')
    return exempt
      ? free('exempt-culture', 'UStG § 4 no. 20')
      : taxed('reduced-admission', 'reduced', 'UStG § 12 (2) no. 7a, § 3a (3) no. 5')
  const elsewhere = taxedElsewhere(supply, ELSEWHERE)
  if (elsewhere) return elsewhere
  switch (kind) {
    case 'performance':
      return exempt
        ? free('exempt-culture', 'UStG § 4 no. 20')
        : taxed('reduced-performance', 'reduced', 'UStG § 12 (2) no. 7a')
    case 'copyright':
      return taxed('reduced-rights', 'reduced', 'UStG § 12 (2) no. 7c')
    case 'training':
      return exempt === false
        ? taxed('standard', 'standard', 'UStG § 12 (1)')
        : free('exempt-training', 'UStG § 4 no. 21')
    case 'service':
    case 'electronic-service':
      return taxed('standard', 'standard', 'UStG § 12 (1)')
  }
}

export const vat: Vat = Object.freeze({ rates: Object.freeze(RATES), treat, returns: vatReturns })
