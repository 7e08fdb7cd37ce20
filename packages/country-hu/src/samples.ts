const october = { from: '2026-10-01', to: '2026-10-31' }
const monday = { from: '2026-10-12', to: '2026-10-12' }

/** Ordinary cases of a shared enterprise; people and amounts invented. */
export const samples: readonly { readonly title: string; readonly situation: unknown }[] = [
  {
    title: 'An employee of a month without allowances',
    situation: { gross: '612345', period: october, worker: {}, engagement: {} },
  },
  {
    title: 'A musician of one evening, from the fee',
    situation: {
      fee: '180000',
      pay: 'part',
      period: monday,
      worker: {},
      engagement: { contract: 'one-day' },
    },
  },
  {
    title: 'A stage hand of a small part-time job: the minimum contribution base',
    situation: { gross: '60000', period: october, worker: {}, engagement: { hours: 32 } },
  },
  {
    title: 'A dancer of twenty-two',
    situation: { gross: '800000', period: october, worker: { birthDate: '2004-05-05' }, engagement: {} },
  },
  {
    title: 'A dancer of twenty-three with a child',
    situation: {
      gross: '800000',
      period: october,
      worker: { birthDate: '2003-05-05', family: { dependants: 1 } },
      engagement: {},
    },
  },
  {
    title: 'A father of three on the minimum wage: family allowance from the contribution too',
    situation: {
      gross: '322800',
      period: october,
      worker: { family: { dependants: 3 } },
      engagement: {},
    },
  },
  {
    title: 'A mother of two, thirty-six years old, with family allowance',
    situation: {
      gross: '575000',
      period: october,
      worker: { birthDate: '1990-02-02', motherOf: 2, family: { dependants: 2, amount: '100000' } },
      engagement: {},
    },
  },
  {
    title: 'The same mother without family allowance, severely disabled and just married',
    situation: {
      gross: '575000',
      period: october,
      worker: {
        birthDate: '1990-02-02',
        motherOf: 2,
        personalAllowance: true,
        firstMarriage: { marriedOn: '2026-05-02' },
      },
      engagement: {},
    },
  },
  {
    title: 'A mother of three',
    situation: { gross: '500000', period: october, worker: { motherOf: 3 }, engagement: {} },
  },
  {
    title: 'A mother of four',
    situation: { gross: '500000', period: october, worker: { motherOf: 4 }, engagement: {} },
  },
  {
    title: 'March 2025: a mother of twenty-eight above the ceiling, with family allowance',
    situation: {
      gross: '750000',
      period: { from: '2025-03-01', to: '2025-03-31' },
      worker: { birthDate: '1996-08-08', motherOf: 1, family: { dependants: 1 } },
      engagement: {},
    },
  },
  {
    title: 'A mother of twenty-nine',
    situation: {
      gross: '650000',
      period: october,
      worker: { birthDate: '1997-01-20', motherOf: 1 },
      engagement: {},
    },
  },
  {
    title: 'A severely disabled employee, newly wed',
    situation: {
      gross: '450000',
      period: october,
      worker: { personalAllowance: true, firstMarriage: { marriedOn: '2026-06-13' } },
      engagement: {},
    },
  },
  {
    title: 'An actor with ekho',
    situation: { gross: '1000000', period: october, worker: {}, engagement: { ekho: true } },
  },
  {
    title: 'A retired conductor with ekho',
    situation: {
      gross: '300000',
      period: october,
      worker: { pensioner: true },
      engagement: { ekho: true, status: 'mandate' },
    },
  },
  {
    title: 'A pensioner in employment',
    situation: { gross: '400000', period: october, worker: { pensioner: true }, engagement: {} },
  },
  {
    title: 'A mandate that insures, 10 % costs',
    situation: { gross: '200000', period: october, worker: {}, engagement: { status: 'mandate' } },
  },
  {
    title: 'A second mandate of the month, which makes insured',
    situation: {
      gross: '60000',
      period: october,
      worker: {},
      engagement: { status: 'mandate', costs: '20000' },
      toDate: { month: { of: '2026-10', mandate: '72000', mandateFloor: '96840' } },
    },
  },
  {
    title: 'A lasting mandate with a small fee',
    situation: { gross: '50000', period: october, worker: {}, engagement: { status: 'lasting-mandate' } },
  },
  {
    title: 'Casual work of three days',
    situation: {
      gross: '60000',
      pay: 'part',
      period: { from: '2026-10-12', to: '2026-10-14' },
      worker: {},
      engagement: { status: 'casual' },
    },
  },
  {
    title: 'A film extra for a day',
    situation: {
      gross: '35000',
      pay: 'part',
      period: monday,
      worker: {},
      engagement: { status: 'film-extra' },
    },
  },
  {
    title: 'Seasonal work of a week in February 2025',
    situation: {
      gross: '70000',
      pay: 'part',
      period: { from: '2025-02-03', to: '2025-02-07' },
      worker: {},
      engagement: { status: 'seasonal', hours: 40 },
    },
  },
  {
    title: 'An entrant to the labour market in the third month',
    situation: {
      gross: '400000',
      period: october,
      worker: {},
      engagement: { relief: { kind: 'entrant', since: '2026-08-03' } },
    },
  },
  {
    title: 'A cleaner of the theatre: unskilled work, leave paid out',
    situation: {
      gross: '150000',
      pay: 'holiday',
      period: october,
      worker: {},
      engagement: { relief: { kind: 'unskilled' } },
    },
  },
  {
    title: 'A bonus of a technician insured in another country',
    situation: {
      gross: '90000',
      pay: 'one-off',
      period: october,
      worker: { socialSecurity: 'elsewhere' },
      engagement: {},
    },
  },
]
