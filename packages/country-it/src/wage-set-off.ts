import { datedRates } from '@samen/core/country'

/**
 * What may be kept back for wages paid too much. The Court of Cassation lets an employer set off within the same employment without
 * the bounds of attachment (compensazione impropria); the office keeps to the fifth of art. 545 c.p.c., and asks for consent.
 */
export const wageSetOff = datedRates('Trattenuta per somme indebite, largest part of the net', [
  '2020-01-01',
  '20',
  'C.p.c., art. 545, par. 4: a fifth; Cass. sez. lav., compensazione impropria',
  'That a fifth is always enough for the worker was not read in a text of law; the first day is chosen.',
])
