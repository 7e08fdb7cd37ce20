import { textAt, type XmlElement } from '../xml/index.ts'
import { bookedEntries, dayOf, readAccount, readEntry, readSigned } from './camt-entry.ts'
import { distinctRefs, type Notification, unreadable } from './statement.ts'

/**
 * A notification of a camt.054 message of any version: single entries, booked ones only, and no balances. What it tells is
 * the statement's money too; the bank's reference of an entry says which.
 *
 * @throws Problem `invalid-field` where it names no account or mixes currencies.
 */
export function readNotification(message: XmlElement): Notification {
  const reference = textAt(message, 'Id') ?? ''
  const where = `notification ${reference}`
  if (!reference || reference.length > 100)
    throw unreadable('a notification has no identification', 'Ntfctn/Id')
  const iban = readAccount(message, where)
  const entries = bookedEntries(message)
  const currency = textAt(message, 'Acct', 'Ccy') ?? (entries[0] && readSigned(entries[0], where).currency)
  if (!currency) throw unreadable(`${where} holds no booked entry`, 'Ntfctn/Ntry')
  const transactions = distinctRefs(
    entries.flatMap((entry, index) => readEntry(entry, index, currency, where)),
  )
  const days = transactions.map(({ bookedOn }) => bookedOn).sort()
  const toOn = days.at(-1) ?? dayOf(textAt(message, 'CreDtTm'))
  if (!toOn) throw unreadable(`${where} has no date`, 'Ntfctn/CreDtTm')
  return {
    kind: 'notification',
    iban,
    reference,
    ...(days[0] && { fromOn: days[0] }),
    toOn,
    currency,
    transactions,
  }
}
