import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  approveAdjustment,
  closedFigures,
  closeGroupMonth,
  compareMonths,
  consolidate,
  drillDown,
  groupAdjustments,
  groupFacts,
  groupStatement,
  groupTaxonomy,
  openFigure,
  proposeAdjustment,
  readBudget,
  withdrawAdjustment,
  writeBudget,
  writeHolding,
  writeMargin,
  writeTolerance,
} from '../../src/consolidation/index.ts'
import { addDays, fraction } from '../../src/country/index.ts'
import { inOffice } from '../../src/database/index.ts'
import { openOffice } from '../../src/offices/index.ts'
import { importRates } from '../../src/rates/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { PackSender } from '../support/pack-sender.ts'
import { testland } from '../support/test-country.ts'

let database: TestDatabase
let group: string
const [be, fr, hu] = [new PackSender('be'), new PackSender('fr'), new PackSender('hu', 'HUF')]

const inGroup = <T>(work: Parameters<typeof inOffice<T>>[2]) => inOffice(database.db, group, work)
const as = (by: string) => ({ groupOfficeId: group, by, now: new Date('2026-03-05T09:00:00Z') })
const figures = (period: string) => inGroup((trx) => consolidate(trx, group, { period }))
const cents = (amount: string) => BigInt(amount.replace('.', ''))
const sum = (amounts: Iterable<string>) => [...amounts].reduce((all, one) => all + cents(one), 0n)

type Line = readonly [account: string, group: string, opening: number, closing: number]
const money = (amount: number) => amount.toFixed(2)
const accounts = (lines: readonly Line[]) =>
  lines.map(([account, group, opening, closing]) => ({
    account,
    number: group.slice(1),
    name: account,
    group,
    opening: money(opening),
    debit: money(Math.max(closing - opening, 0)),
    credit: money(Math.max(opening - closing, 0)),
    closing: money(closing),
  }))

/** What each office's books close with: Belgium invoices France 120, France knows of 118; Belgium owns shares of Hungary. */
const january: Record<'be' | 'fr' | 'hu', Line[]> = {
  be: [
    ['bank', 'G1100', 0, 700],
    ['share-capital', 'G3400', 0, -400],
    ['participation:hu', 'G1400', 0, 100],
    ['turnover', 'G4100', 0, -400],
    ['intercompany:fr', 'G2900', 0, 120],
    ['intercompany-income:fr', 'G4200', 0, -120],
  ],
  fr: [
    ['bank', 'G1100', 0, 300],
    ['share-capital', 'G3400', 0, -200],
    ['turnover', 'G4100', 0, -100],
    ['intercompany:be', 'G2900', 0, -118],
    ['intercompany-expense:be', 'G5600', 0, 118],
  ],
  hu: [
    ['bank', 'G1100', 0, 80_000],
    ['share-capital', 'G3400', 0, -40_000],
    ['turnover', 'G4100', 0, -40_000],
  ],
}
/** In February each earns 100 more (Hungary 40 000 forints). */
const february = Object.fromEntries(
  Object.entries(january).map(([slug, lines]) => {
    const more = slug === 'hu' ? 40_000 : 100
    const moved: Record<string, number> = { bank: more, turnover: -more }
    return [
      slug,
      lines.map(([account, group, , at]): Line => [account, group, at, at + (moved[account] ?? 0)]),
    ]
  }),
) as typeof january

beforeAll(async () => {
  database = await testDatabase()
  const opened = await openOffice(database.db, testland, {
    slug: 'group',
    name: 'Group',
    role: 'group',
    legalEntities: [],
  })
  group = opened.officeId
  const days = Array.from({ length: 70 }, (_, at) => addDays('2025-12-25', at))
  const file = ['Date,HUF,', ...days.map((day) => `${day},400,`), ''].join('\n')
  await inGroup((trx) => importRates(trx, group, { bytes: new TextEncoder().encode(file), by: 'greta' }))
  for (const office of [be, fr, hu]) {
    await office.pair(database.db, group)
    const slug = office.slug as 'be' | 'fr' | 'hu'
    await office.send(database.db, group, { period: '2026-01', accounts: accounts(january[slug]) })
    await office.send(database.db, group, { period: '2026-02', accounts: accounts(february[slug]) })
  }
})
afterAll(() => database.drop())

