import type { z } from 'zod'
import type { Json } from '../canonical/index.ts'
import { GROUP_CHART, rate } from '../country/index.ts'
import {
  type Database,
  inOffice,
  lockInOffice,
  officeDirectory,
  type Transaction,
} from '../database/index.ts'
import {
  followKeys,
  isSignedBy,
  keyForPack,
  learnKeys,
  memberOffice,
  ownKeyChain,
  signAs,
} from '../federation/index.ts'
import { invalid, Problem } from '../problem/index.ts'
import { isGroupPeriodClosed } from './group-periods.ts'
import { type PackContent, packHash } from './pack.ts'
import { type PackDelivery, packDelivery } from './pack-schema.ts'
import type { Receipt, SignedReceipt } from './receipt.ts'
import { insertReceived, lastReceived, type ReceivedPack, standingPack } from './received-packs.ts'
import { recordRefusal } from './refusals.ts'

/**
 * The group takes a pack in, or says why not; from an office on the same server as from one beyond the network. A pack it
 * has already changes nothing and gets the receipt it got. A refusal of a known office's pack is kept for the group to see.
 *
 * @throws Problem `invalid-field` for what is no pack; `office-unknown`, `office-left`; `pack-signature`, `pack-gap`,
 *   `pack-fork`, `pack-replay`, `pack-final`, `pack-period-closed`, `pack-unmapped-account`, `pack-unbalanced`, `pack-history`.
 */
export async function receiveDelivery(
  db: Database,
  groupOfficeId: string,
  offered: unknown,
): Promise<SignedReceipt & { isNew: boolean }> {
  const delivery = readDelivery(offered)
  try {
    return await inOffice(db, groupOfficeId, (trx) => receivePack(trx, groupOfficeId, delivery))
  } catch (error) {
    if (error instanceof Problem && error.type.startsWith('pack-'))
      await inOffice(db, groupOfficeId, (trx) => recordRefusal(trx, groupOfficeId, delivery, error))
    throw error
  }
}

function readDelivery(offered: unknown): PackDelivery {
  const read = packDelivery.safeParse(offered)
  if (read.success) return read.data
  const [issue] = read.error.issues as [z.core.$ZodIssue]
  throw invalid(issue.path.join('.'), `This is not a pack: ${issue.message}.`)
}

async function receivePack(
  trx: Transaction,
  groupOfficeId: string,
  delivery: PackDelivery,
): Promise<SignedReceipt & { isNew: boolean }> {
  const { content, hash } = delivery
  const { slug } = content.office
  await lockInOffice(trx, groupOfficeId, `pack ${slug}`)
  const last = await lastReceived(trx, groupOfficeId, slug, content.packNo)
  await checkSignature(trx, groupOfficeId, delivery, last)
  if (last?.packNo === content.packNo) {
    if (last.hash !== hash)
      throw new Problem('pack-fork', `Pack ${content.packNo} of ${slug} was received with other content.`, {
        extra: { received: last.hash, offered: hash },
      })
    return { ...(await receiptFor(trx, groupOfficeId, last)), isNew: false }
  }
  checkChain(content, last)
  await checkMonth(trx, groupOfficeId, content)
  checkAccounts(content)
  checkHistory(content, await standingPack(trx, groupOfficeId, slug, beforeMonth(content.period)))
  await insertReceived(trx, groupOfficeId, { content, hash }, delivery)
  const received = (await lastReceived(trx, groupOfficeId, slug, content.packNo)) as ReceivedPack
  return { ...(await receiptFor(trx, groupOfficeId, received)), isNew: true }
}

/** Who sent it: the hash is the content's, the signature the office's, by the key that signs packs of that number. */
async function checkSignature(
  trx: Transaction,
  groupOfficeId: string,
  { content, hash, keyNo, signature, keys }: PackDelivery,
  last: ReceivedPack | undefined,
): Promise<void> {
  const { slug } = content.office
  const member = await memberOffice(trx, groupOfficeId, slug)
  const wrong = (why: string) => new Problem('pack-signature', `Pack ${content.packNo} of ${slug}: ${why}`)
  if (packHash(content) !== hash) throw wrong('the content is not the one its hash was made of.')
  const fresh = followKeys(slug, member.keys, keys)
  if (!fresh) throw wrong('it comes with a key that none of the keys known here announced.')
  if (fresh.some(({ fromPack }) => fromPack <= (last?.packNo ?? 0)))
    throw wrong('it comes with a key for packs that have been received already.')
  const key = keyForPack([...member.keys, ...fresh], content.packNo)
  if (!key || key.keyNo !== keyNo) throw wrong(`key ${keyNo} does not sign packs of that number.`)
  if (!isSignedBy(content as unknown as Json, signature, Buffer.from(key.publicKey, 'base64')))
    throw wrong('the signature is not made by its key over its content.')
  await learnKeys(trx, groupOfficeId, slug, fresh)
}

