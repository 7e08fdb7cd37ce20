import { datedAmounts, datedRates, type LatePayment, overReferenceRate } from '@samen/core/country'

const interest = overReferenceRate(
  'Interessi di mora nelle transazioni commerciali',
  '8',
  'D.Lgs. 231/2002, art. 5',
)

const consumerInterest = datedRates(
  'Saggio degli interessi legali',
  ['2024-01-01', '2.5', 'Codice civile, art. 1284; DM of 29 November 2023', 'From memory.'],
  ['2025-01-01', '2', 'Codice civile, art. 1284; DM of 10 December 2024'],
  ['2026-01-01', '1.6', 'Codice civile, art. 1284; DM of 10 December 2025 (GU 289 of 13 December 2025)'],
)

const lumpSum = datedAmounts('Recovery costs for each invoice', [
  '2013-01-01',
  '40',
  'D.Lgs. 231/2002, art. 6',
  'Its first day is from memory.',
])

/** D.Lgs. 231/2002, art. 5 and 6; consumers owe the saggio legale of art. 1284 Codice civile. */
export const latePayment: LatePayment = {
  business: { interest, lumpSum },
  consumer: { interest: consumerInterest, afterReminderDays: 0 },
}
