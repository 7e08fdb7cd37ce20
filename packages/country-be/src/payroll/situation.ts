import {
  amount,
  day,
  isIsoDate,
  type Minor,
  type PayKind,
  parseAmount,
  percentage,
  type Rate,
  type Situation,
  signedAmount,
  situationSchema,
} from '@samen/core/country'
import { z } from 'zod'

/** Days or hours in hundredths: `"7.6"` is 760n. */
const quantity = (maximum: number) =>
  z
    .union([z.string().max(12), z.number()])
    .transform((value, context): bigint => {
      try {
        const hundredths = parseAmount(String(value))
        if (hundredths >= 0n && hundredths <= BigInt(maximum) * 100n) return hundredths
        context.addIssue({ code: 'custom', message: `a number between 0 and ${maximum}` })
      } catch {
        context.addIssue({ code: 'custom', message: 'a number with at most two decimals, such as "7.6"' })
      }
      return z.NEVER
    })
    .meta({ title: 'number', description: 'At most two decimals', examples: ['7.6'] })

const count = (maximum: number) => z.int().min(0).max(maximum)

const spouse = z.strictObject({
  income: z.enum(['none', 'work', 'pension']).default('work').meta({
    description:
      'What the spouse lives on: nothing of their own, income from work, or only a pension or annuity',
  }),
  netMonthly: amount.optional().meta({
    description:
      'The spouse’s net income per month (gross less social security less 20 %) as on 1 January; above every limit when absent',
  }),
  disabled: z.boolean().default(false).meta({ description: 'The spouse has a recognised disability' }),
})

const worker = z
  .strictObject({
    birthDate: day.optional().meta({
      description:
        'Decides the reduced contributions until 31 December of the year of 18; an adult when absent',
    }),
    spouse: spouse
      .optional()
      .meta({ description: 'Husband, wife or legal cohabitant; leave out for anyone taxed alone' }),
    children: count(20).default(0).meta({ description: 'Dependent children, disabled ones included' }),
    disabledChildren: count(20)
      .default(0)
      .meta({ description: 'Of these children, those with a recognised disability: they count twice' }),
    singleParent: z.boolean().optional().meta({
      description:
        'Lives alone with dependent children; true for anyone with children and no spouse when absent',
    }),
    disabled: z.boolean().default(false).meta({ description: 'The worker has a recognised disability' }),
    dependantsOver65: count(20)
      .default(0)
      .meta({ description: 'Dependent ascendants or relatives of 65 or more in need of care' }),
    otherDependants: count(20).default(0).meta({ description: 'Other dependent persons' }),
    residence: z.enum(['resident', 'non-resident']).default('resident').meta({
      description:
        'Tax residence; "non-resident" means scale III: one whose Belgian contracts do not cover the whole calendar year at 75 % or more of full time',
    }),
  })
  .refine((value) => value.disabledChildren <= value.children, {
    path: ['disabledChildren'],
    message: 'there are more disabled children than children',
  })
  .refine((value) => !value.singleParent || (value.children > 0 && value.spouse === undefined), {
    path: ['singleParent'],
    message: 'a single parent has children and no spouse',
  })

