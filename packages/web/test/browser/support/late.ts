import type {
  Ageing,
  AllocationPreview,
  ClientRisk,
  DunningProposal,
  FundRules,
  FundTransfer,
  MergePreview,
} from '@samen/api/client'
import { funds } from './fixtures.ts'

/** Invented clients who pay late, one with everything a page can say about it. */
export const ageing: Ageing = {
  today: '2026-11-25',
  currency: 'EUR',
  total: '20340.50',
  debtors: 3,
  buckets: [
    { fromDays: null, amount: '8200.00', invoices: 4 },
    { fromDays: 1, amount: '5100.00', invoices: 3 },
    { fromDays: 31, amount: '3040.50', invoices: 2 },
    { fromDays: 61, amount: '2500.00', invoices: 1 },
    { fromDays: 91, amount: '1500.00', invoices: 1 },
  ],
  clients: [
    {
      clientId: 'c1',
      name: 'Theater De Verbeelding vzw',
      rating: 'E',
      bankruptOn: null,
      handedOverOn: '2026-11-20',
      invoices: 3,
      overdueDays: 134,
      buckets: ['0.00', '0.00', '3040.50', '2500.00', '1500.00'],
      total: '7040.50',
    },
    {
      clientId: 'c2',
      name: 'Festival Invention ASBL',
      rating: 'B',
      bankruptOn: '2026-11-02',
      handedOverOn: null,
      invoices: 3,
      overdueDays: 12,
      buckets: ['2200.00', '5100.00', '0.00', '0.00', '0.00'],
      total: '7300.00',
    },
  ],
}

const letter = {
  clientId: 'c1',
  clientName: 'Theater De Verbeelding vzw',
  language: 'nl',
  currency: 'EUR',
  level: 2,
  levels: 3,
  open: '7040.50',
  interest: '141.20',
  costs: '120.00',
  fee: '0.00',
}

export const proposal: DunningProposal = {
  today: '2026-11-25',
  letters: [
    { ...letter, email: null, consumer: false, legalEntityId: 'e1', invoices: [] },
    {
      ...letter,
      clientId: 'c2',
      clientName: 'Festival Invention ASBL',
      email: 'a@example.org',
      consumer: false,
      legalEntityId: 'e1',
      level: 1,
      interest: '0.00',
      costs: '0.00',
      invoices: [],
    },
  ],
}

const history = { paidInvoices: 14, daysLate: 63, overdueDays: 134, brokenPromises: 1, lostInvoices: 0 }
const overdue = {
  dueOn: '2026-07-14',
  daysLate: 134,
  open: '1500.00',
  level: 2,
  remindedOn: '2026-08-20',
  interest: '57.82',
  costs: '40.00',
  without: null,
}

export const risk: ClientRisk = {
  clientId: 'c1',
  name: 'Theater De Verbeelding vzw',
  consumer: false,
  today: '2026-11-25',
  currency: 'EUR',
  rating: 'D',
  ratedOn: '2026-10-01',
  history,
  limit: {
    decided: '10000.00',
    insured: '6000.00',
    insuredUntil: '2026-12-31',
    holds: '6000.00',
    reason: 'insured',
    exposure: '5600.00',
  },
  bankruptOn: null,
  handedOverOn: null,
  overdue: [
    {
      ...overdue,
      invoiceId: 'i1',
      number: 'INV-2026-00042',
      pause: null,
      pauseUntil: null,
      pauseReason: null,
      parts: [
        {
          from: '2026-07-15',
          to: '2026-11-25',
          days: 134,
          balance: '1500.00',
          percent: '10.5',
          yearDays: 365,
          source: 'Law of 2 August 2002, art. 5',
          unverified:
            'The rate of the second half of 2026 was not found; that of the half before is carried on.',
        },
      ],
    },
    {
      ...overdue,
      invoiceId: 'i2',
      number: 'INV-2026-00051',
      level: 0,
      remindedOn: null,
      pause: 'promise',
      pauseUntil: '2026-12-05',
      pauseReason: null,
      parts: [],
      interest: '0.00',
      costs: '0.00',
      without: 'before-law',
    },
    {
      ...overdue,
      invoiceId: 'i3',
      number: 'INV-2026-00063',
      pause: 'dispute',
      pauseUntil: null,
      pauseReason: 'The lights failed on the second evening.',
      parts: [],
    },
  ],
  ratings: [{ ratedOn: '2026-10-01', rating: 'D', of: null, ...history }],
  limits: [
    {
      kind: 'insured',
      amount: '6000.00',
      untilOn: '2026-12-31',
      reason: 'Insurer Ltd',
      decidedBy: 'kim',
      decidedOn: '2026-10-02',
      of: 'De Verbeelding',
    },
  ],
  steps: [
    {
      collectionStepId: 's1',
      kind: 'promise',
      invoiceId: 'i2',
      happenedOn: '2026-11-20',
      amount: '500.00',
      untilOn: '2026-12-05',
      reason: 'By telephone with the treasurer',
      recordedBy: 'sam',
    },
  ],
  letters: [{ ...letter, dunningLetterId: 'l1', sentOn: '2026-08-20' }],
  merged: [
    {
      ...{ clientId: 'c7', intoId: 'c1', name: 'De Verbeelding', vatNumber: null, companyNumber: null },
      ...{ reason: 'Entered twice', mergedOn: '2026-10-05', mergedBy: 'kim' },
    },
  ],
}

