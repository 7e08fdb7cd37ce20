import { CURRENCY_DECIMALS, type IsoDate, isIsoDate, type Minor, parseAmount } from '../country/index.ts'
import { invalid, type Problem } from '../problem/index.ts'
import { all, at, decodeXml, parseXml, textAt, type XmlElement, XmlError } from '../xml/index.ts'
import { referencesIn } from './references.ts'

/** A bank's account statement, exact and checked: `opening + Σ transactions = closing`. */
export interface Statement {
  readonly iban: string
  /** The bank's own identification of the statement. */
  readonly reference: string
  readonly fromOn?: IsoDate
  readonly toOn: IsoDate
  readonly currency: string
  readonly opening: Minor
  readonly closing: Minor
  readonly transactions: readonly StatementTransaction[]
}

export interface StatementTransaction {
  /** The bank's reference, or its place in the statement; unique within it. */
  readonly entryRef: string
  readonly bookedOn: IsoDate
  /** Money in is positive. */
  readonly amount: Minor
  readonly counterpartyName?: string
  readonly counterpartyIban?: string
  /** Structured payment references found, compact: digits of a +++…+++ communication, or RF… */
  readonly references: readonly string[]
  readonly remittance?: string
  readonly endToEndId?: string
  /** Where the bank books a payment file as one entry: the block or message it answers. */
  readonly batchId?: string
  /** Takes back an earlier booking, or returns a payment that did not arrive. */
  readonly reversal: boolean
}

/** Files beyond this are refused before they are read. */
export const STATEMENT_BYTES_MAX = 20 * 1024 * 1024

/**
 * Reads a camt.053 file of any version: every statement in it with its booked entries, batches taken apart where the
 * bank tells their parts. Pending entries are left out.
 *
 * @throws Problem `invalid-field` on a file that is not whole, not camt.053, names no account, mixes currencies or does
 *   not add up; nothing of such a file is used.
 */
export function parseCamt053(bytes: Uint8Array): readonly Statement[] {
  if (bytes.length > STATEMENT_BYTES_MAX) throw unreadable('the file is larger than 20 MB')
  const document = readDocument(bytes)
  const namespace =
    document.attributes.xmlns ??
    Object.entries(document.attributes).find(
      ([key, value]) => key.startsWith('xmlns:') && value.includes('camt.'),
    )?.[1]
  if (document.name !== 'Document' || !/\bcamt\.053\.001\.\d\d$/.test(namespace ?? ''))
    throw unreadable(`this is not a camt.053 account statement (its namespace is ${namespace ?? 'absent'})`)
  const message = at(document, 'BkToCstmrStmt')
  const statements = all(message, 'Stmt')
  if (!message || statements.length === 0) throw unreadable('the file holds no statement')
  return statements.map(readStatement)
}

function readDocument(bytes: Uint8Array): XmlElement {
  try {
    return parseXml(decodeXml(bytes))
  } catch (error) {
    if (error instanceof XmlError) throw unreadable(`line ${error.line}: ${error.message}`)
    throw error
  }
}

const unreadable = (detail: string, field = 'file'): Problem =>
  invalid(field, `The statement cannot be read: ${detail}.`)

