import { ACCOUNT_ROLES } from '../chart.ts'
import { NotWrittenError } from '../not-written.ts'
import type { AnyCountryPlugin } from '../plugin.ts'
import { languagesOf, SAMPLES_FILE, SAMPLES_WANTED } from './check.ts'

/** A part of a plugin that is not there: the file it belongs in, and what to write. */
export interface Missing {
  readonly file: string
  readonly what: string
}

/**
 * Every part a plugin does not have yet, file by file in the order in which one writes them. Empty for a whole plugin:
 * whether what is there is right is for the checks to say.
 */
export function whatIsMissing(plugin: AnyCountryPlugin): Missing[] {
  const { payroll, hiring, vat } = plugin
  const missing: Missing[] = []
  const want = (isThere: boolean, file: string, what: string) => {
    if (!isThere && !missing.some((one) => one.file === file && one.what === what))
      missing.push({ file, what })
  }
  /** Calls a rule with nothing: one that is not written says so before it looks at anything. */
  const called = (rule: (...nothing: never[]) => unknown) => {
    try {
      ;(rule as () => unknown)()
    } catch (error) {
      if (error instanceof NotWrittenError) want(false, error.file, error.what)
    }
  }

  want(
    Object.keys(payroll.parameters).length > 0,
    'src/parameters/',
    'every figure of the payroll law by date, each with the statute it was read in',
  )
  want(plugin.levy.series.length > 0, 'src/parameters/office.ts', "the cooperative's levy on the fee")
  want(
    plugin.payDeadlineDays.series.length > 0,
    'src/parameters/office.ts',
    'working days within which a wage is paid',
  )
  for (const rule of [payroll.law, payroll.payslip, payroll.cost, payroll.wageTax, payroll.contributions])
    called(rule)
  want(
    [hiring.name, hiring.authority, hiring.source].every(Boolean),
    'src/declarations/hiring.ts',
    'the hiring declaration: its national name, its authority and the statute, or `required: false`',
  )
  for (const [kind, what] of Object.entries(NUMBERS))
    want(
      plugin.identifiers.some((identifier) => identifier.kind === kind),
      'src/identifiers.ts',
      what,
    )
  want(holidaysOf(plugin), 'src/calendar.ts', 'the public holidays of a year, with those of its regions')
  called(vat.treat)
  want(Object.keys(vat.rates).length > 0, 'src/vat.ts', 'the rates of VAT by date')
  const roles = new Set(plugin.chart.map(({ role }) => role))
  const without = ACCOUNT_ROLES.filter(({ role }) => !roles.has(role)).map(({ role }) => role)
  want(
    without.length === 0,
    'src/chart.ts',
    `number and name in the statutory frame of ${without.join(', ')}`,
  )
  want(
    plugin.authorities.length > 0,
    'src/chart.ts',
    'the authorities money is owed to, each with its account',
  )
  for (const language of languagesOf(plugin))
    want(
      Object.keys(plugin.locales[language] ?? {}).length > 0,
      `src/locales/${language}.ts`,
      'the names of lines, rules, figures, holidays and authorities',
    )
  want(plugin.samples.length > 0, SAMPLES_FILE, SAMPLES_WANTED)
  return missing
}

const NUMBERS = {
  person: 'the number of a person, with its check digits',
  company: 'the number of a company, with its check digits',
  vat: 'the VAT number',
  bank: 'the IBAN: `iban(country, length, example)`',
  'payment-reference':
    'the structured reference a client pays with: `creditorReference` where there is no national one',
} as const

function holidaysOf(plugin: AnyCountryPlugin): boolean {
  try {
    return plugin.holidays(2026).length > 0
  } catch (error) {
    return !(error instanceof NotWrittenError)
  }
}
