import { datedAmounts, datedRates, type LatePayment } from '@samen/core/country'

const interest = datedRates(
  'Verzugszinsen unter Unternehmern (9,2 Punkte über dem Basiszinssatz)',
  ['2024-01-01', '13.08', '§ 456 UGB: base rate 3.88 %', 'The base rate is from memory (OeNB).'],
  ['2024-07-01', '13.08', '§ 456 UGB: base rate 3.88 %', 'The base rate is from memory (OeNB).'],
  ['2025-01-01', '11.73', '§ 456 UGB: base rate 2.53 %', 'The base rate is from memory (OeNB).'],
  ['2025-07-01', '10.73', '§ 456 UGB: base rate 1.53 %', 'The base rate is from memory (OeNB).'],
  ['2026-01-01', '10.73', '§ 456 UGB: base rate 1.53 %', 'The base rate is from memory (OeNB).'],
  [
    '2026-07-01',
    '10.73',
    '§ 456 UGB',
    'The rate of the second half of 2026 was not found; that of the half before is carried on.',
  ],
)

const consumerInterest = datedRates('Gesetzliche Zinsen', ['2024-01-01', '4', '§ 1000 (1), § 1333 (1) ABGB'])

const lumpSum = datedAmounts('Recovery costs for each invoice', [
  '2013-03-16',
  '40',
  '§ 458 UGB',
  'Its first day is from memory.',
])

/**
 * § 456 UGB: 9.2 points over the base rate of the half-year's first day between businesses; § 1000 ABGB: four percent
 * of consumers.
 */
export const latePayment: LatePayment = {
  business: { interest, lumpSum },
  consumer: { interest: consumerInterest, afterReminderDays: 0 },
}