const side = {
  ...{ country: 'BE', companyNumber: null, email: null, town: 'Gent', rating: 'N' as const },
  ...{ openJobs: 1, invoices: 2, bankruptOn: null, handedOverOn: null },
}

export const mergePreview: MergePreview = {
  currency: 'EUR',
  merged: {
    ...side,
    ...{ clientId: 'c8', name: 'Verbeelding vzw', vatNumber: 'BE0203430577', town: null },
    ...{ owed: '850.00', exposure: '0.00', creditLimit: '10000.00', handedOverOn: '2026-11-01' },
  },
  into: {
    ...side,
    ...{ clientId: 'c1', name: 'Theater De Verbeelding vzw', vatNumber: 'BE0203430576' },
    ...{ owed: '1500.00', exposure: '5600.00', creditLimit: '10000.00' },
  },
  takes: ['email'],
  numbersDiffer: true,
}

const [guarantee, development, training] = funds.funds.map(({ fundId }) => fundId) as [string, string, string]

export const rules: FundRules = {
  currency: 'EUR',
  rules: [
    {
      from: '2020-01-01',
      shares: [
        { fundId: guarantee, percent: '60' },
        { fundId: development, percent: '25' },
        { fundId: training, percent: '15' },
      ],
    },
    { from: '2099-01-01', shares: [{ fundId: guarantee, percent: '100' }] },
  ],
  bounds: [],
}

export const preview: AllocationPreview = {
  currency: 'EUR',
  from: '2025-11-26',
  to: '2026-11-25',
  levies: 4120,
  total: '1000000.00',
  funds: [
    ['wage-guarantee', guarantee, '600000.00', '750000.00', '150000.00'] as const,
    ['development', development, '250000.00', '150000.00', '-100000.00'] as const,
    ['training', training, '150000.00', '100000.00', '-50000.00'] as const,
  ].map(([code, fundId, got, would, difference]) => ({
    ...{ code, fundId, got, would, difference },
    name: code,
    availableThen: '402118.20',
  })),
  months: [],
  moves: [{ fromFundId: guarantee, toFundId: training, amount: '12500.00' }],
  missing: [],
  over: [],
}

const transfer = {
  fromFundId: development,
  toFundId: guarantee,
  currency: 'EUR',
  amount: '25000.00',
  decidedOn: '2026-11-20',
  minutes: 'Point 4 of the minutes',
  proposedBy: 'someone',
  proposedAt: '2026-11-21T09:00:00Z',
}
export const transfers: FundTransfer[] = [
  {
    ...transfer,
    fundTransferId: 't1',
    state: 'proposed',
    approvedBy: null,
    mayApprove: true,
    approvedAt: null,
    effectiveOn: null,
  },
  {
    ...transfer,
    fundTransferId: 't2',
    mayApprove: false,
    state: 'approved',
    approvedBy: 'kim',
    approvedAt: '2026-11-22T09:00:00Z',
    effectiveOn: '2026-11-22',
  },
]
