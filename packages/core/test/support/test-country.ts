import { z } from 'zod'
import {
  type AnyCountryPlugin,
  addDays,
  amount,
  type Chart,
  type CountryPlugin,
  creditorReference,
  creditorReferenceOf,
  datedRates,
  digitsModulo,
  easterSunday,
  type Identifier,
  iban,
  type Minor,
  multiply,
  type Parameter,
  type PayslipBody,
  type PayslipLine,
  parameter,
  percent,
  type Rate,
  resolver,
  type Situation,
  signedAmount,
  situationSchema,
} from '../../src/country/index.ts'

/**
 * Testland, a country invented for core's own tests: 10 % from the worker and 25 % from the employer to the health fund,
 * 20 % tax on what the month's pay exceeds 1000.00, and 1 % of gross that the state gives back to the mutual account.
 * Its law changes on 1 July 2026, so that a test can see which day's law was read.
 */

interface TestSituation extends Situation {
  readonly worker: { readonly children: number }
  readonly engagement: { readonly status: 'worker' | 'volunteer' }
  readonly toDate?:
    | { readonly month?: string | undefined; readonly taxable: Minor; readonly tax: Minor }
    | undefined
}

const situation = situationSchema({
  worker: z.strictObject({ children: z.int().min(0).max(20).default(0) }),
  engagement: z.strictObject({ status: z.enum(['worker', 'volunteer']) }),
  toDate: z
    .strictObject({
      month: z
        .string()
        .regex(/^\d{4}-\d\d$/)
        .optional(),
      taxable: signedAmount.prefault('0.00'),
      tax: amount.prefault('0.00'),
    })
    .optional(),
  pay: ['ordinary', 'part'],
})

const source = 'Invented Act, art. 1'
const parameters = {
  health: parameter<Rate>({
    unit: 'rate',
    title: "Worker's health contribution",
    series: [
      { from: '2020-01-01', value: percent('10'), source },
      { from: '2026-07-01', value: percent('10.5'), source: 'Invented Act, art. 2' },
    ],
  }),
  employer: parameter<Rate>({
    unit: 'rate',
    title: "Employer's health contribution",
    series: [{ from: '2020-01-01', value: percent('25'), source }],
  }),
  tax: parameter<Rate>({
    unit: 'rate',
    title: 'Wage tax rate',
    series: [{ from: '2020-01-01', value: percent('20'), source }],
  }),
  exempt: parameter<Minor>({
    unit: 'amount',
    title: 'Exempt part of the month',
    series: [{ from: '2020-01-01', value: 100_000n, source }],
  }),
}
const inForce = resolver(parameters)
type Law = ReturnType<typeof inForce>
const onePercent = percent('1')

function taxLine(
  { period, toDate }: TestSituation,
  law: Law,
  taxable: Minor,
): PayslipLine & { readonly taxed: Minor } {
  const month = period.from.slice(0, 7)
  const earlier = toDate?.month === month ? toDate : { taxable: 0n, tax: 0n }
  const taxed = earlier.taxable + taxable
  const due = taxed > law.exempt ? multiply(taxed - law.exempt, law.tax) : 0n
  const inputs = { taxed, exempt: law.exempt, before: earlier.tax }
  return {
    code: 'wage-tax',
    kind: 'wage-tax',
    base: taxable,
    employeeRate: law.tax,
    employee: due - earlier.tax,
    employer: 0n,
    authority: 'treasury',
    why: { rule: 'tax-on-the-month', source, inputs },
    taxed,
  }
}

function contributionLines(_: TestSituation, law: Law, base: Minor): PayslipLine[] {
  const why = { rule: 'flat-contribution', source }
  const health: PayslipLine = {
    code: 'health',
    kind: 'contribution',
    base,
    employeeRate: law.health,
    employerRate: law.employer,
    employee: multiply(base, law.health),
    employer: multiply(base, law.employer),
    authority: 'health-fund',
    why,
  }
  const given = multiply(base, onePercent)
  if (given === 0n) return [health]
  const reduction: PayslipLine = {
    code: 'state-reduction',
    kind: 'mutual',
    base,
    employerRate: onePercent,
    employee: 0n,
    employer: -given,
    authority: 'health-fund',
    why: { rule: 'state-reduction', source },
  }
  return [health, reduction]
}

function payslip(given: TestSituation, law: Law, gross: Minor): PayslipBody<TestSituation['toDate']> {
  const contributions = contributionLines(given, law, gross)
  const taxable = gross - (contributions[0] as PayslipLine).employee
  const { taxed, ...tax } = taxLine(given, law, taxable)
  const month = given.period.from.slice(0, 7)
  const before = given.toDate?.month === month ? given.toDate.tax : 0n
  return {
    earnings: [{ code: 'base-pay', amount: gross, why: { rule: 'agreed', source } }],
    lines: [...contributions, tax],
    taxable,
    figures: { 'taxed-in-month': taxed },
    toDate: { month, taxable: taxed, tax: before + tax.employee },
  }
}

