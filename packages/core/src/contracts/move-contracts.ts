import { sql } from 'kysely'
import { activitiesById } from '../activities/index.ts'
import { clientsById } from '../clients/index.ts'
import type { OfficeContext } from '../context/index.ts'
import type { Transaction } from '../database/index.ts'
import { legalEntities } from '../legal-entities/index.ts'
import { membersById } from '../members/index.ts'
import { conflict, type Fault, notFound, throwFaults } from '../problem/index.ts'
import { type Contract, type ContractState, type Engagement, STEPS } from './contract.ts'
import { type ContractScene, stepFault, stepFaults } from './contract-checks.ts'
import { engagementsOf, lockContracts, recordStep } from './contract-store.ts'

/** States a person may move a contract to; the others are reached by invoicing and settling. */
export type StateByHand = 'order' | 'started' | 'done' | 'cancelled'

/**
 * Moves contracts one step on; one that is there already stays as it is, so the call may be repeated.
 *
 * @throws Problem for the first contract that may not: `conflict` when the step does not exist, else the condition
 *   that is not met, with its field; the field begins with `contracts[i].` when there are several.
 */
export async function moveContracts(
  trx: Transaction,
  context: OfficeContext,
  contractIds: readonly string[],
  to: StateByHand,
): Promise<Contract[]> {
  const { officeId, by, now } = context
  if (STEPS[to].by !== undefined) throw conflict(`A contract becomes ${to} by ${STEPS[to].by} only.`)
  const contracts = await lockContracts(trx, officeId, contractIds)
  const scenes = await readScenes(trx, context, contracts)
  const known = new Map(contracts.map((contract) => [contract.contractId, contract]))
  for (const [index, contractId] of contractIds.entries()) {
    const at = contractIds.length > 1 ? `contracts[${index}].` : ''
    const contract = known.get(contractId)
    if (!contract) throw notFound('such contract')
    if (contract.state === to) continue
    const missing = stepFault(contract.state, to)
    throwFaults(missing ? [missing] : stepFaults(scenes.get(contractId) as ContractScene, to), at)
  }
  const moving = contracts.filter(({ state }) => state !== to).map(({ contractId }) => contractId)
  await recordStep(trx, officeId, moving, to, by, now)
  return contractIds.map((contractId) => ({ ...(known.get(contractId) as Contract), state: to }))
}

/** What would stop a quote from becoming an order now. */
export async function orderFaults(
  trx: Transaction,
  context: OfficeContext,
  contract: Contract,
): Promise<Fault[]> {
  return stepFaults(await readScene(trx, context, contract), 'order')
}

/** A contract, stored so or about to be, with everything its rules look at. */
export async function readScene(
  trx: Transaction,
  context: OfficeContext,
  contract: Contract,
): Promise<ContractScene> {
  return (await readScenes(trx, context, [contract])).get(contract.contractId) as ContractScene
}

async function readScenes(
  trx: Transaction,
  { officeId, plugin, today }: OfficeContext,
  contracts: readonly Contract[],
): Promise<Map<string, ContractScene>> {
  const ids = <K extends keyof Contract>(key: K) => [...new Set(contracts.map((contract) => contract[key]))]
  const activities = new Map(
    (await activitiesById(trx, officeId, ids('activityId'))).map((row) => [row.activityId, row]),
  )
  const clients = new Map(
    (await clientsById(trx, officeId, ids('clientId'))).map((row) => [row.clientId, row]),
  )
  const zones = new Map((await legalEntities(trx, officeId)).map((row) => [row.legalEntityId, row.timeZone]))
  const engagements = new Map<string, Engagement[]>()
  for (const engagement of await engagementsOf(trx, officeId, ids('contractId'))) {
    const list = engagements.get(engagement.contractId)
    if (list) list.push(engagement)
    else engagements.set(engagement.contractId, [engagement])
  }
  const memberIds = new Set([...engagements.values()].flat().map(({ memberId }) => memberId))
  const members = new Map(
    (await membersById(trx, officeId, [...memberIds])).map((row) => [row.memberId, row]),
  )
  return new Map(
    contracts.map((contract) => [
      contract.contractId,
      {
        plugin,
        contract,
        engagements: engagements.get(contract.contractId) ?? [],
        activity: activities.get(contract.activityId),
        client: clients.get(contract.clientId),
        members,
        timeZone: zones.get(contract.legalEntityId) ?? 'UTC',
        today,
      },
    ]),
  )
}

/**
 * Records that the national hiring declaration of an engagement was filed. Allowed until the job starts.
 *
 * @throws Problem `not-found`, or `conflict` when the job has started.
 */
export async function fileHiring(
  trx: Transaction,
  { officeId, now }: OfficeContext,
  engagementId: string,
  { filedAt = now, reference = null }: { filedAt?: Date; reference?: string | null } = {},
): Promise<void> {
  throwFaults(
    filedAt.getTime() > now.getTime() ? [{ field: 'hiringFiledAt', reason: 'Lies in the future.' }] : [],
  )
  const { rows } = await sql<{ state: ContractState }>`
    select c.state from samen.engagement e
      join samen.contract c on c.office_id = e.office_id and c.contract_id = e.contract_id
     where e.office_id = ${officeId} and e.engagement_id = ${engagementId} for update`.execute(trx)
  const [row] = rows
  if (!row) throw notFound('such engagement')
  if (row.state !== 'quote' && row.state !== 'order')
    throw conflict(`The job is ${row.state}: a hiring declaration is filed before it starts.`)
  await trx
    .updateTable('engagement')
    .set({ hiring_filed_at: filedAt, hiring_reference: reference })
    .where('office_id', '=', officeId)
    .where('engagement_id', '=', engagementId)
    .execute()
}
