import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeMonth } from '../../src/closes/index.ts'
import { inOffice, type OfficeEntry, officeDirectory } from '../../src/database/index.ts'
import {
  acceptJoin,
  acceptLeave,
  checkJoin,
  federationOffices,
  groupLink,
  type Invitation,
  invite,
  joinDocument,
  leaveDocument,
  ownKeyChain,
  readInvitation,
  recordJoin,
  recordLeave,
  rotateKey,
} from '../../src/federation/index.ts'
import { openOffice } from '../../src/offices/index.ts'
import { deliverPacks, packs, receiveDelivery } from '../../src/packs/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { PackSender } from '../support/pack-sender.ts'
import { testland } from '../support/test-country.ts'
import { WageScene } from '../support/wage-scene.ts'

/** Two servers: the group's database and an office's, which share nothing but what is handed over here. */
let there: TestDatabase
let here: TestDatabase
let group: OfficeEntry
let office: OfficeEntry
let scene: WageScene

beforeAll(async () => {
  there = await testDatabase()
  here = await testDatabase()
  await openOffice(there.db, testland, { slug: 'group', name: 'Group', role: 'group', legalEntities: [] })
  group = (await officeDirectory(there.db))[0] as OfficeEntry
  scene = await WageScene.open(here.db, { slug: 'north' })
  office = (await officeDirectory(here.db))[0] as OfficeEntry
})
afterAll(async () => {
  await there.drop()
  await here.drop()
})

const inGroup = <T>(work: Parameters<typeof inOffice<T>>[2]) => inOffice(there.db, group.officeId, work)
const atOffice = <T>(work: Parameters<typeof inOffice<T>>[2]) => inOffice(here.db, office.officeId, work)
const invited = async (slug = 'north', now?: Date): Promise<Invitation> => {
  const { text } = await inGroup((trx) =>
    invite(trx, group, { office: slug, url: 'https://group.example/', by: 'greta', ...(now && { now }) }),
  )
  return readInvitation(text)
}
const join = async (invitation: Invitation, now?: Date) => {
  const document = await atOffice((trx) => joinDocument(trx, office, invitation))
  return inGroup((trx) => acceptJoin(trx, group, document, now))
}
/** The network between the two, without one. */
const push = async (_url: string, document: Readonly<Record<string, unknown>>) =>
  receiveDelivery(there.db, group.officeId, JSON.parse(JSON.stringify(document)))

test('an invitation names the group, its address and its key; a changed one is no invitation', async () => {
  const { text, invitation } = await inGroup((trx) =>
    invite(trx, group, { office: 'north', url: 'https://group.example/', by: 'greta' }),
  )
  expect(readInvitation(`${text}\n`)).toEqual(invitation)
  expect(invitation).toMatchObject({
    url: 'https://group.example',
    office: 'north',
    group: { currency: 'EUR' },
  })
  const decoded = Buffer.from(text, 'base64url').toString()
  const elsewhere = Buffer.from(decoded.replace('group.example', 'thief.example')).toString('base64url')
  for (const wrong of [elsewhere, text.slice(0, -20), 'hello', ''])
    expect(() => readInvitation(wrong)).toThrow(expect.objectContaining({ type: 'invitation-invalid' }))
})

test('what office and group send each other goes through TLS, but on one machine alone', async () => {
  const inviteBy = (url: string) =>
    inGroup((trx) => invite(trx, group, { office: 'plain', url, by: 'greta' }))
  for (const url of [
    'http://group.example',
    'http://127.0.0.1.evil.example',
    'http://10.0.0.1:4000',
    'ftp://localhost',
  ])
    await expect(inviteBy(url)).rejects.toMatchObject({ type: 'invalid-field', field: 'url' })
  for (const url of [
    'http://localhost:4000',
    'http://127.0.0.1:4000',
    'http://[::1]:4000',
    'https://group.example',
  ])
    expect(readInvitation((await inviteBy(url)).text).url).toBe(url)
})

test.each([
  [{ office: 'North' }, 'office'],
  [{ url: 'ftp://group.example' }, 'url'],
  [{ url: 'https://group.example/?a=b' }, 'url'],
  [{ days: 0 }, 'days'],
])('an invitation that cannot work is not made: %o', async (changes, field) => {
  const draft = { office: 'north', url: 'https://group.example', by: 'greta', ...changes }
  await expect(inGroup((trx) => invite(trx, group, draft))).rejects.toMatchObject({
    type: 'invalid-field',
    field,
  })
})

