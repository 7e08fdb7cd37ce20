import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeChecklist, closeMonth, correctPack } from '../../src/closes/index.ts'
import { consolidate, drillDown } from '../../src/consolidation/index.ts'
import { inOffice } from '../../src/database/index.ts'
import { federationOffices, rotateKey } from '../../src/federation/index.ts'
import { balance, post } from '../../src/ledger/index.ts'
import { openOffice } from '../../src/offices/index.ts'
import { deliverPacks, type PackContent, packHash, packRefusals, packs } from '../../src/packs/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { testland } from '../support/test-country.ts'
import { WageScene } from '../support/wage-scene.ts'

let database: TestDatabase
let north: WageScene
let south: WageScene
let group: string
beforeAll(async () => {
  database = await testDatabase()
  const { officeId } = await openOffice(database.db, testland, {
    slug: 'group',
    name: 'Group',
    role: 'group',
    legalEntities: [],
  })
  group = officeId
  north = await WageScene.open(database.db, { slug: 'north' })
  south = await WageScene.open(database.db, { slug: 'south' })
  for (const scene of [north, south]) {
    const { clientId } = await scene.client()
    const people = scene === north ? 6 : 2
    for (let at = 0; at < people; at++)
      await scene.job(await scene.worker(), clientId, { endsOn: '2026-10-09', fee: 100_000n })
    await scene.pay('2026-10-20')
  }
})
afterAll(() => database.drop())

const close = (scene: WageScene, period: string, today = '2026-11-23') =>
  closeMonth(scene.db, scene.context(today), { period })
const inGroup = <T>(work: Parameters<typeof inOffice<T>>[2]) => inOffice(database.db, group, work)

test('a month is closed once it is over, in order, with its runs posted; then nothing enters it', async () => {
  await expect(close(north, '2026-13')).rejects.toThrow('written YYYY-MM')
  await expect(close(north, '2026-11')).rejects.toThrow('not over yet')
  await expect(close(north, '2026-10')).rejects.toThrow('2026-01 is still open')
  const january = await close(north, '2026-01')
  expect(january).toMatchObject({ alreadyClosed: false, pack: { packNo: 1, previousHash: null } })
  const october = await close(north, '2026-10')
  expect(october.pack).toMatchObject({ packNo: 2, previousHash: january.pack.hash })
  expect(october.pack.hash).toBe(packHash(october.pack.content))
  expect(await close(north, '2026-10')).toMatchObject({
    alreadyClosed: true,
    pack: { hash: october.pack.hash },
  })
  const { clientId } = await north.client()
  await expect(north.job(await north.worker(), clientId, { endsOn: '2026-10-30' })).rejects.toThrow(
    'is closed',
  )
})

test('a run that waits for approval keeps its month open', async () => {
  const scene = await WageScene.open(database.db, { slug: 'east' })
  const { clientId } = await scene.client()
  await scene.job(await scene.worker(), clientId, { endsOn: '2026-10-09' })
  await scene.compute('2026-10-20')
  await close(scene, '2026-01')
  await expect(close(scene, '2026-10')).rejects.toThrow('is not posted')
  expect(await scene.do('2026-11-23', (trx) => packs(trx, scene.officeId, { period: '2026-10' }))).toEqual([])
})

test('a pack balances, tells no small number of people, and names no person', async () => {
  const [{ content }] = (await north.do('2026-11-23', (trx) =>
    packs(trx, north.officeId, { period: '2026-10' }),
  )) as { content: PackContent }[] as [{ content: PackContent }]
  const cents = (text: string) => BigInt(text.replace('.', ''))
  expect(content.accounts.reduce((sum, { closing }) => sum + cents(closing), 0n)).toBe(0n)
  for (const { opening, debit, credit, closing } of content.accounts)
    expect(cents(opening) + cents(debit) - cents(credit)).toBe(cents(closing))
  for (const fund of content.funds)
    expect(cents(fund.contributed) + cents(fund.recovered) + cents(fund.transferred)).toBe(
      cents(fund.available) + cents(fund.advanced) + cents(fund.lost) + cents(fund.spent),
    )
  expect(content.statistics.at(-1)).toEqual({
    sector: 'all',
    turnover: '6000.00',
    wages: '4320.00',
    activeWorkers: 6,
  })
  expect(JSON.stringify(content)).not.toMatch(/Invented|Ada|@example|XX\d{14}/)
})

