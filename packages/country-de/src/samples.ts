import type { CountryPlugin } from '@samen/core/country'

const JUNE = { from: '2026-06-01', to: '2026-06-30' }

/** Situations that show the ordinary cases of the country. Invented. */
export const samples: CountryPlugin['samples'] = Object.freeze([
  {
    title: 'Employee, class I, no children',
    situation: { gross: '2500.00', period: JUNE, worker: {}, engagement: {} },
  },
  {
    title: 'Employee, class III, two children, church, fund with 2.69 %, in Bavaria',
    situation: {
      gross: '4600.00',
      period: JUNE,
      worker: { taxClass: 3, children: 2, childAllowances: '2', church: 'rk', supplementaryRate: '2.69' },
      engagement: { land: 'BY', u2Rate: '0.44' },
    },
  },
  {
    title: 'Salary from a monthly budget in the transition zone',
    situation: { budget: '1790.00', period: JUNE, worker: { birthDate: '1994-02-11' }, engagement: {} },
  },
  {
    title: 'Minijob, pension paid',
    situation: { gross: '550.00', period: JUNE, worker: {}, engagement: {} },
  },
  {
    title: 'Minijob of a privately insured worker, exempt from pension, small employer',
    situation: {
      gross: '603.00',
      period: JUNE,
      worker: { insurance: 'private' },
      engagement: { status: 'minijob', pensionExempt: true, staff: 12 },
    },
  },
  {
    title: 'Job of ten days from a client fee',
    situation: {
      fee: '2600.00',
      expenses: '140.00',
      pay: 'part',
      period: { from: '2026-09-07', to: '2026-09-16' },
      worker: { taxClass: 'IV', factor: '0.953' },
      engagement: { contract: 'several-day', startsOn: '2026-09-07', endsOn: '2026-09-16' },
    },
  },
  {
    title: 'Unsteady engagement of an actor, three days',
    situation: {
      gross: '1350.00',
      pay: 'part',
      period: { from: '2026-10-12', to: '2026-10-14' },
      worker: { church: 'ev' },
      engagement: { status: 'unsteady', contract: 'several-day', land: 'HH' },
    },
  },
  {
    title: 'Short-term work taxed flat, two days',
    situation: {
      budget: '300.00',
      pay: 'part',
      period: { from: '2026-08-03', to: '2026-08-04' },
      worker: { church: 'ev' },
      engagement: { status: 'short-term', contract: 'several-day', tax: 'flat', flatChurch: 'simplified' },
    },
  },
  {
    title: 'Privately insured above the ceilings, class I with church, Saxony',
    situation: {
      gross: '9100.00',
      period: JUNE,
      worker: {
        insurance: 'private',
        privateHealth: '640.00',
        privateCare: '72.00',
        privateBasic: '580.00',
        church: 'ev',
      },
      engagement: { land: 'SN' },
    },
  },
  {
    title: 'Christmas bonus after eleven months',
    situation: {
      gross: '4000.00',
      pay: 'one-off',
      period: { from: '2026-11-01', to: '2026-11-30' },
      worker: {},
      engagement: {},
      toDate: {
        month: '2026-11',
        monthPay: '5400.00',
        monthDays: 30,
        monthHealth: '5400.00',
        monthPension: '5400.00',
        lastPay: '5400.00',
        days: 330,
        health: '59400.00',
        pension: '59400.00',
        taxable: '59400.00',
        tax: '10000.00',
      },
    },
  },
  {
    title: 'Holiday pay of a leaver in February, back to last year',
    situation: {
      gross: '6000.00',
      pay: 'holiday',
      period: { from: '2026-02-01', to: '2026-02-28' },
      worker: { taxClass: 5 },
      engagement: { land: 'SN' },
      toDate: {
        month: '2026-02',
        monthPay: '4300.00',
        monthDays: 30,
        monthHealth: '4300.00',
        monthPension: '4300.00',
        lastPay: '4300.00',
        days: 60,
        health: '8600.00',
        pension: '8600.00',
        taxable: '8600.00',
        previousYear: { days: 360, health: '44400.00', pension: '44400.00' },
      },
    },
  },
  {
    title: 'Yearly adjustment in December',
    situation: {
      gross: '0.00',
      pay: 'settlement',
      period: { from: '2026-12-01', to: '2026-12-31' },
      worker: { church: 'rk' },
      engagement: {},
      toDate: { month: '2026-12', days: 360, taxable: '42000.00', tax: '5400.00', church: '486.00' },
    },
  },
  {
    title: 'Employee in 2025, Midijob in Saxony with three children',
    situation: {
      gross: '1200.00',
      period: { from: '2025-05-01', to: '2025-05-31' },
      worker: { taxClass: 2, children: 3, childAllowances: '1.5' },
      engagement: { land: 'SN', hours: 80 },
    },
  },
])
