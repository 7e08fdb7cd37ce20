import { amount, day, parseAmount, percentage, signedAmount, situationSchema } from '@samen/core/country'
import { z } from 'zod'
import { hours, overtime, overtimePaymentProblem, overtimeProblem } from './situation-overtime.ts'

const worker = z
  .strictObject({
    taxRate: percentage.optional().meta({
      description:
        'Personal withholding rate transmitted by the DGFiP, in percent, if still valid; the neutral grid applies when absent',
    }),
    residence: z
      .enum(['metropole', 'guadeloupe-reunion-martinique', 'guyane-mayotte'])
      .default('metropole')
      .meta({ description: 'Tax residence, which chooses the neutral grid' }),
  })
  .meta({ title: 'Worker', description: 'What tax law asks about the worker; {} is the ordinary case' })

const engagement = z
  .strictObject({
    status: z.enum(['employee', 'executive', 'artist', 'technician', 'cesa', 'cape']).meta({
      description:
        'employee or executive (cadre) of the general regime; show artist (annex 10) or technician (annex 8); cesa: entrepreneur-salarié associé; cape: project holder in test phase',
    }),
    executive: z.boolean().default(false).meta({
      description: 'Executive (cadre) for the complementary pension; always so with status "executive"',
    }),
    contract: z
      .enum(['open-ended', 'fixed-term', 'customary', 'monthly', 'several-day', 'one-day'])
      .optional()
      .meta({
        description:
          'open-ended (CDI), fixed-term (CDD) or customary (CDD d’usage); monthly, several-day and one-day mean customary for artists and technicians, fixed-term for all others. Customary for artists and technicians, open-ended for all others when absent',
      }),
    startsOn: day.optional().meta({
      description: 'First day of the contract; the first day of the period when absent',
    }),
    endsOn: day.optional().meta({
      description:
        'Planned last day of a fixed-term or customary contract; the last day of the period when absent',
    }),
    weeklyHours: hours(35)
      .refine((value) => value > 0, { message: 'more than 0 hours' })
      .default(35)
      .meta({
        description:
          'Contractual hours a week; below 35 is part time and lowers ceilings and the reference minimum wage',
      }),
    hours: hours(400).optional().meta({
      description:
        'Hours paid in the period without overtime, for the reference minimum wage; weeklyHours × 52 / 12, by calendar days of the month, when absent',
    }),
    overtime: overtime.optional().meta({
      description:
        'Overtime (heures supplémentaires), or complementary hours of part time, paid with this pay; `hours` above does not count them',
    }),
    fees: z.int().min(1).max(99).optional().meta({
      description: 'Artist fees (cachets) in the pay; twelve hours each where hours are not stated',
    }),
    staff: z.int().min(0).max(10_000_000).default(50).meta({
      description: 'Employer’s headcount for the thresholds of 11, 50, 250 and 2,000; 50 when absent',
    }),
    apprenticeShare: percentage.optional().meta({
      description:
        'Share of apprentices among the staff, in percent; matters from 250 staff; 5 or more when absent',
    }),
    alsaceMoselle: z
      .boolean()
      .default(false)
      .meta({ description: 'Work in Alsace-Moselle: local sickness regime' }),
    accidentRate: percentage.optional().meta({
      description: 'Establishment’s work-accident rate in percent; the national mean when absent',
    }),
    mobilityRate: percentage.optional().meta({
      description: 'Mobility payment of the municipality in percent, due from 11 staff; 0 when absent',
    }),
    healthEmployer: amount
      .prefault('0.00')
      .meta({ description: 'Employer’s share of the health cover this period; 0' }),
    healthEmployee: amount
      .prefault('0.00')
      .meta({ description: 'Worker’s share of the health cover this period; 0' }),
    providentEmployer: amount
      .prefault('0.00')
      .meta({ description: 'Employer’s share of other provident cover this period; 0' }),
    providentEmployee: amount
      .prefault('0.00')
      .meta({ description: 'Worker’s share of other provident cover this period; 0' }),
    bonus: z.boolean().default(true).meta({
      description: 'Fixed-term: the gross contains the end-of-contract bonus of 10 %',
    }),
    leave: z.boolean().default(true).meta({
      description: 'Fixed-term: the gross contains the leave indemnity of 10 % because no leave was taken',
    }),
    leaveFund: z.boolean().optional().meta({
      description:
        'A fund (Congés Spectacles) pays the leave; so for artists and technicians on customary contracts when absent',
    }),
    leaveFundRate: percentage.optional().meta({
      description: 'Rate the leave fund calls, in percent; that of the parameters when absent',
    }),
    leaveFundCap: amount.optional().meta({
      description:
        'Ceiling of the leave fund’s base for this pay, where the employer applies it: days × the agreed daily ceiling, or three times the agreed minimum pay (Code du travail D7121-37); none when absent',
    }),
    payRhythm: z.enum(['monthly', 'half-monthly', 'weekly', 'daily']).default('monthly').meta({
      description:
        'Usual rhythm of payment, by which the neutral grid shrinks; a contract of at most two months keeps the monthly grid',
    }),
    agreement: z.enum(['none', '3090', '1285']).default('none').meta({
      description:
        'Show agreement whose levies apply: IDCC 3090 (private) or 1285 (subsidised); none when absent',
    }),
    deduction: z.enum(['none', 'musicians', 'dramatic']).default('none').meta({
      description:
        'Specific flat deduction (DFS) by profession, where the worker agreed and bears real expenses; none when absent',
    }),
    artistReduction: z.boolean().default(false).meta({
      description:
        'Artist: apply the general reduction besides the 70 % rates. Publishers say the 70 % rates exclude it (GHS, 9 February 2026), one rule set of the official simulator grants it; off when absent',
    }),
    regularise: z.enum(['progressive', 'none']).default('progressive').meta({
      description:
        'Whether running totals regularise ceilings and reduction on each payslip, or are only kept for the yearly settlement',
    }),
  })
  .superRefine((value, context) => {
    const problem = overtimeProblem(value) ?? showProblem(value)
    if (problem) context.addIssue({ code: 'custom', ...problem })
  })
  .meta({
    title: 'Engagement',
    description: 'The contract and its employer; {"status":"employee"} is a full-time CDI',
  })

