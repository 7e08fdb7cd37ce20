import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson, type Json } from '../../src/canonical/index.ts'
import { inOffice } from '../../src/database/index.ts'
import {
  isSignedBy,
  type KeyAnnouncement,
  keyStatement,
  makeKeyPair,
  partWith,
  signDocument,
} from '../../src/federation/index.ts'
import { openOffice } from '../../src/offices/index.ts'
import {
  askGroupReopening,
  closeGroupPeriod,
  decideGroupReopening,
  groupReopenings,
  isGroupPeriodClosed,
  type PackAccount,
  packHash,
  packRefusals,
  receiveDelivery,
  receivedPacks,
} from '../../src/packs/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { PackSender } from '../support/pack-sender.ts'
import { testland } from '../support/test-country.ts'

let database: TestDatabase
let group: string
beforeAll(async () => {
  database = await testDatabase()
  const opened = await openOffice(database.db, testland, {
    slug: 'group',
    name: 'Group',
    role: 'group',
    legalEntities: [],
  })
  group = opened.officeId
})
afterAll(() => database.drop())

const inGroup = <T>(work: Parameters<typeof inOffice<T>>[2]) => inOffice(database.db, group, work)
const refusalsOf = async (slug: string) =>
  (await inGroup((trx) => packRefusals(trx, group))).filter(({ office }) => office === slug)

async function paired(slug: string): Promise<PackSender> {
  const office = new PackSender(slug)
  await office.pair(database.db, group)
  return office
}

const line = (account: string, of: string, opening: string, debit: string, credit: string, closing: string) =>
  ({ account, number: '1', name: account, group: of, opening, debit, credit, closing }) satisfies PackAccount
const january = [
  line('bank', 'G1100', '0.00', '100.00', '0.00', '100.00'),
  line('turnover', 'G4100', '0.00', '0.00', '100.00', '-100.00'),
]
const february = [
  line('bank', 'G1100', '100.00', '0.00', '0.00', '100.00'),
  line('turnover', 'G4100', '-100.00', '0.00', '0.00', '-100.00'),
]

test('a pack is taken in once, and its receipt says so by the group’s key, the same each time it is asked for', async () => {
  const office = await paired('aa')
  const { envelope, isNew, ...first } = await office.send(database.db, group, { accounts: january })
  expect(isNew).toBe(true)
  expect(first.receipt).toMatchObject({ group: 'group', office: 'aa', packNo: 1, hash: envelope.hash })
  const key = Buffer.from(first.keys[0]?.publicKey as string, 'base64')
  expect(isSignedBy(first.receipt as unknown as Json, first.signature, key)).toBe(true)
  expect(await receiveDelivery(database.db, group, envelope)).toEqual({ ...first, isNew: false })
})

