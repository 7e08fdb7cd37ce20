import {
  amount,
  day,
  type Minor,
  type PayKind,
  percentage,
  type Rate,
  type Situation,
  situationSchema,
} from '@samen/core/country'
import { z } from 'zod'

const adjustment = z
  .strictObject({
    rate: percentage.optional().meta({ description: 'Tax in percent of every payment' }),
    amount: amount.optional().meta({ description: 'Tax in kronor for a whole calendar month of payment' }),
    from: day
      .optional()
      .meta({ description: 'First day of payment the decision covers; from the start when absent' }),
    until: day.optional().meta({ description: 'Last day of payment it covers; no end when absent' }),
  })
  .refine((value) => (value.rate === undefined) !== (value.amount === undefined), {
    path: ['rate'],
    message: 'an adjustment decision states either a rate or an amount',
  })

const worker = z
  .strictObject({
    birthDate: day.optional().meta({
      description:
        'Decides the column of the tax table (66 at the start of the year), the youth reduction (18 to 22) and the reduced contributions of the old; between these ages when absent',
    }),
    withholding: z
      .enum(['main', 'side', 'undecided', 'student', 'sink', 'a-sink', 'f-tax'])
      .default('main')
      .meta({
        description:
          'main: A-tax, this employer pays most, the tax table applies · side: A-tax, another employer pays most, 30 % · undecided: no tax decision yet, table plus 10 % · student: certificate SKV 434, nothing withheld · sink: decision on special income tax of non-residents · a-sink: non-resident performing artist · f-tax: approved for F-tax, neither tax nor contributions',
      }),
    taxTable: z.int().min(29).max(42).optional().meta({
      description:
        'Monthly tax table of the A-tax notice, 29 to 42; with "undecided" that of the employer’s municipality; 32, nearest the national mean, when absent',
    }),
    column: z.literal([1, 2, 3, 4, 5, 6]).optional().meta({
      description:
        'Column of the table: 1 work under 66, 2 pension from 66, 3 work from 66, 4 sickness compensation, 5 other pensionable pay, 6 other pension; 1 or 3 by age when absent',
    }),
    adjustment: adjustment.optional().meta({
      description:
        'Adjustment decision (jämkning); in its days it replaces table, side rate and one-off table',
    }),
    socialSecurity: z.enum(['sweden', 'elsewhere']).default('sweden').meta({
      description: 'Country whose social security covers the work; "elsewhere" with a certificate such as A1',
    }),
  })
  .meta({ title: 'Worker', description: 'What the statutes ask about the worker; {} is the ordinary case' })

const engagement = z
  .strictObject({
    status: z.enum(['employee', 'artist', 'technician']).default('employee').meta({
      description:
        'A-SINK is for performing artists alone; technicians, directors and choreographers are under SINK',
    }),
    contract: z
      .enum(['open-ended', 'fixed-term', 'monthly', 'several-day', 'one-day'])
      .default('fixed-term')
      .meta({ description: 'Open-ended (tillsvidare); all others are fixed-term (särskild visstid)' }),
    holiday: z.enum(['included', 'accrued', 'leave']).optional().meta({
      description:
        'Holiday compensation of 12 %: included in the gross and paid with it · accrued: set aside on top · leave: paid leave is taken, nothing is added. Included for fixed-term, leave for open-ended contracts when absent',
    }),
    monthlyWage: amount.optional().meta({
      description:
        'Regular gross wage per month; a one-off payment is taxed by twelve of them and the payment; the month’s wage in `toDate` when absent',
    }),
    yearlyPay: amount.optional().meta({
      description:
        'Expected pay and benefits of the calendar year from this employer, this payment included: decides the tax on one-off payments and whether the year stays below 1 000 kronor',
    }),
    taxableBenefits: amount.prefault('0').meta({
      description: 'Benefits in kind of this pay: taxed and liable to contributions, but not paid out',
    }),
    pensionRate: percentage.prefault('0').meta({
      description: 'Premium of the employer’s occupational pension in percent of gross; 0 when absent',
    }),
    establishment: z.boolean().default(true).meta({
      description:
        'The employer has a permanent establishment in Sweden; without one no general payroll tax is due',
    }),
    cumulateMonth: z.boolean().default(true).meta({
      description:
        'Apply the tax table to all pay of the calendar month of payment and withhold the difference; false: to this pay alone',
    }),
  })
  .meta({ title: 'Engagement', description: 'The contract and its employer; {} is a fixed-term employee' })

const total = (description: string) => amount.prefault('0').meta({ description })

const toDate = z
  .strictObject({
    month: z
      .strictObject({
        of: z
          .string()
          .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
          .meta({ description: 'The month of payment these totals belong to, such as 2026-10' }),
        taxable: total('Pay taxed by the table'),
        tax: total('Tax withheld by the table, or under an adjustment decision on an amount'),
        charged: total('Pay on which contributions were charged'),
      })
      .optional()
      .meta({ description: 'Totals of the calendar month of payment' }),
    year: z
      .strictObject({
        of: z
          .string()
          .regex(/^\d{4}$/)
          .meta({ description: 'The year of payment these totals belong to, such as 2026' }),
        pay: total('Pay and benefits of the year'),
        charged: total('Pay and benefits on which contributions were charged'),
      })
      .optional()
      .meta({ description: 'Totals of the calendar year of payment' }),
  })
  .optional()
  .meta({
    description: 'Running totals as the last payslip returned them; those of another period are ignored',
  })

export const PAY = ['ordinary', 'part', 'one-off', 'holiday'] as const satisfies readonly PayKind[]

export const swedishSituation = situationSchema({ worker, engagement, toDate, pay: PAY }).refine(
  (value) => value.worker.withholding !== 'a-sink' || value.engagement.status === 'artist',
  {
    path: ['worker', 'withholding'],
    message: 'A-SINK is for performing artists: state engagement.status "artist", or use "sink"',
  },
)

export type Worker = z.output<typeof worker>
export type Engagement = z.output<typeof engagement>

export interface MonthTotals {
  readonly of: string
  readonly taxable: Minor
  readonly tax: Minor
  readonly charged: Minor
}
export interface YearTotals {
  readonly of: string
  readonly pay: Minor
  readonly charged: Minor
}
export interface ToDate {
  readonly month?: MonthTotals | undefined
  readonly year?: YearTotals | undefined
}

export interface SwedishSituation extends Situation {
  readonly worker: Worker
  readonly engagement: Engagement
  readonly toDate?: ToDate | undefined
  readonly levy?: Rate | undefined
}
