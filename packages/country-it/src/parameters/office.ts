import { datedRates, datedValues } from '@samen/core/country'

export const levy = datedRates('Share of the cooperative in the turnover, VAT excluded', [
  '2015-01-01',
  '9.5',
  'smartit.coop, Smart FAQ: 9.5 %, formerly 8.5 % (sheet a)',
])

export const payDeadlineDays = datedValues<number>(
  'count',
  'Working days after the end of a job within which its wage is paid',
  [
    '2015-01-01',
    7,
    'The federation’s promise; smartit.coop pays by the 10th of the following month (sheet a)',
    'No statute sets a day; the cooperative pays monthly, the federation promises seven working days.',
  ],
)
