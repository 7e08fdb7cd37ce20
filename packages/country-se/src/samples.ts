const october = { from: '2026-10-01', to: '2026-10-31' }

/** Ordinary cases of a shared enterprise; people and amounts invented. */
export const samples: readonly { readonly title: string; readonly situation: unknown }[] = [
  {
    title: 'An employee for an assignment of a month, table 33',
    situation: { gross: '33333.00', period: october, worker: { taxTable: 33 }, engagement: {} },
  },
  {
    title: 'A musician’s fee for one evening, another employer pays most',
    situation: {
      fee: '6000.00',
      pay: 'part',
      period: { from: '2026-10-16', to: '2026-10-16' },
      worker: { withholding: 'side' },
      engagement: { status: 'artist', contract: 'one-day' },
    },
  },
  {
    title: 'A dancer of twenty under the youth reduction, above its ceiling',
    situation: {
      gross: '32000.00',
      period: { from: '2026-05-01', to: '2026-05-31' },
      worker: { birthDate: '2005-09-14', taxTable: 30 },
      engagement: { status: 'artist' },
    },
  },
  {
    title: 'A trainer of seventy',
    situation: {
      gross: '18500.00',
      period: october,
      worker: { birthDate: '1956-02-03', taxTable: 34 },
      engagement: { contract: 'monthly' },
    },
  },
  {
    title: 'A permanent employee with occupational pension',
    situation: {
      gross: '41000.00',
      period: october,
      worker: { taxTable: 31 },
      engagement: { contract: 'open-ended', pensionRate: '4.5' },
    },
  },
  {
    title: 'A stage technician on two assignments in the month, the second after one already paid',
    situation: {
      gross: '9000.00',
      pay: 'part',
      period: { from: '2026-10-19', to: '2026-10-21' },
      worker: { taxTable: 32 },
      engagement: { status: 'technician', contract: 'several-day' },
      toDate: {
        month: { of: '2026-10', taxable: '12000.00', tax: '1148.00', charged: '12000.00' },
        year: { of: '2026', pay: '140000.00', charged: '140000.00' },
      },
    },
  },
  {
    title: 'A bonus of an employee with regular pay',
    situation: {
      gross: '10000.00',
      pay: 'one-off',
      period: { from: '2026-12-01', to: '2026-12-31' },
      worker: {},
      engagement: { contract: 'open-ended', yearlyPay: '500000.00' },
    },
  },
  {
    title: 'Holiday compensation at the end of an engagement, without regular pay',
    situation: {
      gross: '4200.00',
      pay: 'holiday',
      period: october,
      worker: {},
      engagement: {},
    },
  },
  {
    title: 'An adjustment decision of 22 %',
    situation: {
      gross: '27000.00',
      period: october,
      worker: { taxTable: 33, adjustment: { rate: '22', from: '2026-03-01', until: '2026-12-31' } },
      engagement: {},
    },
  },
  {
    title: 'An adjustment decision of a monthly amount',
    situation: {
      gross: '27000.00',
      period: october,
      worker: { taxTable: 33, adjustment: { amount: '4100' } },
      engagement: {},
    },
  },
  {
    title: 'A violinist from abroad under A-SINK, insured at home',
    situation: {
      gross: '15000.00',
      pay: 'part',
      period: { from: '2026-10-09', to: '2026-10-10' },
      worker: { withholding: 'a-sink', socialSecurity: 'elsewhere' },
      engagement: { status: 'artist', contract: 'several-day' },
    },
  },
  {
    title: 'A lighting designer from abroad under SINK',
    situation: {
      gross: '20000.00',
      pay: 'part',
      period: { from: '2026-10-05', to: '2026-10-09' },
      worker: { withholding: 'sink' },
      engagement: { status: 'technician', contract: 'several-day' },
    },
  },
  {
    title: 'A newcomer without tax decision, holiday compensation set aside',
    situation: {
      budget: '42000.00',
      period: october,
      worker: { withholding: 'undecided', taxTable: 30 },
      engagement: { contract: 'monthly', holiday: 'accrued' },
    },
  },
  {
    title: 'A newcomer without tax decision, well paid, for the second time in the month',
    situation: {
      gross: '60000.00',
      period: october,
      worker: { withholding: 'undecided', taxTable: 30 },
      engagement: {},
      toDate: { month: { of: '2026-10', taxable: '30000.00', tax: '5500.00', charged: '30000.00' } },
    },
  },
  {
    title: 'The first small fee of the year, below a thousand kronor',
    situation: {
      gross: '800.00',
      pay: 'part',
      period: { from: '2026-10-16', to: '2026-10-16' },
      worker: {},
      engagement: { contract: 'one-day' },
      toDate: {},
    },
  },
  {
    title: 'March 2025: an employee with a benefit in kind',
    situation: {
      gross: '30000.00',
      period: { from: '2025-03-01', to: '2025-03-31' },
      worker: { taxTable: 34 },
      engagement: { taxableBenefits: '1200.00' },
    },
  },
  {
    title: 'A worker of nineteen of an employer without establishment in Sweden',
    situation: {
      gross: '14000.00',
      period: october,
      worker: { birthDate: '2007-01-30' },
      engagement: { establishment: false },
    },
  },
]
