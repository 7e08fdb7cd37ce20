import { CURRENCY_DECIMALS, type IsoDate, isIsoDate, type Minor, parseAmount } from '../country/index.ts'
import { all, at, textAt, type XmlElement } from '../xml/index.ts'
import { referencesIn } from './references.ts'
import { NAME_MAX, REMITTANCE_MAX, type StatementTransaction, unreadable } from './statement.ts'

/**
 * A booked entry: its parts where the bank tells them all, else the whole. Nothing for an entry of nothing. Where the bank
 * kept its charges back, the parts are as they were before that, and the charges are a movement of their own.
 *
 * @param where names the message, for who must find the fault.
 * @throws Problem `invalid-field` where charges are told and the details with them do not make the entry.
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
  const parts = details.map((detail) => readPart(detail, total))
  const sum = parts.reduce<Minor | undefined>(
    (all, part) => (all === undefined || part.amount === undefined ? undefined : all + part.amount),
    0n,
  )
  const charges = parts.length === 0 || sum === undefined ? 0n : keptBack(entry, details, total, sum, place)
  if (total.amount === 0n && charges === 0n) return []
  if (sum !== undefined && (charges !== 0n || (details.length > 1 && sum === total.amount))) {
    const told = parts.map((part, at) => ({
      ...facts,
      ...part.facts,
      entryRef: details.length > 1 ? (part.reference ?? `${base}/${at + 1}`) : base,
      amount: part.amount as Minor,
      reversal: reversal || part.returned,
    }))
    // No batch: that would be taken for the payments of a file.
    const ofBank: StatementTransaction = {
      bookedOn,
      ...(bankRef && { bankRef }),
      entryRef: `${base}/charges`,
      amount: charges,
      references: [],
      remittance: `The bank’s charges, which it booked in one entry with ${base}.`.slice(0, REMITTANCE_MAX),
      reversal: false,
    }
    return [...told, ofBank].filter(({ amount }) => amount !== 0n)
  }
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

/**
 * The charges in the entry's amount beyond its details; negative where the bank took them. Charges that are not in the amount, or in
 * details that make the entry already, are nothing more.
 */
function keptBack(
  entry: XmlElement,
  details: readonly XmlElement[],
  total: { amount: Minor; currency: string },
  sum: Minor,
  place: string,
): Minor {
  const ofEntry = readCharges(entry, total.currency, place)
  const ofDetails = details.reduce((all, one) => all + readCharges(one, total.currency, place), 0n)
  const rest = total.amount - sum
  if (rest === 0n || (ofEntry === 0n && ofDetails === 0n)) return 0n
  // Banks tell the charges of the entry, those of its details, the same charges at both places, or some at each.
  if ([ofEntry, ofDetails, ofEntry + ofDetails].includes(rest)) return rest
  throw unreadable(
    `${place} does not add up: details ${sum} and charges ${ofEntry || ofDetails} do not make the entry's ${total.amount} (in cents)`,
    'Ntry/Chrgs',
  )
}

/** Charges that are in the amount beside them: records where the message has them, else each by itself (version 2) or their total. */
function readCharges(element: XmlElement, currency: string, place: string): Minor {
  return all(element, 'Chrgs')
    .flatMap((charges) => {
      const records = all(charges, 'Rcrd')
      return records.length > 0 ? records : [charges]
    })
    .reduce<Minor>((sum, record) => {
      const stated = at(record, 'Amt') ?? at(record, 'TtlChrgsAndTaxAmt')
      const included = textAt(record, 'ChrgInclInd')
      // Charges in another currency are those of other banks on the way: nobody says what they came to here.
      if (stated?.attributes.Ccy !== currency || (included !== undefined && !isTrue(included))) return sum
      const { amount } = readAmount(stated, place)
      return textAt(record, 'CdtDbtInd') === 'CRDT' ? sum + amount : sum - amount
    }, 0n)
}

function readPart(detail: XmlElement, entry: { amount: Minor; currency: string }) {
  const stated = at(detail, 'Amt') ?? at(detail, 'AmtDtls', 'TxAmt', 'Amt')
  const direction = textAt(detail, 'CdtDbtInd')
  const isDebit = direction ? direction === 'DBIT' : entry.amount < 0n
  const size = stated && readAmount(stated, 'transaction details')
  // What was moved in another currency does not tell what it came to on this account.
  const amount = size?.currency !== entry.currency ? undefined : isDebit ? -size.amount : size.amount
  const told = at(detail, 'AmtDtls', 'InstdAmt', 'Amt') ?? at(detail, 'AmtDtls', 'TxAmt', 'Amt')
  const instructed = told && otherCurrency(told, entry.currency)
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
      ...(instructed && { instructed }),
      ...(returnReason && { returnReason: returnReason.slice(0, 35) }),
      references: referencesIn(structured, free),
      ...(counterpartyName && { counterpartyName: counterpartyName.slice(0, NAME_MAX) }),
      ...(counterpartyIban && { counterpartyIban }),
      ...(remittance && { remittance: remittance.slice(0, REMITTANCE_MAX) }),
      ...(endToEndId && { endToEndId: endToEndId.slice(0, 35) }),
    },
  }
}

/** What the payer's bank was told in a currency that an invoice may be in; nothing in another, or in the account's own. */
function otherCurrency({ text, attributes }: XmlElement, own: string): StatementTransaction['instructed'] {
  const currency = attributes.Ccy ?? ''
  const decimals = CURRENCY_DECIMALS[currency]
  if (currency === own || decimals === undefined || !/^\d{1,12}(\.\d{1,5})?$/.test(text)) return undefined
  try {
    const amount = parseAmount(text, decimals)
    return amount > 0n ? { currency, amount } : undefined
  } catch {
    return undefined
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
