import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addClient, declareBankrupt } from '../../src/clients/index.ts'
import {
  contractById,
  contractSteps,
  createContract,
  createContracts,
  engagementsOf,
  fileHiring,
  moveContracts,
} from '../../src/contracts/index.ts'
import { fraction } from '../../src/country/index.ts'
import { inOffice } from '../../src/database/index.ts'
import { addMember } from '../../src/members/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { clientDraft, jobDraft, memberDraft, type WorkScene, workScene } from '../support/work-scene.ts'

let database: TestDatabase
let scene: WorkScene
beforeAll(async () => {
  database = await testDatabase()
  scene = await workScene(database.db)
})
afterAll(() => database.drop())

const inScene = <T>(work: Parameters<typeof inOffice<T>>[2]) => inOffice(database.db, scene.officeId, work)
const engaged = (changes: object) => [{ ...jobDraft(scene).engagements[0], ...changes }] as never

describe('the life of a contract', () => {
  test('goes from quote to order to started to done, and every step says who took it', async () => {
    const { contractId } = await inScene((trx) =>
      createContract(trx, scene.context, jobDraft(scene, { state: 'quote' })),
    )
    for (const to of ['order', 'started', 'done'] as const)
      await inScene((trx) => moveContracts(trx, scene.context, [contractId], to))
    const steps = await inScene((trx) => contractSteps(trx, scene.officeId, contractId))
    expect(steps.map(({ state }) => state)).toEqual(['quote', 'order', 'started', 'done'])
    expect(new Set(steps.map(({ takenBy }) => takenBy))).toEqual(new Set(['sam']))
  })

  test('takes a step once, however often it is asked for', async () => {
    const { contractId } = await inScene((trx) =>
      createContract(trx, scene.context, jobDraft(scene, { state: 'order' })),
    )
    for (let times = 0; times < 3; times++)
      await inScene((trx) => moveContracts(trx, scene.context, [contractId], 'started'))
    expect(await inScene((trx) => contractSteps(trx, scene.officeId, contractId))).toHaveLength(3)
  })

  test.each([
    ['quote', 'started'],
    ['quote', 'done'],
    ['started', 'cancelled'],
    ['done', 'order'],
  ] as const)('has no step from %s to %s', async (from, to) => {
    const { contractId } = await inScene((trx) =>
      createContract(trx, scene.context, jobDraft(scene, { state: from })),
    )
    const attempt = inScene((trx) => moveContracts(trx, scene.context, [contractId], to))
    await expect(attempt).rejects.toMatchObject({ type: 'conflict', field: 'state' })
    expect(await inScene((trx) => contractById(trx, scene.officeId, contractId))).toMatchObject({
      state: from,
    })
  })

  test('cannot jump to invoiced or closed by hand', async () => {
    const { contractId } = await inScene((trx) => createContract(trx, scene.context, jobDraft(scene)))
    const attempt = inScene((trx) => moveContracts(trx, scene.context, [contractId], 'invoiced' as never))
    await expect(attempt).rejects.toMatchObject({ type: 'conflict' })
  })

  test('numbers its own jobs when nobody names them', async () => {
    const nameless = { ...jobDraft(scene), state: 'quote' } as const
    const [first, second] = await inScene((trx) => createContracts(trx, scene.context, [nameless, nameless]))
    expect(first?.reference).toMatch(/^JOB-2026-\d{5}$/)
    expect(second?.reference).not.toBe(first?.reference)
  })
})

