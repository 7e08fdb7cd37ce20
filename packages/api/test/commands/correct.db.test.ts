import { readFile } from 'node:fs/promises'
import { openActivity } from '@samen/core/activities'
import { addClient } from '@samen/core/clients'
import { type OfficeContext, officeContext } from '@samen/core/context'
import { createContract } from '@samen/core/contracts'
import { previewCorrection } from '@samen/core/corrections'
import {
  type AnyCountryPlugin,
  fraction,
  type IsoDate,
  type Minor,
  type Parameter,
  parameter,
  percent,
} from '@samen/core/country'
import { inOffice, newId, type Transaction } from '@samen/core/database'
import { contribute, fundPositions } from '@samen/core/funds'
import { issueInvoices } from '@samen/core/invoices'
import { addMember } from '@samen/core/members'
import { openOffice } from '@samen/core/offices'
import { approvePayRun, computePayRun, postPayRun } from '@samen/core/pay-runs'
import { payslips } from '@samen/core/payslips'
import { belgium } from '@samen/country-be'
import { belgianPayroll } from '@samen/country-be/payroll'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../core/test/support/database.ts'
import { belgium as belgianOffice } from '../../src/demo/countries/be.ts'
import { type Scratch, scratchFolder } from '../support/program.ts'

/*
 * Belgium 2026, two changes that hold for days already paid. The work bonus: its upper wage limit rose from 3 271.48 to
 * 3 336.98 on 1 March and to 3 403.62 on 1 September, between the usual index steps of the other amounts. The asbestos
 * contribution of 0.01 %, usually due in the first two quarters, is due in the third too. Wages are paid under the law
 * without them; then the package as it is installed is asked. Every figure below was computed by hand from the sheet
 * (c.1, c.2, d.1).
 */
let database: TestDatabase
let folder: Scratch
let officeId: string
let legalEntityId: string
let ada: Awaited<ReturnType<typeof worker>>
let bea: Awaited<ReturnType<typeof worker>>
let clientId: string

const without = <T>(series: Parameter<T>, ...days: IsoDate[]): Parameter<T> =>
  parameter({ ...series, series: series.series.filter(({ from }) => !days.includes(from)) })

const { workBonusEmployee, workBonusManual, asbestosRate } = belgium.payroll.parameters
/** The package as it would have been before the changes were known: the same rules, older figures. */
const before: AnyCountryPlugin = {
  ...belgium,
  version: '0.0.9',
  payroll: belgianPayroll({
    social: {
      workBonusEmployee: without(workBonusEmployee as Parameter<never>, '2026-03-01', '2026-09-01'),
      workBonusManual: without(workBonusManual as Parameter<never>, '2026-03-01', '2026-09-01'),
      asbestosRate: parameter({
        ...(asbestosRate as Parameter<ReturnType<typeof percent>>),
        series: [
          { from: '2026-01-01', value: percent('0.01'), source: 'NSSO: quarters 1 and 2' },
          { from: '2026-07-01', value: percent('0'), source: 'NSSO: quarters 1 and 2' },
        ],
      }),
    },
  }),
}

const context = (today: IsoDate, by = 'sam'): OfficeContext =>
  officeContext({ officeId, plugin: before, by, today, now: new Date(`${today}T09:00:00Z`) })
const on = <T>(today: IsoDate, work: (trx: Transaction, at: OfficeContext) => Promise<T>, by?: string) =>
  inOffice(database.db, officeId, (trx) => work(trx, context(today, by)))

const place = { street: 'Rue du Modèle 9', postCode: '1000', town: 'Bruxelles', country: 'BE' }

const numberOf = belgianOffice.persons()

