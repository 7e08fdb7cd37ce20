import { datedValues, type Parameter, type Rate } from '@samen/core/country'

/** The cooperative's own levy on the fee: `datedRates(title, [from, percent, source])`. */
export const levy: Parameter<Rate> = { unit: 'rate', title: 'Levy of the cooperative on the fee', series: [] }

export const payDeadlineDays = datedValues<number>(
  'count',
  'Working days after the end of a job within which its wage is paid',
  ['2025-01-01', 7, 'The federation’s promise; where a statute asks for less time, write it here'],
)
