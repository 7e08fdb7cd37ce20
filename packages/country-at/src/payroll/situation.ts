import {
  amount,
  day,
  isIsoDate,
  type Minor,
  type PayKind,
  type Situation,
  signedAmount,
  situationSchema,
} from '@samen/core/country'
import { z } from 'zod'
import { LANDS } from '../parameters/levies.ts'

const count = (maximum: number) => z.int().min(0).max(maximum)

const familyBonus = z.strictObject({
  minors: count(20).default(0).meta({ description: 'Children up to 18, whole bonus' }),
  minorsHalf: count(20)
    .default(0)
    .meta({ description: 'Children up to 18, bonus shared with the other parent' }),
  adults: count(20).default(0).meta({ description: 'Children above 18 with family allowance, whole bonus' }),
  adultsHalf: count(20)
    .default(0)
    .meta({ description: 'Children above 18 with family allowance, bonus shared' }),
})

const commuting = z
  .strictObject({
    allowance: z.enum(['small', 'large']).meta({
      description:
        'Pendlerpauschale: small (public transport can be used, from 20 km) or large (it cannot, from 2 km)',
    }),
    kilometres: z
      .int()
      .min(2)
      .max(999)
      .meta({ description: 'Single way in full kilometres, as the Pendlerrechner says' }),
    days: z.enum(['11-and-more', '8-to-10', '4-to-7']).default('11-and-more').meta({
      description: 'Ways to work in the month: the whole allowance, two thirds or one third of it',
    }),
  })
  .refine((value) => value.allowance === 'large' || value.kilometres >= 20, {
    path: ['kilometres'],
    message: 'the small commuter allowance begins at 20 kilometres',
  })

const worker = z.strictObject({
  birthDate: day.optional().meta({
    description: 'Decides what ends at 55, 60 and 63 years; nothing ends when absent',
  }),
  soleEarner: z
    .strictObject({
      as: z
        .enum(['earner', 'parent'])
        .meta({ description: 'AVAB (partner with little income) or AEAB (no partner)' }),
      children: z
        .int()
        .min(1)
        .max(20)
        .meta({ description: 'Children with family allowance for more than six months' }),
    })
    .optional()
    .meta({ description: 'Credit for a sole earner or sole parent, declared with form E 30' }),
  familyBonus: familyBonus
    .optional()
    .meta({ description: 'Familienbonus Plus declared with form E 30; none when absent' }),
  commuting: commuting
    .optional()
    .meta({ description: 'Commuter allowance and commuter euro declared with form L 34; none when absent' }),
  trafficCredit: z.enum(['ordinary', 'raised']).default('ordinary').meta({
    description:
      'Raised traffic credit of commuters with a low income; usually left to the yearly assessment',
  }),
  trafficSupplement: z.boolean().default(false).meta({
    description:
      'Grant the supplement to the traffic credit at once; by law it waits for the yearly assessment',
  }),
  allowances: amount
    .prefault('0')
    .meta({ description: 'Allowances of the tax office’s notice (Freibetragsbescheid), a month' }),
  disabled: z.boolean().default(false).meta({
    description: 'Begünstigt behindert: no family fund, surcharge, municipal tax and Vienna levy',
  }),
})

const engagement = z.strictObject({
  status: z.enum(['employee', 'free-contract']).default('employee').meta({
    description: 'Dienstnehmer (white or blue collar), or freier Dienstnehmer (insured, but no wage tax)',
  }),
  contract: z.enum(['continuous', 'short', 'casual']).default('continuous').meta({
    description:
      'continuous: open-ended or agreed for a month or longer · short: agreed for less than a month · casual: fallweise, single days each of its own',
  }),
  land: z
    .enum(LANDS)
    .default('vienna')
    .meta({ description: 'Land of the place of work; Vienna when absent' }),
  hoursPerWeek: z.number().min(0).max(60).default(38.5).meta({
    description: 'Agreed hours per week; up to 10 there is no Vienna levy',
  }),
  insuranceDays: z.int().min(1).max(30).optional().meta({
    description:
      'Days of insurance paid for; 30 for a whole month, else the calendar days of the period when absent',
  }),
  marginal: z.boolean().optional().meta({
    description: 'Geringfügig; decided by the pay of the month against the limit when absent',
  }),
  marginalLevy: z.boolean().default(true).meta({
    description: 'All marginal wages of the employer exceed 1.5 times the limit this month: 19.4 % are due',
  }),
  chamberOfLabour: z.boolean().default(true).meta({
    description: 'Pays the contribution to the chamber of labour (not for managers)',
  }),
  chamberMember: z.boolean().default(true).meta({
    description: 'The employer is a member of the economic chamber and owes its surcharge (DZ)',
  }),
  severanceFund: z.enum(['due', 'first-month']).default('due').meta({
    description:
      'Severance fund: due, or free in the first month of a new job (not when rehired within twelve months)',
  }),
  onlyWorker: z.boolean().default(false).meta({
    description:
      'This pay is the enterprise’s whole payroll of the month: the allowance for small payrolls applies',
  }),
  specialPay: z.enum(['none', 'included', 'set-aside']).default('none').meta({
    description:
      'Holiday and Christmas pay of ordinary wages: none · included: the gross is all-in, 2/14 of it are special pay paid along · set-aside: one sixth with all costs is put aside on top',
  }),
  leave: z.enum(['taken', 'set-aside']).default('taken').meta({
    description: 'Leave: taken within the job, or five weeks of fifty-two put aside on top for compensation',
  }),
  monthlyWage: amount.optional().meta({
    description: 'Usual gross wage a month, for special pay whose year is not known',
  }),
  benefits: amount.prefault('0').meta({
    description: 'Benefits in kind of this pay (Sachbezüge): insured and taxed, but not paid out',
  }),
  overtime: z
    .strictObject({
      hours: z.int().min(1).max(200).meta({ description: 'Hours of overtime with a 50 % supplement' }),
      supplements: amount.meta({ description: 'These supplements, part of the gross' }),
    })
    .optional()
    .meta({ description: 'Overtime supplements, free of tax within § 68 (2)' }),
  supplements: amount.prefault('0').meta({
    description:
      'Sunday, holiday, night, dirt and danger supplements, part of the gross, free of tax within § 68 (1)',
  }),
  mostlyNight: z
    .boolean()
    .default(false)
    .meta({ description: 'Most of the working time lies at night: § 68 (6)' }),
  employeeBonus: amount.prefault('0').meta({
    description:
      'Mitarbeiterprämie, part of the gross: free of tax within the year’s limit, with contributions',
  }),
  cardFee: z
    .boolean()
    .default(false)
    .meta({ description: 'Withhold the e-card fee with this pay (November); marginal work owes none' }),
  rollOver: z.boolean().default(false).meta({
    description:
      'With pay "settlement" after a whole year with this employer: wage tax of the year anew on all its pay (Aufrollung, § 77 (3))',
  }),
  controlSixth: z.boolean().default(true).meta({
    description:
      'With pay "settlement": check special pay against one sixth of the year’s actual current pay',
  }),
})

