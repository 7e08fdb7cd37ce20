import {
  amount,
  type Minor,
  type PayKind,
  percentage,
  type Situation,
  signedAmount,
  situationSchema,
} from '@samen/core/country'
import { z } from 'zod'
import { isKnownTown, REGIONS } from '../parameters/index.ts'

const ownMunicipality = z
  .strictObject({
    bands: z
      .array(
        z.strictObject({
          upTo: amount.optional().meta({ description: 'Upper end of the band; none on the last' }),
          rate: percentage.meta({ description: 'Rate in percent on the part of the income in the band' }),
        }),
      )
      .min(1)
      .max(12)
      .meta({ description: 'Ascending bands, the last without an end' }),
    exemptUpTo: amount
      .optional()
      .meta({ description: 'Income up to which nothing is due; above it, on all of it' }),
  })
  .refine(({ bands }) => bands.every(({ upTo }, at) => (upTo === undefined) === (at === bands.length - 1)), {
    path: ['bands'],
    message: 'every band but the last has an end, and the last has none',
  })

const worker = z
  .strictObject({
    region: z
      .enum(REGIONS)
      .optional()
      .meta({ description: 'Fiscal domicile on 1 January: decides the regional surtax; none when absent' }),
    municipality: z
      .union([
        z.string().max(4).refine(isKnownTown, {
          message:
            'a town of the surtax table by its cadastral code, such as F205; for any other town state its bands',
        }),
        ownMunicipality,
      ])
      .optional()
      .meta({
        description:
          'Town of the fiscal domicile: cadastral code of a town in the table (F205 Milan, H501 Rome …), or the town’s own bands; none when absent',
      }),
    insuredBefore1996: z
      .boolean()
      .default(false)
      .meta({ description: 'Insured for a pension by 31 December 1995: no yearly ceiling' }),
    creditsHere: z.boolean().default(true).meta({
      description: 'The worker claims tax credits from this employer; false where another one grants them',
    }),
    integration: z.boolean().default(true).meta({
      description:
        'Trattamento integrativo and somma integrativa are paid; false when the worker waives them',
    }),
    otherIncome: amount.prefault('0').meta({
      description: 'Other income of the tax year the worker declared: lowers credits, is not taxed here',
    }),
    spouse: z.boolean().default(false).meta({ description: 'A dependent spouse' }),
    children: z.int().min(0).max(15).default(0).meta({
      description: 'Dependent children of 21 to 29, or disabled of any age from 21; 0 when absent',
    }),
    childrenShare: z
      .enum(['whole', 'half'])
      .default('whole')
      .meta({ description: 'Share of the credit for children this parent takes' }),
    ascendants: z
      .int()
      .min(0)
      .max(8)
      .default(0)
      .meta({ description: 'Dependent ascendants living with the worker; 0 when absent' }),
    regionalCredit: amount.prefault('0').meta({
      description:
        'Off the regional surtax of the year, as the region grants it for children or a disability: 340 a child in Bolzano up to 90 000, 246 in Trento up to 50 000 (2025)',
    }),
    bonusesDue: z
      .strictObject({
        integration: amount
          .prefault('0')
          .meta({ description: 'Trattamento integrativo still to be given back' }),
        wedge: amount.prefault('0').meta({ description: 'Somma integrativa still to be given back' }),
      })
      .optional()
      .meta({
        description:
          'What last December’s settlement left to be given back, by July and by September; none when absent',
      }),
    surtaxesDue: z
      .strictObject({
        regional: amount.prefault('0').meta({ description: 'Regional surtax of last year, by November' }),
        municipal: amount.prefault('0').meta({ description: 'Balance of the municipal surtax of last year' }),
        municipalAdvance: amount
          .prefault('0')
          .meta({ description: 'Advance of this year’s municipal surtax, March to November' }),
      })
      .optional()
      .meta({
        description:
          'Surtaxes last year’s settlement left to be withheld in instalments this year; none when absent',
      }),
  })
  .meta({ title: 'Worker', description: 'What the statutes ask about the worker; {} is the ordinary case' })