test('what Belgium and Hungary agree about is gone, what Belgium and France do not is shown with who says what, since when', async () => {
  const { accounts, difference, differences, eliminations } = await figures('2026-02')
  const of = (account: string) => accounts.find((one) => one.group === account)
  expect(difference).toBe('0.00')
  expect(of('G2900')).toMatchObject({
    byOffice: { be: '120.00', fr: '-118.00' },
    eliminations: '-2.00',
    total: '0.00',
  })
  expect(of('G2990')).toMatchObject({ eliminations: '2.00', total: '2.00' })
  expect(of('G4200')?.total).toBe('0.00')
  expect(of('G5600')?.total).toBe('0.00')
  expect(of('G5990')?.total).toBe('-2.00')
  // 100.00 paid for shares of 40 000 forints at 400: nothing was paid beyond.
  expect(of('G1400')).toMatchObject({ byOffice: { be: '100.00' }, total: '0.00' })
  expect(of('G3400')).toMatchObject({ eliminations: '100.00', total: '-600.00' })
  expect(of('G1420')).toBeUndefined()
  expect(eliminations.map(({ kind, offices }) => [kind, ...offices])).toEqual([
    ['balance', 'be', 'fr'],
    ['supply', 'be', 'fr'],
    ['participation', 'hu'],
  ])
  const both = { first: 'be', second: 'fr', difference: '2.00', state: 'differs', since: '2026-01' }
  expect(differences).toEqual([
    { ...both, kind: 'balance', firstSays: '120.00', secondSays: '-118.00' },
    { ...both, kind: 'supply', firstSays: '-120.00', secondSays: '118.00', difference: '-2.00' },
  ])
})

test('a tolerance written from a month on calls the same difference tolerated from then on', async () => {
  await inGroup((trx) => writeTolerance(trx, as('greta'), { period: '2026-02', amount: 200n }))
  expect((await figures('2026-02')).differences.map(({ state }) => state)).toEqual(['tolerated', 'tolerated'])
  expect((await figures('2026-01')).differences.map(({ state }) => state)).toEqual(['differs', 'differs'])
})

test('of an office held by three quarters the others have a quarter of equity and of each month’s result', async () => {
  const write = (period: string, share = fraction(3n, 4n)) =>
    inGroup((trx) => writeHolding(trx, as('greta'), { office: 'fr', period, method: 'full', share }))
  await write('2026-01', fraction(1n, 2n))
  await write('2026-01')
  const { accounts, offices, difference } = await figures('2026-01')
  expect(offices.find(({ slug }) => slug === 'fr')).toMatchObject({ method: 'full', share: '3/4' })
  // France earned 100 and spent 118: of −18.00 a quarter, and of 200.00 capital a quarter.
  expect(accounts.find((one) => one.group === 'G5950')).toMatchObject({ minority: '-4.50', total: '-4.50' })
  expect(accounts.find((one) => one.group === 'G3950')?.total).toBe('-45.50')
  expect(difference).toBe('0.00')
  // In February the group buys the rest: January's result stays shared, the others are bought out of reserves.
  await write('2026-02', fraction(1n, 1n))
  const next = await figures('2026-02')
  expect(next.accounts.find((one) => one.group === 'G5950')).toMatchObject({
    total: '-4.50',
    movement: '0.00',
  })
  expect(next.accounts.find((one) => one.group === 'G3950')).toMatchObject({
    total: '0.00',
    movement: '45.50',
  })
  expect(next.accounts.find((one) => one.group === 'G3500')?.total).toBe('4.50')
  expect(next.difference).toBe('0.00')
})