test('the group adds up what it received, names who is missing, and follows a figure to the office’s account', async () => {
  expect(await deliverPacks(database.db, north.officeId)).toEqual({
    delivered: 2,
    failed: 0,
    group: 'hosted',
  })
  expect(await deliverPacks(database.db, north.officeId)).toEqual({
    delivered: 0,
    failed: 0,
    group: 'hosted',
  })
  const alone = await inGroup((trx) => consolidate(trx, group, { period: '2026-10' }))
  expect(alone.missing.map(({ slug }) => slug)).toEqual(['east', 'south'])
  await close(south, '2026-01')
  const closed = await close(south, '2026-10')
  expect(closed.pack.content.statistics.at(-1)).toMatchObject({ wages: null, activeWorkers: null })
  await deliverPacks(database.db, south.officeId)
  const both = await inGroup((trx) => consolidate(trx, group, { period: '2026-10' }))
  expect(both.offices.map(({ slug }) => slug)).toEqual(['north', 'south'])
  const turnover = both.accounts.find((account) => account.group === 'G4100')
  expect(turnover).toMatchObject({
    byOffice: { north: '-6000.00', south: '-2000.00' },
    total: '-8000.00',
    movement: '-8000.00',
  })
  expect(both.difference).toBe('0.00')
  const wages = await inGroup((trx) =>
    drillDown(trx, group, { period: '2026-10', group: 'G5100', office: 'south' }),
  )
  expect(wages).toMatchObject({
    total: '1440.00',
    accounts: [{ account: 'gross-wages', number: '6200', amount: '1440.00' }],
  })
})

test('a pack is signed by the office, and its receipt by the group', async () => {
  const [october] = await north.do('2026-11-23', (trx) => packs(trx, north.officeId, { period: '2026-10' }))
  expect(october).toMatchObject({
    refusal: null,
    supersededBy: null,
    receipt: { office: 'north', packNo: 2, hash: october?.hash },
    content: {
      format: 'samen-pack-2',
      versions: { core: '0.1.0', plugin: 'XX 1.0.0' },
      people: { members: 6, registrations: 0, genders: [{}, {}, {}, { gender: 'unknown', workers: 6 }] },
    },
  })
})

test('a corrected pack follows when an account was mapped anew, and the group counts it instead', async () => {
  const correct = () =>
    north.do('2026-11-23', (trx) => correctPack(trx, north.context('2026-11-23'), { period: '2026-10' }))
  await expect(correct()).rejects.toThrow('nothing to correct')
  await north.do('2026-11-23', (trx) =>
    sql`update ledger_account set group_account = 'G5900' where office_id = ${north.officeId} and account = 'gross-wages'`.execute(
      trx,
    ),
  )
  expect(await correct()).toMatchObject({ supersedes: 2, pack: { packNo: 3, period: '2026-10' } })
  expect(await deliverPacks(database.db, north.officeId)).toEqual({
    delivered: 1,
    failed: 0,
    group: 'hosted',
  })
  const { accounts } = await inGroup((trx) => consolidate(trx, group, { period: '2026-10' }))
  expect(accounts.find((account) => account.group === 'G5900')?.byOffice.north).toBe('4320.00')
  expect(accounts.find((account) => account.group === 'G5100')?.byOffice.north).toBeUndefined()
  const [second, first] = await north.do('2026-11-23', (trx) =>
    packs(trx, north.officeId, { period: '2026-10' }),
  )
  expect([second?.supersedes, first?.supersededBy]).toEqual([2, 3])
})

