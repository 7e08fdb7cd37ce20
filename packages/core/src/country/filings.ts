import { addDays, type Holidays, type IsoDate, isWorkingDay, monthOf } from './calendar.ts'
import { datedValues } from './dated.ts'
import { type Parameter, type ParameterSet, valueOn } from './parameters.ts'
import type { VatPeriod } from './vat-return.ts'

export const FILING_SUBJECTS = [
  'wage-tax',
  'social-security',
  'wage-statement',
  'payroll-levy',
  'vat',
  'sales-list',
] as const
/**
 * What a filing tells the authority: wage tax withheld, social security, what each person earned in the year, a levy on the
 * payroll, VAT, services to businesses elsewhere in the Union. One filing may tell several.
 */
export type FilingSubject = (typeof FILING_SUBJECTS)[number]

/** Until when a period is filed, counted from its last month. */
export interface Deadline {
  /** Months after the period's last month; 0: in that month itself. */
  readonly months: number
  /** Day of that month, its last one, or a working day of it: 10 the tenth, -1 the last. */
  readonly day: number | 'last' | { readonly workingDay: number }
  /** Another day where the deadline falls in that month (1–12): `{ 8: 20 }`. */
  readonly inMonth?: Readonly<Record<number, number>>
  /** Where it goes from a weekend or public holiday. */
  readonly restDay: 'next-working-day' | 'working-day-before' | 'stays'
  /** Days that do not count as working days here though they are no public holiday, `MM-DD`. */
  readonly closedOn?: readonly string[]
}

/** A declaration an employer or enterprise owes for a period. That of a single hiring is `HiringDeclaration`. */
export interface Filing {
  /** Stable, unique in the country: `dmfa`, `modelo-111`. */
  readonly code: string
  /** As the country calls it. */
  readonly name: string
  /** Whom it goes to, as the country calls it. */
  readonly authority: string
  readonly subjects: readonly FilingSubject[]
  /**
   * What makes it due: a wage paid in the period; being registered for VAT, even for a period without figures; an invoice of
   * the period that belongs on the sales list.
   */
  readonly trigger: 'wages' | 'vat' | 'sales-list'
  /** Deadlines by period; the first is the ordinary one. VAT follows the period the legal entity declares by. */
  readonly deadlines: Partial<Readonly<Record<VatPeriod, Parameter<Deadline>>>>
  /** A form of the office's own VAT pages: filed there, with its figures. */
  readonly form?: 'return' | 'sales-list'
  /** How it is made: the figures stand in the office's books and payslips, or it is written by hand at the authority. */
  readonly made: 'figures' | 'by-hand'
}

/** A deadline that holds since before the first payslip, with its source. */
export const deadline = (value: Deadline, source: string, unverified?: string): Parameter<Deadline> =>
  datedValues('table', 'Deadline of a filing', [
    '2024-01-01',
    value,
    source,
    ...(unverified === undefined ? ([] as const) : ([unverified] as const)),
  ])

/** What of a legal entity makes filings due. Months are `YYYY-MM`. */
export interface FilingFacts {
  /** Months in which a wage was paid. */
  readonly wageMonths: ReadonlySet<string>
  /** Months with an invoice that belongs on the sales list. */
  readonly salesListMonths: ReadonlySet<string>
  /** First month of its VAT; undefined where it has none. */
  readonly vatFrom?: string | undefined
  readonly vatPeriodOn: (day: IsoDate) => VatPeriod
}

/** One filing of one period. */
export interface DueFiling {
  readonly filing: Filing
  readonly from: IsoDate
  readonly to: IsoDate
  readonly dueOn: IsoDate
  readonly source: string
  /** The deadline rests on memory: why. */
  readonly unverified?: string | undefined
}

const MONTHS: Readonly<Record<VatPeriod, number>> = { month: 1, quarter: 3, year: 12 }

