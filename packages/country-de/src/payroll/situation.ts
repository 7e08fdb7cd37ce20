import { amount, day, parseAmount, percentage, signedAmount, situationSchema } from '@samen/core/country'
import { z } from 'zod'
import { LANDS } from '../parameters/index.ts'

const CLASSES = ['I', 'II', 'III', 'IV', 'V', 'VI'] as const

const taxClass = z
  .union([z.int().min(1).max(6), z.enum(CLASSES)])
  .transform((value) => (typeof value === 'number' ? value : CLASSES.indexOf(value) + 1))
  .prefault(1)
  .meta({
    description:
      'Tax class (Steuerklasse) of ELStAM, 1 to 6 or I to VI; 1 when absent. By law a worker without ELStAM has VI',
  })

/** A decimal number as a whole number of its last decimals. */
const decimal = (decimals: number, most: bigint, example: string) =>
  z
    .union([z.string().max(10), z.number()])
    .transform((value, context): bigint => {
      try {
        const scaled = parseAmount(String(value), decimals)
        if (scaled >= 0n && scaled <= most) return scaled
      } catch {
        // No decimal number at all: the same answer as to one out of range.
      }
      context.addIssue({
        code: 'custom',
        message: `a number with at most ${decimals} decimals, such as "${example}"`,
      })
      return z.NEVER
    })
    .meta({ examples: [example] })

const none = (text: string) => amount.prefault('0.00').meta({ description: text })

const fewDecimals = (decimals: number) =>
  percentage.refine(
    ({ numerator, denominator }) => (numerator * 100n * 10n ** BigInt(decimals)) % denominator === 0n,
    { message: `such a rate has at most ${decimals} decimals` },
  )

const pension = z
  .strictObject({
    pay: none('Pension in this pay (VBEZ)'),
    firstMonth: none('Pension of January 2005, or of the first full month (VBEZM)'),
    specials: none('Special payments of the first year (VBEZS)'),
    since: z.int().min(1950).max(2100).meta({ description: 'Year of the first pension (VJAHR)' }),
    months: z
      .int()
      .min(0)
      .max(12)
      .default(12)
      .meta({ description: 'Months of pension, for a yearly period (ZMVB); 12' }),
    yearPay: none('Pension in the expected pay of the year (JVBEZ)'),
    oneOff: none('Pension in this one-off payment, death grant included (VBS)'),
    deathGrant: none('Death grant or lump sum in this one-off payment (STERBE)'),
  })
  .meta({ title: 'Pension', description: 'Pension of a former employer (Versorgungsbezüge) in this pay' })

const worker = z
  .strictObject({
    taxClass,
    factor: decimal(3, 1000n, '0.953')
      .optional()
      .meta({ description: 'Factor of the couple, class IV only (Faktorverfahren), three decimals' }),
    childAllowances: decimal(1, 999n, '0.5').prefault('0').meta({
      description: 'Child allowances of ELStAM (Zahl der Kinderfreibeträge, ZKF): 0.5 a parent and child; 0',
    }),
    church: z
      .enum([
        'none',
        'ev',
        'rk',
        'lt',
        'rf',
        'fr',
        'ak',
        'fa',
        'fb',
        'fg',
        'fm',
        'fs',
        'ib',
        'il',
        'is',
        'iw',
        'jd',
        'jh',
      ])
      .default('none')
      .meta({ description: 'Church that levies tax, as ELStAM writes it (ev, rk, ak …); none' }),
    allowance: none('Tax allowance of ELStAM for this pay period (LZZFREIB); 0'),
    addition: none('Addition of ELStAM for this pay period (LZZHINZU); 0'),
    yearAllowance: none('Tax allowance of the year, for one-off pay (JFREIB); 0'),
    yearAddition: none('Addition of the year, for one-off pay (JHINZU); 0'),
    birthDate: day.optional().meta({
      description:
        'Decides the care surcharge from 23 and the age relief from 64; between these ages when absent',
    }),
    children: z.int().min(0).max(20).default(0).meta({
      description:
        'Children under 25 proved to the employer: from the second to the fifth they lower care insurance',
    }),
    parent: z.boolean().optional().meta({
      description:
        'Has or had a child, and so bears no surcharge of the childless; true with children, child allowances or class II when absent',
    }),
    insurance: z
      .enum(['statutory', 'private'])
      .default('statutory')
      .meta({ description: 'Health insurance: a statutory fund, or private' }),
    supplementaryRate: fewDecimals(3).optional().meta({
      description: 'Supplement (Zusatzbeitrag) of the fund in percent, whole; the average when absent',
    }),
    privateHealth: none('Private health premium a month, 0; the employer bears half of it, within a maximum'),
    privateCare: none('Private care premium a month, 0; the employer bears half of it, within a maximum'),
    privateBasic: amount.optional().meta({
      description:
        'Part of both premiums for basic cover a month, which tax law counts (PKPV); both premiums when absent',
    }),
    pension: pension.optional(),
  })
  .refine((value) => value.factor === undefined || value.taxClass === 4, {
    path: ['factor'],
    message: 'only class IV has a factor',
  })
  .refine((value) => value.factor === undefined || value.factor > 0n, {
    path: ['factor'],
    message: 'a factor is more than 0',
  })
  .meta({
    title: 'Worker',
    description: 'What ELStAM and the health fund know; {} is class I without children',
  })

