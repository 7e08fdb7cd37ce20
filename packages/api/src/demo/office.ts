import { openActivities } from '@samen/core/activities'
import { addClients } from '@samen/core/clients'
import { closeMonth } from '@samen/core/closes'
import { type OfficeContext, officeContext } from '@samen/core/context'
import { createContracts, payByOf } from '@samen/core/contracts'
import {
  type AnyCountryPlugin,
  addDays,
  daysBetween,
  fraction,
  type IsoDate,
  isWorkingDay,
  type Minor,
  maximum,
  monthOf,
  weekday,
} from '@samen/core/country'
import { type Database, inOffice, type Transaction } from '@samen/core/database'
import { contribute } from '@samen/core/funds'
import { issueInvoices } from '@samen/core/invoices'
import { post } from '@samen/core/ledger'
import { addMembers } from '@samen/core/members'
import { ORDINARY_ALLOCATION, openOffice } from '@samen/core/offices'
import { approvePayRun, computePayRun, payDays, postPayRun } from '@samen/core/pay-runs'
import { paymentFiles } from '@samen/core/payments'
import { importStatement, matchByHand } from '@samen/core/statements'
import { writeOffClient } from '@samen/core/write-offs'
import { sql } from 'kysely'
import { DemoBank, type Puzzle } from './bank.ts'
import { billOtherOffice, cedeLosses, fillBooks } from './books.ts'
import { clientsOf, type DemoClient } from './clients.ts'
import type { CountryProfile } from './countries/index.ts'
import { type DemoJob, type JobWorld, jobOf, jobsOf, teamsOf } from './jobs.ts'
import { LANGUAGES, type LanguageCode } from './languages/index.ts'
import { type DemoMember, people } from './people.ts'
import { dice } from './random.ts'
import { bringSupplierInvoices } from './supplier-invoices.ts'

export interface OfficeOptions {
  readonly scale: number
  /** The day the demo plays. */
  readonly today: IsoDate
  /** Who prepares and who approves: user ids. */
  readonly staff: string
  readonly approver: string
  readonly seed: number
  readonly id: () => string
  /** How far, from 0 to 1. */
  readonly onProgress: (part: number) => void
}

export interface DemoOffice {
  readonly officeId: string
  /** The member who signs in. */
  readonly memberId: string
  /** What it turns over in a month, minor units. */
  readonly aMonth: Minor
}

/** Rows written in one go, at most: what one posting of the ledger takes. */
const CHUNK = 20_000

