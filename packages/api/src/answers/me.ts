import { z } from 'zod'
import { currency, day, id, moment, money } from './common.ts'
import { earning, payslipLine, promise } from './countries.ts'

export const role = z.enum(['member', 'staff', 'approver', 'finance'])

export const me = z
  .object({
    user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    offices: z.array(
      z.object({
        slug: z.string(),
        name: z.string(),
        country: z.string(),
        currency,
        languages: z.array(z.string()),
        kind: z.enum(['national', 'group']),
        roles: z.array(role),
        memberId: id.nullable(),
        closed: z
          .object({
            kind: z.enum(['moved', 'wound-up']),
            since: moment,
            reason: z.string().meta({ description: 'Where it went, or where the minutes say that it ended' }),
          })
          .nullable()
          .meta({ description: 'Why the office can only be read here; null where it works' }),
      }),
    ),
  })
  .meta({ id: 'Me' })

export const profile = z
  .object({
    memberId: id,
    givenName: z.string(),
    familyName: z.string(),
    email: z.string(),
    language: z.string(),
    region: z.string().nullable(),
    joinedOn: day,
    ibanEnding: z.string().meta({ description: 'The last four characters of the account wages go to' }),
    currency,
    activities: z.array(
      z.object({
        activityId: id,
        name: z.string(),
        kind: z.enum(['single', 'team']),
        sector: z.enum(['artistic', 'cultural-industry', 'other']),
        openedOn: day,
        members: z.number().int(),
        budget: money.meta({ description: 'What the activity may still spend' }),
      }),
    ),
    shares: z.array(z.object({ number: z.string(), amount: money, currency, acquiredOn: day })),
  })
  .meta({ id: 'Profile' })

/** The steps of the way from a price to a net wage, in order. */
export const wayStepCode = z.enum([
  'fee',
  'levy',
  'expenses',
  'employer-contributions',
  'gross',
  'employee-contributions',
  'wage-tax',
  'net',
])

export const wayToNet = z
  .object({
    country: z.string(),
    currency,
    terms: z.record(z.string(), z.unknown()).meta({
      description: 'The terms it was computed with: those asked for, or those of your latest job like it',
    }),
    fee: money,
    levy: money,
    levyRate: z.string().meta({ examples: ['6.5%'] }),
    expenses: money,
    budget: money,
    employerContributions: money,
    gross: money,
    employeeContributions: money,
    taxable: money,
    wageTax: money,
    net: money,
    mutualised: money,
    remainder: money.meta({ description: 'Budget no whole cent of gross can use; stays with the activity' }),
    steps: z.array(
      z.object({
        code: wayStepCode,
        amount: money.meta({
          description: 'Positive: a total reached. Negative: what was taken off to reach it',
        }),
        earnings: z.array(earning.extend({ period: z.string() })),
        lines: z.array(payslipLine.extend({ period: z.string() })),
      }),
    ),
    payslips: z.array(
      z.object({ from: day, to: day, budget: money, employerCost: money, gross: money, net: money }),
    ),
    vat: z.object({
      code: z.string(),
      rate: z.string(),
      category: z.enum(['S', 'E', 'AE', 'O', 'B']),
      mention: z.string().nullable(),
      source: z.string(),
      amount: money,
      total: money.meta({ description: 'What the client pays: the fee and the VAT on it' }),
    }),
    promise,
    unverified: z.array(z.object({ parameter: z.string(), from: day, reason: z.string() })),
  })
  .meta({ id: 'WayToNet' })
