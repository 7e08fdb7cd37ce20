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

const ACT = 'Mervärdesskattelagen (2023:200)'

const rateOf = (title: string, value: string): Parameter<Rate> =>
  parameter({
    unit: 'rate',
    title,
    series: [{ from: '2023-07-01', value: percent(value), source: `${ACT} 9 kap. (sheet f)` }],
  })

const rates = {
  standard: rateOf('Standard rate of VAT: also work of performers whom an umbrella company employs', '25'),
  intermediate: rateOf('Intermediate rate of VAT; no supply of the cooperative uses it', '12'),
  copyright: rateOf('Reduced rate: transfer of copyright to literary and artistic works', '6'),
  admission: rateOf('Reduced rate: admission to concerts, circus, theatre, opera and ballet', '6'),
}

const ELSEWHERE = { reverseCharge: `${ACT} 6 kap. 33 §`, outsideScope: `${ACT} 6 kap. 33 §` }

/**
 * VAT of what a cooperative invoices. A performance is exempt only when the artist sells it: a company that employs the
 * artist for the assignment is a production company and charges the full rate, so there is no choice to exempt it.
 * Services to a business elsewhere in the Union are taxed there, admission where the event takes place.
 */
function treat(supply: Supply): VatTreatment {
  const elsewhere = taxedElsewhere(supply, ELSEWHERE)
  if (elsewhere) return elsewhere
  switch (supply.kind) {
    case 'copyright':
      return taxed('reduced-copyright', rates.copyright, supply)
    case 'event-admission':
      return taxed('reduced-admission', rates.admission, supply)
    case 'training':
      if (supply.exempt)
        return {
          code: 'exempt-training',
          rate: NO_VAT,
          category: 'E',
          mention: 'exempt-training',
          source: `${ACT} 10 kap.: education of the public system and of recognised providers`,
        }
      return taxed('standard', rates.standard, supply)
    default:
      return taxed('standard', rates.standard, supply)
  }
}

const taxed = (code: string, series: Parameter<Rate>, supply: Supply): VatTreatment => ({
  code,
  rate: valueOn(code, series, supply.on).value,
  category: 'S',
  source: `${ACT} 9 kap.`,
})

export const vat: Vat = { rates, treat, returns: vatReturns }
