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

const ACT = 'Áfa tv. (2007. évi CXXVII.)'
const START = '2018-01-01'

const rates = {
  standard: datedRates('Standard rate of VAT: also the work of performers and copyright', [
    START,
    '27',
    `${ACT} 82. §; nav-gov-hu/eVAT TAX_CODE_CATALOG_20251201`,
  ]),
  outdoorEvent: datedRates('Reduced rate: admission to occasional outdoor music and dance events', [
    START,
    '18',
    `${ACT} 3/A. melléklet; penzcentrum.hu 2020`,
  ]),
  liveMusic: datedRates(
    'Reduced rate: live music for guests of a restaurant; no supply of the contract names it',
    [START, '5', `${ACT} 3. melléklet II.`, 'From memory; the annex was not read.'],
  ),
}

const NONE: Rate = percent('0')

/**
 * VAT of what a cooperative invoices. The exemptions are personal or of public providers, so they are taken only where the
 * office says that it has them. Admission is taxed at the full rate: the reduced rate is for outdoor events alone.
 */
function treat(supply: Supply): VatTreatment {
  if (supply.kind !== 'event-admission') {
    if (supply.client === 'union-business')
      return untaxed('reverse-charge', 'AE', `${ACT} 37. §: where the customer is established`)
    if (supply.client === 'outside-union')
      return untaxed('outside-scope', 'O', `${ACT} 37. § and 46. §: where the customer is established`)
  }
  if (supply.exempt && supply.kind === 'training')
    return untaxed('exempt-training', 'E', `${ACT} 85. § (1) i)-j)`)
  if (supply.exempt && (supply.kind === 'performance' || supply.kind === 'event-admission'))
    return untaxed(
      'exempt-culture',
      'E',
      `${ACT} 85. §: public-interest cultural services of public providers`,
    )
  return taxed('standard', rates.standard, supply)
}

const untaxed = (code: string, category: 'AE' | 'O' | 'E', source: string): VatTreatment => ({
  code,
  rate: NONE,
  category,
  mention: code,
  source,
})
const taxed = (code: string, series: Parameter<Rate>, supply: Supply): VatTreatment => ({
  code,
  rate: valueOn(code, series, supply.on).value,
  category: 'S',
  source: `${ACT} 82. §`,
})

/** Áfa tv. 80. §: the Hungarian central bank's rate, unless the company told the authority that it takes the European one's. */
export const vat: Vat = { rates, treat, rateSource: 'mnb', returns: vatReturns }
