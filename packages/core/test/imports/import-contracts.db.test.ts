import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { declareBankrupt } from '../../src/clients/index.ts'
import { contractsByReference, engagementsOf } from '../../src/contracts/index.ts'
import { fraction } from '../../src/country/index.ts'
import { inOffice, type Transaction } from '../../src/database/index.ts'
import { importContracts } from '../../src/imports/index.ts'
import { membersByNumberOrEmail } from '../../src/members/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { type WorkScene, worklandIban, workScene } from '../support/work-scene.ts'

let database: TestDatabase
let scene: WorkScene
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
let offices = 0
beforeEach(async () => {
  scene = await workScene(database.db, `wl${++offices}`)
})

const inScene = <T>(work: (trx: Transaction) => Promise<T>) => inOffice(database.db, scene.officeId, work)

type Row = Record<string, string>

/** A line about the member and the client whom the office has. */
const row = (changes: Row = {}): Row => ({
  reference: 'A-1',
  title: 'An evening of songs',
  fee: '1000.00',
  starts_on: '2026-11-10',
  ends_on: '2026-11-10',
  state: 'done',
  client_vat_number: 'WLC1',
  client_name: '',
  member_national_number: 'W00001',
  member_email: '',
  hiring_filed_at: '2026-11-09T10:00',
  'terms.status': 'artist',
  ...changes,
})

const ada2 = {
  member_national_number: 'W00002',
  member_email: 'ada2@example.org',
  member_given_name: 'Ada',
  member_family_name: 'Second',
  member_birth_date: '1985-01-31',
  member_iban: worklandIban(77),
  member_street: 'Low Street 2',
  member_post_code: '1000',
  member_town: 'Capital',
}

function csv(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((one) => Object.keys(one)))]
  const quoted = (text = '') => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return [columns.join(), ...rows.map((one) => columns.map((column) => quoted(one[column])).join())].join(
    '\n',
  )
}
const load = (rows: readonly Row[] | string, name = 'jobs.csv') =>
  inScene((trx) =>
    importContracts(trx, scene.context, {
      name,
      bytes: new TextEncoder().encode(typeof rows === 'string' ? rows : csv(rows)),
    }),
  )
const rowsOf = async () => {
  const tables = [
    'member',
    'client',
    'activity',
    'contract',
    'engagement',
    'invoice',
    'ledger_transaction',
    'share',
  ]
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const { rows } = await inScene((trx) =>
      sql<{
        count: bigint
      }>`select count(*) from ${sql.table(table)} where office_id = ${scene.officeId}`.execute(trx),
    )
    counts[table] = Number(rows[0]?.count)
  }
  return counts
}

describe('a line', () => {
  test('of a known member for a known client becomes a contract with its invoice', async () => {
    expect(await load([row()])).toMatchObject({
      lines: 1,
      accepted: 1,
      refused: 0,
      contracts: 1,
      invoices: 1,
      members: 0,
      clients: 0,
      activities: 0,
      faults: [],
    })
    const [contract] = await inScene((trx) => contractsByReference(trx, scene.officeId, ['A-1']))
    expect(contract).toMatchObject({
      fee: 100_000n,
      state: 'invoiced',
      activityId: scene.activity.activityId,
    })
  })

  test('brings its member, client and activity along when the office knows neither', async () => {
    const stranger = row({
      ...ada2,
      client_vat_number: 'NEW9',
      client_name: 'New Theatre',
      'worker.children': '2',
    })
    expect(await load([stranger])).toMatchObject({
      accepted: 1,
      members: 1,
      clients: 1,
      activities: 1,
      faults: [],
    })
    const [member] = await inScene((trx) =>
      membersByNumberOrEmail(trx, scene.officeId, { nationalNumbers: ['W00002'], emails: [] }),
    )
    expect(member).toMatchObject({
      familyName: 'Second',
      workerFacts: { children: 2 },
      joinedOn: '2026-11-23',
    })
  })

  test.each(['quote', 'order', 'started'])('wanted as %s stays there, without an invoice', async (state) => {
    expect(await load([row({ state })])).toMatchObject({ accepted: 1, invoices: 0 })
    const [contract] = await inScene((trx) => contractsByReference(trx, scene.officeId, ['A-1']))
    expect(contract?.state).toBe(state)
  })

  test('updates what is known of a member for the payroll law', async () => {
    await load([row({ 'worker.children': '3' })])
    const [member] = await inScene((trx) =>
      membersByNumberOrEmail(trx, scene.officeId, { nationalNumbers: ['W00001'], emails: [] }),
    )
    expect(member?.workerFacts).toEqual({ children: 3 })
  })

  test('gives the country’s own terms their types', async () => {
    await load([row({ 'terms.hours': '7,5', 'terms.night': 'yes', 'terms.badge.code': '007' })])
    const [contract] = await inScene((trx) => contractsByReference(trx, scene.officeId, ['A-1']))
    const [engagement] = await inScene((trx) =>
      engagementsOf(trx, scene.officeId, [contract?.contractId as string]),
    )
    expect(engagement?.terms).toEqual({
      status: 'artist',
      hours: 7.5,
      night: true,
      badge: { code: '007' },
      startsOn: '2026-11-10',
    })
  })
})

