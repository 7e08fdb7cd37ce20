import type { Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { currentOffice } from '../ledger/index.ts'
import { invalid } from '../problem/index.ts'
import type { FundFact } from './fund.ts'
import { guaranteeFund, listFunds } from './fund-store.ts'
import { type FundPosting, record } from './movements.ts'

/** Money that came in after its invoice was written off. `sourceId` is the receipt's match. */
export interface Recovery extends FundFact {
  readonly invoiceId: string
  readonly clientId: string
  /** Minor units that came in, positive. */
  readonly amount: Minor
  /** The value-added tax in it, due again because it had been relieved. */
  readonly vat?: Minor
  /** Where the money waits: at the bank (unless told), or among the receipts nobody could place. */
  readonly from?:
    | { readonly account: 'bank' }
    | { readonly account: 'unmatched-receipts'; readonly subject: string }
}

/** Gives the wage-guarantee fund what comes in after a write-off. Repeating it changes nothing. */
export async function recover(
  trx: Transaction,
  recoveries: readonly Recovery[],
): Promise<{ transactionIds: readonly string[] }> {
  const officeId = await currentOffice(trx)
  const funds = await listFunds(trx)
  const facts = recoveries.map((recovery, index) => {
    const vat = recovery.vat ?? 0n
    if (vat < 0n || recovery.amount <= vat)
      throw invalid(
        `recoveries[${index}].amount`,
        'What comes in is greater than zero and than the tax in it.',
      )
    return recoveryPosting(recovery, guaranteeFund(funds, recovery.currency).fundId)
  })
  return { transactionIds: await record(trx, officeId, facts) }
}

function recoveryPosting(recovery: Recovery, fundId: string): FundPosting {
  const { sourceId, invoiceId, clientId, currency, amount, vat = 0n, from = { account: 'bank' } } = recovery
  return {
    posting: {
      key: `recovery:${sourceId}`,
      kind: 'recovery',
      legalEntityId: recovery.legalEntityId,
      effectiveOn: recovery.effectiveOn,
      source: { kind: 'invoice', id: invoiceId },
      entries: [
        { ...from, currency, amount },
        ...(vat > 0n ? [{ account: 'vat-payable', subject: invoiceId, currency, amount: -vat }] : []),
        { account: 'fund-available', subject: fundId, currency, amount: vat - amount },
      ],
    },
    movements: [{ kind: 'recovery', fundId, amount: amount - vat, invoiceId, clientId }],
  }
}
