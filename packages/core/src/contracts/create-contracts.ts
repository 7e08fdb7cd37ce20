import { type Activity, activitiesById } from '../activities/index.ts'
import { type Client, clientsById } from '../clients/index.ts'
import { completedFacts, DEFAULT_TIME_ZONE, type OfficeContext, situationFields } from '../context/index.ts'
import { fraction } from '../country/index.ts'
import { copyRows, type Transaction } from '../database/index.ts'
import { legalEntities, mainLegalEntity, takeNumbers } from '../legal-entities/index.ts'
import { type Member, membersById } from '../members/index.ts'
import { type Fault, throwFaults } from '../problem/index.ts'
import {
  type Contract,
  type ContractDraft,
  type Engagement,
  type EngagementDraft,
  pathTo,
} from './contract.ts'
import { type ContractScene, contractFaults, stepFaults } from './contract-checks.ts'
import { contractsByReference } from './contract-store.ts'
import { payByOf } from './pay-by.ts'

export interface CreatedContract extends Contract {
  readonly engagements: readonly Engagement[]
}

/** Contracts created in one call, at most. */
export const CONTRACTS_MAX = 250_000

/** Creates one contract. @throws Problem naming the field. */
export async function createContract(
  trx: Transaction,
  context: OfficeContext,
  draft: ContractDraft,
): Promise<CreatedContract> {
  const [created] = await createContracts(trx, context, [draft])
  return created as CreatedContract
}

/**
 * Creates many contracts with their engagements and steps, with one statement per table. A draft whose state is
 * beyond `quote` takes every step up to it, each under its conditions.
 *
 * @throws Problem for the first draft at fault; the field begins with `contracts[i].` when there are several.
 */
export async function createContracts(
  trx: Transaction,
  context: OfficeContext,
  drafts: readonly ContractDraft[],
): Promise<CreatedContract[]> {
  if (drafts.length > CONTRACTS_MAX)
    throwFaults([{ field: 'contracts', reason: `At most ${CONTRACTS_MAX} at a time.` }])
  const named = await withReferences(trx, context, drafts)
  const checked = named.map(contractChecker(context, await readLookups(trx, context.officeId, named)))
  for (const [index, { faults }] of checked.entries())
    throwFaults(faults, drafts.length > 1 ? `contracts[${index}].` : '')
  const created = checked.map(({ contract }) => contract as CreatedContract)
  await insertContracts(trx, context, created, named)
  return created
}

/** A draft that has its reference. */
export type NamedDraft = ContractDraft & { readonly reference: string }

export interface CheckedContract {
  readonly faults: readonly Fault[]
  /** As it would be created; absent when there are faults. */
  readonly contract?: CreatedContract
}

/** What drafts are checked against. A member, client or activity that is not in its map does not exist. */
export interface ContractLookups {
  readonly activities: ReadonlyMap<string, Pick<Activity, 'legalEntityId' | 'memberIds' | 'name'>>
  readonly clients: ReadonlyMap<string, Pick<Client, 'name' | 'bankruptOn'>>
  readonly members: ReadonlyMap<string, Pick<Member, 'workerFacts' | 'birthDate'>>
  readonly timeZones: ReadonlyMap<string, string>
  /** References that are taken; a checked draft's own is added. */
  readonly taken: Set<string>
}

async function readLookups(
  trx: Transaction,
  officeId: string,
  drafts: readonly NamedDraft[],
): Promise<ContractLookups> {
  const distinct = (ids: readonly string[]) => [...new Set(ids)]
  const engaged = drafts.flatMap(({ engagements }) => engagements.map(({ memberId }) => memberId))
  return {
    activities: byId(
      await activitiesById(trx, officeId, distinct(drafts.map((d) => d.activityId))),
      'activityId',
    ),
    clients: byId(await clientsById(trx, officeId, distinct(drafts.map((d) => d.clientId))), 'clientId'),
    members: byId(await membersById(trx, officeId, distinct(engaged)), 'memberId'),
    timeZones: await timeZonesOf(trx, officeId),
    taken: await takenReferences(trx, officeId, drafts),
  }
}

/** Answers, draft by draft, what is wrong with it or how it would be created; writes nothing. Pure but for ids. */
export function contractChecker(
  { plugin, today, id }: OfficeContext,
  lookups: ContractLookups,
): (draft: NamedDraft) => CheckedContract {
  const payBy = payByOf(plugin)
  const asked = situationFields(plugin).engagement
  return (draft) => {
    const { state = 'quote', supply = 'service', expenses = 0n, region = null, validUntil = null } = draft
    const { startsOn, endsOn } = draft
    const activity = lookups.activities.get(draft.activityId)
    const engagements = withShares(draft.engagements).map((engagement) => ({
      ...engagement,
      terms: completedFacts(asked, engagement.terms, { startsOn, endsOn }),
    }))
    const scene: ContractScene = {
      plugin,
      contract: { ...draft, supply, expenses, region, validUntil },
      engagements,
      activity,
      client: lookups.clients.get(draft.clientId),
      members: lookups.members,
      timeZone: (activity && lookups.timeZones.get(activity.legalEntityId)) ?? DEFAULT_TIME_ZONE,
      today,
    }
    const faults = contractFaults(scene)
    if (lookups.taken.has(draft.reference))
      faults.push({ field: 'reference', reason: 'A contract has this reference already.', type: 'conflict' })
    lookups.taken.add(draft.reference)
    if (faults.length === 0) faults.push(...pathTo(state).flatMap((step) => stepFaults(scene, step)))
    if (faults.length > 0 || !activity) return { faults: withoutRepeats(faults) }

    const contractId = draft.contractId ?? id()
    const contract: CreatedContract = {
      contractId,
      reference: draft.reference,
      activityId: draft.activityId,
      clientId: draft.clientId,
      legalEntityId: activity.legalEntityId,
      title: draft.title.trim(),
      supply,
      fee: draft.fee,
      expenses,
      currency: plugin.currency,
      startsOn,
      endsOn,
      region,
      state,
      validUntil,
      engagements: engagements.map((engagement) => ({
        engagementId: engagement.engagementId ?? id(),
        contractId,
        memberId: engagement.memberId,
        share: engagement.share,
        terms: engagement.terms,
        payBy: payBy(endsOn, region),
        hiringFiledAt: engagement.hiringFiledAt,
        hiringReference: engagement.hiringReference ?? null,
      })),
    }
    return { faults, contract }
  }
}

