import {
  datedRates,
  type Parameter,
  percent,
  type Rate,
  type Supply,
  type Vat,
  type VatTreatment,
  valueOn,
} from '@samen/core/country'
import { vatReturns } from './vat-return.ts'

const DPR = 'DPR 633/1972'
const rates = {
  standard: datedRates('Aliquota ordinaria', ['2013-10-01', '22', `${DPR} art. 16; D.L. 98/2011 (sheet f)`]),
  performance: datedRates('Contratti di scrittura connected with theatre and similar shows', [
    '2013-10-01',
    '10',
    `${DPR} tab. A parte III n. 119; resolution 393/E/2007 (sheet f)`,
  ]),
  admission: datedRates('Admission to live shows', ['2017-01-01', '10', `${DPR} tab. A parte III n. 123`]),
}
const NONE: Rate = percent('0')

/**
 * VAT of what a cooperative invoices. The reduced rate is for artistic performances, not for technical services
 * (resolution 393/E/2007). A cooperative is no author: what it invoices for copyright bears the standard rate.
 */
function treat(supply: Supply): VatTreatment {
  if (supply.kind !== 'event-admission') {
    if (supply.client === 'union-business')
      return without('reverse-charge', 'AE', `${DPR} art. 7-ter and 21 c. 6-bis a`)
    if (supply.client === 'outside-union')
      return without('outside-scope', 'O', `${DPR} art. 7-ter to 7-septies and 21 c. 6-bis b`)
  }
  if (supply.kind === 'performance') return taxed('reduced-performance', rates.performance, supply)
  if (supply.kind === 'event-admission') return taxed('reduced-admission', rates.admission, supply)
  if (supply.kind === 'training' && supply.exempt)
    return without('exempt-training', 'E', `${DPR} art. 10 c. 1 n. 20: recognised education`)
  return taxed('standard', rates.standard, supply)
}

const without = (code: string, category: 'AE' | 'O' | 'E', source: string): VatTreatment => ({
  code,
  rate: NONE,
  category,
  mention: code,
  source,
})

function taxed(code: string, series: Parameter<Rate>, supply: Supply): VatTreatment {
  const { value, source } = valueOn(code, series, supply.on)
  return { code, rate: value, category: 'S', source }
}

export const vat: Vat = { rates, treat, returns: vatReturns }
