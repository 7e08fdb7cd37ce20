import { sql } from 'kysely'
import type { Json } from '../canonical/index.ts'
import type { OfficeContext } from '../context/index.ts'
import {
  CORE_VERSION,
  CURRENCY_DECIMALS,
  formatAmount,
  type IsoDate,
  isIsoDate,
  monthOf,
} from '../country/index.ts'
import {
  type Database,
  inOffice,
  lockInOffice,
  officeDirectory,
  type Transaction,
} from '../database/index.ts'
import { signAs } from '../federation/index.ts'
import { counterpartyOf } from '../intercompany/index.ts'
import { closePeriod, trialBalance, type Verification, verifyLedger } from '../ledger/index.ts'
import { enqueue, tryAgain } from '../outbox/index.ts'
import {
  insertPack,
  lastPack,
  latestPackPeriod,
  type Pack,
  type PackAccount,
  type PackContent,
  type PackIntercompany,
  packHash,
  packs,
  type SealedPack,
} from '../packs/index.ts'
import { conflict, invalid, notFound, refused } from '../problem/index.ts'
import { isLastMonth } from './books-left.ts'
import { type ChecklistItem, closeChecklist } from './checklist.ts'
import { packFunds } from './fund-figures.ts'
import { writeEvent } from './month-locks.ts'
import { monthPeople, monthStatistics } from './statistics.ts'

export interface ClosedMonth {
  readonly pack: Pack
  /** The month was closed before; this is its pack. */
  readonly alreadyClosed: boolean
  /** What the month was closed in spite of. */
  readonly warnings: readonly ChecklistItem[]
}

/**
 * Verifies the whole ledger, then closes a month and seals its pack (`sealMonth`). Two transactions: a ledger is read from
 * one snapshot, a month is closed on the latest state.
 *
 * @throws Problem `refused` when the ledger does not verify, naming the first broken link; else as `sealMonth`.
 */
export async function closeMonth(
  db: Database,
  context: OfficeContext,
  { period }: { period: string },
): Promise<ClosedMonth & { readonly verification: Verification }> {
  const { officeId } = context
  const verification = await inOffice(db, officeId, verifyLedger, { isolation: 'repeatable read' })
  if (verification.broken)
    throw refused('The ledger does not verify: nothing is closed before that is explained.', {
      broken: verification.broken as unknown as Record<string, unknown>,
    })
  const closed = await inOffice(db, officeId, (trx) => sealMonth(trx, context, { period }))
  return { ...closed, verification }
}

/**
 * Closes a month (`2026-10`): no posting enters it any more, and its pack, chained to the one before, goes into the outbox
 * for the group. Closing it again answers the same pack; closing it after it was reopened makes a pack that supersedes the
 * first, where the books say something else now. The pack of an office's last month says that it is the last (`isLastMonth`);
 * where something was booked after it, it is corrected first.
 *
 * @throws Problem `invalid-field` for a malformed or running month; `conflict` when a pay run of the month is not posted,
 *   an earlier month is open, or the office has reported its last month and nothing was booked since.
 */
export async function sealMonth(
  trx: Transaction,
  context: OfficeContext,
  { period }: { period: string },
): Promise<ClosedMonth> {
  const { officeId, today } = context
  const first: IsoDate = `${period}-01`
  if (!isIsoDate(first)) throw invalid('period', 'A month is written YYYY-MM, such as 2026-10.')
  if (today <= monthOf(first).to) throw invalid('period', `The month ${period} is not over yet.`)
  // Waits for whoever closes the same month, who then has made the pack.
  const { alreadyClosed } = await closePeriod(trx, first)
  const [existing] = await packs(trx, officeId, { period })
  if (existing && alreadyClosed) return { pack: existing, alreadyClosed, warnings: [] }
  const latest = await latestPackPeriod(trx, officeId)
  if (alreadyClosed && latest && latest > period)
    throw conflict(`The month ${period} was closed together with ${latest}: it has no pack of its own.`)
  const checklist = await closeChecklist(trx, context, first)
  const obstacle = checklist.find(({ blocks }) => blocks)
  if (obstacle)
    throw conflict(obstacle.detail, { checklist: checklist as unknown as Record<string, unknown>[] })
  if (!alreadyClosed) await writeEvent(trx, context, { period, kind: 'closed' })
  if (latest && latest < period) await goOnAfter(trx, context, latest)
  const closed = { alreadyClosed: false, warnings: checklist }
  const content = await packContent(trx, context, { period, ...(existing && { corrects: existing }) })
  if (!existing) return { pack: await sealPack(trx, context, content), ...closed }
  // The month was reopened: its pack waited, and is followed by one that says what has changed.
  await tryAgain(trx, officeId, 'pack')
  if (saysTheSame(content, existing.content)) return { pack: existing, ...closed }
  return { pack: await sealPack(trx, context, content), ...closed }
}

/**
 * Makes a closed month's pack again where what it is made of was put right since: an account under another group account,
 * a name. Its figures are the ledger's, which a closed month keeps; its counts of people stay those of the first pack, since
 * two versions side by side could give somebody away.
 *
 * @throws Problem `not-found` when the month has no pack, `conflict` when a new one would say the same.
 */