/** What only artists and technicians can have. Stage managers share the deduction of musicians. */
function showProblem(value: {
  readonly status: string
  readonly fees?: number | undefined
  readonly deduction: 'none' | 'musicians' | 'dramatic'
  readonly leaveFund?: boolean | undefined
  readonly leaveFundCap?: bigint | undefined
}): { readonly path: string[]; readonly message: string } | undefined {
  const { status, deduction } = value
  const artist = status === 'artist'
  const show = artist || status === 'technician'
  if (value.fees !== undefined && !artist)
    return { path: ['fees'], message: 'only an artist is paid by fees (cachets)' }
  if (deduction === 'dramatic' && !artist)
    return { path: ['deduction'], message: 'the deduction of dramatic artists is open to artists only' }
  if (deduction === 'musicians' && !show)
    return {
      path: ['deduction'],
      message: 'the deduction of musicians is open to artists and, as technicians, stage managers',
    }
  if (value.leaveFund && !show)
    return {
      path: ['leaveFund'],
      message: 'Congés Spectacles pays the leave of artists and technicians only',
    }
  if (value.leaveFundCap !== undefined && (!show || value.leaveFund === false))
    return { path: ['leaveFundCap'], message: 'no leave fund pays this leave, so its base has no ceiling' }
  return undefined
}

const zero = signedAmount.prefault('0.00')

/** The reference minimum wage keeps four decimals, as text: a third of a cent a month would add up over the year. */
const fourDecimals = z
  .union([z.string().max(20), z.number()])
  .transform((value, context) => {
    try {
      parseAmount(String(value), 4)
      return String(value)
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message })
      return z.NEVER
    }
  })
  .prefault('0')

const totals = z
  .strictObject({
    gross: zero.meta({ description: 'Gross pay' }),
    pay: zero.meta({ description: 'Pay after the specific deduction' }),
    ceiling: zero.meta({ description: 'Social-security ceilings' }),
    capped: zero.meta({ description: 'Pay already charged under the ceiling' }),
    pensionCeiling: zero.meta({ description: 'Ceilings of the complementary pension' }),
    pensionT1: zero.meta({ description: 'Pay already charged in T1' }),
    pensionT2: zero.meta({ description: 'Pay already charged in T2' }),
    technical: zero.meta({ description: 'Pay already charged with CET' }),
    unemployment: zero.meta({ description: 'Pay already charged up to four ceilings' }),
    minimumWage: fourDecimals.meta({ description: 'Reference minimum wage of the year, four decimals' }),
    sicknessSupplement: zero.meta({ description: 'Pay already charged with the sickness supplement (2025)' }),
    familySupplement: zero.meta({ description: 'Pay already charged with the family supplement (2025)' }),
    reductionPay: zero.meta({ description: 'Pay since the reduction’s formula last changed' }),
    reductionMinimumWage: fourDecimals.meta({
      description: 'Reference minimum wage since the reduction’s formula last changed, four decimals',
    }),
    reduction: zero.meta({ description: 'Reduction granted since its formula last changed' }),
  })
  .meta({ title: 'Totals', description: 'Running totals of one calendar year with one employer' })

const toDate = z
  .strictObject({
    month: z
      .string()
      .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/)
      .optional()
      .meta({
        description:
          'Month of the last payslip; totals of an earlier year are dropped. Absent: nothing came before',
      }),
    general: totals.optional().meta({ description: 'Pay of the general regime' }),
    show: totals.optional().meta({ description: 'Pay as artist or technician' }),
    deducted: amount.prefault('0.00').meta({ description: 'Specific deduction used this year' }),
    overtimeExempt: amount
      .optional()
      .meta({ description: 'Overtime pay that income tax let off this year; nothing when absent' }),
  })
  .refine(({ month, general, show }) => month !== undefined || (general ?? show) === undefined, {
    path: ['month'],
    message: 'totals need the month of the payslip they come from',
  })
  .optional()
  .meta({ title: 'To date', description: 'What the previous payslip of the year returned as toDate' })

export const frenchSituation = situationSchema({
  worker,
  engagement,
  toDate,
  pay: ['ordinary', 'part', 'one-off', 'holiday', 'settlement'],
}).superRefine((value, context) => {
  const problem = overtimePaymentProblem(value)
  if (problem)
    context.addIssue({ code: 'custom', path: ['engagement', ...problem.path], message: problem.message })
})

export type FrenchSituation = z.infer<typeof frenchSituation>
export type Engagement = FrenchSituation['engagement']
export type ToDate = NonNullable<FrenchSituation['toDate']>
export type Totals = NonNullable<ToDate['general']>
