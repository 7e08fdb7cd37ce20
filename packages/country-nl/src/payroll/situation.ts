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

/** Hours in hundredths: `"7.5"` is 750n. */
const hours = (maximum: number) =>
  z
    .union([z.string().max(12), z.number()])
    .transform((value, context): bigint => {
      try {
        const hundredths = parseAmount(String(value))
        if (hundredths >= 0n && hundredths <= BigInt(maximum) * 100n) return hundredths
        context.addIssue({ code: 'custom', message: `a number between 0 and ${maximum}` })
      } catch {
        context.addIssue({ code: 'custom', message: 'a number with at most two decimals, such as "7.5"' })
      }
      return z.NEVER
    })
    .meta({ title: 'number', description: 'At most two decimals', examples: ['7.5'] })

const worker = z.strictObject({
  birthDate: day.optional().meta({
    description:
      'Decides the state-pension columns, youth minimum wages and the low premium of small jobs under 21; between 21 and pension age when absent',
  }),
  taxCredit: z.boolean().default(true).meta({
    description: 'Loonheffingskorting: the worker asked in writing for the tax credits at this employer',
  }),
  singleElderlyCredit: z.boolean().default(false).meta({
    description: 'Asked also for the credit of single pensioners (alleenstaande-ouderenkorting)',
  }),
  youngDisabledCredit: z.boolean().default(false).meta({
    description:
      'Asked for the credit of young disabled workers (jonggehandicaptenkorting), with UWV’s letter; only with taxCredit',
  }),
  anonymous: z.boolean().default(false).meta({
    description: 'Identity, BSN or address are not established: 52 %, no credits and no premium maximum',
  }),
  residence: z.enum(['netherlands', 'treaty', 'elsewhere']).default('netherlands').meta({
    description:
      'Where an artist lives: in the Netherlands, in a country with a tax treaty (no tax), or elsewhere (20 %). All others: the Netherlands',
  }),
  annualWage: amount.optional().meta({
    description:
      'Yearly wage that sets the rate on special rewards: that of last year, or of a newcomer’s whole year. The wage of the year so far with this payment when absent',
  }),
})

const engagement = z.strictObject({
  status: z.enum(['employee', 'agency', 'payroll', 'artist', 'director']).meta({
    description:
      'employee: ordinary contract · agency: uitzendovereenkomst with agency clause · payroll: BW 7:692 · artist: artiestenregeling, all-in fee under an agreement of at most three months · director: director and major shareholder, not insured',
  }),
  contract: z.enum(['open-ended', 'fixed-term', 'monthly', 'several-day', 'one-day']).optional().meta({
    description:
      'Kind of contract; every kind but open-ended has an end. When absent: one-day for an artist, else fixed-term',
  }),
  written: z.boolean().default(true).meta({ description: 'The contract is in writing' }),
  onCall: z.boolean().default(false).meta({ description: 'Oproepovereenkomst: hours or pay are not fixed' }),
  apprentice: z.boolean().default(false).meta({
    description: 'Work under the vocational training path (bbl), without agency clause: low AWf premium',
  }),
  unemployment: z.enum(['low', 'high']).optional().meta({
    description: 'AWf premium where it is not the one the contract, age and hours lead to',
  }),
  employerSize: z.enum(['small', 'large']).default('large').meta({
    description:
      'small: wage sum two years ago of at most 25 average wages (1,082,500 euro for 2026, 990,000 for 2025), which lowers the Aof premium',
  }),
  sector: z.int().min(1).max(69).optional().meta({
    description: 'Sector of a small employer for the Whk premium: 52 agency work, 54 culture, …',
  }),
  returnToWorkRate: percentage.optional().meta({
    description:
      'Whk premium of the employer’s own decision, in percent; the sector’s for a small employer or agency work, else the average, when absent',
  }),
  recoverDisability: z.boolean().default(false).meta({
    description: 'Half of the WGA part of the Whk premium is taken back from net pay',
  }),
  disabilityRate: percentage.optional().meta({
    description: 'WGA part of the Whk premium in percent; the average when absent',
  }),
  wagePeriod: z.enum(['day', 'week', 'four-weeks', 'month', 'quarter']).optional().meta({
    description:
      'Loontijdvak, which chooses table and premium maximum. When absent: month; day for part of a month of a worker of five days a week or a contract of days, and for artists',
  }),
  days: z.int().min(1).max(31).optional().meta({
    description:
      'Days paid, for the day table. When absent: all days of a contract of up to five days, else Monday to Friday within the period',
  }),
  daysPerWeek: z.int().min(1).max(7).default(5).meta({
    description: 'Usual working days a week; below five, part of a month stays in the month table',
  }),
  hours: hours(400).optional().meta({
    description:
      'Paid hours of this pay, for the minimum wage and small jobs; hoursPerWeek × 52 ÷ 12 for a whole month when absent',
  }),
  hoursPerWeek: hours(60).optional().meta({ description: 'Contractual hours a week' }),
  holidayAllowance: z.enum(['set-aside', 'included', 'none']).optional().meta({
    description:
      'The 8 % holiday allowance: set aside and paid later with pay "holiday", or contained in this gross. none for artists and directors, else set-aside, when absent',
  }),
  taxableBenefits: amount
    .prefault('0')
    .meta({ description: 'Wage in kind of this pay: taxed and insured, but not paid out' }),
  pensionEmployee: amount
    .prefault('0')
    .meta({ description: 'The worker’s own pension premium, withheld before tax and premiums' }),
  pensionEmployer: amount.prefault('0').meta({ description: 'The employer’s pension premium' }),
  performances: z.int().min(1).max(31).default(1).meta({
    description: 'Performances of an artist that this fee pays',
  }),
  smallAllowance: amount.prefault('0').meta({
    description:
      'Kleinevergoedingsregeling: part of an artist’s fee paid free, at most 163 euro a performance',
  }),
  costDecision: amount.prefault('0').meta({
    description: 'Part of an artist’s fee the tax office’s kostenvergoedingsbeschikking leaves free',
  }),
  severance: z.boolean().default(false).meta({
    description:
      'With pay "one-off": pay from former employment such as a transition payment: green table, no employee insurance',
  }),
})