test('every figure of every account opens into offices, minorities, eliminations and adjustments, and each office’s into its own', async () => {
  await inGroup((trx) =>
    writeHolding(trx, as('greta'), {
      office: 'hu',
      period: '2026-02',
      method: 'proportionate',
      share: fraction(1n, 3n),
    }),
  )
  await inGroup((trx) =>
    writeMargin(trx, as('greta'), {
      seller: 'be',
      buyer: 'fr',
      group: 'G1500',
      period: '2026-02',
      amount: 3_000n,
      reason: 'A van sold to Lille',
    }),
  )
  const { accounts, difference } = await figures('2026-02')
  expect(difference).toBe('0.00')
  expect(accounts.find((one) => one.group === 'G1500')?.total).toBe('-30.00')
  for (const account of accounts) {
    const opened = await inGroup((trx) => openFigure(trx, group, { period: '2026-02', group: account.group }))
    expect(opened.total).toBe(account.total)
    expect(sum(opened.eliminations.map(({ amount }) => amount))).toBe(cents(account.eliminations))
    for (const { office, amount } of opened.offices) {
      const drilled = await inGroup((trx) =>
        drillDown(trx, group, { period: '2026-02', group: account.group, office }),
      )
      expect(drilled.total).toBe(amount)
      expect(amount).toBe(account.byOffice[office])
      expect(sum(drilled.accounts.map(({ amount }) => amount))).toBe(cents(amount))
      expect(sum(drilled.accounts.map(({ movement }) => movement))).toBe(
        cents(account.movementByOffice[office] as string),
      )
      for (const { amount, parts } of drilled.accounts)
        expect(sum(parts.map((part) => part.amount))).toBe(cents(amount))
    }
  }
  await expect(
    inGroup((trx) => openFigure(trx, group, { period: '2026-02', group: 'G9999' })),
  ).rejects.toMatchObject({
    type: 'not-found',
  })
})

const accrual = {
  period: '2026-01',
  reverses: true,
  title: 'Audit of 2025',
  reason: 'Invoiced in March only',
  lines: [
    { group: 'G5700', amount: 1_000n },
    { group: 'G2700', amount: -1_000n },
  ],
}

test('a group adjustment counts once another person has approved it, and takes itself back where asked', async () => {
  const proposed = await inGroup((trx) => proposeAdjustment(trx, as('greta'), accrual))
  expect((await figures('2026-01')).adjustments).toEqual([])
  const approve = (by: string) => inGroup((trx) => approveAdjustment(trx, as(by), proposed.groupAdjustmentId))
  await expect(approve('greta')).rejects.toMatchObject({ type: 'refused' })
  await approve('otto')
  expect(await approve('otto')).toMatchObject({ state: 'approved', proposedBy: 'greta', decidedBy: 'otto' })
  const { accounts, adjustments, difference } = await figures('2026-01')
  expect(adjustments).toMatchObject([{ title: 'Audit of 2025', approvedBy: 'otto', period: '2026-01' }])
  expect(accounts.find((one) => one.group === 'G2700')).toMatchObject({
    adjustments: '-10.00',
    total: '-10.00',
  })
  expect(difference).toBe('0.00')
  const next = (await figures('2026-02')).accounts.find((one) => one.group === 'G2700')
  expect(next).toMatchObject({ total: '0.00', movement: '10.00' })
  await expect(
    inGroup((trx) => withdrawAdjustment(trx, as('greta'), proposed.groupAdjustmentId)),
  ).rejects.toMatchObject({ type: 'conflict' })
})

test.each([
  [
    'lines',
    {
      lines: [
        { group: 'G5700', amount: 1n },
        { group: 'G2700', amount: -2n },
      ],
    },
  ],
  [
    'lines[0].group',
    {
      lines: [
        { group: 'G0000', amount: 1n },
        { group: 'G2700', amount: -1n },
      ],
    },
  ],
  ['title', { title: ' ' }],
  ['reason', { reason: '' }],
  ['period', { period: '2026-13' }],
] as const)('an adjustment at fault in %s is refused and not kept', async (field, wrong) => {
  const before = await inGroup((trx) => groupAdjustments(trx, group))
  await expect(
    inGroup((trx) => proposeAdjustment(trx, as('greta'), { ...accrual, ...wrong })),
  ).rejects.toMatchObject({ type: 'invalid-field', field })
  expect(await inGroup((trx) => groupAdjustments(trx, group))).toEqual(before)
})

