import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { consolidate, drillDown } from '../../src/consolidation/index.ts'
import { addDays, weekday } from '../../src/country/index.ts'
import { inOffice } from '../../src/database/index.ts'
import { openOffice } from '../../src/offices/index.ts'
import { importRates, knownRates } from '../../src/rates/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { PackSender } from '../support/pack-sender.ts'
import { testland } from '../support/test-country.ts'

let database: TestDatabase
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
})
afterAll(() => database.drop())

const inGroup = <T>(work: Parameters<typeof inOffice<T>>[2]) => inOffice(database.db, group, work)
const consolidated = (period: string) => inGroup((trx) => consolidate(trx, group, { period }))

/** `Date,HUF,SEK` on each working day of the days given, at one rate for the month. */
function ecbFile(
  from: string,
  days: number,
  rates: (month: string) => [huf: string, sek: string],
): Uint8Array {
  const lines = Array.from({ length: days }, (_, at) => addDays(from, at))
    .filter((day) => weekday(day) <= 5)
    .map((day) => `${day},${rates(day.slice(0, 7)).join()},`)
  return new TextEncoder().encode(['Date,HUF,SEK,', ...lines.reverse(), ''].join('\n'))
}

const importFile = (bytes: Uint8Array) => inGroup((trx) => importRates(trx, group, { bytes, by: 'greta' }))

/** Accounts of an invented office: what each month moved, by group account, in minor units of its currency. */
type Months = Readonly<Record<string, Readonly<Record<string, bigint>>>>

