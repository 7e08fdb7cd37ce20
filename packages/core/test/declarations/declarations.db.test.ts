import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeChecklist } from '../../src/closes/index.ts'
import { deadline, type Filing } from '../../src/country/index.ts'
import { declarationCalendar, type Filed, fileDeclaration } from '../../src/declarations/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { testland } from '../support/test-country.ts'
import { WageScene } from '../support/wage-scene.ts'

const by = (months: number, day: number) => deadline({ months, day, restDay: 'stays' }, 'Invented Code 4')
const fisc = { authority: 'The Fisc', made: 'figures' } as const
const filings: readonly Filing[] = [
  {
    ...fisc,
    code: 'wages',
    name: 'Wage return',
    subjects: ['wage-tax', 'social-security'],
    trigger: 'wages',
    deadlines: { month: by(1, 15) },
  },
  {
    ...fisc,
    code: 'vat',
    name: 'VAT return',
    subjects: ['vat'],
    trigger: 'vat',
    form: 'return',
    deadlines: { month: by(1, 20) },
  },
]
const today = '2026-11-23'
let database: TestDatabase
let scene: WageScene

beforeAll(async () => {
  database = await testDatabase()
  scene = await WageScene.open(database.db)
  scene.plugin = { ...testland, filings }
  const worker = await scene.worker()
  const { clientId } = await scene.client()
  await scene.job(worker, clientId, { endsOn: '2026-10-01', fee: 200_000n })
  await scene.pay('2026-10-12')
})
afterAll(() => database.drop())

const calendar = (on = today) =>
  scene.do(on, async (trx, context) =>
    (await declarationCalendar(trx, context)).map(
      ({ filing, from, dueOn, state }) => `${filing.code} ${from.slice(0, 7)} ${dueOn} ${state}`,
    ),
  )
const file = (changes: Partial<Filed> = {}) =>
  scene.do(today, (trx, context) =>
    fileDeclaration(trx, context, { filing: 'wages', period: '2026-10', reference: 'R-1', ...changes }),
  )

test('what was paid and sold is due, first what is overdue; VAT goes on without figures', async () => {
  expect(await calendar()).toEqual([
    'wages 2026-10 2026-11-15 overdue',
    'vat 2026-10 2026-11-20 overdue',
    'vat 2026-11 2026-12-20 coming',
  ])
  expect(await calendar('2026-11-10')).toEqual([
    'wages 2026-10 2026-11-15 due',
    'vat 2026-10 2026-11-20 due',
    'vat 2026-11 2026-12-20 coming',
  ])
})

test('the close of a month names the declarations whose day came by its end', async () => {
  const items = (period: string) =>
    scene.do(today, async (trx, context) =>
      (await closeChecklist(trx, context, period)).find(({ code }) => code === 'declarations-due'),
    )
  expect(await items('2026-10-01')).toBeUndefined()
  expect(await items('2026-11-01')).toMatchObject({
    blocks: false,
    count: 2,
    detail: expect.stringContaining('Wage return, VAT return'),
  })
})

test('bad input is refused by the field, and nothing is recorded', async () => {
  await expect(file({ filing: 'hearsay' })).rejects.toMatchObject({
    type: 'invalid-field',
    detail: expect.stringContaining('wages'),
  })
  await expect(file({ period: 'soon' })).rejects.toMatchObject({ type: 'invalid-field' })
  await expect(file({ reference: ' ' })).rejects.toMatchObject({ type: 'invalid-field' })
  await expect(file({ filedOn: '2026-11-24' })).rejects.toMatchObject({ type: 'invalid-field' })
  await expect(file({ entityNo: 9 })).rejects.toMatchObject({ type: 'not-found' })
  await expect(file({ filing: 'vat' })).rejects.toMatchObject({ type: 'refused' })
  await expect(file({ correction: true })).rejects.toMatchObject({ type: 'conflict' })
  expect((await calendar())[0]).toContain('overdue')
})

test('a period is filed once, corrected as often as need be, and nobody rewrites what is on record', async () => {
  const first = await file({ filedOn: '2026-11-14', file: { name: 'r.xml', sha256: 'ab'.repeat(32) } })
  expect(await file()).toEqual(first)
  await expect(file({ reference: 'R-2' })).rejects.toMatchObject({ type: 'conflict' })
  const second = await file({ reference: 'R-2', correction: true })
  expect(second.corrects).toBe(first.declarationId)
  expect((await file({ reference: 'R-3', correction: true })).corrects).toBe(second.declarationId)
  expect(await calendar()).toContain('wages 2026-10 2026-11-15 filed')
  await expect(
    scene.do(today, (trx) => sql`update samen.declaration set reference = 'R-9'`.execute(trx)),
  ).rejects.toThrow(/permission denied|append-only/)
})
