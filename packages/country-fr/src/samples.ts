import type { CountryPlugin } from '@samen/core/country'

const JUNE = { from: '2026-06-01', to: '2026-06-30' }

/** Situations that show the ordinary cases of the country. Invented. */
export const samples: CountryPlugin['samples'] = Object.freeze([
  {
    title: 'Employee, full time, open-ended',
    situation: { gross: '2500.00', period: JUNE, worker: {}, engagement: { status: 'employee' } },
  },
  {
    title: 'Executive above the ceiling, with health cover and a transmitted rate',
    situation: {
      gross: '5200.00',
      period: JUNE,
      worker: { taxRate: '9.4' },
      engagement: {
        status: 'executive',
        healthEmployer: '40.00',
        healthEmployee: '40.00',
        mobilityRate: '2.95',
      },
    },
  },
  {
    title: 'Employee of a small employer, part time, in Alsace-Moselle',
    situation: {
      gross: '1310.40',
      period: { from: '2026-03-01', to: '2026-03-31' },
      worker: {},
      engagement: { status: 'employee', weeklyHours: 24.5, staff: 8, alsaceMoselle: true },
    },
  },
  {
    title: 'Fixed-term contract of ten days, from a client fee',
    situation: {
      fee: '1800.00',
      expenses: '120.00',
      pay: 'part',
      period: { from: '2026-09-07', to: '2026-09-16' },
      worker: {},
      engagement: { status: 'employee', contract: 'fixed-term', hours: 56, staff: 30 },
    },
  },
  {
    title: 'Musician, one performance',
    situation: {
      budget: '420.00',
      pay: 'part',
      period: { from: '2026-10-03', to: '2026-10-03' },
      worker: {},
      engagement: { status: 'artist', fees: 1, agreement: '3090' },
    },
  },
  {
    title: 'Choreographic artist, a week, with the specific deduction',
    situation: {
      gross: '1150.00',
      pay: 'part',
      period: { from: '2026-11-02', to: '2026-11-07' },
      worker: { taxRate: '3.1' },
      engagement: { status: 'artist', fees: 5, deduction: 'dramatic', artistReduction: true, staff: 20 },
    },
  },
  {
    title: 'Lighting technician, three days',
    situation: {
      gross: '640.00',
      pay: 'part',
      period: { from: '2026-10-12', to: '2026-10-14' },
      worker: {},
      engagement: { status: 'technician', hours: 24, agreement: '1285' },
    },
  },
  {
    title: 'Entrepreneur-salarié associé, progressive year',
    situation: {
      gross: '1900.00',
      period: { from: '2026-04-01', to: '2026-04-30' },
      worker: { taxRate: '2.2' },
      engagement: { status: 'cesa' },
      toDate: {
        month: '2026-03',
        general: {
          gross: '9100.00',
          pay: '9100.00',
          ceiling: '12015.00',
          capped: '9100.00',
          pensionCeiling: '12015.00',
          pensionT1: '9100.00',
          unemployment: '9100.00',
          minimumWage: '5469.1',
          reductionPay: '9100.00',
          reductionMinimumWage: '5469.1',
          reduction: '936.39',
        },
      },
    },
  },
  {
    title: 'Project holder in test phase (CAPE)',
    situation: { gross: '800.00', period: JUNE, worker: {}, engagement: { status: 'cape' } },
  },
  {
    title: 'Executive of a large employer in 2025, above both reduced-rate thresholds',
    situation: {
      gross: '6400.00',
      period: { from: '2025-06-01', to: '2025-06-30' },
      worker: {},
      engagement: { status: 'executive', staff: 320, apprenticeShare: '2.4' },
    },
  },
  {
    title: 'Bonus beside ordinary pay',
    situation: {
      gross: '1500.00',
      pay: 'one-off',
      period: JUNE,
      worker: { taxRate: '5.5' },
      engagement: { status: 'employee' },
      toDate: {
        month: '2026-06',
        general: {
          gross: '15000.00',
          pay: '15000.00',
          ceiling: '24030.00',
          capped: '15000.00',
          pensionCeiling: '24030.00',
          pensionT1: '15000.00',
          unemployment: '15000.00',
          minimumWage: '10982.1833',
          reductionPay: '15000.00',
          reductionMinimumWage: '10982.1833',
          reduction: '2416.50',
        },
      },
    },
  },
  {
    title: 'Stage manager on a month’s fixed term, overtime in two steps, small employer',
    situation: {
      gross: '3100.00',
      period: JUNE,
      worker: { taxRate: '4.1' },
      engagement: {
        status: 'technician',
        contract: 'fixed-term',
        overtime: { hours: 20, moreHours: 3 },
        staff: 15,
      },
    },
  },
  {
    title: 'Executive above the ceiling with a year’s tax-free overtime nearly used',
    situation: {
      gross: '4600.00',
      period: { from: '2026-11-01', to: '2026-11-30' },
      worker: {},
      engagement: { status: 'executive', overtime: { hours: 16, pay: '560.00' }, staff: 300 },
      toDate: { month: '2026-10', overtimeExempt: '7800.00' },
    },
  },
  {
    title: 'Part time with complementary hours in both bands, Alsace-Moselle',
    situation: {
      gross: '1650.00',
      period: JUNE,
      worker: {},
      engagement: {
        status: 'employee',
        weeklyHours: 24,
        alsaceMoselle: true,
        overtime: { hours: 10, moreHours: 8 },
      },
    },
  },
  {
    title: 'Actor, a month whose leave-fund base is capped, living in Guadeloupe',
    situation: {
      gross: '4200.00',
      period: { from: '2026-07-01', to: '2026-07-31' },
      worker: { residence: 'guadeloupe-reunion-martinique' },
      engagement: { status: 'artist', hours: 120, leaveFundCap: '3600.00', deduction: 'dramatic' },
    },
  },
  {
    title: 'Technician on a long contract paid by the week',
    situation: {
      gross: '620.00',
      pay: 'part',
      period: { from: '2026-10-05', to: '2026-10-10' },
      worker: {},
      engagement: {
        status: 'technician',
        contract: 'customary',
        startsOn: '2026-09-01',
        endsOn: '2027-01-31',
        hours: 35,
        payRhythm: 'weekly',
      },
    },
  },
])
