import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonicalJson, type Json } from '../../src/canonical/index.ts'
import { inOffice } from '../../src/database/index.ts'
import { ownKeyChain, rotateKey } from '../../src/federation/index.ts'
import {
  keepMemberHistory,
  keptHistories,
  memberHistory,
  readMemberHistory,
} from '../../src/member-history/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { WageScene } from '../support/wage-scene.ts'

let database: TestDatabase
let north: WageScene
let south: WageScene
let memberId: string
beforeAll(async () => {
  database = await testDatabase()
  north = await WageScene.open(database.db, { slug: 'north' })
  south = await WageScene.open(database.db, { slug: 'south' })
  const worker = await north.worker()
  memberId = worker.memberId
  const { clientId } = await north.client()
  for (const endsOn of ['2026-10-02', '2026-10-09'])
    await north.job(worker, clientId, { endsOn, fee: 100_000n })
  await north.pay('2026-10-20')
  // Somebody else's wage, which is nobody's business.
  await north.job(await north.worker(), clientId, { endsOn: '2026-10-09', fee: 900_000n })
})
afterAll(() => database.drop())

const write = () => north.do('2026-11-23', (trx, context) => memberHistory(trx, context, memberId))
const bytesOf = (document: unknown) => new TextEncoder().encode(canonicalJson(document as Json))

test('a member takes their history along: shares, jobs and payslips, their own and nobody else’s', async () => {
  const { history } = readMemberHistory(bytesOf(await write()))
  expect(history).toMatchObject({
    office: { slug: 'north', name: 'Samen NORTH', country: 'XX' },
    writtenOn: '2026-11-23',
    member: { givenName: 'Ada', birthDate: '1990-05-01', joinedOn: '2026-01-02' },
    shares: [{ number: '1', amount: '30.00', currency: 'EUR', acquiredOn: '2026-01-02' }],
    contracts: [{ fee: '1000.00', share: '1/1', endsOn: '2026-10-02' }, { endsOn: '2026-10-09' }],
  })
  const { rows } = await north.do('2026-11-23', (trx) =>
    sql<{ gross: string; net: string }>`
      select (gross / 100.0)::numeric(12, 2)::text as gross, (net / 100.0)::numeric(12, 2)::text as net
        from payslip where member_id = ${memberId} order by payslip_id`.execute(trx),
  )
  expect(history.payslips.map(({ gross, net }) => ({ gross, net }))).toEqual(rows)
  expect(rows).toHaveLength(2)
  for (const { gross, net, wageTax, employeeContributions, lines } of history.payslips) {
    const cents = (text: string) => BigInt(text.replace('.', ''))
    expect(cents(gross) - cents(employeeContributions) - cents(wageTax)).toBe(cents(net))
    expect((lines as unknown[]).length).toBeGreaterThan(0)
  }
})

test('whoever changes a figure of it, or signs it with another key, is found out; a rotated key still speaks', async () => {
  const document = await write()
  const [first] = document.history.payslips
  const richer = {
    ...document,
    history: { ...document.history, payslips: [{ ...first, net: '99999.00' }] },
  }
  expect(() => readMemberHistory(bytesOf(richer))).toThrow('was changed after')
  const strange = await south.do('2026-11-23', (trx) => ownKeyChain(trx, south.officeId))
  expect(() => readMemberHistory(bytesOf({ ...document, keys: strange }))).toThrow('was changed after')
  expect(() => readMemberHistory(bytesOf({ ...document, keyNo: 2 }))).toThrow('was changed after')
  expect(() => readMemberHistory(bytesOf({ ...document, more: 1 }))).toThrow('is not a member')
  expect(() => readMemberHistory(new TextEncoder().encode('{'))).toThrow('not JSON')
  await north.do('2026-11-23', (trx) => rotateKey(trx, north.officeId))
  expect(readMemberHistory(bytesOf(await write()))).toMatchObject({ keyNo: 2 })
})

test('another office keeps it, once, for the member it is about, to be read only', async () => {
  const signed = readMemberHistory(bytesOf(await write()))
  const { memberId: there } = await south.worker()
  const keep = (member: string, what = signed, by = south) =>
    by.do('2026-11-24', (trx, context) => keepMemberHistory(trx, context, { memberId: member, signed: what }))
  await keep(there)
  await keep(there)
  const kept = await inOffice(database.db, south.officeId, (trx) => keptHistories(trx, south.officeId, there))
  expect(kept).toMatchObject([{ fromOffice: 'north', writtenOn: '2026-11-23', keptBy: 'sam' }])
  expect(readMemberHistory(bytesOf(kept[0]?.document))).toEqual(signed)
  await expect(keep(memberId, signed, north)).rejects.toThrow('this office itself')
  const older = {
    ...signed,
    history: { ...signed.history, member: { ...signed.history.member, birthDate: '1960-01-01' } },
  }
  await expect(keep(there, older)).rejects.toThrow('born on 1960-01-01')
  await expect(keep(memberId)).rejects.toMatchObject({ type: 'not-found' })
})
