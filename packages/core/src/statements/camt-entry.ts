import { CURRENCY_DECIMALS, type IsoDate, isIsoDate, type Minor, parseAmount } from '../country/index.ts'
import { all, at, textAt, type XmlElement } from '../xml/index.ts'
import { referencesIn } from './references.ts'
import { NAME_MAX, REMITTANCE_MAX, type StatementTransaction, unreadable } from './statement.ts'

/**
 * A booked entry: its parts where the bank tells them all, else the whole. Nothing for an entry of nothing.
 *
 * @param where names the message, for who must find the fault.
 */
export function readEntry(
  entry: XmlElement,
  index: number,
  currency: string,
  where: string,
): StatementTransaction[] {
  const place = `${where}, entry ${index + 1}`
  const total = readSigned(entry, place)
  if (total.currency !== currency)
    throw unreadable(`${place} is in ${total.currency}, the account in ${currency}`, 'Ntry/Amt')
  const bookedOn = readDay(entry, 'BookgDt') ?? readDay(entry, 'ValDt')
  if (!bookedOn) throw unreadable(`${place} has no booking date`, 'Ntry/BookgDt')
  const reversal = isTrue(textAt(entry, 'RvslInd'))
  const groups = all(entry, 'NtryDtls')
  const details = groups.flatMap((group) => all(group, 'TxDtls'))
  const batchId = groups
    .map((group) => textAt(group, 'Btch', 'PmtInfId') ?? textAt(group, 'Btch', 'MsgId'))
    .find(Boolean)
  // The reference of an entry is its place in the message with some banks: only the servicer's own tells money apart.
  const bankRef =
    textAt(entry, 'AcctSvcrRef') ??
    (details.length === 1 ? textAt(details[0], 'Refs', 'AcctSvcrRef') : undefined)
  const base = textAt(entry, 'AcctSvcrRef') ?? textAt(entry, 'NtryRef') ?? `entry-${index + 1}`
  const facts = { bookedOn, reversal, ...(batchId && { batchId }), ...(bankRef && { bankRef }) }
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
      ...(remittance && { remittance: remittance.slice(0, REMITTANCE_MAX) }),
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
  const returnReason = textAt(detail, 'RtrInf', 'Rsn', 'Cd') ?? textAt(detail, 'RtrInf', 'Rsn', 'Prtry')
  return {
    amount,
    reference,
    returned: at(detail, 'RtrInf') !== undefined,
    facts: {
      ...(returnReason && { returnReason: returnReason.slice(0, 35) }),
      references: referencesIn(structured, free),
      ...(counterpartyName && { counterpartyName: counterpartyName.slice(0, NAME_MAX) }),
      ...(counterpartyIban && { counterpartyIban }),
      ...(remittance && { remittance: remittance.slice(0, REMITTANCE_MAX) }),
      ...(endToEndId && { endToEndId: endToEndId.slice(0, 35) }),
    },
  }
}

export function readSigned(element: XmlElement, where: string): { amount: Minor; currency: string } {
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

export function readDay(element: XmlElement, tag: string): IsoDate | undefined {
  const date = at(element, tag)
  return dayOf(textAt(date, 'Dt') ?? textAt(date, 'DtTm'))
}

export function dayOf(text: string | undefined): IsoDate | undefined {
  const day = text?.slice(0, 10)
  return day && isIsoDate(day) ? day : undefined
}

const isTrue = (text: string | undefined) => text === 'true' || text === '1'

/** The account a message is about: an IBAN, or the bank's own number. @throws Problem `invalid-field` without one. */
export function readAccount(message: XmlElement, where: string): string {
  const iban = (
    textAt(message, 'Acct', 'Id', 'IBAN') ??
    textAt(message, 'Acct', 'Id', 'Othr', 'Id') ??
    ''
  ).replace(/\s/g, '')
  if (!iban) throw unreadable(`${where} names no account`, `${message.name}/Acct`)
  return iban
}

/** The entries that are booked; what is pending or for information is left out. */
export const bookedEntries = (message: XmlElement): readonly XmlElement[] =>
  all(message, 'Ntry').filter((entry) => (textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts')) === 'BOOK')