const total = (description: string) => signedAmount.prefault('0').meta({ description })
const month = z
  .string()
  .refine((text) => /^\d{4}-\d{2}$/.test(text) && isIsoDate(`${text}-01`), {
    message: 'a month is written YYYY-MM',
  })
  .meta({ description: 'The month these totals belong to, such as 2026-10' })
const year = z
  .string()
  .regex(/^\d{4}$/)
  .meta({ description: 'The year these totals belong to, such as 2026' })

const toDate = z
  .strictObject({
    month: z
      .strictObject({
        of: month,
        base: total('Current pay and benefits paid for the whole month so far, before the ceiling'),
        days: count(30)
          .default(30)
          .meta({ description: 'Days of insurance counted so far; 30 for a whole month' }),
        taxable: total('Taxable current pay'),
        tax: total('Wage tax withheld on it'),
        supplements: total('Supplements left free of tax under § 68 (1)'),
        overtime: total('Overtime supplements left free of tax under § 68 (2)'),
        overtimeHours: count(200).default(0).meta({ description: 'Hours of overtime so far' }),
      })
      .optional()
      .meta({ description: 'Totals of the calendar month worked, of one continuous employment' }),
    year: z
      .strictObject({
        of: year,
        current: total('Current pay of the year, for the sixth'),
        days: count(400).default(0).meta({ description: 'Days it was paid for, a whole month as 30' }),
        special: total('Special pay taxed within the sixth, gross'),
        specialBase: total('Special pay that bore contributions, for the yearly ceiling'),
        specialNet: total('Special pay taxed within the sixth, after contributions'),
        specialTax: total('Fixed tax withheld on it'),
        taxable: total('Pay taxed by the tariff'),
        tax: total('Wage tax by the tariff withheld on it'),
        employeeBonus: total('Employee bonus left free of tax'),
      })
      .optional()
      .meta({ description: 'Totals of the calendar year with this employer' }),
    viennaWeek: day
      .optional()
      .meta({ description: 'Monday of the last week the Vienna levy was charged for' }),
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

export const austrianSituation = situationSchema({ worker, engagement, toDate, pay: PAY })
  .refine((value) => value.engagement.contract !== 'casual' || value.period.from === value.period.to, {
    path: ['period', 'to'],
    message: 'casual work is paid day by day: the period is one day',
  })
  .refine((value) => value.pay !== 'ordinary' || value.engagement.contract === 'continuous', {
    path: ['pay'],
    message: 'a short or casual contract is paid as "part"',
  })

export type Worker = z.output<typeof worker>
export type Engagement = z.output<typeof engagement>

export interface MonthTotals {
  readonly of: string
  readonly base: Minor
  readonly days: number
  readonly taxable: Minor
  readonly tax: Minor
  readonly supplements: Minor
  readonly overtime: Minor
  readonly overtimeHours: number
}
export interface YearTotals {
  readonly of: string
  readonly current: Minor
  readonly days: number
  readonly special: Minor
  readonly specialBase: Minor
  readonly specialNet: Minor
  readonly specialTax: Minor
  readonly taxable: Minor
  readonly tax: Minor
  readonly employeeBonus: Minor
}
export interface ToDate {
  readonly month?: MonthTotals | undefined
  readonly year?: YearTotals | undefined
  readonly viennaWeek?: string | undefined
}

export interface AustrianSituation extends Situation {
  readonly worker: Worker
  readonly engagement: Engagement
  readonly toDate?: ToDate | undefined
}
