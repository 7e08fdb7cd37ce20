import type { z } from 'zod'
import type { Holidays } from './calendar.ts'
import type { Chart } from './chart.ts'
import type { EInvoicing } from './e-invoicing.ts'
import type { Filing } from './filings.ts'
import type { Identifier } from './identifiers.ts'
import type { LatePayment } from './late-payment.ts'
import type { Minor, Rate } from './money.ts'
import type { Parameter, ParameterSet } from './parameters.ts'
import type { PayslipBody, PayslipLine } from './payslip.ts'
import type { Situation } from './situation.ts'
import type { Vat } from './vat.ts'

/**
 * A country's payroll law as pure functions. `S` is the parsed situation, `L` the law in force for it: whatever the
 * rules want precomputed from the parameters, resolved once per interval between two changes of the law.
 */
export interface Payroll<S extends Situation = Situation, L = unknown> {
  /** Parses untrusted JSON into `S`; built with `situationSchema`. */
  readonly situation: z.ZodType<S>
  readonly parameters: ParameterSet
  /** The law in force for a situation (by its period and day of payment). Memoised. Throws `NoLawError`. */
  readonly law: (situation: S) => L
  /** Gross to net with every line. Pure and deterministic; the gross may be any amount from 0 to AMOUNT_MAX. */
  readonly payslip: (situation: S, law: L, gross: Minor) => PayslipBody
  /** Employer cost of a gross, equal to that of `payslip`, without building lines: the inner loop of `grossForBudget`. */
  readonly cost: (situation: S, law: L, gross: Minor) => Minor
  /** Gross amounts at which the law lets the employer cost jump down, ascending; empty for most laws. */
  readonly costDrops?: (situation: S, law: L) => readonly Minor[]
  /**
   * By how much rounding line by line may let the employer cost fall while gross rises, between two drops: the law charges
   * some lines in steps of more than a cent. A few cents at most; zero when absent.
   */
  readonly costRipple?: (situation: S, law: L) => Minor
  /** Unit a gross is paid in where it is more than the minor unit: 100 where pay is whole forints. A budget finds a multiple of it. */
  readonly grossStep?: Minor
  /** Single steps of the law, for a payroll officer's doubt. */
  readonly wageTax: (situation: S, law: L, taxable: Minor) => readonly PayslipLine[]
  readonly contributions: (situation: S, law: L, base: Minor) => readonly PayslipLine[]
}

/** An authority or body money is owed to, with its account in the national chart. */
export interface Authority {
  /** As lines name it: `onss`, `urssaf`, `dgfip` … */
  readonly code: string
  readonly name: string
  /** Account number in the statutory frame. */
  readonly number: string
  readonly kind: 'social' | 'tax' | 'provision'
}

/** The hiring declaration without which a job may not start nor be paid. */
export interface HiringDeclaration {
  /** National name: `dimona`, `dpae`. */
  readonly name: string
  readonly authority: string
  /** Days before the start from which it may be filed; undefined: any time before. */
  readonly earliestDaysBefore?: number
  /** Days after the start until which the law allows it; undefined: it must be filed before. An office may be stricter. */
  readonly latestDaysAfter?: number
  /** What must be asked before hiring; each question's text is `checklist.<code>` in the locales. */
  readonly checklist?: readonly {
    readonly code: string
    /** A wrong answer forbids the engagement; otherwise it only changes how it is handled. */
    readonly blocking: boolean
    readonly source: string
  }[]
  /** `false`: the country knows no declaration of a single hiring, so nothing is filed and nothing waits for it. */
  readonly required?: false
  readonly source: string
}

/** Texts of a country in one language: keys such as `lines.<code>`, `rules.<rule>`, `figures.<code>`, `earnings.<code>`, `holidays.<key>`, `authorities.<code>`, `vat.<mention>`. */
export type Locale = Readonly<Record<string, string>>

/** The one export of a country package. */
export interface CountryPlugin<S extends Situation = Situation, L = unknown> {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string
  readonly name: string
  readonly version: string
  /** Range of core versions it was written for, `^major.minor.patch`; the registry refuses any other core. */
  readonly coreRange: string
  readonly currency: string
  readonly languages: readonly string[]
  readonly regions: readonly string[]
  readonly payroll: Payroll<S, L>
  /** The cooperative's levy on the fee, by date. */
  readonly levy: Parameter<Rate>
  /** Working days after a job's end within which its wage is paid, by date. */
  readonly payDeadlineDays: Parameter<number>
  readonly hiring: HiringDeclaration
  /** What is filed for a month, quarter or year; absent: no declaration is shown as due. */
  readonly filings?: readonly Filing[]
  readonly authorities: readonly Authority[]
  readonly identifiers: readonly Identifier[]
  readonly holidays: Holidays
  readonly vat: Vat
  /**
   * The structured reference a client pays an invoice with, in the form its banks print. `digits`: exactly ten decimal
   * digits, unique in the office. An ISO 11649 creditor reference where a country has none of its own.
   */
  readonly paymentReference?: (digits: string) => string
  /** What clients who pay late owe by law; absent: reminders go out, and nothing but the invoice is asked for. */
  readonly latePayment?: LatePayment
  /**
   * The largest part of a payslip's net that may be kept back, with the worker's consent, for what the worker was paid too much;
   * absent: not known, and nothing is kept back.
   */
  readonly wageSetOff?: Parameter<Rate>
  /** What the law wants of invoices beside paper; absent: nothing. */
  readonly eInvoicing?: EInvoicing
  readonly chart: Chart
  /**
   * Texts by language. Where the law wants a sentence on every invoice to a client or on every payslip, it is
   * `invoice.terms` and `payslip.terms`.
   */
  readonly locales: Readonly<Record<string, Locale>>
  /** Situations that show the ordinary cases, used by the demo, the conformance kit and the benchmarks. */
  readonly samples: readonly { readonly title: string; readonly situation: unknown }[]
}

// biome-ignore lint/suspicious/noExplicitAny: the registry holds plugins of many situation types; each plugin's own schema guards its rules
export type AnyCountryPlugin = CountryPlugin<any, any>