const text = (amount: bigint) => {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0')
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Sends one pack a month, as an office with these books would. */
async function send(slug: string, currency: string, months: Months): Promise<PackSender> {
  const balances = new Map<string, bigint>()
  const office = new PackSender(slug, currency)
  await office.pair(database.db, group)
  for (const [period, moved] of Object.entries(months)) {
    const before = new Map(balances)
    for (const [account, amount] of Object.entries(moved))
      balances.set(account, (balances.get(account) ?? 0n) + amount)
    await office.send(database.db, group, {
      period,
      accounts: [...balances].map(([account, closing]) => {
        const amount = closing - (before.get(account) ?? 0n)
        return {
          account: account.toLowerCase(),
          number: account.slice(1),
          name: `Account ${account}`,
          group: account,
          opening: text(before.get(account) ?? 0n),
          debit: text(amount > 0n ? amount : 0n),
          credit: text(amount < 0n ? -amount : 0n),
          closing: text(closing),
        }
      }),
      funds: [
        {
          code: 'wage-guarantee',
          name: 'Guarantee',
          contributed: '1000.01',
          recovered: '0.00',
          transferred: '0.00',
          available: '333.33',
          advanced: '333.34',
          lost: '333.34',
          spent: '0.00',
        },
      ],
      statistics: [{ sector: 'all', turnover: '4000.00', wages: null, activeWorkers: null }],
    })
  }
  return office
}

describe('three offices, three currencies', () => {
  beforeAll(async () => {
    await send('be', 'EUR', {
      '2025-12': { G1100: 10_000n, G4100: -10_000n },
      '2026-01': { G1100: 5_000n, G4100: -8_000n, G5100: 3_000n },
    })
    // 40 000 HUF earned in December, 36 000 in January, of which 18 000 are wages still owed.
    await send('hu', 'HUF', {
      '2025-12': { G1100: 4_000_000n, G4100: -4_000_000n },
      '2026-01': { G1100: 3_600_000n, G4100: -3_600_000n, G5100: 1_800_000n, G2200: -1_800_000n },
    })
    await send('se', 'SEK', { '2026-01': { G1200: 110_001n, G2100: -110_001n } })
  })

  test('without rates there is one problem: which currency, which day, and what to do', async () => {
    await expect(consolidated('2026-01')).rejects.toMatchObject({
      type: 'rate-missing',
      detail: expect.stringContaining('samen import rates'),
      extra: { currency: 'HUF', against: 'EUR', day: '2025-12-31' },
    })
  })

  test('the ECB’s file is taken in whole, once, and a corrected figure holds', async () => {
    const bytes = ecbFile('2025-11-24', 80, (month) => [
      { '2025-11': '410', '2025-12': '400', '2026-01': '360' }[month] ?? '350.55',
      '11',
    ])
    expect(await importFile(bytes)).toMatchObject({ source: 'ecb', quotes: 116, added: 116, corrected: 0 })
    expect(await importFile(bytes)).toMatchObject({ added: 0, corrected: 0 })
    await expect(importFile(new TextEncoder().encode('Date,HUF,\n2026-01-02,x,\n'))).rejects.toMatchObject({
      type: 'invalid-field',
      field: 'file',
    })
    const correction = new TextEncoder().encode('Date,HUF,\n2026-01-30,320.00,\n')
    expect(await importFile(correction)).toMatchObject({ added: 0, corrected: 1 })
    expect(await inGroup((trx) => knownRates(trx, group))).toMatchObject([
      { source: 'ecb', currency: 'HUF', from: '2025-11-24', to: '2026-02-11', days: 58 },
      { source: 'ecb', currency: 'SEK' },
    ])
  })

  test('all figures are in euro, sum to zero to the cent and say by which rate', async () => {
    const figures = await consolidated('2026-01')
    expect(figures.difference).toBe('0.00')
    const cents = (amount: string) => BigInt(amount.replace('.', ''))
    for (const office of ['be', 'hu', 'se'])
      expect(
        figures.accounts.reduce((sum, { byOffice }) => sum + cents(byOffice[office] ?? '0.00'), 0n),
      ).toBe(0n)
    expect(figures.accounts.reduce((sum, { movement }) => sum + cents(movement), 0n)).toBe(0n)
    const of = (account: string) => figures.accounts.find((one) => one.group === account)
    // 76 000 HUF at the corrected closing rate of 320.
    expect(of('G1100')).toMatchObject({ byOffice: { be: '150.00', hu: '237.50' }, total: '387.50' })
    // January's 36 000 at its average of (21 × 360 + 320) ÷ 22; December's 40 000 at 400, which January's start made equity.
    const days = 22n
    const average = 21n * 360n + 320n
    const turnover = -(3_600_000n * days + average / 2n) / average
    expect(cents(of('G4100')?.byOffice.hu ?? '')).toBe(turnover)
    expect(of('G3800')).toMatchObject({ type: 'equity', byOffice: { be: '-100.00', hu: '-100.00' } })
    expect(of('G1100')?.movementByOffice).toEqual({ be: '50.00', hu: '137.50' })
    const hungary = figures.offices.find(({ slug }) => slug === 'hu')
    expect(hungary).toMatchObject({
      currency: 'HUF',
      closingRate: {
        perUnit: '320',
        day: '2026-01-31',
        lastQuotedOn: '2026-01-30',
        quotes: 1,
        source: 'ecb',
      },
      averageRate: { quotes: 22, firstQuotedOn: '2026-01-01', perUnit: '358.181818' },
      translationDifference: of('G3900')?.byOffice.hu,
    })
    expect(figures.offices.find(({ slug }) => slug === 'be')).toMatchObject({
      closingRate: null,
      translationDifference: '0.00',
    })
    expect(of('G3900')?.byOffice.be).toBeUndefined()
  })

  test('a fund’s identity survives translation, and the office’s own figures stand beside', async () => {
    const { funds, statistics } = await consolidated('2026-01')
    expect(funds.find(({ office }) => office === 'hu')).toMatchObject({
      available: '1.04',
      advanced: '1.04',
      lost: '1.04',
      contributed: '3.12',
      home: { contributed: '1000.01', available: '333.33' },
    })
    expect(statistics.find(({ office }) => office === 'hu')).toMatchObject({
      turnover: '11.17',
      wages: null,
      home: { turnover: '4000.00' },
    })
  })

  test('every figure opens to home amounts, rates and products; the translation difference to what the rates did', async () => {
    const open = (account: string, office = 'hu') =>
      inGroup((trx) => drillDown(trx, group, { period: '2026-01', group: account, office }))
    const figures = await consolidated('2026-01')
    for (const { group: account, byOffice, movementByOffice } of figures.accounts)
      for (const office of Object.keys(byOffice)) {
        const { total, accounts } = await open(account, office)
        const cents = (amounts: readonly string[]) =>
          amounts.reduce((sum, amount) => sum + BigInt(amount.replace('.', '')), 0n)
        expect(total).toBe(byOffice[office])
        expect(cents(accounts.map(({ amount }) => amount))).toBe(cents([total]))
        expect(cents(accounts.map(({ movement }) => movement))).toBe(
          cents([movementByOffice[office] as string]),
        )
        for (const { amount, parts } of accounts)
          expect(cents(parts.map((part) => part.amount))).toBe(cents([amount]))
      }
    expect(await open('G1100')).toMatchObject({
      currency: 'EUR',
      homeCurrency: 'HUF',
      accounts: [
        {
          number: '1100',
          home: '76000.00',
          amount: '237.50',
          parts: [{ basis: 'closing', day: '2026-01-31', home: '76000.00', rate: { perUnit: '320' } }],
        },
      ],
    })
    expect((await open('G3800')).accounts[0]?.parts).toMatchObject([
      { basis: 'average', day: '2025-12-01', home: '-40000.00', amount: '-100.00', rate: { perUnit: '400' } },
    ])
    const difference = await open('G3900')
    expect(difference.accounts.map(({ account }) => account)).toEqual(['g4100', 'g5100', 'rounding'])
    expect(difference.accounts[0]?.parts[0]).toMatchObject({
      basis: 'effect',
      home: '-40000.00',
      amount: '-25.00',
      rate: { perUnit: '400' },
    })
  })

  test('an office that changes its currency is not translated by guess', async () => {
    const office = await send('sk', 'HUF', { '2025-12': { G1100: 100n, G4100: -100n } })
    const line = { number: '1', name: 'One', debit: '0.00', credit: '0.00' }
    await office.send(database.db, group, {
      period: '2026-02',
      currency: 'EUR',
      accounts: [
        { ...line, account: 'g1100', group: 'G1100', opening: '1.00', closing: '1.00' },
        { ...line, account: 'g4100', group: 'G4100', opening: '-1.00', closing: '-1.00' },
      ],
    })
    await expect(consolidated('2026-02')).rejects.toThrow('a change of currency')
  })
})

test('another office sees no rate of the group’s', async () => {
  const { officeId } = await openOffice(database.db, testland, {
    slug: 'other',
    name: 'Other',
    role: 'group',
    legalEntities: [],
  })
  expect(await inOffice(database.db, officeId, (trx) => knownRates(trx, officeId))).toEqual([])
})