describe('a job is refused', () => {
  test.each([
    ['without a fee', { fee: 0n }, 'fee'],
    ['with expenses that eat the fee', { expenses: 100_000n }, 'expenses'],
    ['when it ends before it starts', { endsOn: '2026-11-09' }, 'endsOn'],
    ['on a day that does not exist', { startsOn: '2026-02-30' }, 'startsOn'],
    ['with a title of nothing', { title: ' ' }, 'title'],
    ['for a supply nobody knows', { supply: 'magic' as never }, 'supply'],
    ['in a region the country does not have', { region: 'west' }, 'region'],
    ['for a client of another world', { clientId: '00000000-0000-7000-8000-000000000000' }, 'clientId'],
    [
      'under an activity of another world',
      { activityId: '00000000-0000-7000-8000-000000000000' },
      'activityId',
    ],
    ['that lasts longer than a year', { startsOn: '2025-01-01' }, 'endsOn'],
  ] as const)('%s', async (_, wrong, field) => {
    const attempt = inScene((trx) => createContract(trx, scene.context, jobDraft(scene, wrong)))
    await expect(attempt).rejects.toMatchObject({ field, status: 422 })
  })

  test('when its terms are not what the law asks for, and the field is named', async () => {
    const wrong = jobDraft(scene, { engagements: engaged({ terms: { status: 'wizard' } }) })
    const attempt = inScene((trx) => createContract(trx, scene.context, wrong))
    await expect(attempt).rejects.toMatchObject({
      type: 'invalid-field',
      field: 'engagements[0].terms.status',
    })
  })

  test('when the member does not take part in the activity', async () => {
    const stranger = await inScene((trx) => addMember(trx, scene.context, memberDraft(50)))
    const wrong = jobDraft(scene, { engagements: engaged({ memberId: stranger.memberId }) })
    const attempt = inScene((trx) => createContract(trx, scene.context, wrong))
    await expect(attempt).rejects.toMatchObject({ type: 'refused', field: 'engagements[0].memberId' })
  })

  test('when the parts of its workers exceed the whole', async () => {
    const half = engaged({ share: fraction(3n, 2n) })
    const attempt = inScene((trx) =>
      createContract(trx, scene.context, jobDraft(scene, { engagements: half })),
    )
    await expect(attempt).rejects.toMatchObject({ field: 'engagements[0].share' })
  })

  test('as an order when its client is bankrupt, though a quote may stand', async () => {
    const client = await inScene((trx) => addClient(trx, scene.context, clientDraft(60)))
    const draft = jobDraft(scene, { clientId: client.clientId, state: 'quote' })
    const { contractId } = await inScene((trx) => createContract(trx, scene.context, draft))
    await inScene((trx) => declareBankrupt(trx, scene.officeId, client.clientId, '2026-11-20'))
    const attempt = inScene((trx) => moveContracts(trx, scene.context, [contractId], 'order'))
    await expect(attempt).rejects.toMatchObject({ type: 'refused', field: 'clientId' })
  })

  test('with all the others of its call when one of them is at fault', async () => {
    const drafts = [
      jobDraft(scene, { reference: 'good-1' }),
      jobDraft(scene, { reference: 'bad-1', fee: -1n }),
    ]
    const attempt = inScene((trx) => createContracts(trx, scene.context, drafts))
    await expect(attempt).rejects.toMatchObject({ field: 'contracts[1].fee' })
    await expect(
      inScene((trx) => createContract(trx, scene.context, jobDraft(scene, { reference: 'good-1' }))),
    ).resolves.toMatchObject({ reference: 'good-1' })
  })

  test('when another has its reference', async () => {
    await inScene((trx) => createContract(trx, scene.context, jobDraft(scene, { reference: 'twice' })))
    const attempt = inScene((trx) =>
      createContract(trx, scene.context, jobDraft(scene, { reference: 'twice' })),
    )
    await expect(attempt).rejects.toMatchObject({ type: 'conflict', field: 'reference' })
  })
})

