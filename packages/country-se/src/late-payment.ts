import { datedAmounts, datedRates, type LatePayment } from '@samen/core/country'

const interest = datedRates(
  'Dröjsmålsränta (referensränta och 8 procentenheter)',
  ['2024-01-01', '12', 'Räntelagen 6 § and 9 §; Riksbanken, reference rate 4.00 %'],
  ['2024-07-01', '12', 'Räntelagen 6 § and 9 §; Riksbanken, reference rate 4.00 %'],
  ['2025-01-01', '11', 'Räntelagen 6 § and 9 §; Riksbanken, reference rate 3.00 %'],
  ['2025-07-01', '10', 'Räntelagen 6 § and 9 §; Riksbanken, reference rate 2.00 %'],
  ['2026-01-01', '10', 'Räntelagen 6 § and 9 §; Riksbanken, reference rate 2.00 %'],
  [
    '2026-07-01',
    '10',
    'Räntelagen 6 § and 9 §',
    'The rate of the second half of 2026 was not found; that of the half before is carried on.',
  ],
)

const lumpSum = datedAmounts('Recovery costs for each invoice', [
  '2013-03-16',
  '450',
  'Lag (1981:739) 4 a §, förordning (1981:1057)',
  'From memory.',
])

/**
 * Räntelagen (1975:635) 6 §: the reference rate and eight points, of businesses and consumers alike; between
 * businesses the förseningsersättning of lag (1981:739).
 */
export const latePayment: LatePayment = {
  business: { interest, lumpSum },
  consumer: { interest, afterReminderDays: 0 },
}
