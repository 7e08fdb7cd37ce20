import { addDays, type IsoDate, isWorkingDay, type Minor } from '../country/index.ts'
import { type BankCountry, bankDayFrom, isBankDay } from '../payments/index.ts'

/** All payslips of an office due on a day: computed, approved by a second person, posted and paid. */
export interface PayRun {
  readonly payRunId: string
  readonly kind: PayRunKind
  /** What a correction looked at: payslips for days from here on, of one worker where one is named. */
  readonly correctsFrom: IsoDate | null
  readonly correctsMember: string | null
  readonly dueOn: IsoDate
  /** The day the bank moves the money. */
  readonly paidOn: IsoDate
  readonly runNo: number
  readonly state: PayRunState
  readonly payslips: number
  readonly gross: Minor
  readonly net: Minor
  readonly employerCost: Minor
  /** The guarantee fund's part, as decided when the run was computed. */
  readonly advance: Minor
  /** What funds bear of a correction's employer cost; negative where they get something back. */
  readonly borne: Minor
  /** Payslips whose promised day had already passed. */
  readonly late: number
  /** Jobs invoiced but neither due yet nor paid for by the client. */
  readonly waiting: number
  readonly leftOut: readonly LeftOut[]
  readonly preparedBy: string
  readonly preparedAt: Date
  readonly approvedBy: string | null
  readonly approvedAt: Date | null
  readonly postedAt: Date | null
}

/** Wages due on a day, or the differences that changed law makes to payslips paid before. */
export type PayRunKind = 'wages' | 'correction'

export type PayRunState = 'computed' | 'approved' | 'posted' | 'discarded'

/** A job whose wage cannot go out with the run, and why, so that someone can act. */
export interface LeftOut {
  readonly engagementId: string
  readonly contractReference: string
  readonly payBy: IsoDate
  readonly reason: LeftOutReason
  /** A sentence for the person who must act. */
  readonly detail: string
  /** The situation's field at fault. */
  readonly field?: string
}

/**
 * - `not-done`, `not-invoiced`: the job's day to pay has come, but nobody reported it done or invoiced it
 * - `credited`: its invoice was taken back by a credit note
 * - `hiring-missing`, `hiring-late`: the national declaration was not filed before the start
 * - `situation-invalid`: the law asks something that the contract or the member's file does not answer
 * - `no-law`, `budget-too-small`, `zero-net`: the law yields no wage that could be paid
 * - `bank-account-invalid`: the member's IBAN is wrong
 * - `fund-cannot-advance`, `client-limit`: the client has not paid and the guarantee fund may not step in
 * - `funds-cannot-bear`: a correction costs more than the job has left, and no fund has the rest available
 */
export type LeftOutReason =
  | 'not-done'
  | 'not-invoiced'
  | 'credited'
  | 'hiring-missing'
  | 'hiring-late'
  | 'situation-invalid'
  | 'no-law'
  | 'budget-too-small'
  | 'zero-net'
  | 'bank-account-invalid'
  | 'fund-cannot-advance'
  | 'client-limit'
  | 'funds-cannot-bear'

/** When a run's money moves, and the next day another run could move any. */
export interface PayDays {
  readonly paidOn: IsoDate
  readonly nextRunOn: IsoDate
}

/**
 * A run pays on the first bank day from its own day on. The next chance to pay is the first later day on which both the
 * banks settle and the office works.
 */
export function payDays(country: BankCountry, dueOn: IsoDate): PayDays {
  const paidOn = bankDayFrom(country, dueOn)
  let nextRunOn = addDays(paidOn, 1)
  while (!isBankDay(country, nextRunOn) || !isWorkingDay(nextRunOn, country.holidays))
    nextRunOn = addDays(nextRunOn, 1)
  return { paidOn, nextRunOn }
}

/**
 * The rule that keeps the promise. A wage goes out with this run when waiting for the next run would break its day
 * (`payBy` lies before that run's day), or when the client has paid the invoice in full: then nothing is gained by
 * letting the worker wait. All others wait, so that the fund advances no earlier than it must.
 */
export function isDue(
  job: { readonly payBy: IsoDate; readonly invoiced: Minor; readonly received: Minor },
  { nextRunOn }: PayDays,
): boolean {
  return job.payBy < nextRunOn || (job.invoiced > 0n && job.received >= job.invoiced)
}
