import { openActivities } from '@samen/core/activities'
import { addClients } from '@samen/core/clients'
import { type OfficeContext, officeContext } from '@samen/core/context'
import { createContracts } from '@samen/core/contracts'
import { type AnyCountryPlugin, addDays, fraction, type IsoDate, monthOf, weekday } from '@samen/core/country'
import { type Database, inOffice, newId } from '@samen/core/database'
import { issueInvoices } from '@samen/core/invoices'
import { addMembers } from '@samen/core/members'
import { ORDINARY_ALLOCATION, openOffice } from '@samen/core/offices'
import { approvePayRun, computePayRun, payDays, postPayRun } from '@samen/core/pay-runs'
import { paymentFiles } from '@samen/core/payments'
import { importStatement } from '@samen/core/statements'
import { writeOffClient } from '@samen/core/write-offs'
import { DemoBank } from '../../src/demo/bank.ts'
import { clientsOf, type DemoClient } from '../../src/demo/clients.ts'
import { type CountryProfile, type OfficeSlug, PROFILES } from '../../src/demo/countries/index.ts'
import { type JobWorld, jobOf } from '../../src/demo/jobs.ts'
import { bringReserve } from '../../src/demo/office.ts'
import { type DemoMember, people } from '../../src/demo/people.ts'
import { dice, OFFICE_SEEDS } from '../../src/demo/random.ts'

/** Few people and few jobs, but all that happens to them in a year happens: a month is three transactions and a statement. */
const MEMBERS = 7
const JOBS_A_MONTH = 4

export interface WorkingOffice {
  readonly officeId: string
  readonly profile: CountryProfile
  /** Jobs, invoices, wages and the bank's statement of a month (any day of it). Months are played in order. */
  playMonth(month: IsoDate): Promise<void>
}

/** Opens the office of a country that works from a day on, with the demo's invented people and the country's own law. */
export async function openWorkingOffice(
  db: Database,
  plugin: AnyCountryPlugin,
  slug: OfficeSlug,
  from: IsoDate,
): Promise<WorkingOffice> {
  const profile = PROFILES.find((one) => one.slug === slug) as CountryProfile
  const throws = dice(OFFICE_SEEDS[slug])
  const iban = profile.iban(1)
  const { officeId, legalEntities } = await openOffice(db, plugin, {
    slug,
    name: profile.officeName,
    legalEntities: [
      {
        ...profile.entity,
        companyNumber: profile.company(1),
        vatNumber: profile.vat(profile.company(1)),
        iban,
        country: profile.country,
      },
    ],
    allocation: [
      { from: '2000-01-01', shares: { 'wage-guarantee': fraction(1n, 1n) } },
      { ...ORDINARY_ALLOCATION, from: addDays(from, 1) },
    ],
    shareAmount: profile.share,
    clientCreditLimit: profile.prices.unit * 10_000n,
    by: 'anna',
  })
  const legalEntityId = legalEntities[0]?.legalEntityId as string
  const members = people(profile, MEMBERS, from, throws, newId)
  const clients = clientsOf(profile, 6, profile.prices.unit * 1_000n, throws, newId)
  const at = (day: IsoDate, by = 'anna'): OfficeContext =>
    officeContext({ officeId, plugin, by, today: day, now: new Date(`${day}T10:00:00Z`) })
  const reserve = profile.prices.unit * 20_000n
  const bank = new DemoBank({ iban, country: plugin }, reserve, addDays(from, -1), throws)
  await inOffice(db, officeId, async (trx) => {
    await addMembers(
      trx,
      at(from),
      members.map(({ draft }) => draft),
    )
    await addClients(
      trx,
      at(from),
      clients.map(({ draft }) => draft),
    )
    const activities = members.map(({ draft, memberId, activityId, sector }) => ({
      activityId,
      name: `${draft.givenName} ${draft.familyName}`,
      kind: 'single' as const,
      sector,
      openedOn: draft.joinedOn,
      memberIds: [memberId],
    }))
    await openActivities(trx, at(from), activities)
    await bringReserve(trx, at(from), legalEntityId, reserve)
  })
  const world: JobWorld = {
    profile,
    members,
    clients,
    teams: [],
    from,
    today: '2199-01-01',
    dice: throws,
    id: newId,
    lastWorkFor: () => '2199-01-01',
  }
  const steady = clients.filter(({ habit }) => habit === 'on-time' || habit === 'late')
  const failing = clients.find(({ habit }) => habit === 'failing') as DemoClient
  let months = 0
  let jobs = 0

  const playMonth = async (month: IsoDate): Promise<void> => {
    const { from: first, to: last } = monthOf(month)
    months += 1
    // A Wednesday, so that all jobs of the month end together and their wages fall due together.
    let endsOn = addDays(first, 6)
    while (weekday(endsOn) !== 3) endsOn = addDays(endsOn, 1)
    const drafts = Array.from({ length: JOBS_A_MONTH }, (_, at) => {
      jobs += 1
      const startsOn = addDays(endsOn, -(jobs % 3))
      const kind = startsOn === endsOn ? 'one-day' : 'several-day'
      const member = members[jobs % MEMBERS] as DemoMember
      const client = months === 2 && at === 0 ? failing : (steady[jobs % steady.length] as DemoClient)
      return jobOf(world, { sector: member.sector, kind, member, client, startsOn, endsOn }, jobs).draft
    })
    const invoicedOn = addDays(endsOn, 2)
    const promises = await inOffice(db, officeId, async (trx) => {
      const created = await createContracts(trx, at(invoicedOn), drafts)
      const issued = await issueInvoices(
        trx,
        at(invoicedOn),
        created.map(({ contractId }) => contractId),
        { issuedOn: invoicedOn },
      )
      for (const invoice of issued)
        bank.expect(invoice, clients.find(({ clientId }) => clientId === invoice.clientId) as DemoClient)
      return created.flatMap(({ engagements }) => engagements.map(({ payBy }) => payBy))
    })
    for (const payBy of [...new Set(promises)].sort()) await payWages(payBy, invoicedOn)
    await inOffice(db, officeId, async (trx) => {
      const context = at(last)
      if (months === 8)
        await writeOffClient(trx, context, { clientId: failing.clientId, on: last, reason: 'Bankrupt' })
      const statement = bank.statementUpTo(last)
      if (statement) await importStatement(trx, context, statement)
    })
  }

  /** On the last day on which the promise can still be kept. */
  const payWages = async (payBy: IsoDate, notBefore: IsoDate): Promise<void> => {
    let day = notBefore
    while (payDays(plugin, day).nextRunOn <= payBy) day = addDays(day, 1)
    await inOffice(db, officeId, async (trx) => {
      const { run } = await computePayRun(trx, at(day), { dueOn: day })
      if (run?.state !== 'computed') return
      if (run.late > 0 || run.leftOut.length > 0)
        throw new Error(`${slug}: the run of ${day} broke a promise: ${JSON.stringify(run.leftOut)}`)
      await approvePayRun(trx, at(day, 'bert'), run.payRunId)
      await postPayRun(trx, at(day, 'bert'), run.payRunId)
      for (const { messageId, total } of await paymentFiles(trx, officeId, run.payRunId))
        bank.payOut(run.paidOn, total, messageId)
    })
  }

  return { officeId, profile, playMonth }
}
