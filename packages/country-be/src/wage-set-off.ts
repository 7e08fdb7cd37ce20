import { datedRates } from '@samen/core/country'

/**
 * What may be kept back for wages paid too much. Art. 23 lists what an employer may keep back by itself, and money paid in error is
 * not on it (Cass. 19 January 2004): so with the worker's consent alone, and never beyond the fifth of what is due in cash at each pay
 * that its second paragraph draws for everything else.
 */
export const wageSetOff = datedRates('Retenues sur la rémunération, largest part of the net', [
  '2004-01-19',
  '20',
  'Law of 12 April 1965, art. 23; SPF Emploi, Retenues sur rémunération (Cass. 19 January 2004: only with consent)',
])