const engagement = z
  .strictObject({
    status: z.enum(['employee', 'minijob', 'short-term', 'unsteady']).default('employee').meta({
      description:
        'employee: insured, or Minijob or Midijob by the amount of pay · minijob: whatever this month’s pay · short-term: kurzfristig (at most three months or 70 days a year, not a profession) · unsteady: unständig (under a week each, the main occupation)',
    }),
    contract: z
      .enum(['open-ended', 'fixed-term', 'monthly', 'several-day', 'one-day'])
      .default('open-ended')
      .meta({ description: 'Kind of contract; with several-day and one-day the fund pays no sick pay' }),
    startsOn: day.optional().meta({ description: 'First day of the contract; unknown when absent' }),
    endsOn: day.optional().meta({
      description: 'Planned last day: under ten weeks no sick pay of the fund, up to four weeks no levy U1',
    }),
    regularPay: amount.optional().meta({
      description:
        'Regular monthly pay, which decides between Minijob, transition zone and full insurance; this pay when absent',
    }),
    zone: z.boolean().default(true).meta({
      description: 'false: never a Minijob nor in the transition zone (vocational training)',
    }),
    otherPay: none(
      'Pay of this month from other insured employments, for shared ceilings and the transition zone; 0',
    ),
    contributionGroup: z
      .string()
      .regex(/^(?:[013][013][012][01]|6[15]00|0[15]00)$/)
      .optional()
      .meta({
        description:
          'Beitragsgruppe of health, pension, unemployment and care, such as "1111", "3111", "0100" or "3321"; from the rest when absent',
      }),
    sickPay: z.boolean().optional().meta({
      description:
        'Right to sick pay of the fund, or chosen: general rather than reduced rate; false under ten weeks, on short contracts and for unsteady work when absent',
    }),
    professional: z.boolean().default(true).meta({
      description: 'Unsteady work as a profession: no unemployment insurance',
    }),
    pensionExempt: z.boolean().default(false).meta({
      description: 'Minijob: the worker asked to be left out of pension insurance',
    }),
    land: z.enum(LANDS).default('BE').meta({ description: 'Land of the place of work; Berlin' }),
    staff: z.int().min(0).max(10_000_000).default(50).meta({
      description: 'Employer’s headcount: levy U1 up to 30; 50 when absent',
    }),
    u1Rate: fewDecimals(4)
      .optional()
      .meta({ description: 'Levy U1 of the fund in percent; a placeholder when absent' }),
    u2Rate: fewDecimals(4)
      .optional()
      .meta({ description: 'Levy U2 of the fund in percent; a placeholder when absent' }),
    accidentRate: fewDecimals(4).optional().meta({
      description:
        'Provision for accident insurance in percent of pay (hazard class × foot / 1000); a placeholder when absent',
    }),
    tax: z.enum(['individual', 'flat']).optional().meta({
      description:
        'By tax class, or flat: 2 % for a Minijob, 25 % for short-term work. Flat for a Minijob, else individual when absent',
    }),
    flatTaxBy: z
      .enum(['employer', 'worker'])
      .default('employer')
      .meta({ description: 'Who bears a flat tax in the end; the employer' }),
    flatChurch: z.enum(['proof', 'simplified']).default('proof').meta({
      description:
        'Church tax on flat tax: at the full rate for proved members alone, or at the reduced rate for all',
    }),
    taxPeriod: z.enum(['year', 'month', 'week', 'day']).optional().meta({
      description:
        'Pay period of the wage tax; the month for ordinary pay and the days for part of one when absent',
    }),
    taxDays: z.int().min(1).max(31).optional().meta({
      description: 'Days of a pay period counted in days; the calendar days of the period when absent',
    }),
    hours: z.number().min(0).max(400).optional().meta({
      description: 'Hours paid, to compare the pay with the minimum wage; not compared when absent',
    }),
    expectedYearPay: amount.optional().meta({
      description:
        'With one-off pay: pay of the whole year without it (JRE4). When absent: what was paid this year and the last or regular monthly pay for the months left',
    }),
    compensation: none('Part of one-off pay that is compensation and bears no contributions (SONSTENT); 0'),
    yearCompensation: none('Such part of the expected pay of the year (JRE4ENT); 0'),
    shareBenefit: none('Untaxed benefit of employee shares in one-off pay (MBV); 0'),
  })
  .meta({ title: 'Engagement', description: 'The contract and its employer; {} is an ordinary employee' })

