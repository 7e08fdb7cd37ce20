import {
  amount,
  day,
  type Minor,
  type PayKind,
  type Rate,
  type Situation,
  situationSchema,
} from '@samen/core/country'
import { z } from 'zod'

const family = z
  .strictObject({
    dependants: z.int().min(1).max(20).meta({
      description: 'All dependants (eltartott) of the family: their number decides the allowance of each',
    }),
    beneficiaries: z.int().min(0).max(20).optional().meta({
      description:
        'Dependants with a family benefit, or unborn from the 91st day (kedvezményezett eltartott); all dependants when absent',
    }),
    ill: z.int().min(0).max(20).default(0).meta({
      description: 'Of these, permanently ill or severely disabled ones; 0 when absent',
    }),
    amount: amount.optional().meta({
      description:
        'Reduction of the tax base a month that was declared here, when shared with the other parent or another payer; the whole allowance when absent',
    }),
  })
  .refine((value) => (value.beneficiaries ?? value.dependants) <= value.dependants, {
    path: ['beneficiaries'],
    message: 'beneficiaries are dependants too',
  })
  .refine((value) => value.ill <= (value.beneficiaries ?? value.dependants), {
    path: ['ill'],
    message: 'the ill are among the beneficiaries',
  })

const firstMarriage = z.strictObject({
  marriedOn: day.meta({ description: 'The day of the wedding; the allowance runs from the next month' }),
  amount: amount.optional().meta({
    description:
      'Reduction of the tax base a month declared by this spouse; the whole of the couple when absent',
  }),
})

const worker = z
  .strictObject({
    birthDate: day.optional().meta({
      description:
        'Decides the allowance of the young under 25, which needs no declaration, and the ages in the allowances of mothers; none of them when absent',
    }),
    under25Ceiling: amount.optional().meta({
      description:
        'Monthly ceiling of the under-25 allowance declared for this payer, when several payers share it; "0" renounces it; the whole when absent',
    }),
    motherOf: z.int().min(0).max(20).default(0).meta({
      description:
        'A mother who declared an allowance of mothers: her children who count for it; 0, no such declaration, when absent',
    }),
    family: family.optional().meta({ description: 'Declared family allowance (családi kedvezmény)' }),
    personalAllowance: z.boolean().default(false).meta({
      description: 'Declared personal allowance of the severely disabled (személyi kedvezmény)',
    }),
    firstMarriage: firstMarriage.optional().meta({
      description: 'Declared allowance of the first married (első házasok kedvezménye)',
    }),
    pensioner: z.boolean().default(false).meta({
      description:
        'Receives an old-age pension in their own right (saját jogú nyugdíjas): neither contribution nor social contribution tax',
    }),
    socialSecurity: z.enum(['hungary', 'elsewhere']).default('hungary').meta({
      description: 'Country whose social security covers the work; "elsewhere" with a certificate such as A1',
    }),
  })
  .meta({ title: 'Worker', description: 'What the statutes ask about the worker; {} is the ordinary case' })

const relief = z.strictObject({
  kind: z.enum(['entrant', 'mother-entrant', 'unskilled', 'agricultural']).meta({
    description:
      'entrant: newly in the labour market, all 13 % for 12 months, half for 6 · mother-entrant: woman with three children or more, all for 36 months, half for 24 · unskilled: job of FEOR group 9, half · agricultural: farm job, half',
  }),
  since: day.optional().meta({
    description:
      'First day of the employment the relief began with: counts the months of the entrants; this period’s first month when absent',
  }),
})

export const STATUSES = [
  'employee',
  'casual',
  'film-extra',
  'seasonal',
  'mandate',
  'lasting-mandate',
] as const

const engagement = z
  .strictObject({
    status: z.enum(STATUSES).default('employee').meta({
      description:
        'employee: munkaviszony · casual: alkalmi munka, film-extra: filmipari statiszta, seasonal: idénymunka, all three simplified employment (egyszerűsített foglalkoztatás) · mandate: megbízás · lasting-mandate: tartós megbízás, insured whatever the fee, from 2026',
    }),
    contract: z
      .enum(['open-ended', 'fixed-term', 'monthly', 'several-day', 'one-day'])
      .default('fixed-term')
      .meta({ description: 'How long the contract runs; Hungarian payroll law draws nothing from it' }),
    qualification: z.enum(['none', 'secondary']).default('none').meta({
      description:
        'secondary: the job asks for at least a secondary qualification, the guaranteed minimum (garantált bérminimum) is due',
    }),
    hours: z.number().min(0).max(744).multipleOf(0.25).optional().meta({
      description: 'Hours paid: with them the minimum pay is stated by the hour; by day or month when absent',
    }),
    days: z.int().min(1).max(31).optional().meta({
      description:
        'Days of simplified employment in the period; its calendar days when absent, none of a one-off payment',
    }),
    insuredDays: z.int().min(0).max(31).optional().meta({
      description:
        'Calendar days of the period for the minimum contribution base, without sick pay, child care and other days it does not count; the days of the period when absent',
    }),
    minimumBase: z.boolean().default(true).meta({
      description:
        'The minimum contribution base applies; false for full-time students, apprentices, during child-care benefit, or when another relation already covers it',
    }),
    costs: amount.optional().meta({
      description:
        'Itemised costs of a mandate declared, at most half of the fee; 10 % of the fee when absent',
    }),
    ekho: z.boolean().default(false).meta({
      description: 'The worker chose ekho, in a listed occupation of arts, media or sport (by FEOR code)',
    }),
    ekhoBasis: z.enum(['here', 'elsewhere']).optional().meta({
      description:
        'With ekho: where the minimum wage of the month is charged by the general rules; "here" for employees, "elsewhere" for mandates, pensioners and those insured elsewhere when absent',
    }),
    relief: relief.optional().meta({ description: 'Relief of the social contribution tax' }),
  })
  .meta({ title: 'Engagement', description: 'The relation and its terms; {} is an employee' })

