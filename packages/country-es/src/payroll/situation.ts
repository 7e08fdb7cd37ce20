import {
  amount,
  day,
  type Minor,
  type PayKind,
  percentage,
  type Situation,
  signedAmount,
  situationSchema,
} from '@samen/core/country'
import { z } from 'zod'
import { tariffCode } from '../parameters/index.ts'

const year = (description: string) => z.int().min(1900).max(2100).meta({ description })
const disability = (whose: string) =>
  z
    .enum(['none', '33', '65'])
    .default('none')
    .meta({ description: `Disability of ${whose}: 33 (33 % to under 65 %), 65 (65 % and more)` })
const assistance = (description: string) => z.boolean().default(false).meta({ description })

const child = z.strictObject({
  birthYear: year('Year of birth'),
  adoptionYear: year('Year of adoption, where adopted').optional(),
  whole: z.boolean().default(false).meta({
    description: 'Counted in full by this worker alone; otherwise shared in halves with the other parent',
  }),
  disability: disability('the descendant'),
  assistance: assistance('Needs help of others or has reduced mobility'),
})

const ascendant = z.strictObject({
  birthYear: year('Year of birth'),
  sharedBy: z
    .int()
    .min(1)
    .max(9)
    .default(1)
    .meta({ description: 'How many descendants the ascendant lives with' }),
  disability: disability('the ascendant'),
  assistance: assistance('Needs help of others or has reduced mobility'),
})

const worker = z
  .strictObject({
    birthDate: day
      .optional()
      .meta({ description: 'The year decides the higher minimum over 64 and over 74; below when absent' }),
    family: z.enum(['single-parent', 'sole-earner', 'other']).default('other').meta({
      description:
        'Form 145: single-parent (1: not married, with a child of one’s own alone) · sole-earner (2: spouse earns at most 1 500 a year) · other (3)',
    }),
    children: z
      .array(child)
      .max(20)
      .default([])
      .meta({ description: 'Descendants of form 145 that give a right to the minimum' }),
    ascendants: z.array(ascendant).max(10).default([]).meta({
      description: 'Ascendants of form 145; counted when over 64 or disabled',
    }),
    disability: disability('the worker'),
    assistance: assistance('The worker needs help to get to work or has reduced mobility'),
    pensioner: z.boolean().default(false).meta({
      description:
        'Draws a retirement pension that is compatible with the work, as artists may: only sickness, accidents and the special solidarity of 9 % are due',
    }),
    retirementAge: z.boolean().default(false).meta({
      description:
        'Has reached the age of retirement without drawing the pension: of common contingencies only sickness is due, and no unemployment, wage guarantee and training (LGSS art. 152)',
    }),
    geographicMobility: z
      .boolean()
      .default(false)
      .meta({ description: 'Moved for the job, in the year of the move and the next' }),
    mortgage: z.boolean().default(false).meta({
      description: 'Pays a loan for a dwelling bought before 2013 with a right to the deduction',
    }),
    compensatoryPension: amount
      .prefault('0')
      .meta({ description: 'Pension to a former spouse by court decision, a year' }),
    childMaintenance: amount.prefault('0').meta({
      description: 'Maintenance for children by court decision, a year, without minimum for them',
    }),
    territory: z.enum(['common', 'ceuta-melilla', 'la-palma']).default('common').meta({
      description:
        'Where the worker lives and earns the wage; Navarra and the Basque Country are not covered',
    }),
    residence: z.enum(['spain', 'union', 'elsewhere']).default('spain').meta({
      description: 'Tax residence; outside Spain the flat rate of the tax of non-residents',
    }),
    requestedRate: percentage
      .optional()
      .meta({ description: 'Higher rate the worker asked for in writing (RIRPF art. 88.5)' }),
  })
  .refine((value) => value.family !== 'single-parent' || value.children.length > 0, {
    path: ['family'],
    message: 'a single parent has at least one child',
  })
  .meta({ title: 'Worker', description: 'What form 145 asks; {} is the ordinary case' })

