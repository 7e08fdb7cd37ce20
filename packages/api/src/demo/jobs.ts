import type { ActivityDraft } from '@samen/core/activities'
import type { ContractDraft } from '@samen/core/contracts'
import { addDays, daysBetween, type IsoDate, type Minor, monthOf, weekday } from '@samen/core/country'
import type { DemoClient } from './clients.ts'
import type { CountryProfile, JobKind, Sector } from './countries/index.ts'
import { LANGUAGES, type LanguageCode } from './languages/index.ts'
import { type DemoMember, SECTORS } from './people.ts'
import { type Dice, Quota } from './random.ts'

/** A job of the demo before it is known how far it has come. */
export interface DemoJob {
  readonly sector: Sector
  readonly client: DemoClient
  readonly draft: ContractDraft
}

export interface DemoTeam {
  readonly draft: ActivityDraft
  readonly members: readonly DemoMember[]
}

export interface JobWorld {
  readonly profile: CountryProfile
  readonly members: readonly DemoMember[]
  readonly clients: readonly DemoClient[]
  readonly teams: readonly DemoTeam[]
  readonly from: IsoDate
  readonly today: IsoDate
  /** Day after which a failing client gets no more work. */
  readonly lastWorkFor: (client: DemoClient) => IsoDate
  readonly dice: Dice
  readonly id: () => string
}

const KINDS: Readonly<Record<Sector, readonly (readonly [JobKind, number])[]>> = {
  artistic: [
    ['one-day', 62],
    ['several-day', 25],
    ['monthly', 3],
    ['team', 10],
  ],
  'cultural-industry': [
    ['one-day', 55],
    ['several-day', 38],
    ['monthly', 7],
  ],
  other: [
    ['one-day', 55],
    ['several-day', 35],
    ['monthly', 10],
  ],
}

/** Little teams within the artistic sector: one for every thirty members. */
export function teamsOf(
  members: readonly DemoMember[],
  openedOn: IsoDate,
  dice: Dice,
  id: () => string,
): DemoTeam[] {
  const artists = members.slice(1).filter(({ sector }) => sector === 'artistic')
  if (artists.length < 2) return []
  return Array.from({ length: Math.max(2, Math.round(members.length / 30)) }, (_, index): DemoTeam => {
    const size = Math.min(
      artists.length,
      dice.weighted([
        [2, 50],
        [3, 30],
        [4, 20],
      ]),
    )
    const start = dice.integer(0, artists.length - 1)
    const inTeam = Array.from(
      { length: size },
      (__, at) => artists[(start + at * 7) % artists.length] as DemoMember,
    )
    const team = [...new Set(inTeam)]
    const kind = team.length > 1 ? 'team' : 'single'
    const memberIds = team.map(({ memberId }) => memberId)
    const { language } = (team[0] as DemoMember).draft
    const name = `${dice.pick(LANGUAGES[language as LanguageCode].teamKinds)} ${index + 1}`
    return { members: team, draft: { activityId: id(), name, kind, sector: 'artistic', openedOn, memberIds } }
  })
}

/**
 * Jobs whose fees make up the turnover of the days from `from` to `today`, and some that are still to come, in the order
 * they end. The sectors share the fees, and with them the wage bill, in the proportions of 2018.
 */
export function jobsOf(world: JobWorld, turnover: Minor): DemoJob[] {
  const { dice, from, today } = world
  const sectors = new Quota(SECTORS)
  const pickMember = new Map(
    SECTORS.map(([sector]) => [
      sector,
      picker(
        world.members.slice(1).filter((one) => one.sector === sector),
        dice,
      ),
    ]),
  )
  const pickClient = picker(world.clients, dice)
  const window = daysBetween(from, today) + 14
  const jobs: DemoJob[] = []
  let number = 0
  let done = 0n
  while (done < turnover) {
    const sector = sectors.next()
    const member = pickMember.get(sector)?.()
    const { startsOn, endsOn, kind } = datesOf(world, dice.weighted(KINDS[sector]), window, sector)
    const client = pickClient()
    if (!member || !client) throw new RangeError('the demo has a sector without members, or no clients')
    // A client that is about to fail gets no job which would still be unpaid to its worker by then.
    if (endsOn > world.lastWorkFor(client)) continue
    number += 1
    const job = jobOf(world, { sector, kind, member, client, startsOn, endsOn }, number)
    const fee = Number(job.draft.fee)
    // Only what will have been paid by today counts for the wage bill.
    if (endsOn < addDays(today, -11)) sectors.deal(sector, fee)
    if (endsOn < today) done += job.draft.fee
    jobs.push(job)
  }
  return jobs.sort(
    (a, b) => compare(a.draft.endsOn, b.draft.endsOn) || compare(a.draft.reference, b.draft.reference),
  )
}