/** Opens an office and lets it work from three months back until today, with the use cases people use. */
export async function buildOffice(
  db: Database,
  plugin: AnyCountryPlugin,
  profile: CountryProfile,
  options: OfficeOptions,
): Promise<DemoOffice> {
  const { today, id, scale } = options
  const from = firstDay(today)
  const company = profile.company(1)
  const iban = profile.iban(1)
  const { officeId, legalEntities } = await openOffice(db, plugin, {
    slug: profile.slug,
    name: profile.officeName,
    legalEntities: [
      {
        ...profile.entity,
        companyNumber: company,
        vatNumber: profile.vat(company),
        iban,
        country: profile.country,
      },
    ],
    allocation: [
      // The reserve of earlier years guarantees wages; from then on levies are split as usual.
      { from: '2000-01-01', shares: { 'wage-guarantee': fraction(1n, 1n) } },
      { ...ORDINARY_ALLOCATION, from: addDays(from, 1) },
    ],
    shareAmount: profile.share,
    clientCreditLimit: profile.prices.unit * 1_000n,
    by: options.staff,
    id,
  })
  const legalEntityId = legalEntities[0]?.legalEntityId as string
  const throws = dice(options.seed)
  const members = people(profile, Math.max(24, Math.round(profile.workers * scale)), today, throws, id)
  const yearly = (profile.turnover * BigInt(members.length)) / BigInt(profile.workers)
  const clients = clientsOf(profile, Math.max(16, Math.round(members.length * 0.4)), yearly / 12n, throws, id)
  const teams = teamsOf(members, from, throws, id)
  const failures = failureDays(clients, from, today)
  const world: JobWorld = {
    profile,
    members,
    clients,
    teams,
    from,
    today,
    dice: throws,
    id,
    lastWorkFor: ({ clientId }) => addDays(failures.get(clientId) ?? '2199-01-01', -20),
  }
  const turnover = (yearly * BigInt(daysBetween(from, today))) / 365n
  const jobs = [...jobsOf(world, turnover), ...jobsOfSignedIn(world, plugin)]

  const at = (day: IsoDate, by = options.staff): OfficeContext =>
    officeContext({ officeId, plugin, by, today: day, now: new Date(`${day}T10:00:00Z`), id })
  // Some two months of wages; a tiny office needs more, because one large job is already much of its work.
  const { unit, month } = profile.prices
  const aMonth = (unit * BigInt(month[0] + month[1])) / 2n
  const reserve = maximum((yearly * 15n) / 100n, aMonth * 17n)
  const bank = new DemoBank({ iban, country: plugin }, reserve, addDays(from, -1), throws)
  await inOffice(db, officeId, async (trx) => {
    const first = at(from)
    await addMembers(
      trx,
      first,
      members.map(({ draft }) => draft),
    )
    await addClients(
      trx,
      first,
      clients.map(({ draft }) => draft),
    )
    await openActivities(trx, first, [
      ...members.map(({ draft, memberId, activityId, sector }) => ({
        activityId,
        name: LANGUAGES[draft.language as LanguageCode].fullName(draft.givenName, draft.familyName),
        kind: 'single' as const,
        sector,
        openedOn: draft.joinedOn,
        memberIds: [memberId],
      })),
      ...teams.map(({ draft }) => draft),
    ])
    await bringReserve(trx, first, legalEntityId, reserve)
    await billOtherOffice(trx, first, profile.slug)
  })
  const promises = new Set<IsoDate>()
  const office: WorkingOffice = {
    db,
    officeId,
    plugin,
    bank,
    clients,
    failures,
    at,
    options,
    jobs,
    promises,
    unit,
  }
  await live(office, from)
  const signedIn = members[0] as DemoMember
  const coming = jobs.find(
    ({ draft }) =>
      draft.activityId === signedIn.activityId && draft.state === 'order' && draft.startsOn > today,
  )
  await inOffice(db, officeId, async (trx) => {
    await bringSupplierInvoices(trx, at(today), profile, signedIn.activityId)
    const people = { first: at(today), second: at(today, options.approver) }
    const facts = { activityId: signedIn.activityId, orderId: coming?.draft.contractId, unit }
    await fillBooks(trx, people, facts)
    await cedeLosses(trx, people.first, { slug: profile.slug, from, unit })
  })
  return { officeId, memberId: signedIn.memberId, aMonth: yearly / 12n }
}

/** First working day's month: three whole months before the month of today. */
function firstDay(today: IsoDate): IsoDate {
  let day = monthOf(today).from
  for (let back = 0; back < 3; back++) day = monthOf(addDays(day, -1)).from
  return day
}

/** When each failing client is declared bankrupt; the last of them not before the demo ends. */
function failureDays(clients: readonly DemoClient[], from: IsoDate, today: IsoDate): Map<string, IsoDate> {
  const window = daysBetween(from, today)
  const failing = clients.filter(({ habit }) => habit === 'failing')
  return new Map(
    failing.map(({ clientId }, index) => [
      clientId,
      addDays(from, Math.floor((window * (index % 2 === 0 ? 70 : 92)) / 100)),
    ]),
  )
}

