import type { HiringDeclaration } from '@samen/core/country'

/**
 * Sweden has no declaration of a single hiring: an employer registers once, before its first wage (SKV 4620), and reports
 * each worker in the monthly employer return (AGI) by the 12th of the following month. A staff ledger (personalliggare) is
 * kept at the workplace in listed trades only, of which the stage is none.
 */
export const hiring: HiringDeclaration = {
  name: 'ingen anmälan',
  authority: 'skatteverket-tax',
  required: false,
  source: 'Skatteförfarandelagen (2011:1244) 7 kap., 26 kap. and 39 kap. 11 §; sheet e',
}
