import type { Cession, Reinsurance } from '@samen/api/client'

export const statement: Cession = {
  format: 'samen-cession-1',
  from: 'be',
  to: 'fr',
  currency: 'EUR',
  period: '2026-10',
  lines: [
    { lossYear: 2026, gross: '18400.00', ceded: '9200.00', change: '3200.00' },
    { lossYear: 2025, gross: '9000.00', ceded: '2000.00', change: '-400.00' },
  ],
  premium: '812.40',
}

const terms = {
  fromYear: 2025,
  fundId: 'fund-1',
  currency: 'EUR',
  retentionPerLoss: '2000.00',
  retentionPerYear: '5000.00',
  sharePercent: '80',
  premiumPercent: '2.5',
}

export const whole: Reinsurance = {
  treaties: [
    { ...terms, counterparty: 'fr', direction: 'ceded' },
    { ...terms, counterparty: 'hu', direction: 'assumed' },
  ],
  accounts: [
    {
      counterparty: 'fr',
      direction: 'ceded',
      period: '2026-10',
      premium: '812.40',
      statement,
      bookedBy: 'Jan Maes',
    },
    {
      counterparty: 'hu',
      direction: 'assumed',
      period: '2026-10',
      premium: '120.00',
      statement: {
        ...statement,
        from: 'hu',
        to: 'be',
        currency: 'HUF',
        lines: [{ lossYear: 2026, gross: '2400000.00', ceded: '900000.00', change: '900000.00' }],
        premium: '48000.00',
      },
      bookedBy: 'Jan Maes',
    },
  ],
}