/**
 * What is to be filed for the periods that end in the months from `first` to `last` (`YYYY-MM`), by deadline. Pure.
 *
 * @throws {NoLawError} for a period before the first deadline a country knows.
 */
export function dueFilings(
  filings: readonly Filing[],
  facts: FilingFacts,
  { first, last }: { readonly first: string; readonly last: string },
  holidays: Holidays,
): DueFiling[] {
  const due: DueFiling[] = []
  for (let month = first; month <= last; month = monthAfter(month)) {
    const { to } = monthOf(`${month}-01`)
    for (const filing of filings) {
      const period = periodOf(filing, facts, to)
      if (Number(month.slice(5)) % MONTHS[period] !== 0) continue
      const months = monthsUntil(month, MONTHS[period])
      if (!isTriggered(filing, facts, months)) continue
      const { value, source, unverified } = valueOn(filing.code, deadlineOf(filing, period), to)
      due.push({
        filing,
        from: `${months[0]}-01`,
        to,
        dueOn: deadlineDay(value, to, holidays),
        source,
        unverified,
      })
    }
  }
  return due.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

/** The last day on which a period that ends on a day may be filed. */
export function deadlineDay(rule: Deadline, periodTo: IsoDate, holidays: Holidays): IsoDate {
  const { months, day, inMonth = {}, restDay, closedOn = [] } = rule
  let month = periodTo.slice(0, 7)
  for (let after = 0; after < months; after++) month = monthAfter(month)
  const { from, to, days } = monthOf(`${month}-01`)
  const works = (date: IsoDate) => isWorkingDay(date, holidays) && !closedOn.includes(date.slice(5))
  if (typeof day === 'object') return nthWorkingDay(day.workingDay, from, to, works)
  const wanted = inMonth[Number(month.slice(5))] ?? (day === 'last' ? days : Math.min(day, days))
  let date = addDays(from, wanted - 1)
  if (restDay !== 'stays') while (!works(date)) date = addDays(date, restDay === 'next-working-day' ? 1 : -1)
  return date
}

function nthWorkingDay(n: number, from: IsoDate, to: IsoDate, works: (date: IsoDate) => boolean): IsoDate {
  let date = n > 0 ? from : to
  const step = n > 0 ? 1 : -1
  for (let left = Math.abs(n); ; date = addDays(date, step)) if (works(date) && --left === 0) return date
}

function periodOf({ trigger, deadlines }: Filing, facts: FilingFacts, day: IsoDate): VatPeriod {
  const own = facts.vatPeriodOn(day)
  return trigger !== 'wages' && deadlines[own] ? own : (Object.keys(deadlines)[0] as VatPeriod)
}

function deadlineOf({ code, deadlines }: Filing, period: VatPeriod): Parameter<Deadline> {
  const found = deadlines[period]
  if (!found) throw new RangeError(`${code} has no deadline for a ${period}`)
  return found
}

function isTriggered({ trigger }: Filing, facts: FilingFacts, months: readonly string[]): boolean {
  if (trigger === 'vat') return facts.vatFrom !== undefined && (months.at(-1) ?? '') >= facts.vatFrom
  const marked = trigger === 'wages' ? facts.wageMonths : facts.salesListMonths
  return months.some((month) => marked.has(month))
}

const monthAfter = (month: string): string => addDays(monthOf(`${month}-01`).to, 1).slice(0, 7)

function monthsUntil(last: string, count: number): string[] {
  const months = [last]
  while (months.length < count) months.unshift(addDays(`${months[0]}-01`, -1).slice(0, 7))
  return months
}

/** All deadlines of a country by name, for lists of what is not verified. */
export const filingParameters = (filings: readonly Filing[] = []): ParameterSet =>
  Object.fromEntries(
    filings.flatMap(({ code, deadlines }) =>
      Object.entries(deadlines).map(([period, dates]) => [`filings.${code}.${period}`, dates]),
    ),
  )
