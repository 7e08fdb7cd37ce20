const october = { from: '2026-10-01', to: '2026-10-31' }

/** Ordinary cases of a shared enterprise; people and amounts invented. */
export const samples: readonly { readonly title: string; readonly situation: unknown }[] = [
  {
    title: 'An employee on a written open-ended contract, a full month with tax credit',
    situation: {
      gross: '3400.00',
      period: october,
      worker: { birthDate: '1990-05-10' },
      engagement: { status: 'employee', contract: 'open-ended', hoursPerWeek: '36' },
    },
  },
  {
    title: 'An actor paid for one evening, with the small allowance',
    situation: {
      gross: '450.00',
      pay: 'part',
      period: { from: '2026-10-16', to: '2026-10-16' },
      worker: {},
      engagement: { status: 'artist', smallAllowance: '163.00' },
    },
  },
  {
    title: 'A musician living in a treaty country, two concerts with a cost decision',
    situation: {
      gross: '1800.00',
      pay: 'part',
      period: { from: '2026-10-23', to: '2026-10-24' },
      worker: { residence: 'treaty' },
      engagement: { status: 'artist', performances: 2, costDecision: '300.00' },
    },
  },
  {
    title: 'A dancer living outside the treaty countries',
    situation: {
      gross: '900.00',
      pay: 'part',
      period: { from: '2026-10-09', to: '2026-10-09' },
      worker: { residence: 'elsewhere' },
      engagement: { status: 'artist' },
    },
  },
  {
    title: 'A stage technician for three days, from the client’s fee',
    situation: {
      fee: '1200.00',
      pay: 'part',
      period: { from: '2026-10-05', to: '2026-10-07' },
      worker: { taxCredit: false },
      engagement: { status: 'payroll', contract: 'several-day', hours: '24' },
    },
  },
  {
    title: 'An agency worker in a full week at a small employer',
    situation: {
      gross: '720.00',
      pay: 'part',
      period: { from: '2026-10-12', to: '2026-10-18' },
      worker: {},
      engagement: { status: 'agency', wagePeriod: 'week', employerSize: 'small', hours: '38' },
    },
  },
  {
    title: 'A trainer under a fixed-term contract of one month, from a budget',
    situation: {
      budget: '4500.00',
      period: october,
      worker: {},
      engagement: {
        status: 'employee',
        contract: 'monthly',
        holidayAllowance: 'included',
        pensionEmployee: '120.00',
        pensionEmployer: '240.00',
        recoverDisability: true,
      },
    },
  },
  {
    title: 'An employee who starts inside the month, paid by days',
    situation: {
      gross: '2181.82',
      pay: 'part',
      period: { from: '2026-03-16', to: '2026-03-31' },
      worker: {},
      engagement: { status: 'employee', contract: 'open-ended', employerSize: 'small', sector: 43 },
    },
  },
  {
    title: 'A choir singer at pension age, single, with tax credit',
    situation: {
      gross: '3500.00',
      period: october,
      worker: { birthDate: '1958-06-01', singleElderlyCredit: true },
      engagement: { status: 'employee', contract: 'open-ended' },
    },
  },
  {
    title: 'An usher of eighteen with a few hours',
    situation: {
      gross: '380.00',
      period: october,
      worker: { birthDate: '2008-01-15' },
      engagement: { status: 'employee', contract: 'fixed-term', onCall: true, hours: '48' },
    },
  },
  {
    title: 'A young disabled worker on a training path',
    situation: {
      gross: '1900.00',
      period: october,
      worker: { birthDate: '2004-08-20', youngDisabledCredit: true },
      engagement: { status: 'employee', apprentice: true, hoursPerWeek: '28' },
    },
  },
  {
    title: 'Holiday allowance of a year, paid in May',
    situation: {
      gross: '3264.00',
      pay: 'holiday',
      period: { from: '2026-05-01', to: '2026-05-31' },
      worker: { annualWage: '44064.00' },
      engagement: { status: 'employee', contract: 'open-ended' },
    },
  },
  {
    title: 'A bonus of a worker without tax credit, 2025',
    situation: {
      gross: '2000.00',
      pay: 'one-off',
      period: { from: '2025-12-01', to: '2025-12-31' },
      worker: { taxCredit: false, annualWage: '30000.00' },
      engagement: { status: 'employee', contract: 'open-ended' },
    },
  },
  {
    title: 'A transition payment',
    situation: {
      gross: '10000.00',
      pay: 'one-off',
      period: october,
      worker: { annualWage: '51840.00' },
      engagement: { status: 'employee', severance: true },
    },
  },
  {
    title: 'The last pay of an open-ended contract that ended within two months',
    situation: {
      gross: '512.00',
      pay: 'settlement',
      period: { from: '2026-02-01', to: '2026-02-20' },
      worker: { annualWage: '38400.00' },
      engagement: { status: 'employee', contract: 'open-ended' },
      toDate: {
        month: { of: '2026-02', wage: '2285.00', tax: '112.50', maximum: '4581.15' },
        year: {
          of: '2026',
          wage: '5485.00',
          insuredWage: '5485.00',
          insuredMaximum: '11198.56',
          premiumWage: '5485.00',
          lowPremiumWage: '5485.00',
          healthWage: '5485.00',
          healthMaximum: '11198.56',
          healthBase: '5485.00',
        },
      },
    },
  },
  {
    title: 'A director with a wage above the table, not insured',
    situation: {
      gross: '12500.00',
      period: october,
      worker: {},
      engagement: { status: 'director', contract: 'open-ended' },
    },
  },
  {
    title: 'A worker whose identity is not established',
    situation: {
      gross: '900.00',
      pay: 'part',
      period: { from: '2026-10-05', to: '2026-10-09' },
      worker: { anonymous: true },
      engagement: { status: 'employee' },
    },
  },
]