const engagement = z
  .strictObject({
    status: z.enum(['employee', 'artist', 'member']).default('employee').meta({
      description:
        'artist: special relation of artists and the technical and auxiliary staff they need (RD 1435/1985) · member: worker-member of the cooperative, without FOGASA',
    }),
    contract: z
      .enum(['open-ended', 'intermittent', 'production', 'substitution', 'practice', 'training'])
      .default('production')
      .meta({
        description:
          'open-ended (indefinido) · intermittent (fijo-discontinuo) · production (temporary, circumstances of production; the fixed-term contract of an artist) · substitution · practice (formativo para la práctica profesional) · training (formación en alternancia, flat monthly quotas)',
      }),
    contractFrom: day.optional().meta({
      description: 'First day of the contract; the first of the period when absent and the pay is part',
    }),
    contractTo: day.optional().meta({
      description: 'Last day of the contract; the last of the period when absent and the pay is part',
    }),
    group: z.int().min(1).max(11).optional().meta({
      description: 'Contribution group (grupo de cotización); 3 for artists and 7 for others when absent',
    }),
    days: z.int().min(1).max(31).optional().meta({
      description:
        'Days insured in the period, for artists days of performance; calendar days of the period when absent, 30 for a whole month in groups 1 to 7',
    }),
    hours: amount.optional().meta({
      description: 'Hours worked in the period by a part-time worker; full time when absent',
    }),
    activity: z
      .string()
      .max(4)
      .transform((code, context) => {
        const row = tariffCode(code)
        if (row !== undefined) return row
        context.addIssue({ code: 'custom', message: 'not an activity or occupation of the accident tariff' })
        return z.NEVER
      })
      .prefault('90')
      .meta({
        description:
          'Accident tariff: CNAE-2025 code of the employer, two to four digits, or occupation a to h; 90 performing arts when absent',
      }),
    accidentRate: percentage.optional().meta({
      description:
        'Accident rate in percent that the Treasury fixed for this employer; by activity when absent',
    }),
    extraPays: z.enum(['prorated', 'separate']).default('prorated').meta({
      description:
        'The two extra pays: prorated over twelve months within the gross, or paid separately as one-off pays',
    }),
    overtime: amount.prefault('0').meta({ description: 'Overtime within the gross' }),
    emergencyOvertime: amount
      .prefault('0')
      .meta({ description: 'Overtime by force majeure within the gross' }),
    exempt: amount.prefault('0').meta({
      description:
        'Part of the gross free of tax and contributions: indemnities and allowances within limits',
    }),
    ceilingShare: percentage.optional().meta({
      description:
        'Part in percent of ceiling and floors assigned to this employer where there are several; all when absent',
    }),
    endIndemnity: z.enum(['none', 'set-aside']).default('none').meta({
      description:
        'set-aside: twelve days’ pay a year for the end of a fixed-term contract is provided on top of the gross',
    }),
    annualPay: amount.optional().meta({
      description:
        'Pay foreseen for the calendar year with this payer, what was paid included; from this pay and the running totals when absent',
    }),
    annualContributions: amount.optional().meta({
      description: 'Worker’s contributions foreseen for the year; in proportion to the pay when absent',
    }),
    irregularReduction: amount.prefault('0').meta({
      description: 'Reduction of 30 % on irregular income within the annual pay',
    }),
    underOneYear: z.boolean().optional().meta({
      description:
        'The contract lasts under a year: at least 2 % is withheld; by its kind and days when absent',
    }),
    otherSpecialRelation: z.boolean().default(false).meta({
      description: 'Special employment relation other than that of artists: at least 15 % is withheld',
    }),
    dayLabour: z.boolean().default(false).meta({
      description:
        'Manual work now and then, paid by the day: the rate is that of a hundred such days and is not regularised',
    }),
    taxedAs: z.enum(['wages', 'arrears', 'course', 'author', 'small-author']).default('wages').meta({
      description:
        'arrears of earlier years, a course or lecture, and authors’ works have fixed rates; the last three bear no contributions',
    }),
  })
  .refine((value) => !value.contractFrom || !value.contractTo || value.contractTo >= value.contractFrom, {
    path: ['contractTo'],
    message: 'the contract ends before it starts',
  })
  .refine((value) => value.contract !== 'training' || value.status !== 'artist', {
    path: ['contract'],
    message: 'the training contract is not one of artists: choose production or practice',
  })
  .meta({ title: 'Engagement', description: 'The contract and its employer; {} is a temporary employee' })

