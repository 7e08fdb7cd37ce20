import { datedRates, datedValues } from '@samen/core/country'

/** Levy on the fee and the promise clock; by date. */
export const levy = datedRates('Commission of the cooperative on each contract, VAT excluded', [
  '2013-05-14',
  '7.5',
  'Smart Ibérica: 5.5 % operation and 2 % guarantee fund (sheet a)',
  'Published by 2020; no newer figure was found.',
])

export const payDeadlineDays = datedValues<number>(
  'count',
  'Working days after the end of a job within which its wage is paid',
  [
    '2013-05-14',
    7,
    'The federation’s promise; Estatuto de los Trabajadores art. 29 asks for punctual pay, at least monthly',
  ],
)