async function worker(nth: number, givenName: string) {
  const person = { givenName, familyName: 'Invented', birthDate: '1990-05-01' }
  return on('2026-01-05', async (trx, at) => {
    const { memberId } = await addMember(trx, at, {
      ...place,
      ...person,
      nationalNumber: numberOf({ ...person, sex: 'f' }),
      email: `${givenName}@example.org`,
      iban: belgianOffice.iban(100 + nth),
      language: 'fr',
      joinedOn: '2026-01-05',
    })
    const { activityId } = await openActivity(trx, at, {
      name: givenName,
      kind: 'single',
      sector: 'artistic',
      openedOn: '2026-01-05',
      memberIds: [memberId],
    })
    return { memberId, activityId }
  })
}

async function job(
  { memberId, activityId }: Awaited<ReturnType<typeof worker>>,
  fee: Minor,
  startsOn: IsoDate,
  endsOn: IsoDate,
  terms: Record<string, unknown>,
  share = fraction(1n, 1n),
) {
  await on(endsOn, async (trx, at) => {
    const { contractId } = await createContract(trx, at, {
      activityId,
      clientId,
      title: 'Work',
      supply: 'service',
      fee,
      startsOn,
      endsOn,
      state: 'done',
      engagements: [
        { memberId, share, terms, hiringFiledAt: new Date(Date.parse(`${startsOn}T00:00:00Z`) - 86_400_000) },
      ],
    })
    await issueInvoices(trx, at, [contractId])
  })
}

async function pay(dueOn: IsoDate) {
  const { run, leftOut } = await on(dueOn, (trx, at) => computePayRun(trx, at, { dueOn }))
  if (!run) throw new Error(`nothing is due on ${dueOn}: ${JSON.stringify(leftOut)}`)
  await on(dueOn, (trx, at) => approvePayRun(trx, at, run.payRunId), 'kim')
  return on(dueOn, (trx, at) => postPayRun(trx, at, run.payRunId))
}

const samen = (...args: string[]) =>
  folder.run('samen', args, { env: { DATABASE_URL: database.url, SAMEN_HOME: folder.path } }).ended
const correct = (...args: string[]) =>
  samen('correct', '--office', 'be', '--from', '2026-01-01', '--date', '2026-11-23', ...args)

beforeAll(async () => {
  database = await testDatabase()
  folder = await scratchFolder()
  const company = belgianOffice.company(1)
  const opened = await openOffice(database.db, belgium, {
    slug: 'be',
    name: 'Example office',
    clientCreditLimit: 10_000_000n,
    legalEntities: [
      {
        ...place,
        name: 'SC',
        companyNumber: company,
        vatNumber: `BE${company}`,
        iban: belgianOffice.iban(1),
      },
    ],
  })
  officeId = opened.officeId
  legalEntityId = opened.legalEntities[0]?.legalEntityId as string
  ada = await worker(1, 'Ada')
  bea = await worker(2, 'Bea')
  await on('2026-01-05', async (trx, at) => {
    ;({ clientId } = await addClient(trx, at, { name: 'Theatre', country: 'BE', language: 'fr' }))
    await contribute(trx, [
      {
        sourceId: newId(),
        legalEntityId,
        currency: 'EUR',
        effectiveOn: '2026-01-05',
        activityId: newId(),
        amount: 10_000_000n,
      },
    ])
  })
})
afterAll(async () => {
  await folder[Symbol.asyncDispose]()
  await database.drop()
})

const employee = { status: 'employee' }
const artist = { status: 'artist', contract: 'one-day' }

