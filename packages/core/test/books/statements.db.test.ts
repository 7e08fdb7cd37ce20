import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readActivityStatement, readStatements, statementsCsv } from '../../src/books/index.ts'
import { type Database, inOffice, newId } from '../../src/database/index.ts'
import { balance, openAccounts, type Posting, post } from '../../src/ledger/index.ts'
import { between, entry, accounts as ledgerAccounts, legalEntityId } from '../ledger/office.ts'
import { asOwner, testDatabase } from '../support/database.ts'
import { testland } from '../support/test-country.ts'
import { WageScene } from '../support/wage-scene.ts'

const accounts = [
  ...ledgerAccounts,
  { account: 'turnover', type: 'income', number: '7060', name: 'Services', group: 'G4100' } as const,
  { account: 'gross-wages', type: 'expense', number: '6410', name: 'Wages', group: 'G5100' } as const,
]
const typeOf = new Map<string, string>(accounts.map(({ account, type }) => [account, type]))
const names = accounts.map(({ account }) => account).filter((account) => !account.startsWith('fund-'))
const otherEntityId = newId()

const posting = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(...names), fc.bigInt({ min: -9_999_999n, max: 9_999_999n })), {
      minLength: 1,
      maxLength: 4,
    }),
    fc.constantFrom(
      '2024-05-05',
      '2025-01-31',
      '2025-10-31',
      '2025-11-01',
      '2026-01-01',
      '2026-10-31',
      '2026-11-01',
    ),
    fc.constantFrom(legalEntityId, otherEntityId),
    fc.constantFrom('activity-budget', 'client-receivable'),
  )
  .map(([parts, effectiveOn, entity, counter]): Posting | undefined => {
    const entries = parts
      .filter(([, amount]) => amount !== 0n)
      .map(([account, amount]) => entry(account, amount))
    const rest = entries.reduce((sum, { amount }) => sum + amount, 0n)
    if (rest === 0n) return undefined
    return between('bank', 'bank', 1n, {
      effectiveOn,
      legalEntityId: entity,
      entries: [...entries, entry(counter, -rest)],
    })
  })
  .filter((made) => made !== undefined)