const of = (pattern: RegExp, example: string) =>
  z
    .string()
    .refine((text) => pattern.test(text) && isIsoDate(`${text}-01-01`.slice(0, 10)), {
      message: `a period is written as ${example}`,
    })
    .meta({ description: `The period these totals belong to, such as ${example}` })
const total = (description: string) => signedAmount.prefault('0').meta({ description })

const toDate = z
  .strictObject({
    month: z
      .strictObject({
        of: of(/^\d{4}-\d{2}$/, '2026-10'),
        wage: total('Wage taxed by the month table'),
        tax: total('Wage tax withheld by the month table'),
        labourCredit: total('Labour credit settled in it'),
        relief: total('Credit for young disabled workers given in it'),
        maximum: total('Premium maximum granted for days and periods of the month'),
        hours: hours(1000).prefault('0').meta({ description: 'Paid hours' }),
      })
      .optional()
      .meta({ description: 'Totals of the calendar month worked' }),
    day: z
      .strictObject({
        of: day.meta({ description: 'The day these totals belong to' }),
        wage: total('Wage taxed by the day table'),
        tax: total('Wage tax withheld by the day table'),
        labourCredit: total('Labour credit settled in it'),
        relief: total('Credit for young disabled workers given in it'),
      })
      .optional()
      .meta({ description: 'Totals of the last single day paid' }),
    year: z
      .strictObject({
        of: of(/^\d{4}$/, '2026'),
        wage: total('Wage for wage tax'),
        insuredWage: total('Wage for the employee insurances, without maximum'),
        insuredMaximum: total('Sum of the premium maximums of the periods'),
        premiumWage: total('Premium wage counted so far'),
        lowPremiumWage: total('Part of it at the low AWf premium of an open-ended contract'),
        healthWage: total('Wage for the health levy, without maximum'),
        healthMaximum: total('Sum of the maximums for the health levy'),
        healthBase: total('Contribution wage counted so far'),
      })
      .optional()
      .meta({ description: 'Totals of the calendar year of payment at this employer' }),
  })
  .optional()
  .meta({
    description: 'Running totals as the last payslip returned them; those of another period are ignored',
  })

/** Kinds of pay: `settlement` ends a contract and revises the low AWf premium of the year to the high one. */
const PAY = ['ordinary', 'part', 'one-off', 'holiday', 'settlement'] as const satisfies readonly PayKind[]

export const dutchSituation = situationSchema({ worker, engagement, toDate, pay: PAY }).superRefine(
  ({ worker: who, engagement: job, pay }, context) => {
    const refuse = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message })
    const artist = job.status === 'artist'
    if (who.residence !== 'netherlands' && !artist)
      refuse(['worker', 'residence'], 'only artists may live outside the Netherlands here')
    if (artist && (pay === 'holiday' || pay === 'settlement'))
      refuse(['pay'], 'an artist’s fee is all-in: there is no holiday allowance and no settlement')
    if (artist && (job.holidayAllowance ?? 'none') !== 'none')
      refuse(['engagement', 'holidayAllowance'], 'an artist’s fee is all-in')
    if (!artist && job.smallAllowance > 0n)
      refuse(['engagement', 'smallAllowance'], 'only artists have the kleinevergoedingsregeling')
    if (!artist && job.costDecision > 0n)
      refuse(['engagement', 'costDecision'], 'only artists have a kostenvergoedingsbeschikking')
    if (who.youngDisabledCredit && !who.taxCredit)
      refuse(['worker', 'youngDisabledCredit'], 'this credit comes only with the tax credit')
    if (job.severance && (pay !== 'one-off' || artist))
      refuse(['engagement', 'severance'], 'pay from former employment is a one-off of an employee')
  },
)

export type Worker = z.output<typeof worker>
export type Engagement = z.output<typeof engagement>
export type WagePeriod = NonNullable<Engagement['wagePeriod']>

/** What one wage period bore so far, where several pays of it are taxed together. */
export interface TaxedTotals {
  readonly of: string
  readonly wage: Minor
  readonly tax: Minor
  readonly labourCredit: Minor
  readonly relief: Minor
}
export interface MonthTotals extends TaxedTotals {
  readonly maximum: Minor
  readonly hours: bigint
}
export interface YearTotals {
  readonly of: string
  readonly wage: Minor
  readonly insuredWage: Minor
  readonly insuredMaximum: Minor
  readonly premiumWage: Minor
  readonly lowPremiumWage: Minor
  readonly healthWage: Minor
  readonly healthMaximum: Minor
  readonly healthBase: Minor
}
export interface ToDate {
  readonly month?: MonthTotals | undefined
  readonly day?: TaxedTotals | undefined
  readonly year?: YearTotals | undefined
}

export interface DutchSituation extends Situation {
  readonly worker: Worker
  readonly engagement: Engagement
  readonly toDate?: ToDate | undefined
  readonly levy?: Rate | undefined
}
