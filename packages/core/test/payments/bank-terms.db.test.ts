import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setBankTerms } from '../../src/payments/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { testland } from '../support/test-country.ts'
import { major, WageScene } from '../support/wage-scene.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

test('wages go in batches as the bank takes them, and each is told when the bank has paid it', async () => {
  const scene = await WageScene.open(database.db)
  const { clientId } = await scene.client()
  for (let job = 0; job < 3; job++) await scene.job(await scene.worker(), clientId, { endsOn: '2026-11-12' })
  const say = (terms: Partial<Parameters<typeof setBankTerms>[2]>) =>
    scene.do('2026-11-20', (trx, context) =>
      setBankTerms(trx, context, { transfersMax: 2, amountMax: null, instant: false, ...terms }),
    )
  await expect(say({ transfersMax: 0 })).rejects.toMatchObject({ field: 'transfersMax' })
  await expect(say({ amountMax: 0n })).rejects.toMatchObject({ field: 'amountMax' })
  scene.plugin = { ...testland, currency: 'SEK' }
  await expect(say({ instant: true })).rejects.toMatchObject({ field: 'instant' })
  scene.plugin = testland
  await say({ instant: true })
  await scene.pay('2026-11-23')
  const { rows: files } = await scene.do('2026-11-23', (trx) =>
    sql<{ content: string }>`select content from payment_file where office_id = ${scene.officeId}`.execute(
      trx,
    ),
  )
  expect(files).toHaveLength(1)
  expect(files[0]?.content.match(/<PmtInf>/g)).toHaveLength(2)
  expect(files[0]?.content.match(/INST/g)).toHaveLength(2)
  const { rows: payments } = await scene.do('2026-11-23', (trx) =>
    sql<{ amount: bigint; endToEndId: string }>`
      select amount, end_to_end_id as "endToEndId" from payment where office_id = ${scene.officeId}`.execute(
      trx,
    ),
  )
  const report = await scene.statement(
    '2026-11-23',
    payments.map(({ amount, endToEndId }) => ({ amount: `-${major(amount)}`, endToEndId })),
  )
  expect(report).toMatchObject({ waiting: 0, matched: { wages: 3 } })
})
