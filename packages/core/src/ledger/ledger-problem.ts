import { conflict, notFound, refused } from '../problem/index.ts'

interface DatabaseError {
  readonly code?: unknown
  readonly constraint?: unknown
  readonly detail?: unknown
}

/** Whether the database refused for this constraint. */
export const violated = (error: unknown, constraint: string): boolean =>
  (error as DatabaseError | null)?.constraint === constraint

/** The database's refusal as the problem it is; any other error comes back as it was. */
export function asProblem(error: unknown): unknown {
  const { constraint, detail } = (error ?? {}) as DatabaseError
  switch (constraint) {
    case 'ledger_period_open':
      return conflict(
        `The month ${detail} is closed, or locked for all but corrections: post into an open month, or reopen it first.`,
        { period: detail },
      )
    case 'ledger_periods_close_in_order':
      return conflict(`The month ${detail} is still open: months close in order.`, { period: detail })
    case 'ledger_fund_not_overdrawn':
      return refused('The fund does not have that much available.', { fundId: detail })
    case 'ledger_account_exists':
      return notFound('such account in the books of this office')
    case 'ledger_transaction_reversed_once':
      return conflict('The transaction was reversed before.')
    default:
      return error
  }
}
