import { afterAll, beforeAll, expect, test } from 'vitest'
import { fraction, monthOf, parseAmount, percent } from '../../src/country/index.ts'
import { inOffice, newId } from '../../src/database/index.ts'
import { fundPositions, identityGap, recover, verifyFunds, writeOff } from '../../src/funds/index.ts'
import { intercompanyItems } from '../../src/intercompany/index.ts'
import { balance, verifyLedger } from '../../src/ledger/index.ts'
import {
  agreeTreaty,
  assumeMonth,
  cedeLosses,
  cedeMonth,
  previewCession,
  reinsuranceAccounts,
  type Treaty,
  treaties,
} from '../../src/reinsurance/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { WageScene } from '../support/wage-scene.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const terms = {
  fromYear: 2026,
  retentionPerLoss: 100_000n,
  retentionPerYear: 50_000n,
  share: fraction(2n, 3n),
  premium: percent('2'),
}
const today = '2026-12-15'

let serial = 0
/** An office that cedes to another, and the other; each has 100,000 euro in its guarantee fund. */
async function pair() {
  serial++
  const slugs = { cedent: `c${serial}`, pool: `p${serial}` }
  const cedent = await WageScene.open(database.db, { slug: slugs.cedent })
  const pool = await WageScene.open(database.db, { slug: slugs.pool })
  const agree = async (scene: WageScene, counterparty: string, direction: Treaty['direction']) => {
    const [guarantee] = await scene.do(today, fundPositions)
    const treaty = { ...terms, counterparty, direction, fundId: guarantee?.fundId as string }
    return scene.do(today, (trx, context) => agreeTreaty(trx, context, treaty))
  }
  await agree(cedent, slugs.pool, 'ceded')
  await agree(pool, slugs.cedent, 'assumed')
  const cede = (period: string) =>
    cedent.do(today, (trx, context) => cedeMonth(trx, context, { counterparty: slugs.pool, period }))
  const assume = (statement: Awaited<ReturnType<typeof cede>>) =>
    pool.do(today, (trx, context) => assumeMonth(trx, context, statement))
  const available = async (scene: WageScene) => (await scene.do(today, fundPositions))[0]?.available
  return { ...slugs, cedentScene: cedent, poolScene: pool, cede, assume, available }
}

const fact = (scene: WageScene, on: string) => ({
  sourceId: newId(),
  legalEntityId: scene.legalEntityId,
  currency: 'EUR',
  effectiveOn: on,
})
const lose = (scene: WageScene, on: string, open: bigint, invoiceId = newId()) =>
  scene
    .do(on, (trx) =>
      writeOff(trx, [
        {
          ...fact(scene, on),
          invoiceId,
          clientId: newId(),
          activityId: newId(),
          open,
          vat: 0n,
          takenBack: 0n,
        },
      ]),
    )
    .then(() => invoiceId)
const comeBack = (scene: WageScene, on: string, amount: bigint, invoiceId: string) =>
  scene.do(on, (trx) => recover(trx, [{ ...fact(scene, on), invoiceId, clientId: newId(), amount }]))

async function exact(...scenes: WageScene[]) {
  for (const scene of scenes) {
    expect(await scene.do(today, verifyFunds)).toEqual([])
    for (const position of await scene.do(today, fundPositions)) expect(identityGap(position)).toBe(0n)
    const { broken } = await inOffice(database.db, scene.officeId, verifyLedger, {
      isolation: 'repeatable read',
    })
    expect(broken).toBeUndefined()
  }
}

test('a month’s losses above the retentions go to the other fund, the premium too, and both books mirror each other', async () => {
  const { cedent, pool, cedentScene, poolScene, cede, assume, available } = await pair()
  await lose(cedentScene, '2026-09-10', 400_000n)
  await lose(cedentScene, '2026-09-20', 90_000n)
  const statement = await cede('2026-09')
  // 4,000 − 1,000 − 500 = 2,500 euro above the retentions, two thirds of it rounded down.
  expect(statement).toMatchObject({
    from: cedent,
    to: pool,
    lines: [{ lossYear: 2026, gross: '4900.00', ceded: '1666.66', change: '1666.66' }],
    premium: '0.00',
  })
  expect(await available(cedentScene)).toBe(10_000_000n - 490_000n + 166_666n)
  expect(await assume(statement)).toEqual(statement)
  expect(await available(poolScene)).toBe(10_000_000n - 166_666n)
  expect([await cede('2026-09'), await assume(statement)]).toEqual([statement, statement])
  await expect(assume({ ...statement, premium: '1.00' })).rejects.toMatchObject({ type: 'conflict' })
  const [[ours], [theirs]] = [
    await cedentScene.do(today, (trx) => balance(trx, `intercompany:${pool}`)),
    await poolScene.do(today, (trx) => balance(trx, `intercompany:${cedent}`)),
  ]
  expect([ours?.net, theirs?.net]).toEqual([166_666n, -166_666n])
  await exact(cedentScene, poolScene)
})

