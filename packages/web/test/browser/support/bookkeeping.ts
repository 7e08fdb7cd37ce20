import type { Accrual, Asset, InternalOrder, Loan, MonthReview } from '@samen/api/client'

const currency = 'EUR'

/** A month before it is closed; the one before it somebody wants to open again. */
export const month = (period: string, isClosed: boolean): MonthReview => {
  const asked = {
    eventId: 'e-1',
    kind: 'reopening-asked' as const,
    by: 'lotte',
    mayConfirm: true,
    reason: 'A supplier invoice of that month came late.',
    at: new Date().toISOString(),
  }
  return {
    period,
    state: isClosed ? 'closed' : 'soft',
    asked: isClosed ? asked : null,
    currency,
    checklist: isClosed
      ? []
      : [
          {
            code: 'run-not-posted',
            blocks: true,
            count: 1,
            detail: 'A pay run of the month is not posted: post or discard it.',
          },
          {
            code: 'depreciation-due',
            blocks: false,
            count: 2,
            detail: '2 things of activities are not written off for the month: post its depreciation.',
          },
        ],
    authorities: [
      {
        code: 'onss',
        name: 'Office national de sécurité sociale',
        kind: 'social',
        number: '454000',
        opening: '182000.40',
        payslips: '96210.11',
        booked: '96210.11',
        other: '-182000.40',
        closing: '96210.11',
      },
      {
        code: 'spf',
        name: 'SPF Finances',
        kind: 'tax',
        number: '453000',
        opening: '0.00',
        payslips: '51004.12',
        booked: '51004.11',
        other: '0.00',
        closing: '51004.11',
      },
    ],
    events: [asked],
  }
}

export const activities = ['Ada sings', 'Mira builds sets'].map((name, index) => ({
  activityId: `activity-${index}`,
  name,
  kind: 'single' as const,
  budget: '4210.55',
}))

export const internalOrders: InternalOrder[] = [
  {
    internalOrderId: 'internal-order-1',
    seller: { activityId: 'activity-1', name: 'Mira builds sets' },
    buyer: { activityId: 'activity-0', name: 'Ada sings' },
    title: 'A set for the autumn tour, with a trapdoor',
    currency,
    amount: '1250.00',
    offeredOn: '2026-11-12',
    state: 'delivered',
    steps: [
      { step: 'accept', reason: '', takenOn: '2026-11-13' },
      { step: 'deliver', reason: '', takenOn: '2026-11-20' },
    ],
    next: ['withdraw', 'settle'],
  },
  {
    internalOrderId: 'internal-order-2',
    seller: { activityId: 'activity-0', name: 'Ada sings' },
    buyer: { activityId: 'activity-1', name: 'Mira builds sets' },
    title: 'Songs for the open workshop',
    currency,
    amount: '300.00',
    offeredOn: '2026-10-02',
    state: 'declined',
    steps: [{ step: 'decline', reason: 'The workshop is not held this year.', takenOn: '2026-10-04' }],
    next: [],
  },
]

export const equipment: Asset[] = [
  {
    assetId: 'asset-1',
    supplierInvoiceId: 'supplier-invoice-2',
    activityId: 'activity-1',
    activityName: 'Mira builds sets',
    name: 'Table saw with dust extraction',
    reference: '2026/114',
    currency,
    cost: '2400.00',
    vat: '504.00',
    boughtOn: '2026-03-12',
    inUseFrom: '2026-03-01',
    months: 60,
    residual: '0.00',
    declining: null,
    depreciated: '320.00',
    bookValue: '2080.00',
    disposedOn: null,
    proceeds: null,
    gain: null,
  },
  {
    assetId: 'asset-2',
    supplierInvoiceId: null,
    activityId: 'activity-0',
    activityName: 'Ada sings',
    name: 'Microphone',
    reference: '',
    currency,
    cost: '890.00',
    vat: '0.00',
    boughtOn: '2025-05-02',
    inUseFrom: '2025-05-01',
    months: 36,
    residual: '0.00',
    declining: '40',
    depreciated: '890.00',
    bookValue: '0.00',
    disposedOn: '2026-08-20',
    proceeds: '200.00',
    gain: '-120.00',
  },
]

const instalment = { instalment: 4, dueOn: '2026-12-10', principal: '100.00', interest: '4.50' }

export const loans: Loan[] = [
  {
    loanId: 'loan-1',
    activityId: 'activity-1',
    activityName: 'Mira builds sets',
    lender: { fundId: 'fund-2', name: 'Development fund' },
    currency,
    principal: '1200.00',
    outstanding: '900.00',
    interestPaid: '16.50',
    firstDueOn: '2026-09-10',
    instalments: 12,
    paid: 3,
    rates: [{ from: '1900-01-01', percent: '6' }],
    purpose: 'A van for the sets',
    state: 'lent',
    proposedBy: 'lotte',
    mayApprove: false,
    approvedBy: 'kim',
    lentOn: '2026-08-01',
    next: instalment,
  },
]
const [first] = loans as [Loan]
loans.push({
  ...first,
  loanId: 'loan-2',
  lender: null,
  purpose: 'Lights',
  state: 'proposed',
  approvedBy: null,
  lentOn: null,
  next: null,
})

export const loanStatement = {
  ...first,
  payments: [{ paymentNo: 1, instalment: 1, paidOn: '2026-09-10', principal: '100.00', interest: '6.00' }],
  schedule: [instalment],
}

export const provisions = {
  currency,
  from: '2026-01-01',
  to: '2026-10-31',
  provisions: [
    {
      code: 'holiday',
      name: 'Pécule de vacances',
      number: '456000',
      opening: '41200.00',
      setAside: '88100.10',
      used: '40110.00',
      closing: '89190.10',
    },
  ],
  workers: [
    {
      code: 'holiday',
      memberId: 'member-1',
      memberName: 'Mira Invented',
      activityId: 'activity-1',
      activityName: 'Mira builds sets',
      setAside: '1210.40',
      toDate: '2400.00',
    },
  ],
  more: true,
}

export const accruals: Accrual[] = [
  {
    accrualId: 'accrual-1',
    entityNo: 1,
    period: '2026-10',
    account: 'purchases',
    currency,
    amount: '300.00',
    reason: 'Audit of the year, a twelfth',
    reversedOn: '2026-11-01',
    recordedBy: 'lotte',
    recordedAt: new Date().toISOString(),
  },
]