test('months stand side by side, and what was done beside what was planned', async () => {
  const plan = { office: 'be', group: 'G4100', period: '2026-01', amount: -45_000n }
  const write = (amount: bigint) =>
    inGroup((trx) =>
      writeBudget(trx, as('greta'), [
        { ...plan, amount },
        { ...plan, period: '2026-02', amount: -5_000n },
      ]),
    )
  expect(await write(-44_000n)).toBe(2)
  expect(await write(-45_000n)).toBe(1)
  expect(await write(-45_000n)).toBe(0)
  expect(await inGroup((trx) => readBudget(trx, group, { from: '2026-01', upTo: '2026-02' }))).toHaveLength(2)
  const { accounts, budgets, previousMonth, previousYear } = await inGroup((trx) =>
    compareMonths(trx, group, { period: '2026-02' }),
  )
  expect([previousMonth, previousYear]).toEqual(['2026-01', null])
  const turnover = accounts.find((one) => one.group === 'G4100')
  expect(turnover?.now.end).toBe(
    (await figures('2026-02')).accounts.find((one) => one.group === 'G4100')?.total,
  )
  expect(turnover?.previousMonth).toEqual({ end: '-600.00', month: '-600.00' })
  expect(turnover?.budget).toEqual({ end: '-500.00', month: '-50.00' })
  expect(budgets).toMatchObject([
    {
      office: 'be',
      planned: { end: '-500.00', month: '-50.00' },
      actual: { end: '-500.00', month: '-100.00' },
      deviation: { end: '0.00', month: '-50.00' },
    },
  ])
  await expect(
    inGroup((trx) => writeBudget(trx, as('greta'), [{ ...plan, group: 'G1100' }])),
  ).rejects.toMatchObject({ field: 'lines[0].group' })
})

test('the statements balance, and each figure is a fact of its own', async () => {
  const consolidation = await figures('2026-02')
  const { assets, liabilities, equity, result, groupResult, minorityResult } = groupStatement(consolidation)
  expect(cents(assets.total.amount)).toBe(
    sum([liabilities.total.amount, equity.total.amount, groupResult.amount]),
  )
  expect(cents(result.amount)).toBe(sum([groupResult.amount, minorityResult.amount]))
  const { facts } = groupFacts(consolidation, 'group')
  expect(facts.G4100).toMatchObject({
    decimals: 2,
    dimensions: {
      concept: 'samen:G4100',
      entity: 'office:group',
      period: '2026-01-01T00:00:00/2026-03-01T00:00:00',
      unit: 'iso4217:EUR',
    },
  })
  expect(facts.G1100?.dimensions.period).toBe('2026-03-01T00:00:00')
  // Every concept is declared, and positive on its own side.
  const taxonomy = groupTaxonomy()
  for (const [group, { value, dimensions }] of Object.entries(facts)) {
    const concept = dimensions.concept.replace('samen:', '')
    const balance = new RegExp(`name="${concept}"[^>]*xbrli:balance="(debit|credit)"`).exec(taxonomy)?.[1]
    const total = cents(consolidation.accounts.find((account) => account.group === group)?.total ?? '')
    expect(cents(value), group).toBe(balance === 'debit' ? total : -total)
  }
})

test('a closed month takes no new terms; a pack corrected later restates it, and the figures as closed stay to be read', async () => {
  const close = () => inGroup((trx) => closeGroupMonth(trx, group, { period: '2026-02', by: 'greta' }))
  expect(await Promise.all([close(), close()])).toContainEqual({ alreadyClosed: true })
  const before = await figures('2026-02')
  expect(before).toMatchObject({ closedAt: expect.any(String), restated: [] })
  for (const late of [
    () => inGroup((trx) => writeTolerance(trx, as('greta'), { period: '2026-02', amount: 0n })),
    () => inGroup((trx) => proposeAdjustment(trx, as('greta'), accrual)),
  ])
    await expect(late()).rejects.toMatchObject({ type: 'conflict' })
  // Belgium had put its turnover under the wrong account of the group; of January that pack still stands.
  const corrected = february.be.map(
    (line): Line => (line[0] === 'turnover' ? [line[0], 'G4300', line[2], line[3]] : line),
  )
  await be.send(database.db, group, { period: '2026-02', accounts: accounts(corrected), supersedes: 2 })
  const after = await figures('2026-02')
  expect(after.restated).toMatchObject([{ office: 'be', packNo: 3, supersedes: 2 }])
  const other = (of: typeof after) => of.accounts.find((one) => one.group === 'G4300')?.byOffice.be
  expect([other(before), other(after)]).toEqual([undefined, '-100.00'])
  const kept = await inGroup((trx) => closedFigures(trx, group, '2026-02'))
  expect(kept).toEqual(before)
  expect(await inGroup((trx) => closedFigures(trx, group, '2026-01'))).toBeUndefined()
})
