const october = { from: '2026-10-01', to: '2026-10-31' }
const november = { from: '2026-11-01', to: '2026-11-30' }
const december = { from: '2026-12-01', to: '2026-12-31' }

/** Ordinary cases of a shared enterprise; people and amounts invented. */
export const samples: readonly { readonly title: string; readonly situation: unknown }[] = [
  {
    title: 'A month of work on call in an office',
    situation: { gross: '2500.00', period: october, worker: {}, engagement: {} },
  },
  {
    title: 'A musician’s evening paid from a fee, the first of the year',
    situation: {
      fee: '650.00',
      pay: 'part',
      period: { from: '2026-10-16', to: '2026-10-16' },
      worker: { region: 'lombardia', municipality: 'F205' },
      engagement: { fund: 'fpls' },
      toDate: {},
    },
  },
  {
    title: 'A dancer on a fixed term, renewed once, with a child of twenty-two',
    situation: {
      gross: '2100.00',
      period: october,
      worker: { children: 1, childrenShare: 'half' },
      engagement: { fund: 'fpls', dancer: true, contract: 'fixed-term', renewals: 1 },
    },
  },
  {
    title:
      'A permanent employee in Rome with a spouse and a parent at home, surtaxes of last year in instalments',
    situation: {
      gross: '2400.00',
      period: october,
      worker: {
        region: 'lazio',
        municipality: 'H501',
        spouse: true,
        ascendants: 1,
        surtaxesDue: { regional: '480.00', municipal: '150.00', municipalAdvance: '75.00' },
      },
      engagement: { contract: 'permanent', thirteenth: 'set-aside' },
    },
  },
  {
    title: 'The thirteenth month of a permanent employee',
    situation: {
      gross: '2000.00',
      pay: 'one-off',
      period: december,
      worker: {},
      engagement: { contract: 'permanent' },
    },
  },
  {
    title: 'December with the settlement of the year: a bonus goes back in parts',
    situation: {
      gross: '2000.00',
      pay: 'settlement',
      period: december,
      worker: { region: 'piemonte', municipality: 'L219', spouse: true, children: 2, ascendants: 1 },
      engagement: { contract: 'permanent' },
      toDate: {
        month: { of: '2026-12' },
        socialYear: { of: '2026', capped: '24000.00' },
        year: { of: '2026', taxable: '21700.00', days: 334, tax: '2500.00', wedge: '400.00' },
      },
    },
  },
  {
    title: 'The last pay of a fixed term of four months: settled, surtaxes at once, TFR paid out',
    situation: {
      gross: '1800.00',
      period: november,
      worker: {
        region: 'campania',
        municipality: 'F839',
        regionalCredit: '30.00',
        surtaxesDue: { regional: '300.00' },
      },
      engagement: { contract: 'fixed-term', ends: true, severancePaid: { amount: '470.00', months: 4 } },
      toDate: {
        socialYear: { of: '2026', capped: '5400.00' },
        year: {
          of: '2026',
          taxable: '4872.00',
          days: 92,
          tax: '610.00',
          integration: '300.00',
          wedge: '250.00',
        },
      },
    },
  },
  {
    title: 'An actor insured before 1996, three days well paid, permanent work on call',
    situation: {
      gross: '6600.00',
      pay: 'part',
      period: { from: '2026-10-12', to: '2026-10-14' },
      worker: { insuredBefore1996: true },
      engagement: { fund: 'fpls', contract: 'intermittent-permanent' },
    },
  },
  {
    title: 'A director whose year passes the ceiling',
    situation: {
      gross: '14000.00',
      period: november,
      worker: {},
      engagement: { fund: 'fpls', contract: 'permanent', expectedIncome: '140000.00' },
      toDate: { socialYear: { of: '2026', capped: '118000.00', additional: '640.00' } },
    },
  },
  {
    title: 'December of a well-paid permanent employee: the year’s one percent is settled',
    situation: {
      gross: '9000.00',
      pay: 'settlement',
      period: december,
      worker: { region: 'umbria' },
      engagement: { contract: 'permanent' },
      toDate: {
        socialYear: { of: '2026', capped: '60000.00', additional: '90.00' },
        year: { of: '2026', taxable: '54000.00', days: 334, tax: '15000.00' },
      },
    },
  },
  {
    title: 'Part-time hours on low pay, credits granted by another employer',
    situation: {
      gross: '420.00',
      period: october,
      worker: { creditsHere: false },
      engagement: { hours: 60, employees: 'up-to-5' },
    },
  },
  {
    title: 'A small month on the way to the integration',
    situation: {
      gross: '1050.00',
      period: october,
      worker: {},
      engagement: { contract: 'permanent', hours: 90, employees: 'up-to-15' },
    },
  },
  {
    title: 'March 2025 in Bologna, instalments, advance and a bonus given back',
    situation: {
      gross: '1900.00',
      period: { from: '2025-03-01', to: '2025-03-31' },
      worker: {
        region: 'emilia-romagna',
        municipality: 'A944',
        surtaxesDue: { regional: '330.00', municipal: '110.00', municipalAdvance: '48.00' },
        bonusesDue: { wedge: '630.00' },
      },
      engagement: { contract: 'permanent', employees: 'outside' },
    },
  },
  {
    title: 'A settlement that finds more tax than the last pay can bear',
    situation: {
      gross: '300.00',
      pay: 'settlement',
      period: december,
      worker: { municipality: { bands: [{ rate: '0.7' }], exemptUpTo: '9000' }, region: 'veneto' },
      engagement: { contract: 'fixed-term', ends: true },
      toDate: {
        month: { of: '2026-12' },
        year: { of: '2026', taxable: '26000.00', days: 300, tax: '1000.00', integration: '400.00' },
      },
    },
  },
]