describe('joining', () => {
  test('an invitation for another office, one that ended, and one of another group are of no use', async () => {
    const forEast = await invited('east')
    await expect(join(forEast)).rejects.toMatchObject({ type: 'invitation-invalid' })
    await expect(atOffice((trx) => checkJoin(trx, office, forEast))).rejects.toMatchObject({
      type: 'invalid-field',
    })
    const old = await invited('north', new Date('2026-01-01T00:00:00Z'))
    await expect(join(old, new Date('2026-02-01T00:00:00Z'))).rejects.toThrow('ended on 2026-01-15')
    const strange = { ...(await invited()), invitationId: office.officeId }
    await expect(join(strange)).rejects.toThrow('not one of this group')
  })

  test('who does not hold the key shown is not let in', async () => {
    const invitation = await invited()
    const document = await atOffice((trx) => joinDocument(trx, office, invitation))
    const stranger = new PackSender('north')
    await expect(
      inGroup((trx) => acceptJoin(trx, group, { ...document, keys: stranger.announcements() })),
    ).rejects.toMatchObject({ type: 'pack-signature' })
    await expect(inGroup((trx) => acceptJoin(trx, group, {}))).rejects.toMatchObject({
      type: 'invalid-field',
    })
  })

  test('the office joins once; saying it twice changes nothing, and nobody else can use the invitation', async () => {
    const invitation = await invited()
    expect(await join(invitation)).toEqual({ group: 'group', office: 'north' })
    expect(await join(invitation)).toEqual({ group: 'group', office: 'north' })
    await atOffice((trx) => recordJoin(trx, office.officeId, invitation))
    const [member] = await inGroup((trx) => federationOffices(trx, group.officeId, 'north'))
    expect(member).toMatchObject({
      hosted: false,
      currency: 'EUR',
      keys: await atOffice((trx) => ownKeyChain(trx, office.officeId)),
    })
    await expect(invited()).rejects.toThrow('belongs to the group already')
    const other = { ...(await invited('west')) }
    await expect(atOffice((trx) => checkJoin(trx, office, { ...other, office: 'north' }))).rejects.toThrow(
      'leave it first',
    )
  })
})

test('packs go to the group and receipts come back, also when the group has changed its key', async () => {
  await closeMonth(here.db, scene.context('2026-11-23'), { period: '2026-01' })
  expect(await deliverPacks(here.db, office.officeId)).toMatchObject({ delivered: 0, group: 'remote' })
  await inGroup((trx) => rotateKey(trx, group.officeId))
  expect(await deliverPacks(here.db, office.officeId, { push })).toEqual({
    delivered: 1,
    failed: 0,
    group: 'remote',
  })
  expect((await atOffice((trx) => packs(trx, office.officeId)))[0]?.receipt).toMatchObject({ packNo: 1 })
})

test('an answer that the group did not sign is no receipt: the pack waits', async () => {
  await closeMonth(here.db, scene.context('2026-11-23'), { period: '2026-02' })
  const impostor = async (url: string, document: Readonly<Record<string, unknown>>) => {
    const answer = await push(url, document)
    return { ...answer, receipt: { ...answer.receipt, receivedAt: '2020-01-01T00:00:00.000Z' } }
  }
  expect(await deliverPacks(here.db, office.officeId, { push: impostor })).toMatchObject({
    delivered: 0,
    failed: 1,
  })
  const [february] = await atOffice((trx) => packs(trx, office.officeId))
  expect(february).toMatchObject({
    deliveredAt: null,
    receipt: null,
    refusal: expect.stringContaining('not signed by the group'),
  })
  // Not due yet, but a person may try at once; the group has it already and says so again.
  expect(await deliverPacks(here.db, office.officeId, { push })).toMatchObject({ delivered: 0, failed: 0 })
  expect(await deliverPacks(here.db, office.officeId, { push, regardless: true })).toMatchObject({
    delivered: 1,
  })
})

test('an office leaves by its own signature, and may come back by a new invitation with the keys it had', async () => {
  const link = await atOffice((trx) => groupLink(trx, office.officeId))
  const { invitationId } = link as NonNullable<typeof link>
  const leave = await atOffice((trx) => leaveDocument(trx, office, invitationId))
  const forged = { ...leave, keys: new PackSender('north').announcements() }
  await expect(inGroup((trx) => acceptLeave(trx, group, forged))).rejects.toMatchObject({
    type: 'pack-signature',
  })
  expect(await inGroup((trx) => acceptLeave(trx, group, leave))).toEqual({ group: 'group', office: 'north' })
  expect(await inGroup((trx) => acceptLeave(trx, group, leave))).toEqual({ group: 'group', office: 'north' })
  await atOffice((trx) => recordLeave(trx, office.officeId, invitationId))
  await closeMonth(here.db, scene.context('2026-11-23'), { period: '2026-03' })
  expect(await deliverPacks(here.db, office.officeId, { push })).toEqual({
    delivered: 0,
    failed: 0,
    group: 'none',
  })
  await expect(join({ ...(await invited()), invitationId })).rejects.toThrow('has been used')

  const again = await invited()
  await join(again)
  await atOffice((trx) => recordJoin(trx, office.officeId, again))
  expect(await deliverPacks(here.db, office.officeId, { push })).toEqual({
    delivered: 1,
    failed: 0,
    group: 'remote',
  })
  // The leave of the first time, played back, does not end the second.
  await expect(inGroup((trx) => acceptLeave(trx, group, leave))).rejects.toMatchObject({
    type: 'pack-signature',
  })
})
