import type { Appropriation, FiscalYears } from '@samen/api/client'

const now = new Date().toISOString()

export const fiscalYears: FiscalYears = {
  currency: 'EUR',
  companies: [
    {
      entityNo: 1,
      name: 'Samen België',
      from: '2026-10-01',
      to: '2027-09-30',
      rules: [
        {
          from: '2025-10-01',
          months: 12,
          reason: 'Assembly of 12 June 2025, item 3',
          setBy: 'Jan Maes',
          setAt: now,
        },
      ],
      broughtForward: '31200.50',
      reserves: '40000.00',
      years: [
        { from: '2026-10-01', to: '2027-09-30', state: 'running', result: '-2100.00', toReserves: '0.00' },
        { from: '2025-10-01', to: '2026-09-30', state: 'closed', result: '24100.50', toReserves: '0.00' },
        {
          from: '2025-01-01',
          to: '2025-09-30',
          state: 'decided',
          result: '18000.00',
          toReserves: '12000.00',
        },
        { from: '2024-01-01', to: '2024-12-31', state: 'closed', result: '0.00', toReserves: '0.00' },
      ],
    },
  ],
}

const appropriation: Appropriation = {
  appropriationId: 'appropriation-1',
  entityNo: 1,
  yearFrom: '2025-10-01',
  yearTo: '2026-09-30',
  currency: 'EUR',
  toReserves: '15000.00',
  decidedOn: '2026-11-20',
  minutes: 'Assembly of 20 November 2026, item 5',
  state: 'proposed',
  proposedBy: 'An Claes',
  proposedAt: now,
  approvedBy: null,
  approvedAt: null,
  effectiveOn: null,
  mayApprove: true,
}

export const appropriations: Appropriation[] = [
  appropriation,
  {
    ...appropriation,
    appropriationId: 'appropriation-0',
    yearFrom: '2025-01-01',
    yearTo: '2025-09-30',
    toReserves: '12000.00',
    decidedOn: '2026-01-30',
    state: 'approved',
    approvedBy: 'Jan Maes',
    approvedAt: now,
    effectiveOn: '2026-01-31',
    mayApprove: false,
  },
]