describe('each fault has its own name, changes nothing, and is kept for the group to see', () => {
  const refusedAs = async (office: PackSender, work: Promise<unknown>, type: string) => {
    await expect(work).rejects.toMatchObject({ type })
    expect((await refusalsOf(office.slug)).map(({ problem }) => problem)).toContain(type)
  }
  let office: PackSender
  beforeAll(async () => {
    office = await paired('bb')
    await office.send(database.db, group, { accounts: january })
  })
  const send = (changes: Parameters<PackSender['content']>[0]) =>
    receiveDelivery(
      database.db,
      group,
      office.envelope(office.content({ period: '2026-02', accounts: february, ...changes })),
    )

  test('a gap', () => refusedAs(office, send({ packNo: 3, previousHash: 'ab'.repeat(32) }), 'pack-gap'))
  test('a fork: another pack under a number that was taken', () =>
    refusedAs(office, send({ packNo: 1, previousHash: null, period: '2026-01' }), 'pack-fork'))
  test('a fork: a pack that follows another one than was received', () =>
    refusedAs(office, send({ previousHash: 'ab'.repeat(32) }), 'pack-fork'))
  test('a replay: a month reported a second time under a new number', () =>
    refusedAs(office, send({ period: '2026-01' }), 'pack-replay'))
  test('a correction of a pack that does not stand', () =>
    refusedAs(office, send({ period: '2026-01', supersedes: 7 }), 'pack-replay'))
  test('an account that has no place in the group chart', () =>
    refusedAs(
      office,
      send({ accounts: [...february, line('gold', 'G9999', '0.00', '0.00', '0.00', '0.00')] }),
      'pack-unmapped-account',
    ))
  test('accounts that do not sum to zero, or not up', async () => {
    const [bank, turnover] = february as [PackAccount, PackAccount]
    const wrong = { ...bank, debit: '1.00', closing: '101.00' }
    await refusedAs(office, send({ accounts: [wrong, turnover] }), 'pack-unbalanced')
    await refusedAs(office, send({ accounts: [{ ...bank, debit: '1.00' }, turnover] }), 'pack-unbalanced')
  })
  test('history written anew: a month that does not begin where the last one ended', () => {
    const other = [
      line('bank', 'G1100', '90.00', '0.00', '0.00', '90.00'),
      line('turnover', 'G4100', '-90.00', '0.00', '0.00', '-90.00'),
    ]
    return refusedAs(office, send({ accounts: other }), 'pack-history')
  })
  test('a signature by another key', async () => {
    const stranger = new PackSender('bb')
    const content = office.content({ period: '2026-02', accounts: february })
    const forged = { ...stranger.envelope(content), keys: office.announcements() }
    await refusedAs(office, receiveDelivery(database.db, group, forged), 'pack-signature')
    await refusedAs(office, receiveDelivery(database.db, group, stranger.envelope(content)), 'pack-signature')
  })
  test('a month after the last of an office that was wound up, and a last month before another', async () => {
    const ended = await paired('ww')
    await ended.send(database.db, group, { accounts: january })
    const second = { period: '2026-02', accounts: february }
    await ended.send(database.db, group, { ...second, final: true })
    const next = { period: '2026-03', accounts: february }
    await refusedAs(ended, ended.send(database.db, group, next), 'pack-final')
    // An earlier month can still be corrected, but is not the last; the last one can, and say that another follows.
    const corrected = { accounts: january, supersedes: 1 }
    await refusedAs(ended, ended.send(database.db, group, { ...corrected, final: true }), 'pack-final')
    await ended.send(database.db, group, corrected)
    await ended.send(database.db, group, { ...second, supersedes: 2 })
    await ended.send(database.db, group, next)
  })
  test('an office nobody paired, and one that has left', async () => {
    const stranger = new PackSender('zz')
    await expect(stranger.send(database.db, group, { accounts: january })).rejects.toMatchObject({
      type: 'office-unknown',
    })
    expect(await refusalsOf('zz')).toEqual([])
    const leaver = await paired('cc')
    await leaver.send(database.db, group, { accounts: january })
    await inGroup((trx) => partWith(trx, group, 'cc'))
    await expect(
      leaver.send(database.db, group, { period: '2026-02', accounts: february }),
    ).rejects.toMatchObject({ type: 'office-left' })
  })
  test('what is no pack names its first wrong member; nothing but what a pack may hold is taken', async () => {
    const envelope = office.envelope(office.content({ period: '2026-02', accounts: february }))
    await expect(receiveDelivery(database.db, group, {})).rejects.toMatchObject({ type: 'invalid-field' })
    const content = { ...envelope.content, people: { ...envelope.content.people, names: ['Ada'] } }
    await expect(receiveDelivery(database.db, group, { ...envelope, content })).rejects.toMatchObject({
      type: 'invalid-field',
      field: 'content.people',
    })
    await expect(
      receiveDelivery(database.db, group, {
        ...envelope,
        content: { ...envelope.content, format: 'samen-pack-1' },
      }),
    ).rejects.toMatchObject({ field: 'content.format' })
  })
  test('after all that the good pack is still welcome, and the same refusal is kept once', async () => {
    const before = await refusalsOf('bb')
    await expect(send({ packNo: 3, previousHash: 'ab'.repeat(32) })).rejects.toThrow('pack 2 has not')
    expect(await refusalsOf('bb')).toHaveLength(before.length)
    await office.send(database.db, group, { period: '2026-02', accounts: february })
    expect(await inGroup((trx) => receivedPacks(trx, group, { office: 'bb' }))).toHaveLength(2)
  })
})

test('a corrected pack answers for its month, and the one it corrects stays to be seen', async () => {
  const office = await paired('dd')
  await office.send(database.db, group, { accounts: january })
  await office.send(database.db, group, { period: '2026-02', accounts: february })
  const mapped = january.map((account) =>
    account.account === 'bank' ? { ...account, group: 'G1290' } : account,
  )
  await office.send(database.db, group, { accounts: mapped, supersedes: 1 })
  const standing = await inGroup((trx) => receivedPacks(trx, group, { period: '2026-01', office: 'dd' }))
  expect(standing.map(({ packNo, supersedes }) => ({ packNo, supersedes }))).toEqual([
    { packNo: 3, supersedes: 1 },
  ])
  expect(await inGroup((trx) => receivedPacks(trx, group, { office: 'dd' }))).toHaveLength(3)
  await expect(office.send(database.db, group, { accounts: january, supersedes: 1 })).rejects.toMatchObject({
    type: 'pack-replay',
  })
  await office.send(database.db, group, { accounts: january, supersedes: 3 })
})

