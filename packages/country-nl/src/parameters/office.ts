import { datedRates, datedValues } from '@samen/core/country'

/** Levy on the fee and the promise clock; by date. */
export const levy = datedRates('Levy of the cooperative on amounts invoiced, VAT excluded', [
  '2018-01-01',
  '6.5',
  'The rate of the Belgian cooperative (sheet a)',
  'No figure of a Dutch shared enterprise was found; the office sets its own.',
])

export const payDeadlineDays = datedValues<number>(
  'count',
  'Working days after the end of a job within which its wage is paid',
  [
    '2018-01-01',
    7,
    'The cooperative’s promise; BW art. 7:623 asks for payment at the end of each wage period, at most a month later',
  ],
)
