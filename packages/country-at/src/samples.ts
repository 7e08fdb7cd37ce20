const october = { from: '2026-10-01', to: '2026-10-31' }

/** Ordinary cases of a shared enterprise; people and amounts invented. */
export const samples: readonly { readonly title: string; readonly situation: unknown }[] = [
  {
    title: 'An employee in Vienna, a full month',
    situation: { gross: '3250.00', period: october, worker: {}, engagement: {} },
  },
  {
    title: 'A trainer in Graz with a family, commuting by car',
    situation: {
      gross: '4200.00',
      period: october,
      worker: {
        soleEarner: { as: 'earner', children: 2 },
        familyBonus: { minors: 1, minorsHalf: 1, adults: 1, adultsHalf: 1 },
        commuting: { allowance: 'large', kilometres: 45 },
      },
      engagement: { land: 'styria' },
    },
  },
  {
    title: 'Holiday pay of an employee, known by the usual wage',
    situation: {
      gross: '3250.00',
      pay: 'one-off',
      period: { from: '2026-06-01', to: '2026-06-30' },
      worker: {},
      engagement: { monthlyWage: '3250.00' },
    },
  },
  {
    title: 'Christmas pay after a year of pay, partly beyond the ceiling and the sixth',
    situation: {
      gross: '9000.00',
      pay: 'one-off',
      period: { from: '2026-11-01', to: '2026-11-30' },
      worker: {},
      engagement: {},
      toDate: {
        month: { of: '2026-11', base: '7000.00', taxable: '5730.00', tax: '1200.00' },
        year: {
          of: '2026',
          current: '77000.00',
          days: 330,
          special: '7000.00',
          specialBase: '7000.00',
          specialNet: '5805.10',
          specialTax: '311.11',
        },
      },
    },
  },
  {
    title: 'A musician engaged for one evening, all-in with special pay',
    situation: {
      gross: '450.00',
      pay: 'part',
      period: { from: '2026-10-16', to: '2026-10-16' },
      worker: {},
      engagement: { contract: 'casual', specialPay: 'included', hoursPerWeek: 8 },
    },
  },
  {
    title: 'A stage technician for two weeks, all-in',
    situation: {
      fee: '3200.00',
      pay: 'part',
      period: { from: '2026-10-05', to: '2026-10-16' },
      worker: {},
      engagement: {
        contract: 'short',
        specialPay: 'included',
        overtime: { hours: 12, supplements: '120.00' },
        supplements: '60.00',
      },
    },
  },
  {
    title: 'A marginal job in Linz',
    situation: {
      gross: '500.00',
      period: october,
      worker: {},
      engagement: { land: 'upper-austria', hoursPerWeek: 8 },
    },
  },
  {
    title: 'A project leader of sixty-four, with what is set aside for special pay and leave',
    situation: {
      budget: '5200.00',
      period: october,
      worker: { birthDate: '1962-03-14' },
      engagement: { specialPay: 'set-aside', leave: 'set-aside', land: 'tyrol' },
    },
  },
  {
    title: 'A free-service worker',
    situation: { gross: '2400.00', period: october, worker: {}, engagement: { status: 'free-contract' } },
  },
  {
    title: 'The first days of a job, November e-card fee, first month free of severance fund',
    situation: {
      gross: '1300.00',
      pay: 'part',
      period: { from: '2026-11-17', to: '2026-11-30' },
      worker: { allowances: '50.00' },
      engagement: { severanceFund: 'first-month', cardFee: true, benefits: '80.00' },
    },
  },
  {
    title: 'A second payment in the month of a job already paid',
    situation: {
      gross: '900.00',
      period: october,
      worker: {},
      engagement: { land: 'salzburg' },
      toDate: {
        month: { of: '2026-10', base: '1800.00', taxable: '1527.84', tax: '86.38' },
        year: { of: '2026', current: '18000.00', days: 300 },
      },
    },
  },
  {
    title: 'A second marginal payment that makes the month fully insured',
    situation: {
      gross: '400.00',
      period: october,
      worker: {},
      engagement: { land: 'carinthia' },
      toDate: { month: { of: '2026-10', base: '300.00', taxable: '300.00' } },
    },
  },
  {
    title: 'Compensation for leave not taken at the end of a job',
    situation: {
      gross: '840.00',
      pay: 'holiday',
      period: { from: '2026-10-17', to: '2026-10-23' },
      worker: {},
      engagement: { specialPay: 'included' },
      toDate: { month: { of: '2026-10', base: '1600.00', days: 16, taxable: '1300.00', tax: '120.00' } },
    },
  },
  {
    title: 'The last pay of the year with the control of the sixth',
    situation: {
      gross: '1500.00',
      pay: 'settlement',
      period: { from: '2026-12-01', to: '2026-12-31' },
      worker: { disabled: true, trafficCredit: 'raised', trafficSupplement: true },
      engagement: { land: 'vorarlberg', employeeBonus: '300.00' },
      toDate: {
        year: {
          of: '2026',
          current: '22000.00',
          days: 330,
          special: '6000.00',
          specialBase: '6000.00',
          specialNet: '4975.80',
          specialTax: '261.35',
        },
      },
    },
  },
  {
    title: 'The last pay of a year with changing pay, its wage tax computed anew',
    situation: {
      gross: '2800.00',
      pay: 'settlement',
      period: { from: '2026-12-01', to: '2026-12-31' },
      worker: {},
      engagement: { rollOver: true, land: 'tyrol' },
      toDate: {
        year: { of: '2026', current: '31000.00', days: 330, taxable: '25800.00', tax: '3300.00' },
      },
    },
  },
  {
    title: 'Special pay of a part-timer whose sixth stays free of tax',
    situation: {
      gross: '900.00',
      pay: 'one-off',
      period: { from: '2026-06-01', to: '2026-06-30' },
      worker: { familyBonus: { minors: 1 } },
      engagement: { monthlyWage: '900.00', land: 'burgenland' },
    },
  },
  {
    title: 'January 2025: the only worker of a small enterprise',
    situation: {
      gross: '1200.00',
      period: { from: '2025-01-01', to: '2025-01-31' },
      worker: { commuting: { allowance: 'small', kilometres: 25, days: '8-to-10' } },
      engagement: { onlyWorker: true, land: 'lower-austria', chamberMember: false, chamberOfLabour: false },
    },
  },
]