describe('the statements of January to October 2026', () => {
  let db: Database
  let drop: () => Promise<void>
  const officeId = newId()
  const postings = fc.sample(posting, { numRuns: 600, seed: 3 })

  beforeAll(async () => {
    const database = await testDatabase()
    ;({ db, drop } = database)
    await asOwner(database.url, async (owner) => {
      await owner.query(
        `insert into samen.office (office_id, country, name, home_currency, slug, languages, role)
         values ($1, 'XX', 'Test', 'EUR', 'xx', '{en}', 'national')`,
        [officeId],
      )
      for (const [index, id] of [legalEntityId, otherEntityId].entries())
        await owner.query(
          `insert into samen.legal_entity (office_id, legal_entity_id, entity_no, name, company_number, vat_number, iban,
             street, post_code, town, country, time_zone)
           values ($1, $2, $3, $4, $4, 'XX1', 'XX00', 'Way 1', '1000', 'Town', 'XX', 'Europe/Brussels')`,
          [officeId, id, index + 1, `Coop ${index + 1}`],
        )
    })
    await inOffice(db, officeId, async (trx) => {
      await openAccounts(trx, officeId, accounts)
      await post(trx, officeId, postings)
    })
  })
  afterAll(() => drop())

  const statements = (chart: 'national' | 'group', entityNo?: number) =>
    inOffice(
      db,
      officeId,
      (trx) => readStatements(trx, { officeId, plugin: testland }, { period: '2026-10', chart, entityNo }),
      { isolation: 'repeatable read' },
    )

  /** From the postings themselves: the sum of entries on accounts of a type, between two days. */
  const sum = (of: string, from: string, to: string, entity?: string) =>
    postings
      .filter(
        (one) =>
          one.effectiveOn >= from &&
          one.effectiveOn <= to &&
          one.legalEntityId === (entity ?? one.legalEntityId),
      )
      .flatMap(({ entries }) => entries)
      .filter(({ account }) => account === of || typeOf.get(account) === of)
      .reduce((total, { amount }) => total + amount, 0n)

  const scopes = [
    ['the office', undefined, undefined],
    ['its second company', 2, otherEntityId],
  ] as const

  test.each(scopes)('of %s balance, now and a year before', async (_, entityNo, entity) => {
    const { balanceSheet, profitAndLoss } = await statements('national', entityNo)
    const { assets, liabilities, equity } = balanceSheet
    expect(assets).toMatchObject({
      amount: sum('asset', '2000-01-01', '2026-10-31', entity),
      before: sum('asset', '2000-01-01', '2025-10-31', entity),
    })
    expect(liabilities.amount).toBe(-sum('liability', '2000-01-01', '2026-10-31', entity))
    expect(assets.amount).toBe(liabilities.amount + equity.amount)
    expect(assets.before).toBe(liabilities.before + equity.before)
    const result = (from: string, to: string) =>
      -sum('income', from, to, entity) - sum('expense', from, to, entity)
    expect(profitAndLoss.result).toEqual({
      amount: result('2026-01-01', '2026-10-31'),
      before: result('2025-01-01', '2025-10-31'),
    })
    expect(equity.lines.slice(-2)).toMatchObject([
      { result: 'of-earlier-years', amount: result('2000-01-01', '2025-12-31') },
      { result: 'of-the-year', amount: profitAndLoss.result.amount },
    ])
  })

  test.each(scopes)('of %s explain every cent on the bank account', async (_, entityNo, entity) => {
    const { opening, flows, closing } = (await statements('national', entityNo)).cashFlow
    expect(opening.amount).toBe(sum('bank', '2000-01-01', '2025-12-31', entity))
    expect(closing.amount).toBe(sum('bank', '2000-01-01', '2026-10-31', entity))
    expect(opening.amount + flows.amount).toBe(closing.amount)
    expect(opening.before + flows.before).toBe(sum('bank', '2000-01-01', '2025-10-31', entity))
    expect(flows.lines.length).toBeGreaterThan(5)
    expect(flows.lines.map(({ number }) => number)).not.toContain('5500')
  })

  test('say the same in the chart of the group', async () => {
    const national = await statements('national')
    const group = await statements('group')
    expect(group.balanceSheet.assets.amount).toBe(national.balanceSheet.assets.amount)
    expect(group.profitAndLoss.result).toEqual(national.profitAndLoss.result)
    expect(group.balanceSheet.assets.lines.map(({ number, name }) => `${number} ${name}`)).toContain(
      'G1100 Bank',
    )
  })

  test('go out as CSV with every line and the totals', async () => {
    const all = await statements('national')
    const rows = statementsCsv(all).trimEnd().split('\r\n')
    expect(rows[0]).toBe('statement,section,number,name,amount,year_before')
    const { assets } = all.balanceSheet
    expect(rows.filter((row) => row.startsWith('balance sheet,assets,'))).toHaveLength(
      assets.lines.length + 1,
    )
    const cents = String(assets.amount).padStart(3, '0')
    expect(rows.find((row) => row.startsWith('balance sheet,assets,,Total,'))).toContain(
      `${cents.slice(0, -2)}.${cents.slice(-2)}`,
    )
  })

  test('are refused for a company the office does not have', async () => {
    await expect(statements('national', 3)).rejects.toMatchObject({ type: 'not-found' })
  })
})

test('an activity’s statement ends at its budget in the ledger, with what came and went by what happened', async () => {
  await using database = await testDatabase()
  const scene = await WageScene.open(database.db, { slug: 'north' })
  const { clientId } = await scene.client()
  await scene.job(await scene.worker(), clientId, { endsOn: '2026-10-09', fee: 100_000n })
  await scene.pay('2026-10-20')
  const { activityId, found, before, budget } = await scene.do('2026-11-23', async (trx) => {
    const { activity_id: activityId } = await trx
      .selectFrom('contract')
      .select('activity_id')
      .where('office_id', '=', scene.officeId)
      .executeTakeFirstOrThrow()
    const read = (period: string) =>
      readActivityStatement(trx, scene.context('2026-11-23'), { period, activityId })
    return {
      activityId,
      found: await read('2026-10'),
      before: await read('2027-10'),
      budget: await balance(trx, 'activity-budget', activityId),
    }
  })
  const lines = new Map(found.lines.map(({ kind, amount }) => [kind, amount]))
  expect(lines.get('invoice')).toBe(100_000n)
  expect(lines.get('levy')).toBeLessThan(0n)
  expect(lines.get('payslip')).toBeLessThan(0n)
  expect(found.opening.amount).toBe(0n)
  expect(found.closing.amount).toBe(found.lines.reduce((sum, { amount }) => sum + amount, 0n))
  expect(found.closing.amount).toBe(-(budget[0]?.net ?? 0n))
  expect(before).toMatchObject({
    opening: { amount: found.closing.amount },
    closing: { before: found.closing.amount },
  })
  await expect(
    scene.do('2026-11-23', (trx) =>
      readActivityStatement(trx, scene.context('2026-11-23'), {
        period: '2026-10',
        activityId: activityId.replace(/.{4}$/, '0000'),
      }),
    ),
  ).rejects.toMatchObject({ type: 'not-found' })
})
