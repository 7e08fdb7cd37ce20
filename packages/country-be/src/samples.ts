const october = { from: '2026-10-01', to: '2026-10-31' }

/** Ordinary cases of a shared enterprise; people and amounts invented. */
export const samples: readonly { readonly title: string; readonly situation: unknown }[] = [
  {
    title: 'An employee on an open-ended contract, single, a full month',
    situation: { gross: '3400.00', period: october, worker: {}, engagement: { status: 'employee' } },
  },
  {
    title: 'A musician paid for one evening, taxed at the flat rate for artists',
    situation: {
      gross: '250.00',
      pay: 'part',
      period: { from: '2026-10-16', to: '2026-10-16' },
      worker: {},
      engagement: { status: 'artist', contract: 'one-day' },
    },
  },
  {
    title: 'A stage technician for three days, spouse with income and two children',
    situation: {
      fee: '1200.00',
      pay: 'part',
      period: { from: '2026-10-05', to: '2026-10-07' },
      worker: { spouse: { income: 'work' }, children: 2 },
      engagement: { status: 'worker', contract: 'several-day', workAccidentRate: '0.92' },
    },
  },
  {
    title: 'A trainer under a fixed-term contract of one month, spouse without income',
    situation: {
      budget: '4500.00',
      period: october,
      worker: { spouse: { income: 'none' } },
      engagement: { status: 'employee', contract: 'monthly' },
    },
  },
  {
    title: 'A part-time single parent with a work bonus',
    situation: {
      gross: '1400.00',
      period: october,
      worker: { children: 1 },
      engagement: { status: 'employee', hoursPerWeek: '19' },
    },
  },
  {
    title: 'A manual worker with the full work bonus, last month of the quarter',
    situation: {
      gross: '2300.00',
      period: { from: '2026-09-01', to: '2026-09-30' },
      worker: {},
      engagement: { status: 'worker' },
    },
  },
  {
    title: 'A dancer of seventeen for one day',
    situation: {
      gross: '140.00',
      pay: 'part',
      period: { from: '2026-07-04', to: '2026-07-04' },
      worker: { birthDate: '2009-02-11' },
      engagement: { status: 'artist', contract: 'one-day', days: 1 },
    },
  },
  {
    title: 'A year-end bonus of an employee with one child',
    situation: {
      gross: '2800.00',
      pay: 'one-off',
      period: { from: '2026-12-01', to: '2026-12-31' },
      worker: { spouse: { income: 'work' }, children: 1 },
      engagement: { status: 'employee', monthlyWage: '2800.00' },
    },
  },
  {
    title: 'Double holiday pay of an employee',
    situation: {
      gross: '2576.00',
      pay: 'holiday',
      period: { from: '2026-06-01', to: '2026-06-30' },
      worker: {},
      engagement: { status: 'employee', monthlyWage: '2800.00' },
    },
  },
  {
    title: 'Exit holiday pay at the end of an employee’s fixed-term contract',
    situation: {
      gross: '460.20',
      pay: 'holiday',
      period: october,
      worker: {},
      engagement: { status: 'employee', contract: 'monthly', holidayPay: 'exit', monthlyWage: '3000.00' },
    },
  },
  {
    title: 'A second engagement in the month, after one already paid',
    situation: {
      gross: '600.00',
      pay: 'part',
      period: { from: '2026-10-19', to: '2026-10-21' },
      worker: {},
      engagement: { status: 'employee', contract: 'several-day' },
      toDate: {
        month: {
          of: '2026-10',
          gross: '400.00',
          base: '400.00',
          contribution: '52.28',
          days: 2,
          hours: '15.20',
        },
        payMonth: { of: '2026-10', taxable: '347.72' },
        quarter: {
          of: '2026-Q4',
          gross: '400.00',
          ordinary: '400.00',
          base: '400.00',
          days: 2,
          hours: '15.20',
        },
        year: { of: '2026' },
      },
    },
  },
  {
    title: 'The settlement of a quarter after a contract ended',
    situation: {
      gross: '0',
      pay: 'settlement',
      period: { from: '2026-10-31', to: '2026-10-31' },
      worker: {},
      engagement: { status: 'employee' },
      toDate: {
        quarter: {
          of: '2026-Q4',
          gross: '3000.00',
          ordinary: '3000.00',
          base: '3000.00',
          days: 22,
          hours: '167.20',
          special: '19.24',
        },
      },
    },
  },
  {
    title: 'A composer paid by the piece',
    situation: {
      gross: '900.00',
      pay: 'part',
      period: { from: '2026-10-12', to: '2026-10-16' },
      worker: {},
      engagement: { status: 'artist', contract: 'several-day', tax: 'piece-work' },
    },
  },
  {
    title: 'A singer who asked for a higher rate than the flat one',
    situation: {
      gross: '320.00',
      pay: 'part',
      period: { from: '2026-10-17', to: '2026-10-17' },
      worker: {},
      engagement: { status: 'artist', contract: 'one-day', voluntaryRate: '20' },
    },
  },
  {
    title: 'A student at the bar of a theatre, within the hours of the year',
    situation: {
      gross: '540.00',
      pay: 'part',
      period: { from: '2026-07-06', to: '2026-07-10' },
      worker: { birthDate: '2006-03-14' },
      engagement: {
        status: 'worker',
        scheme: 'student',
        contract: 'several-day',
        workAccidentRate: '0.92',
        student: { hours: 38, hoursElsewhere: 120 },
      },
    },
  },
  {
    title: 'A student whose hours run out in the middle of a month',
    situation: {
      gross: '2200.00',
      period: october,
      worker: { birthDate: '2005-05-02' },
      engagement: { status: 'employee', scheme: 'student', contract: 'monthly', student: { hours: 150 } },
      toDate: { student: { of: '2026', hours: 590 } },
    },
  },
  {
    title: 'A flexi-job at the entrance of a festival',
    situation: {
      gross: '240.00',
      pay: 'part',
      period: { from: '2026-08-15', to: '2026-08-16' },
      worker: { spouse: { income: 'work' }, children: 1 },
      engagement: {
        status: 'worker',
        scheme: 'flexi-job',
        contract: 'several-day',
        jointCommittee: '304',
        flexi: { hourlyScale: '14.20' },
      },
    },
  },
  {
    title: 'A flexi-job beyond the tax-free pay of the year',
    situation: {
      gross: '1600.00',
      period: { from: '2026-12-01', to: '2026-12-31' },
      worker: {},
      engagement: { status: 'employee', scheme: 'flexi-job' },
      toDate: { flexi: { of: '2026', pay: '17500.00' } },
    },
  },
  {
    title: 'A flexi-job of a pensioner',
    situation: {
      gross: '300.00',
      pay: 'part',
      period: { from: '2026-10-02', to: '2026-10-04' },
      worker: {},
      engagement: {
        status: 'employee',
        scheme: 'flexi-job',
        contract: 'several-day',
        flexi: { pensioner: true },
      },
    },
  },
  {
    title: 'An amateur singer paid by allowance for a weekend, with travel',
    situation: {
      gross: '190.00',
      pay: 'part',
      period: { from: '2026-11-14', to: '2026-11-15' },
      worker: {},
      engagement: {
        status: 'artist',
        scheme: 'amateur-arts',
        contract: 'several-day',
        amateur: { travel: '30.00', daysElsewhere: 4 },
      },
      toDate: { amateur: { days: ['2026-06-21', '2026-11-13'] } },
    },
  },
  {
    title: 'An allowance that carries its principal over the threshold of the year',
    situation: {
      gross: '60.00',
      pay: 'part',
      period: { from: '2026-10-24', to: '2026-10-24' },
      worker: {},
      engagement: {
        status: 'artist',
        scheme: 'amateur-arts',
        contract: 'one-day',
        amateur: { principalTotal: '540.00' },
      },
    },
  },
  {
    title: 'A non-resident employee for two weeks',
    situation: {
      gross: '1800.00',
      pay: 'part',
      period: { from: '2026-10-05', to: '2026-10-16' },
      worker: { residence: 'non-resident' },
      engagement: { status: 'employee', contract: 'monthly' },
    },
  },
  {
    title: 'January 2025: an employee of joint committee 200 with group insurance',
    situation: {
      gross: '2650.00',
      period: { from: '2025-01-01', to: '2025-01-31' },
      worker: { spouse: { income: 'pension', netMonthly: '400.00' }, otherDependants: 1 },
      engagement: {
        status: 'employee',
        jointCommittee: '200',
        groupInsurance: '59.50',
        employerSize: 'from-10',
      },
    },
  },
]
