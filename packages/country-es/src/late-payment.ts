import { datedAmounts, datedRates, type LatePayment, overReferenceRate } from '@samen/core/country'

const interest = overReferenceRate(
  'Interés de demora en operaciones comerciales',
  '8',
  'Ley 3/2004, art. 7; BOE-A-2025-27201 for 2026',
)

const consumerInterest = datedRates('Interés legal del dinero', [
  '2023-01-01',
  '3.25',
  'Ley 31/2022 (budget of 2023), disposición adicional 42ª, prolonged since',
  'From memory.',
])

const lumpSum = datedAmounts('Recovery costs for each invoice', [
  '2013-07-28',
  '40',
  'Ley 3/2004, art. 8',
  'Its first day is from memory.',
])

/**
 * Ley 3/2004, art. 7 and 8; consumers owe the interés legal del dinero from the day payment is demanded (art. 1100
 * and 1108 Código civil).
 */
export const latePayment: LatePayment = {
  business: { interest, lumpSum },
  consumer: { interest: consumerInterest, afterReminderDays: 0 },
}
