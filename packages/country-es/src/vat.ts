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

const ACT = 'Ley 37/1992'

const rates = {
  standard: datedRates(
    'IVA, tipo general: also performances sold by a cooperative, which is no natural person',
    ['2012-09-01', '21', `${ACT} art. 90.1`],
  ),
  admission: datedRates('IVA, tipo reducido: admission to theatre, music, dance, museums, live culture', [
    '2017-06-29',
    '10',
    `${ACT} art. 91.Uno.2.6º`,
  ]),
  superReduced: datedRates('IVA, tipo superreducido; no supply of the cooperative uses it', [
    '1995-01-01',
    '4',
    `${ACT} art. 91.Dos`,
  ]),
}

const NONE: Rate = percent('0')

/**
 * VAT of what a cooperative invoices. The reduced rate of performers is for natural persons alone (art. 91.Uno.2.13º), and so
 * is the exemption of authors (art. 20.Uno.26º). Cultural entities of social character and recognised education may be
 * exempt. Services to businesses elsewhere are taxed there, admission where the event takes place.
 */
function treat(supply: Supply): VatTreatment {
  const admission = supply.kind === 'event-admission'
  if (!admission && supply.client === 'union-business')
    return {
      code: 'reverse-charge',
      rate: NONE,
      category: 'AE',
      mention: 'reverse-charge',
      source: `${ACT} art. 69.Uno.1º and 84; RD 1619/2012 art. 6.1.m`,
    }
  if (!admission && supply.client === 'outside-union')
    return {
      code: 'outside-scope',
      rate: NONE,
      category: 'O',
      mention: 'outside-scope',
      source: `${ACT} art. 69`,
    }
  if (supply.exempt && supply.kind === 'training') return exempt('exempt-training', `${ACT} art. 20.Uno.9º`)
  if (supply.exempt && (admission || supply.kind === 'performance'))
    return exempt('exempt-culture', `${ACT} art. 20.Uno.14º`)
  return admission
    ? taxed('reduced-admission', rates.admission, supply, `${ACT} art. 91.Uno.2.6º`)
    : taxed('standard', rates.standard, supply, `${ACT} art. 90`)
}

const exempt = (code: string, source: string): VatTreatment => ({
  code,
  rate: NONE,
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