test('a key that was changed signs the next pack, and the group follows', async () => {
  const key = await north.do('2026-11-23', (trx) => rotateKey(trx, north.officeId))
  expect(key).toMatchObject({ keyNo: 2, fromPack: 4 })
  await close(north, '2026-11', '2026-12-02')
  expect(await deliverPacks(database.db, north.officeId)).toEqual({
    delivered: 1,
    failed: 0,
    group: 'hosted',
  })
  const [office] = await inGroup((trx) => federationOffices(trx, group, 'north'))
  expect(office).toMatchObject({ hosted: true, keys: [{ keyNo: 1 }, { keyNo: 2, publicKey: key.publicKey }] })
})

test('what the group refuses the office sees with its pack, and later packs wait for it', async () => {
  await south.do('2026-11-23', (trx) =>
    sql`update ledger_account set group_account = 'G9999' where office_id = ${south.officeId} and account = 'turnover'`.execute(
      trx,
    ),
  )
  await close(south, '2026-11', '2027-01-02')
  await close(south, '2026-12', '2027-01-02')
  expect(await deliverPacks(database.db, south.officeId)).toEqual({
    delivered: 0,
    failed: 1,
    group: 'hosted',
  })
  const [december, november] = await south.do('2026-11-23', (trx) => packs(trx, south.officeId))
  expect(december).toMatchObject({ deliveredAt: null, refusal: null })
  expect(november?.refusal).toContain('mapped to G9999')
  const refusals = await inGroup((trx) => packRefusals(trx, group))
  expect(refusals).toMatchObject([{ office: 'south', problem: 'pack-unmapped-account', period: '2026-11' }])
})

test('an office whose ledger was tampered with closes nothing', async () => {
  const scene = await WageScene.open(database.db, { slug: 'west' })
  const { asOwner } = await import('../support/database.ts')
  await asOwner(await database.urlOf(scene.officeId), async (client) => {
    await client.query('set session_replication_role = replica')
    await client.query(`alter table samen.ledger_entry disable trigger all`)
    await client.query(`update samen.ledger_entry set amount = amount * 2 where office_id = $1`, [
      scene.officeId,
    ])
    await client.query(`alter table samen.ledger_entry enable always trigger append_only`)
    await client.query(`alter table samen.ledger_entry enable trigger all`)
  })
  await expect(close(scene, '2026-01')).rejects.toThrow('does not verify')
})

test('the checklist names a bank account that does not stand where the bank says', async () => {
  const scene = await WageScene.open(database.db, { slug: 'quay' })
  const differs = () =>
    scene.do('2026-10-20', async (trx) => {
      const items = await closeChecklist(trx, scene.context('2026-10-20'), '2026-10-01')
      return items.find(({ code }) => code === 'bank-differs')
    })
  // Without a statement there is nothing to compare with.
  expect(await differs()).toBeUndefined()
  await scene.statement('2026-10-15', [{ amount: '50.00' }])
  const move = (amount: bigint) =>
    scene.do('2026-10-20', (trx) =>
      post(trx, scene.officeId, [
        {
          key: `test:${amount}`,
          kind: 'test',
          legalEntityId: scene.legalEntityId,
          effectiveOn: '2026-10-20',
          entries: [
            { account: 'bank', currency: 'EUR', amount },
            { account: 'unmatched-receipts', currency: 'EUR', amount: -amount },
          ],
        },
      ]),
    )
  const [said, booked] = await scene.do('2026-10-20', async (trx) => [
    (
      await trx
        .selectFrom('bank_statement')
        .select('closing')
        .where('office_id', '=', scene.officeId)
        .executeTakeFirstOrThrow()
    ).closing as bigint,
    (await balance(trx, 'bank'))[0]?.net ?? 0n,
  ])
  if (said !== booked) await move(said - booked)
  expect(await differs()).toBeUndefined()
  await move(1n)
  expect(await differs()).toMatchObject({ blocks: false, count: 1 })
})
