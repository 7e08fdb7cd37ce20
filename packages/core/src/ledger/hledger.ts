import { formatAmount } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import type { LedgerAccount } from './accounts.ts'
import { currentOffice } from './current-office.ts'
import { ledgerAccounts } from './reads.ts'
import { type StoredTransaction, transactionsAfter } from './stored.ts'

const PAGE = 2_000
const FIRST = '00000000-0000-0000-0000-000000000000'

/**
 * The whole ledger of the current office as a plain-text journal that hledger, ledger and beancount's importers read:
 * pages of text, in the order the transactions were recorded. An account is named `assets:400000 Clients`, its type first, so that
 * the other program's own statements come out; an amount is exact decimal text with its currency. hledger refuses a
 * transaction that does not sum to zero, which makes it a second opinion on every one of ours.
 */
export async function* hledgerJournal(trx: Transaction): AsyncGenerator<string> {
  const officeId = await currentOffice(trx)
  const accounts = new Map((await ledgerAccounts(trx)).map((account) => [account.account, account]))
  yield [...accounts.values()].map(accountDirective).join('')
  let after = FIRST
  for (;;) {
    const page = await transactionsAfter(trx, officeId, after, PAGE)
    const last = page.at(-1)
    if (!last) return
    yield page.map((transaction) => journalEntry(transaction, accounts)).join('')
    after = last.transactionId
  }
}

const TYPES = {
  asset: 'assets',
  liability: 'liabilities',
  equity: 'equity',
  income: 'income',
  expense: 'expenses',
} as const
const TYPE_LETTERS = { asset: 'A', liability: 'L', equity: 'E', income: 'R', expense: 'X' } as const

/** The name of an account in the journal. Two spaces would end it, a semicolon would start a comment. */
export function journalAccountName({ type, number, name, account }: LedgerAccount): string {
  return plain(`${TYPES[type]}:${number} ${name} (${account.replaceAll(':', '/')})`)
}

const accountDirective = (account: LedgerAccount) =>
  `account ${journalAccountName(account)}  ; type: ${TYPE_LETTERS[account.type]}\n`

function journalEntry(
  { transactionId, posting }: StoredTransaction,
  accounts: ReadonlyMap<string, LedgerAccount>,
): string {
  const head = `\n${posting.effectiveOn} (${transactionId}) ${plain(posting.kind)}${posting.description ? ` | ${plain(posting.description)}` : ''}\n`
  const lines = posting.entries.map(({ account, amount, currency }) => {
    const known = accounts.get(account)
    if (!known) throw new RangeError(`the account ${account} of transaction ${transactionId} is not open`)
    return `    ${journalAccountName(known)}  ${currency} ${formatAmount(amount)}\n`
  })
  return head + lines.join('')
}

const plain = (text: string): string => text.replace(/[;|\s]+/g, ' ').trim()
