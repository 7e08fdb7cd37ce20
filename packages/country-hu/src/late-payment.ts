import { datedAmounts, datedRates, type LatePayment } from '@samen/core/country'

const interest = datedRates(
  'Késedelmi kamat vállalkozások között (alapkamat és 8 százalékpont)',
  ['2024-01-01', '18.75', 'Ptk. 6:155 (1): base rate of the MNB 10.75 %', 'From memory.'],
  ['2024-07-01', '15.00', 'Ptk. 6:155 (1): base rate of the MNB 7.00 %'],
  ['2025-01-01', '14.50', 'Ptk. 6:155 (1): base rate of the MNB 6.50 %', 'From memory.'],
  ['2025-07-01', '14.50', 'Ptk. 6:155 (1): base rate of the MNB 6.50 %'],
  ['2026-01-01', '14.50', 'Ptk. 6:155 (1): base rate of the MNB 6.50 %'],
  [
    '2026-07-01',
    '14.25',
    'Ptk. 6:155 (1): base rate of the MNB 6.25 %',
    'The base rate of 1 July 2026 was not found; that of 25 February 2026 is carried on.',
  ],
)

const consumerInterest = datedRates(
  'Késedelmi kamat (jegybanki alapkamat)',
  ['2024-01-01', '10.75', 'Ptk. 6:48 (1): base rate of the MNB 10.75 %', 'From memory.'],
  ['2024-07-01', '7.00', 'Ptk. 6:48 (1): base rate of the MNB 7.00 %'],
  ['2025-01-01', '6.50', 'Ptk. 6:48 (1): base rate of the MNB 6.50 %', 'From memory.'],
  ['2025-07-01', '6.50', 'Ptk. 6:48 (1): base rate of the MNB 6.50 %'],
  ['2026-01-01', '6.50', 'Ptk. 6:48 (1): base rate of the MNB 6.50 %'],
  [
    '2026-07-01',
    '6.25',
    'Ptk. 6:48 (1): base rate of the MNB 6.25 %',
    'The base rate of 1 July 2026 was not found; that of 25 February 2026 is carried on.',
  ],
)

const lumpSum = datedAmounts('Recovery costs for each invoice', [
  '2016-03-24',
  '40',
  '2016. évi IX. törvény 3. §',
  'From memory.',
])

/**
 * Ptk. 6:155: the base rate of the half-year's first day and eight points between businesses; Ptk. 6:48: the base
 * rate of consumers. Forty euro for recovery by Act IX of 2016, in forints by the MNB's rate: the office states the
 * forints in its dunning rule.
 */
export const latePayment: LatePayment = {
  business: { interest, lumpSum, lumpSumCurrency: 'EUR' },
  consumer: { interest: consumerInterest, afterReminderDays: 0 },
}
