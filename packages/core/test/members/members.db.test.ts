import { afterAll, beforeAll, expect, test } from 'vitest'
import { inOffice } from '../../src/database/index.ts'
import {
  addMember,
  addMembers,
  buyShares,
  membersByNumberOrEmail,
  shareRegister,
} from '../../src/members/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { memberDraft, type WorkScene, workScene } from '../support/work-scene.ts'

let database: TestDatabase
let scene: WorkScene
beforeAll(async () => {
  database = await testDatabase()
  scene = await workScene(database.db)
})
afterAll(() => database.drop())

const inScene = <T>(work: Parameters<typeof inOffice<T>>[2]) => inOffice(database.db, scene.officeId, work)

test('the share register has no gap, though one of two buyers at once gives up', async () => {
  const before = await inScene((trx) => shareRegister(trx, scene.officeId))
  const buy = (rollBack: boolean) =>
    inScene(async (trx) => {
      const bought = await buyShares(trx, scene.context, scene.member.memberId, 2)
      if (rollBack) throw new Error('changed her mind')
      return bought
    })
  const outcomes = await Promise.allSettled([buy(false), buy(true), buy(false), buy(true), buy(false)])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  const register = await inScene((trx) => shareRegister(trx, scene.officeId))
  expect(register).toHaveLength(before.length + 6)
  expect(register.map(({ shareNumber }) => shareNumber)).toEqual(
    register.map((_, index) => BigInt(index + 1)),
  )
})

test('who joins gets a share of the office’s nominal value', async () => {
  const member = await inScene((trx) => addMember(trx, scene.context, memberDraft(20)))
  const shares = await inScene((trx) => shareRegister(trx, scene.officeId, member.memberId))
  expect(shares).toMatchObject([{ amount: 3_000n, currency: 'EUR', acquiredOn: '2026-01-02' }])
})

test.each([
  ['nationalNumber', { nationalNumber: 'X1' }],
  ['iban', { iban: 'WL00000000000001' }],
  ['iban', { iban: 'NL91ABNA0417164301' }],
  ['email', { email: 'nobody at home' }],
  ['birthDate', { birthDate: '1990-02-30' }],
  ['language', { language: 'tlh' }],
  ['region', { region: 'west' }],
  ['givenName', { givenName: '  ' }],
  ['workerFacts.children', { workerFacts: { children: -1 } }],
  ['workerFacts.shoeSize', { workerFacts: { shoeSize: 43 } }],
])('a person whose %s is wrong does not join', async (field, wrong) => {
  const attempt = inScene((trx) => addMember(trx, scene.context, memberDraft(30, wrong)))
  await expect(attempt).rejects.toMatchObject({ type: 'invalid-field', field })
})

test('an account in another country of the Union is as good as one at home', async () => {
  const foreign = memberDraft(31, { iban: 'NL91 ABNA 0417 1643 00' })
  expect(await inScene((trx) => addMember(trx, scene.context, foreign))).toMatchObject({
    iban: 'NL91ABNA0417164300',
  })
})

test('nobody joins twice, nor do two join with one address', async () => {
  const twice = inScene((trx) => addMember(trx, scene.context, memberDraft(1, { email: 'new@example.org' })))
  await expect(twice).rejects.toMatchObject({ type: 'conflict', field: 'nationalNumber' })
  const together = inScene((trx) =>
    addMembers(trx, scene.context, [memberDraft(40), memberDraft(41, { email: 'MEMBER40@example.org' })]),
  )
  await expect(together).rejects.toMatchObject({ type: 'conflict', field: 'members[1].email' })
  const known = await inScene((trx) =>
    membersByNumberOrEmail(trx, scene.officeId, { nationalNumbers: ['W00040'], emails: [] }),
  )
  expect(known).toEqual([])
})
