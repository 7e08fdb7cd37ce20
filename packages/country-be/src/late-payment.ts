import { datedAmounts, datedRates, type LatePayment } from '@samen/core/country'

const interest = datedRates(
  'Intérêt de retard, transactions commerciales (reference rate and 8 points, up to the half point)',
  ['2024-01-01', '12.5', 'Law of 2 August 2002, art. 5; notice of FPS Finance, first half of 2024'],
  [
    '2024-07-01',
    '12.5',
    'Law of 2 August 2002, art. 5: 4.25 and 8, up to the half point',
    'Computed from the ECB rate, the notice was not read.',
  ],
  [
    '2025-01-01',
    '11.5',
    'Law of 2 August 2002, art. 5: 3.15 and 8, up to the half point',
    'Computed from the ECB rate, the notice was not read.',
  ],
  ['2025-07-01', '10.5', 'Law of 2 August 2002, art. 5; Embuild, second half of 2025'],
  ['2026-01-01', '10.5', 'Law of 2 August 2002, art. 5; Embuild, first half of 2026'],
  [
    '2026-07-01',
    '10.5',
    'Law of 2 August 2002, art. 5',
    'The rate of the second half of 2026 was not found; that of the half before is carried on.',
  ],
)

const consumerInterest = datedRates(
  'Taux d’intérêt légal, matière civile',
  ['2024-01-01', '5.75', 'Law of 5 May 1865, art. 2; legal rate of 2024', 'From memory.'],
  ['2025-01-01', '4.5', 'Law of 5 May 1865, art. 2; Moniteur belge, legal rate of 2025 (Embuild)'],
  ['2026-01-01', '4.5', 'Law of 5 May 1865, art. 2; Moniteur belge, legal rate of 2026 (Embuild)'],
)

const lumpSum = datedAmounts('Recovery costs for each invoice', [
  '2013-03-16',
  '40',
  'Law of 2 August 2002, art. 6',
  'Its first day is from memory.',
])

/**
 * Law of 2 August 2002 on late payment in commercial transactions; of consumers, Book XIX of the Code of economic law
 * (since 1 September 2023): a first reminder costs nothing and leaves fourteen days. Without a clause in the contract
 * a consumer owes the legal rate.
 */
export const latePayment: LatePayment = {
  business: { interest, lumpSum },
  consumer: { interest: consumerInterest, afterReminderDays: 14 },
}