/** Money of earlier years: on the account, and in the guarantee fund. */
export async function bringReserve(
  trx: Transaction,
  { officeId, plugin: { currency }, today, id }: OfficeContext,
  legalEntityId: string,
  amount: Minor,
): Promise<void> {
  // It passes through a budget that belongs to the company itself.
  const budget = { account: 'activity-budget', subject: legalEntityId, currency }
  const sourceId = id()
  await post(trx, officeId, [
    {
      key: `opening:${sourceId}`,
      kind: 'opening',
      legalEntityId,
      effectiveOn: today,
      description: 'Reserve of earlier years',
      entries: [
        { account: 'bank', currency, amount },
        { ...budget, amount: -amount },
      ],
    },
  ])
  await contribute(trx, [
    { sourceId, legalEntityId, currency, effectiveOn: today, activityId: legalEntityId, amount },
  ])
}

/** The member who signs in sees every stage: paid long ago, a client that failed, today's wage, running, to come. */
function jobsOfSignedIn(world: JobWorld, plugin: AnyCountryPlugin): DemoJob[] {
  const { today, clients } = world
  const [member] = world.members as readonly [DemoMember]
  const payBy = payByOf(plugin)
  const { nextRunOn } = payDays(plugin, today)
  let dueToday = addDays(today, -1)
  while (payBy(dueToday, member.region.code) >= nextRunOn) dueToday = addDays(dueToday, -1)
  const steady = clients.filter(({ habit }) => habit === 'on-time' || habit === 'late')
  const oneDay = [-108, -89, -75, -61, -54, -40, -33, -26, -19, -6, -3, 4, 11, 18]
    .map((days) => addDays(today, days))
    .concat(dueToday)
    .map((day, index) => ({
      startsOn: day,
      endsOn: day,
      client: steady[index % steady.length] as DemoClient,
    }))
  const others = [
    {
      startsOn: addDays(today, -98),
      endsOn: addDays(today, -96),
      client: clients.find(({ habit }) => habit === 'failing'),
    },
    { startsOn: addDays(today, -1), endsOn: addDays(today, 2), client: steady[1] },
  ]
  return [...oneDay, ...others].map(({ startsOn, endsOn, client }, index) =>
    jobOf(
      world,
      {
        sector: 'artistic',
        kind: startsOn === endsOn ? 'one-day' : 'several-day',
        member,
        client: client as DemoClient,
        startsOn,
        endsOn,
      },
      900_001 + index,
    ),
  )
}

interface WorkingOffice {
  readonly db: Database
  readonly officeId: string
  readonly plugin: AnyCountryPlugin
  readonly bank: DemoBank
  readonly clients: readonly DemoClient[]
  readonly failures: ReadonlyMap<string, IsoDate>
  readonly at: (day: IsoDate, by?: string) => OfficeContext
  readonly options: OfficeOptions
  readonly jobs: readonly DemoJob[]
  /** Last days to pay of the wages that are invoiced and not yet paid. */
  readonly promises: Set<IsoDate>
  /** Of the country's prices, in minor units. */
  readonly unit: bigint
}

/** Day after day: invoices twice a week, wages every day, statements and loose ends once a week, months in time. */
async function live(office: WorkingOffice, from: IsoDate): Promise<void> {
  const { options, plugin, bank } = office
  const { today } = options
  const days = daysBetween(from, today)
  const queue = [...office.jobs].sort((a, b) =>
    a.draft.endsOn < b.draft.endsOn ? -1 : a.draft.endsOn > b.draft.endsOn ? 1 : 0,
  )
  bank.receiveFromStranger(addDays(today, -5), (office.unit * 69n) / 2n)
  for (let count = 0; count < days; count++) {
    const day = addDays(from, count)
    options.onProgress(count / days)
    await failClients(office, day)
    const isWorking = isWorkingDay(day, plugin.holidays)
    const isToday = day === today
    if (isToday || (isWorking && (weekday(day) === 2 || weekday(day) === 5))) {
      const ended = queue.splice(
        0,
        queue.findIndex(({ draft }) => draft.endsOn >= day),
      )
      // Jobs of the last days wait for their invoice, so that there is something to do today.
      await work(office, day, ended, !isToday)
    }
    if (isToday) await work(office, day, queue, false)
    else if (isWorking) await payWages(office, day)
    if (isToday || weekday(day) === 5) await settle(office, day)
    if (day.endsWith('-12')) await closeBefore(office, from, day)
  }
}

