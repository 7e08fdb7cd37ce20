import type { IsoDate } from '../country/index.ts'
import type { Fault } from '../problem/index.ts'

export const SECTORS = ['artistic', 'cultural-industry', 'other'] as const
export type Sector = (typeof SECTORS)[number]

/** A member's, or a team's, standing little enterprise inside the cooperative. */
export interface Activity {
  readonly activityId: string
  readonly legalEntityId: string
  readonly name: string
  readonly kind: 'single' | 'team'
  readonly sector: Sector
  readonly openedOn: IsoDate
  readonly memberIds: readonly string[]
}

export interface ActivityDraft extends Omit<Activity, 'activityId' | 'legalEntityId'> {
  readonly activityId?: string
  /** The office's first company unless told. */
  readonly legalEntityId?: string
}

/** People in one team, at most. */
export const TEAM_MAX = 200

/** Everything wrong with a draft that can be seen without looking anything up. Pure. */
export function activityFaults({ name, kind, sector, memberIds }: ActivityDraft): Fault[] {
  const faults: Fault[] = []
  const length = name.trim().length
  if (length < 1 || length > 200) faults.push({ field: 'name', reason: 'Has 1 to 200 characters.' })
  if (!SECTORS.includes(sector)) faults.push({ field: 'sector', reason: `One of ${SECTORS.join(', ')}.` })
  if (kind !== 'single' && kind !== 'team') faults.push({ field: 'kind', reason: 'One of single, team.' })
  if (new Set(memberIds).size !== memberIds.length)
    faults.push({ field: 'memberIds', reason: 'A member stands there twice.' })
  if (memberIds.length < 1 || memberIds.length > TEAM_MAX)
    faults.push({ field: 'memberIds', reason: `Has 1 to ${TEAM_MAX} members.` })
  else if (kind === 'single' && memberIds.length > 1)
    faults.push({ field: 'memberIds', reason: 'A single activity has one member; several make a team.' })
  return faults
}