const digits = (kind: Identifier['kind'], name: string, length: number): Identifier => ({
  kind,
  name,
  examples: [testNumber(12_345, length)],
  check(text) {
    const compact = text.replace(/[\s.-]/g, '').replace(/^XX/, '')
    if (!/^\d+$/.test(compact)) return { valid: false, reason: 'format', detail: 'it has digits only' }
    if (compact.length !== length)
      return { valid: false, reason: 'length', detail: `it has ${length} digits` }
    const check = String(digitsModulo(compact.slice(0, -2), 97)).padStart(2, '0')
    if (check !== compact.slice(-2))
      return { valid: false, reason: 'check-digit', detail: 'its last two digits do not fit' }
    return { valid: true, normalised: compact, formatted: compact }
  },
})

/** A number of Testland's kinds for a serial number: the digits with their two check digits. */
export function testNumber(serial: number, length: number): string {
  const head = String(serial).padStart(length - 2, '0')
  return head + String(digitsModulo(head, 97)).padStart(2, '0')
}

/** A valid IBAN of Testland (XX, 16 characters). */
export function testIban(serial: number): string {
  const bban = String(serial).padStart(12, '0')
  const check = 98 - digitsModulo(`${bban}333300`, 97)
  return `XX${String(check).padStart(2, '0')}${bban}`
}

const chart: Chart = [
  ['bank', '5500', 'Bank'],
  ['client-receivable', '4000', 'Clients'],
  ['unmatched-receipts', '4990', 'Receipts to be matched'],
  ['vat-relief', '4110', 'VAT to be recovered'],
  ['worker-claim', '4160', 'Claims on workers'],
  ['activity-budget', '4890', 'Budgets of activities'],
  ['net-payable', '4550', 'Net wages'],
  ['vat-payable', '4510', 'VAT'],
  ['wage-provisions', '4560', 'Provisions for wages'],
  ['fund-available', '1680', 'Funds, available'],
  ['fund-advanced', '1681', 'Funds, advanced'],
  ['mutual-reductions', '1690', 'Mutual reductions'],
  ['turnover', '7000', 'Turnover'],
  ['gross-wages', '6200', 'Wages'],
  ['employer-contributions', '6210', 'Employer contributions'],
  ['budget-change', '6300', 'Change in budgets'],
  ['uncovered-loss', '6420', 'Losses on clients'],
  ['vat-deductible', '4111', 'Deductible VAT'],
  ['activity-loan', '4162', 'Loans to activities'],
  ['participation', '2800', 'Shares in enterprises of the group'],
  ['fixed-assets', '2400', 'Equipment'],
  ['accumulated-depreciation', '2409', 'Accumulated depreciation of equipment'],
  ['accrued-income', '4910', 'Accrued income'],
  ['intercompany', '4161', 'Current accounts with offices of the group'],
  ['supplier-payable', '4400', 'Suppliers'],
  ['client-deposits', '4600', 'Deposits from clients'],
  ['accrued-expenses', '4920', 'Accrued expenses'],
  ['share-capital', '1100', 'Members’ shares'],
  ['reserves', '1330', 'Reserves'],
  ['earlier-results', '1400', 'Result brought forward'],
  ['intercompany-income', '7431', 'Income from offices of the group'],
  ['other-income', '7439', 'Other income'],
  ['interest-income', '7510', 'Interest earned'],
  ['exchange-gain', '7540', 'Exchange gains'],
  ['purchases', '6120', 'Purchased services'],
  ['depreciation', '6302', 'Depreciation of equipment'],
  ['intercompany-expense', '6431', 'Expenses to offices of the group'],
  ['other-expenses', '6439', 'Other expenses'],
  ['interest-expense', '6500', 'Interest paid'],
  ['exchange-loss', '6540', 'Exchange losses'],
].map(([role, number, name]) => ({ role: role as string, number: number as string, name: name as string }))

const english = {
  'lines.health': 'Health contribution',
  'lines.state-reduction': 'State reduction',
  'lines.wage-tax': 'Wage tax',
  'rules.flat-contribution': 'A flat part of gross.',
  'rules.state-reduction': 'One percent of gross is given back to the mutual account.',
  'rules.tax-on-the-month': 'Tax on {{taxed}} beyond {{exempt}}, less {{before}} withheld before.',
  'rules.agreed': 'As agreed.',
  'earnings.base-pay': 'Base pay',
  'figures.taxed-in-month': 'Taxed in the month',
  'vat.exempt-training': 'Exempt from VAT.',
  'authorities.health-fund': 'Health fund',
  'authorities.treasury': 'Treasury',
  ...Object.fromEntries(
    ['new-year', 'easter-monday', 'labour-day', 'republic-day', 'christmas'].map((key) => [
      `holidays.${key}`,
      key,
    ]),
  ),
}