test('the rollup holds the accounts of every pack received, line by line, and none that was refused', async () => {
  const [rolled, sent] = await inGroup(async (trx) => {
    const columns = sql`pack_no, period, account, number, name, opening::text, closing::text`
    const { rows } =
      await sql`select from_office, group_account as "group", ${columns} from received_account`.execute(trx)
    const { rows: packs } = await sql`
      select r.from_office, a."group", ${columns}
        from received_pack r, jsonb_to_recordset(r.content -> 'accounts')
             as a (account text, number text, name text, "group" text, opening text, closing text)`.execute(
      trx,
    )
    const texts = (lines: readonly unknown[]) => lines.map((line) => JSON.stringify(line)).sort()
    return [texts(rows), texts(packs)]
  })
  expect(rolled.length).toBeGreaterThan(10)
  expect(rolled).toEqual(sent)
})

describe('keys rotate', () => {
  const rotated = (office: PackSender, by = office.keys.at(-1)) => {
    const { publicKey, privateKey } = makeKeyPair()
    const key = {
      keyNo: office.keys.length + 1,
      publicKey: publicKey.toString('base64'),
      fromPack: office.packNo + 1,
    }
    const signature = signDocument(keyStatement(office.slug, key), (by as { privateKey: Buffer }).privateKey)
    return { ...key, signature, privateKey } satisfies KeyAnnouncement & { privateKey: Buffer }
  }

  test('a new key is known by the signature of the old one, which from then on signs nothing', async () => {
    const office = await paired('ee')
    await office.send(database.db, group, { accounts: january })
    const old = office.keys[0] as (typeof office.keys)[0]
    office.keys.push(rotated(office))
    const content = office.content({ period: '2026-02', accounts: february })
    const byOld = {
      ...office.envelope(content),
      keyNo: 1,
      signature: signDocument(content as unknown as Json, old.privateKey),
    }
    await expect(receiveDelivery(database.db, group, byOld)).rejects.toMatchObject({ type: 'pack-signature' })
    await office.send(database.db, group, { period: '2026-02', accounts: february })
    expect(office.packNo).toBe(2)
  })

  test('a key that the old one did not announce is refused, and so is one for packs of the past', async () => {
    const office = await paired('ff')
    await office.send(database.db, group, { accounts: january })
    const { publicKey, privateKey } = makeKeyPair()
    const stranger = {
      keyNo: 1,
      publicKey: publicKey.toString('base64'),
      fromPack: 1,
      signature: null,
      privateKey,
    }
    office.keys.push(rotated(office, stranger))
    await expect(
      office.send(database.db, group, { period: '2026-02', accounts: february }),
    ).rejects.toMatchObject({ type: 'pack-signature' })
    office.keys.pop()
    const past = new PackSender('ff')
    past.keys[0] = office.keys[0] as (typeof office.keys)[0]
    await office.send(database.db, group, { period: '2026-02', accounts: february })
    past.packNo = 1
    office.keys.push(rotated(past))
    await expect(
      office.send(database.db, group, { period: '2026-03', accounts: february }),
    ).rejects.toMatchObject({ type: 'pack-signature' })
  })
})

test('tampering with any byte of a pack or its signature is noticed', () => {
  const office = new PackSender('hh')
  const content = office.content({ accounts: january })
  const { signature, hash } = office.envelope(content)
  const publicKey = Buffer.from(office.keys[0]?.publicKey as string, 'base64')
  const text = canonicalJson(content as unknown as Json)
  expect(isSignedBy(JSON.parse(text), signature, publicKey)).toBe(true)
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 127 }), (at, flip) => {
      const bytes = Buffer.from(text)
      bytes[at] = (bytes[at] as number) ^ flip
      let tampered: Json
      try {
        tampered = JSON.parse(bytes.toString())
      } catch {
        return
      }
      // Another spelling of the same document is the same document.
      if (canonicalJson(tampered) === text) return
      expect(isSignedBy(tampered, signature, publicKey)).toBe(false)
      expect(packHash(tampered as never)).not.toBe(hash)
    }),
    { numRuns: 500 },
  )
  fc.assert(
    fc.property(fc.nat(signature.length - 1), fc.constantFrom(...'ABCZaz09+/='), (at, letter) => {
      const other = signature.slice(0, at) + letter + signature.slice(at + 1)
      expect(isSignedBy(content as unknown as Json, other, publicKey)).toBe(other === signature)
    }),
  )
})

