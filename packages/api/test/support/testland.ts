import {
  ACCOUNT_ROLES,
  type CountryPlugin,
  creditorReference,
  deadline,
  digitsModulo,
  iban,
  monthOf,
  multiply,
  type PayslipBody,
  parameter,
  percent,
  type Rate,
  resolver,
  type Situation,
  signedAmount,
  situationSchema,
} from '@samen/core/country'
import { z } from 'zod'

/** An invented country with a law of two figures: what the server's tests need when a real one would only distract. */
const parameters = {
  employer: parameter<Rate>({
    unit: 'rate',
    title: 'Employer contribution',
    series: [
      { from: '2025-01-01', value: percent('25'), source: 'Invented Code 1' },
      {
        from: '2026-01-01',
        value: percent('20'),
        source: 'Invented Code 1',
        unverified: 'the gazette was not read',
      },
    ],
  }),
  tax: parameter<Rate>({
    unit: 'rate',
    title: 'Wage tax',
    series: [{ from: '2025-01-01', value: percent('10'), source: 'Invented Code 2' }],
  }),
}

const situation = situationSchema({
  worker: z.strictObject({ breaksTheRules: z.boolean().default(false) }),
  engagement: z.strictObject({
    days: z.int().min(1).max(31),
    place: z.union([z.literal('town'), z.literal('sea')]).optional(),
  }),
  toDate: z.strictObject({ gross: signedAmount }).optional(),
  pay: ['ordinary', 'part'],
})
type TestSituation = z.output<typeof situation> & Situation
type Law = { readonly employer: Rate; readonly tax: Rate }

const on = resolver(parameters)

function payslip(situation: TestSituation, law: Law, gross: bigint): PayslipBody {
  if (situation.worker.breaksTheRules) throw new TypeError('secret detail of the rules')
  const wageTax = multiply(gross, law.tax)
  return {
    earnings: [{ code: 'base', amount: gross, why: { rule: 'base', source: 'Contract' } }],
    lines: [
      {
        code: 'employer',
        kind: 'contribution',
        base: gross,
        employerRate: law.employer,
        employee: 0n,
        employer: multiply(gross, law.employer),
        authority: 'fisc',
        why: { rule: 'employer', source: 'Invented Code 1', inputs: { gross, rate: law.employer } },
      },
      {
        code: 'tax',
        kind: 'wage-tax',
        base: gross,
        employeeRate: law.tax,
        employee: wageTax,
        employer: 0n,
        authority: 'fisc',
        why: { rule: 'tax', source: 'Invented Code 2' },
      },
    ],
    taxable: gross,
    figures: {},
    toDate: { gross: (situation.toDate?.gross ?? 0n) + gross },
  }
}

export const testland: CountryPlugin<TestSituation, Law> = {
  country: 'XT',
  name: 'Testland',
  version: '0.1.0',
  coreRange: '^0.1.0',
  currency: 'EUR',
  languages: ['en'],
  regions: ['north'],
  payroll: {
    situation: situation as z.ZodType<TestSituation>,
    parameters,
    law: ({ period }) => on(period.from),
    payslip,
    cost: (_situation, law, gross) => gross + multiply(gross, law.employer),
    wageTax: (situation, law, taxable) => payslip(situation, law, taxable).lines.slice(1),
    contributions: (situation, law, base) => payslip(situation, law, base).lines.slice(0, 1),
  },
  levy: parameter<Rate>({
    unit: 'rate',
    title: 'Levy',
    series: [{ from: '2025-01-01', value: percent('10'), source: 'Statutes' }],
  }),
  payDeadlineDays: parameter<number>({
    unit: 'count',
    title: 'Pay deadline',
    series: [{ from: '2025-01-01', value: 7, source: 'Statutes' }],
  }),
  hiring: { name: 'hello', authority: 'fisc', source: 'Invented Code 3' },
  filings: [
    {
      code: 'wages',
      name: 'Wage return',
      authority: 'The Fisc',
      subjects: ['wage-tax', 'social-security'],
      trigger: 'wages',
      deadlines: { month: deadline({ months: 1, day: 15, restDay: 'next-working-day' }, 'Invented Code 4') },
      made: 'figures',
    },
    {
      code: 'sales',
      name: 'Sales return',
      authority: 'The Fisc',
      subjects: ['vat', 'sales-list'],
      trigger: 'vat',
      deadlines: { month: deadline({ months: 1, day: 20, restDay: 'stays' }, 'Invented Code 5') },
      made: 'by-hand',
    },
  ],
  authorities: [{ code: 'fisc', name: 'The Fisc', number: '4530', kind: 'tax' }],
  identifiers: [
    {
      kind: 'person',
      name: 'tid',
      examples: ['00007'],
      check(text) {
        const digits = text.replace(/[ .]/g, '')
        if (!/^\d{5}$/.test(digits)) return { valid: false, reason: 'format', detail: 'five digits' }
        return digitsModulo(digits, 7) === 0
          ? { valid: true, normalised: digits, formatted: digits, facts: { century: '20' } }
          : { valid: false, reason: 'check-digit', detail: 'not divisible by 7' }
      },
    },
    iban('XT', 16, 'XT'),
    creditorReference,
  ],
  paymentReference: (number) => `RF00${number}`,
  holidays: (year, region) => [
    { date: `${year}-01-01`, key: 'new-year' },
    ...(region === 'north' ? [{ date: `${year}-11-24`, key: 'north-day' }] : []),
  ],
  vat: {
    rates: {},
    treat: () => ({ code: 'standard', rate: percent('20'), category: 'S', source: 'Invented Code 4' }),
  },
  chart: ACCOUNT_ROLES.map(({ role }, index) => ({ role, number: String(10 + index), name: role })),
  locales: { en: { 'lines.employer': 'Employer contribution', 'authorities.fisc': 'The Fisc' } },
  samples: [
    {
      title: 'a month',
      situation: {
        period: { from: '2026-10-01', to: monthOf('2026-10-01').to },
        gross: '2000',
        worker: {},
        engagement: { days: 20 },
      },
    },
  ],
}
