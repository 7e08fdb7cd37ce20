const october = { from: '2026-10-01', to: '2026-10-31' }

/** Ordinary cases of a shared enterprise; people and amounts invented. */
export const samples: readonly { readonly title: string; readonly situation: unknown }[] = [
  {
    title: 'A temporary office worker, a whole month',
    situation: { gross: '2000.00', period: october, worker: { birthDate: '1990-05-01' }, engagement: {} },
  },
  {
    title: 'A musician’s fee for one evening',
    situation: {
      fee: '600.00',
      pay: 'part',
      period: { from: '2026-10-16', to: '2026-10-16' },
      worker: {},
      engagement: { status: 'artist' },
      toDate: {},
    },
  },
  {
    title: 'An actress, her second engagement in the month, on the year’s totals',
    situation: {
      gross: '1900.00',
      pay: 'part',
      period: { from: '2026-10-19', to: '2026-10-21' },
      worker: { family: 'single-parent', children: [{ birthYear: 2024, whole: true }] },
      engagement: { status: 'artist', endIndemnity: 'set-aside' },
      toDate: {
        month: { of: '2026-10', pay: '650.00', days: 1, commonBase: '428.00', professionalBase: '428.00' },
        year: {
          of: '2026',
          pay: '14200.00',
          tax: '284.00',
          contributions: '800.00',
          rate: '2.00',
          expectedPay: '14200.00',
          expectedContributions: '800.00',
          artistPay: '14200.00',
          artistCommonBase: '12400.00',
          artistProfessionalBase: '12400.00',
        },
      },
    },
  },
  {
    title: 'A film star for twenty days',
    situation: {
      gross: '30000.00',
      pay: 'part',
      period: { from: '2026-10-01', to: '2026-10-20' },
      worker: {},
      engagement: { status: 'artist', group: 3, activity: '59' },
      toDate: {},
    },
  },
  {
    title: 'A stage hand for three days, a short contract',
    situation: {
      budget: '500.00',
      pay: 'part',
      period: { from: '2026-10-05', to: '2026-10-07' },
      worker: {},
      engagement: { group: 9 },
      toDate: {},
    },
  },
  {
    title: 'A permanent engineer with two separate extra pays and a family',
    situation: {
      gross: '3200.00',
      period: october,
      worker: {
        birthDate: '1985-02-02',
        family: 'sole-earner',
        children: [{ birthYear: 2018, whole: true }, { birthYear: 2021 }],
        ascendants: [{ birthYear: 1948, sharedBy: 2 }],
      },
      engagement: { contract: 'open-ended', group: 1, activity: '71', extraPays: 'separate' },
    },
  },
  {
    title: 'Her extra pay of December, its contributions already prorated',
    situation: {
      gross: '3200.00',
      pay: 'one-off',
      period: { from: '2026-12-01', to: '2026-12-31' },
      worker: { family: 'other', requestedRate: '21.50' },
      engagement: { contract: 'open-ended', group: 1, extraPays: 'separate' },
    },
  },
  {
    title: 'A director above the ceiling: solidarity',
    situation: {
      gross: '9000.00',
      period: october,
      worker: {},
      engagement: { contract: 'open-ended', group: 1, accidentRate: '1.35' },
    },
  },
  {
    title: 'A bonus in a month already paid, above the ceiling',
    situation: {
      gross: '3000.00',
      pay: 'one-off',
      period: october,
      worker: {},
      engagement: { contract: 'open-ended', group: 1 },
      toDate: {
        month: {
          of: '2026-10',
          pay: '5300.00',
          days: 30,
          commonBase: '5101.20',
          professionalBase: '5101.20',
          solidarity: '0.38',
          employerSolidarity: '1.91',
        },
        year: {
          of: '2026',
          pay: '53000.00',
          tax: '11660.00',
          contributions: '3300.00',
          rate: '22.00',
          expectedPay: '63600.00',
          expectedContributions: '3960.00',
          difference: '52000.00',
          annualTax: '13992.00',
        },
      },
    },
  },
  {
    title: 'Part time with overtime, a worker-member',
    situation: {
      gross: '780.00',
      period: october,
      worker: { disability: '33' },
      engagement: { status: 'member', hours: '80', overtime: '40.00', emergencyOvertime: '20.00' },
      toDate: {},
    },
  },
  {
    title: 'A month like those before: the rate is kept',
    situation: {
      gross: '2000.00',
      period: october,
      worker: {},
      engagement: { contract: 'open-ended' },
      toDate: {
        year: {
          of: '2026',
          pay: '18000.00',
          tax: '2431.80',
          contributions: '1170.00',
          rate: '13.51',
          expectedPay: '24000.00',
          expectedContributions: '1560.00',
          difference: '14890.00',
          annualTax: '3242.40',
        },
      },
    },
  },
  {
    title: 'A trainee above the least base, a training contract',
    situation: {
      gross: '1500.00',
      period: october,
      worker: { birthDate: '2005-05-01' },
      engagement: { contract: 'training' },
    },
  },
  {
    title: 'A stage hand of 67 who works on without a pension',
    situation: {
      gross: '1600.00',
      period: october,
      worker: { birthDate: '1959-02-01', retirementAge: true },
      engagement: { contract: 'open-ended', group: 8, extraPays: 'separate' },
    },
  },
  {
    title: 'Two days of loading, paid by the day',
    situation: {
      gross: '260.00',
      pay: 'part',
      period: { from: '2026-10-05', to: '2026-10-06' },
      worker: {},
      engagement: { group: 10, dayLabour: true },
      toDate: {},
    },
  },
  {
    title: 'A retired actor on the stage for two evenings',
    situation: {
      gross: '900.00',
      pay: 'part',
      period: { from: '2026-10-09', to: '2026-10-10' },
      worker: { birthDate: '1957-06-06', pensioner: true },
      engagement: { status: 'artist' },
      toDate: {},
    },
  },
  {
    title: 'A musician who lives in France',
    situation: {
      gross: '1500.00',
      pay: 'part',
      period: { from: '2026-07-03', to: '2026-07-04' },
      worker: { residence: 'union' },
      engagement: { status: 'artist' },
    },
  },
  {
    title: 'A lecture',
    situation: {
      gross: '400.00',
      pay: 'part',
      period: { from: '2026-03-12', to: '2026-03-12' },
      worker: {},
      engagement: { taxedAs: 'course' },
    },
  },
  {
    title: 'Rights of a young author',
    situation: {
      gross: '900.00',
      pay: 'one-off',
      period: { from: '2026-03-12', to: '2026-03-12' },
      worker: {},
      engagement: { taxedAs: 'small-author' },
    },
  },
  {
    title: 'Arrears of the year before',
    situation: {
      gross: '350.00',
      pay: 'one-off',
      period: { from: '2026-02-01', to: '2026-02-28' },
      worker: {},
      engagement: { contract: 'open-ended', taxedAs: 'arrears' },
    },
  },
  {
    title: 'March 2025: a small wage below the exempt pay, permanent',
    situation: {
      gross: '1250.00',
      period: { from: '2025-03-01', to: '2025-03-31' },
      worker: {},
      engagement: { contract: 'open-ended', annualPay: '15000.00' },
    },
  },
  {
    title: 'Leave not taken, paid at the end, with an indemnity',
    situation: {
      gross: '420.00',
      pay: 'holiday',
      period: { from: '2026-10-22', to: '2026-10-24' },
      worker: {},
      engagement: { exempt: '120.00' },
      toDate: {},
    },
  },
  {
    title: 'The year of an artist settled',
    situation: {
      gross: '0.00',
      pay: 'settlement',
      period: { from: '2026-12-31', to: '2026-12-31' },
      worker: {},
      engagement: { status: 'artist' },
      toDate: {
        year: {
          of: '2026',
          pay: '70000.00',
          tax: '9000.00',
          contributions: '2000.00',
          rate: '20.00',
          artistPay: '70000.00',
          artistCommonBase: '31000.00',
          artistProfessionalBase: '31000.00',
          artistSolidarity: '12.00',
        },
      },
    },
  },
]
