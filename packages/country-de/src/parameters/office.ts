import { datedRates, datedValues } from '@samen/core/country'

/** The cooperative's levy on the fee. */
export const levy = datedRates('Genossenschaftsgebühr: the cooperative’s levy on the fee net of VAT', [
  '2016-01-01',
  '9',
  'Smart eG, Genaue Voraussetzungen und Kosten: first 7 %, now 9 % of the net invoice',
])

export const payDeadlineDays = datedValues<number>('count', 'Working days from a job’s end to its wage', [
  '2016-01-01',
  7,
  'The federation’s promise to its members; the law asks pay by the last bank day of the following month (MiLoG § 2)',
])