describe('a refused line', () => {
  test.each<[string, Row, string]>([
    ['without a reference', { reference: '' }, 'reference'],
    ['without a title', { title: '' }, 'title'],
    ['with a negative fee', { fee: '-5' }, 'fee'],
    ['with a fee of nothing', { fee: '0' }, 'fee'],
    ['with a thousands separator', { fee: '1,250.00' }, 'fee'],
    ['with three decimals', { fee: '1.250' }, 'fee'],
    ['on a day that does not exist', { starts_on: '2026-02-30' }, 'starts_on'],
    ['with a day the other way round', { ends_on: '10/11/2026' }, 'ends_on'],
    ['that ends before it starts', { ends_on: '2026-11-09' }, 'ends_on'],
    ['that is not over yet', { ends_on: '2026-11-24' }, 'ends_on'],
    ['without a hiring declaration', { hiring_filed_at: '' }, 'hiring_filed_at'],
    ['declared on the day itself', { hiring_filed_at: '2026-11-10' }, 'hiring_filed_at'],
    ['declared at a moment nobody can read', { hiring_filed_at: 'yesterday' }, 'hiring_filed_at'],
    ['declared in the future', { hiring_filed_at: '2027-01-01T00:00Z' }, 'hiring_filed_at'],
    ['with a status the law does not know', { 'terms.status': 'wizard' }, 'terms.status'],
    ['without the status the law asks for', { 'terms.status': '' }, 'terms.status'],
    ['with a fact out of range', { 'worker.children': '99' }, 'worker.children'],
    ['about nobody', { member_national_number: '' }, 'member_national_number'],
    // A code nobody has would count as abroad, and its invoice carry no tax; Greece is EL for VAT alone.
    [
      'about a client of no country',
      { client_vat_number: '', client_name: 'X', client_country: 'ZZ' },
      'client_country',
    ],
    [
      'about a client of EL',
      { client_vat_number: '', client_name: 'X', client_country: 'EL' },
      'client_country',
    ],
    ['about a number that is none', { member_national_number: 'X9' }, 'member_national_number'],
    [
      'about a stranger it does not introduce',
      { member_national_number: 'W00009' },
      'member_national_number',
    ],
    ['that introduces somebody with a wrong account', { ...ada2, member_iban: 'WL00' }, 'member_iban'],
    ['whose e-mail is another member’s', { ...ada2, member_email: 'member1@example.org' }, 'member_email'],
    ['for no client', { client_vat_number: '' }, 'client_name'],
    ['for a stranger without a name', { client_vat_number: 'NEW9' }, 'client_name'],
    ['in a state nobody knows', { state: 'invoiced' }, 'state'],
    ['for a supply nobody knows', { supply: 'magic' }, 'supply'],
    ['with a part above the whole', { share: '3/2' }, 'share'],
    ['with a part nobody can read', { share: 'half' }, 'share'],
    ['in a sector nobody knows', { sector: 'mining' }, 'sector'],
    ['in a region the country does not have', { region: 'west' }, 'region'],
  ])(
    '%s is named with file, line, field and reason, and the valid line beside it is taken',
    async (_, wrong, field) => {
      const good = row({
        reference: 'A-2',
        supply: '',
        region: '',
        share: '',
        sector: '',
        'worker.children': '',
      })
      const report = await load([good, row(wrong)])
      expect(report).toMatchObject({ lines: 2, accepted: 1, refused: 1, contracts: 1 })
      expect(report.faults).toContainEqual({
        file: 'jobs.csv',
        line: 3,
        field,
        reason: expect.stringMatching(/\w/),
      })
      expect(new Set(report.faults.map(({ line }) => line))).toEqual(new Set([3]))
    },
  )

  test('for a bankrupt client names the client', async () => {
    await inScene((trx) => declareBankrupt(trx, scene.officeId, scene.client.clientId, '2026-11-01'))
    const { faults } = await load([row()])
    expect(faults).toMatchObject([
      { line: 2, field: 'client_name', reason: expect.stringContaining('bankrupt') },
    ])
  })

  test('leaves no member, client or activity of its own behind', async () => {
    const before = await rowsOf()
    await load([row({ ...ada2, client_vat_number: 'NEW9', client_name: 'New', fee: '0' })])
    expect(await rowsOf()).toEqual(before)
  })
})

