/** The first thing that does not hold, by name. */
export interface BrokenLink {
  readonly what:
    | 'batch-missing'
    | 'batch-incomplete'
    | 'transaction-missing'
    | 'transaction-changed'
    | 'transaction-unbalanced'
    | 'entries-missing'
    | 'entries-orphaned'
    | 'balance-wrong'
    | 'fund-overdrawn'
    | 'seal-changed'
    | 'seal-missing'
  readonly officeId: string
  readonly batchId?: string
  readonly transactionId?: string
  readonly sealNo?: number
  readonly account?: string
  /** One English sentence: what was expected, what stands there. */
  readonly detail: string
}