test('wages of 2026 are paid under the law as it was known', async () => {
  // Fees whose budget, after the levy of 6.5 %, is the cost of the gross to the cent; of the last one half is unspent.
  await job(ada, 395_175n, '2026-03-01', '2026-03-31', employee)
  await job(bea, 21_968n, '2026-03-14', '2026-03-14', artist)
  await pay('2026-04-10')
  await job(ada, 401_958n, '2026-07-01', '2026-07-31', employee)
  await pay('2026-08-11')
  await job(ada, 912_922n, '2026-09-01', '2026-09-30', employee, fraction(1n, 2n))
  await pay('2026-10-09')
  const slips = await on('2026-11-23', (trx) => payslips(trx, officeId, {}))
  const seen = Object.fromEntries(
    slips.map((slip) => [
      slip.periodFrom,
      [slip.gross, slip.employeeContributions, slip.wageTax, slip.employerCost],
    ]),
  )
  // March: 2900.00 × 13.07 % = 379.03 less bonus 123.00 − 0.2807 × 66.64 = 104.29; taxed 2625.26: 434.62 − 34.56.
  expect(seen['2026-03-01']).toEqual([290_000n, 27_474n, 40_006n, 369_489n])
  // A day at 108 %: 151.20 × 13.07 % = 19.76 less 5 % of 132.84 − 0.3032 × 246.64 = 58.06; 11.11 % of 123.14.
  expect(seen['2026-03-14']).toEqual([14_000n, 1_686n, 1_368n, 20_540n])
  expect(seen['2026-07-01']?.[0]).toBe(295_000n)
  expect(seen['2026-07-01']?.[3]).toBe(375_831n)
  // September: 437.85, no bonus above 3336.98, and 0.88 of the quarter's special contribution; taxed 2912.15: 557.41.
  expect(seen['2026-09-01']).toEqual([335_000n, 43_873n, 55_741n, 426_791n])
})

interface Sums {
  payslips: number
  totalsOnly: number
  workers: number
  difference: Record<string, string>
  toWorkers: string
  claims: string
  budgets: string
  borne: string
  advance: string
  authorities: { authority: string; before: string; difference: string }[]
  largest: {
    memberName: string
    difference: Record<string, string>
    payslips: {
      periodFrom: string
      difference: Record<string, string>
      lines: {
        code: string
        employee: string
        employer: string
        before: { employee: string; employer: string }
        why: { inputs?: Record<string, string> }
      }[]
    }[]
  }[]
}

/** What the law says now less what was paid, by worker, month and line: worked out by hand. */
const BY_HAND: Record<string, Record<string, Record<string, [before: string, change: string]>>> = {
  'Ada Invented': {
    // Bonus 123.00 − 0.2442 × 66.64 = 106.73; taxed 2627.70: 435.67; 33.14 % of the bonus is 35.37 instead of 34.56.
    '2026-03-01': {
      'work-bonus-a': ['-104.29', '-2.44'],
      'wage-tax': ['434.62', '1.05'],
      'wage-tax-bonus': ['-34.56', '-0.81'],
    },
    // 0.01 % of 2950.00, half up.
    '2026-07-01': { 'asbestos-fund': ['0.00', '0.30'] },
    // Bonus 127.54 − 0.2739 × 412.07 = 14.67; taxed 2926.82: 563.69; relief 4.86. 0.01 % of 3350.00.
    '2026-09-01': {
      'work-bonus-a': ['0.00', '-14.67'],
      'wage-tax': ['557.41', '6.28'],
      'wage-tax-bonus': ['0.00', '-4.86'],
      'asbestos-fund': ['0.00', '0.34'],
    },
  },
  'Bea Invented': {
    // 5 % of 132.84 − 0.2638 × 246.64 = 67.78 is 3.39; 11.11 % of 123.63 is 13.74.
    '2026-03-14': { 'work-bonus-a': ['-2.90', '-0.49'], 'wage-tax-artist': ['13.68', '0.06'] },
  },
}

