import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import type { IsoDate } from '../country/index.ts'
import { copyRows, type Transaction } from '../database/index.ts'
import { legalEntities } from '../legal-entities/index.ts'
import { membersById } from '../members/index.ts'
import { notFound, refused, throwFaults } from '../problem/index.ts'
import { type Activity, type ActivityDraft, activityFaults, type Sector, TEAM_MAX } from './activity.ts'

export interface ActivityTables {
  activity: {
    office_id: string
    activity_id: string
    legal_entity_id: string
    name: string
    kind: 'single' | 'team'
    sector: Sector
    opened_on: IsoDate
  }
  activity_member: { office_id: string; activity_id: string; member_id: string }
}

/** @throws Problem naming the field; `not-found` for a member or company the office does not have. */
export async function openActivity(
  trx: Transaction,
  context: OfficeContext,
  draft: ActivityDraft,
): Promise<Activity> {
  const [activity] = await openActivities(trx, context, [draft])
  return activity as Activity
}

/** Opens many activities, with one statement per table. @throws Problem, with `activities[i].` before the field. */
export async function openActivities(
  trx: Transaction,
  { officeId, id }: OfficeContext,
  drafts: readonly ActivityDraft[],
): Promise<Activity[]> {
  if (drafts.length === 0) return []
  const entities = await legalEntities(trx, officeId)
  const main = entities[0]
  if (!main) throw notFound('legal entity in this office')
  const known = new Set(entities.map(({ legalEntityId }) => legalEntityId))
  const wanted = [...new Set(drafts.flatMap(({ memberIds }) => memberIds))]
  const members = new Set((await membersById(trx, officeId, wanted)).map(({ memberId }) => memberId))
  const activities = drafts.map((draft, index): Activity => {
    const at = drafts.length > 1 ? `activities[${index}].` : ''
    throwFaults(activityFaults(draft), at)
    if (draft.memberIds.some((memberId) => !members.has(memberId)))
      throwFaults([{ field: 'memberIds', reason: 'There is no such member in this office.' }], at)
    const { legalEntityId = main.legalEntityId } = draft
    if (!known.has(legalEntityId))
      throwFaults([{ field: 'legalEntityId', reason: 'There is no such legal entity in this office.' }], at)
    return { ...draft, activityId: draft.activityId ?? id(), legalEntityId, name: draft.name.trim() }
  })
  await copyRows(
    trx,
    'activity',
    ['office_id', 'activity_id', 'legal_entity_id', 'name', 'kind', 'sector', 'opened_on'],
    activities.map((a) => [officeId, a.activityId, a.legalEntityId, a.name, a.kind, a.sector, a.openedOn]),
  )
  await addPairs(
    trx,
    officeId,
    activities.flatMap(({ activityId, memberIds }) =>
      memberIds.map((memberId) => ({ activityId, memberId })),
    ),
  )
  return activities
}

/** Lets members into teams; who is in already stays. @throws Problem `not-found`, `refused` for a single activity. */
export async function joinTeams(
  trx: Transaction,
  officeId: string,
  pairs: readonly { activityId: string; memberId: string }[],
): Promise<void> {
  const activities = new Map(
    (await activitiesById(trx, officeId, [...new Set(pairs.map((pair) => pair.activityId))])).map(
      (activity) => [activity.activityId, activity],
    ),
  )
  const added = new Map<string, Set<string>>()
  for (const { activityId, memberId } of pairs) {
    const activity = activities.get(activityId)
    if (!activity) throw notFound('such activity')
    if (activity.memberIds.includes(memberId)) continue
    if (activity.kind === 'single')
      throw refused(`${activity.name} is a single activity: open a team instead.`)
    const joined = added.get(activityId) ?? new Set()
    added.set(activityId, joined.add(memberId))
    if (activity.memberIds.length + joined.size > TEAM_MAX)
      throw refused(`A team has at most ${TEAM_MAX} members.`)
  }
  await addPairs(
    trx,
    officeId,
    [...added].flatMap(([activityId, memberIds]) =>
      [...memberIds].map((memberId) => ({ activityId, memberId })),
    ),
  )
}

async function addPairs(
  trx: Transaction,
  officeId: string,
  pairs: readonly { activityId: string; memberId: string }[],
): Promise<void> {
  await copyRows(
    trx,
    'activity_member',
    ['office_id', 'activity_id', 'member_id'],
    pairs.map(({ activityId, memberId }) => [officeId, activityId, memberId]),
  )
}

/** @throws Problem `not-found` */
export async function activityById(
  trx: Transaction,
  officeId: string,
  activityId: string,
): Promise<Activity> {
  const [activity] = await activitiesById(trx, officeId, [activityId])
  if (!activity) throw notFound('such activity')
  return activity
}

/** Those of the activities that exist, in no order. */
export async function activitiesById(
  trx: Transaction,
  officeId: string,
  activityIds: readonly string[],
): Promise<Activity[]> {
  const { rows } = await sql<Activity>`
    select ${activityFields} from samen.activity a
     where office_id = ${officeId} and activity_id = any(${activityIds}::uuid[])`.execute(trx)
  return rows
}

/** All activities these members take part in, the oldest first. */
export async function activitiesOfMembers(
  trx: Transaction,
  officeId: string,
  memberIds: readonly string[],
): Promise<Activity[]> {
  const { rows } = await sql<Activity>`
    select ${activityFields} from samen.activity a
     where office_id = ${officeId} and activity_id in (
       select activity_id from samen.activity_member
        where office_id = ${officeId} and member_id = any(${memberIds}::uuid[]))
     order by opened_on, activity_id`.execute(trx)
  return rows
}

const activityFields =
  sql.raw(`activity_id as "activityId", legal_entity_id as "legalEntityId", name, kind, sector,
  opened_on as "openedOn", array(select m.member_id from samen.activity_member m
    where m.office_id = a.office_id and m.activity_id = a.activity_id order by m.member_id) as "memberIds"`)