function checkChain({ packNo, previousHash, office: { slug } }: PackContent, last: ReceivedPack | undefined) {
  const expected = (last?.packNo ?? 0) + 1
  if (packNo !== expected)
    throw new Problem('pack-gap', `Pack ${packNo} of ${slug} came, but pack ${expected} has not.`, {
      extra: { expected },
    })
  if (previousHash !== (last?.hash ?? null))
    throw new Problem(
      'pack-fork',
      `Pack ${packNo} of ${slug} does not follow the pack ${expected - 1} received.`,
      {
        extra: { received: last?.hash ?? null, named: previousHash },
      },
    )
}

/**
 * A month is reported once, in order, before the group closes it. A correction names what it corrects; it is taken after the
 * close too, and then restates the month: the figures as closed are kept beside.
 */
async function checkMonth(trx: Transaction, groupOfficeId: string, content: PackContent): Promise<void> {
  const { packNo, period, supersedes, office } = content
  const which = `Pack ${packNo} of ${office.slug}`
  const latest = await standingPack(trx, groupOfficeId, office.slug, '9999-12')
  if (latest?.content.final && latest.period < period)
    throw new Problem(
      'pack-final',
      `${which} is of ${period}, but the office was wound up: ${latest.period} was its last month.`,
      { extra: { lastPeriod: latest.period } },
    )
  if (content.final && latest && latest.period > period)
    throw new Problem(
      'pack-final',
      `${which} says that ${period} is the office’s last month, but ${latest.period} has been reported.`,
      { extra: { lastPeriod: latest.period } },
    )
  if (supersedes === null && (await isGroupPeriodClosed(trx, groupOfficeId, period)))
    throw new Problem('pack-period-closed', `${which} is of ${period}, which the group has closed.`)
  if (supersedes === null) {
    if (latest && latest.period >= period)
      throw new Problem(
        'pack-replay',
        `${which} is of ${period}, not after ${latest.period}: that was reported before.`,
      )
    return
  }
  const corrected = await standingPack(trx, groupOfficeId, office.slug, period)
  if (corrected?.period !== period || corrected.packNo !== supersedes)
    throw new Problem(
      'pack-replay',
      `${which} corrects pack ${supersedes}, which does not stand for ${period}.`,
    )
}

function checkAccounts({ packNo, accounts, office: { slug } }: PackContent): void {
  const unmapped = accounts.find(({ group }) => !Object.hasOwn(GROUP_CHART, group))
  if (unmapped)
    throw new Problem(
      'pack-unmapped-account',
      `Pack ${packNo} of ${slug}: the account ${unmapped.number} ${unmapped.name} is mapped to ${unmapped.group}, which the group chart does not have.`,
      { extra: { account: unmapped.account, group: unmapped.group } },
    )
  const lopsided = accounts.find(
    ({ opening, debit, credit, closing }) => cents(opening) + cents(debit) - cents(credit) !== cents(closing),
  )
  if (lopsided)
    throw new Problem('pack-unbalanced', `Pack ${packNo} of ${slug}: ${lopsided.account} does not add up.`)
  for (const column of ['opening', 'closing'] as const)
    if (accounts.reduce((sum, account) => sum + cents(account[column]), 0n) !== 0n)
      throw new Problem('pack-unbalanced', `Pack ${packNo} of ${slug}: its accounts do not sum to zero.`)
}

/** A month begins where the last one reported ended, account by account. */
function checkHistory(content: PackContent, before: ReceivedPack | undefined): void {
  if (!before) return
  const ended = new Map(before.content.accounts.map(({ account, closing }) => [account, closing]))
  const began = new Map(content.accounts.map(({ account, opening }) => [account, opening]))
  for (const account of new Set([...ended.keys(), ...began.keys()]))
    if (cents(ended.get(account) ?? '0') !== cents(began.get(account) ?? '0'))
      throw new Problem(
        'pack-history',
        `Pack ${content.packNo} of ${content.office.slug}: ${account} begins with ${began.get(account) ?? '0.00'}, but ended ${before.period} with ${ended.get(account) ?? '0.00'}.`,
        { extra: { account } },
      )
}

/** All amounts here are texts of two decimals. */
const cents = (amount: string): bigint => {
  const { numerator, denominator } = rate(amount)
  return (numerator * 100n) / denominator
}

function beforeMonth(period: string): string {
  const [year = 0, month = 0] = period.split('-').map(Number)
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}

async function receiptFor(
  trx: Transaction,
  groupOfficeId: string,
  { office, packNo, period, hash, receivedAt }: ReceivedPack,
): Promise<SignedReceipt> {
  const group = (await officeDirectory(trx)).find(({ officeId }) => officeId === groupOfficeId)
  const receipt: Receipt = {
    format: 'samen-receipt-1',
    group: group?.slug ?? '',
    office,
    packNo,
    period,
    hash,
    receivedAt: receivedAt.toISOString(),
  }
  const signed = await signAs(trx, groupOfficeId, receipt as unknown as Json)
  return { receipt, ...signed, keys: await ownKeyChain(trx, groupOfficeId) }
}