test('what comes back after a write-off goes back in the month it comes', async () => {
  const { pool, cedentScene, poolScene, cede, assume, available } = await pair()
  const invoiceId = await lose(cedentScene, '2026-03-10', 400_000n)
  await assume(await cede('2026-03'))
  await comeBack(cedentScene, '2026-10-05', 300_000n, invoiceId)
  const back = await cede('2026-10')
  expect(back.lines).toEqual([{ lossYear: 2026, gross: '1000.00', ceded: '0.00', change: '-1666.66' }])
  await assume(back)
  expect(await available(cedentScene)).toBe(10_000_000n - 100_000n)
  expect(await available(poolScene)).toBe(10_000_000n)
  await expect(cede('2026-09')).rejects.toMatchObject({ type: 'conflict' })
  const items = await cedentScene.do(today, (trx, { officeId }) => intercompanyItems(trx, officeId))
  expect(items.map(({ amount }) => amount)).toEqual([-166_666n, 166_666n])
  expect(items.every(({ counterparty }) => counterparty === pool)).toBe(true)
  await exact(cedentScene, poolScene)
})

test('the premium is a share of the month’s levies', async () => {
  const { cedentScene, poolScene, cede, assume, available } = await pair()
  // The fund was filled by a levy of 100,000 euro in January.
  const statement = await cede('2026-01')
  expect(statement).toMatchObject({ lines: [], premium: '2000.00' })
  await assume(statement)
  expect(await available(cedentScene)).toBe(9_800_000n)
  expect(await available(poolScene)).toBe(10_200_000n)
  await exact(cedentScene, poolScene)
})

test('over a year of losses and recoveries, what the office keeps and what is ceded is what was lost', async () => {
  const { cedentScene, poolScene, cede, assume } = await pair()
  const open = new Map<string, bigint>()
  let changes = 0n
  for (let month = 1; month <= 11; month++) {
    const period = `2026-${String(month).padStart(2, '0')}`
    const on = monthOf(`${period}-01`).to
    for (let at = 0; at < month % 3; at++) {
      const loss = BigInt(37_777 * (month + 3 * at) + at)
      open.set(await lose(cedentScene, on, loss), loss)
    }
    const [first] = open.keys()
    if (month % 4 === 0 && first) {
      const back = (open.get(first) as bigint) / 2n
      await comeBack(cedentScene, on, back, first)
      open.set(first, (open.get(first) as bigint) - back)
    }
    const statement = await cede(period)
    await assume(statement)
    changes += statement.lines.reduce((sum, { change }) => sum + parseAmount(change), 0n)
  }
  const { gross, ceded, kept } = cedeLosses([...open.values()], terms)
  expect(changes).toBe(ceded)
  expect(ceded).toBeGreaterThan(0n)
  expect(kept + changes).toBe(gross)
  const accounts = await poolScene.do(today, (trx, { officeId }) => reinsuranceAccounts(trx, officeId))
  expect(accounts).toHaveLength(11)
  await exact(cedentScene, poolScene)
})

test('two who cede the same month at once book it once', async () => {
  const { pool, cedentScene, cede } = await pair()
  await lose(cedentScene, '2026-05-10', 400_000n)
  const [one, two] = await Promise.all([cede('2026-05'), cede('2026-05')])
  expect(two).toEqual(one)
  const [stands] = await cedentScene.do(today, (trx) => balance(trx, `intercompany:${pool}`))
  expect(stands?.net).toBe(166_666n)
})

test('a month not over, an office without a treaty, foreign money and a foreign statement are refused', async () => {
  const { cedent, pool, cedentScene, poolScene, cede } = await pair()
  await expect(cede('2026-12')).rejects.toMatchObject({ field: 'period' })
  await expect(cede('2026-13')).rejects.toMatchObject({ field: 'period' })
  await expect(
    cedentScene.do(today, (trx, context) =>
      previewCession(trx, context, { counterparty: 'zz', period: '2026-09' }),
    ),
  ).rejects.toMatchObject({ type: 'not-found' })
  await lose(cedentScene, '2026-09-10', 400_000n)
  const statement = await cede('2026-09')
  const assume = (changes: Partial<typeof statement>, own?: Parameters<typeof assumeMonth>[3]) =>
    poolScene.do(today, (trx, context) => assumeMonth(trx, context, { ...statement, ...changes }, own))
  await expect(assume({ to: cedent })).rejects.toMatchObject({ field: 'to' })
  await expect(assume({ currency: 'HUF' })).rejects.toMatchObject({ field: 'own' })
  await expect(assume({ currency: 'HUF' }, { changes: [], premium: '0.00' })).rejects.toMatchObject({
    field: 'own.changes',
  })
  await assume({ currency: 'HUF' }, { changes: ['4.20'], premium: '0.00' })
  const [stands] = await poolScene.do(today, (trx) => balance(trx, `intercompany:${cedent}`))
  expect(stands?.net).toBe(-420n)
  const agree = (treaty: Partial<Treaty>) =>
    cedentScene.do(today, async (trx, context) => {
      const [first] = await treaties(trx, context.officeId)
      return agreeTreaty(trx, context, { ...(first as Treaty), ...treaty })
    })
  await expect(agree({})).rejects.toMatchObject({ type: 'conflict' })
  await expect(agree({ fromYear: 2025 })).rejects.toMatchObject({ type: 'conflict' })
  await expect(agree({ counterparty: cedent, fromYear: 2027 })).rejects.toMatchObject({
    field: 'counterparty',
  })
  await expect(agree({ fromYear: 2027, fundId: newId() })).rejects.toMatchObject({ field: 'fundId' })
  expect(await agree({ fromYear: 2027 })).toMatchObject({ counterparty: pool })
})
