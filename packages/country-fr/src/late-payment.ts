import { datedAmounts, datedRates, type LatePayment, overReferenceRate } from '@samen/core/country'

const interest = overReferenceRate(
  'Pénalités de retard entre professionnels',
  '10',
  'Code de commerce, art. L441-10 II',
)

const consumerInterest = datedRates(
  'Taux de l’intérêt légal, créances des professionnels',
  ['2024-01-01', '5.07', 'Code monétaire et financier, art. L313-2; first half of 2024'],
  ['2024-07-01', '4.92', 'Code monétaire et financier, art. L313-2; second half of 2024', 'From memory.'],
  ['2025-01-01', '3.71', 'Code monétaire et financier, art. L313-2; first half of 2025', 'From memory.'],
  [
    '2025-07-01',
    '2.76',
    'Code monétaire et financier, art. L313-2; order in the JO of 24 June 2025',
    'From memory.',
  ],
  ['2026-01-01', '2.62', 'Code monétaire et financier, art. L313-2; first half of 2026', 'From memory.'],
  [
    '2026-07-01',
    '2.62',
    'Code monétaire et financier, art. L313-2',
    'The rate of the second half of 2026 was not found; that of the half before is carried on.',
  ],
)

const lumpSum = datedAmounts('Recovery costs for each invoice', [
  '2013-01-01',
  '40',
  'Code de commerce, art. L441-10 II and D441-5',
  'Its first day is from memory.',
])

/**
 * Art. L441-10 II Code de commerce: the ECB's rate and ten points, unless the contract says otherwise; consumers owe
 * the legal rate from the day they are put on notice (art. 1231-6 Code civil).
 */
export const latePayment: LatePayment = {
  business: { interest, lumpSum },
  consumer: { interest: consumerInterest, afterReminderDays: 0 },
}