const engagement = z
  .strictObject({
    status: z.enum(['employee', 'worker', 'artist']).meta({
      description:
        'employee: white-collar (NSSO 495, under-18 487) · worker: manual worker (015, 027) · artist: performer, author or article 1bis (046, 047)',
    }),
    contract: z.enum(['open-ended', 'monthly', 'several-day', 'one-day']).default('open-ended').meta({
      description:
        'Kind of contract. Other than "open-ended" is fixed-term; "one-day" and "several-day" settle the special contribution on the quarter at each payment',
    }),
    hoursPerWeek: quantity(60)
      .prefault('38')
      .meta({ description: 'Contractual hours per week; 38 when absent' }),
    fullTimeHoursPerWeek: quantity(60)
      .prefault('38')
      .meta({ description: 'Hours per week of a full-timer in the same function; 38 when absent' }),
    daysPerWeek: z
      .int()
      .min(1)
      .max(6)
      .default(5)
      .meta({ description: 'Days per week of the full-time regime, Monday first; 5 when absent' }),
    days: quantity(31).optional().meta({
      description:
        'Paid days of this pay (NSSO codes 1, 3, 4, 5, 20), public holidays included. When absent: every day of a one-day or several-day contract of up to five days, else the regime’s days within the period',
    }),
    hours: quantity(400).optional().meta({
      description: 'Paid hours of this pay, for part-time; days × contractual hours per day when absent',
    }),
    normalDays: quantity(31).optional().meta({
      description: 'Days a full-timer works in this calendar month; counted from the calendar when absent',
    }),
    employerSize: z.enum(['under-10', 'from-10', 'from-20']).default('from-20').meta({
      description: 'Workers of the employer in the reference period: decides codes 855 and 809',
    }),
    commercial: z.boolean().default(true).meta({
      description: 'The employer has an industrial or commercial purpose (closure fund 809, else 811)',
    }),
    jointCommittee: z
      .enum(['200', '227', '304', '329', 'other'])
      .default('other')
      .meta({ description: 'Joint committee; 200 adds its social fund' }),
    workAccidentRate: percentage.optional().meta({
      description:
        'Premium of the office’s work-accident policy in percent of gross; no line and no cost when absent, for each policy has its own',
    }),
    groupInsurance: amount
      .prefault('0')
      .meta({ description: 'The worker’s own group-insurance premium withheld from this pay' }),
    taxableBenefits: amount
      .prefault('0')
      .meta({ description: 'Benefits in kind of this pay: taxed, but not paid out' }),
    tax: z.enum(['formula', 'artist-flat', 'piece-work']).optional().meta({
      description:
        'Wage-tax rule: monthly key formula, flat rate for artists’ short engagements (annex III point 80), or formula with the piece-work minimum (point 74). When absent: flat for an artist’s one-day or several-day contract, else formula',
    }),
    voluntaryRate: percentage
      .optional()
      .meta({ description: 'With "artist-flat": a higher rate the artist asks for, in percent' }),
    cumulateMonth: z.boolean().default(true).meta({
      description:
        'Compute the key formula on all pay of the calendar month of payment and withhold the difference; false: on this pay alone',
    }),
    monthlyWage: amount.optional().meta({
      description:
        'Normal gross wage per month, from which the rate on exceptional payments follows; the month’s wage in `toDate`, else this payment, when absent',
    }),
    exceptionalBase: z.enum(['taxable', 'gross']).optional().meta({
      description:
        'Yearly pay that sets the rate on exceptional payments: twelve months after personal contributions, or gross (sources differ; the parameter `exceptionalBase` when absent)',
    }),
    holidayPay: z.enum(['double', 'exit']).default('double').meta({
      description:
        'With pay "holiday": double holiday pay, or exit holiday pay (7.67 % simple and 7.67 % double) as one gross',
    }),
    workBonus: z
      .strictObject({ a: amount.prefault('0'), b: amount.prefault('0') })
      .optional()
      .meta({
        description: 'With ask "wage-tax": the work bonus granted for this pay, for the fiscal work bonus',
      }),
  })
  .refine((value) => value.hoursPerWeek > 0n && value.hoursPerWeek <= value.fullTimeHoursPerWeek, {
    path: ['hoursPerWeek'],
    message: 'contractual hours lie above 0 and not above those of a full-timer',
  })

const period = (pattern: RegExp, example: string) =>
  z
    .string()
    .regex(pattern)
    .meta({ description: `The period these totals belong to, such as ${example}` })
const month = () =>
  z
    .string()
    .refine((text) => /^\d{4}-\d{2}$/.test(text) && isIsoDate(`${text}-01`), {
      message: 'a month is written YYYY-MM',
    })
    .meta({ description: 'The month these totals belong to, such as 2026-10' })
