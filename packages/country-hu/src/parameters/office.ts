import { datedRates, datedValues } from '@samen/core/country'
import { START } from './start.ts'

export const levy = datedRates('Commission of the cooperative on the fee, VAT excluded', [
  START,
  '8',
  'The federation’s range of 6.5 to 10 % (sheet a)',
  'No price list of a Hungarian office was found; set the office’s own.',
])

export const payDeadlineDays = datedValues<number>(
  'count',
  'Working days after the end of a job within which its wage is paid',
  [
    START,
    7,
    'The federation’s promise; Mt. (2012. évi I.) 157. § allows the 10th of the following month (sheet h)',
  ],
)