test('a month the group has closed takes no first pack, but a correction; it closes when all have reported', async () => {
  const opened = await openOffice(database.db, testland, {
    slug: 'second',
    name: 'Second',
    role: 'group',
    legalEntities: [],
  })
  const second = opened.officeId
  const office = new PackSender('gg')
  await office.pair(database.db, second)
  const close = (period: string) =>
    inOffice(database.db, second, (trx) => closeGroupPeriod(trx, second, { period, by: 'greta' }))
  await expect(close('2026-01')).rejects.toMatchObject({ type: 'conflict', extra: { missing: ['gg'] } })
  await office.send(database.db, second, { accounts: january })
  expect(await close('2026-01')).toEqual({ alreadyClosed: false })
  expect(await close('2026-01')).toEqual({ alreadyClosed: true })
  const late = new PackSender('hh')
  await late.pair(database.db, second)
  await expect(late.send(database.db, second, { accounts: january })).rejects.toMatchObject({
    type: 'pack-period-closed',
  })
  await office.send(database.db, second, { accounts: january, supersedes: 1 })
  await office.send(database.db, second, { period: '2026-02', accounts: february })
})

test('a closed month opens again when a second person of the group says so, takes the late pack, and closes again', async () => {
  const opened = await openOffice(database.db, testland, {
    slug: 'third',
    name: 'Third',
    role: 'group',
    legalEntities: [],
  })
  const third = opened.officeId
  const inThird = <T>(work: Parameters<typeof inOffice<T>>[2]) => inOffice(database.db, third, work)
  const close = (period: string) => inThird((trx) => closeGroupPeriod(trx, third, { period, by: 'greta' }))
  const closed = (period: string) => inThird((trx) => isGroupPeriodClosed(trx, third, period))
  const ask = (period: string, reason = 'The auditor found a loan') =>
    inThird((trx) => askGroupReopening(trx, third, { period, reason, by: 'greta' }))
  const decide = (groupReopeningId: string, decision: 'confirmed' | 'withdrawn', by: string) =>
    inThird((trx) => decideGroupReopening(trx, third, { groupReopeningId, decision, by }))
  const [early, late] = [new PackSender('kk'), new PackSender('ll')]
  await early.pair(database.db, third)
  await early.send(database.db, third, { accounts: january })
  await early.send(database.db, third, { period: '2026-02', accounts: february })
  await expect(ask('2026-01')).rejects.toThrow('is open')
  await close('2026-01')
  await close('2026-02')
  await late.pair(database.db, third)
  const sendLate = () => late.send(database.db, third, { accounts: january })
  await expect(sendLate()).rejects.toMatchObject({ type: 'pack-period-closed' })

  await expect(ask('2026-01', ' ')).rejects.toMatchObject({ field: 'reason' })
  const first = await ask('2026-02')
  await expect(ask('2026-01')).rejects.toThrow('greta has asked for 2026-02')
  await decide(first.groupReopeningId, 'withdrawn', 'greta')
  const { groupReopeningId } = await ask('2026-01')
  await expect(decide(groupReopeningId, 'confirmed', 'greta')).rejects.toThrow('a second person')
  expect(await closed('2026-01')).toBe(true)
  const confirmed = await decide(groupReopeningId, 'confirmed', 'hugo')
  expect(confirmed).toMatchObject({ state: 'confirmed', decidedBy: 'hugo', closedThrough: null })
  expect(await decide(groupReopeningId, 'confirmed', 'hugo')).toEqual(confirmed)
  await expect(decide(groupReopeningId, 'withdrawn', 'greta')).rejects.toMatchObject({ type: 'conflict' })
  expect([await closed('2026-01'), await closed('2026-02')]).toEqual([false, false])
  await sendLate()

  expect(await close('2026-01')).toEqual({ alreadyClosed: false })
  expect([await closed('2026-01'), await closed('2026-02')]).toEqual([true, false])
  expect(await close('2026-01')).toEqual({ alreadyClosed: true })
  await late.send(database.db, third, { period: '2026-02', accounts: february })
  await close('2026-02')
  expect([await closed('2026-01'), await closed('2026-02'), await closed('2026-03')]).toEqual([
    true,
    true,
    false,
  ])
  expect(
    (await inThird((trx) => groupReopenings(trx, third))).map(({ state, closedThrough }) => [
      state,
      closedThrough,
    ]),
  ).toEqual([
    ['confirmed', '2026-02'],
    ['withdrawn', null],
  ])
  // A second time, from the later month on.
  const again = await ask('2026-02')
  await decide(again.groupReopeningId, 'confirmed', 'hugo')
  expect([await closed('2026-01'), await closed('2026-02')]).toEqual([true, false])
})