const compare = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0)

interface Weighted {
  readonly weight: number
}

function picker<T extends Weighted>(from: readonly T[], dice: Dice): () => T | undefined {
  const upTo: number[] = []
  let sum = 0
  for (const { weight } of from) {
    sum += weight
    upTo.push(sum)
  }
  return () => {
    if (sum === 0) return undefined
    const at = dice.integer(1, sum)
    let low = 0
    let high = upTo.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((upTo[middle] as number) < at) low = middle + 1
      else high = middle
    }
    return from[low]
  }
}

function datesOf({ dice, from }: JobWorld, kind: JobKind, window: number, sector: Sector) {
  let startsOn = addDays(from, dice.integer(0, window - 1))
  // Outside the arts, people work from Monday to Friday.
  while (weekday(startsOn) > (sector === 'artistic' ? 7 : 5)) startsOn = addDays(startsOn, 1)
  if (kind === 'monthly') {
    const month = monthOf(startsOn)
    return { startsOn: month.from, endsOn: month.to, kind }
  }
  const room = sector === 'artistic' ? 7 : 6 - weekday(startsOn)
  const days =
    kind === 'one-day' ? 1 : Math.min(room, kind === 'team' ? dice.integer(1, 3) : dice.integer(2, 5))
  const real: JobKind = kind === 'several-day' && days === 1 ? 'one-day' : kind
  return { startsOn, endsOn: addDays(startsOn, days - 1), kind: real }
}

export interface JobFacts {
  readonly sector: Sector
  readonly kind: JobKind
  readonly member: DemoMember
  readonly client: DemoClient
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
}

/** One job, with the state it has reached by today. */
export function jobOf(world: JobWorld, facts: JobFacts, number: number): DemoJob {
  const { profile, dice, id, today, teams } = world
  const { sector, kind, client, startsOn, endsOn } = facts
  const team = kind === 'team' && teams.length > 0 ? dice.pick(teams) : undefined
  const people = team?.members ?? [facts.member]
  const days = kind === 'monthly' ? 21 : daysBetween(startsOn, endsOn)
  const fee = feeOf(world, kind, days, people.length)
  const state = stateOf(dice, startsOn, endsOn, today)
  const filed = profile.hiringDays && addDays(startsOn, -dice.integer(...profile.hiringDays))
  const isFiled =
    filed !== undefined && (state === 'done' || state === 'started' || (state === 'order' && filed < today))
  const { titles } = LANGUAGES[client.draft.language as LanguageCode]
  const activityId = team?.draft.activityId ?? facts.member.activityId
  const draft: ContractDraft = {
    contractId: id(),
    reference: `${profile.country}-${String(number).padStart(6, '0')}`,
    activityId,
    clientId: client.clientId,
    title: `${dice.pick(titles[sector])}, ${client.draft.name}`,
    supply: supplyOf(dice, sector),
    fee,
    expenses: dice.chance(10) ? (fee * BigInt(dice.integer(2, 8))) / 100n : 0n,
    startsOn,
    endsOn,
    region: facts.member.region.code,
    state,
    engagements: people.map(({ memberId }) => ({
      engagementId: id(),
      memberId,
      terms: profile.terms(dice, { sector, kind, days, region: facts.member.region }),
      hiringFiledAt: isFiled ? new Date(`${filed}T09:00:00Z`) : null,
      hiringReference: isFiled ? `${profile.country}${dice.integer(10_000_000, 99_999_999)}` : null,
    })),
    steppedAt: {
      quote: new Date(`${addDays(startsOn, -35)}T09:00:00Z`),
      order: new Date(`${addDays(startsOn, -28)}T09:00:00Z`),
      started: new Date(`${startsOn}T07:00:00Z`),
      done: new Date(`${endsOn}T16:00:00Z`),
    },
  }
  return { sector, client, draft }
}

function feeOf({ dice, profile: { prices } }: JobWorld, kind: JobKind, days: number, people: number): Minor {
  if (kind === 'monthly') return BigInt(dice.integer(...prices.month)) * prices.unit
  const aDay = dice.integer(...(kind === 'one-day' ? prices.oneDay : prices.aDay))
  return BigInt(aDay * days * people) * prices.unit
}

function stateOf(dice: Dice, startsOn: IsoDate, endsOn: IsoDate, today: IsoDate) {
  if (endsOn < today) return 'done'
  if (startsOn <= today) return 'started'
  return dice.chance(60) ? 'order' : 'quote'
}

function supplyOf(dice: Dice, sector: Sector) {
  if (sector === 'artistic')
    return dice.weighted([
      ['performance', 75],
      ['copyright', 10],
      ['service', 15],
    ] as const)
  return sector === 'other' && dice.chance(25) ? 'training' : 'service'
}