function withShares(drafts: readonly EngagementDraft[]) {
  const equal = fraction(1n, BigInt(Math.max(1, drafts.length)))
  return drafts.map((draft) => ({
    ...draft,
    share: draft.share ?? equal,
    hiringFiledAt: draft.hiringFiledAt ?? null,
  }))
}

/** Each condition is met on the way to several states; its fault is told once. */
function withoutRepeats(faults: readonly Fault[]): Fault[] {
  const seen = new Set<string>()
  return faults.filter(({ field, reason }) => {
    const key = `${field} ${reason}`
    return !seen.has(key) && seen.add(key)
  })
}

function byId<K extends string, T extends Readonly<Record<K, string>>>(
  rows: readonly T[],
  key: K,
): Map<string, T> {
  return new Map(rows.map((row) => [row[key], row]))
}

/** Which of the drafts' references contracts have already. */
async function takenReferences(
  trx: Transaction,
  officeId: string,
  drafts: readonly NamedDraft[],
): Promise<Set<string>> {
  const references = drafts.map(({ reference }) => reference)
  return new Set((await contractsByReference(trx, officeId, references)).map(({ reference }) => reference))
}

async function timeZonesOf(trx: Transaction, officeId: string): Promise<Map<string, string>> {
  const entities = await legalEntities(trx, officeId)
  return new Map(entities.map(({ legalEntityId, timeZone }) => [legalEntityId, timeZone]))
}

async function withReferences(
  trx: Transaction,
  { officeId, today }: OfficeContext,
  drafts: readonly ContractDraft[],
): Promise<NamedDraft[]> {
  const nameless = drafts.filter(({ reference }) => reference === undefined).length
  if (nameless === 0) return drafts as NamedDraft[]
  const year = today.slice(0, 4)
  const { legalEntityId } = await mainLegalEntity(trx, officeId)
  let next = await takeNumbers(trx, officeId, legalEntityId, `JOB-${year}`, nameless)
  return drafts.map((draft) => ({
    ...draft,
    reference: draft.reference ?? `JOB-${year}-${String(next++).padStart(5, '0')}`,
  }))
}

/** Writes contracts that were checked in this transaction, each with the draft it came from. */
export async function insertContracts(
  trx: Transaction,
  { officeId, by, now }: OfficeContext,
  contracts: readonly CreatedContract[],
  drafts: readonly ContractDraft[],
): Promise<void> {
  await copyRows(
    trx,
    'contract',
    CONTRACT_COLUMNS,
    contracts.map((c) => [
      officeId,
      c.contractId,
      c.reference,
      c.activityId,
      c.clientId,
      c.legalEntityId,
      c.title,
      c.supply,
      c.fee,
      c.expenses,
      c.currency,
      c.startsOn,
      c.endsOn,
      c.region,
      c.state,
      c.validUntil,
      now,
    ]),
  )
  await copyRows(
    trx,
    'contract_step',
    ['office_id', 'contract_id', 'step_no', 'state', 'taken_at', 'taken_by'],
    contracts.flatMap(({ contractId }, index) => {
      const { state = 'quote', steppedAt } = drafts[index] as ContractDraft
      return pathTo(state).map((step, at) => [
        officeId,
        contractId,
        at + 1,
        step,
        steppedAt?.[step] ?? now,
        by,
      ])
    }),
  )
  await copyRows(
    trx,
    'engagement',
    ENGAGEMENT_COLUMNS,
    contracts.flatMap(({ engagements }) =>
      engagements.map((e) => [
        officeId,
        e.engagementId,
        e.contractId,
        e.memberId,
        e.share.numerator,
        e.share.denominator,
        e.terms,
        e.payBy,
        e.hiringFiledAt,
        e.hiringReference,
      ]),
    ),
  )
}

const CONTRACT_COLUMNS = [
  ...[
    'office_id',
    'contract_id',
    'reference',
    'activity_id',
    'client_id',
    'legal_entity_id',
    'title',
    'supply',
  ],
  ...['fee', 'expenses', 'currency', 'starts_on', 'ends_on', 'region', 'state', 'valid_until', 'created_at'],
]
const ENGAGEMENT_COLUMNS = [
  ...[
    'office_id',
    'engagement_id',
    'contract_id',
    'member_id',
    'share_numerator',
    'share_denominator',
    'terms',
  ],
  ...['pay_by', 'hiring_filed_at', 'hiring_reference'],
]