const zero = signedAmount.prefault('0.00')
const days = (most: number) => z.int().min(0).max(most).default(0)

const bases = z.strictObject({
  days: days(366).meta({ description: 'Social-insurance days' }),
  health: zero.meta({ description: 'Pay charged with health and care insurance' }),
  pension: zero.meta({ description: 'Pay charged with pension and unemployment insurance' }),
})

const toDate = z
  .strictObject({
    month: z
      .string()
      .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/)
      .optional()
      .meta({ description: 'Month of the last payslip; totals of an earlier month or year are dropped' }),
    monthPay: zero.meta({ description: 'Pay of this month so far, one-off pay included' }),
    monthDays: days(31).meta({ description: 'Social-insurance days of this month so far' }),
    monthHealth: zero.meta({ description: 'Pay of this month charged with health and care insurance' }),
    monthPension: zero.meta({ description: 'Pay of this month charged with pension insurance' }),
    monthTaxable: zero.meta({ description: 'Whole-month pay of this month already taxed' }),
    monthTax: zero.meta({ description: 'Wage tax on it' }),
    monthSolidarity: zero.meta({ description: 'Solidarity surcharge on it' }),
    monthChurch: zero.meta({ description: 'Church tax on it' }),
    lastPay: zero.meta({ description: 'Last ordinary monthly pay' }),
    days: days(366).meta({ description: 'Social-insurance days of the year' }),
    health: zero.meta({ description: 'Pay of the year charged with health and care insurance' }),
    pension: zero.meta({ description: 'Pay of the year charged with pension insurance' }),
    taxable: zero.meta({ description: 'Pay of the year taxed by class, one-off pay included' }),
    tax: zero.meta({ description: 'Wage tax of the year by class' }),
    solidarity: zero.meta({ description: 'Solidarity surcharge of the year by class' }),
    church: zero.meta({ description: 'Church tax of the year by class' }),
    previousYear: bases
      .optional()
      .meta({ description: 'The year before with the same employer, for one-off pay of January to March' }),
  })
  .optional()
  .meta({ title: 'To date', description: 'What the previous payslip returned as toDate' })

export const germanSituation = situationSchema({
  worker,
  engagement,
  toDate,
  pay: ['ordinary', 'part', 'one-off', 'holiday', 'settlement'],
})

export type GermanSituation = z.infer<typeof germanSituation>
export type Worker = GermanSituation['worker']
export type Engagement = GermanSituation['engagement']
export type ToDate = NonNullable<GermanSituation['toDate']>
