import { datedAmounts, datedRates, type LatePayment, overReferenceRate } from '@samen/core/country'

const interest = overReferenceRate('Wettelijke handelsrente', '8', 'BW 6:119a and 6:120 (2)')

const consumerInterest = datedRates(
  'Wettelijke rente',
  ['2024-01-01', '7', 'Besluit vaststelling wettelijke rente of 20 December 2023'],
  ['2025-01-01', '6', 'Besluit vaststelling wettelijke rente, 2025', 'From memory.'],
  ['2026-01-01', '4', 'Besluit vaststelling wettelijke rente, 2026', 'From memory.'],
)

const lumpSum = datedAmounts('Recovery costs for each invoice', [
  '2013-03-16',
  '40',
  'BW 6:96 (4)',
  'Its first day is from memory.',
])

/**
 * Burgerlijk Wetboek 6:119a, 6:120 (2) and 6:96 (4); of consumers 6:119 and 6:120 (1). The scaled collection costs of
 * consumers (BIK) are not asked for.
 */
export const latePayment: LatePayment = {
  business: { interest, lumpSum },
  consumer: { interest: consumerInterest, afterReminderDays: 0 },
}
