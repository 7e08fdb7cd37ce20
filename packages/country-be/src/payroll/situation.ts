import {
  amount,
  day,
  type PayKind,
  percentage,
  type Rate,
  type Situation,
  situationSchema,
} from '@samen/core/country'
import { z } from 'zod'
import { count, quantity } from './quantities.ts'
import { amateur, flexi, student } from './scheme-facts.ts'
import { schemeRefusals } from './scheme-refusals.ts'
import { type ToDate, toDate } from './to-date.ts'

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
    scheme: z.enum(['ordinary', 'student', 'flexi-job', 'amateur-arts']).default('ordinary').meta({
      description:
        'ordinary: full social security and wage tax · student: solidarity contribution within the year’s quota of hours, ordinary beyond (840, 841) · flexi-job: special employer contribution, tax-free up to a yearly ceiling (050, 450) · amateur-arts: allowance of an artist, without contributions or tax within its limits',
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
    student: student.optional().meta({ description: 'With scheme "student": the hours of the quota' }),
    flexi: flexi.optional().meta({ description: 'With scheme "flexi-job": its facts' }),
    amateur: amateur.optional().meta({ description: 'With scheme "amateur-arts": its facts' }),
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

export const PAY = [
  'ordinary',
  'part',
  'one-off',
  'holiday',
  'settlement',
] as const satisfies readonly PayKind[]

export const belgianSituation = situationSchema({ worker, engagement, toDate, pay: PAY })
  .refine((value) => value.pay !== 'holiday' || value.engagement.status === 'employee', {
    path: ['pay'],
    message: 'holiday pay of manual workers and artists is paid by ONVA, not by the employer',
  })
  .superRefine((value, context) => {
    for (const { path, message } of schemeRefusals(value))
      context.addIssue({ code: 'custom', path: [...path], message })
  })

export type Worker = z.output<typeof worker>
export type Engagement = z.output<typeof engagement>

export interface BelgianSituation extends Situation {
  readonly worker: Worker
  readonly engagement: Engagement
  readonly toDate?: ToDate | undefined
  readonly levy?: Rate | undefined
}