const engagement = z
  .strictObject({
    fund: z.enum(['fpld', 'fpls']).default('fpld').meta({
      description:
        'Pension fund by activity: fpld general fund · fpls show workers (ex-ENPALS): artists and technicians',
    }),
    dancer: z
      .boolean()
      .default(false)
      .meta({ description: 'With fpls: dancers, who retire earlier and pay a higher rate' }),
    contract: z
      .enum(['intermittent', 'intermittent-permanent', 'fixed-term', 'permanent'])
      .default('intermittent')
      .meta({ description: 'intermittent: on call for a fixed term (lavoro intermittente a termine)' }),
    availabilityPay: z.boolean().default(false).meta({
      description: 'An intermittent worker is paid for being available: no discontinuity contribution',
    }),
    renewals: z.int().min(0).max(12).default(0).meta({
      description:
        'Times a fixed-term contract was renewed; each adds 0.50 %. Work on call knows no such increase',
    }),
    surcharge: z.enum(['due', 'exempt']).default('due').meta({
      description:
        'Contributo addizionale of fixed terms; exempt: the worker replaces somebody absent, or the work is seasonal (L. 92/2012 art. 2 c. 29)',
    }),
    days: z.int().min(0).max(31).optional().meta({
      description:
        'Days paid, for the least and largest bases; Mondays to Saturdays of the period when absent',
    }),
    hours: z.int().min(1).max(320).optional().meta({
      description: 'Hours paid of part-time work: the least base is by the hour instead of the day',
    }),
    taxDays: z.int().min(0).max(31).optional().meta({
      description: 'Days that count for tax credits; the calendar days of the period when absent',
    }),
    employees: z
      .enum(['over-15', 'up-to-15', 'up-to-5', 'up-to-5-unused', 'outside'])
      .default('over-15')
      .meta({
        description:
          'Size of the employer for wage-support funds: over 15 FIS and CIGS · up to 15 FIS · up to 5 small FIS, unused when nothing was asked of it for 24 months · outside: none',
      }),
    injuryRate: percentage
      .optional()
      .meta({ description: 'INAIL premium in percent; 0.4 in fpld and 0.8 in fpls when absent' }),
    severance: z.boolean().default(true).meta({ description: 'TFR is set aside for each pay' }),
    severancePaid: z
      .strictObject({
        amount: amount.meta({ description: 'TFR paid out, with its revaluation' }),
        revaluation: amount
          .prefault('0')
          .meta({ description: 'Part of it that is revaluation, taxed each year already' }),
        months: z.int().min(1).max(720).meta({
          description: 'Months of work it was earned in; a month of fifteen days or more counts',
        }),
      })
      .refine(({ amount: whole, revaluation }) => revaluation <= whole, {
        path: ['revaluation'],
        message: 'the revaluation is a part of the amount',
      })
      .optional()
      .meta({
        description:
          'TFR paid with this pay, out of what was set aside: taxed apart, no cost; none when absent',
      }),
    thirteenth: z.enum(['apart', 'set-aside']).default('apart').meta({
      description:
        'set-aside: a twelfth of each pay and its contributions are kept for the 13th month · apart: the 13th is in the pay or budgeted when paid',
    }),
    monthsPaid: z.int().min(12).max(15).optional().meta({
      description:
        'Monthly pays of a year, for the income expected from an ordinary month; 12 on call, otherwise 13',
    }),
    expectedIncome: amount.optional().meta({
      description:
        'Taxable pay expected of the year. When absent: of an ordinary month times `monthsPaid`, of a part that of the year so far',
    }),
    ends: z.boolean().default(false).meta({
      description: 'Last pay of the contract: the year is settled and all surtaxes are withheld at once',
    }),
  })
  .meta({ title: 'Engagement', description: 'The contract and its employer; {} is work on call' })

const total = (description: string) => signedAmount.prefault('0').meta({ description })
const count = (description: string) => z.int().min(0).max(366).default(0).meta({ description })
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const year = z.string().regex(/^\d{4}$/)

const toDate = z
  .strictObject({
    month: z
      .strictObject({
        of: month.meta({ description: 'Month of work these totals belong to, such as 2026-10' }),
        pay: total('Gross pay'),
        least: total('Least bases of the days paid'),
        base: total('Contribution base, whole euro'),
        capped: total('Part of it below the ceiling'),
      })
      .optional()
      .meta({ description: 'Totals of the month of work' }),
    socialYear: z
      .strictObject({
        of: year.meta({ description: 'Year of work, such as 2026' }),
        base: total('Contribution base'),
        capped: total('Contribution base below the ceiling'),
        additional: total('Additional 1 % withheld'),
      })
      .optional()
      .meta({ description: 'Totals of the year of work' }),
    payMonth: z
      .strictObject({
        of: month.meta({ description: 'Month of payment' }),
        taxable: total('Taxable pay taxed by the month'),
        gross: total('Its tax before credits'),
        credits: total('Credits granted'),
        surtaxed: z
          .boolean()
          .default(false)
          .meta({ description: 'The month’s instalments of surtaxes were withheld' }),
      })
      .optional()
      .meta({ description: 'Totals of the month of payment' }),
    year: z
      .strictObject({
        of: year.meta({ description: 'Tax year of payment' }),
        taxable: total('Taxable pay'),
        days: count('Days that counted for credits'),
        month: z
          .string()
          .max(7)
          .default('')
          .meta({ description: 'Month of work whose days were counted last' }),
        monthDays: count('Days counted of that month'),
        tax: total('IRPEF withheld, after credits'),
        integration: total('Trattamento integrativo paid'),
        wedge: total('Somma integrativa paid'),
      })
      .optional()
      .meta({ description: 'Totals of the tax year' }),
  })
  .optional()
  .meta({
    description: 'Running totals as the last payslip returned them; those of another period are ignored',
  })

export const italianSituation = situationSchema({
  worker,
  engagement,
  toDate,
  pay: ['ordinary', 'part', 'one-off', 'settlement'] as const satisfies readonly PayKind[],
})

export type Worker = z.output<typeof worker>
export type Engagement = z.output<typeof engagement>

export interface MonthTotals {
  readonly of: string
  readonly pay: Minor
  readonly least: Minor
  readonly base: Minor
  readonly capped: Minor
}
export interface SocialYearTotals {
  readonly of: string
  readonly base: Minor
  readonly capped: Minor
  readonly additional: Minor
}
export interface PayMonthTotals {
  readonly of: string
  readonly taxable: Minor
  readonly gross: Minor
  readonly credits: Minor
  readonly surtaxed: boolean
}
export interface YearTotals {
  readonly of: string
  readonly taxable: Minor
  readonly days: number
  readonly month: string
  readonly monthDays: number
  readonly tax: Minor
  readonly integration: Minor
  readonly wedge: Minor
}
export interface ToDate {
  readonly month?: MonthTotals | undefined
  readonly socialYear?: SocialYearTotals | undefined
  readonly payMonth?: PayMonthTotals | undefined
  readonly year?: YearTotals | undefined
}

export interface ItalianSituation extends Situation {
  readonly worker: Worker
  readonly engagement: Engagement
  readonly toDate?: ToDate | undefined
}
