import { all, textAt, type XmlElement } from '../xml/index.ts'
import { bookedEntries, dayOf, readAccount, readDay, readEntry, readSigned } from './camt-entry.ts'
import { distinctRefs, type Statement, unreadable } from './statement.ts'

/**
 * A statement of a camt.053 message of any version, with its booked entries, batches taken apart where the bank tells their
 * parts. Pending entries are left out.
 *
 * @throws Problem `invalid-field` where it names no account, mixes currencies or does not add up.
 */
export function readStatement(stmt: XmlElement): Statement {
  const reference = textAt(stmt, 'Id') ?? ''
  const where = `statement ${reference}`
  if (!reference || reference.length > 100) throw unreadable('a statement has no identification', 'Stmt/Id')
  const iban = readAccount(stmt, where)
  const balances = readBalances(stmt, where)
  const currency = textAt(stmt, 'Acct', 'Ccy') ?? balances.currency
  if (currency !== balances.currency)
    throw unreadable(
      `${where} is of a ${currency} account but its balances are in ${balances.currency}`,
      'Stmt/Bal',
    )
  const transactions = distinctRefs(
    bookedEntries(stmt).flatMap((entry, index) => readEntry(entry, index, currency, where)),
  )
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
    kind: 'statement',
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
