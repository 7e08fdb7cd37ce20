import { openActivities } from '@samen/core/activities'
import { addClients } from '@samen/core/clients'
import { type OfficeContext, officeContext } from '@samen/core/context'
import { createContracts } from '@samen/core/contracts'
import { digitsModulo, fraction } from '@samen/core/country'
import { type Database, inOffice, newId, type Transaction } from '@samen/core/database'
import { contribute } from '@samen/core/funds'
import { issueInvoices } from '@samen/core/invoices'
import { addMembers } from '@samen/core/members'
import { openOffice } from '@samen/core/offices'
import { belgium } from '@samen/country-be'

export const dueOn = '2026-11-23'
const clientCount = 500

/** An office with `count` jobs done and invoiced, due on `dueOn`, two for each worker; no client has paid. */
export async function buildScene(db: Database, count: number) {
  const { officeId, legalEntities } = await openOffice(db, belgium, {
    slug: 'be',
    name: 'Bench',
    legalEntities: [
      {
        name: 'Samen Bench',
        companyNumber: companyNumber(1),
        vatNumber: `BE${companyNumber(1)}`,
        iban: iban(1),
        bic: 'GKCCBEBB',
        street: 'Rue de la Loi 1',
        postCode: '1000',
        town: 'Bruxelles',
        country: 'BE',
      },
    ],
    clientCreditLimit: 100_000_000_000n,
  })
  const context = (by: string, today = dueOn): OfficeContext =>
    officeContext({ officeId, plugin: belgium, by, today, now: new Date(`${today}T09:00:00Z`) })
  await inOffice(db, officeId, (trx) =>
    fill(trx, context('demo', '2026-11-12'), legalEntities[0]?.legalEntityId as string, count),
  )
  return { officeId, context }
}

async function fill(
  trx: Transaction,
  context: OfficeContext,
  legalEntityId: string,
  count: number,
): Promise<void> {
  const workers = Math.ceil(count / 2)
  const members = await addMembers(
    trx,
    context,
    Array.from({ length: workers }, (_, at) => memberDraft(at)),
  )
  const activities = await openActivities(
    trx,
    context,
    members.map(({ memberId }, at) => ({
      name: `Activity ${at}`,
      kind: 'single' as const,
      sector: at % 2 ? ('artistic' as const) : ('other' as const),
      openedOn: '2026-01-02',
      memberIds: [memberId],
    })),
  )
  const clients = await addClients(
    trx,
    context,
    Array.from({ length: clientCount }, (_, at) => ({ name: `Client ${at}`, country: 'BE', language: 'fr' })),
  )
  const contracts = await createContracts(
    trx,
    context,
    Array.from({ length: count }, (_, at) => {
      const worker = at % workers
      const artist = worker % 2 === 1
      return {
        reference: `JOB-${at}`,
        activityId: activities[worker]?.activityId as string,
        clientId: clients[at % clientCount]?.clientId as string,
        title: 'A job',
        fee: BigInt(30_000 + ((at * 7_919) % 90_000)),
        startsOn: artist ? '2026-11-12' : '2026-11-09',
        endsOn: '2026-11-12',
        engagements: [
          {
            memberId: members[worker]?.memberId as string,
            share: fraction(1n, 1n),
            terms: artist
              ? { status: 'artist', contract: 'one-day' }
              : { status: 'employee', contract: 'several-day' },
            hiringFiledAt: new Date('2026-11-06T09:00:00Z'),
          },
        ],
        state: 'done' as const,
      }
    }),
  )
  await issueInvoices(
    trx,
    context,
    contracts.map(({ contractId }) => contractId),
  )
  await contribute(trx, [
    {
      sourceId: newId(),
      legalEntityId,
      currency: 'EUR',
      effectiveOn: '2026-11-01',
      activityId: newId(),
      amount: 500_000_000_000n,
    },
  ])
}

function memberDraft(at: number) {
  return {
    givenName: 'Ada',
    familyName: `Invented ${at}`,
    birthDate: '1990-05-01',
    nationalNumber: nationalNumber(at),
    email: `m${at}@example.org`,
    iban: iban(1_000 + at),
    street: 'Rue Haute 1',
    postCode: '1000',
    town: 'Bruxelles',
    country: 'BE',
    language: 'fr',
    joinedOn: '2026-01-02',
    workerFacts: at % 3 === 0 ? { children: at % 4, spouse: { income: 'work' } } : {},
  }
}

/** Born 1 May 1990 and later days: 998 serials a day. */
function nationalNumber(at: number): string {
  const day = new Date(Date.UTC(1970, 0, 1) + Math.floor(at / 998) * 86_400_000).toISOString()
  const head = `${day.slice(2, 4)}${day.slice(5, 7)}${day.slice(8, 10)}${String(1 + (at % 998)).padStart(3, '0')}`
  return head + String(97 - digitsModulo(head, 97)).padStart(2, '0')
}

function companyNumber(serial: number): string {
  const head = String(12_345_600 + serial).padStart(8, '0')
  return head + String(97 - digitsModulo(head, 97)).padStart(2, '0')
}

function iban(serial: number): string {
  const account = `001${String(serial).padStart(7, '0')}`
  const bban = account + String(digitsModulo(account, 97) || 97).padStart(2, '0')
  return `BE${String(98 - digitsModulo(`${bban}111400`, 97)).padStart(2, '0')}${bban}`
}