const total = (description: string) => amount.prefault('0').meta({ description })

const toDate = z
  .strictObject({
    month: z
      .strictObject({
        of: z
          .string()
          .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
          .meta({ description: 'The month worked these totals belong to, such as 2026-10' }),
        pay: total('Pay liable to contributions'),
        days: z.int().min(0).max(31).default(0).meta({ description: 'Days insured' }),
        commonBase: total('Base of common contingencies'),
        professionalBase: total('Base of professional contingencies'),
        solidarity: total('Solidarity contribution of the worker'),
        employerSolidarity: total('Solidarity contribution of the employer'),
      })
      .optional()
      .meta({ description: 'Totals of the calendar month worked, with this employer' }),
    year: z
      .strictObject({
        of: z
          .string()
          .regex(/^\d{4}$/)
          .meta({ description: 'The year of payment these totals belong to, such as 2026' }),
        pay: total('Pay taxed by the algorithm'),
        tax: total('Tax withheld from it'),
        contributions: total('Worker’s contributions'),
        rate: amount.optional().meta({ description: 'Rate last applied, in percent: "13.51"' }),
        expectedPay: total('Annual pay it was computed on'),
        expectedContributions: total('Annual contributions it was computed on'),
        difference: signedAmount
          .prefault('0')
          .meta({ description: 'Base less personal and family minimum it was computed on' }),
        annualTax: total('Tax of the year that followed'),
        quota: amount.optional().meta({
          description:
            'Quota of the year that led to it, Ceuta and Melilla considered; unchanged when absent',
        }),
        mortgage: amount.optional().meta({
          description: 'Reduction for a mortgage within it; that of the annual pay when absent',
        }),
        mortgaged: z.boolean().optional().meta({
          description: 'Whether payments for a mortgage were stated then; as now when absent',
        }),
        inTerritory: z.boolean().optional().meta({
          description: 'Whether the reduced quota of Ceuta and Melilla held then; as now when absent',
        }),
        family: z
          .enum(['single-parent', 'sole-earner', 'other'])
          .optional()
          .meta({ description: 'The family situation it was computed for' }),
        artistPay: total('Pay as an artist'),
        artistCommonBase: total('Provisional base of common contingencies as an artist'),
        artistProfessionalBase: total('Provisional base of unemployment as an artist'),
        artistSolidarity: total('Provisional solidarity contribution of the worker as an artist'),
      })
      .optional()
      .meta({ description: 'Totals of the calendar year of payment, with this payer' }),
  })
  .optional()
  .meta({
    description: 'Running totals as the last payslip returned them; those of another period are ignored',
  })

export const spanishSituation = situationSchema({
  worker,
  engagement,
  toDate,
  pay: ['ordinary', 'part', 'one-off', 'holiday', 'settlement'],
})

export type Worker = z.output<typeof worker>
export type Engagement = z.output<typeof engagement>
export interface MonthTotals {
  readonly of: string
  readonly pay: Minor
  readonly days: number
  readonly commonBase: Minor
  readonly professionalBase: Minor
  readonly solidarity: Minor
  readonly employerSolidarity: Minor
}
export interface YearTotals {
  readonly of: string
  readonly pay: Minor
  readonly tax: Minor
  readonly contributions: Minor
  /** In hundredths of a percent. */
  readonly rate?: bigint | undefined
  readonly expectedPay: Minor
  readonly expectedContributions: Minor
  readonly difference: Minor
  readonly annualTax: Minor
  readonly quota?: Minor | undefined
  readonly mortgage?: Minor | undefined
  readonly mortgaged?: boolean | undefined
  readonly inTerritory?: boolean | undefined
  readonly family?: Worker['family'] | undefined
  readonly artistPay: Minor
  readonly artistCommonBase: Minor
  readonly artistProfessionalBase: Minor
  readonly artistSolidarity: Minor
}
export interface ToDate {
  readonly month?: MonthTotals | undefined
  readonly year?: YearTotals | undefined
}
export interface SpanishSituation extends Situation {
  readonly pay: PayKind
  readonly worker: Worker
  readonly engagement: Engagement
  readonly toDate?: ToDate | undefined
}
