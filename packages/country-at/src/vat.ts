import {
  NO_VAT,
  type Parameter,
  parameter,
  percent,
  type Rate,
  type Supply,
  taxedElsewhere,
  type Vat,
  type VatTreatment,
  valueOn,
} from '@samen/core/country'
import { vatReturns } from './vat-return.ts'

const rateOf = (
  title: string,
  from: string,
  value: string,
  source: string,
  unverified?: string,
): Parameter<Rate> =>
  parameter({
    unit: 'rate',
    title,
    series: [{ from, value: percent(value), source, ...(unverified && { unverified }) }],
  })

const OF_ARTISTS =
  'Whether a cooperative that employs the artist may use the artists’ rate of 13 % is for the tax office to say (sheet f); its own theatre and music performances have it by § 10 (3) 6.'

const rates = {
  standard: rateOf('Standard rate of VAT', '1984-01-01', '20', 'UStG § 10 (1)'),
  reduced: rateOf('Reduced rate: books, food, lodging', '1984-01-01', '10', 'UStG § 10 (2)'),
  performance: rateOf('Rate of artists', '2016-01-01', '13', 'UStG § 10 (3) 4', OF_ARTISTS),
  copyright: rateOf(
    'Rate of artists on licences of their works',
    '2016-01-01',
    '13',
    'UStG § 10 (3) 4',
    OF_ARTISTS,
  ),
  admission: rateOf('Rate of theatre, music, film and circus', '2016-01-01', '13', 'UStG § 10 (3) 6'),
}

const ELSEWHERE = { reverseCharge: 'UStG § 3a (6), § 11 (1a)', outsideScope: 'UStG § 3a (6), (14)' }

/**
 * VAT of what a cooperative invoices. Services to a business elsewhere in the Union are taxed there, except admission to
 * events, which is taxed where the event takes place.
 */
function treat(supply: Supply): VatTreatment {
  const elsewhere = taxedElsewhere(supply, ELSEWHERE)
  if (elsewhere) return elsewhere
  switch (supply.kind) {
    case 'performance':
      return supply.exempt
        ? exempt('exempt-performance', 'UStG § 6 (1) 25 with 24: theatre and music of non-profit bodies')
        : taxed('reduced-performance', rates.performance, supply, 'UStG § 10 (3) 4, 6')
    case 'copyright':
      return taxed('reduced-copyright', rates.copyright, supply, 'UStG § 10 (3) 4')
    case 'event-admission':
      return supply.exempt
        ? exempt('exempt-performance', 'UStG § 6 (1) 25 with 24: theatre and music of non-profit bodies')
        : taxed('reduced-admission', rates.admission, supply, 'UStG § 10 (3) 6')
    case 'training':
      return supply.exempt
        ? exempt('exempt-training', 'UStG § 6 (1) 11: courses comparable to schools')
        : taxed('standard', rates.standard, supply, 'UStG § 10 (1)')
    default:
      return taxed('standard', rates.standard, supply, 'UStG § 10 (1)')
  }
}

const exempt = (code: string, source: string): VatTreatment => ({
  code,
  rate: NO_VAT,
  category: 'E',
  mention: code,
  source,
})

const taxed = (code: string, series: Parameter<Rate>, supply: Supply, source: string): VatTreatment => ({
  code,
  rate: valueOn(code, series, supply.on).value,
  category: 'S',
  source,
})

export const vat: Vat = { rates, treat, returns: vatReturns }
