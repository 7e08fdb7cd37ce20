import type { z } from 'zod'
import type * as accruals from './answers/accruals.ts'
import type * as banks from './answers/bank.ts'
import type * as bankBookings from './answers/bank-bookings.ts'
import type * as bankMatches from './answers/bank-matches.ts'
import type * as bankTerms from './answers/bank-terms.ts'
import type * as books from './answers/books.ts'
import type * as clientMerges from './answers/client-merges.ts'
import type * as cockpits from './answers/cockpit.ts'
import type * as contracts from './answers/contracts.ts'
import type * as corrections from './answers/corrections.ts'
import type * as countries from './answers/countries.ts'
import type * as declarations from './answers/declarations.ts'
import type * as deliveries from './answers/deliveries.ts'
import type * as debits from './answers/direct-debits.ts'
import type * as late from './answers/dunning.ts'
import type * as equipment from './answers/equipment.ts'
import type * as fundDecisions from './answers/fund-decisions.ts'
import type * as groups from './answers/group.ts'
import type * as groupReopenings from './answers/group-reopenings.ts'
import type * as groupTerms from './answers/group-terms.ts'
import type * as intercompany from './answers/intercompany.ts'
import type * as internals from './answers/internal-orders.ts'
import type * as invoices from './answers/invoices.ts'
import type * as loans from './answers/loans.ts'
import type * as mails from './answers/mail.ts'
import type * as mine from './answers/me.ts'
import type * as months from './answers/months.ts'
import type * as orders from './answers/orders.ts'
import type * as payRuns from './answers/pay-runs.ts'
import type * as quotes from './answers/quotes.ts'
import type * as reinsurances from './answers/reinsurance.ts'
import type * as returns from './answers/returned-payments.ts'
import type * as yearly from './answers/statements.ts'
import type * as stress from './answers/stress.ts'
import type * as supplierInvoices from './answers/supplier-invoices.ts'
import type * as validations from './answers/validations.ts'
import type * as vat from './answers/vat.ts'
import type * as windUps from './answers/wind-up.ts'
import type * as yearEnds from './answers/year-end.ts'
import type { createApp } from './app.ts'

/**
 * The server's routes as a type, for Hono's typed client; nothing here exists at run time.
 *
 * ```ts
 * const api = hc<Api>('/')
 * const answer = await api.v1.offices[':office'].me.$get({ param: { office: 'be' } })
 * ```
 */
export type Api = ReturnType<typeof createApp>