const total = (description: string) => amount.prefault('0').meta({ description })

const toDate = z
  .strictObject({
    month: z
      .strictObject({
        of: z
          .string()
          .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
          .meta({ description: 'The month these totals belong to, such as 2026-10' }),
        general: total('Pay charged by the general rules beside ekho'),
        under25: total('Used of the under-25 ceiling, or of that of mothers under 30'),
        personal: total('Used personal allowance'),
        firstMarriage: total('Used allowance of the first married'),
        family: total('Family allowance used against the tax base'),
        familyContribution: total(
          'Family allowance used against the contribution, in forints of contribution',
        ),
        floor: total('Minimum contribution base due'),
        base: total('Pay of relations with a minimum base'),
        topUp: total('Contribution the employer paid on the missing base'),
        socialBase: total('Base of the social contribution tax of these relations'),
        relieved: total('Base relieved of social contribution tax'),
        mandate: total('Income from mandates'),
        mandateFloor: total('Income from mandates that makes insured'),
        mandateCharged: total('Income from mandates on which contribution was charged'),
      })
      .optional()
      .meta({ description: 'Totals of the calendar month' }),
    year: z
      .strictObject({
        of: z
          .string()
          .regex(/^\d{4}$/)
          .meta({ description: 'The year these totals belong to, such as 2026' }),
        ekho: total('Receipts charged with ekho'),
      })
      .optional()
      .meta({ description: 'Totals of the calendar year' }),
  })
  .optional()
  .meta({
    description: 'Running totals as the last payslip returned them; those of another period are ignored',
  })

const PAY = ['ordinary', 'part', 'one-off', 'holiday'] as const satisfies readonly PayKind[]

export const hungarianSituation = situationSchema({ worker, engagement, toDate, pay: PAY })
  .refine((value) => value.engagement.costs === undefined || isMandate(value.engagement.status), {
    path: ['engagement', 'costs'],
    message: 'only a mandate has costs',
  })
  .refine((value) => !value.engagement.ekho || !isSimplified(value.engagement.status), {
    path: ['engagement', 'ekho'],
    message: 'simplified employment is not charged with ekho',
  })
  .refine(
    ({ engagement, period, pay }) =>
      !isCasual(engagement.status) ||
      pay === 'one-off' ||
      pay === 'holiday' ||
      (engagement.days ?? calendarDays(period)) <=
        (engagement.days === undefined ? CASUAL_RUN : CASUAL_MONTH),
    {
      path: ['engagement', 'days'],
      message:
        'casual work lasts at most five days running and fifteen days a month: state the days worked, or choose another status',
    },
  )
  .refine((value) => value.engagement.status !== 'lasting-mandate' || value.period.from >= '2026-01-01', {
    path: ['engagement', 'status'],
    message: 'lasting mandates exist from 2026-01-01',
  })

export type Status = (typeof STATUSES)[number]
export const isMandate = (status: Status): boolean => status === 'mandate' || status === 'lasting-mandate'
export const isSimplified = (status: Status): boolean =>
  status === 'casual' || status === 'film-extra' || status === 'seasonal'

/** Casual work, of film extras too; seasonal work may run for months. */
const isCasual = (status: Status): boolean => status === 'casual' || status === 'film-extra'
const CASUAL_RUN = 5
const CASUAL_MONTH = 15
const calendarDays = ({ from, to }: { readonly from: string; readonly to: string }): number =>
  Number(to.slice(8)) - Number(from.slice(8)) + 1

export type Worker = z.output<typeof worker>
export type Engagement = z.output<typeof engagement>

export interface MonthTotals {
  readonly of: string
  readonly general: Minor
  readonly under25: Minor
  readonly personal: Minor
  readonly firstMarriage: Minor
  readonly family: Minor
  readonly familyContribution: Minor
  readonly floor: Minor
  readonly base: Minor
  readonly topUp: Minor
  readonly socialBase: Minor
  readonly relieved: Minor
  readonly mandate: Minor
  readonly mandateFloor: Minor
  readonly mandateCharged: Minor
}
export interface YearTotals {
  readonly of: string
  readonly ekho: Minor
}
export interface ToDate {
  readonly month?: MonthTotals | undefined
  readonly year?: YearTotals | undefined
}

export interface HungarianSituation extends Situation {
  readonly worker: Worker
  readonly engagement: Engagement
  readonly toDate?: ToDate | undefined
  readonly levy?: Rate | undefined
}
