import {
  type Parameter,
  parameter,
  percent,
  type Rate,
  type Supply,
  type Vat,
  type VatTreatment,
  valueOn,
} from '@samen/core/country'
import { vatReturns } from './vat-return.ts'

const rateOf = (title: string, value: string, source: string, unverified?: string): Parameter<Rate> =>
  parameter({
    unit: 'rate',
    title,
    series: [{ from: '1996-01-01', value: percent(value), source, ...(unverified && { unverified }) }],
  })

const rates = {
  standard: rateOf('Standard rate of VAT', '21', 'Royal Decree no. 20, art. 1'),
  intermediate: rateOf(
    'Intermediate rate of VAT',
    '12',
    'Royal Decree no. 20, table B',
    'From memory; no supply of the cooperative uses it.',
  ),
  cultural: rateOf(
    'Reduced rate: performances and copyright',
    '6',
    'Royal Decree no. 20, table A, heading XXIX (sheet f: welaw, fda)',
  ),
  admission: rateOf(
    'Reduced rate: admission to cultural events',
    '6',
    'Royal Decree no. 20, table A, heading XXVIII',
    'A rise to 12 % for cinema, pop concerts and festivals was planned for 1 March 2026; whether it came into force was not found.',
  ),
}

const NONE: Rate = percent('0')

/**
 * VAT of what a cooperative invoices. Services to a business elsewhere in the Union are taxed there, except admission to
 * events, which is taxed where the event takes place. A performance supplied to an organiser, publisher or film maker may
 * be exempt (art. 44 § 2, 8°): a tolerance leaves legal persons the choice, which the supply states.
 */
function treat(supply: Supply): VatTreatment {
  if (supply.kind !== 'event-admission') {
    if (supply.client === 'union-business')
      return {
        code: 'reverse-charge',
        rate: NONE,
        category: 'AE',
        mention: 'reverse-charge',
        source: 'VAT Code, art. 21 § 2 and art. 51 § 2',
      }
    if (supply.client === 'outside-union')
      return {
        code: 'outside-scope',
        rate: NONE,
        category: 'O',
        mention: 'outside-scope',
        source: 'VAT Code, art. 21 § 2',
      }
  }
  return domestic(supply)
}

function domestic(supply: Supply): VatTreatment {
  switch (supply.kind) {
    case 'performance':
      if (supply.exempt)
        return {
          code: 'exempt-performance',
          rate: NONE,
          category: 'E',
          mention: 'exempt-performance',
          source: 'VAT Code, art. 44 § 2, 8°; decision of 2005 leaving it optional (sheet f)',
        }
      return reduced(
        'reduced-performance',
        rates.cultural,
        supply,
        'Royal Decree no. 20, table A, heading XXIX',
      )
    case 'copyright':
      if (supply.exempt)
        return {
          code: 'exempt-copyright',
          rate: NONE,
          category: 'E',
          mention: 'exempt-copyright',
          source: 'VAT Code, art. 44 § 3, 3°: publishing contracts of authors and composers',
        }
      return reduced(
        'reduced-copyright',
        rates.cultural,
        supply,
        'Royal Decree no. 20, table A, heading XXIX',
      )
    case 'event-admission':
      return reduced(
        'reduced-admission',
        rates.admission,
        supply,
        'Royal Decree no. 20, table A, heading XXVIII',
      )
    case 'training':
      if (supply.exempt)
        return {
          code: 'exempt-training',
          rate: NONE,
          category: 'E',
          mention: 'exempt-training',
          source: 'VAT Code, art. 44 § 2, 4°: recognised training bodies without profit aim',
        }
      return standard(supply)
    default:
      return standard(supply)
  }
}

const reduced = (code: string, series: Parameter<Rate>, supply: Supply, source: string): VatTreatment => ({
  code,
  rate: valueOn(code, series, supply.on).value,
  category: 'S',
  source,
})

const standard = (supply: Supply): VatTreatment => ({
  code: 'standard',
  rate: valueOn('standard', rates.standard, supply.on).value,
  category: 'S',
  source: 'Royal Decree no. 20, art. 1',
})

export const vat: Vat = { rates, treat, returns: vatReturns }
