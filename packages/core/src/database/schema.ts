import type { ColumnType } from 'kysely'
import type { ActivityTables } from '../activities/index.ts'
import type { ClaimTables } from '../claims/index.ts'
import type { ClientTables } from '../clients/index.ts'
import type { ContractTables, LineTables } from '../contracts/index.ts'
import type { ImportTables } from '../imports/index.ts'
import type { InvoiceTables } from '../invoices/index.ts'
import type { LegalEntityTables } from '../legal-entities/index.ts'
import type { MemberTables } from '../members/index.ts'
import type { OrderPartTables } from '../orders/index.ts'
import type { OutboxTables } from '../outbox/index.ts'
import type { PackTables } from '../packs/index.ts'
import type { PayRunTables } from '../pay-runs/index.ts'
import type { PaymentTables } from '../payments/index.ts'
import type { PayslipTables } from '../payslips/index.ts'
import type { QuoteLinkTables } from '../quotes/index.ts'
import type { RateTables } from '../rates/index.ts'
import type { ReturnedPaymentTables } from '../returned-payments/index.ts'
import type { StatementTables } from '../statements/index.ts'
import type { ValidationTables } from '../validations/index.ts'
import type { WriteOffTables } from '../write-offs/index.ts'

/** `samen.office`: a tenant. Created in `0001-foundation.sql`. */
export interface OfficeTable {
  office_id: string
  /** ISO 3166-1 alpha-2, upper case. */
  country: string
  name: string
  /** ISO 4217. */
  home_currency: string
  /** Lower case, as it stands in addresses and on the command line: `be`, `fr`. */
  slug: string
  languages: string[]
  role: 'national' | 'group'
  created_at: ColumnType<Date, Date | undefined, never>
}

export interface FoundationTables {
  office: OfficeTable
}

/** Every table of schema `samen`. A noun exports its own `…Tables` from its store; they meet here and only here. */
export type Schema = FoundationTables &
  LegalEntityTables &
  MemberTables &
  ClaimTables &
  ClientTables &
  ActivityTables &
  ContractTables &
  LineTables &
  InvoiceTables &
  OrderPartTables &
  OutboxTables &
  ImportTables &
  PayRunTables &
  PayslipTables &
  PaymentTables &
  StatementTables &
  ReturnedPaymentTables &
  ValidationTables &
  WriteOffTables &
  PackTables &
  QuoteLinkTables &
  RateTables
