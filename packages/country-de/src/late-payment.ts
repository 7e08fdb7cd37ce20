import { datedAmounts, datedRates, type LatePayment } from '@samen/core/country'

const interest = datedRates(
  'Verzugszinsen unter Unternehmern (9 Punkte über dem Basiszinssatz)',
  ['2024-01-01', '12.62', '§ 288 (2), § 247 BGB: 3.62 % named in the statute'],
  ['2024-07-01', '12.37', '§ 288 (2), § 247 BGB: 3.37 %, by the fall of the ECB rate'],
  ['2025-01-01', '11.27', '§ 288 (2), § 247 BGB: 2.27 %, by the fall of the ECB rate'],
  ['2025-07-01', '10.27', '§ 288 (2) BGB; Bundesbank, 1.27 %'],
  ['2026-01-01', '10.27', '§ 288 (2) BGB; Bundesbank, 1.27 %'],
  [
    '2026-07-01',
    '10.27',
    '§ 288 (2) BGB',
    'The rate of the second half of 2026 was not found; that of the half before is carried on.',
  ],
)

const consumerInterest = datedRates(
  'Verzugszinsen von Verbrauchern (5 Punkte über dem Basiszinssatz)',
  ['2024-01-01', '8.62', '§ 288 (1), § 247 BGB: 3.62 % named in the statute'],
  ['2024-07-01', '8.37', '§ 288 (1), § 247 BGB: 3.37 %, by the fall of the ECB rate'],
  ['2025-01-01', '7.27', '§ 288 (1), § 247 BGB: 2.27 %, by the fall of the ECB rate'],
  ['2025-07-01', '6.27', '§ 288 (1) BGB; Bundesbank, 1.27 %'],
  ['2026-01-01', '6.27', '§ 288 (1) BGB; Bundesbank, 1.27 %'],
  [
    '2026-07-01',
    '6.27',
    '§ 288 (1) BGB',
    'The rate of the second half of 2026 was not found; that of the half before is carried on.',
  ],
)

const lumpSum = datedAmounts('Recovery costs for each invoice', [
  '2014-07-29',
  '40',
  '§ 288 (5) BGB',
  'Its first day is from memory.',
])

/**
 * § 288 BGB: nine points over the Basiszinssatz between businesses, five of consumers; § 247 BGB fixes it every half-
 * year.
 */
export const latePayment: LatePayment = {
  business: { interest, lumpSum },
  consumer: { interest: consumerInterest, afterReminderDays: 0 },
}