export async function correctPack(
  trx: Transaction,
  context: OfficeContext,
  { period }: { period: string },
): Promise<{ pack: Pack; supersedes: number }> {
  const { officeId } = context
  // As closing does, so that two packs never take one number.
  await lockInOffice(trx, officeId, 'periods')
  const [standing] = await packs(trx, officeId, { period })
  if (!standing) throw notFound(`pack of ${period}`)
  const content = await packContent(trx, context, { period, corrects: standing })
  if (saysTheSame(content, standing.content))
    throw conflict(`The pack of ${period} says already what the books say: there is nothing to correct.`)
  return { pack: await sealPack(trx, context, content), supersedes: standing.packNo }
}

/**
 * The office goes on after all: where its pack said that no other follows, one that says nothing of it takes its place.
 */
export async function takeBackLastPack(trx: Transaction, context: OfficeContext): Promise<void> {
  const { officeId } = context
  await lockInOffice(trx, officeId, 'periods')
  const last = await lastPack(trx, officeId)
  if (!last?.content.final) return
  const { final: _, ...content } = await packContent(trx, context, { period: last.period, corrects: last })
  await sealPack(trx, context, content)
}

/** A month follows one that may have been reported as the office's last. */
async function goOnAfter(trx: Transaction, context: OfficeContext, latest: string): Promise<void> {
  const { rows } = await sql`
    select from samen.ledger_balance
     where office_id = ${context.officeId} and month > ${`${latest}-01`}::date limit 1`.execute(trx)
  if (rows.length > 0) return takeBackLastPack(trx, context)
  if ((await lastPack(trx, context.officeId))?.content.final)
    throw conflict(
      `The office is being wound up, and ${latest} was reported as its last month: none follows it.`,
    )
}

/** Whether two packs differ in nothing but their place in the chain and the program that made them. */
function saysTheSame(one: PackContent, other: PackContent): boolean {
  const same = { packNo: 0, previousHash: null, supersedes: null, versions: { core: '', plugin: '' } }
  return packHash({ ...one, ...same }) === packHash({ ...other, ...same })
}

/** Signs a pack, writes it down and puts it on its way. */
async function sealPack(
  trx: Transaction,
  { officeId, id }: OfficeContext,
  content: PackContent,
): Promise<Pack> {
  const { packNo, period, previousHash } = content
  const pack = { packNo, period, content, hash: packHash(content), previousHash }
  await insertPack(trx, officeId, pack, await signAs(trx, officeId, content as unknown as Json, packNo))
  const message = { kind: 'pack', idempotencyKey: `pack:${packNo}`, payload: { packNo } } as const
  await enqueue(trx, officeId, [message], { id })
  return pack
}

async function packContent(
  trx: Transaction,
  { officeId, plugin }: OfficeContext,
  { period, corrects }: { period: string; corrects?: SealedPack },
): Promise<PackContent> {
  const office = (await officeDirectory(trx)).find((entry) => entry.officeId === officeId)
  if (!office) throw notFound('such office')
  const [last] = await packs(trx, officeId, { limit: 1 })
  const first: IsoDate = `${period}-01`
  const decimals = CURRENCY_DECIMALS[plugin.currency] ?? 2
  const accounts = await packAccounts(trx, first, plugin.currency, decimals)
  return {
    format: 'samen-pack-2',
    office: { slug: office.slug, name: office.name, country: office.country },
    period,
    packNo: (last?.packNo ?? 0) + 1,
    previousHash: last?.hash ?? null,
    supersedes: corrects?.packNo ?? null,
    versions: { core: CORE_VERSION, plugin: `${plugin.country} ${plugin.version}` },
    currency: plugin.currency,
    accounts,
    intercompany: packIntercompany(accounts),
    funds: await packFunds(trx, officeId, monthOf(first).to, decimals),
    statistics: corrects?.content.statistics ?? (await monthStatistics(trx, officeId, first, decimals)),
    people: corrects?.content.people ?? (await monthPeople(trx, officeId, first)),
    ...((await isLastMonth(trx, officeId, period)) && { final: true }),
  }
}

/** What stands on the accounts kept for one other office: `intercompany:fr`, `intercompany-income:fr`, `participation:fr`. */
const packIntercompany = (accounts: readonly PackAccount[]): PackIntercompany[] =>
  accounts.flatMap(({ account, closing }) => {
    const kept = counterpartyOf(account)
    return kept ? [{ counterparty: kept.counterparty, account, closing }] : []
  })

async function packAccounts(
  trx: Transaction,
  period: IsoDate,
  currency: string,
  decimals: number,
): Promise<PackAccount[]> {
  const month = new Map(
    (await trialBalance(trx, { period })).map((line) => [`${line.account} ${line.currency}`, line]),
  )
  const text = (amount: bigint) => formatAmount(amount, decimals)
  return (await trialBalance(trx, { upTo: period }))
    .map((line) => {
      if (line.currency !== currency)
        throw refused(`The books hold ${line.currency}; a pack of this version is in ${currency} alone.`)
      const { debit = 0n, credit = 0n } = month.get(`${line.account} ${line.currency}`) ?? {}
      const closing = line.debit - line.credit
      return {
        account: line.account,
        number: line.number,
        name: line.name,
        group: line.group,
        opening: text(closing - debit + credit),
        debit: text(debit),
        credit: text(credit),
        closing: text(closing),
      }
    })
    .sort((a, b) => (a.account < b.account ? -1 : 1))
}
