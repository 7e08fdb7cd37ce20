import type { IsoDate, Minor } from '../country/index.ts'
import { type CodaRecord, dayAt, faultAt, field, signed } from './coda-record.ts'
import { referencesIn } from './references.ts'
import { NAME_MAX, REMITTANCE_MAX, type StatementTransaction } from './statement.ts'

/** Records 2.1 to 2.3 and 3.1 to 3.3 of one movement, put together. */
export interface CodaMovement {
  readonly sequence: string
  /** A part of a globalised movement, which stands in the account by itself. */
  readonly detail: boolean
  /** First digit of the transaction code: 1 to 3 globalised or with details, 5 to 9 a detail. */
  readonly type: string
  readonly family: string
  readonly operation: string
  readonly bankRef: string
  readonly amount: Minor
  readonly bookedOn: IsoDate
  /** The structured communication with its three digits of type, or nothing. */
  readonly structured?: string
  readonly communication: string
  /** What stands in the bank's own information records. */
  readonly information: string
  readonly customerReference: string
  readonly returnType: string
  readonly returnReason: string
  readonly account: string
  readonly name: string
}

/** All movements of a statement in the file's order. */
export function movementsOf(records: readonly CodaRecord[], currency: string): CodaMovement[] {
  const movements: CodaMovement[] = []
  for (const record of records) {
    const kind = field(record, 1, 2)
    if (kind === '21') movements.push(firstRecord(record, currency))
    else if (/^[23]/.test(kind)) {
      const last = movements.at(-1)
      if (!last || last.sequence !== field(record, 3, 6))
        throw faultAt(record, 'the record belongs to no movement before it')
      movements[movements.length - 1] = { ...last, ...furtherRecord(record, kind, last) }
    }
  }
  return movements
}

function firstRecord(record: CodaRecord, currency: string): CodaMovement {
  const isStructured = field(record, 62, 62) === '1'
  const bookedOn = dayAt(record, 116) ?? dayAt(record, 48)
  if (!bookedOn) throw faultAt(record, 'the movement has no day')
  return {
    sequence: field(record, 3, 6),
    detail: field(record, 7, 10) !== '0000',
    type: field(record, 54, 54),
    family: field(record, 55, 56),
    operation: field(record, 57, 58),
    bankRef: field(record, 11, 31).trim(),
    amount: signed(record, 32, 33, currency),
    bookedOn,
    ...(isStructured && { structured: field(record, 63, 115) }),
    communication: isStructured ? '' : field(record, 63, 115),
    information: '',
    customerReference: '',
    returnType: '',
    returnReason: '',
    account: '',
    name: '',
  }
}

function furtherRecord(record: CodaRecord, kind: string, before: CodaMovement): Partial<CodaMovement> {
  const more = (text: string): Partial<CodaMovement> =>
    before.structured === undefined
      ? { communication: before.communication + text }
      : { structured: before.structured + text }
  if (kind === '22')
    return {
      ...more(field(record, 11, 63)),
      customerReference: field(record, 64, 98).trim(),
      returnType: field(record, 113, 113).trim(),
      returnReason: field(record, 114, 117).trim(),
    }
  if (kind === '23')
    return {
      ...more(field(record, 83, 125)),
      // The account's currency may stand in the last three places.
      account: field(record, 11, 44).trim().split(/\s/)[0] ?? '',
      name: field(record, 48, 82).trim(),
    }
  if (kind === '31' && field(record, 40, 40) === '0')
    return { information: before.information + field(record, 41, 113) }
  if (kind === '32') return { information: before.information + field(record, 11, 115) }
  if (kind === '33') return { information: before.information + field(record, 11, 100) }
  return {}
}

/**
 * What the account was moved by: each movement, or its details where they make it up to the cent. A part of a part says more of
 * what it is in, and is not money of its own.
 */
export function transactionsOf(movements: readonly CodaMovement[]): StatementTransaction[] {
  const transactions: StatementTransaction[] = []
  for (let at = 0; at < movements.length; ) {
    const whole = movements[at] as CodaMovement
    let end = at + 1
    while (movements[end]?.detail && movements[end]?.sequence === whole.sequence) end++
    const details = movements.slice(at + 1, end).filter(({ type }) => type !== '9')
    const sum = details.reduce((total, { amount }) => total + amount, 0n)
    const parts = details.length > 0 && sum === whole.amount ? details : [whole]
    for (const [index, part] of parts.entries())
      if (part.amount !== 0n) transactions.push(transactionOf(part, whole, parts.length > 1 ? index + 1 : 0))
    at = end
  }
  return transactions
}

/** Families of credit transfers, and the operations by which one comes back or is put right. */
const TRANSFERS = new Set(['01', '02', '41'])
const COMES_BACK = new Set(['54'])
const PUTS_RIGHT = new Set(['49', '99'])

function transactionOf(part: CodaMovement, whole: CodaMovement, number: number): StatementTransaction {
  const { communication, information, structured, returnReason, customerReference, account, name } = part
  const reference = /^10[12](\d{12})/.exec(structured ?? '')?.[1]
  const free = [communication, information].map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean)
  const remittance = [reference, ...free].filter(Boolean).join(' ')
  const endToEndId = /^NOT ?PROVIDED$/.test(customerReference) ? '' : customerReference
  const base = whole.bankRef || `entry-${whole.sequence}`
  const reversal =
    /[1-5]/.test(part.returnType) ||
    PUTS_RIGHT.has(part.operation) ||
    (TRANSFERS.has(part.family) && COMES_BACK.has(part.operation))
  return {
    entryRef: number > 0 ? `${base}/${number}` : base,
    ...(whole.bankRef && { bankRef: whole.bankRef }),
    bookedOn: part.bookedOn,
    amount: part.amount,
    references: referencesIn([reference], free),
    reversal,
    ...(name && { counterpartyName: name.slice(0, NAME_MAX) }),
    ...(account && { counterpartyIban: account }),
    ...(remittance && { remittance: remittance.slice(0, REMITTANCE_MAX) }),
    // A payment file booked as one carries its own identification where a single payment carries its own.
    ...(endToEndId && { endToEndId, batchId: endToEndId }),
    ...(returnReason && { returnReason }),
  }
}
