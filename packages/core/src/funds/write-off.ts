import type { Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { currentOffice, type Entry } from '../ledger/index.ts'
import { invalid } from '../problem/index.ts'
import type { FundFact } from './fund.ts'
import {
  availableOf,
  guaranteeFund,
  listFunds,
  lockFunds,
  lockOpenAdvances,
  settleAdvances,
} from './fund-store.ts'
import { type FundPosting, type Movement, record, recordedBefore } from './movements.ts'
import { movementOf, reduce, releaseEntries, repaymentMovements } from './repay.ts'
import { type OpenAdvance, splitWriteOff, type WriteOffSplit } from './settle.ts'

/** An invoice that will not be paid. `sourceId` is the write-off's. */
export interface WriteOff extends FundFact {
  readonly invoiceId: string
  readonly clientId: string
  readonly activityId: string
  /** The open amount with value-added tax, in minor units, positive. */
  readonly open: Minor
  /** The tax in it, which the state gives back. */
  readonly vat: Minor
  /** Unspent budget of the contract that the activity gives back; at most the open amount without tax. */
  readonly takenBack: Minor
}

export interface WriteOffResult {
  /** Borne by the funds, of that what had been advanced, and by nobody. Minor units. */
  readonly fundLoss: Minor
  readonly advancedLost: Minor
  readonly uncovered: Minor
}

/**
 * Writes off open invoices: tax relieved, unspent budget taken back, the rest a loss of the guarantee fund as far as it
 * has the money. No wage is touched. A write-off given before gets its old answer.
 *
 * @throws Problem `invalid-field` when tax and budget do not lie within the open amount.
 */
export async function writeOff(trx: Transaction, writeOffs: readonly WriteOff[]): Promise<WriteOffResult[]> {
  const officeId = await currentOffice(trx)
  const funds = await listFunds(trx)
  const advances = Map.groupBy(
    await lockOpenAdvances(trx, [...new Set(writeOffs.map(({ invoiceId }) => invoiceId))]),
    ({ invoiceId }) => invoiceId,
  )
  const guarantees = new Map(
    writeOffs.map(({ currency }) => [currency, guaranteeFund(funds, currency).fundId]),
  )
  await lockFunds(trx, guarantees.values())
  const available = await availableOf(trx, [...guarantees.values()])
  const before = await recordedBefore(trx, officeId, writeOffs.map(writeOffKey))

  const facts: FundPosting[] = []
  const results = writeOffs.map((item, index) => {
    const recorded = before.get(writeOffKey(item))
    if (recorded) return resultOf(item, recorded)
    const fundId = guarantees.get(item.currency) as string
    const open = advances.get(item.invoiceId) ?? []
    const split = splitOrRefuse(item, index, open, { fundId, available: available.get(fundId) ?? 0n })
    available.set(fundId, (available.get(fundId) ?? 0n) - split.lostFromAvailable + releasedTo(fundId, split))
    advances.set(item.invoiceId, reduce(reduce(open, split.lost), split.released))
    const fact = writeOffPosting(item, split, fundId)
    facts.push(fact)
    return resultOf(item, fact.movements)
  })
  await record(trx, officeId, facts)
  const movements = facts.flatMap((fact) => fact.movements)
  await settleAdvances(trx, 'lost', partsOf(movements, 'loss'))
  await settleAdvances(trx, 'repaid', partsOf(movements, 'repayment'))
  return results
}

/** What a write-off posts. Pure. */
export function writeOffPosting(item: WriteOff, split: WriteOffSplit, guaranteeId: string): FundPosting {
  const { currency, invoiceId, clientId, activityId } = item
  const entries: Entry[] = [
    { account: 'client-receivable', subject: clientId, currency, amount: -item.open },
    { account: 'vat-relief', subject: invoiceId, currency, amount: split.vat },
    { account: 'activity-budget', subject: activityId, currency, amount: split.takenBack },
    ...split.lost.map(({ advance, amount }) => ({
      account: 'fund-advanced',
      subject: advance.fundId,
      currency,
      amount,
    })),
    ...releaseEntries(split.released, currency),
    { account: 'fund-available', subject: guaranteeId, currency, amount: split.lostFromAvailable },
    { account: 'uncovered-loss', subject: invoiceId, currency, amount: split.uncovered },
  ]
  const lost = split.lost.map(({ advance, amount }) => movementOf('loss', advance, amount))
  const fromAvailable: Movement[] =
    split.lostFromAvailable > 0n
      ? [{ kind: 'loss', fundId: guaranteeId, amount: split.lostFromAvailable, invoiceId, clientId }]
      : []
  return {
    posting: {
      key: writeOffKey(item),
      kind: 'write-off',
      legalEntityId: item.legalEntityId,
      effectiveOn: item.effectiveOn,
      source: { kind: 'invoice', id: invoiceId },
      entries: entries.filter(({ amount }) => amount !== 0n),
    },
    movements: [...lost, ...fromAvailable, ...repaymentMovements(split.released)],
  }
}

const writeOffKey = ({ sourceId }: WriteOff): string => `write-off:${sourceId}`

function splitOrRefuse(
  item: WriteOff,
  index: number,
  advances: readonly OpenAdvance[],
  guarantee: { fundId: string; available: Minor },
): WriteOffSplit {
  if (item.open <= 0n) throw invalid(`writeOffs[${index}].open`, 'The open amount is greater than zero.')
  try {
    return splitWriteOff(item, advances, guarantee)
  } catch (error) {
    if (error instanceof RangeError) throw invalid(`writeOffs[${index}]`, `${error.message}.`)
    throw error
  }
}

const releasedTo = (fundId: string, { released }: WriteOffSplit): Minor =>
  released.reduce((sum, { advance, amount }) => (advance.fundId === fundId ? sum + amount : sum), 0n)

function partsOf(movements: readonly Movement[], kind: Movement['kind']) {
  return movements.flatMap((movement) =>
    movement.kind === kind && movement.advanceId
      ? [{ advanceId: movement.advanceId, amount: movement.amount }]
      : [],
  )
}

function resultOf(item: WriteOff, movements: readonly Movement[]): WriteOffResult {
  let [fundLoss, advancedLost] = [0n, 0n]
  for (const { kind, amount, advanceId } of movements) {
    if (kind !== 'loss') continue
    fundLoss += amount
    if (advanceId) advancedLost += amount
  }
  return { fundLoss, advancedLost, uncovered: item.open - item.vat - item.takenBack - fundLoss }
}
