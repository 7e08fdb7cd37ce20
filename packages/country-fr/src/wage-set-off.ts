import { datedRates } from '@samen/core/country'

/**
 * What may be kept back for wages paid too much: they count as an advance in cash (Cass. soc. 3 November 2011, no. 10-16.660), of
 * which successive parts are kept back, each at most a tenth of the wages due. The office asks for consent all the same.
 */
export const wageSetOff = datedRates('Retenue pour trop-perçu, largest part of the net', [
  '2011-11-03',
  '10',
  'Code du travail, art. L. 3251-3; Cass. soc. 3 November 2011, no. 10-16.660',
])
