import { createHash } from 'node:crypto'
import type { OfficeContext } from '../context/index.ts'
import { CURRENCY_DECIMALS, formatAmount, type IsoDate, type Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { post } from '../ledger/index.ts'
import { legalEntities } from '../legal-entities/index.ts'
import { closeContracts } from '../pay-runs/index.ts'
import { conflict, invalid } from '../problem/index.ts'
import { exchangeMatches } from './exchange.ts'
import { type Matched, matchTransactions } from './match.ts'
import { bookedEntries, insertConfirmations } from './notified.ts'
import { firstOpenDay } from './open-day.ts'
import { bankPosting } from './postings.ts'
import { readStatements } from './read-statements.ts'
import { bareReferences } from './references.ts'
import { type Receipt, settleReceipts } from './settle.ts'
import { debitsIn, markCollected, pendingDebits, takeBackDebits } from './settle-direct-debits.ts'
import { settleSupplierPayments } from './settle-supplier-payments.ts'
import type { BankMessage, Statement } from './statement.ts'
import {
  type BankTransaction,
  closingBefore,
  countBankTables,
  findImport,
  findStatement,
  insertImport,
  insertMatches,
  insertStatement,
  invoicesByReference,
  lockBank,
  type NewMatch,
  type OpenInvoice,
  openInvoicesById,
  paymentsOut,
  unpaidWages,
  type WagePayment,
} from './statement-store.ts'

/** Entries from which taking statistics costs less than a plan made for empty tables. */
const LONG = 1_000

/** What became of an imported file. Amounts are minor units as text. */
export interface StatementReport {
  readonly name: string
  /** The very same file was imported before: this is what was answered then. */
  readonly alreadyImported: boolean
  readonly statements: readonly {
    readonly iban: string
    readonly reference: string
    readonly fromOn: IsoDate | null
    readonly toOn: IsoDate
    /** A notification tells of entries before their statement does. */
    readonly kind: BankMessage['kind']
    readonly transactions: number
    /** The statement stood there already, from another file. */
    readonly alreadyImported: boolean
  }[]
  readonly transactions: number
  readonly matched: {
    /** Receipts given to invoices, how many of those invoices are settled by them, and the sum. */
    readonly receipts: number
    readonly settledInvoices: number
    readonly received: string
    readonly wages: number
    readonly wagesPaid: string
    /** Wages that came back and are owed again. */
    readonly returned: number
  }
  /** Advances the guarantee fund got back. */
  readonly repaid: string
  /** Came back on invoices written off before. */
  readonly recovered: string
  /** Transactions that wait, wholly or in part, for a human. */
  readonly waiting: number
  readonly contractsClosed: number
  readonly warnings: readonly string[]
}

/**
 * Takes in what a bank sends of its accounts (camt.053, camt.054, CODA): every transaction into the books, receipts given to the invoices whose reference they
 * carry, our wage payments confirmed, advances repaid to the fund; the rest waits for a human. All or nothing; the same
 * file, or the same statement in another file, changes nothing.
 *
 * @throws Problem `invalid-field` for a file that cannot be read or an account that is not the office's; `conflict` when
 *   the bank sent another statement under the same identification.
 */
export async function importStatement(
  trx: Transaction,
  context: OfficeContext,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<StatementReport> {
  const { officeId, by, now, id } = context
  const sha256 = createHash('sha256').update(bytes).digest()
  await lockBank(trx, officeId)
  const before = await findImport(trx, officeId, sha256)
  if (before) return { ...(before as unknown as StatementReport), alreadyImported: true }

  const statements = readStatements(bytes)
  const { transactions, known, warnings } = await store(trx, context, statements)
  if (transactions.length > LONG) await countBankTables(trx)
  const collected = await collectedBy(trx, officeId, transactions)
  const matched = await match(trx, context, transactions, collected)
  const openDay = await firstOpenDay(trx, officeId)
  const { matches, receipts, wages, returned } = takeApart(matched, openDay, id)
  await insertMatches(trx, officeId, matches, by)
  await post(
    trx,
    officeId,
    matched.map((one) => bankPosting(one, openDay(one.transaction.bookedOn))),
  )
  const suppliers = await settleSupplierPayments(trx, context, transactions, openDay)
  const { repaid, recovered } = await settleReceipts(trx, officeId, receipts)
  const contractIds = receipts.map(({ invoice }) => invoice.contractId)
  const closed = await closeContracts(trx, officeId, contractIds, by, now)
  await markCollected(trx, officeId, collected)
  const back = await takeBackDebits(trx, context, transactions, openDay)
  const report: StatementReport = {
    name,
    alreadyImported: false,
    statements: statements.map((statement) => ({
      iban: statement.iban,
      reference: statement.reference,
      kind: statement.kind,
      fromOn: statement.fromOn ?? null,
      toOn: statement.toOn,
      transactions: statement.transactions.length,
      alreadyImported: known.has(statement),
    })),
    transactions: transactions.length,
    matched: {
      receipts: receipts.length,
      settledInvoices: settledBy(receipts),
      received: String(sum(receipts)),
      wages: wages.length,
      wagesPaid: String(sum(wages)),
      returned: returned.length,
    },
    repaid: String(repaid),
    recovered: String(recovered),
    waiting: matched.filter(
      ({ rest, transaction: { bankTransactionId } }) =>
        rest !== 0n && !suppliers.has(bankTransactionId) && !back.explained.has(bankTransactionId),
    ).length,
    contractsClosed: closed.length,
    warnings: [...warnings, ...back.warnings],
  }
  const lines = statements.reduce((count, statement) => count + statement.transactions.length, 0)
  await insertImport(trx, officeId, {
    sha256,
    name,
    lines,
    accepted: transactions.length,
    report,
    importedBy: by,
  })
  return report
}

const sum = (parts: readonly { readonly amount: Minor }[]) =>
  parts.reduce((total, { amount }) => total + amount, 0n)

function settledBy(receipts: readonly Receipt[]): number {
  const paid = new Map<string, Minor>()
  for (const { invoice, amount } of receipts)
    paid.set(invoice.invoiceId, (paid.get(invoice.invoiceId) ?? 0n) + amount)
  return new Set(
    receipts
      .filter(({ invoice }) => !invoice.writtenOff && paid.get(invoice.invoiceId) === invoice.open)
      .map(({ invoice }) => invoice.invoiceId),
  ).size
}

async function store(
  trx: Transaction,
  { officeId, plugin, by, id }: OfficeContext,
  statements: readonly BankMessage[],
) {
  const owners = new Map(
    (await legalEntities(trx, officeId)).map(({ iban, legalEntityId }) => [iban, legalEntityId]),
  )
  const booked = await bookedEntries(trx, officeId, statements)
  const known = new Set<BankMessage>()
  const warnings: string[] = []
  const transactions: BankTransaction[] = []
  for (const statement of statements) {
    const legalEntityId = owners.get(statement.iban)
    if (!legalEntityId)
      throw invalid('Stmt/Acct', `The account ${statement.iban} does not belong to a company of this office.`)
    if (statement.currency !== plugin.currency)
      throw invalid(
        'Stmt/Acct/Ccy',
        `The account is kept in ${statement.currency}, and this office's books in ${plugin.currency}.`,
      )
    if (await isKnown(trx, officeId, statement)) {
      known.add(statement)
      continue
    }
    const gap = statement.kind === 'statement' && (await opensElsewhere(trx, officeId, statement))
    if (gap)
      warnings.push(
        `Statement ${statement.reference} does not open with the balance the one before closed with: a statement may be missing.`,
      )
    const { transactions: news, confirmations, nameless, short } = booked.newsOf(statement)
    const decimals = CURRENCY_DECIMALS[statement.currency] ?? 2
    for (const { bankRef, notified, stated } of short)
      warnings.push(
        `Statement ${statement.reference}, entry ${bankRef}: ${formatAmount(notified, decimals)} were notified and are in the books, the statement holds ${formatAmount(stated, decimals)}. Unless a later statement holds the rest, the bank kept it back: until it is booked the account in the books does not stand where the bank's does.`,
      )
    if (nameless > 0)
      warnings.push(
        `Notification ${statement.reference}: ${nameless} entries carry no reference of the bank and are left for its statement.`,
      )
    const bankStatementId = id()
    const rows = news.map((transaction) => ({
      ...transaction,
      bankTransactionId: id(),
      legalEntityId,
      currency: statement.currency,
    }))
    await insertStatement(
      trx,
      officeId,
      { ...statement, bankStatementId, legalEntityId, importedBy: by },
      rows,
    )
    await insertConfirmations(trx, officeId, bankStatementId, confirmations)
    for (const row of rows) transactions.push(row)
  }
  return { transactions, known, warnings }
}

async function opensElsewhere(trx: Transaction, officeId: string, statement: Statement): Promise<boolean> {
  const last = await closingBefore(trx, officeId, statement.iban, statement.fromOn ?? statement.toOn)
  return last !== undefined && last !== statement.opening
}

async function isKnown(trx: Transaction, officeId: string, statement: BankMessage): Promise<boolean> {
  const stored = await findStatement(trx, officeId, statement)
  if (!stored) return false
  const { opening, closing } = statement.kind === 'statement' ? statement : { opening: null, closing: null }
  const same =
    stored.opening === opening &&
    stored.closing === closing &&
    stored.transactions === statement.transactions.length
  if (!same)
    throw conflict(
      `The bank already sent another statement ${statement.reference} for ${statement.iban}: ask it which one holds.`,
    )
  return true
}

const distinct = (texts: Iterable<string | undefined>) =>
  [...new Set(texts)].filter((text) => text !== undefined)

type Collected = ReturnType<typeof debitsIn>

async function collectedBy(
  trx: Transaction,
  officeId: string,
  transactions: readonly BankTransaction[],
): Promise<Collected> {
  const receipts = transactions.filter(({ amount, reversal }) => amount > 0n && !reversal)
  const pending = await pendingDebits(trx, officeId, {
    endToEndIds: distinct(receipts.map(({ endToEndId }) => endToEndId)),
    batchIds: distinct(receipts.map(({ batchId }) => batchId)),
  })
  return debitsIn(receipts, pending)
}

async function match(
  trx: Transaction,
  { officeId, plugin }: OfficeContext,
  transactions: readonly BankTransaction[],
  collected: Collected,
): Promise<Matched[]> {
  const receipts = transactions.filter(({ amount }) => amount > 0n)
  const bare = new Map(
    receipts
      .filter(({ references, remittance }) => references.length === 0 && remittance)
      .map((one) => [one.bankTransactionId, bareReferences(one.remittance as string, plugin.identifiers)]),
  )
  const references = distinct([...receipts.flatMap((one) => one.references), ...[...bare.values()].flat()])
  const out = transactions.filter(({ amount }) => amount < 0n)
  const referred = await invoicesByReference(trx, officeId, references)
  const forDebits = [...collected.values()].flat().map(({ invoiceId }) => invoiceId)
  const invoices = [
    ...new Map([...(await openInvoicesById(trx, officeId, forDebits)), ...referred.map(byId)]).values(),
  ]
  const wages = await unpaidWages(trx, officeId, {
    endToEndIds: distinct(out.map(({ endToEndId }) => endToEndId)),
    messageIds: distinct(out.map(({ batchId }) => batchId)),
  })
  const back = await paymentsOut(
    trx,
    officeId,
    distinct(receipts.flatMap(({ reversal, endToEndId }) => (reversal ? [endToEndId] : []))),
  )
  return matchTransactions(transactions, invoices, wages, back, bare, collected)
}

const byId = (invoice: OpenInvoice): [string, OpenInvoice] => [invoice.invoiceId, invoice]

function takeApart(matched: readonly Matched[], openDay: (day: IsoDate) => IsoDate, id: () => string) {
  const matches: NewMatch[] = []
  const receipts: Receipt[] = []
  const wages: WagePayment[] = []
  const returned: WagePayment[] = []
  for (const { transaction, parts } of matched)
    for (const part of parts) {
      const { bankTransactionId } = transaction
      const match = { bankMatchId: id(), bankTransactionId, amount: part.amount }
      if ('invoice' in part) {
        const { invoice, billed } = part
        matches.push({
          ...match,
          invoiceId: invoice.invoiceId,
          payslipId: null,
          matchedBy: part.collected ? 'end-to-end' : 'reference',
          ...(billed && { billedAmount: billed.amount }),
        })
        const { number: words } = invoice
        if (billed)
          matches.push(...exchangeMatches(match, { difference: billed.difference, id, words }, 'reference'))
        receipts.push({ ...match, ...part, on: openDay(transaction.bookedOn) })
      } else {
        const isReturn = 'returned' in part
        const { payslipId, attempt } = isReturn ? part.returned : part.wage
        matches.push({ ...match, invoiceId: null, payslipId, attempt, isReturn, matchedBy: 'end-to-end' })
        if (isReturn) returned.push(part.returned)
        else wages.push(part.wage)
      }
    }
  return { matches, receipts, wages, returned }
}
