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

const rateOf = (title: string, from: string, value: string, source: string): Parameter<Rate> =>
  parameter({ unit: 'rate', title, series: [{ from, value: percent(value), source }] })

const REDUCED = 'Wet OB 1968 art. 9 lid 2 onderdeel a'
const rates = {
  standard: rateOf('Algemeen tarief', '2012-10-01', '21', 'Wet OB 1968 art. 9 lid 1'),
  performance: rateOf(
    'Verlaagd tarief: performances of performing artists',
    '2019-01-01',
    '9',
    `${REDUCED}, tabel I b 17; kept for culture in 2026 (accountancyvanmorgen.nl 2025-09-18)`,
  ),
  admission: rateOf(
    'Verlaagd tarief: admission to theatre, concerts, dance, lectures, museums',
    '2019-01-01',
    '9',
    `${REDUCED}, tabel I b 14; kept for culture in 2026 (accountancyvanmorgen.nl 2025-09-18)`,
  ),
}

const ELSEWHERE = {
  reverseCharge: 'Wet OB 1968 art. 6 lid 1; Directive 2006/112/EC art. 44 and 196',
  outsideScope: 'Wet OB 1968 art. 6 lid 1 and art. 6i',
}

/**
 * VAT of what a cooperative invoices. Services to a business elsewhere in the Union are taxed there, except admission to
 * events, which is taxed where the event takes place. Composers, writers and journalists, and recognised training, are
 * exempt where the supply says so.
 */
function treat(supply: Supply): VatTreatment {
  return taxedElsewhere(supply, ELSEWHERE) ?? domestic(supply)
}

function domestic(supply: Supply): VatTreatment {
  switch (supply.kind) {
    case 'performance':
      return reduced('reduced-performance', rates.performance, supply, `${REDUCED}, tabel I b 17`)
    case 'event-admission':
      return reduced('reduced-admission', rates.admission, supply, `${REDUCED}, tabel I b 14`)
    case 'copyright':
      return supply.exempt ? exempt('copyright', 'Wet OB 1968 art. 11 lid 1 onderdeel q') : standard(supply)
    case 'training':
      return supply.exempt ? exempt('training', 'Wet OB 1968 art. 11 lid 1 onderdeel o') : standard(supply)
    default:
      return standard(supply)
  }
}

const exempt = (kind: string, source: string): VatTreatment => ({
  code: `exempt-${kind}`,
  rate: NO_VAT,
  category: 'E',
  mention: `exempt-${kind}`,
  source,
})

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
  source: 'Wet OB 1968 art. 9 lid 1',
})

export const vat: Vat = { rates, treat, returns: vatReturns }