const total = (description: string) => signedAmount.prefault('0').meta({ description })
const units = (description: string) => quantity(1000).prefault('0').meta({ description })

const toDate = z
  .strictObject({
    month: z
      .strictObject({
        of: month(),
        gross: total('Ordinary wages of the month worked'),
        base: total('Wage subject to contributions (108 % for manual workers and artists)'),
        contribution: total('Personal contribution on the ordinary wages, before the work bonus'),
        days: units('Paid days'),
        hours: units('Paid hours'),
        bonusA: total('Work bonus A granted'),
        bonusB: total('Work bonus B granted'),
        special: total('Special contribution withheld'),
      })
      .optional()
      .meta({ description: 'Totals of the calendar month worked' }),
    payMonth: z
      .strictObject({
        of: month(),
        taxable: total('Taxable pay under the key formula'),
        tax: total('Tax of the key formula, after group insurance, before the fiscal work bonus'),
        relief: total('Fiscal work bonus taken off'),
        bonusA: total('Work bonus A of this pay'),
        bonusB: total('Work bonus B of this pay'),
        premium: total('Own group-insurance premium'),
      })
      .optional()
      .meta({ description: 'Totals of the calendar month of payment' }),
    quarter: z
      .strictObject({
        of: period(/^\d{4}-Q[1-4]$/, '2026-Q4'),
        gross: total('All wages subject to contributions at 100 %'),
        ordinary: total('Wages for work of the quarter, for the ceiling of employer contributions'),
        base: total('Wage subject to contributions (108 % for manual workers and artists)'),
        days: units('Paid days'),
        hours: units('Paid hours'),
        special: total('Special contribution withheld'),
        structural: total('Structural reduction credited to the mutual account'),
      })
      .optional()
      .meta({
        description:
          'Totals of the calendar quarter; where given, even if zero, the special contribution is settled in its last month',
      }),
    year: z
      .strictObject({ of: period(/^\d{4}$/, '2026'), bonus: total('Work bonus granted, A and B') })
      .optional()
      .meta({ description: 'Totals of the calendar year' }),
  })
  .optional()
  .meta({
    description: 'Running totals as the last payslip returned them; those of another period are ignored',
  })

export const PAY = [
  'ordinary',
  'part',
  'one-off',
  'holiday',
  'settlement',
] as const satisfies readonly PayKind[]

export const belgianSituation = situationSchema({ worker, engagement, toDate, pay: PAY }).refine(
  (value) => value.pay !== 'holiday' || value.engagement.status === 'employee',
  {
    path: ['pay'],
    message: 'holiday pay of manual workers and artists is paid by ONVA, not by the employer',
  },
)

export type Worker = z.output<typeof worker>
export type Engagement = z.output<typeof engagement>

export interface MonthTotals {
  readonly of: string
  readonly gross: Minor
  readonly base: Minor
  readonly contribution: Minor
  readonly days: bigint
  readonly hours: bigint
  readonly bonusA: Minor
  readonly bonusB: Minor
  readonly special: Minor
}
export interface PayMonthTotals {
  readonly of: string
  readonly taxable: Minor
  readonly tax: Minor
  readonly relief: Minor
  readonly bonusA: Minor
  readonly bonusB: Minor
  readonly premium: Minor
}
export interface QuarterTotals {
  readonly of: string
  readonly gross: Minor
  readonly ordinary: Minor
  readonly base: Minor
  readonly days: bigint
  readonly hours: bigint
  readonly special: Minor
  readonly structural: Minor
}
export interface YearTotals {
  readonly of: string
  readonly bonus: Minor
}
export interface ToDate {
  readonly month?: MonthTotals | undefined
  readonly payMonth?: PayMonthTotals | undefined
  readonly quarter?: QuarterTotals | undefined
  readonly year?: YearTotals | undefined
}

export interface BelgianSituation extends Situation {
  readonly worker: Worker
  readonly engagement: Engagement
  readonly toDate?: ToDate | undefined
  readonly levy?: Rate | undefined
}