/** Takes jobs into the books as far as they have come, and invoices those that are done. */
async function work(
  { db, officeId, at, bank, clients, promises }: WorkingOffice,
  day: IsoDate,
  jobs: readonly DemoJob[],
  invoice: boolean,
) {
  const byId = new Map(clients.map((client) => [client.clientId, client]))
  for (let start = 0; start < jobs.length; start += CHUNK) {
    const chunk = jobs.slice(start, start + CHUNK)
    const invoices = await inOffice(db, officeId, async (trx) => {
      const created = await createContracts(
        trx,
        at(day),
        chunk.map(({ draft }) => draft),
      )
      const done = created.filter(({ state }) => state === 'done').map(({ contractId }) => contractId)
      if (!invoice) return []
      for (const { engagements } of created) for (const { payBy } of engagements) promises.add(payBy)
      return issueInvoices(trx, at(day), done, { issuedOn: day })
    })
    for (const one of invoices) bank.expect(one, byId.get(one.clientId) as DemoClient)
  }
}

/** Pays what is due; those wages go along whose client has paid. On days on which no promise falls due nobody runs wages. */
async function payWages(office: WorkingOffice, day: IsoDate): Promise<void> {
  const { db, officeId, plugin, at, bank, options, promises } = office
  const { nextRunOn } = payDays(plugin, day)
  const due = [...promises].filter((payBy) => payBy < nextRunOn)
  if (due.length === 0) return
  for (const payBy of due) promises.delete(payBy)
  await inOffice(db, officeId, async (trx) => {
    const { run } = await computePayRun(trx, at(day), { dueOn: day })
    if (run?.state !== 'computed') return
    const approver = at(day, options.approver)
    await approvePayRun(trx, approver, run.payRunId)
    await postPayRun(trx, approver, run.payRunId)
    for (const { messageId, total } of await paymentFiles(trx, officeId, run.payRunId))
      bank.payOut(run.paidOn, total, messageId)
  })
}

/** The week's statement comes in; receipts without a reference are looked into a week later. */
async function settle({ db, officeId, at, bank }: WorkingOffice, day: IsoDate): Promise<void> {
  const file = bank.statementUpTo(day)
  if (file) await inOffice(db, officeId, (trx) => importStatement(trx, at(day), file))
  const old = bank.puzzles.filter(({ bookedOn }) => bookedOn < addDays(day, -9))
  bank.puzzles.splice(0, bank.puzzles.length, ...bank.puzzles.filter((puzzle) => !old.includes(puzzle)))
  for (const puzzle of old) await inOffice(db, officeId, (trx) => solve(trx, at(day), puzzle))
}

async function solve(
  trx: Transaction,
  context: OfficeContext,
  { entryRef, invoiceId, amount }: Puzzle,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select bank_transaction_id as id from samen.bank_transaction
     where office_id = ${context.officeId} and entry_ref = ${entryRef}`.execute(trx)
  const bankTransactionId = rows[0]?.id
  if (bankTransactionId)
    await matchByHand(trx, context, { bankTransactionId, parts: [{ invoiceId, amount }] })
}

async function failClients({ db, officeId, at, failures }: WorkingOffice, day: IsoDate): Promise<void> {
  for (const [clientId, on] of failures)
    if (on === day)
      await inOffice(db, officeId, (trx) =>
        writeOffClient(trx, at(day), { clientId, on: day, reason: 'Declared bankrupt by the court' }),
      )
}

/** On the twelfth the month before is closed; the month before today's is left for whoever tries the demo. */
async function closeBefore({ db, at, options }: WorkingOffice, from: IsoDate, day: IsoDate): Promise<void> {
  const month = addDays(monthOf(day).from, -1)
  if (month < from || monthOf(day).from === monthOf(options.today).from) return
  await closeMonth(db, at(day), { period: month.slice(0, 7) })
}
