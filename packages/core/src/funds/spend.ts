import type { Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { currentOffice } from '../ledger/index.ts'
import { invalid, notFound } from '../problem/index.ts'
import type { FundFact } from './fund.ts'
import { listFunds, lockFunds } from './fund-store.ts'
import { record } from './movements.ts'

/** Money a fund is there to spend: a course, a tool, a grant. */
export interface Spending extends FundFact {
  readonly fundId: string
  /** Minor units, positive. */
  readonly amount: Minor
  /** The account that receives it: `bank`, or what the office owes to whom. */
  readonly to: { readonly account: string; readonly subject?: string }
  readonly description?: string
}

/** Money that one fund gives to another of the same currency. */
export interface Transfer extends FundFact {
  readonly fromFundId: string
  readonly toFundId: string
  /** Minor units, positive. */
  readonly amount: Minor
  readonly description?: string
}

/** Spends from a fund, once per source. @throws Problem `refused` when the fund does not have that much available. */
export async function spend(trx: Transaction, { fundId, to, ...spending }: Spending): Promise<void> {
  const { currency, amount, sourceId } = spending
  if (amount <= 0n) throw invalid('amount', 'A spending is greater than zero.')
  const officeId = await currentOffice(trx)
  await demandFunds(trx, currency, [fundId])
  await lockFunds(trx, [fundId])
  await record(trx, officeId, [
    {
      posting: {
        key: `fund-spending:${sourceId}`,
        kind: 'fund-spending',
        ...bookOf(spending),
        entries: [
          { account: 'fund-available', subject: fundId, currency, amount },
          { ...to, currency, amount: -amount },
        ],
      },
      movements: [{ kind: 'spending', fundId, amount }],
    },
  ])
}

/** Moves money between funds, once per source. @throws Problem `refused` when the giving fund does not have that much available. */
export async function transfer(
  trx: Transaction,
  { fromFundId, toFundId, ...given }: Transfer,
): Promise<void> {
  const { currency, amount, sourceId } = given
  if (amount <= 0n || fromFundId === toFundId)
    throw invalid('amount', 'A transfer is greater than zero and goes to another fund.')
  const officeId = await currentOffice(trx)
  await demandFunds(trx, currency, [fromFundId, toFundId])
  await lockFunds(trx, [fromFundId])
  await record(trx, officeId, [
    {
      posting: {
        key: `fund-transfer:${sourceId}`,
        kind: 'fund-transfer',
        ...bookOf(given),
        entries: [
          { account: 'fund-available', subject: fromFundId, currency, amount },
          { account: 'fund-available', subject: toFundId, currency, amount: -amount },
        ],
      },
      movements: [
        { kind: 'transfer', fundId: fromFundId, amount: -amount },
        { kind: 'transfer', fundId: toFundId, amount },
      ],
    },
  ])
}

async function demandFunds(trx: Transaction, currency: string, fundIds: readonly string[]): Promise<void> {
  const funds = await listFunds(trx)
  for (const id of fundIds)
    if (!funds.some((fund) => fund.fundId === id && fund.currency === currency))
      throw notFound(`such fund in ${currency}`)
}

const bookOf = ({ legalEntityId, effectiveOn, description }: FundFact & { description?: string }) => ({
  legalEntityId,
  effectiveOn,
  ...(description ? { description } : {}),
})