describe('a team contract', () => {
  const team = (changes: Row[] = []) => [
    row({ reference: 'T-1', title: 'Duo', ...changes[0] }),
    row({ reference: 'T-1', title: '', fee: '', starts_on: '', ends_on: '', ...ada2, ...changes[1] }),
  ]

  test('shares its budget alike, or as it says', async () => {
    await load([
      ...team(),
      row({ reference: 'T-2', share: '25%' }),
      row({ reference: 'T-2', share: '3/4', ...ada2 }),
    ])
    const contracts = await inScene((trx) => contractsByReference(trx, scene.officeId, ['T-1', 'T-2']))
    const shares = async (reference: string) => {
      const { contractId = '' } = contracts.find((one) => one.reference === reference) ?? {}
      return (await inScene((trx) => engagementsOf(trx, scene.officeId, [contractId]))).map(
        ({ share }) => share,
      )
    }
    expect(await shares('T-1')).toEqual([fraction(1n, 2n), fraction(1n, 2n)])
    expect(await shares('T-2')).toEqual(expect.arrayContaining([fraction(25n, 100n), fraction(3n, 4n)]))
    // The two contracts are of the same two people: one team.
    expect(contracts[0]?.activityId).toBe(contracts[1]?.activityId)
  })

  test('fails as a whole, and the sound line says because of which', async () => {
    const report = await load([...team([{}, { 'terms.status': 'wizard' }]), row({ reference: 'B-1' })])
    expect(report).toMatchObject({ lines: 3, accepted: 1, refused: 2, contracts: 1, members: 0 })
    expect(report.faults).toMatchObject([
      { line: 2, field: 'reference', reason: 'Line 3 of the same contract is refused.' },
      { line: 3, field: 'terms.status' },
    ])
  })

  test.each<[string, Row, string]>([
    ['another fee', { fee: '2000' }, 'fee'],
    ['another client', { client_vat_number: '', client_name: 'Someone else' }, 'client_name'],
    ['the same person again', { ...row(), reference: 'T-1', title: '', fee: '' }, 'member_national_number'],
  ])('whose second line names %s is refused', async (_, wrong, field) => {
    const { faults, accepted } = await load(team([{}, wrong]))
    expect(accepted).toBe(0)
    expect(faults).toContainEqual(expect.objectContaining({ line: 3, field }))
  })
})

describe('importing again', () => {
  test('the same file changes nothing and gives the same answer', async () => {
    const file = [row(), row({ reference: 'A-2', fee: '0' })]
    const first = await load(file)
    const before = await rowsOf()
    expect(await load(file, 'another name.csv')).toEqual({
      ...first,
      file: 'another name.csv',
      alreadyImported: true,
    })
    expect(await rowsOf()).toEqual(before)
  })

  test('a corrected file adds only what is new', async () => {
    await load([row(), row({ reference: 'A-2', fee: '0' })])
    const report = await load([row(), row({ reference: 'A-2', fee: '500' })])
    expect(report).toMatchObject({
      lines: 2,
      accepted: 1,
      unchanged: 1,
      refused: 0,
      contracts: 1,
      faults: [],
    })
    expect(await rowsOf()).toMatchObject({ contract: 2, invoice: 2 })
  })

  test('the same lines in another order, with other separators and columns, are the same contracts', async () => {
    await load([row(), row({ reference: 'A-2' })])
    const turned = [row({ reference: 'A-2' }), row()].map((one) =>
      Object.fromEntries(Object.entries(one).reverse()),
    )
    const report = await load(csv(turned).replaceAll(',', ';'))
    expect(report).toMatchObject({ lines: 2, accepted: 0, unchanged: 2, refused: 0 })
  })

  test('a reference with other content is refused: what is agreed is not changed by an import', async () => {
    await load([row()])
    const report = await load([row({ fee: '999' })])
    expect(report).toMatchObject({ accepted: 0, refused: 1 })
    expect(report.faults).toMatchObject([{ line: 2, field: 'reference' }])
  })

  test('twice at the same moment imports once', async () => {
    const reports = await Promise.all([load([row()]), load([row()])])
    expect(reports.map(({ alreadyImported }) => alreadyImported).toSorted()).toEqual([false, true])
    expect(await rowsOf()).toMatchObject({ contract: 1, invoice: 1 })
  })

  test('a file of which nothing was taken is judged anew, once what it lacks is there', async () => {
    const short = [row({ member_national_number: 'W00002' })]
    expect(await load(short)).toMatchObject({ accepted: 0 })
    await load([row({ reference: 'A-9', ...ada2 })])
    expect(await load(short)).toMatchObject({ accepted: 1, alreadyImported: false })
  })
})

