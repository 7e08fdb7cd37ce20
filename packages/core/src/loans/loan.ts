import { AMOUNT_MAX, type IsoDate, isIsoDate, type Minor, type Rate } from '../country/index.ts'
import { type Fault, throwFaults } from '../problem/index.ts'
import type { Instalment, LoanRate } from './schedule.ts'

/** What an activity asks to borrow. */
export interface LoanDraft {
  /** Made by the caller, so that sending the same again changes nothing. */
  readonly loanId?: string | undefined
  readonly activityId: string
  /** The fund that lends; the office where null. */
  readonly fundId: string | null
  /** Minor units. */
  readonly principal: Minor
  /** The first instalment's day, up to the 28th of a month; the others fall on the same day of the months after. */
  readonly firstDueOn: IsoDate
  /** Monthly instalments, 1 to 240. */
  readonly instalments: number
  /** A year, from 0 to 100 percent. */
  readonly rate: Rate
  readonly purpose: string
}

export interface PaidPart {
  readonly paymentNo: number
  /** Null: paid back early. */
  readonly instalment: number | null
  readonly paidOn: IsoDate
  readonly principal: Minor
  readonly interest: Minor
}

export interface Loan extends Omit<LoanDraft, 'loanId' | 'rate'> {
  readonly loanId: string
  readonly activityName: string
  readonly legalEntityId: string
  readonly fundName: string | null
  readonly currency: string
  readonly state: 'proposed' | 'lent' | 'withdrawn'
  readonly proposedBy: string
  readonly approvedBy: string | null
  readonly lentOn: IsoDate | null
  readonly rates: readonly LoanRate[]
  /** Principal not paid back; all of it while it is not lent. */
  readonly outstanding: Minor
  /** Interest paid until now. */
  readonly interest: Minor
  /** Instalments paid. */
  readonly paid: number
  /** The next one; undefined when none is to come. */
  readonly next: Instalment | undefined
}

/** @throws Problem `invalid-field` naming every field at fault. */
export function checkLoanDraft(draft: LoanDraft, today: IsoDate): void {
  const { principal, firstDueOn, instalments, rate, purpose } = draft
  const faults: Fault[] = []
  const fault = (field: string, reason: string) => faults.push({ field, reason })
  if (principal <= 0n || principal > AMOUNT_MAX)
    fault('principal', 'More than zero, and at most 10 000 000 000.')
  if (!isIsoDate(firstDueOn) || firstDueOn <= today || Number(firstDueOn.slice(8)) > 28)
    fault('firstDueOn', 'A day to come, up to the 28th of a month, written YYYY-MM-DD.')
  if (!Number.isInteger(instalments) || instalments < 1 || instalments > 240)
    fault('instalments', 'From 1 to 240 monthly instalments.')
  if (rate.numerator < 0n || rate.numerator > rate.denominator) fault('rate', 'From 0 to 100 percent a year.')
  if (purpose.trim().length < 1 || purpose.length > 300)
    fault('purpose', 'Say what it is for, in 1 to 300 characters.')
  throwFaults(faults)
}
