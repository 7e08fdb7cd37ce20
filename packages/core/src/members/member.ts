import { completedFacts, FieldCheck, issuesOf, situationFields } from '../context/index.ts'
import type { AnyCountryPlugin, IsoDate, Minor } from '../country/index.ts'
import type { Fault } from '../problem/index.ts'

export type Sex = 'f' | 'm' | 'x'
export type WorkerFacts = Readonly<Record<string, unknown>>

/** A person who uses and co-owns the cooperative. */
export interface Member {
  readonly memberId: string
  readonly givenName: string
  readonly familyName: string
  readonly sex: Sex | null
  readonly birthDate: IsoDate
  readonly nationalNumber: string
  readonly email: string
  readonly iban: string
  readonly street: string
  readonly postCode: string
  readonly town: string
  readonly country: string
  readonly language: string
  readonly region: string | null
  /** What the country's payroll law asks about the person: the `worker` of a situation. */
  readonly workerFacts: WorkerFacts
  readonly joinedOn: IsoDate
}

export interface MemberDraft extends Omit<Member, 'memberId' | 'sex' | 'region' | 'workerFacts'> {
  readonly memberId?: string
  readonly sex?: Sex | null
  readonly region?: string | null
  readonly workerFacts?: WorkerFacts
  /** Shares taken on joining; one unless told. */
  readonly shares?: number
}

/** A line of the share register. */
export interface Share {
  readonly shareNumber: bigint
  readonly memberId: string
  readonly amount: Minor
  readonly currency: string
  readonly acquiredOn: IsoDate
}

/** Shares bought at once, at most. */
export const SHARES_MAX = 10_000

/** The member with numbers in stored form, and everything that is wrong with the draft. Pure. */
export function checkMember(
  plugin: AnyCountryPlugin,
  draft: MemberDraft,
): { readonly member: Omit<Member, 'memberId'>; readonly faults: readonly Fault[] } {
  const check = new FieldCheck(plugin)
  const member = {
    givenName: check.text('givenName', draft.givenName, 100),
    familyName: check.text('familyName', draft.familyName, 100),
    sex: draft.sex == null ? null : check.oneOf('sex', draft.sex, ['f', 'm', 'x']),
    birthDate: check.day('birthDate', draft.birthDate),
    nationalNumber: check.number('nationalNumber', 'person', draft.nationalNumber),
    email: check.email('email', draft.email),
    iban: check.number('iban', 'bank', draft.iban),
    street: check.text('street', draft.street, 200),
    postCode: check.text('postCode', draft.postCode, 20),
    town: check.text('town', draft.town, 100),
    country: check.country('country', draft.country),
    language: check.oneOf('language', draft.language, plugin.languages),
    region: regionOf(check, plugin, draft.region),
    workerFacts: completedFacts(situationFields(plugin).worker, draft.workerFacts ?? {}, {
      birthDate: draft.birthDate,
    }),
    joinedOn: check.day('joinedOn', draft.joinedOn),
  }
  if (member.birthDate >= member.joinedOn) check.fault('birthDate', 'Lies after the day of joining.')
  const { shares = 1 } = draft
  if (!Number.isInteger(shares) || shares < 0 || shares > SHARES_MAX)
    check.fault('shares', `A whole number from 0 to ${SHARES_MAX}.`)
  return { member, faults: [...check.faults, ...workerFaults(plugin, member.workerFacts, member.joinedOn)] }
}

function regionOf(
  check: FieldCheck,
  plugin: AnyCountryPlugin,
  region: string | null | undefined,
): string | null {
  if (region == null || region === '') return null
  return plugin.regions.length === 0
    ? check.text('region', region, 60)
    : check.oneOf('region', region, plugin.regions)
}

/** What the country's situation schema finds wrong with the facts about a person, as fields `workerFacts.…`. */
export function workerFaults(plugin: AnyCountryPlugin, facts: WorkerFacts, on: IsoDate): Fault[] {
  const probe = { gross: '1.00', period: { from: on, to: on }, worker: facts, engagement: {} }
  const parsed = plugin.payroll.situation.safeParse(probe)
  if (parsed.success) return []
  return issuesOf(parsed.error)
    .filter(({ path }) => path[0] === 'worker')
    .map(({ path, reason }) => ({ field: ['workerFacts', ...path.slice(1)].join('.'), reason }))
}
