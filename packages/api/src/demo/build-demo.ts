import type { AnyCountryPlugin, IsoDate, Registry } from '@samen/core/country'
import { type Database, inOffice, officeDirectory } from '@samen/core/database'
import { openOffice } from '@samen/core/offices'
import { deliverPacks } from '@samen/core/packs'
import { conflict, invalid } from '@samen/core/problem'
import { sql } from 'kysely'
import { type CountryProfile, type OfficeSlug, PROFILES } from './countries/index.ts'
import { fillGroupBooks } from './group-books.ts'
import { buildOffice } from './office.ts'
import { idMaker, OFFICE_SEEDS } from './random.ts'
import { recordDemoPriceRates, recordDemoRates } from './rates.ts'
import { DEMO_PASSWORD, type DemoSignIn, signInsOf } from './sign-ins.ts'

export interface DemoOptions {
  /** 1 is the federation as it is: 20 000 workers and 170 million a year in Belgium, a tenth of it or less elsewhere. */
  readonly scale: number
  /** The day the demo plays; three months before it are history. */
  readonly date: IsoDate
  /** Offices by address; all nine unless told. The group's is built in any case. */
  readonly offices?: readonly OfficeSlug[]
  /** Makes sign-ins and answers their user ids by e-mail address; without it the addresses stand for the users. */
  readonly createUsers?: (users: readonly NewDemoUser[]) => Promise<ReadonlyMap<string, string>>
  readonly onProgress?: (progress: DemoProgress) => void
  /** Stops the building; what was built so far stays. */
  readonly signal?: AbortSignal
}

export interface NewDemoUser {
  readonly email: string
  readonly name: string
  readonly password: string
}

export interface DemoProgress {
  /** From 0 to 1: how far the office is that is least far. */
  readonly part: number
}

export interface Demo {
  readonly signIns: readonly DemoSignIn[]
  readonly offices: readonly { readonly slug: string; readonly officeId: string }[]
}

/** What `pnpm start` builds: small, and the first start is quick. */
export const DEMO_START_SCALE = 0.01
const SCALE_MAX = 2

/**
 * Fills an empty database with the demo federation: nine national offices, their members, clients, jobs, invoices, wages,
 * receipts and closed months, and the group's office. The same scale and day give the same federation, ids included;
 * each office is the same whichever others are built beside it. The group's office comes last: where it stands, the demo is whole.
 *
 * @throws Problem `conflict` when the database has offices already, `invalid-field` for a scale out of range or a country
 *   that is not installed.
 */
export async function buildDemo(
  db: Database,
  countries: Registry,
  { scale, date, offices: wanted, createUsers, onProgress = () => undefined, signal }: DemoOptions,
): Promise<Demo> {
  if (!(scale > 0 && scale <= SCALE_MAX))
    throw invalid('scale', `A scale lies above 0 and is at most ${SCALE_MAX}.`)
  const standing = await officeDirectory(db)
  if (standing.length > 0)
    throw conflict(
      `The demo federation goes into an empty database only; this one has ${standing.map(({ slug }) => slug).join(', ')}.`,
    )
  const profiles = PROFILES.filter(({ slug }) => wanted?.includes(slug) ?? true).map((profile) => ({
    profile,
    plugin: installed(countries, profile),
  }))
  const [head] = profiles
  if (!head) throw invalid('offices', 'The demo has at least one national office.')
  const signIns = signInsOf([...profiles.map(({ profile }) => profile), { slug: 'group' }])
  const users = await createUsers?.(
    signIns.map(({ email, name }) => ({ email, name, password: DEMO_PASSWORD })),
  )
  const userOf = (office: string, role: DemoSignIn['role']): string => {
    const { email } = signIns.find((one) => one.office === office && one.role === role) as DemoSignIn
    return users?.get(email) ?? email
  }

  // The offices share nothing, as in life, so they are built side by side.
  const stop = new AbortController()
  const parts = profiles.map(() => 0)
  const built = await Promise.allSettled(
    profiles.map(async ({ profile, plugin }, index) => {
      const { slug } = profile
      const onPart = (part: number) => {
        signal?.throwIfAborted()
        stop.signal.throwIfAborted()
        parts[index] = part
        onProgress({ part: Math.min(...parts) })
      }
      try {
        const { officeId, memberId, aMonth } = await buildOffice(db, plugin, profile, {
          scale,
          today: date,
          staff: userOf(slug, 'staff'),
          approver: userOf(slug, 'approver'),
          seed: 1996 + OFFICE_SEEDS[slug],
          id: idMaker(OFFICE_SEEDS[slug]),
          onProgress: onPart,
        })
        await grant(db, officeId, userOf(slug, 'staff'), 'staff')
        await grant(db, officeId, userOf(slug, 'approver'), 'approver')
        await grant(db, officeId, userOf(slug, 'finance'), 'finance')
        await grant(db, officeId, userOf(slug, 'member'), 'member', memberId)
        return { slug, officeId, currency: plugin.currency, aMonth }
      } catch (error) {
        stop.abort(error)
        throw error
      }
    }),
  )
  if (stop.signal.aborted) throw stop.signal.reason
  const offices = built.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  // The group's figures are in euro; its seat is in Belgium where Belgium is installed.
  const groupId = idMaker(OFFICE_SEEDS.group)
  const group = await openOffice(db, countries.get('BE') ?? head.plugin, {
    officeId: groupId(),
    slug: 'group',
    name: 'Samen',
    role: 'group',
    languages: ['en', 'fr', 'nl'],
    legalEntities: [],
  })
  await inOffice(db, group.officeId, (trx) => recordDemoRates(trx, group.officeId, date))
  for (const { email } of signIns.filter(({ office }) => office === 'group'))
    await grant(db, group.officeId, users?.get(email) ?? email, 'finance')
  for (const { officeId } of offices) {
    await inOffice(db, officeId, (trx) => recordDemoPriceRates(trx, officeId, date))
    await deliverPacks(db, officeId)
  }
  const [first, second] = signIns
    .filter(({ office }) => office === 'group')
    .map(({ email }) => ({
      groupOfficeId: group.officeId,
      by: users?.get(email) ?? email,
      now: new Date(`${date}T10:00:00Z`),
    }))
  if (first && second)
    await inOffice(db, group.officeId, (trx) =>
      fillGroupBooks(trx, { first, second }, { today: date, id: groupId, offices }),
    )
  onProgress({ part: 1 })
  const entries = offices.map(({ slug, officeId }) => ({ slug, officeId }))
  return { signIns, offices: [...entries, { slug: 'group', officeId: group.officeId }] }
}

function installed(countries: Registry, { country }: CountryProfile): AnyCountryPlugin {
  const plugin = countries.get(country)
  if (!plugin) throw invalid('countries', `The demo needs the country ${country}, which is not installed.`)
  return plugin
}

async function grant(
  db: Database,
  officeId: string,
  userId: string,
  role: DemoSignIn['role'],
  memberId: string | null = null,
): Promise<void> {
  await inOffice(db, officeId, (trx) =>
    sql`insert into samen.office_right (office_id, user_id, role, member_id)
      values (${officeId}, ${userId}, ${role}, ${memberId}) on conflict do nothing`.execute(trx),
  )
}