describe('a person whom the file introduces', () => {
  const second = { ...row(), ...ada2, reference: 'A-2' }
  const blank = { member_iban: '', member_street: '', member_post_code: '', member_town: '' }

  test('is the same on every line, however their number is written', async () => {
    const dotted = { member_national_number: 'W.000.02' }
    const report = await load([
      row({ ...ada2, ...dotted }),
      { ...second, ...dotted },
      { ...second, reference: 'A-3' },
    ])
    expect(report).toMatchObject({ accepted: 3, members: 1, faults: [] })
  })

  test('is named by other lines with as little as they like, above or below', async () => {
    const report = await load([{ ...second, ...blank }, row(ada2), { ...second, ...blank, reference: 'A-3' }])
    expect(report).toMatchObject({ accepted: 3, members: 1, faults: [] })
  })

  test('is not contradicted in silence: what another line says wrongly is refused there', async () => {
    const report = await load([row(ada2), { ...second, member_iban: 'WL00' }])
    expect(report).toMatchObject({ accepted: 1, faults: [{ line: 3, field: 'member_iban' }] })
  })

  test('is unknown while no line says enough', async () => {
    const report = await load([row({ ...ada2, ...blank })])
    expect(report.faults.map(({ field, reason }) => [field, reason])).toEqual([
      ['member_iban', 'May not be empty.'],
      ['member_street', 'May not be empty.'],
      ['member_post_code', 'May not be empty.'],
      ['member_town', 'May not be empty.'],
    ])
  })
})

describe('a file as a whole is refused', () => {
  test.each([
    ['without the columns a contract needs', 'reference,title\n1,2\n', /missing: fee, starts_on, ends_on/],
    ['with a column nobody knows', `${csv([row({ mood: 'good' })])}`, /not known: mood/],
    ['with a term the law does not ask for', `${csv([row({ 'terms.mood': 'good' })])}`, /terms\.mood/],
    [
      'that would reach into what every object has',
      `${csv([row({ 'terms.constructor.x': '1' })])}`,
      /not known/,
    ],
    ['that is another kind of file', '<?xml version="1.0"?>\n<Document/>', /not a header/],
  ])('%s', async (_, text, sentence) => {
    const before = await rowsOf()
    await expect(load(text)).rejects.toMatchObject({ field: 'file', detail: expect.stringMatching(sentence) })
    expect(await rowsOf()).toEqual(before)
  })
})

test('two thousand lines are imported, invoices numbered in the order the jobs ended', async () => {
  const rows = Array.from({ length: 2_000 }, (_, index) => {
    const day = `2026-10-${String(1 + (index % 14)).padStart(2, '0')}`
    return row({
      reference: `R-${index}`,
      starts_on: day,
      ends_on: day,
      hiring_filed_at: '2026-09-15T08:00Z',
    })
  })
  expect(await load(rows)).toMatchObject({ accepted: 2_000, invoices: 2_000, faults: [] })
  const { rows: order } = await inScene((trx) =>
    sql<{
      ends_on: string
    }>`select c.ends_on from samen.invoice i join samen.contract c using (office_id, contract_id)
      where i.office_id = ${scene.officeId} order by i.number`.execute(trx),
  )
  const days = order.map((one) => one.ends_on)
  expect(days).toEqual(days.toSorted())
})