const sample = (title: string, more: object) => ({
  title,
  situation: {
    gross: '2500.00',
    period: { from: '2026-03-01', to: '2026-03-31' },
    worker: {},
    engagement: { status: 'worker' },
    ...more,
  },
})

const typed: CountryPlugin<TestSituation, Law> = {
  country: 'XX',
  name: 'Testland',
  version: '1.0.0',
  coreRange: '^0.1.0',
  currency: 'EUR',
  languages: ['en'],
  regions: [],
  payroll: {
    situation: situation as unknown as z.ZodType<TestSituation>,
    parameters,
    law: ({ paidOn }) => inForce(paidOn),
    payslip,
    cost: (_, law, gross) => gross + multiply(gross, law.employer),
    wageTax: (given, law, taxable) => {
      const { taxed: _, ...line } = taxLine(given, law, taxable)
      return [line]
    },
    contributions: contributionLines,
  },
  levy: parameter<Rate>({
    unit: 'rate',
    title: 'Levy on the fee',
    series: [{ from: '2020-01-01', value: percent('10'), source }],
  }),
  payDeadlineDays: parameter<number>({
    unit: 'count',
    title: 'Pay deadline',
    series: [{ from: '2020-01-01', value: 7, source }],
  }),
  hiring: { name: 'hiring', authority: 'health-fund', source },
  authorities: [
    { code: 'health-fund', name: 'Health fund', number: '4540', kind: 'social' },
    { code: 'treasury', name: 'Treasury', number: '4530', kind: 'tax' },
  ],
  identifiers: [
    digits('person', 'person-number', 11),
    digits('company', 'company-number', 10),
    digits('vat', 'vat-number', 10),
    iban('XX', 16, testIban(12_345)),
    creditorReference,
  ],
  holidays: (year) => [
    { date: `${year}-01-01`, key: 'new-year' },
    { date: addDays(easterSunday(year), 1), key: 'easter-monday' },
    { date: `${year}-05-01`, key: 'labour-day' },
    { date: `${year}-11-11`, key: 'republic-day' },
    { date: `${year}-12-25`, key: 'christmas' },
  ],
  vat: {
    rates: {
      standard: parameter<Rate>({
        unit: 'rate',
        title: 'Standard VAT',
        series: [{ from: '2020-01-01', value: percent('20'), source }],
      }),
    },
    treat: ({ exempt }) =>
      exempt
        ? { code: 'exempt-training', rate: percent('0'), category: 'E', mention: 'exempt-training', source }
        : { code: 'standard', rate: percent('20'), category: 'S', source },
  },
  paymentReference: creditorReferenceOf,
  chart,
  wageSetOff: datedRates('Largest part of the net that is kept back', [
    '2020-01-01',
    '20',
    'Testland wages act, art. 23',
  ]),
  locales: { en: english },
  samples: [
    sample('a full month', {}),
    sample('half a month', { period: { from: '2026-03-16', to: '2026-03-31' }, pay: 'part' }),
    sample('after the change of law', { period: { from: '2026-08-01', to: '2026-08-31' } }),
    sample('from a budget', { gross: undefined, budget: '3000.00' }),
    sample('from a fee', { gross: undefined, fee: '4000.00' }),
    sample('a second pay of the month', { toDate: { month: '2026-03', taxable: '900.00', tax: '0.00' } }),
  ],
}

/** Testland as the registry holds it. */
export const testland: AnyCountryPlugin = Object.freeze(typed)

/** Testland under other rates from some days on: its payroll built from another parameter set, nothing else changed. */
export function testlandUnder(
  version: string,
  changes: Partial<Record<'health' | 'employer' | 'tax', readonly { from: string; rate: string }[]>>,
): AnyCountryPlugin {
  const changed: Record<string, Parameter<Rate>> = {}
  for (const [name, values] of Object.entries(changes)) {
    const old = parameters[name as 'health']
    const later = values.map(({ from, rate }) => ({ from, value: percent(rate), source: 'Late Act, art. 1' }))
    const kept = old.series.filter(({ from }) => !later.some((value) => value.from <= from))
    changed[name] = parameter({ ...old, series: [...kept, ...later] })
  }
  const all = { ...parameters, ...changed }
  const law = resolver(all)
  return {
    ...testland,
    version,
    payroll: { ...testland.payroll, parameters: all, law: ({ paidOn }: Situation) => law(paidOn) },
  }
}

/** Testland after rates of November came late: the worker's falls, the employer's rises. */
export const laterLaw = testlandUnder('1.1.0', {
  health: [{ from: '2026-11-01', rate: '9' }],
  employer: [{ from: '2026-11-01', rate: '25.5' }],
})
