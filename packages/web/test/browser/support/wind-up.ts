import type { WindUp } from '@samen/api/client'

export const windUp: WindUp = {
  windUp: {
    state: 'confirmed',
    decidedOn: '2026-03-14',
    endsOn: '2026-12-31',
    minutes: 'assembly of 14 March, item 5',
    proposedBy: 'Rosa',
    confirmedBy: 'Kim',
  },
  lastDayIsOver: false,
  isSettled: false,
  unsettled: {
    checks: [
      { code: 'receipts-waiting', count: 2, detail: '2 receipts still wait to be matched to an invoice.' },
    ],
    openJobs: 3,
    openMonths: { count: 2, first: '2026-10' },
    waitingPacks: 1,
    lastPackMissing: true,
    balances: [
      ['client-receivable', '400000', 'Handelsdebiteuren', 'asset', 4, '12450.00'],
      ['fund-available', '160000', 'Waarborgfonds', 'liability', 2, '-38200.50'],
    ].map(([account, number, name, type, subjects, amount]) => ({
      account: String(account),
      number: String(number),
      name: String(name),
      type: type === 'asset' ? 'asset' : 'liability',
      currency: 'EUR',
      subjects: Number(subjects),
      amount: String(amount),
    })),
  },
}