function checkByHand(sums: Sums) {
  expect(sums).toMatchObject({
    payslips: 4,
    totalsOnly: 0,
    workers: 2,
    // 2.44 + 14.67 + 0.49 less contributions; tax 0.24 + 1.42 + 0.06; net is what is left of the two.
    difference: { employeeContributions: '-1760', wageTax: '172', net: '1588', employerCost: '64' },
    toWorkers: '1588',
    claims: '0',
    // July's job had spent its budget: the solidarity fund bears 0.30. September's has money left, which its client owes.
    budgets: '34',
    borne: '30',
    advance: '34',
  })
  expect(sums.authorities.map(({ authority, difference }) => [authority, difference])).toEqual([
    ['fps-finance', '172'],
    ['onss', '-1696'],
    ['onva', '0'],
  ])
  const seen = Object.fromEntries(
    sums.largest.map(({ memberName, payslips: slips }) => [
      memberName,
      Object.fromEntries(
        slips.map(({ periodFrom, lines }) => [
          periodFrom,
          Object.fromEntries(
            lines.map(({ code, employee, employer, before: was }) =>
              employee === '0.00' ? [code, [was.employer, employer]] : [code, [was.employee, employee]],
            ),
          ),
        ]),
      ),
    ]),
  )
  expect(seen).toEqual(BY_HAND)
  expect(sums.largest.map(({ difference }) => difference.net)).toEqual(['1545', '43'])
}

test('a preview under the law as installed shows every difference before anything is stored', async () => {
  const { code, stdout, stderr } = await correct('--preview', '--json')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const preview = JSON.parse(stdout)
  checkByHand(preview)
  const bonus = preview.largest[0].payslips[2].lines[0]
  expect(bonus.why.inputs).toMatchObject({ maximum: '127.54', top: '3403.62', slope: '27.39%' })
  const text = await correct('--preview')
  expect(text.stdout).toContain('nothing was stored')
  expect(text.stdout).toMatch(/onss +\S+ +\S+ +-16\.96/)
  expect((await on('2026-11-23', (trx) => payslips(trx, officeId, {}))).length).toBe(4)
})

test('it is approved by another person and posted in the current period; each worker gets one payment', async () => {
  const computed = await correct('--as', 'sam')
  expect(computed.stdout).toContain('another person than sam')
  const file = `${folder.path}/correction.xml`
  const posted = await correct('--as', 'sam', '--approve-as', 'kim', '--post', '--out', file, '--json')
  expect(posted.code).toBe(0)
  const { run, correction, files } = JSON.parse(posted.stdout)
  expect(run).toMatchObject({ kind: 'correction', state: 'posted', paidOn: '2026-11-23', net: '1588' })
  checkByHand(correction)
  expect(files).toEqual([file])
  const xml = await readFile(file, 'utf8')
  const amounts = [...xml.matchAll(/<InstdAmt Ccy="EUR">([\d.]+)</g)].map(([, amount]) => amount)
  expect(amounts.sort()).toEqual(['0.43', '15.45'])
  const funds = await on('2026-11-23', fundPositions)
  expect(funds.find(({ kind }) => kind === 'solidarity')?.spent).toBe(30n)
  const deltas = (await on('2026-11-23', (trx) => payslips(trx, officeId, {}))).filter(
    ({ corrects }) => corrects !== null,
  )
  expect(deltas.map(({ paidOn, gross }) => [paidOn, gross])).toEqual(Array(4).fill(['2026-11-23', 0n]))
})

test('once posted, the law says what was paid: a second correction finds nothing, and everything verifies', async () => {
  const again = await on('2026-11-23', (trx, at) => previewCorrection(trx, { ...at, plugin: belgium }))
  expect(again).toMatchObject({ payslips: 0, leftOut: [] })
  const repeated = await correct('--as', 'sam', '--approve-as', 'kim', '--post', '--json')
  expect(JSON.parse(repeated.stdout).run.state).toBe('posted')
  expect((await on('2026-11-23', (trx) => payslips(trx, officeId, {}))).length).toBe(8)
  const { code, stdout } = await samen('verify', '--office', 'be')
  expect(code).toBe(0)
  expect(stdout).toContain('every payslip stands in the books as it reads')
})

test('there is no correction left to throw away, and a day to come is refused', async () => {
  expect((await correct('--discard')).stderr).toContain('no correction that could be thrown away')
  const future = await samen('correct', '--office', 'be', '--from', '2026-12-01', '--date', '2026-11-23')
  expect(future.stderr).toContain('looks back')
})