describe('the hiring declaration', () => {
  const start = async (hiringFiledAt: string | null) => {
    const filed = hiringFiledAt === null ? null : new Date(hiringFiledAt)
    const draft = jobDraft(scene, { state: 'order', engagements: engaged({ hiringFiledAt: filed }) })
    const { contractId } = await inScene((trx) => createContract(trx, scene.context, draft))
    return inScene((trx) => moveContracts(trx, scene.context, [contractId], 'started'))
  }
  const field = 'engagements[0].hiringFiledAt'

  test('not filed, the job does not start', () =>
    expect(start(null)).rejects.toMatchObject({
      type: 'refused',
      field,
      detail: expect.stringContaining('HELLO'),
    }))
  test('filed in the last second of the day before, the job starts', () =>
    // 10 November begins in Brussels at 23:00 UTC of the ninth.
    expect(start('2026-11-09T22:59:59Z')).resolves.toMatchObject([{ state: 'started' }]))
  test('filed at the first instant of the day itself, the job does not start', () =>
    expect(start('2026-11-09T23:00:00Z')).rejects.toMatchObject({ type: 'refused', field }))
  test('filed earlier than the authority takes it, the job does not start', () =>
    expect(start('2026-10-01T10:00:00Z')).rejects.toMatchObject({ type: 'refused', field }))

  test('can be filed on an order, not on a job that has started', async () => {
    const draft = jobDraft(scene, {
      startsOn: '2026-11-24',
      endsOn: '2026-11-24',
      state: 'order',
      engagements: engaged({ hiringFiledAt: null }),
    })
    const created = await inScene((trx) => createContract(trx, scene.context, draft))
    const engagementId = created.engagements[0]?.engagementId as string
    await inScene((trx) => fileHiring(trx, scene.context, engagementId, { reference: 'H-1' }))
    const [engagement] = await inScene((trx) => engagementsOf(trx, scene.officeId, [created.contractId]))
    expect(engagement).toMatchObject({ hiringFiledAt: scene.context.now, hiringReference: 'H-1' })
    const done = await inScene((trx) => createContract(trx, scene.context, jobDraft(scene)))
    const late = inScene((trx) => fileHiring(trx, scene.context, done.engagements[0]?.engagementId as string))
    await expect(late).rejects.toMatchObject({ type: 'conflict' })
  })
})

test('a job that is still to come can be ordered but neither started nor done', async () => {
  const future = jobDraft(scene, { startsOn: '2026-12-01', endsOn: '2026-12-02', state: 'order' })
  const { contractId } = await inScene((trx) => createContract(trx, scene.context, future))
  const attempt = inScene((trx) => moveContracts(trx, scene.context, [contractId], 'started'))
  await expect(attempt).rejects.toMatchObject({ type: 'refused', field: 'startsOn' })
})

test('the wage of a job that ended on Tuesday 10 November is due seven working days later, the holiday not counted', async () => {
  const { engagements } = await inScene((trx) => createContract(trx, scene.context, jobDraft(scene)))
  expect(engagements[0]?.payBy).toBe('2026-11-20')
})

test('a team of three without stated parts shares alike', async () => {
  const others = await inScene(async (trx) => [
    await addMember(trx, scene.context, memberDraft(71)),
    await addMember(trx, scene.context, memberDraft(72)),
  ])
  const { openActivity } = await import('../../src/activities/index.ts')
  const people = [scene.member, ...others].map(({ memberId }) => memberId)
  const team = await inScene((trx) =>
    openActivity(trx, scene.context, {
      name: 'Trio',
      kind: 'team',
      sector: 'artistic',
      openedOn: '2026-01-01',
      memberIds: people,
    }),
  )
  const engagements = people.map((memberId) => ({ memberId, terms: { status: 'artist' } }))
  const draft = jobDraft(scene, { activityId: team.activityId, engagements, state: 'order' })
  const created = await inScene((trx) => createContract(trx, scene.context, draft))
  expect(created.engagements.map(({ share }) => share)).toEqual(people.map(() => fraction(1n, 3n)))
})

test('the contract’s own days complete the terms where the law asks for them', async () => {
  const created = await inScene((trx) => createContract(trx, scene.context, jobDraft(scene)))
  expect(created.engagements[0]?.terms).toEqual({ status: 'artist', startsOn: '2026-11-10' })
})
