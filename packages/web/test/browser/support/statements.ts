import type { Statements } from '@samen/api/client'

const account = (number: string, name: string, amount: string, before: string) => ({
  number,
  name,
  result: null,
  amount,
  before,
})

export const statements: Statements = {
  currency: 'EUR',
  from: '2026-01-01',
  to: '2026-11-30',
  fromBefore: '2025-01-01',
  toBefore: '2025-11-30',
  companies: [
    { entityNo: 1, name: 'Samen België' },
    { entityNo: 2, name: 'Samen Podium' },
  ],
  balanceSheet: {
    assets: {
      amount: '48000.00',
      before: '31000.00',
      lines: [
        account('400000', 'Handelsdebiteuren', '18000.00', '11000.00'),
        account('550000', 'Bank', '30000.00', '20000.00'),
      ],
    },
    liabilities: {
      amount: '46500.00',
      before: '30400.00',
      lines: [account('489000', 'Activiteiten', '46500.00', '30400.00')],
    },
    equity: {
      amount: '1500.00',
      before: '600.00',
      lines: [
        { number: '', name: '', result: 'of-earlier-years', amount: '600.00', before: '0.00' },
        { number: '', name: '', result: 'of-the-year', amount: '900.00', before: '600.00' },
      ],
    },
  },
  profitAndLoss: {
    income: {
      amount: '120000.00',
      before: '90000.00',
      lines: [account('700000', 'Omzet', '120000.00', '90000.00')],
    },
    expenses: {
      amount: '119100.00',
      before: '89400.00',
      lines: [account('620000', 'Lonen', '119100.00', '89400.00')],
    },
    result: { amount: '900.00', before: '600.00' },
  },
  cashFlow: {
    opening: { amount: '20000.00', before: '12000.00' },
    flows: {
      amount: '10000.00',
      before: '8000.00',
      lines: [
        account('400000', 'Handelsdebiteuren', '90000.00', '70000.00'),
        account('455000', 'Nettolonen', '-80000.00', '-62000.00'),
      ],
    },
    closing: { amount: '30000.00', before: '20000.00' },
  },
}
