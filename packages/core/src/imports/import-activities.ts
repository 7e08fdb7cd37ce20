import { type Activity, type ActivityDraft, activitiesOfMembers } from '../activities/index.ts'
import type { OfficeContext } from '../context/index.ts'
import type { Transaction } from '../database/index.ts'
import type { ContractLine } from './contract-lines.ts'
import type { FileMember } from './import-members.ts'

type Place = Pick<Activity, 'activityId' | 'legalEntityId' | 'name' | 'kind'> & {
  readonly memberIds: readonly string[]
}

/** Where a contract's budget stands: an activity there is, perhaps joined by some members, or one to open. */
export interface FileActivity {
  readonly place: Place
  readonly draft?: ActivityDraft
  readonly joining: readonly string[]
}

/** Finds or plans the activity of a contract; what was planned is kept only once the contract is accepted. */
export interface ActivityFinder {
  find(line: ContractLine, members: readonly FileMember[]): FileActivity
  keep(activity: FileActivity): void
}

/** Knows the activities of these members, and those the file adds as it goes. */
export async function activityFinder(
  trx: Transaction,
  context: OfficeContext,
  members: readonly FileMember[],
  legalEntityId: string,
): Promise<ActivityFinder> {
  const known = members.filter(({ draft }) => draft === undefined).map(({ memberId }) => memberId)
  const byMember = new Map<string, Place[]>()
  const keep = (place: Place) => {
    for (const memberId of place.memberIds) {
      const others = (byMember.get(memberId) ?? []).filter(
        ({ activityId }) => activityId !== place.activityId,
      )
      byMember.set(memberId, [...others, place])
    }
  }
  for (const activity of await activitiesOfMembers(trx, context.officeId, [...new Set(known)])) keep(activity)

  return {
    keep: ({ place }) => keep(place),
    find(line, people) {
      const memberIds = people.map(({ memberId }) => memberId)
      const theirs = memberIds.flatMap((memberId) => byMember.get(memberId) ?? [])
      const team = memberIds.length > 1
      const wanted = line.activity?.toLowerCase()
      const found = theirs.find((place) =>
        wanted === undefined
          ? team
            ? place.kind === 'team' && isSame(place.memberIds, memberIds)
            : place.kind === 'single'
          : place.name.toLowerCase() === wanted && (place.kind === 'team' || !team),
      )
      if (found) {
        const joining = memberIds.filter((memberId) => !found.memberIds.includes(memberId))
        return { place: { ...found, memberIds: [...found.memberIds, ...joining] }, joining }
      }
      const [first] = people as [FileMember]
      const name =
        line.activity ?? (team ? `${line.title ?? line.reference}` : `${first.givenName} ${first.familyName}`)
      const draft: ActivityDraft = {
        activityId: context.id(),
        legalEntityId,
        name: name.slice(0, 200),
        kind: team ? 'team' : 'single',
        sector: line.sector ?? 'other',
        openedOn: context.today,
        memberIds,
      }
      return {
        place: { ...draft, activityId: draft.activityId as string, legalEntityId },
        draft,
        joining: [],
      }
    },
  }
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && others.every((one) => some.includes(one))
