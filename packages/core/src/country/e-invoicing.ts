import type { IsoDate } from './calendar.ts'
import type { Parameter, ParameterSet } from './parameters.ts'

/** Forms of the chained records that a law wants of every invoice a company issues. Core writes them; a country names one. */
export type BillingRecordForm = 'verifactu'

/** A country's law on electronic invoices. */
export interface EInvoicing {
  /**
   * A record of every invoice issued, chained to the one before, which the company keeps for its tax authority. `obliged` says
   * from which day its law wants one; a company may begin earlier.
   */
  readonly records?: {
    readonly form: BillingRecordForm
    readonly obliged: Parameter<boolean>
  }
}

/** All dated values of a country's law on e-invoices by name, for lists of what is not verified. */
export const eInvoicingParameters = (law: EInvoicing | undefined): ParameterSet =>
  law?.records ? { 'eInvoicing.records.obliged': law.records.obliged } : {}

/** Whether the law wants records of invoices of a day. */
export function recordsObliged(law: EInvoicing | undefined, day: IsoDate): boolean {
  return law?.records?.obliged.series.findLast(({ from }) => from <= day)?.value ?? false
}