function readStatement(stmt: XmlElement): Statement {
  const reference = textAt(stmt, 'Id') ?? ''
  const where = `statement ${reference}`
  if (!reference || reference.length > 100) throw unreadable('a statement has no identification', 'Stmt/Id')
  const iban = (textAt(stmt, 'Acct', 'Id', 'IBAN') ?? textAt(stmt, 'Acct', 'Id', 'Othr', 'Id') ?? '').replace(
    /\s/g,
    '',
  )
  if (!iban) throw unreadable(`${where} names no account`, 'Stmt/Acct')
  const balances = readBalances(stmt, where)
  const currency = textAt(stmt, 'Acct', 'Ccy') ?? balances.currency
  if (currency !== balances.currency)
    throw unreadable(
      `${where} is of a ${currency} account but its balances are in ${balances.currency}`,
      'Stmt/Bal',
    )
  const seen = new Set<string>()
  const transactions = all(stmt, 'Ntry')
    .filter((entry) => (textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts')) === 'BOOK')
    .flatMap((entry, index) => readEntry(entry, index, currency, where))
    .map((transaction) => ({ ...transaction, entryRef: distinct(transaction.entryRef, seen) }))
  const moved = transactions.reduce((sum, { amount }) => sum + amount, 0n)
  if (balances.opening + moved !== balances.closing)
    throw unreadable(
      `${where} does not add up: opening ${balances.opening} and entries ${moved} do not make closing ${balances.closing} (in cents)`,
      'Stmt/Bal',
    )
  const fromOn = dayOf(textAt(stmt, 'FrToDt', 'FrDtTm'))
  const toOn = balances.closingOn ?? dayOf(textAt(stmt, 'FrToDt', 'ToDtTm')) ?? dayOf(textAt(stmt, 'CreDtTm'))
  if (!toOn) throw unreadable(`${where} has no date`, 'Stmt/CreDtTm')
  return {
    iban,
    reference,
    ...(fromOn && { fromOn }),
    toOn,
    currency,
    opening: balances.opening,
    closing: balances.closing,
    transactions,
  }
}

function readBalances(stmt: XmlElement, where: string) {
  const balances = all(stmt, 'Bal').map((balance) => ({
    code: textAt(balance, 'Tp', 'CdOrPrtry', 'Cd'),
    on: readDay(balance, 'Dt'),
    ...readSigned(balance, where),
  }))
  // Pages of a long statement begin and end with interim balances.
  const interim = balances.filter(({ code }) => code === 'ITBD')
  const opening = balances.find(({ code }) => code === 'OPBD' || code === 'PRCD') ?? interim[0]
  const closing = balances.find(({ code }) => code === 'CLBD') ?? interim.at(-1)
  if (!opening || !closing || opening === closing)
    throw unreadable(`${where} has no opening and closing balance`, 'Stmt/Bal')
  if (opening.currency !== closing.currency) throw unreadable(`${where} mixes currencies`, 'Stmt/Bal')
  return {
    opening: opening.amount,
    closing: closing.amount,
    closingOn: closing.on,
    currency: closing.currency,
  }
}

type ReadTransaction = Omit<StatementTransaction, 'entryRef'> & { entryRef: string }

function readEntry(entry: XmlElement, index: number, currency: string, where: string): ReadTransaction[] {
  const place = `${where}, entry ${index + 1}`
  const total = readSigned(entry, place)
  if (total.currency !== currency)
    throw unreadable(`${place} is in ${total.currency}, the account in ${currency}`, 'Ntry/Amt')
  const bookedOn = readDay(entry, 'BookgDt') ?? readDay(entry, 'ValDt')
  if (!bookedOn) throw unreadable(`${place} has no booking date`, 'Ntry/BookgDt')
  const reversal = isTrue(textAt(entry, 'RvslInd'))
  const base = textAt(entry, 'AcctSvcrRef') ?? textAt(entry, 'NtryRef') ?? `entry-${index + 1}`
  const groups = all(entry, 'NtryDtls')
  const details = groups.flatMap((group) => all(group, 'TxDtls'))
  const batchId = groups
    .map((group) => textAt(group, 'Btch', 'PmtInfId') ?? textAt(group, 'Btch', 'MsgId'))
    .find(Boolean)
  const facts = { bookedOn, reversal, ...(batchId && { batchId }) }
  const parts = details.map((detail) => readPart(detail, total.amount < 0n))
  const sum = parts.reduce<Minor | undefined>(
    (all, part) => (all === undefined || part.amount === undefined ? undefined : all + part.amount),
    0n,
  )
  if (total.amount === 0n) return []
  if (details.length > 1 && sum === total.amount)
    return parts
      .map((part, at) => ({
        ...facts,
        ...part.facts,
        entryRef: part.reference ?? `${base}/${at + 1}`,
        amount: part.amount as Minor,
        reversal: reversal || part.returned,
      }))
      .filter(({ amount }) => amount !== 0n)
  // One detail describes the entry; several that do not tell their amounts leave the entry whole, for a human.
  const only = details.length === 1 ? parts[0] : undefined
  const remittance = textAt(entry, 'AddtlNtryInf')
  return [
    {
      references: [],
      ...(remittance && { remittance: remittance.slice(0, 500) }),
      ...facts,
      ...only?.facts,
      entryRef: base,
      amount: total.amount,
      reversal: reversal || (only?.returned ?? false),
    },
  ]
}

function readPart(detail: XmlElement, entryIsDebit: boolean) {
  const stated = at(detail, 'Amt') ?? at(detail, 'AmtDtls', 'TxAmt', 'Amt')
  const direction = textAt(detail, 'CdtDbtInd')
  const isDebit = direction ? direction === 'DBIT' : entryIsDebit
  const size = stated && readAmount(stated, 'transaction details')
  const amount = size && (isDebit ? -size.amount : size.amount)
  const parties = at(detail, 'RltdPties')
  const side = isDebit ? 'Cdtr' : 'Dbtr'
  const counterpartyName = textAt(parties, side, 'Nm') ?? textAt(parties, side, 'Pty', 'Nm')
  const counterpartyIban = textAt(parties, `${side}Acct`, 'Id', 'IBAN')
  const structured = all(at(detail, 'RmtInf'), 'Strd').map((item) => textAt(item, 'CdtrRefInf', 'Ref'))
  const free = all(at(detail, 'RmtInf'), 'Ustrd').map(({ text }) => text)
  const remittance = [...structured.filter((ref) => ref !== undefined), ...free].join(' ')
  const endToEnd = textAt(detail, 'Refs', 'EndToEndId')
  const endToEndId = endToEnd === 'NOTPROVIDED' ? undefined : endToEnd
  const reference = textAt(detail, 'Refs', 'AcctSvcrRef')
  return {
    amount,
    reference,
    returned: at(detail, 'RtrInf') !== undefined,
    facts: {
      references: referencesIn(structured, free),
      ...(counterpartyName && { counterpartyName: counterpartyName.slice(0, 200) }),
      ...(counterpartyIban && { counterpartyIban }),
      ...(remittance && { remittance: remittance.slice(0, 500) }),
      ...(endToEndId && { endToEndId: endToEndId.slice(0, 35) }),
    },
  }
}

function readSigned(element: XmlElement, where: string): { amount: Minor; currency: string } {
  const stated = at(element, 'Amt')
  const direction = textAt(element, 'CdtDbtInd')
  if (!stated) throw unreadable(`${where} has no amount`, 'Amt')
  if (direction !== 'CRDT' && direction !== 'DBIT')
    throw unreadable(`${where} is neither credit nor debit`, 'CdtDbtInd')
  const { amount, currency } = readAmount(stated, where)
  return { amount: direction === 'DBIT' ? -amount : amount, currency }
}

function readAmount({ text, attributes }: XmlElement, where: string): { amount: Minor; currency: string } {
  const currency = attributes.Ccy ?? ''
  const decimals = CURRENCY_DECIMALS[currency]
  if (decimals === undefined)
    throw unreadable(`${where} is in ${currency || 'no currency'}, which is not read here`, 'Amt')
  try {
    const amount = parseAmount(text, decimals)
    if (amount < 0n) throw new RangeError('an amount is never negative here')
    return { amount, currency }
  } catch (error) {
    throw unreadable(`${where}: "${text.slice(0, 30)}": ${(error as Error).message}`, 'Amt')
  }
}

function readDay(element: XmlElement, tag: string): IsoDate | undefined {
  const date = at(element, tag)
  return dayOf(textAt(date, 'Dt') ?? textAt(date, 'DtTm'))
}

function dayOf(text: string | undefined): IsoDate | undefined {
  const day = text?.slice(0, 10)
  return day && isIsoDate(day) ? day : undefined
}

const isTrue = (text: string | undefined) => text === 'true' || text === '1'

/** Banks repeat their reference for the parts of a batch; the second gets a number behind it. */
function distinct(entryRef: string, seen: Set<string>): string {
  let unique = entryRef
  for (let number = 2; seen.has(unique); number++) unique = `${entryRef}#${number}`
  seen.add(unique)
  return unique
}