export type Me = z.infer<typeof mine.me>
export type Profile = z.infer<typeof mine.profile>
export type WayToNet = z.infer<typeof mine.wayToNet>
export type Promised = z.infer<typeof countries.promise>
export type PayslipLine = z.infer<typeof countries.payslipLine>
export type Country = z.infer<typeof countries.country>
export type Contract = z.infer<typeof contracts.contract>
export type ContractDetail = z.infer<typeof contracts.contractDetail>
export type MemberContract = z.infer<typeof contracts.memberContract>
export type PlannedPart = z.infer<typeof orders.plannedParts>['items'][number]
export type OrderPart = z.infer<typeof orders.orderPart>
export type Quote = z.infer<typeof quotes.quote>
export type QuotePreview = z.infer<typeof quotes.quotePreview>
export type OfferDeposit = z.infer<typeof quotes.offerDeposit>
export type OfferTotals = z.infer<typeof quotes.offerTotals>
export type OpenOffer = z.infer<typeof quotes.openOffer>
export type WaitingValidation = z.infer<typeof validations.waitingValidation>
export type MemberCeiling = z.infer<typeof validations.memberCeiling>
export type ImportReport = z.infer<typeof contracts.importReport>
export type Invoice = z.infer<typeof invoices.invoice>
export type Client = z.infer<typeof invoices.client>
export type WriteOff = z.infer<typeof invoices.writeOff>
export type FundRules = z.infer<typeof fundDecisions.fundRules>
export type AllocationPreview = z.infer<typeof fundDecisions.allocationPreview>
export type FundTransfer = z.infer<typeof fundDecisions.fundTransfer>
export type Ageing = z.infer<typeof late.ageing>
export type DunningProposal = z.infer<typeof late.dunningProposal>
export type MergePreview = z.infer<typeof clientMerges.mergePreview>
export type ClientRisk = z.infer<typeof late.clientRisk>
export type InvoiceDelivery = z.infer<typeof deliveries.invoiceDelivery>
export type Mail = z.infer<typeof mails.mailItem>
export type MailSettings = z.infer<typeof mails.mailSettings>
export type DeliverySettings = z.infer<typeof deliveries.deliverySettings>
export type Mandate = z.infer<typeof debits.mandate>
export type DirectDebitOrder = z.infer<typeof debits.directDebitOrder>
export type DirectDebitProposal = z.infer<typeof debits.directDebitProposal>
export type SupplierInvoice = z.infer<typeof supplierInvoices.supplierInvoice>
export type SupplierPaymentOrder = z.infer<typeof supplierInvoices.supplierPaymentOrder>
export type Payslip = z.infer<typeof payRuns.payslip>
export type PayslipDetail = z.infer<typeof payRuns.payslipDetail>
export type PayRun = z.infer<typeof payRuns.payRun>
export type PayRunPreview = z.infer<typeof payRuns.payRunPreview>
export type CorrectedLine = z.infer<typeof payRuns.correctedLine>
export type Correction = z.infer<typeof corrections.correction>
export type CorrectionPreview = z.infer<typeof corrections.correctionPreview>
export type WorkerClaim = z.infer<typeof corrections.workerClaim>
export type FundsOverview = z.infer<typeof books.fundsOverview>
export type Exposure = z.infer<typeof books.exposure>
export type FundCockpit = z.infer<typeof cockpits.fundCockpit>
export type Pool = z.infer<typeof cockpits.pool>
export type StressRun = z.infer<typeof stress.stressRun>
export type WaitingTransaction = z.infer<typeof banks.waitingTransaction>
export type ReceiptMatched = z.infer<typeof bankMatches.receiptMatched>
export type BankBooking = z.infer<typeof bankBookings.bankBooking>
export type Suggestion = z.infer<typeof banks.suggestion>
export type BankRule = z.infer<typeof banks.bankRule>
export type BankPayer = z.infer<typeof banks.bankPayer>
export type ReturnedPayment = z.infer<typeof returns.returnedPayment>
export type BankTransaction = z.infer<typeof books.bankTransaction>
export type RateImport = z.infer<typeof groups.rateImport>
export type BankTerms = z.infer<typeof bankTerms.bankTerms>
export type StatementReport = z.infer<typeof books.statementReport>
export type TrialBalance = z.infer<typeof books.trialBalance>
export type Statements = z.infer<typeof yearly.statements>
export type LedgerEntry = z.infer<typeof books.ledgerEntry>
export type Close = z.infer<typeof books.close>
export type Consolidation = z.infer<typeof groups.consolidation>
export type OpenedFigure = z.infer<typeof groups.openedFigure>
export type GroupTerms = z.infer<typeof groupTerms.groupTerms>
export type GroupAdjustment = z.infer<typeof groupTerms.groupAdjustment>
export type Comparison = z.infer<typeof groupTerms.comparison>
export type IntercompanyItem = z.infer<typeof intercompany.intercompanyItem>
export type ReceivedPack = z.infer<typeof groups.receivedPack>
export type PackRefusal = z.infer<typeof groups.packRefusal>
export type FederationOffice = z.infer<typeof groups.federationOffice>
export type DrillDown = z.infer<typeof groups.drillDown>
export type ExchangeRate = z.infer<typeof groups.rate>

export type VatReturn = z.infer<typeof vat.vatReturn>
export type SalesList = z.infer<typeof vat.salesList>
export type OneStopShopReturn = z.infer<typeof vat.oneStopShop>
export type VatItem = z.infer<typeof vat.vatItem>
export type VatSettings = z.infer<typeof vat.vatSettings>

/** A refusal, RFC 9457. */
export interface ProblemDocument {
  type: string
  title: string
  status: number
  detail: string
  field?: string
  errors?: { field: string; detail: string }[]
}
export type Accrual = z.infer<typeof accruals.accrual>
export type Declaration = z.infer<typeof declarations.declaration>
export type InternalOrder = z.infer<typeof internals.internalOrder>
export type Asset = z.infer<typeof equipment.asset>
export type Loan = z.infer<typeof loans.loan>
export type MonthReview = z.infer<typeof months.monthReview>
export type WindUp = z.infer<typeof windUps.windUp>
export type FiscalYears = z.infer<typeof yearEnds.fiscalYears>
export type Appropriation = z.infer<typeof yearEnds.appropriation>
export type Reinsurance = z.infer<typeof reinsurances.reinsurance>
export type Cession = z.infer<typeof reinsurances.cession>
export type GroupReopening = z.infer<typeof groupReopenings.reopening>
export type GroupMonth = z.infer<typeof groupReopenings.groupMonth>
